"""A smooth playhead from a monotonic clock and the coarse position of a player. Pure.

Media players report their position in steps of 0.1–0.2 s, too rough for a moving ring. So the
playhead runs on a monotonic clock and leans towards the report: at most 2 % faster or slower,
which nobody sees, and with a jump only where the two are far apart (a seek, a suspend).
"""

from __future__ import annotations

from dataclasses import dataclass

MAX_RATE = 0.02
JUMP_MS = 400.0
DEAD_BAND_MS = 15.0
START_WAIT_MS = 2_000.0
CATCH_UP_MS = 2_000.0
"""A small error is spread over this time, so that the rate never swings."""


@dataclass(frozen=True, slots=True)
class Correction:
    """How to go on: the playhead's rate (1.0 = real time) and a jump that is 0 when gentle."""

    rate: float
    jump_ms: float


def correction(playhead_ms: float, reported_ms: float) -> Correction:
    """What brings ``playhead_ms`` to ``reported_ms``, both in track milliseconds."""
    error = reported_ms - playhead_ms
    if abs(error) > JUMP_MS:
        return Correction(1.0, error)
    if abs(error) <= DEAD_BAND_MS:
        return Correction(1.0, 0.0)
    return Correction(1.0 + min(max(error / CATCH_UP_MS, -MAX_RATE), MAX_RATE), 0.0)


@dataclass(frozen=True, slots=True)
class Playhead:
    """Position as a function of a monotonic clock: ``track_ms`` until ``clock_ms``, then on.

    With ``clock_ms`` in the future it holds still: that is how a picture waits for its sound.
    """

    clock_ms: float
    track_ms: float
    rate: float = 1.0
    last_report_ms: float | None = None

    @classmethod
    def waiting(cls, clock_ms: float, track_ms: float) -> Playhead:
        """Just told to play: holds at ``track_ms`` until the first report that has moved.

        Devices take up to a second or two to start; after ``START_WAIT_MS`` it goes on alone.
        """
        return cls(clock_ms + START_WAIT_MS, track_ms, last_report_ms=track_ms)

    def at(self, clock_ms: float) -> float:
        """Track position at that reading of the clock."""
        return self.track_ms + max(clock_ms - self.clock_ms, 0.0) * self.rate

    def steered(self, clock_ms: float, reported_ms: float | None) -> Playhead:
        """The playhead after a report; a repeated or missing report changes nothing.

        A coarse player repeats a value until its next step: only a fresh one says where it is.
        """
        if reported_ms is None or reported_ms == self.last_report_ms:
            return self
        if clock_ms < self.clock_ms:
            return Playhead(clock_ms, reported_ms, last_report_ms=reported_ms)
        here = self.at(clock_ms)
        step = correction(here, reported_ms)
        return Playhead(clock_ms, here + step.jump_ms, step.rate, reported_ms)
