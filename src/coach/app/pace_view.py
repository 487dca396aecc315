"""Whose pace a moment of the player keeps, and how long it takes from there (T2)."""

from __future__ import annotations

from dataclasses import dataclass

from coach.app.settings_view import USUAL_MS
from coach.domain.session import RunStage, SessionState
from coach.domain.terms import PhaseKind
from coach.domain.timeline import Timeline


@dataclass(frozen=True, slots=True)
class Coming:
    """A breath that is not breathed yet, and how long the whole session takes with it."""

    inhale_ms: int
    exhale_ms: int
    session_ms: int

    @property
    def longer(self) -> bool:
        """More than twelve minutes."""
        return self.session_ms > USUAL_MS


@dataclass(frozen=True, slots=True)
class PaceView:
    """``own`` says whether each rep of the exercise waits until it is counted, ``None`` where it
    has none at a tempo; ``counts`` that a rep can be counted now, ``waits`` that time stands for
    it. ``breath`` is true in an exercise led by the breath, ``about`` where the time left depends
    on reps that are still to be counted; ``coming`` is the breath from the next set on, where it
    is another one.
    """

    own: bool | None = None
    counts: bool = False
    waits: bool = False
    breath: bool = False
    about: bool = False
    coming: Coming | None = None


def pace_view(state: SessionState, clock_ms: float) -> PaceView:
    """The pace of that moment."""
    timeline, item = state.timeline, state.phase(clock_ms).item
    block = state.block(clock_ms)
    running = state.stage is RunStage.RUNNING
    return PaceView(
        own=item in state.own_pace if item in timeline.tempo_items else None,
        counts=running and block is not None and block.item in state.own_pace,
        waits=state.held,
        breath=item in timeline.breath_items,
        about=_about(state),
        coming=None if state.coming is None else _coming(state.coming),
    )


def _coming(score: Timeline) -> Coming | None:
    lengths = {phase.kind: phase.duration_ms for phase in score.phases}
    if PhaseKind.INHALE not in lengths or PhaseKind.EXHALE not in lengths:
        return None
    return Coming(lengths[PhaseKind.INHALE], lengths[PhaseKind.EXHALE], score.total_ms)


def _about(state: SessionState) -> bool:
    ahead = {block.item for block in state.timeline.blocks[state.cursor :]}
    return bool((ahead & state.own_pace) - state.left_out)


def left_ms(state: SessionState, clock_ms: float) -> int:
    """Until the rate page; before the question from where the session will begin. A breath pace
    that comes with the next set counts already (T2)."""
    here_ms = float(state.start_ms)
    if state.stage is not RunStage.CHECK:
        here_ms = state.position(clock_ms)
    score = state.timeline
    if state.coming is not None and state.runs_out is not None:
        here_ms -= score.blocks[state.runs_out].end_ms
        here_ms += state.coming.blocks[state.runs_out].end_ms
        score = state.coming
    return max(0, round(score.phases[-1].start_ms - here_ms))
