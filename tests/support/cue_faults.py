"""A player whose device may stand still, as one that was pulled out does."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from support.store_builders import SteadyClock


@dataclass
class Standing:
    """Claims to play and to be heard; its place moves only while ``moves``."""

    moves: bool = False
    audible: bool = True
    problem: str | None = None
    clock: SteadyClock = field(default_factory=SteadyClock)
    _place_ms: float = 0.0
    _since_ms: float | None = None

    def timed_by(self, clock: SteadyClock) -> bool:
        """Move by ``clock``."""
        self.clock = clock
        return True

    def load(self, track: Path) -> None: ...

    def play(self, from_ms: int) -> None:
        self._place_ms, self._since_ms = float(from_ms), self.clock.passed_ms

    def pause(self) -> None:
        self._since_ms = None

    def position_ms(self) -> float | None:
        if self._since_ms is None:
            return None
        now = self.clock.passed_ms
        if self.moves:
            self._place_ms += now - self._since_ms
        self._since_ms = now
        return self._place_ms

    def set_muted(self, muted: bool) -> None: ...

    def shutdown(self) -> None: ...
