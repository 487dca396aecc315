"""What changed in the plan and when, read off its history."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from itertools import pairwise

from coach.domain.day import plan_week
from coach.domain.records import PlanState
from coach.domain.terms import Emphasis, Stage

DELOAD_RULE = "D2"


class ChangeKind(StrEnum):
    START = "start"
    STAGE_UP = "stage-up"
    STAGE_DOWN = "stage-down"
    DELOAD = "deload"
    BACK = "back"
    LOCKED = "locked"
    OPENED = "opened"
    FLOSS = "floss"
    EMPHASIS = "emphasis"
    DAYS = "days"


@dataclass(frozen=True, slots=True)
class Change:
    """One step of the plan. ``week`` counts from 1 at the first plan; ``reason`` is a sentence.

    ``stage`` and ``emphasis`` are those that hold from then on.
    """

    day: date
    week: int
    kind: ChangeKind
    stage: Stage | None
    emphasis: Emphasis | None
    reason: str


def plan_changes(plans: Sequence[PlanState]) -> tuple[Change, ...]:
    """Changes, oldest first, of the plan's states, oldest first."""
    if not plans:
        return ()
    first = plans[0]
    begun = first.stamp.civil
    kind = ChangeKind.LOCKED if first.stage is None else ChangeKind.START
    later = (_change(now, kind, begun) for old, now in pairwise(plans) for kind in _kinds(old, now))
    return (_change(first, kind, begun), *later)


def _change(plan: PlanState, kind: ChangeKind, begun: date) -> Change:
    day = plan.stamp.civil
    week = plan_week(begun, day)
    return Change(day, week, kind, plan.stage, plan.emphasis, plan.reason)


def _kinds(old: PlanState, now: PlanState) -> Iterator[ChangeKind]:
    """What a new state brings; the weightiest only, since one reason explains one step."""
    if now.stage is None or old.stage is None:
        if now.stage is not old.stage:
            yield ChangeKind.LOCKED if now.stage is None else ChangeKind.OPENED
    elif now.rule.startswith(DELOAD_RULE):
        yield ChangeKind.DELOAD
    elif old.rule.startswith(DELOAD_RULE) and now.stage.level >= old.stage.level:
        yield ChangeKind.BACK
    elif now.stage is not old.stage:
        rises = now.stage.level > old.stage.level
        yield ChangeKind.STAGE_UP if rises else ChangeKind.STAGE_DOWN
    elif now.floss is not old.floss:
        yield ChangeKind.FLOSS
    elif now.emphasis is not old.emphasis:
        yield ChangeKind.EMPHASIS
    elif now.days != old.days:
        yield ChangeKind.DAYS
