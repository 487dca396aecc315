"""A running session as one frozen value, and what can be read off it at any clock reading.

How it changes stands in ``session_steps``: ``advance(state, event, clock_ms)``.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from coach.domain.playhead import Playhead
from coach.domain.records import DiscomfortLog, EffortLog, SetLog
from coach.domain.session_facts import PauseReason
from coach.domain.terms import Discomfort, Effort, PhaseKind
from coach.domain.timeline import Block, Phase, Timeline

EFFORT_WINDOW_MS = 8_000
"""How long an exercise's effort is asked for before it counts as not given (K9)."""

MAX_GAP_MS = 5_000.0
"""A longer gap between two clock readings means that the computer slept."""

ENTRY_MS = 5_000
"""A resumed set begins this much earlier, to get into place."""

NERVE_FLOSS = "nerve_floss"
_ENDS_ITEM = (Discomfort.SHARP, Discomfort.TINGLING)


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
        return item if item is not None and self.lacks_effort(item) else None

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


@dataclass(frozen=True, slots=True)
class Past:
    """What the log already knows of a session that is taken up again."""

    sets: tuple[SetLog, ...] = ()
    efforts: tuple[EffortLog, ...] = ()
    discomforts: tuple[DiscomfortLog, ...] = ()


def resumed_session(
    timeline: Timeline, past: Past, clock_ms: float, *, max_gap_ms: float = MAX_GAP_MS
) -> SessionState:
    """The session at its first unfinished set, or at the rate page; the question comes again."""
    ended = frozenset(entry.block for entry in past.sets)
    signs = _signs(past.discomforts)
    tingled = Discomfort.TINGLING in {entry.kind for entry in past.discomforts}
    left_out = frozenset(signs) | (floss_items(timeline) if tingled else frozenset())
    cursor = next((b.index for b in timeline.blocks if b.index not in ended), len(timeline.blocks))
    todo = (b for b in timeline.blocks[cursor:] if b.index not in ended and b.item not in left_out)
    first = next(todo, None)
    return SessionState(
        timeline,
        entry_ms(timeline, first) if first else timeline.phases[-1].start_ms,
        tick_ms=clock_ms,
        max_gap_ms=max_gap_ms,
        begun=True,
        cursor=cursor,
        ended=ended,
        left_out=left_out,
        worked=frozenset(entry.item for entry in past.sets if entry.reps_done > 0),
        efforts={entry.item: entry.effort for entry in past.efforts},
        signs=signs,
    )


def _signs(discomforts: Iterable[DiscomfortLog]) -> dict[int, Discomfort]:
    return {
        entry.item: entry.kind
        for entry in discomforts
        if entry.item is not None and entry.kind in _ENDS_ITEM
    }


def floss_items(timeline: Timeline) -> frozenset[int]:
    """Items of the nerve floss; tingling leaves them out."""
    return frozenset(b.item for b in timeline.blocks if b.exercise == NERVE_FLOSS)
