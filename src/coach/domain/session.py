"""A running session as one frozen value, and what can be read off it at any clock reading.

How it changes stands in ``session_steps``: ``advance(state, event, clock_ms)``.
"""

from __future__ import annotations

import math
from bisect import bisect_left
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from coach.domain.playhead import Playhead
from coach.domain.session_facts import Decided, PauseReason
from coach.domain.terms import Discomfort, Effort, PhaseKind, Side
from coach.domain.timeline import Block, Phase, Timeline
from coach.domain.tingling import Tingling

EFFORT_WINDOW_MS = 8_000
"""How long an exercise's effort is asked for before it counts as not given (K9)."""

MAX_GAP_MS = 5_000.0
"""A longer gap between two clock readings means that the computer slept."""

ENTRY_MS = 5_000
"""A resumed set begins this much earlier, to get into place."""

NERVE_FLOSS, DEADLIFT = "nerve_floss", "single_leg_deadlift"
TWO_LEG = frozenset({"two_leg", "two_leg_wall"})
_BETWEEN = (PhaseKind.REST, PhaseKind.SWITCH_SIDE)


class RunStage(StrEnum):
    """Where a run is; ``CHECK`` and ``RATING`` wait for the user however long it takes."""

    CHECK = "check"
    RUNNING = "running"
    PAUSED = "paused"
    RATING = "rating"
    FINISHED = "finished"
    STOPPED = "stopped"

    @property
    def is_over(self) -> bool:
        return self in (RunStage.FINISHED, RunStage.STOPPED)


@dataclass(frozen=True, slots=True)
class SessionState:
    """``cursor`` is the index of the block that ends next, ``ended`` those that have a result.

    ``left_out`` holds items that are over for today, ``signs`` the discomfort that ended an item,
    ``worked`` the items with at least one rep done, ``gap_ms`` how long an interruption took.
    ``eased`` holds blocks to be done in the easier range (E1), ``early`` items whose effort was
    given before their last rest, ``decided`` what a sign or an effort led to until the next set.
    ``tingling`` is being asked about, ``tinglings`` counts those keys, ``troubled`` are sides
    that told of N2.
    ``own_pace`` holds items whose reps wait for a key, at ``holds``; time stands there while
    ``held``. ``counted_ms`` is where the last counted rep ended, and nothing steers back behind
    it; ``coming`` is the score at another breath pace, which waits for the block ``runs_out``.
    """

    timeline: Timeline
    start_ms: int
    playhead: Playhead = field(default_factory=Playhead)
    stage: RunStage = RunStage.CHECK
    tick_ms: float = 0.0
    max_gap_ms: float = MAX_GAP_MS
    begun: bool = False
    cursor: int = 0
    ended: frozenset[int] = frozenset()
    pause: PauseReason | None = None
    gap_ms: float = 0.0
    left_out: frozenset[int] = frozenset()
    worked: frozenset[int] = frozenset()
    efforts: Mapping[int, Effort] = field(default_factory=dict)
    signs: Mapping[int, Discomfort] = field(default_factory=dict)
    stopped_for: Discomfort | None = None
    eased: frozenset[int] = frozenset()
    early: frozenset[int] = frozenset()
    decided: Decided | None = None
    tingling: Tingling | None = None
    tinglings: int = 0
    troubled: frozenset[Side] = frozenset()
    own_pace: frozenset[int] = frozenset()
    holds: tuple[int, ...] = ()
    held: bool = False
    counted_ms: int = 0
    counted_clock_ms: float = -math.inf
    coming: Timeline | None = None
    runs_out: int | None = None

    @property
    def guided_start_ms(self) -> int:
        """The end of the check phase: where the sound begins."""
        return self.timeline.phases[0].end_ms

    @property
    def guided_end_ms(self) -> int:
        """The start of the rate phase."""
        return self.timeline.phases[-1].start_ms

    def position(self, clock_ms: float) -> float:
        """The place in the timeline, from 0 to its total; it stands while the user is asked."""
        match self.stage:
            case RunStage.CHECK:
                return 0.0
            case RunStage.FINISHED:
                return float(self.timeline.total_ms)
            case _:
                wanted = self.playhead.position(clock_ms)
                return min(max(wanted, 0.0), float(self.guided_end_ms))

    def phase(self, clock_ms: float) -> Phase:
        return self.timeline.at(int(self.position(clock_ms)))

    def block(self, clock_ms: float) -> Block | None:
        """The set that runs now; ``None`` in a rest, a move or a change of side."""
        if self.cursor >= len(self.timeline.blocks):
            return None
        block = self.timeline.blocks[self.cursor]
        return block if block.start_ms <= self.position(clock_ms) else None

    def hold_ms(self, place_ms: float) -> float:
        """Where the first rep ends, from ``place_ms`` on, that has to be counted; infinite where
        none has."""
        if self.cursor >= len(self.timeline.blocks):
            return math.inf
        from_ms = max(place_ms, self.timeline.blocks[self.cursor].start_ms)
        index = bisect_left(self.holds, from_ms)
        return float(self.holds[index]) if index < len(self.holds) else math.inf

    def open_block(self, start: int) -> Block | None:
        """The first block from index ``start`` on that is not left out."""
        blocks = self.timeline.blocks[start:]
        return next((b for b in blocks if b.item not in self.left_out), None)

    def item_before(self, item: int) -> int | None:
        """The last exercise really worked on before ``item``."""
        return max((worked for worked in self.worked if worked < item), default=None)

    def asked_effort(self, clock_ms: float) -> int | None:
        """The item whose effort is asked for now, during the move after it (K9)."""
        if self.stage not in (RunStage.RUNNING, RunStage.PAUSED):
            return None
        phase = self.phase(clock_ms)
        if phase.kind is not PhaseKind.MOVE or phase.item is None:
            return None
        if self.position(clock_ms) >= phase.start_ms + EFFORT_WINDOW_MS:
            return None
        item = self.item_before(phase.item)
        asked = item is not None and (self.lacks_effort(item) or item in self.early)
        return item if asked else None

    def effort_welcome(self, clock_ms: float) -> int | None:
        """The item whose effort may be told between its sets, without being asked for (E1)."""
        if self.stage not in (RunStage.RUNNING, RunStage.PAUSED) or self.tingling is not None:
            return None
        phase = self.phase(clock_ms)
        known = phase.item in self.worked and phase.item not in self.signs
        return phase.item if known and phase.kind in _BETWEEN else None

    @property
    def asked_tingling(self) -> Tingling | None:
        """The tingling whose questions are on screen; after S or W they wait behind that."""
        asking = self.stage is RunStage.RATING or self.pause is PauseReason.TINGLING
        return self.tingling if asking else None

    def blocks_left(self, item: int) -> tuple[Block, ...]:
        """The sets of ``item`` that are still to come or under way today."""
        ahead = self.timeline.blocks[self.cursor :]
        return tuple(b for b in ahead if b.item == item and item not in self.left_out)

    def lacks_effort(self, item: int) -> bool:
        """No effort was given, and no sign of discomfort answers in its place."""
        given = self.efforts.get(item, Effort.NOT_GIVEN)
        return given is Effort.NOT_GIVEN and item not in self.signs

    def missing_efforts(self) -> tuple[int, ...]:
        """What the rate page asks once more (K9)."""
        return tuple(sorted(item for item in self.worked if self.lacks_effort(item)))

    def exercise_of(self, item: int) -> str:
        """Raises ``LookupError`` for an item without a set."""
        for block in self.timeline.blocks:
            if block.item == item:
                return block.exercise
        raise LookupError(f"item {item} has no set")


