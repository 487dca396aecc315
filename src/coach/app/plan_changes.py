"""What changed in the plan and when, read off its history."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from itertools import pairwise

from coach.domain.day import plan_week
from coach.domain.records import PlanState
from coach.domain.standing import Mark
from coach.domain.terms import Emphasis, Stage

_PARTS = ("end-", "declined-")


class ChangeKind(StrEnum):
    START = "start"
    STAGE_UP = "stage-up"
    STAGE_DOWN = "stage-down"
    DELOAD = "deload"
    DECLINED = "declined"
    BACK = "back"
    PAUSED = "paused"
    GOES_ON = "goes-on"
    LOAD = "load"
    LOCKED = "locked"
    OPENED = "opened"
    FLOSS = "floss"
    EMPHASIS = "emphasis"
    DAYS = "days"


@dataclass(frozen=True, slots=True)
class Change:
    """One step of the plan. ``week`` counts from 1 at the first plan; ``reason`` is a sentence
    and ``rule`` the id of the rule that asked for it.

    ``stage`` and ``emphasis`` are those that hold from then on.
    """

    day: date
    week: int
    kind: ChangeKind
    stage: Stage | None
    emphasis: Emphasis | None
    reason: str
    rule: str = ""


def plan_changes(plans: Sequence[PlanState]) -> tuple[Change, ...]:
    """Changes, oldest first, of the plan's states, oldest first."""
    if not plans:
        return ()
    first = plans[0]
    begun = first.stamp.civil
    kind = ChangeKind.LOCKED if first.stage is None else ChangeKind.START
    later: list[Change] = []
    easier = first.rule == Mark.DELOAD
    for old, now in pairwise(plans):
        later += [_change(now, kind, begun) for kind in _kinds(old, now, easier=easier)]
        easier = _stays_easier(old, now, easier=easier)
    return (_change(first, kind, begun), *later)


def _change(plan: PlanState, kind: ChangeKind, begun: date) -> Change:
    day = plan.stamp.civil
    week = plan_week(begun, day)
    return Change(day, week, kind, plan.stage, plan.emphasis, plan.reason, rule_of(plan.rule))


def rule_of(mark: str) -> str:
    """The id of the rule book behind a row's mark: "end-D2" is told as D2."""
    for part in _PARTS:
        mark = mark.removeprefix(part)
    return mark


def _stays_easier(old: PlanState, now: PlanState, *, easier: bool) -> bool:
    """Whether the three half sessions run after ``now``; a change of days ends nothing."""
    if now.rule == Mark.DELOAD:
        return True
    if now.stage is None or old.stage is None or now.stage.level > old.stage.level:
        return False
    return easier and now.rule not in (Mark.DELOAD_END, Mark.DELOAD_DECLINED, Mark.RECHECK)


_BY_MARK = {
    Mark.DROP: ChangeKind.STAGE_DOWN,
    Mark.DELOAD_DECLINED: ChangeKind.DECLINED,
    Mark.PAUSE: ChangeKind.PAUSED,
    Mark.PAUSE_END: ChangeKind.GOES_ON,
}


def _kinds(old: PlanState, now: PlanState, *, easier: bool) -> Iterator[ChangeKind]:
    """What a new state brings; the weightiest only, since one reason explains one step.
    ``easier`` says that three half sessions run."""
    if now.stage is None or old.stage is None:
        if now.stage is not old.stage:
            yield ChangeKind.LOCKED if now.stage is None else ChangeKind.OPENED
    elif now.rule == Mark.DELOAD:
        if not easier:
            yield ChangeKind.DELOAD
    elif now.rule in _BY_MARK:
        yield _BY_MARK[Mark(now.rule)]
    elif now.rule == Mark.DELOAD_END or (easier and now.stage.level > old.stage.level):
        yield ChangeKind.BACK
    else:
        yield from _plain_kinds(old, now)


def _plain_kinds(old: PlanState, now: PlanState) -> Iterator[ChangeKind]:
    """The same for rows that begin and end nothing, both with a stage."""
    if now.stage is None or old.stage is None:
        return
    if now.stage is not old.stage:
        rises = now.stage.level > old.stage.level
        yield ChangeKind.STAGE_UP if rises else ChangeKind.STAGE_DOWN
    elif now.load_kg != old.load_kg:
        yield ChangeKind.LOAD
    elif now.floss is not old.floss:
        yield ChangeKind.FLOSS
    elif now.emphasis is not old.emphasis:
        yield ChangeKind.EMPHASIS
    elif now.days != old.days:
        yield ChangeKind.DAYS
