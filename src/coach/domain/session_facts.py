"""What a running session is told and what it tells: events in, facts out."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from coach.domain.reason import Reason
from coach.domain.records import SetStatus
from coach.domain.terms import Discomfort, Effort, Side
from coach.domain.timeline import Block, Timeline
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
    unanswered and ``BACK`` asks them again. ``OWN_PACE`` makes a tempo exercise wait after each
    rep until ``COUNT`` says that it is done, or takes that back."""

    PAUSE = "pause"
    RESUME = "resume"
    BACK = "back"
    SKIP = "skip"
    STOP = "stop"
    FINISH = "finish"
    RECHECK = "recheck"
    OWN_PACE = "own-pace"
    COUNT = "count"


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


@dataclass(frozen=True, slots=True)
class Retime:
    """The session's score at another breath pace; it holds once the running set is over."""

    timeline: Timeline


Event = (
    Tick
    | Steer
    | AnswerCheck
    | Command
    | Report
    | GiveEffort
    | TellStrength
    | TellAftermath
    | Retime
)


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
class Held:
    """A rep at one's own pace has been shown, and time stands until it is counted."""

    position_ms: int


@dataclass(frozen=True, slots=True)
class Released:
    """A rep was counted, or is not waited for any more: time goes on from here."""

    position_ms: int


@dataclass(frozen=True, slots=True)
class Retimed:
    """The score changed under the playhead: all places, and the sound, are those of the new one."""

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
    | Held
    | Released
    | Retimed
    | RatingOpened
    | RunFinished
    | RunStopped
    | RecheckAsked
)
