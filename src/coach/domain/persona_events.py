"""What happens to a made-up person on a certain day (docs/personas.md)."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import Any

from coach.domain.answers import CLEARANCES, SEEN, AnswerError, read_part
from coach.domain.book import Book
from coach.domain.day import plan_day
from coach.domain.decisions import TickKind
from coach.domain.fields import Fields
from coach.domain.persona_fields import between, day_of, text_of, whole
from coach.domain.session import NERVE_FLOSS
from coach.domain.templates import DEADLIFT
from coach.domain.terms import Discomfort, Side

MOST_DAYS = 3650
LONGEST_AWAY = 365
LONGEST_FLIGHT_H = 36
_ANY = (object, bool)
_DAY_MIN = 1440
_MONTH_S = 2_678_400


class EventKind(StrEnum):
    """Values of ``kind``."""

    PAIN = "pain"
    TINGLING = "tingling"
    DIZZY = "dizzy"
    ILLNESS = "illness"
    AWAY = "away"
    TRAVEL = "travel"
    NEW_SIGN = "new-sign"
    SEEN = "seen"
    CLEARANCE = "clearance"
    RECHECK_ANSWERS = "recheck-answers"
    FLARE = "flare"
    TICK = "tick"


@dataclass(frozen=True, slots=True)
class Felt:
    """A discomfort key in the first session from that day on that has ``exercise``; in any where
    it is empty. The rest is what is told after tingling (N1-N4)."""

    kind: Discomfort
    exercise: str = ""
    strength: int = 0
    lasted_s: int = 0
    further_down: bool = False
    numb: bool = False
    side: Side | None = None


@dataclass(frozen=True, slots=True)
class Illness:
    """No session for ``days``; ``pauses`` the plan or just stays away from it (D5)."""

    days: int
    pauses: bool


@dataclass(frozen=True, slots=True)
class Away:
    """The app is not opened for ``days``: neither ratings nor sessions."""

    days: int


@dataclass(frozen=True, slots=True)
class Travel:
    """After that day's use a journey of ``hours``, to where clocks differ by ``offset_min``; back
    again after ``days``, for good where that is 0 (X1)."""

    days: int
    offset_min: int
    hours: int


@dataclass(frozen=True, slots=True)
class NewSign:
    """ "Something new" before a session, or without one; ``answer`` to ``question`` in the check
    that follows (S7)."""

    question: str
    answer: Any


@dataclass(frozen=True, slots=True)
class Seen:
    """After a red outcome the whole check again, with the tick of S5. ``answers`` replace those
    of the start; all signs without an answer of their own are none."""

    answers: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Clearance:
    """A professional has said that ``questions`` are fine (S4)."""

    questions: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class RecheckAnswers:
    """Answers of every whole check from that day on, in place of those of the start (S6)."""

    answers: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Flare:
    """Ratings ``points`` higher for ``days``."""

    days: int
    points: float


@dataclass(frozen=True, slots=True)
class Ticked:
    """A tick of the check-in on each of ``days`` (K9)."""

    kind: TickKind
    days: int


What = Felt | Illness | Away | Travel | NewSign | Seen | Clearance | RecheckAnswers | Flare | Ticked


@dataclass(frozen=True, slots=True)
class Event:
    """``day`` counts from 1 on the first day."""

    day: int
    what: What


def read_event(table: Fields, start: date, book: Book) -> Event:
    """One ``[[event]]``. Raises ``ContentError`` naming the key."""
    kind = table.choice("kind", EventKind)
    number = _when(table, start)
    what = _READ[kind](table, book)
    table.done()
    return Event(number, what)


def _when(table: Fields, start: date) -> int:
    """Either ``date``, or ``week`` and ``day`` counted from 1."""
    if table.value("date", _ANY, None) is None:
        week = whole(table, "week", 1, MOST_DAYS // 7)
        return 7 * (week - 1) + whole(table, "day", 1, 7, 1)
    for key in ("week", "day"):
        if table.value(key, _ANY, None) is not None:
            raise table.fail(key, "stands beside a date; one of them is enough")
    number = plan_day(start, day_of(table, "date"))
    if number < 1:
        raise table.fail("date", f"lies before the start, {start}")
    return number


def _felt(kind: Discomfort, usual: str) -> Callable[[Fields, Book], Felt]:
    def read(table: Fields, book: Book) -> Felt:
        return Felt(kind, _exercise(table, book, usual), side=_side(table))

    return read


def _tingling(table: Fields, book: Book) -> Felt:
    return Felt(
        Discomfort.TINGLING,
        _exercise(table, book, NERVE_FLOSS),
        strength=whole(table, "strength", 0, 10),
        lasted_s=whole(table, "lasted_s", 0, _MONTH_S),
        further_down=table.flag("further_down"),
        numb=table.flag("numb"),
        side=_side(table),
    )


def _exercise(table: Fields, book: Book, usual: str) -> str:
    name = table.string("exercise", usual)
    if name and name not in book.catalog:
        raise table.fail("exercise", f"'{text_of(name)}' is not one of {', '.join(book.catalog)}")
    return name


def _side(table: Fields) -> Side | None:
    return table.choice("side", Side, None)


def _illness(table: Fields, _book: Book) -> Illness:
    return Illness(whole(table, "days", 1, LONGEST_AWAY), table.flag("pauses"))


def _away(table: Fields, _book: Book) -> Away:
    return Away(whole(table, "days", 1, LONGEST_AWAY))


def _travel(table: Fields, _book: Book) -> Travel:
    return Travel(
        days=whole(table, "days", 0, LONGEST_AWAY, 0),
        offset_min=whole(table, "utc_offset_min", -_DAY_MIN - 120, _DAY_MIN + 120),
        hours=whole(table, "hours", 0, LONGEST_FLIGHT_H, 0),
    )


def _new_sign(table: Fields, book: Book) -> NewSign:
    name = table.string("question")
    if name not in SEEN:
        raise table.fail("question", f"'{text_of(name)}' is not one of {', '.join(SEEN)}")
    answer = table.value("answer", (list, str, bool))
    question = next(one for one in book.intake.questions if one.id == name)
    try:
        read_part(question.parts[0], answer, name)
    except AnswerError as error:
        raise table.fail("answer", text_of(error.reason)) from error
    return NewSign(name, answer)


def _seen(table: Fields, _book: Book) -> Seen:
    return Seen(dict(table.table("answers", required=False).items()))


def _recheck(table: Fields, _book: Book) -> RecheckAnswers:
    return RecheckAnswers(dict(table.table("answers").items()))


def _clearance(table: Fields, _book: Book) -> Clearance:
    names = table.strings("questions")
    if not names or any(name not in CLEARANCES for name in names):
        raise table.fail("questions", f"should be a list out of {', '.join(CLEARANCES)}")
    return Clearance(tuple(dict.fromkeys(names)))


def _flare(table: Fields, _book: Book) -> Flare:
    return Flare(whole(table, "days", 1, LONGEST_AWAY), between(table, "points", -10, 10))


def _tick(table: Fields, _book: Book) -> Ticked:
    return Ticked(table.choice("tick", TickKind), whole(table, "days", 1, LONGEST_AWAY, 1))


_READ: Mapping[EventKind, Callable[[Fields, Book], What]] = {
    EventKind.PAIN: _felt(Discomfort.SHARP, DEADLIFT),
    EventKind.TINGLING: _tingling,
    EventKind.DIZZY: _felt(Discomfort.DIZZY, ""),
    EventKind.ILLNESS: _illness,
    EventKind.AWAY: _away,
    EventKind.TRAVEL: _travel,
    EventKind.NEW_SIGN: _new_sign,
    EventKind.SEEN: _seen,
    EventKind.CLEARANCE: _clearance,
    EventKind.RECHECK_ANSWERS: _recheck,
    EventKind.FLARE: _flare,
    EventKind.TICK: _tick,
}
