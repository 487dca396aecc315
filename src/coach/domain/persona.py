"""A made-up person, read from a persona file (docs/personas.md): pure, every slip is named."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, time
from typing import Any

from coach.domain.answers import SEEN, AnswerError, Answers, age_band, parse_answers
from coach.domain.book import Book
from coach.domain.content_error import ContentError
from coach.domain.decisions import TickKind
from coach.domain.fields import Fields
from coach.domain.persona_events import Event, RecheckAnswers, Seen, Travel, read_event
from coach.domain.persona_fields import between, day_of, share, text_of, time_of, whole
from coach.domain.week import refusal

WEST_MIN, EAST_MIN = -720, 840
"""The UTC offsets that places on earth have, in minutes."""

_EVENING = time(18, 30)
_MOST_SEED = 2**63 - 1
_LONGEST_NAME = 60
_LONGEST_REASON = 200
_NONE_OF = {"q1": [], "q2": [], "q3": False}


@dataclass(frozen=True, slots=True)
class Tightness:
    """How ratings come about: a level, a trend, and noise that remembers its last value, the
    process of the rules' own simulation. Points on the 0-10 scale; shares from 0 to 1.

    ``weeks`` is how long the change lasts, ``left`` and ``right`` what is added for a side.
    """

    start: float
    weekly_change: float = 0.0
    weeks: int = 520
    noise_sd: float = 1.0
    autocorrelation: float = 0.3
    missing: float = 0.0
    left: float = 0.0
    right: float = 0.0
    after: float = 0.0


@dataclass(frozen=True, slots=True)
class Habit:
    """Shares of planned sessions that are done, and when the app is used. ``micro`` is the share
    of two-minute versions among the full days that are not done."""

    full: float = 1.0
    light: float = 1.0
    micro: float = 0.0
    at: time = _EVENING


@dataclass(frozen=True, slots=True)
class Efforts:
    """Weights of the taps after an exercise, and the share of sessions whose hinge ends with two
    or more left (G1)."""

    easy: float = 0.0
    fine: float = 1.0
    noticeable: float = 0.0
    too_much: float = 0.0
    not_given: float = 0.0
    reserve: float = 1.0


@dataclass(frozen=True, slots=True)
class Accepts:
    """The chance that an offer, or what the plan proposes, is agreed to."""

    step_up: float = 1.0
    load: float = 1.0
    easy_day: float = 1.0
    deload: float = 1.0


@dataclass(frozen=True, slots=True)
class Persona:
    """``answers`` have the form of an answers file; ``ticks`` are chances a day (K9)."""

    name: str
    start: date
    seed: int
    utc_offset_min: int
    answers: Mapping[str, Any]
    tightness: Tightness
    habit: Habit = Habit()
    efforts: Efforts = Efforts()
    accepts: Accepts = Accepts()
    ticks: Mapping[TickKind, float] = field(default_factory=dict)
    events: tuple[Event, ...] = ()


def parse_persona(data: Mapping[str, Any], file: str, book: Book) -> Persona:
    """Read a persona. Raises ``ContentError`` with file, key and reason, each on one line."""
    try:
        return _parsed(Fields(data, file), book)
    except ContentError as error:
        key, reason = (text_of(part, _LONGEST_REASON) for part in (error.key, error.reason))
        raise ContentError(file, key, reason) from error


def _parsed(top: Fields, book: Book) -> Persona:
    start = day_of(top, "start")
    answers = dict(top.table("answers").items())
    events = [(table, read_event(table, start, book)) for table in _events(top)]
    persona = Persona(
        name=_name(top),
        start=start,
        seed=whole(top, "seed", 0, _MOST_SEED),
        utc_offset_min=whole(top, "utc_offset_min", WEST_MIN, EAST_MIN, 0),
        answers=_checked(top.table("answers"), answers, book),
        tightness=_tightness(top.table("ratings")),
        habit=_habit(top.table("adherence", required=False)),
        efforts=_efforts(top.table("effort", required=False)),
        accepts=_accepts(top.table("accepts", required=False)),
        ticks=_ticks(top.table("ticks", required=False)),
        events=tuple(sorted((event for _, event in events), key=lambda event: event.day)),
    )
    top.done()
    for table, event in events:
        _check_answers(table, event, persona.answers, book)
    _check_offsets(persona, events)
    return persona


def _events(top: Fields) -> list[Fields]:
    return top.tables("event", required=False)


def _name(top: Fields) -> str:
    name = top.string("name").strip()
    if not name or len(name) > _LONGEST_NAME or not name.isprintable():
        raise top.fail("name", f"should be one line of 1 to {_LONGEST_NAME} characters")
    return name


def _checked(table: Fields, answers: Mapping[str, Any], book: Book) -> dict[str, Any]:
    """The answers as the app keeps them, with an age band in place of a number (K17)."""
    try:
        given = _read(answers, book)
    except AnswerError as error:
        raise table.fail(text_of(error.key), text_of(error.reason)) from error
    if given.days is not None and (why := refusal(given.days)) is not None:
        raise table.fail("days", book.texts.sentence(why))
    return _banded(answers)


def _read(answers: Mapping[str, Any], book: Book) -> Answers:
    return parse_answers(answers, book.intake, signs_suffice=False)


def _banded(answers: Mapping[str, Any]) -> dict[str, Any]:
    q7 = answers.get("q7")
    if isinstance(q7, Mapping) and isinstance(q7.get("age"), int):
        return {**answers, "q7": {**q7, "age": age_band(q7["age"])}}
    return dict(answers)


def _tightness(table: Fields) -> Tightness:
    found = Tightness(
        start=between(table, "start", 0, 10),
        weekly_change=between(table, "weekly_change", -10, 10, 0.0),
        weeks=whole(table, "weeks", 0, 520, 520),
        noise_sd=between(table, "noise_sd", 0, 10, 1.0),
        autocorrelation=between(table, "autocorrelation", 0, 0.99, 0.3),
        missing=share(table, "missing", 0.0),
        left=between(table, "left", -10, 10, 0.0),
        right=between(table, "right", -10, 10, 0.0),
        after=between(table, "after", -10, 10, 0.0),
    )
    table.done()
    return found


def _habit(table: Fields) -> Habit:
    found = Habit(
        full=share(table, "full", 1.0),
        light=share(table, "light", 1.0),
        micro=share(table, "micro", 0.0),
        at=time_of(table, "time", _EVENING),
    )
    table.done()
    return found


def _efforts(table: Fields) -> Efforts:
    found = Efforts(
        easy=share(table, "easy", 0.0),
        fine=share(table, "fine", 1.0),
        noticeable=share(table, "noticeable", 0.0),
        too_much=share(table, "too_much", 0.0),
        not_given=share(table, "not_given", 0.0),
        reserve=share(table, "reserve", 1.0),
    )
    if found.easy + found.fine + found.noticeable + found.too_much + found.not_given <= 0:
        raise table.fail("fine", "should be above 0 where all others are 0")
    table.done()
    return found


def _accepts(table: Fields) -> Accepts:
    found = Accepts(
        step_up=share(table, "step_up", 1.0),
        load=share(table, "load", 1.0),
        easy_day=share(table, "easy_day", 1.0),
        deload=share(table, "deload", 1.0),
    )
    table.done()
    return found


def _ticks(table: Fields) -> dict[TickKind, float]:
    found = {kind: share(table, kind.value, 0.0) for kind in TickKind}
    table.done()
    return {kind: chance for kind, chance in found.items() if chance > 0}


def whole_answers(persona: Persona, changed: Mapping[str, Any], *, signs: bool) -> dict[str, Any]:
    """All answers of a whole check. Without ``signs`` those that were red at the start are none,
    unless ``changed`` says otherwise (K10)."""
    cleared: Mapping[str, Any] = {} if signs else _quiet(persona)
    return _banded({**persona.answers, **cleared, **changed})


def _quiet(persona: Persona) -> dict[str, Any]:
    steady = persona.answers.get("q4", "a")
    return {**_NONE_OF, "q4": "a" if steady == "d" else steady}


def _check_answers(table: Fields, event: Event, base: Mapping[str, Any], book: Book) -> None:
    """What a later check is told has to be an answer too."""
    if not isinstance(event.what, Seen | RecheckAnswers):
        return
    answers = event.what.answers
    try:
        _read({**base, **{key: [] for key in SEEN[:2]}, **answers}, book)
    except AnswerError as error:
        name = error.key.partition(".")[0]
        key = error.key if name in answers else ""
        why = error.reason if key else f"{error.key} {error.reason}"
        raise table.fail(f"answers.{text_of(key)}".rstrip("."), text_of(why)) from error


def _check_offsets(persona: Persona, events: list[tuple[Fields, Event]]) -> None:
    """No journey may end where no clock on earth is."""
    moves: list[tuple[int, int, Fields]] = []
    for table, event in events:
        if isinstance(event.what, Travel):
            moves.append((event.day, event.what.offset_min, table))
            if event.what.days:
                moves.append((event.day + event.what.days, -event.what.offset_min, table))
    offset_min = persona.utc_offset_min
    for _, by_min, table in sorted(moves, key=lambda move: move[0]):
        offset_min += by_min
        if not WEST_MIN <= offset_min <= EAST_MIN:
            why = f"leads to {offset_min}, which is not from {WEST_MIN} to {EAST_MIN}"
            raise table.fail("utc_offset_min", why)
