"""The session's track: started, stopped and sought with the session, which then follows it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Protocol

from coach.app.ports import Cues
from coach.domain.session import RunStage, SessionState
from coach.domain.session_facts import Begun, Fact, Jumped, Resumed, Steer

SETTLE_MS = 700.0
"""After a seek a player may still report the old place for a moment."""

START_WAIT_MS = 2_500.0
"""A device may take seconds to sound; the picture waits for it that long, then goes on alone."""

_NEAR_MS = 400.0

_PLACES = (Begun, Resumed, Jumped)


class Correction(Protocol):
    """How the playhead is to follow the sound."""

    @property
    def rate(self) -> float: ...
    @property
    def jump_ms(self) -> float: ...


Steering = Callable[[float, float], Correction]
"""From (playhead, reported), both in track milliseconds, to a correction."""


class PlayerSound:
    """Track position 0 is the end of the check phase."""

    def __init__(self, cues: Cues, steering: Steering | None = None) -> None:
        self._cues, self._steering = cues, steering
        self._placed_ms = self._start_ms = 0.0
        self._waiting = False
        self._report_ms: float | None = None

    def load(self, track: Path, state: SessionState, clock_ms: float) -> None:
        """A track that comes late joins in where the session is."""
        self._cues.load(track)
        if state.stage is RunStage.RUNNING:
            self._play(state, clock_ms)

    def follow(self, facts: Sequence[Fact], state: SessionState, clock_ms: float) -> None:
        """Play on from a new place, or be still; the last words ring out on the rate page."""
        if not facts:
            return
        if state.stage in (RunStage.RUNNING, RunStage.RATING):
            if any(isinstance(fact, _PLACES) for fact in facts):
                self._play(state, clock_ms)
        else:
            self._cues.pause()

    def steer(self, state: SessionState, clock_ms: float) -> Steer | None:
        """What the player's report asks for; ``None`` where all is well."""
        if self._steering is None or state.stage is not RunStage.RUNNING:
            return None
        report_ms = self._cues.position_ms()
        if report_ms is None:
            return None
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
        start_ms = max(0, round(self._track_ms(state, clock_ms)))
        self._placed_ms, self._start_ms = clock_ms, float(start_ms)
        self._waiting, self._report_ms = True, None
        self._cues.play(start_ms)

    def _track_ms(self, state: SessionState, clock_ms: float) -> float:
        return state.position(clock_ms) - state.guided_start_ms
