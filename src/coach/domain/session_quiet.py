"""Moments in which time passes and nothing else happens: nearly every frame of a session."""

from __future__ import annotations

from dataclasses import replace

from coach.domain.session import RunStage, SessionState
from coach.domain.terms import PhaseKind


def passes_quietly(state: SessionState, clock_ms: float) -> bool:
    """Whether a ``Tick`` at that clock reading would change nothing but the reading itself.

    A state is settled for the moment of its last reading. Sets end, exercises are left and pages
    open only where a phase ends, and a rep is waited for only at the playhead's limit; in a move an
    answer runs out of time as well, and a reading too late or too early is looked at closely.
    """
    gap_ms = clock_ms - state.tick_ms
    if state.stage is not RunStage.RUNNING or not 0 <= gap_ms <= state.max_gap_ms:
        return False
    phase = state.phase(state.tick_ms)
    until_ms = min(float(phase.end_ms), state.playhead.limit_ms)
    return phase.kind is not PhaseKind.MOVE and state.position(clock_ms) < until_ms


def ticked(state: SessionState, clock_ms: float) -> SessionState:
    """What ``advance`` makes of a ``Tick`` that passes quietly."""
    return replace(state, tick_ms=clock_ms)
