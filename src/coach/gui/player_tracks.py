"""Makes the sound of a running session beside the window, and anew when it changes."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from coach.domain.timeline import Timeline
from coach.gui.background import Background

RenderTrack = Callable[[Timeline], Path | None]
"""Makes the session's sound as the preferences stand; runs in a worker. ``None`` is silence."""


class PlayerTracks(QObject):
    """``made`` carries a score and its track, ``None`` where it stays silent; what another session,
    voice or level has overtaken is left out."""

    made = Signal(object, object)

    def __init__(
        self, side: Background, render: RenderTrack, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._side, self._render = side, render
        self._number = 0
        self._closed = False

    def make(self, scores: Iterable[Timeline]) -> None:
        """The tracks of these scores, instead of all that are still being made."""
        self._number += 1
        for score in scores:
            self.add(score)

    def add(self, score: Timeline) -> None:
        """The track of one more score."""
        if not self._closed:
            work = partial(self._work, self._number, score)
            self._side.run(work, partial(self._tell, self._number, score))

    def close(self) -> None:
        """The window closes, and its worker with it."""
        self._closed = True

    def _work(self, number: int, score: Timeline, _nothing: object) -> Path | None:
        """In the worker: what is overtaken before it is begun is not made at all."""
        return self._render(score) if number == self._number else None

    def _tell(self, number: int, score: Timeline, track: Path | None) -> None:
        if number == self._number:
            self.made.emit(score, track)
