"""The views of one session, frame after frame: what stays for a whole phase is kept."""

from __future__ import annotations

import math
from dataclasses import fields, replace
from operator import attrgetter

from coach.app.pace_view import left_ms
from coach.app.run_view import RunView, breath_in, run_view, segment_fill
from coach.domain.book import Book
from coach.domain.session import SessionState
from coach.domain.terms import PhaseKind
from coach.domain.timeline import Phase

_MOVING = ("tick_ms", "playhead")
_standing = attrgetter(*(one.name for one in fields(SessionState) if one.name not in _MOVING))


class RunViews:
    """``at`` gives what ``run_view`` gives. Within one phase of an unchanged session only the
    numbers that move are read anew."""

    def __init__(self, book: Book) -> None:
        self._book = book
        self._phase: Phase | None = None
        self._state: tuple[object, ...] = ()
        self._view: RunView | None = None

    def at(self, state: SessionState, clock_ms: float) -> RunView:
        """The view of that moment."""
        phase, standing = state.phase(clock_ms), _standing(state)
        view = self._view
        if view is None or phase is not self._phase or standing != self._state:
            view = self._view = run_view(state, clock_ms, self._book)
            self._phase, self._state = phase, standing
            return view
        if phase.kind is PhaseKind.MOVE or view.tingling is not None:
            return run_view(state, clock_ms, self._book)
        return _moved(view, state, phase, clock_ms)


def _moved(view: RunView, state: SessionState, phase: Phase, clock_ms: float) -> RunView:
    position_ms = state.position(clock_ms)
    elapsed = position_ms - phase.start_ms
    fraction = min(max(elapsed / phase.duration_ms, 0.0), 1.0)
    return replace(
        view,
        fraction=fraction,
        breath=breath_in(state, phase, fraction),
        seconds_left=max(1, math.ceil((phase.duration_ms - elapsed) / 1000)),
        segments=_segments(view, state, position_ms),
        left_ms=left_ms(state, clock_ms),
        position_ms=position_ms,
    )


def _segments(
    view: RunView, state: SessionState, position_ms: float
) -> tuple[tuple[float, float], ...]:
    """Only the set at the cursor fills."""
    at, segments = state.cursor, view.segments
    if at >= len(segments):
        return segments
    fill = segment_fill(state.timeline.blocks[at], at, position_ms)
    if fill == segments[at][1]:
        return segments
    return (*segments[:at], (segments[at][0], fill), *segments[at + 1 :])
