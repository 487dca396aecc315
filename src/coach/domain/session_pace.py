"""Whose pace a session keeps: reps that wait for a key, and breath that changes on the way.

An exercise at one's own pace stands at the end of each rep until that rep is counted; nothing
counts meanwhile. A new breath pace holds from the next rest on: the set that runs ends as it began.
"""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import replace

from coach.domain.pace import same_place
from coach.domain.session import RunStage, SessionState
from coach.domain.session_facts import Held, Released, Retime, Retimed
from coach.domain.session_flow import Flow
from coach.domain.timeline import Timeline

BOUNCE_MS = 300.0
"""A second press within this time is the same press: keys and presenters bounce."""

_REP_END_MS = 1
"""A rep is held in its last millisecond, so that it is not over before it is counted."""


def with_own_pace(state: SessionState, items: Iterable[int]) -> SessionState:
    """The same session with these items at one's own pace; others than tempo ones are left."""
    own = state.timeline.tempo_items & frozenset(items)
    return replace(state, own_pace=own, holds=_holds(state.timeline, own))


def _holds(timeline: Timeline, items: frozenset[int]) -> tuple[int, ...]:
    """The last moment of each rep of these items."""
    ends: dict[tuple[object, ...], int] = {}
    for phase in timeline.phases:
        if phase.item in items and phase.rep is not None:
            ends[phase.item, phase.set, phase.side, phase.rep] = phase.end_ms
    return tuple(end_ms - _REP_END_MS for end_ms in ends.values())


class Paced(Flow):
    """One change under way, with what holds time up."""

    def settle(self) -> None:
        super().settle()
        self._retime_when_due()
        self._hold()

    # ---- reps that wait -------------------------------------------------------------------
    def count(self) -> None:
        """The rep is done: on to the next one, or out of the set."""
        state, block = self.state, self.state.block(self.clock_ms)
        if state.stage is not RunStage.RUNNING or block is None:
            return
        bounces = self.clock_ms - state.counted_clock_ms < BOUNCE_MS
        if block.item not in state.own_pace or bounces:
            return
        end_ms = round(min(state.hold_ms(self.here_ms) + _REP_END_MS, block.end_ms))
        self.place(end_ms)
        self.change(counted_ms=end_ms, counted_clock_ms=self.clock_ms, held=False)
        self.tell(Released(end_ms))

    def toggle_own_pace(self) -> None:
        """For the exercise under way, or the one that is coming."""
        item = self.state.phase(self.clock_ms).item
        if not self.under_way or item is None or item not in self.state.timeline.tempo_items:
            return
        here_ms, held = self.here_ms, self.state.held
        self.state = with_own_pace(self.state, self.state.own_pace ^ {item})
        self.place(here_ms)
        self.change(held=False)
        if held:
            self.tell(Released(round(here_ms)))

    def _hold(self) -> None:
        """Stand where the next rep that is not counted ends."""
        hold_ms = self.state.hold_ms(self.here_ms) if self.under_way else math.inf
        if self.under_way and hold_ms != self.state.playhead.limit_ms:
            self.change(playhead=self.state.playhead.limited(hold_ms))
        held = self.state.stage is RunStage.RUNNING and self.here_ms >= hold_ms
        if held and not self.state.held:
            self.tell(Held(round(self.here_ms)))
        if held is not self.state.held:
            self.change(held=held)

    # ---- breath ---------------------------------------------------------------------------
    def retime(self, event: Retime) -> None:
        """Raises ``ValueError`` for another session's score."""
        state = self.state
        same_place(state.timeline, event.timeline, 0.0)
        if state.stage not in (RunStage.CHECK, RunStage.RUNNING, RunStage.PAUSED):
            return
        block = None if state.stage is RunStage.CHECK else state.block(self.clock_ms)
        wanted = None if event.timeline == state.timeline else event.timeline
        self.change(coming=wanted, runs_out=None if block is None else block.index)
        if state.stage is RunStage.CHECK:
            self._retime_when_due()

    def _retime_when_due(self) -> None:
        state = self.state
        if state.coming is None or state.stage is RunStage.RATING or state.stage.is_over:
            return
        block = state.block(self.clock_ms) if self.under_way else None
        if block is None or block.index != state.runs_out:
            self._take(state.coming)

    def _take(self, coming: Timeline) -> None:
        state, old = self.state, self.state.timeline
        here_ms = same_place(old, coming, self.here_ms)
        self.change(
            timeline=coming,
            coming=None,
            runs_out=None,
            start_ms=round(same_place(old, coming, state.start_ms)),
            holds=_holds(coming, state.own_pace),
            counted_ms=round(same_place(old, coming, state.counted_ms)),
            playhead=state.playhead.moved(here_ms, self.clock_ms),
        )
        self.tell(Retimed(round(here_ms)))
