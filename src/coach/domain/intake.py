"""The questions of the readiness check, read from content (S1) and walked one a screen."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from coach.domain.content_error import ContentError
from coach.domain.fields import Fields
from coach.domain.terms import Gate

_TITLES = {"title", "hint", "why", "title_again"}


class PartKind(StrEnum):
    """How one group of buttons is answered."""

    ONE = "one"
    MANY = "many"
    BOOL = "bool"
    AGE = "age"
    SCALE = "scale"


@dataclass(frozen=True, slots=True)
class Option:
    """One answer. ``outcome`` is what it leads to by itself, ``clearance`` whether the plan stays
    locked until a professional has said it is fine (S4, K1)."""

    value: str | bool
    text: Mapping[str, str]
    sign: Mapping[str, str]
    outcome: Gate | None = None
    urgency: str = ""
    clearance: bool = False
    picture: str = ""


@dataclass(frozen=True, slots=True)
class Part:
    key: str | None
    kind: PartKind
    label: Mapping[str, str]
    none: Mapping[str, str]
    none_value: str | None
    options: tuple[Option, ...]

    def option(self, value: str | bool) -> Option | None:
        return next((o for o in self.options if o.value == value), None)


@dataclass(frozen=True, slots=True)
class Question:
    id: str
    rules: tuple[str, ...]
    text: Mapping[str, Mapping[str, str]]
    parts: tuple[Part, ...]


@dataclass(frozen=True, slots=True)
class Intake:
    """All screens in order."""

    questions: tuple[Question, ...]

    def __getitem__(self, question_id: str) -> Question:
        for question in self.questions:
            if question.id == question_id:
                return question
        raise KeyError(question_id)


def parse_intake(data: Mapping[str, Any], file: str) -> Intake:
    """Read the content of ``intake.toml``; raises ``ContentError`` naming file, key and reason."""
    top = Fields(data, file)
    top.integer("version")
    questions = tuple(_question(f) for f in top.tables("question"))
    top.done()
    if len(questions) != 12:
        raise ContentError(file, "question", f"rule S1 wants 12 screens, found {len(questions)}")
    return Intake(questions)


def _question(f: Fields) -> Question:
    text = {lang: _titles(table) for lang, table in f.table("text").subtables()}
    question = Question(
        id=f.string("id"),
        rules=f.strings("rules"),
        text=text,
        parts=tuple(_part(p) for p in f.tables("part")),
    )
    f.done()
    return question


def _titles(f: Fields) -> Mapping[str, str]:
    found = {key: f.string(key, "") for key in _TITLES}
    f.done()
    return found


def _part(f: Fields) -> Part:
    part = Part(
        key=f.string("key", "") or None,
        kind=f.choice("kind", PartKind),
        label=f.by_language("label"),
        none=f.by_language("none"),
        none_value=f.string("none_value", "") or None,
        options=tuple(_option(o) for o in f.tables("option", required=False)),
    )
    f.done()
    return part


def _option(f: Fields) -> Option:
    text = f.by_language("text", required=True)
    option = Option(
        value=f.value("value", (str, bool)),
        text=text,
        sign=f.by_language("sign") or text,
        outcome=f.choice("outcome", Gate, None),
        urgency=f.string("urgency", ""),
        clearance=f.flag("clearance"),
        picture=f.string("picture", ""),
    )
    f.done()
    return option
