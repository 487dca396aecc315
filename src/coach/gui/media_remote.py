"""Between a session and the desktop's media keys: what they mean now, and what is shown there."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

from PySide6.QtCore import Qt, SignalInstance

from coach.app.run_view import RunView
from coach.domain.session import RunStage
from coach.domain.session_facts import Command, Event
from coach.gui.pages.player_meaning import asks, event_of
from coach.system.media_state import MediaCommand, MediaState, MediaStatus
from coach.system.session_bus import has_bus

_KEYS = {
    MediaCommand.PAUSE: Qt.Key.Key_MediaPause,
    MediaCommand.PLAY_PAUSE: Qt.Key.Key_MediaTogglePlayPause,
    MediaCommand.STOP: Qt.Key.Key_MediaStop,
    MediaCommand.NEXT: Qt.Key.Key_MediaNext,
    MediaCommand.PREVIOUS: Qt.Key.Key_MediaPrevious,
}

_STATUS = {
    RunStage.RUNNING: MediaStatus.PLAYING,
    RunStage.PAUSED: MediaStatus.PAUSED,
}


class Remote(Protocol):
    """The desktop's side. ``connect_bus``, ``claim`` and ``release`` may take their time."""

    @property
    def pressed(self) -> SignalInstance: ...
    @property
    def raise_wanted(self) -> SignalInstance: ...
    def connect_bus(self) -> bool: ...
    def publish(self) -> bool: ...
    def claim(self) -> bool: ...
    def show_state(self, state: MediaState) -> None: ...
    def withdraw(self) -> None: ...
    def release(self) -> bool: ...


Position = Callable[[], int]
MakeRemote = Callable[[Position], Remote | None]


def desktop_remote(position: Position) -> Remote | None:
    """The player on this desktop's bus; ``None`` where there is no bus."""
    if not has_bus():
        return None
    from coach.system.mpris import MprisPlayer  # noqa: PLC0415 - only desktops with a bus need it

    return MprisPlayer(position)


def no_remote(_position: Position) -> Remote | None:
    """For a session that nobody at a desktop follows."""
    return None


def media_event(command: MediaCommand, view: RunView) -> Event | None:
    """What a command of MPRIS does at this moment; ``None`` where it changes nothing. A single
    press skips one set at most, and answers no question about the body."""
    if command is MediaCommand.PLAY:
        stands = view.stage is RunStage.PAUSED and not asks(view)
        return Command.RESUME if stands else None
    return event_of(_KEYS[command], "", view)


def media_state(view: RunView, length_ms: int) -> MediaState:
    """What the desktop shows of this moment."""
    status = _STATUS.get(view.stage, MediaStatus.STOPPED)
    return MediaState(status, view.name, able=not asks(view), length_us=length_ms * 1000)
