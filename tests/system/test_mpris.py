"""What stands on the desktop's bus; the bus itself is not needed to ask the object."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtDBus import QDBusAbstractAdaptor, QDBusConnection, QDBusMessage
from pytestqt.qtbot import QtBot

from coach.system import mpris
from coach.system.media_state import MediaCommand, MediaState, MediaStatus
from coach.system.mpris import MprisPlayer
from coach.system.session_bus import has_bus

PLAYING = MediaState(MediaStatus.PLAYING, "Breathing bridge", able=True, length_us=553_000_000)


class FakeBus:
    """Takes the place of the connection."""

    def __init__(self) -> None:
        self.sent: list[QDBusMessage] = []

    def send(self, message: QDBusMessage) -> bool:
        self.sent.append(message)
        return True


@pytest.fixture
def bus(monkeypatch: pytest.MonkeyPatch) -> FakeBus:
    made = FakeBus()

    class Connection:
        @staticmethod
        def sessionBus() -> FakeBus:  # noqa: N802
            return made

    monkeypatch.setattr(mpris, "QDBusConnection", Connection)
    return made


@pytest.fixture
def player(qtbot: QtBot) -> Iterator[MprisPlayer]:
    made = MprisPlayer(lambda: 4_000_000)
    yield made
    made.deleteLater()


def part(player: MprisPlayer, interface: str) -> Any:
    """The adaptor of an interface, as the bus would find it."""
    for adaptor in player.findChildren(QDBusAbstractAdaptor):
        meta = adaptor.metaObject()
        if meta.classInfo(meta.indexOfClassInfo("D-Bus Interface")).value() == interface:
            return adaptor
    raise LookupError(interface)


def signature(adaptor: QDBusAbstractAdaptor) -> dict[str, str]:
    """The properties with their types, as the bus sees them."""
    meta = adaptor.metaObject()
    own = range(QDBusAbstractAdaptor.staticMetaObject.propertyCount(), meta.propertyCount())
    return {meta.property(at).name(): meta.property(at).typeName() for at in own}


def test_each_method_tells_its_name(player: MprisPlayer) -> None:
    heard: list[MediaCommand] = []
    player.pressed.connect(heard.append)
    for command in MediaCommand:
        getattr(part(player, mpris.PLAYER), command.value)()
    assert heard == list(MediaCommand)


def test_the_window_is_raised_and_never_closed(player: MprisPlayer) -> None:
    heard: list[str] = []
    player.raise_wanted.connect(lambda: heard.append("raise"))
    root = part(player, mpris.ROOT)
    root.Raise()
    root.Quit()
    assert heard == ["raise"]
    assert (root.property("CanQuit"), root.property("CanRaise")) == (False, True)


def test_the_types_are_those_of_the_specification(player: MprisPlayer) -> None:
    """MPRIS 2.2: Position is x, Metadata a{sv}, the supported kinds are lists of strings."""
    shown = signature(part(player, mpris.PLAYER))
    assert shown["Metadata"] == "QVariantMap"
    assert shown["Position"] == "qlonglong"
    assert {shown[name] for name in ("CanPlay", "CanPause", "CanGoNext", "CanControl")} == {"bool"}
    assert signature(part(player, mpris.ROOT))["SupportedMimeTypes"] == "QStringList"


def test_what_the_desktop_reads(player: MprisPlayer, bus: FakeBus) -> None:
    player.show_state(PLAYING)
    shown = part(player, mpris.PLAYER)
    data = shown.property("Metadata")
    assert (data["xesam:title"], data["xesam:artist"]) == ("Breathing bridge", ["coach"])
    assert data["mpris:length"] == 553_000_000
    assert shown.property("PlaybackStatus") == "Playing"
    assert shown.property("Position") == 4_000_000
    assert shown.property("CanGoNext") is True


def test_only_what_changed_is_told(player: MprisPlayer, bus: FakeBus) -> None:
    player.show_state(PLAYING)
    player.show_state(PLAYING)
    player.show_state(
        MediaState(MediaStatus.PAUSED, "Breathing bridge", able=True, length_us=553_000_000)
    )
    first, second = bus.sent
    assert first.member() == "PropertiesChanged"
    assert set(first.arguments()[1]) == {
        "PlaybackStatus",
        "Metadata",
        "CanPlay",
        "CanPause",
        "CanGoNext",
        "CanGoPrevious",
    }
    assert second.arguments()[1] == {"PlaybackStatus": "Paused"}


def test_a_bus_is_known_by_its_address_or_its_socket(tmp_path: Path) -> None:
    assert has_bus("linux", {"DBUS_SESSION_BUS_ADDRESS": "unix:path=/x"})
    assert not has_bus("linux", {"XDG_RUNTIME_DIR": str(tmp_path)})
    (tmp_path / "bus").touch()
    assert has_bus("linux", {"XDG_RUNTIME_DIR": str(tmp_path)})
    assert not has_bus("linux", {})
    assert not has_bus("win32", {"DBUS_SESSION_BUS_ADDRESS": "unix:path=/x"})


def test_no_bus_is_an_answer(
    player: MprisPlayer, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    closed = QDBusConnection(f"{tmp_path.name}-closed")
    monkeypatch.setattr(QDBusConnection, "sessionBus", lambda: closed)
    assert not player.connect_bus()
    assert not player.claim()
    assert not player.publish()
    player.withdraw()
