"""What a running session is told and what it tells: events in, facts out."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from coach.domain.reason import Reason
from coach.domain.records import SetStatus
from coach.domain.terms import Discomfort, Effort, Side
from coach.domain.timeline import Block
from coach.domain.tingling import Aftermath, Strength, TinglingWords


class PauseReason(StrEnum):
    """Why time stands still: the user's wish, S, a gap in the clock, W (S8), or the questions
    after tingling (N1-N3)."""

    PAUSED = "paused"
    STOPPED = "stopped"
    INTERRUPTED = "interrupted"
    WRONG = "wrong"
    TINGLING = "tingling"


@dataclass(frozen=True, slots=True)
class Tick:
    """The clock was read; also the news that a player's track is elsewhere comes with it."""


@dataclass(frozen=True, slots=True)
class Steer:
    """The sound leads: run at ``rate``, after a jump of ``jump_ms``."""

    rate: float
    jump_ms: float = 0.0


@dataclass(frozen=True, slots=True)
class AnswerCheck:
    """The answer to the question before each session (S7): is anything new?"""

    something_new: bool


class Command(StrEnum):
    """Keys and buttons without a value. ``FINISH`` ends a paused session or the rate page,
    ``RECHECK`` ends it for the readiness questions. After tingling ``SKIP`` leaves the questions
    unanswered and ``BACK`` asks them again."""

    PAUSE = "pause"
    RESUME = "resume"
    BACK = "back"
    SKIP = "skip"
    STOP = "stop"
    FINISH = "finish"
    RECHECK = "recheck"


@dataclass(frozen=True, slots=True)
class Report:
    """A sign of discomfort (E2, E3, S8); ``item`` says which exercise on the rate page (K9)."""

    kind: Discomfort
    item: int | None = None


@dataclass(frozen=True, slots=True)
class GiveEffort:
    """How an exercise felt (K9). Without ``item`` it is the one that is asked about now, or in
    a rest the one under way."""

    effort: Effort
    item: int | None = None


@dataclass(frozen=True, slots=True)
class TellStrength:
    """How strong the tingling was at most: the first tap."""

    strength: Strength


@dataclass(frozen=True, slots=True)
class TellAftermath:
    """How it went on after stopping: the second tap."""

    after: Aftermath


Event = Tick | Steer | AnswerCheck | Command | Report | GiveEffort | TellStrength | TellAftermath


@dataclass(frozen=True, slots=True)
class Begun:
    """The question was answered with no; time starts at ``position_ms``."""

    position_ms: int


@dataclass(frozen=True, slots=True)
class BlockEnded:
    """A set is over. ``reps_done`` are those really finished."""

    block: Block
    status: SetStatus
    reps_done: int
    position_ms: int


@dataclass(frozen=True, slots=True)
class EffortGiven:
    item: int
    exercise: str
    effort: Effort


@dataclass(frozen=True, slots=True)
class DiscomfortGiven:
    kind: Discomfort
    item: int | None
    exercise: str | None
    side: Side | None
    position_ms: int


@dataclass(frozen=True, slots=True)
class Decided:
    """What a sign or an effort led to, with its sentence, and what it was about."""

    why: Reason
    item: int | None
    exercise: str | None
    side: Side | None
    position_ms: int


@dataclass(frozen=True, slots=True)
class TinglingTold:
    """Both answers to the tingling key that is ``number`` in the session, from 0."""

    number: int
    words: TinglingWords
    side: Side | None


@dataclass(frozen=True, slots=True)
class Paused:
    reason: PauseReason
    position_ms: int


@dataclass(frozen=True, slots=True)
class Resumed:
    position_ms: int


@dataclass(frozen=True, slots=True)
class Jumped:
    """The place changed otherwise than by time: what sounds has to follow."""

    position_ms: int


@dataclass(frozen=True, slots=True)
class RatingOpened:
    """All sets are over; the rate page waits."""

    position_ms: int


@dataclass(frozen=True, slots=True)
class RunFinished:
    """The rate page was left: the session is whole."""

    position_ms: int


@dataclass(frozen=True, slots=True)
class RunStopped:
    """Ended before its end. A session whose question was never answered ends without it."""

    position_ms: int


@dataclass(frozen=True, slots=True)
class RecheckAsked:
    """The readiness questions are wanted (S7, S8)."""


Fact = (
    Begun
    | BlockEnded
    | EffortGiven
    | DiscomfortGiven
    | Decided
    | TinglingTold
    | Paused
    | Resumed
    | Jumped
    | RatingOpened
    | RunFinished
    | RunStopped
    | RecheckAsked
)
