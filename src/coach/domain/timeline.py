"""The score of a session: phases with start and duration in integer milliseconds.

Nothing here counts down. ``Timeline.at(ms)`` answers what is due at a moment; sound, figure,
ring, log, tests and the command line all read the same phases.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field

from coach.domain.terms import PhaseKind, Side


@dataclass(frozen=True, slots=True)
class Phase:
    """One stretch of time with one instruction.

    ``item`` is the index of the plan item it belongs to; ``None`` for check and rate. ``set`` and
    ``rep`` count from 1, ``position`` from 1 where an exercise has positions. ``say`` is the
    phrase that belongs to the phase, empty where the tone is enough.
    """

    start_ms: int
    duration_ms: int
    kind: PhaseKind
    item: int | None = None
    exercise: str | None = None
    variant: str | None = None
    set: int | None = None
    rep: int | None = None
    side: Side | None = None
    position: int | None = None
    say: str = ""

    @property
    def end_ms(self) -> int:
        return self.start_ms + self.duration_ms


@dataclass(frozen=True, slots=True)
class Block:
    """One set on one side: what the log stores and what ←/→ move by."""

    index: int
    item: int
    exercise: str
    variant: str
    set: int
    side: Side | None
    start_ms: int
    end_ms: int
    reps: int


@dataclass(frozen=True, slots=True)
class Timeline:
    """Immutable phases without gap or overlap, from 0 to ``total_ms``.

    ``tempo_items`` are those that move down and up at a tempo, ``breath_items`` those led by
    the breath.
    """

    phases: tuple[Phase, ...]
    blocks: tuple[Block, ...] = ()
    tempo_items: frozenset[int] = field(init=False, repr=False, compare=False)
    breath_items: frozenset[int] = field(init=False, repr=False, compare=False)
    _starts: tuple[int, ...] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        end = 0
        for phase in self.phases:
            if phase.start_ms != end or phase.duration_ms <= 0:
                raise ValueError(f"phase {phase} does not follow the one that ends at {end} ms")
            end = phase.end_ms
        object.__setattr__(self, "_starts", tuple(p.start_ms for p in self.phases))
        object.__setattr__(self, "tempo_items", self._items_with(PhaseKind.LOWER))
        object.__setattr__(self, "breath_items", self._items_with(PhaseKind.INHALE))

    def _items_with(self, kind: PhaseKind) -> frozenset[int]:
        return frozenset(p.item for p in self.phases if p.kind is kind and p.item is not None)

    @property
    def total_ms(self) -> int:
        return self.phases[-1].end_ms if self.phases else 0

    def index_at(self, ms: int) -> int:
        """Index of the phase that covers ``ms``, clamped to the first and last phase."""
        if not self.phases:
            raise LookupError("a timeline without phases has no moment")
        return min(max(bisect_right(self._starts, ms) - 1, 0), len(self.phases) - 1)

    def at(self, ms: int) -> Phase:
        """The phase that covers ``ms``."""
        return self.phases[self.index_at(ms)]

    def __iter__(self) -> Iterator[Phase]:
        return iter(self.phases)
