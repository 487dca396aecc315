"""Cues whose position is smooth enough to move a picture by."""

from __future__ import annotations

from pathlib import Path

from coach.app.ports import Clock
from coach.cues.choose import Backend
from coach.cues.steer import Playhead


class SteeredCues:
    """Wraps a backend: everything passes through, ``position_ms`` becomes a steered playhead."""

    def __init__(self, cues: Backend, clock: Clock) -> None:
        self._cues = cues
        self._clock = clock
        self._head: Playhead | None = None

    @property
    def problem(self) -> str | None:
        return self._cues.problem

    @property
    def audible(self) -> bool:
        return self._cues.audible

    def load(self, track: Path) -> None:
        self._head = None
        self._cues.load(track)

    def play(self, from_ms: int) -> None:
        self._head = Playhead.waiting(self._clock.monotonic_ms(), from_ms)
        self._cues.play(from_ms)

    def pause(self) -> None:
        self._head = None
        self._cues.pause()

    def position_ms(self) -> float | None:
        """Where the sound is now, without steps; ``None`` while nothing is heard or it is paused.

        After ``play`` it stands at the start until the device sounds, for two seconds at most.
        """
        if self._head is None or not self._cues.audible:
            return None
        now = self._clock.monotonic_ms()
        self._head = self._head.steered(now, self._cues.position_ms())
        return self._head.at(now)

    def set_muted(self, muted: bool) -> None:
        self._cues.set_muted(muted)

    def shutdown(self) -> None:
        self._head = None
        self._cues.shutdown()