def reps_done(timeline: Timeline, block: Block, position_ms: float) -> int:
    """The reps of ``block`` that were finished by then."""
    reps: dict[tuple[int | None, int | None, int], int] = {}
    for phase in timeline.phases:
        if phase.rep is not None and block.start_ms <= phase.start_ms < block.end_ms:
            reps[phase.set, phase.position, phase.rep] = phase.end_ms
    return min(block.reps, sum(end <= position_ms for end in reps.values()))


def entry_ms(timeline: Timeline, block: Block) -> int:
    """Where to start so that ``block`` can be got ready for."""
    before = timeline.at(block.start_ms - 1)
    if before.kind.is_work or before.kind is PhaseKind.CHECK:
        return block.start_ms
    return max(before.start_ms, block.start_ms - ENTRY_MS)


def new_session(
    timeline: Timeline, clock_ms: float, *, max_gap_ms: float = MAX_GAP_MS
) -> SessionState:
    """A session before its question. Raises ``ValueError`` for one without anything to do."""
    if not timeline.blocks:
        raise ValueError("a session needs at least one set")
    start_ms = timeline.phases[0].end_ms
    return SessionState(timeline, start_ms, tick_ms=clock_ms, max_gap_ms=max_gap_ms)


def floss_items(timeline: Timeline) -> frozenset[int]:
    """Items of the nerve floss; tingling leaves them out."""
    return frozenset(b.item for b in timeline.blocks if b.exercise == NERVE_FLOSS)


def one_leg_items(timeline: Timeline) -> frozenset[int]:
    """Items of the deadlift on one leg; N2 leaves them out."""
    return frozenset(
        b.item for b in timeline.blocks if b.exercise == DEADLIFT and b.variant not in TWO_LEG
    )
