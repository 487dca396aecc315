"""The last backend: no sound at all. The session runs on the monotonic clock."""

from __future__ import annotations

from pathlib import Path


class SilentCues:
    """Accepts every call and plays nothing; ``problem`` says why, ``None`` if it was wished."""

    def __init__(self, problem: str | None = None) -> None:
        self._problem = problem

    @property
    def problem(self) -> str | None:
        return self._problem

    @property
    def audible(self) -> bool:
        return False

    def load(self, track: Path) -> None: ...

    def play(self, from_ms: int) -> None: ...

    def pause(self) -> None: ...

    def position_ms(self) -> float | None:
        return None

    def set_muted(self, muted: bool) -> None: ...

    def shutdown(self) -> None: ...
