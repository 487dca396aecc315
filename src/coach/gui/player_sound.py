"""The session's track: started, stopped and sought with the session, which then follows it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Protocol

from coach.app.ports import Cues
from coach.domain.session import RunStage, SessionState
from coach.domain.session_facts import Begun, Fact, Jumped, Released, Resumed, Retimed, Steer
from coach.domain.timeline import Timeline

SETTLE_MS = 700.0
"""After a seek a player may still report the old place for a moment."""

START_WAIT_MS = 2_500.0
"""A device may take seconds to sound; the picture waits for it that long, then goes on alone."""

LEAD_MS = 150.0
"""The track stops so much before the end of a rep that is waited for, where nothing sounds: a late
reading of the clock then lets nothing of the next rep be heard."""

_NEAR_MS = 400.0

_PLACES = (Begun, Resumed, Jumped, Released, Retimed)


class Correction(Protocol):
    """How the playhead is to follow the sound."""

    @property
    def rate(self) -> float: ...
    @property
    def jump_ms(self) -> float: ...


Steering = Callable[[float, float], Correction]
"""From (playhead, reported), both in track milliseconds, to a correction."""


def ms_to_stand(state: SessionState, clock_ms: float) -> float:
    """How long until the sound has to stand for a rep that is waited for; infinite without one."""
    return state.playhead.limit_ms - state.position(clock_ms) - LEAD_MS


class PlayerSound:
    """Track position 0 is the end of the check phase."""

    def __init__(self, cues: Cues, steering: Steering | None = None) -> None:
        self._cues, self._steering = cues, steering
        self._placed_ms = self._start_ms = 0.0
        self._waiting = False
        self._report_ms: float | None = None
        self._stands = self._outdated = False
        self._next: tuple[Path, Timeline] | None = None
        self._loaded: Timeline | None = None

    def has(self, timeline: Timeline) -> bool:
        """Whether the track of this score is there, or waits for it."""
        return timeline is self._loaded or (self._next is not None and timeline is self._next[1])

    def load(self, track: Path, state: SessionState, clock_ms: float) -> None:
        """A track that comes late joins in where the session is."""
        self._cues.load(track)
        self._outdated, self._loaded = False, state.timeline
        if state.stage is RunStage.RUNNING and not self._stands:
            self._play(state, clock_ms)

    def prepare(self, track: Path, timeline: Timeline) -> None:
        """The track for a score that holds later: it is changed when that does."""
        self._next = track, timeline

    def follow(self, facts: Sequence[Fact], state: SessionState, clock_ms: float) -> None:
        """Play on from a new place, or be still; the last words ring out on the rate page."""
        if any(isinstance(fact, Retimed) for fact in facts):
            self._change_track(state)
        running = state.stage is RunStage.RUNNING
        stands, stood = running and ms_to_stand(state, clock_ms) <= 0, self._stands
        self._stands = stands
        if stands:
            if not stood:
                self._cues.pause()
        elif running or state.stage is RunStage.RATING:
            if stood or any(isinstance(fact, _PLACES) for fact in facts):
                self._play(state, clock_ms)
        elif facts:
            self._cues.pause()

    def _change_track(self, state: SessionState) -> None:
        """To the one of the new score; until that is there silence is better than a wrong word."""
        ready, self._next = self._next, None
        self._outdated = ready is None or ready[1] is not state.timeline
        if ready is not None and not self._outdated:
            self._cues.load(ready[0])
            self._loaded = ready[1]
        else:
            self._cues.pause()

    def steer(self, state: SessionState, clock_ms: float) -> Steer | None:
        """What the player's report asks for; ``None`` where all is well."""
        if self._steering is None or state.stage is not RunStage.RUNNING:
            return None
        report_ms = self._cues.position_ms()
        if report_ms is None:
            # What is not heard any more must not stretch the time (T3).
            return None if state.playhead.rate == 1.0 else Steer(1.0)
        here_ms = self._track_ms(state, clock_ms)
        if self._waiting:
            return self._wait(here_ms, report_ms, clock_ms - self._placed_ms)
        if report_ms == self._report_ms:
            return None
        self._report_ms = report_ms
        correction = self._steering(here_ms, report_ms)
        if not correction.jump_ms and correction.rate == state.playhead.rate:
            return None
        return Steer(correction.rate, correction.jump_ms)

    def _wait(self, here_ms: float, report_ms: float, since_ms: float) -> Steer | None:
        """Stand at the start until the sound moves; then stand where it stands."""
        moved_ms = report_ms - self._start_ms
        if abs(moved_ms) > _NEAR_MS + since_ms:
            self._waiting = since_ms <= SETTLE_MS
            return None
        self._waiting = moved_ms == 0 and since_ms < START_WAIT_MS
        self._report_ms = report_ms
        if moved_ms == 0 and not self._waiting:
            return None
        return Steer(1.0, report_ms - here_ms)

    def still(self) -> None:
        """No more sound."""
        self._cues.pause()

    def _play(self, state: SessionState, clock_ms: float) -> None:
        if self._outdated:
            return
        start_ms = max(0, round(self._track_ms(state, clock_ms)))
        self._placed_ms, self._start_ms = clock_ms, float(start_ms)
        self._waiting, self._report_ms = True, None
        self._cues.play(start_ms)

    def _track_ms(self, state: SessionState, clock_ms: float) -> float:
        return state.position(clock_ms) - state.guided_start_ms
