"""What tingling means for the nerve floss: how bad it was, and what it leaves behind (N1-N4)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from itertools import pairwise
from typing import Protocol

from coach.domain.history import FlossEvent, History
from coach.domain.terms import Discomfort, Gate, Side

LOCK_DAYS = 7
SECOND_WITHIN_DAYS = 28
MILD_STRENGTH = 2
MILD_S = 60
STAYS_S = 3_600
"""Numbness of this length has not gone by itself and counts as constant (N4)."""
SPREAD_DAYS = 2
_DAY_S = 86_400

UsualOn = Callable[[date], float | None]
"""The *usual* rating as it stood on a day; ``None`` where there are too few rated days."""


class FlossRule(StrEnum):
    """How bad it was, mildest first."""

    N1 = "N1"
    N2 = "N2"
    N3 = "N3"
    N4 = "N4"


@dataclass(frozen=True, slots=True)
class Trouble:
    """One day's tingling at its worst. ``both`` is true where both legs told of N2."""

    day: date
    rule: FlossRule
    both: bool = False


class Described(Protocol):
    """Tingling in words: strength 0-10, seconds it stayed, further down the leg, numb."""

    @property
    def strength(self) -> int: ...
    @property
    def lasted_s(self) -> int: ...
    @property
    def further_down(self) -> bool: ...
    @property
    def numb(self) -> bool: ...


def classify(event: Described) -> FlossRule:
    """A mild echo, worse, or numbness that stays; N3 needs the history as well."""
    if event.numb and event.lasted_s >= STAYS_S:
        return FlossRule.N4
    worse = event.strength > MILD_STRENGTH or event.lasted_s > MILD_S
    if worse or event.further_down or event.numb:
        return FlossRule.N2
    return FlossRule.N1


def troubles(history: History) -> tuple[Trouble, ...]:
    """Every day with tingling, oldest first. Tingling that nobody described is N2 (X4)."""
    silent = _silent(history)
    by_day: dict[date, list[FlossEvent]] = {day: [] for day in silent}
    for event in history.floss_events:
        by_day.setdefault(event.day, []).append(event)
    return tuple(_trouble(day, by_day[day], day in silent) for day in sorted(by_day))


def lock_end(told: Sequence[Trouble]) -> date | None:
    """The last day of the newest lock: seven quiet days after N2, counted anew from any tingling
    before they are over (N2)."""
    end: date | None = None
    for trouble in told:
        lasting = end is not None and trouble.day <= end
        if trouble.rule is not FlossRule.N1 or lasting:
            end = trouble.day + timedelta(days=LOCK_DAYS)
    return end


def removals(history: History, usual_on: UsualOn) -> tuple[Trouble, ...]:
    """Days on which the floss is taken out, by N3 or N4, oldest first."""
    told = troubles(history)
    n2 = [trouble.day for trouble in told if trouble.rule is not FlossRule.N1]
    days = {*_second(n2), *_mornings(n2, history, usual_on), *_spread(history)}
    third = {day: Trouble(day, FlossRule.N3) for day in days}
    fourth = {t.day: t for t in told if t.rule is FlossRule.N4}
    return tuple(trouble for _, trouble in sorted({**third, **fourth}.items()))


def least_gate(removal: Trouble) -> Gate:
    """The mildest gate that a removal leaves: N4 is red, at once where both legs tell of it."""
    if removal.rule is not FlossRule.N4:
        return Gate.AMBER
    return Gate.RED_NOW if removal.both else Gate.RED_SOON


def _trouble(day: date, events: Sequence[FlossEvent], silent: bool) -> Trouble:
    rules = [classify(event) for event in events]
    if silent:
        rules.append(FlossRule.N2)
    sides = {event.side for event in events if classify(event) is not FlossRule.N1}
    both = {Side.LEFT, Side.RIGHT} <= sides
    return Trouble(day, FlossRule.N4 if both else max(rules), both)


def _silent(history: History) -> frozenset[date]:
    """Days with more tingling keys than answers to them."""
    keys = Counter(
        s.day for s in history.sessions for sign in s.signs if sign.kind is Discomfort.TINGLING
    )
    return frozenset(keys - Counter(event.day for event in history.floss_events))


def _second(n2: Sequence[date]) -> list[date]:
    return [late for early, late in pairwise(n2) if (late - early).days <= SECOND_WITHIN_DAYS]


def _mornings(n2: Sequence[date], history: History, usual_on: UsualOn) -> list[date]:
    """Mornings after N2 with a rating still above usual."""
    scores = {rated.day: rated.score for rated in history.rated}
    found = []
    for day in (before + timedelta(days=1) for before in n2):
        usual = usual_on(day)
        if usual is not None and scores.get(day, 0) > usual:
            found.append(day)
    return found


def _spread(history: History) -> list[date]:
    """When something that went further down the leg had stayed for two days."""
    return [
        event.day + timedelta(days=SPREAD_DAYS)
        for event in history.floss_events
        if event.further_down and event.lasted_s >= SPREAD_DAYS * _DAY_S
    ]
