"""What has happened, as the rules over weeks read it: rated days, sessions, states of the plan.

Plain facts with civil dates, oldest first. Late entries and ratings after a session are not in
here (K3, K14).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from coach.domain.records import SessionStatus
from coach.domain.terms import Discomfort, Effort, Floss, Side, Stage, Template


@dataclass(frozen=True, slots=True)
class RatedDay:
    """One rated day: the higher of left and right, and each side where it was given (K3)."""

    day: date
    score: int
    left: int | None = None
    right: int | None = None


@dataclass(frozen=True, slots=True)
class Sign:
    """A discomfort key during a session; ``exercise`` is empty before the first one."""

    kind: Discomfort
    exercise: str = ""


@dataclass(frozen=True, slots=True)
class SessionFact:
    """One session that was not discarded. ``efforts`` holds what was given per exercise."""

    day: date
    template: Template
    stage: Stage | None
    floss: Floss
    status: SessionStatus
    done: frozenset[str] = frozenset()
    efforts: Mapping[str, Effort] = field(default_factory=dict)
    signs: tuple[Sign, ...] = ()

    @property
    def is_full(self) -> bool:
        """Counts towards a stage: a finished full or extended session (R12, G1)."""
        full = self.template in (Template.FULL, Template.EXTENDED)
        return full and self.status is SessionStatus.FINISHED


@dataclass(frozen=True, slots=True)
class PlanFact:
    """A state of the plan and the rule that set it; it holds until the next one."""

    day: date
    stage: Stage | None
    floss: Floss
    rule: str


@dataclass(frozen=True, slots=True)
class FlossEvent:
    """What was told after tingling in the floss (N1-N3): strength 0-10, how long it stayed,
    whether it went further down the leg, whether anything felt numb."""

    day: date
    strength: int
    lasted_s: int
    further_down: bool = False
    numb: bool = False
    side: Side | None = None


@dataclass(frozen=True, slots=True)
class History:
    """Everything up to and including ``today``; ``start`` is plan day 1."""

    today: date
    start: date
    rated: tuple[RatedDay, ...] = ()
    sessions: tuple[SessionFact, ...] = ()
    plans: tuple[PlanFact, ...] = ()
    floss_events: tuple[FlossEvent, ...] = ()
