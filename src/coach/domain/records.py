"""What the log holds: plain values that the store keeps and the rules read (X1, K3)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from enum import StrEnum
from typing import Any
from uuid import UUID

from coach.domain.day import civil_date
from coach.domain.terms import Discomfort, Effort, Emphasis, Floss, Gate, Side, Stage, Weekday


@dataclass(frozen=True, slots=True)
class Stamp:
    """When something happened: UTC instant, UTC offset, and the civil date fixed at entry (X1)."""

    utc: datetime
    offset_min: int
    civil: date

    def __post_init__(self) -> None:
        if self.utc.tzinfo is None or self.utc.utcoffset():
            raise ValueError("a stamp needs an aware UTC instant")

    @classmethod
    def of(cls, local: datetime) -> Stamp:
        """The stamp of a clock reading. Raises ``ValueError`` where it has no UTC offset."""
        offset = local.utcoffset()
        if offset is None:
            raise ValueError("the clock must tell its UTC offset")
        minutes = round(offset.total_seconds() / 60)
        return cls(local.astimezone(UTC), minutes, civil_date(local))


class RatingKind(StrEnum):
    DAILY = "daily"
    AFTER = "after"


@dataclass(frozen=True, slots=True)
class Rating:
    """Tightness 0-10 on one or both sides; only ``daily`` feeds rules and verdict (K3)."""

    id: UUID
    kind: RatingKind
    stamp: Stamp
    left: int | None = None
    right: int | None = None
    session_id: UUID | None = None
    backfilled: bool = False
    late: bool = False

    def __post_init__(self) -> None:
        for value in (self.left, self.right):
            if value is not None and not 0 <= value <= 10:
                raise ValueError(f"a rating is a whole number from 0 to 10, not {value}")
        if self.left is None and self.right is None:
            raise ValueError("a rating needs a side")

    @property
    def score(self) -> int:
        """The higher of left and right (K3)."""
        return max(v for v in (self.left, self.right) if v is not None)


@dataclass(frozen=True, slots=True)
class CheckDraft:
    """An unfinished readiness check: answers so far, as in an answers file, and the screen."""

    answers: Mapping[str, Any]
    screen: int


@dataclass(frozen=True, slots=True)
class Check:
    """A finished readiness check. ``answers`` has the form of an answers file."""

    id: UUID
    stamp: Stamp
    answers: Mapping[str, Any]
    gate: Gate
    ruleset_version: str
    seconds: int


@dataclass(frozen=True, slots=True)
class PlanState:
    """What the week is built from, besides the answers; a new row for each change. ``load_kg`` is
    the weight of the strength stages (R2)."""

    id: UUID
    stamp: Stamp
    check_id: UUID
    stage: Stage | None
    floss: Floss
    days: tuple[Weekday, ...]
    emphasis: Emphasis | None
    rule: str
    reason: str
    ruleset_version: str
    load_kg: int | None = None


class SessionStatus(StrEnum):
    ACTIVE = "active"
    FINISHED = "finished"
    STOPPED = "stopped"
    DISCARDED = "discarded"


class SetStatus(StrEnum):
    DONE = "done"
    SKIPPED = "skipped"
    STOPPED = "stopped"


@dataclass(frozen=True, slots=True)
class SetLog:
    """One finished, skipped or stopped set on one side; ``block`` is its place in the timeline."""

    id: UUID
    session_id: UUID
    stamp: Stamp
    block: int
    item: int
    exercise: str
    variant: str
    set: int
    side: Side | None
    reps_planned: int
    reps_done: int
    status: SetStatus
    position_ms: int


@dataclass(frozen=True, slots=True)
class EffortLog:
    """How an exercise felt; a later one for the same item replaces the earlier one."""

    id: UUID
    session_id: UUID
    stamp: Stamp
    item: int
    exercise: str
    effort: Effort


@dataclass(frozen=True, slots=True)
class DiscomfortLog:
    """A pain, tingling, dizzy or wrong key, with its second and side."""

    id: UUID
    session_id: UUID
    stamp: Stamp
    kind: Discomfort
    item: int | None
    exercise: str | None
    side: Side | None
    position_ms: int


@dataclass(frozen=True, slots=True)
class SessionLog:
    """One session. ``plan`` is the compiled plan of that day as plain data, so that it can be
    continued after a crash whatever the rules say by then."""

    id: UUID
    stamp: Stamp
    plan: Mapping[str, Any]
    status: SessionStatus
    ruleset_version: str
    ended: Stamp | None = None
    sets: tuple[SetLog, ...] = ()
    efforts: tuple[EffortLog, ...] = ()
    discomforts: tuple[DiscomfortLog, ...] = field(default=())
