"""What the log holds besides sessions and ratings: decisions told, ticks, and words on tingling."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any
from uuid import UUID

from coach.domain.records import Stamp
from coach.domain.terms import Side


class Answer(StrEnum):
    """What the user said to a decision."""

    ACCEPTED = "accepted"
    DECLINED = "declined"
    DISMISSED = "dismissed"


@dataclass(frozen=True, slots=True)
class Decision:
    """Something the rules decided and told, with the rule, the sentence as it was shown, and the
    version of the rules (X2).

    ``text`` is the id of the sentence. ``answer`` is ``None`` while nothing was said to it.
    ``detail`` holds plain data that the rule needs again, such as the day a session moves to.
    """

    id: UUID
    stamp: Stamp
    rule: str
    text: str
    reason: str
    ruleset_version: str
    session_id: UUID | None = None
    answer: Answer | None = None
    detail: Mapping[str, Any] = field(default_factory=dict)


class TickKind(StrEnum):
    """Optional ticks of the check-in, shown only to whom they concern (K9).

    ``STEADY`` counts for M-BAL, ``SIT_BONE`` for M-SIT, ``KNEELING`` (it hurts) for M-KNEE,
    ``SWELLING`` for C4, ``AWAKE`` for C7.
    """

    STEADY = "steady"
    SIT_BONE = "sit-bone"
    KNEELING = "kneeling"
    SWELLING = "swelling"
    AWAKE = "awake"


@dataclass(frozen=True, slots=True)
class Tick:
    """One tick of a civil date, set or taken back; the last of its kind on a date counts."""

    id: UUID
    stamp: Stamp
    kind: TickKind
    on: bool


@dataclass(frozen=True, slots=True)
class FlossTold:
    """What was told after tingling (N1-N3).

    ``strength`` is 0-10, ``lasted_s`` how many seconds it stayed; whether it went further down
    the leg and whether anything felt numb. ``discomfort_id`` is the key that it answers.
    """

    id: UUID
    session_id: UUID
    discomfort_id: UUID
    stamp: Stamp
    strength: int
    lasted_s: int
    further_down: bool = False
    numb: bool = False
    side: Side | None = None

    def __post_init__(self) -> None:
        if not 0 <= self.strength <= 10:
            raise ValueError(f"a strength is a whole number from 0 to 10, not {self.strength}")
        if self.lasted_s < 0:
            raise ValueError(f"seconds cannot be {self.lasted_s}")
