"""The wall clock and a steady clock that also counts while the computer sleeps."""

from __future__ import annotations

import sys
import time
from datetime import UTC, datetime, timedelta

_STEADY = {"linux": "CLOCK_BOOTTIME", "darwin": "CLOCK_MONOTONIC"}
"""The clock that nobody sets and that sleep does not stop, where the system has a choice.

A session that was asleep must notice the gap. Linux stops its plain monotonic clock during
sleep and offers another; on macOS Python's own choice stops, the POSIX one does not; on Windows
Python's choice counts through.
"""


def _steady_clock() -> int | None:
    return getattr(time, _STEADY.get(sys.platform, ""), None)


class SystemClock:
    """The real clock."""

    def __init__(self) -> None:
        self._steady = _steady_clock()

    def now(self) -> datetime:
        """The local time now, aware, with its UTC offset."""
        return datetime.now(UTC).astimezone()

    def monotonic_ms(self) -> float:
        """Milliseconds since an arbitrary start; corrections of the wall clock do not show."""
        if self._steady is None:
            return time.monotonic() * 1000.0
        return time.clock_gettime(self._steady) * 1000.0


class SpeedClock:
    """A real clock whose steady time runs ``speed`` times faster; the wall clock stays true."""

    def __init__(self, speed: float) -> None:
        if speed <= 0:
            raise ValueError(f"a clock runs forwards, not {speed} times as fast")
        self._speed = speed
        self._real = SystemClock()
        self._start_ms = self._base_ms = self._real.monotonic_ms()

    def now(self) -> datetime:
        return self._real.now()

    def monotonic_ms(self) -> float:
        passed_ms = self._real.monotonic_ms() - self._start_ms
        return self._base_ms + passed_ms * self._speed


class TravelClock(SpeedClock):
    """A fast clock whose wall clock can be set to another day: ``days`` from today."""

    def __init__(self, speed: float) -> None:
        super().__init__(speed)
        self.days = 0

    def now(self) -> datetime:
        return super().now() + timedelta(days=self.days)

    def set_speed(self, speed: float) -> None:
        """Run faster or slower from here on; the time that has passed stays."""
        self._base_ms = self.monotonic_ms()
        self._start_ms = self._real.monotonic_ms()
        self._speed = speed
