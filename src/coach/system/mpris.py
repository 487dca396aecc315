"""The running session as a media player on the desktop's own bus (MPRIS 2), so that the media keys
of keyboards, headsets and lock screens reach it.

https://specifications.freedesktop.org/mpris-spec/latest/. The session bus joins programs of one
user on one machine; nothing leaves the computer (P-1).
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import ClassInfo, Property, QMetaType, QObject, Signal, Slot
from PySide6.QtDBus import (
    QDBusAbstractAdaptor,
    QDBusArgument,
    QDBusConnection,
    QDBusMessage,
    QDBusObjectPath,
)
from PySide6.QtGui import QGuiApplication

from coach.system.media_state import MediaCommand, MediaState

SERVICE = "org.mpris.MediaPlayer2.coach"
PATH = "/org/mpris/MediaPlayer2"
ROOT, PLAYER = "org.mpris.MediaPlayer2", "org.mpris.MediaPlayer2.Player"
_PROPERTIES = "org.freedesktop.DBus.Properties"
_TRACK = "/org/coach/session"
_on_bus: Any = ClassInfo
_STRINGS: Any = "QStringList"
_MAP: Any = "QVariantMap"
_LONG: Any = "qlonglong"
"""Names of C++ types, which give the properties their types on the bus."""


Position = Callable[[], int]
"""Where the session is now, in microseconds; asked for only when the desktop asks."""


def _no_strings() -> QDBusArgument:
    """An empty list of strings; a plain empty list would go out as one of variants."""
    empty = QDBusArgument()
    empty.beginArray(QMetaType(QMetaType.Type.QString.value))
    empty.endArray()
    return empty


class MprisPlayer(QObject):
    """What stands on the bus between ``publish`` and ``withdraw``. ``pressed`` carries a
    ``MediaCommand``, ``raise_wanted`` asks for the window.

    ``connect_bus``, ``claim`` and ``release`` wait for the bus: they belong into a thread of
    their own.
    """

    pressed = Signal(object)
    raise_wanted = Signal()

    def __init__(self, position: Position, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.state = MediaState()
        self.position = position
        self._adaptors = (_Root(self), _Player(self))

    def connect_bus(self) -> bool:
        """Reach the bus. False where none answers."""
        return bool(QDBusConnection.sessionBus().isConnected())

    def claim(self) -> bool:
        """Ask the bus for the player's name; a second coach gets none."""
        return bool(QDBusConnection.sessionBus().registerService(SERVICE))

    def release(self) -> bool:
        """Give the name back."""
        return bool(QDBusConnection.sessionBus().unregisterService(SERVICE))

    def publish(self) -> bool:
        """Answer calls at the player's path, before anybody can know its name."""
        return bool(QDBusConnection.sessionBus().registerObject(PATH, self))

    def withdraw(self) -> None:
        QDBusConnection.sessionBus().unregisterObject(PATH)

    def show_state(self, state: MediaState) -> None:
        """Keep what is shown, and tell the desktop what changed of it."""
        before, self.state = _told(self.state), state
        changed = {name: value for name, value in _told(state).items() if before[name] != value}
        if changed:
            message = QDBusMessage.createSignal(PATH, _PROPERTIES, "PropertiesChanged")
            message.setArguments([PLAYER, {n: _out(v) for n, v in changed.items()}, _no_strings()])
            QDBusConnection.sessionBus().send(message)


_Value = str | bool | tuple[str, int]


def _told(state: MediaState) -> dict[str, _Value]:
    able = ("CanGoNext", "CanGoPrevious", "CanPlay", "CanPause")
    return {
        "PlaybackStatus": str(state.status),
        "Metadata": (state.title, state.length_us),
        **dict.fromkeys(able, state.able),
    }


def _out(value: _Value) -> object:
    return _metadata(*value) if isinstance(value, tuple) else value


def _metadata(title: str, length_us: int) -> dict[str, object]:
    return {
        "mpris:trackid": QDBusObjectPath(_TRACK),
        "mpris:length": length_us,
        "xesam:title": title,
        "xesam:artist": ["coach"],
    }


@_on_bus({"D-Bus Interface": ROOT})
class _Root(QDBusAbstractAdaptor):
    """The application: it can be brought to the front, not quit."""

    def __init__(self, player: MprisPlayer) -> None:
        super().__init__(player)
        self._player = player

    @Slot()
    def Raise(self) -> None:  # noqa: N802
        self._player.raise_wanted.emit()

    @Slot()
    def Quit(self) -> None:  # noqa: N802
        """Not allowed: a session would be lost to a slip."""

    def _no(self) -> bool:
        return False

    CanQuit = Property(bool, _no)
    CanRaise = Property(bool, lambda _self: True)
    HasTrackList = Property(bool, _no)
    Identity = Property(str, lambda _self: "coach")
    DesktopEntry = Property(str, lambda _self: QGuiApplication.desktopFileName())
    SupportedUriSchemes = Property(_STRINGS, lambda _self: [])
    SupportedMimeTypes = Property(_STRINGS, lambda _self: [])


@_on_bus({"D-Bus Interface": PLAYER})
class _Player(QDBusAbstractAdaptor):
    """The session: its keys, and what it shows."""

    def __init__(self, player: MprisPlayer) -> None:
        super().__init__(player)
        self._player = player

    @Slot()
    def Play(self) -> None:  # noqa: N802
        self._player.pressed.emit(MediaCommand.PLAY)

    @Slot()
    def Pause(self) -> None:  # noqa: N802
        self._player.pressed.emit(MediaCommand.PAUSE)

    @Slot()
    def PlayPause(self) -> None:  # noqa: N802
        self._player.pressed.emit(MediaCommand.PLAY_PAUSE)

    @Slot()
    def Stop(self) -> None:  # noqa: N802
        self._player.pressed.emit(MediaCommand.STOP)

    @Slot()
    def Next(self) -> None:  # noqa: N802
        self._player.pressed.emit(MediaCommand.NEXT)

    @Slot()
    def Previous(self) -> None:  # noqa: N802
        self._player.pressed.emit(MediaCommand.PREVIOUS)

    def _able(self) -> bool:
        return self._player.state.able

    def _status(self) -> str:
        return str(self._player.state.status)

    def _shown(self) -> dict[str, object]:
        return _metadata(self._player.state.title, self._player.state.length_us)

    def _one(self) -> float:
        return 1.0

    PlaybackStatus = Property(str, _status)
    Metadata = Property(_MAP, _shown)
    Position = Property(_LONG, lambda self: self._player.position())
    Rate = Property(float, _one)
    MinimumRate = Property(float, _one)
    MaximumRate = Property(float, _one)
    Volume = Property(float, _one)
    CanGoNext = Property(bool, _able)
    CanGoPrevious = Property(bool, _able)
    CanPlay = Property(bool, _able)
    CanPause = Property(bool, _able)
    CanSeek = Property(bool, lambda _self: False)
    CanControl = Property(bool, lambda _self: True)
