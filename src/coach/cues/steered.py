"""Cues whose position is smooth enough to move a picture by, and that find back after a silence.

A device that is pulled out may leave the player standing without a word of complaint. For a
moment the picture goes on alone; when the sound moves again soon, as after a change of device,
the picture steps back to it, so that no cue is lost. After a longer silence it is the sound that
is put to where the picture is: nobody has to do a set twice.
"""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QCoreApplication

from coach.app.ports import Clock
from coach.cues.choose import Backend
from coach.cues.steer import Playhead

LOST_MS = 5_000.0
"""A player that has not moved for so long is silent. A change of device takes about 2 s."""

AGAIN_MS = 30_000.0
"""So often at most is a sound put back to its place: a device may be slow each time."""


class SteeredCues:
    """Wraps a backend: everything passes through, ``position_ms`` becomes a steered playhead."""

    def __init__(self, cues: Backend, clock: Clock) -> None:
        self._cues = cues
        self._clock = clock
        self._head: Playhead | None = None
        self._asked_ms = self._moved_ms = 0.0
        self._put_back_ms = -AGAIN_MS
        self._lost = False

    @property
    def problem(self) -> str | None:
        """Why nothing is heard, ``None`` while nothing is wrong."""
        if self._cues.problem is None and self._lost:
            return QCoreApplication.translate(
                "Cues", "The sound has stopped, so the session goes on without it."
            )
        return self._cues.problem

    @property
    def audible(self) -> bool:
        return self._cues.audible and not self._lost

    def load(self, track: Path) -> None:
        self._forget()
        self._cues.load(track)

    def play(self, from_ms: int) -> None:
        now = self._clock.monotonic_ms()
        self._head = Playhead.waiting(now, from_ms)
        self._asked_ms = self._moved_ms = now
        self._lost = False
        self._cues.play(from_ms)

    def pause(self) -> None:
        self._forget()
        self._cues.pause()

    def position_ms(self) -> float | None:
        """Where the sound is now, without steps; ``None`` while nothing is heard or it is paused.

        After ``play`` it stands at the start until the device sounds, for two seconds at most.
        """
        if self._head is None:
            return None
        now = self._clock.monotonic_ms()
        if now - self._asked_ms > LOST_MS:
            self._moved_ms = now  # nobody looked, or the computer slept: that is no silence
        self._asked_ms = now
        report_ms = self._cues.position_ms()
        if report_ms is None:
            return self._head.at(now) if self._cues.audible and not self._lost else None
        if report_ms != self._head.last_report_ms:
            self._moved(self._head, now, report_ms)
        elif not self._lost and now - self._moved_ms > LOST_MS:
            self._lose(self._head, now)
        return None if self._lost or not self._cues.audible else self._head.at(now)

    def _moved(self, head: Playhead, now: float, report_ms: float) -> None:
        """The picture follows a sound that was away for a moment; one that was lost is put to
        where the picture is by now."""
        lost, self._lost = self._lost, False
        self._moved_ms = now
        if lost and now - self._put_back_ms > AGAIN_MS:
            self._put_back_ms = now
            self.play(round(head.at(now)))
        else:
            self._head = head.steered(now, report_ms)

    def _lose(self, head: Playhead, now: float) -> None:
        """From here on the place goes on by the clock alone."""
        self._lost = True
        self._head = Playhead(now, head.at(now), last_report_ms=head.last_report_ms)

    def _forget(self) -> None:
        self._head = None
        self._lost = False

    def set_muted(self, muted: bool) -> None:
        self._cues.set_muted(muted)

    def shutdown(self) -> None:
        self._forget()
        self._cues.shutdown()
