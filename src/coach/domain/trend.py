"""Has tightness changed? The weekly verdict over the daily ratings (M1-M10, K3, K11, K12)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from fractions import Fraction
from functools import lru_cache

from coach.domain.rated_days import (
    FIRST_WEEK_DAYS,
    RatedDays,
    off_line,
    rated_days,
    serial_rho,
    spread,
)
from coach.domain.statistics import mann_kendall, welch_interval

FIRST_LOOK_DAY = 21
LOOK_EVERY_DAYS = 7
LAST_DAYS = 14
ENOUGH_FIRST = 5
ENOUGH_LAST = 8
LEVEL = 0.05
LOW_START = 3
CLEAR_SHARE = Fraction(3, 10)


class VerdictKind(StrEnum):
    NOT_ENOUGH = "not-enough"
    NO_CLEAR_CHANGE = "no-clear-change"
    LOWER = "lower"
    CLEARLY_LOWER = "clearly-lower"
    HIGHER = "higher"
    CLEARLY_HIGHER = "clearly-higher"

    @property
    def is_lower(self) -> bool:
        return self in (VerdictKind.LOWER, VerdictKind.CLEARLY_LOWER)

    @property
    def is_higher(self) -> bool:
        return self in (VerdictKind.HIGHER, VerdictKind.CLEARLY_HIGHER)


@dataclass(frozen=True, slots=True)
class Verdict:
    """What the last weekly look says (K11).

    Points on the 0-10 scale: ``difference`` is the mean of the last 14 days minus the mean of
    the first week, ``low`` to ``high`` its 95 % range, ``sd`` the within-person SD. ``n`` counts
    the rated days up to ``look_day`` (21, 28, ...). ``rated_first`` and ``rated_last`` count the
    rated days in days 1-10 and in the last 14. Before day 21 all but ``kind`` are ``None``;
    later a value is ``None`` only where no rating lies in its window.
    """

    kind: VerdictKind
    difference: float | None = None
    low: float | None = None
    high: float | None = None
    n: int | None = None
    rho: float | None = None
    p: float | None = None
    first_mean: float | None = None
    last_mean: float | None = None
    sd: float | None = None
    look_day: int | None = None
    rated_first: int | None = None
    rated_last: int | None = None


def verdict(ratings: Sequence[tuple[date, int]]) -> Verdict:
    """The verdict of the last weekly look at or before the last rated day (M4, K11).

    ``ratings`` are (civil date, score 0-10) of the daily ratings in the order of entry; the last
    one of a date counts. Raises ``ValueError`` for a score outside 0-10.
    """
    rated = rated_days(ratings)
    if not rated.days or rated.days[-1] < FIRST_LOOK_DAY:
        return Verdict(VerdictKind.NOT_ENOUGH)
    beyond = (rated.days[-1] - FIRST_LOOK_DAY) % LOOK_EVERY_DAYS
    look = _Look.at(rated, rated.days[-1] - beyond)
    return look.report(_kind(look, rated))


def looks(ratings: Sequence[tuple[date, int]], count: int = 2) -> tuple[VerdictKind, ...]:
    """The verdicts of the latest ``count`` weekly looks, oldest first; from day 21 on (C2)."""
    rated = rated_days(ratings)
    last = rated.days[-1] if rated.days else 0
    latest = last - (last - FIRST_LOOK_DAY) % LOOK_EVERY_DAYS
    return _looks(rated.up_to(latest), latest, count)


# A day asks for the same looks many times, and what they see changes once a week.
@lru_cache(maxsize=4)
def _looks(rated: RatedDays, latest: int, count: int) -> tuple[VerdictKind, ...]:
    days = range(latest, FIRST_LOOK_DAY - 1, -LOOK_EVERY_DAYS)[:count]
    return tuple(_kind(_Look.at(rated, day), rated) for day in reversed(days))


@dataclass(frozen=True, slots=True)
class _Look:
    """One weekly look. Means are exact, so that a difference of 1.0 is one, not 0.9999."""

    day: int
    rated: RatedDays
    first: tuple[int, ...]
    last: tuple[int, ...]
    rated_first: int
    off: tuple[float, ...]
    s: int
    rho: float
    p: float

    @classmethod
    def at(cls, rated: RatedDays, day: int) -> _Look:
        seen = rated.up_to(day)
        off = off_line(seen)
        rho = serial_rho(off)
        s, p = mann_kendall(seen.scores, rho)
        return cls(
            day=day,
            rated=seen,
            first=seen.first_week(),
            last=seen.between(day - LAST_DAYS + 1, day).scores,
            rated_first=len(seen.between(1, FIRST_WEEK_DAYS).days),
            off=tuple(off),
            s=s,
            rho=rho,
            p=p,
        )

    @property
    def enough(self) -> bool:
        return self.rated_first >= ENOUGH_FIRST and len(self.last) >= ENOUGH_LAST

    @property
    def difference(self) -> Fraction | None:
        return _mean(self.last) - _mean(self.first) if self.last else None

    def moved(self, direction: int) -> bool:
        """True for p < 0.05 and at least one point in ``direction`` (-1 or 1), with enough data."""
        d = self.difference
        if d is None or not self.enough:
            return False
        return self.p < LEVEL and self.s * direction > 0 and d * direction >= 1

    def report(self, kind: VerdictKind) -> Verdict:
        d = self.difference
        low, high = welch_interval(self.first, self.last, self.rho) or (None, None)
        return Verdict(
            kind=kind,
            difference=None if d is None else float(d),
            low=low,
            high=high,
            n=len(self.rated.days),
            rho=self.rho,
            p=self.p,
            first_mean=float(_mean(self.first)),
            last_mean=float(_mean(self.last)) if self.last else None,
            sd=spread(self.off),
            look_day=self.day,
            rated_first=self.rated_first,
            rated_last=len(self.last),
        )


def _mean(scores: Sequence[int]) -> Fraction:
    return Fraction(sum(scores), len(scores))


def _kind(look: _Look, rated: RatedDays) -> VerdictKind:
    """M4 steps 1, 4 and 5. The look of a week before is only taken where it matters."""
    if not look.enough:
        return VerdictKind.NOT_ENOUGH
    for direction in (-1, 1):
        if look.moved(direction) and look.day > FIRST_LOOK_DAY:
            before = _Look.at(rated, look.day - LOOK_EVERY_DAYS)
            if before.moved(direction):
                return _strength(look, direction)
    return VerdictKind.NO_CLEAR_CHANGE


def _strength(look: _Look, direction: int) -> VerdictKind:
    """Clearly, or plainly, lower or higher; a low start is never clearly lower (M8, K12)."""
    first, change = _mean(look.first), abs(_mean(look.last) - _mean(look.first))
    share = first > 0 and change >= CLEAR_SHARE * first
    clearly = share and change >= 2
    if direction > 0:
        return VerdictKind.CLEARLY_HIGHER if clearly else VerdictKind.HIGHER
    if first < LOW_START:
        return VerdictKind.LOWER if share else VerdictKind.NO_CLEAR_CHANGE
    return VerdictKind.CLEARLY_LOWER if clearly else VerdictKind.LOWER
