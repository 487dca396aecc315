"""What the progress chart shows: dots, the smoothed line, the first-week band, marks (M3)."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from coach.app.plan_changes import Change, ChangeKind
from coach.domain.rated_days import FIRST_WEEK_DAYS, RatedDays, within_person_sd
from coach.domain.trend import ENOUGH_FIRST

MEMORY_DAYS = 7.0
"""Days after which a rating weighs 1/e in the line, and the widest gap that the line spans."""

LEAST_DAYS = 28
"""The chart is at least this wide, so that a first week does not fill it."""


class Span(StrEnum):
    """How far back the chart looks."""

    FOUR_WEEKS = "4-weeks"
    TWELVE_WEEKS = "12-weeks"
    ALL = "all"

    @property
    def days(self) -> int | None:
        return {Span.FOUR_WEEKS: 28, Span.TWELVE_WEEKS: 84}.get(self)


@dataclass(frozen=True, slots=True)
class Dot:
    """One rated day, score 0-10."""

    day: date
    score: int


@dataclass(frozen=True, slots=True)
class LinePoint:
    """The smoothed rating on a rated day."""

    day: date
    value: float


@dataclass(frozen=True, slots=True)
class Band:
    """First-week mean and the within-person SD around it."""

    mean: float
    low: float
    high: float


@dataclass(frozen=True, slots=True)
class ChartView:
    """Everything between ``first`` and ``last``, both included."""

    first: date
    last: date
    dots: tuple[Dot, ...] = ()
    line: tuple[tuple[LinePoint, ...], ...] = ()
    band: Band | None = None
    sessions: tuple[date, ...] = ()
    marks: tuple[Change, ...] = ()


def build_chart(
    dots: Sequence[Dot],
    rated: RatedDays,
    sessions: Sequence[date],
    changes: Sequence[Change],
    today: date,
    span: Span,
) -> ChartView:
    """The chart of ``span`` up to ``today``.

    ``dots`` are all rated days in order; ``rated`` those that count for the band; ``sessions``
    the days with a session in order.
    """
    begun = min([today, *(d.day for d in dots[:1]), *sessions[:1], *(c.day for c in changes[:1])])
    first = begun if span.days is None else max(begun, today - timedelta(days=span.days - 1))
    marked = (ChangeKind.STAGE_UP, ChangeKind.STAGE_DOWN, ChangeKind.DELOAD)
    return ChartView(
        first=first,
        last=max(today, first + timedelta(days=LEAST_DAYS - 1)),
        dots=tuple(d for d in dots if d.day >= first),
        line=_clip(smoothed(dots), first),
        band=first_week_band(rated),
        sessions=tuple(d for d in sessions if d >= first),
        marks=tuple(c for c in changes if c.kind in marked and c.day >= first),
    )


def smoothed(dots: Sequence[Dot]) -> tuple[tuple[LinePoint, ...], ...]:
    """Time-aware exponential average, alpha = 1 - exp(-days/7), new after a gap over 7 days (M3).

    Each part starts at its first rating.
    """
    parts: list[list[LinePoint]] = []
    for dot in dots:
        before = parts[-1][-1] if parts else None
        gap = (dot.day - before.day).days if before else 0
        if before is None or gap > MEMORY_DAYS:
            parts.append([LinePoint(dot.day, float(dot.score))])
            continue
        alpha = 1 - math.exp(-gap / MEMORY_DAYS)
        parts[-1].append(LinePoint(dot.day, before.value + alpha * (dot.score - before.value)))
    return tuple(tuple(part) for part in parts)


def first_week_band(rated: RatedDays) -> Band | None:
    """First-week mean and SD around it, once five days of the first ten are rated (M3)."""
    scores, sd = rated.first_week(), within_person_sd(rated)
    if sd is None or len(rated.between(1, FIRST_WEEK_DAYS).days) < ENOUGH_FIRST:
        return None
    mean = sum(scores) / len(scores)
    return Band(mean, max(mean - sd, 0.0), min(mean + sd, 10.0))


def _clip(parts: Sequence[Sequence[LinePoint]], first: date) -> tuple[tuple[LinePoint, ...], ...]:
    clipped = (tuple(p for p in part if p.day >= first) for part in parts)
    return tuple(part for part in clipped if part)
