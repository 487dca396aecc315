"""Answers of the readiness check: plain data checked against the questions (S3, K2).

The plain form is that of an answers file (docs/user-guide.md); ``Answers`` is its typed form.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any

from coach.domain.intake import Intake, Option, Part, PartKind, Question
from coach.domain.terms import Gate, Weekday

FLOSS = "floss"
CLEARANCES = ("q4", "q5", "q6", FLOSS)
SEEN = ("q1", "q2", "q3", "q4", FLOSS)
_ENDS = (Gate.RED_NOW, Gate.OUT)
WHOLE = "whole"
_EXTRA = ("clearance", "days", FLOSS, "seen", WHOLE)


class FlossSign(StrEnum):
    """What was told after tingling and counts as an answer from then on, mildest first: the
    floss is taken out (N3), or the plan is red, at once where both legs tell of it (N4)."""

    N3 = "N3"
    N4 = "N4"
    N4_BOTH = "N4-both"


class AnswerError(ValueError):
    """An answer is missing, unknown or out of range; ``key`` says which."""

    def __init__(self, key: str, reason: str) -> None:
        super().__init__(f"{key}: {reason}")
        self.key = key
        self.reason = reason


@dataclass(frozen=True, slots=True)
class Answers:
    """Typed answers; ``None`` (or empty) only where the check ended before the question.

    ``seen`` names the questions whose red answer a professional has looked at since (S5).
    ``floss`` is not asked: it is what was told after tingling since the questions (N3, N4).
    """

    chosen: tuple[tuple[str, Option], ...]
    clearance: frozenset[str] = frozenset()
    seen: frozenset[str] = frozenset()
    days: tuple[Weekday, ...] | None = None
    rating: int | None = None
    floss: FlossSign | None = None

    def values(self, key: str) -> tuple[str | bool, ...]:
        return tuple(option.value for name, option in self.chosen if name == key)

    def has(self, key: str, value: str | bool = True) -> bool:
        """Whether ``value`` was chosen under ``key`` (``"q7.unsteady"``, ``"q11"``)."""
        return value in self.values(key)

    def one(self, key: str) -> str | bool | None:
        found = self.values(key)
        return found[0] if found else None


def parse_answers(
    data: Mapping[str, Any], intake: Intake, *, signs_suffice: bool = True
) -> Answers:
    """Check every key and value; raises ``AnswerError`` naming the key.

    Questions behind an answer that ends the check (K2) may be missing: all after red-now and
    out; where ``signs_suffice``, as in the app, also all after the signs if one of them was red.
    """
    known = {question.id for question in intake.questions} | set(_EXTRA)
    for key in data:
        if key not in known:
            raise AnswerError(key, "is not a question of the readiness check")
    _check_whole(data)
    chosen: list[tuple[str, Option]] = []
    for question in intake.questions:
        stopped = signs_suffice and _stopped(question, chosen, data, intake)
        if question.id not in data and (ended(chosen) or stopped):
            continue
        chosen += read_question(question, data)
    return Answers(
        chosen=tuple(chosen),
        clearance=_some_of("clearance", CLEARANCES, data),
        seen=_some_of("seen", SEEN, data),
        days=_days(data["days"]) if "days" in data else None,
        rating=data["q12"]["rating"] if "q12" in data else None,
        floss=_floss(data[FLOSS]) if FLOSS in data else None,
    )


def ended(chosen: list[tuple[str, Option]]) -> bool:
    """Whether one of the answers ends the check at once (K2)."""
    return any(option.outcome in _ENDS for _, option in chosen)


def _stopped(
    question: Question,
    chosen: list[tuple[str, Option]],
    data: Mapping[str, Any],
    intake: Intake,
) -> bool:
    """Whether the check ended before ``question``: a sign is red, all signs have been asked and
    nothing was answered from here on."""
    later = intake.questions[intake.questions.index(question) :]
    return any(is_red(option) for _, option in chosen) and not any(
        one.id in data or asks_signs(one) for one in later
    )


def is_red(option: Option) -> bool:
    """Whether the answer alone is red (S4)."""
    return option.outcome is not None and option.outcome.is_red


def asks_signs(question: Question) -> bool:
    """Whether an answer to this question can be red (Q1-Q4)."""
    return any(is_red(option) for part in question.parts for option in part.options)


def read_question(question: Question, data: Mapping[str, Any]) -> list[tuple[str, Option]]:
    """The options chosen on one screen; raises ``AnswerError`` where it is not answered."""
    if question.id not in data:
        raise AnswerError(question.id, "is not answered")
    answer = data[question.id]
    if question.parts[0].key is None:
        found = read_part(question.parts[0], answer, question.id)
        return [(question.id, option) for option in found]
    return list(_read_parts(question, answer))


def _read_parts(question: Question, answer: Any) -> Iterator[tuple[str, Option]]:
    if not isinstance(answer, Mapping):
        raise AnswerError(question.id, "needs a table of its parts")
    keys = [str(part.key) for part in question.parts]
    for key in answer:
        if key not in keys:
            raise AnswerError(f"{question.id}.{key}", f"is not one of {', '.join(keys)}")
    for part in question.parts:
        name = f"{question.id}.{part.key}"
        if part.key not in answer:
            raise AnswerError(name, "is not answered")
        for option in read_part(part, answer[part.key], name):
            yield name, option


def read_part(part: Part, answer: Any, key: str) -> list[Option]:
    """The options that one part's answer chooses; raises ``AnswerError`` under ``key``."""
    match part.kind:
        case PartKind.MANY:
            return _many(part, answer, key)
        case PartKind.SCALE:
            return _scale(answer, key)
        case PartKind.BOOL if not isinstance(answer, bool):
            raise AnswerError(key, "is true or false")
        case PartKind.AGE if isinstance(answer, int):
            return read_part(part, age_band(answer, key), key)
    option = part.option(answer) if isinstance(answer, (str, bool)) else None
    if option is None:
        allowed = ", ".join(str(o.value) for o in part.options)
        raise AnswerError(key, f"'{answer}' is not one of {allowed}")
    return [option]


