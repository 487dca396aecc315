"""Where a session stands, as a function of a clock reading. Nothing counts down."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace


@dataclass(frozen=True, slots=True)
class Playhead:
    """``base_ms`` is the place in the timeline at the clock reading ``clock_ms``.

    From there it runs on with ``rate`` (1.0 is real time) while ``running``; all times are in
    milliseconds. A clock that reads less than ``clock_ms`` does not move it back. At
    ``limit_ms`` it stands, however long, until it is moved.
    """

    base_ms: float = 0.0
    clock_ms: float = 0.0
    running: bool = False
    rate: float = 1.0
    limit_ms: float = math.inf

    def position(self, clock_ms: float) -> float:
        """The place in the timeline at that reading of the clock."""
        if not self.running:
            return self.base_ms
        wanted = self.base_ms + max(0.0, clock_ms - self.clock_ms) * self.rate
        return max(self.base_ms, min(wanted, self.limit_ms))

    def started(self, clock_ms: float) -> Playhead:
        """Running from here on, in real time."""
        return Playhead(self.position(clock_ms), clock_ms, running=True, limit_ms=self.limit_ms)

    def paused(self, clock_ms: float) -> Playhead:
        """Standing where it is."""
        return Playhead(self.position(clock_ms), clock_ms, limit_ms=self.limit_ms)

    def moved(self, position_ms: float, clock_ms: float) -> Playhead:
        """Put to another place, running or standing as before; without a limit."""
        return Playhead(position_ms, clock_ms, self.running)

    def limited(self, limit_ms: float) -> Playhead:
        """Standing at ``limit_ms`` once it gets there."""
        return replace(self, limit_ms=limit_ms)

    def steered(self, clock_ms: float, rate: float, jump_ms: float = 0.0) -> Playhead:
        """Gently faster or slower from here on, after a jump that is mostly 0 and never leads
        over the limit.

        A rate of 0 or less would stop or turn time; it raises ``ValueError``.
        """
        if rate <= 0:
            raise ValueError(f"time runs forwards, not at a rate of {rate}")
        base_ms = min(self.position(clock_ms) + jump_ms, self.limit_ms)
        return replace(self, base_ms=base_ms, clock_ms=clock_ms, rate=rate)
