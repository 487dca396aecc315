"""Small builders of log values on a given day, for tests that read the log."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, date, datetime, time, timedelta
from uuid import uuid4

from coach.domain.records import (
    PlanState,
    Rating,
    RatingKind,
    SessionLog,
    SessionStatus,
    SetLog,
    SetStatus,
    Stamp,
)
from coach.domain.terms import Emphasis, Floss, Stage, Template, Weekday

DAY_1 = date(2026, 1, 5)
"""A Monday."""

MON_WED_FRI = (Weekday.MON, Weekday.WED, Weekday.FRI)


def day(number: int) -> date:
    """Plan day ``number``, counted from 1 on Monday 5 January 2026."""
    return DAY_1 + timedelta(days=number - 1)


def stamp(number: int, hour: int = 8) -> Stamp:
    return Stamp(datetime.combine(day(number), time(hour), UTC), 0, day(number))


def rating(
    number: int,
    left: int | None,
    right: int | None = None,
    *,
    after: bool = False,
    late: bool = False,
) -> Rating:
    kind = RatingKind.AFTER if after else RatingKind.DAILY
    return Rating(uuid4(), kind, stamp(number), left, right, late=late)


def ratings(scores: Sequence[int | None]) -> list[Rating]:
    """A daily rating of the left side for each day from day 1; ``None`` is a day without."""
    return [rating(i, s) for i, s in enumerate(scores, start=1) if s is not None]


def session(
    number: int,
    template: Template = Template.FULL,
    status: SessionStatus = SessionStatus.FINISHED,
    *,
    sets: int = 0,
) -> SessionLog:
    made, id_ = stamp(number), uuid4()
    done = tuple(
        SetLog(uuid4(), id_, made, i, 0, "x", "y", 1, None, 5, 5, SetStatus.DONE, 0)
        for i in range(sets)
    )
    return SessionLog(id_, made, {"template": template.value}, status, "1", sets=done)


def plan(
    number: int,
    stage: Stage | None = Stage.S1,
    *,
    days: tuple[Weekday, ...] = MON_WED_FRI,
    floss: Floss = Floss.F1,
    emphasis: Emphasis = Emphasis.BALANCED,
    rule: str = "G2",
    reason: str = "This is where most people begin.",
    load_kg: int | None = None,
) -> PlanState:
    return PlanState(
        uuid4(), stamp(number), uuid4(), stage, floss, days, emphasis, rule, reason, "1", load_kg
    )
