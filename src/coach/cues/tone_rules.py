"""Which tone belongs to which phase. Pure: nothing here knows samples.

A brisk repetition (a glide, a swing) gets ticks, because the long in and out tones would run
into each other. The rule looks at the tempo alone, so a new exercise needs no code.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import groupby, pairwise

from coach.domain.terms import PhaseKind
from coach.domain.timeline import Phase

BRISK_REP_MS = 4_500
LONG_HOLD_MS = 8_000
TICK_LEAD_MS = 5_000
"""A phase before work gets its last three seconds ticked from this length on."""

TICK_EVERY_MS = 1_000
TICKS = 3


class Tone(StrEnum):
    """The sounds of ``resources/sounds``, by file name."""

    IN = "in"
    OUT = "out"
    CHANGE = "change"
    DONE = "done"
    TICK = "tick"
    TOCK = "tock"


@dataclass(frozen=True, slots=True)
class ToneAt:
    """A tone at a moment of the timeline; ``gain`` 1 is as recorded."""

    at_ms: int
    tone: Tone
    gain: float = 1.0


_AT_START: dict[PhaseKind, tuple[Tone, float]] = {
    PhaseKind.INHALE: (Tone.IN, 1.0),
    PhaseKind.EXHALE: (Tone.OUT, 1.0),
    PhaseKind.LOWER: (Tone.IN, 0.6),
    PhaseKind.RAISE: (Tone.OUT, 0.6),
    PhaseKind.REST: (Tone.CHANGE, 0.7),
    PhaseKind.MOVE: (Tone.CHANGE, 1.0),
    PhaseKind.CHANGE_POSITION: (Tone.CHANGE, 1.0),
    PhaseKind.SWITCH_SIDE: (Tone.CHANGE, 1.0),
}
_BRISK: dict[PhaseKind, tuple[Tone, float]] = {
    PhaseKind.LOWER: (Tone.TICK, 0.5),
    PhaseKind.RAISE: (Tone.TOCK, 0.5),
}


def tones(phases: Sequence[Phase]) -> tuple[ToneAt, ...]:
    """Every tone of ``phases`` in order of time; ``done`` at their end."""
    if not phases:
        return ()
    found = [*_starts(phases), *_lead_ins(phases), ToneAt(phases[-1].end_ms, Tone.DONE)]
    return tuple(sorted(found, key=lambda cue: cue.at_ms))


def _starts(phases: Sequence[Phase]) -> Iterator[ToneAt]:
    for _, group in groupby(phases, key=_rep_of):
        rep = list(group)
        brisk = sum(p.duration_ms for p in rep) <= BRISK_REP_MS
        for phase in rep:
            sound = _sound(phase, brisk=brisk)
            if sound is not None:
                yield ToneAt(phase.start_ms, *sound)


def _rep_of(phase: Phase) -> tuple[object, ...]:
    works = phase.kind.is_work
    return (works, phase.item, phase.set, phase.side, phase.position, phase.rep if works else None)


def _sound(phase: Phase, *, brisk: bool) -> tuple[Tone, float] | None:
    if phase.kind is PhaseKind.HOLD:
        return (Tone.CHANGE, 0.7) if phase.duration_ms >= LONG_HOLD_MS else None
    if brisk and phase.kind in _BRISK:
        return _BRISK[phase.kind]
    return _AT_START.get(phase.kind)


def _lead_ins(phases: Sequence[Phase]) -> Iterator[ToneAt]:
    for phase, following in pairwise(phases):
        leads = not phase.kind.is_work
        if leads and following.kind.is_work and phase.duration_ms >= TICK_LEAD_MS:
            for left in range(TICKS, 0, -1):
                yield ToneAt(phase.end_ms - left * TICK_EVERY_MS, Tone.TICK, 0.8)