def _many(part: Part, answer: Any, key: str) -> list[Option]:
    if not isinstance(answer, list):
        raise AnswerError(key, "is a list of letters; [] means none of them")
    if part.none_value is not None and part.none_value in answer:
        if len(answer) > 1:
            raise AnswerError(key, f"'{part.none_value}' means none and stands alone")
        return []
    letters = [o.value for o in part.options]
    for letter in answer:
        if letter not in letters:
            raise AnswerError(key, f"'{letter}' is not one of {', '.join(map(str, letters))}")
    return [option for option in part.options if option.value in answer]


def _scale(answer: Any, key: str) -> list[Option]:
    if isinstance(answer, bool) or not isinstance(answer, int) or not 0 <= answer <= 10:
        raise AnswerError(key, f"is a whole number from 0 to 10, not {answer}")
    return []


def age_band(age: int, key: str = "q7.age") -> str:
    """The band of an age in years (K17)."""
    if isinstance(age, bool) or not 0 < age < 130:
        raise AnswerError(key, f"is an age in years, not {age}")
    return "<18" if age < 18 else "18-64" if age < 65 else "65+"


def _some_of(key: str, allowed: tuple[str, ...], data: Mapping[str, Any]) -> frozenset[str]:
    found = data.get(key, [])
    if not isinstance(found, list) or any(item not in allowed for item in found):
        raise AnswerError(key, f"is a list out of {', '.join(allowed)}")
    return frozenset(found)


def _check_whole(data: Mapping[str, Any]) -> None:
    """The day of the last whole check, where this one only adds to it (S6)."""
    try:
        date.fromisoformat(data.get(WHOLE, "2026-01-01"))
    except (TypeError, ValueError) as error:
        raise AnswerError(WHOLE, "is a date like 2026-03-31") from error


def _floss(found: Any) -> FlossSign:
    signs = [sign.value for sign in FlossSign]
    if found not in signs:
        raise AnswerError(FLOSS, f"is one of {', '.join(signs)}")
    return FlossSign(found)


def _days(found: Any) -> tuple[Weekday, ...]:
    names = list(Weekday)
    if not isinstance(found, list) or any(item not in names for item in found):
        raise AnswerError("days", f"is a list out of {', '.join(names)}")
    return tuple(sorted({Weekday(item) for item in found}, key=lambda day: day.number))
