"""Picks the backend for sound: the first that is available, silence last."""

from __future__ import annotations

import logging
from collections.abc import Callable, Sequence
from typing import Protocol

from PySide6.QtCore import QCoreApplication

from coach.app.ports import Cues
from coach.cues.silent import SilentCues

log = logging.getLogger(__name__)


class Backend(Cues, Protocol):
    """Cues that can say why they are silent."""

    @property
    def problem(self) -> str | None:
        """One sentence for the user, ``None`` while nothing is wrong."""
        ...


Factory = Callable[[], Backend]
"""Makes a backend, or raises ``ImportError`` where its library is absent."""


def media_player() -> Backend:
    """Raises ``ImportError`` without Qt Multimedia's system libraries."""
    from coach.cues.media_player import MediaPlayerCues  # noqa: PLC0415 - heavy, may be absent

    return MediaPlayerCues()


BACKENDS: tuple[Factory, ...] = (media_player,)


def choose(prefer_silent: bool = False, backends: Sequence[Factory] = BACKENDS) -> Backend:
    """The first backend whose library loads. Imports QtMultimedia: call after the first paint."""
    if prefer_silent:
        return SilentCues()
    for make in backends:
        try:
            return make()
        except ImportError as error:
            log.warning("sound backend %s is not available: %s", make.__name__, error)
    return SilentCues(
        QCoreApplication.translate(
            "Cues", "A system library for sound is missing, so the session runs without sound."
        )
    )
