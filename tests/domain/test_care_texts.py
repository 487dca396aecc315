"""The sentences of care: all used ids there, all braces filled, kind words only."""

from __future__ import annotations

import ast
import copy
import re
from collections.abc import Iterator
from typing import Any

import pytest

from coach.domain.care_texts import CARE_FIELDS, care_texts
from coach.domain.content_error import ContentError
from coach.system.resources import read_toml
from support.source import SRC
from support.word_rules import forbidden_words

FILE = "texts/care.en.toml"
TEXT_ID = re.compile(r"(effort|floss|gate_floss|consult|adherence)\.[a-z0-9_]+")
MODULES = (
    "effort",
    "effort_weeks",
    "floss_ladder",
    "floss_limits",
    "screening",
    "consult",
    "adherence",
    "tingling",
)


@pytest.fixture
def tables() -> dict[str, Any]:
    return copy.deepcopy(read_toml(FILE))


def _trees() -> Iterator[ast.Module]:
    for name in (*(f"domain/{name}" for name in MODULES), "app/answer_sheet"):
        path = SRC / "coach" / f"{name}.py"
        yield ast.parse(path.read_text(encoding="utf-8"))


def _used() -> set[str]:
    return {
        node.value
        for tree in _trees()
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant)
        and isinstance(node.value, str)
        and TEXT_ID.fullmatch(node.value)
    }


def _filled() -> Iterator[tuple[str, frozenset[str]]]:
    """Each sentence that a call of ``reason`` names outright, and what it fills in."""
    for tree in _trees():
        for node in ast.walk(tree):
            if not (isinstance(node, ast.Call) and isinstance(node.func, ast.Name)):
                continue
            if node.func.id == "reason" and isinstance(node.args[1], ast.Constant):
                given = frozenset(key.arg for key in node.keywords if key.arg is not None)
                yield str(node.args[1].value), given


def test_the_code_and_the_list_and_the_file_name_the_same_sentences(
    tables: dict[str, Any],
) -> None:
    assert _used() == set(CARE_FIELDS) == set(care_texts(tables, FILE).ids())


def test_every_call_fills_in_what_its_sentence_names() -> None:
    filled = dict(_filled())
    assert filled
    assert filled == {text_id: CARE_FIELDS[text_id] for text_id in filled}
    assert {text_id for text_id, fields in CARE_FIELDS.items() if fields} <= set(filled)


@pytest.mark.parametrize("text_id", sorted(CARE_FIELDS))
def test_no_sentence_breaks_the_word_rules(tables: dict[str, Any], text_id: str) -> None:
    assert forbidden_words(care_texts(tables, FILE)[text_id]) == []


@pytest.mark.parametrize("text_id", sorted(t for t in CARE_FIELDS if t.startswith("consult.c")))
def test_every_note_but_the_count_says_who_may_help(tables: dict[str, Any], text_id: str) -> None:
    asks = "A check with a physiotherapist or doctor may be helpful."
    assert (asks in care_texts(tables, FILE)[text_id]) is (text_id != "consult.c1b")


@pytest.mark.parametrize("text_id", sorted(t for t in CARE_FIELDS if t.startswith("adherence.")))
def test_regularity_never_scolds(tables: dict[str, Any], text_id: str) -> None:
    words = set(re.findall(r"[a-z]+", care_texts(tables, FILE)[text_id].lower()))
    assert not words & {"streak", "streaks", "missed", "lost", "lose", "broke", "failed", "only"}


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        (None, "is missing"),
        ("It rests.", "should name days in braces"),
        ("{dyas} to go", "should name days in braces"),
        ("{days to go", "expected '}'"),
        (3, "a sentence is text, not int"),
    ],
)
def test_a_typo_names_file_key_and_reason(
    tables: dict[str, Any], text: object, reason: str
) -> None:
    if text is None:
        del tables["floss"]["locked"]
    else:
        tables["floss"]["locked"] = text
    with pytest.raises(ContentError) as found:
        care_texts(tables, FILE)
    assert str(found.value).startswith(f"{FILE}: floss.locked: ")
    assert reason in str(found.value)


def test_an_unknown_sentence_is_refused(tables: dict[str, Any]) -> None:
    tables["floss"]["lokced"] = "It rests."
    with pytest.raises(ContentError, match=r"floss\.lokced: unknown key"):
        care_texts(tables, FILE)
