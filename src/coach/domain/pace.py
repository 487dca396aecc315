"""Breathing slower or faster by one step (R1, T2), and where a score stands at another pace."""

from __future__ import annotations

from coach.domain.dose import Pace
from coach.domain.timeline import Timeline

INHALE_MS = (3_000, 5_000)
EXHALE_MS = (4_000, 8_000)
CYCLE_MS = (7_000, 12_000)
STEP_MS = 1_000
"""A step is a second of the whole breath, half of it at each end."""


def stepped(pace: Pace, steps: int) -> Pace:
    """``pace`` with so many seconds more in a breath, or fewer; at a bound it stays there.

    What one half has no room for goes to the other.
    """
    cycle_ms = _within(pace.cycle_ms + steps * STEP_MS, CYCLE_MS)
    wanted_ms = pace.inhale_ms + (cycle_ms - pace.cycle_ms) // 2
    room = (cycle_ms - EXHALE_MS[1], cycle_ms - EXHALE_MS[0])
    inhale_ms = _within(_within(wanted_ms, INHALE_MS), room)
    return Pace(inhale_ms, cycle_ms - inhale_ms)


def _within(value: int, bounds: tuple[int, int]) -> int:
    return min(max(value, bounds[0]), bounds[1])


def same_place(old: Timeline, new: Timeline, place_ms: float) -> float:
    """Where ``place_ms`` of ``old`` is in ``new``: the same share of the same phase, and so the
    same set, side, position and rep.

    Both are one session at two paces. Raises ``ValueError`` for scores of different phases.
    """
    if len(old.phases) != len(new.phases):
        raise ValueError("only the same session has the same places")
    index = old.index_at(int(place_ms))
    before, after = old.phases[index], new.phases[index]
    inside_ms = place_ms - before.start_ms
    if before.duration_ms == after.duration_ms:
        return after.start_ms + inside_ms
    return after.start_ms + inside_ms / before.duration_ms * after.duration_ms
