"""The last backend: no sound at all. The session runs on the monotonic clock."""

from __future__ import annotations

from pathlib import Path


class SilentCues:
    """Accepts every call and plays nothing; ``problem`` says why, ``None`` if it was wished.

    ``as_if_heard`` keeps the eyes from standing in for the ears, as on a machine with sound.
    """

    def __init__(self, problem: str | None = None, *, as_if_heard: bool = False) -> None:
        self._problem = problem
        self._as_if_heard = as_if_heard

    @property
    def problem(self) -> str | None:
        return self._problem

    @property
    def audible(self) -> bool:
        return self._as_if_heard

    def load(self, track: Path) -> None: ...

    def play(self, from_ms: int) -> None: ...

    def pause(self) -> None: ...

    def position_ms(self) -> float | None:
        return None

    def set_muted(self, muted: bool) -> None: ...

    def shutdown(self) -> None: ...
