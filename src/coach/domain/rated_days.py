"""Rated days and how unsteady they are: the material of verdict and chart (K3, K11)."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from statistics import fmean

from coach.domain.day import plan_day
from coach.domain.statistics import lag1_autocorrelation, residuals, theil_sen

FIRST_WEEK_DAYS = 10
FIRST_WEEK_RATED = 7
LINE_DAYS = 365
RHO_LEAST, RHO_MOST = 0.3, 0.8


@dataclass(frozen=True, slots=True)
class RatedDays:
    """Rated days in order: day numbers from 1 on the first rated date, and their scores (K11)."""

    days: tuple[int, ...]
    scores: tuple[int, ...]

    def up_to(self, day: int) -> RatedDays:
        return self._where(d <= day for d in self.days)

    def between(self, first: int, last: int) -> RatedDays:
        """Both ends included."""
        return self._where(first <= d <= last for d in self.days)

    def first_week(self) -> tuple[int, ...]:
        """Scores of the first seven rated days within days 1-10."""
        return self.between(1, FIRST_WEEK_DAYS).scores[:FIRST_WEEK_RATED]

    def latest(self, count: int) -> RatedDays:
        return RatedDays(self.days[-count:], self.scores[-count:])

    def _where(self, keep: Iterable[bool]) -> RatedDays:
        pairs = zip(self.days, self.scores, strict=True)
        kept = [pair for pair, wanted in zip(pairs, keep, strict=True) if wanted]
        return RatedDays(tuple(d for d, _ in kept), tuple(s for _, s in kept))


def rated_days(ratings: Iterable[tuple[date, int]]) -> RatedDays:
    """Daily ratings (civil date, 0-10) as rated days; the last of a date counts (K3).

    Raises ``ValueError`` for a score outside 0-10.
    """
    by_date = dict(ratings)
    for day, score in by_date.items():
        if not 0 <= score <= 10:
            raise ValueError(f"a rating is a whole number from 0 to 10, not {score} ({day})")
    dates = sorted(by_date)
    return RatedDays(tuple(plan_day(dates[0], d) for d in dates), tuple(by_date[d] for d in dates))


def within_person_sd(rated: RatedDays) -> float | None:
    """How far ratings move from day to day around their own trend, over the last 365 rated days.

    The spread around the Theil-Sen line, so that a real change does not count as unrest;
    ``None`` for fewer than three rated days.
    """
    return spread(off_line(rated))


def spread(off: Sequence[float]) -> float | None:
    """Standard deviation of residuals; ``None`` for fewer than three."""
    if len(off) < 3:
        return None
    mean = fmean(off)
    return math.sqrt(math.fsum((v - mean) ** 2 for v in off) / (len(off) - 1))


def off_line(rated: RatedDays) -> list[float]:
    """How far the last 365 rated days lie above their Theil-Sen line."""
    seen = rated.latest(LINE_DAYS)
    if not seen.days:
        return []
    return residuals(theil_sen(seen.days, seen.scores), seen.days, seen.scores)


def serial_rho(off: Sequence[float]) -> float:
    """Autocorrelation that the verdict assumes: bias-corrected, within 0.3-0.8 (M4).

    ``off`` are the residuals; where their autocorrelation is undefined the floor stands.
    """
    rho = lag1_autocorrelation(off)
    if rho is None:
        return RHO_LEAST
    return min(max(rho + (1 + 3 * rho) / len(off), RHO_LEAST), RHO_MOST)
