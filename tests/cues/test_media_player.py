"""The media player backend against stand-ins for Qt's player, output and devices."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QUrl
from PySide6.QtMultimedia import QMediaPlayer

from coach.app.ports import Cues
from coach.cues import media_player
from coach.cues.media_player import MediaPlayerCues

Status = QMediaPlayer.MediaStatus


class FakeSignal:
    def __init__(self) -> None:
        self.slots: list[Callable[..., None]] = []

    def connect(self, slot: Callable[..., None]) -> None:
        self.slots.append(slot)

    def emit(self, *values: Any) -> None:
        for slot in self.slots:
            slot(*values)


class FakeDevice:
    def __init__(self, name: str) -> None:
        self.name = name

    def id(self) -> bytes:
        return self.name.encode()

    def isNull(self) -> bool:  # noqa: N802 - Qt's name
        return not self.name


class FakeDevices:
    default = FakeDevice("speakers")

    def __init__(self) -> None:
        self.audioOutputsChanged = FakeSignal()

    def defaultAudioOutput(self) -> FakeDevice:  # noqa: N802
        return FakeDevices.default

    def deleteLater(self) -> None: ...  # noqa: N802


class FakeOutput:
    def __init__(self, device: FakeDevice) -> None:
        self._device = device
        self.muted = False

    def device(self) -> FakeDevice:
        return self._device

    def setDevice(self, device: FakeDevice) -> None:  # noqa: N802
        self._device = device

    def setMuted(self, muted: bool) -> None:  # noqa: N802
        self.muted = muted

    def deleteLater(self) -> None: ...  # noqa: N802


class FakePlayer:
    """Loads when told to, as the real one does in its own time."""

    Error = QMediaPlayer.Error
    MediaStatus = Status

    def __init__(self) -> None:
        self.mediaStatusChanged = FakeSignal()
        self.errorOccurred = FakeSignal()
        self._source = QUrl()
        self._status = Status.NoMedia
        self.playing = False
        self.at = 0
        self.calls: list[str] = []

    def setAudioOutput(self, output: FakeOutput) -> None: ...  # noqa: N802

    def source(self) -> QUrl:
        return self._source

    def setSource(self, url: QUrl) -> None:  # noqa: N802
        self._source = url
        self._status = Status.NoMedia if url.isEmpty() else Status.LoadingMedia
        self.playing = False

    def mediaStatus(self) -> Status:  # noqa: N802
        return self._status

    def become(self, status: Status) -> None:
        self._status = status
        # PySide hands a slot only as many values as it takes: none here.
        self.mediaStatusChanged.emit()

    def setPosition(self, ms: int) -> None:  # noqa: N802
        self.at = ms
        self.calls.append(f"seek {ms}")

    def position(self) -> int:
        return self.at

    def play(self) -> None:
        self.playing = True
        self.calls.append("play")

    def pause(self) -> None:
        self.playing = False
        self.calls.append("pause")

    def stop(self) -> None:
        self.playing = False
        self.calls.append("stop")

    def isPlaying(self) -> bool:  # noqa: N802
        return self.playing

    def deleteLater(self) -> None: ...  # noqa: N802


class Stage:
    """What the backend made of the stand-ins."""

    player: FakePlayer
    output: FakeOutput
    devices: FakeDevices
    made = 0


@pytest.fixture
def stage(monkeypatch: pytest.MonkeyPatch) -> Stage:
    scene = Stage()

    def keep(name: str, make: Callable[..., Any]) -> Callable[..., Any]:
        def build(*args: Any) -> Any:
            scene.made += 1
            setattr(scene, name, make(*args))
            return getattr(scene, name)

        build.Error, build.MediaStatus = FakePlayer.Error, Status  # type: ignore[attr-defined]
        return build

    monkeypatch.setattr(FakeDevices, "default", FakeDevice("speakers"))
    monkeypatch.setattr(media_player, "QMediaPlayer", keep("player", FakePlayer))
    monkeypatch.setattr(media_player, "QAudioOutput", keep("output", FakeOutput))
    monkeypatch.setattr(media_player, "QMediaDevices", keep("devices", FakeDevices))
    return scene


TRACK = Path("/tracks/a.wav")


def loaded(stage: Stage) -> MediaPlayerCues:
    cues = MediaPlayerCues()
    cues.load(TRACK)
    stage.player.become(Status.LoadedMedia)
    return cues


def test_nothing_is_made_before_the_first_track(stage: Stage) -> None:
    cues: Cues = MediaPlayerCues()
    cues.play(0)
    cues.pause()
    cues.set_muted(True)
    assert (stage.made, cues.audible, cues.position_ms()) == (0, False, None)
    cues.load(TRACK)
    assert stage.output.muted
    assert cues.audible


def test_play_waits_for_the_track_and_then_seeks_before_it_sounds(stage: Stage) -> None:
    cues = MediaPlayerCues()
    cues.load(TRACK)
    cues.play(4_200)
    assert stage.player.calls == []
    stage.player.become(Status.LoadedMedia)
    assert stage.player.calls == ["seek 4200", "play"]
    stage.player.become(Status.BufferedMedia)
    assert stage.player.calls == ["seek 4200", "play"]
    assert cues.position_ms() == 4_200.0


def test_pause_while_loading_takes_the_wish_back(stage: Stage) -> None:
    cues = MediaPlayerCues()
    cues.load(TRACK)
    cues.play(0)
    cues.pause()
    stage.player.become(Status.LoadedMedia)
    assert stage.player.calls == []


def test_pause_and_going_back(stage: Stage) -> None:
    cues = loaded(stage)
    cues.play(10_000)
    cues.pause()
    assert cues.position_ms() is None
    cues.play(-5)
    assert stage.player.calls == ["seek 10000", "play", "pause", "seek 0", "play"]


def test_after_the_end_it_can_play_again(stage: Stage) -> None:
    cues = loaded(stage)
    stage.player.become(Status.EndOfMedia)
    cues.play(1_000)
    assert stage.player.calls == ["seek 1000", "play"]


def test_an_error_is_one_sentence_and_the_next_track_a_new_start(stage: Stage) -> None:
    cues = loaded(stage)
    cues.play(0)
    stage.player.errorOccurred.emit(QMediaPlayer.Error.ResourceError, "Could not open file")
    assert not cues.audible
    assert cues.position_ms() is None
    assert cues.problem is not None
    assert "Could not open file" in cues.problem
    assert cues.problem.endswith("the session runs without sound.")
    cues.load(TRACK)
    assert cues.audible
    assert cues.problem is None


def test_without_a_device_it_is_not_audible_and_says_so(stage: Stage) -> None:
    FakeDevices.default = FakeDevice("")
    cues = loaded(stage)
    cues.play(0)
    assert not cues.audible
    assert cues.position_ms() is None
    assert cues.problem == "No sound device was found, so the session runs without sound."


def test_a_new_default_device_is_followed(stage: Stage) -> None:
    cues = loaded(stage)
    FakeDevices.default = FakeDevice("headphones")
    stage.devices.audioOutputsChanged.emit()
    assert stage.output.device().name == "headphones"
    FakeDevices.default = FakeDevice("")
    stage.devices.audioOutputsChanged.emit()
    assert not cues.audible
    FakeDevices.default = FakeDevice("speakers")
    stage.devices.audioOutputsChanged.emit()
    assert (stage.output.device().name, cues.audible) == ("speakers", True)


def test_a_stand_in_for_a_device_is_none(stage: Stage) -> None:
    """Sound servers offer an output that nobody hears when the last real one is pulled out."""
    cues = loaded(stage)
    cues.play(0)
    FakeDevices.default = FakeDevice("auto_null")
    stage.devices.audioOutputsChanged.emit()
    assert (cues.audible, cues.position_ms()) == (False, None)
    assert cues.problem is not None
    FakeDevices.default = FakeDevice("headphones")
    stage.devices.audioOutputsChanged.emit()
    assert (cues.audible, cues.position_ms(), cues.problem) == (True, 0.0, None)


def test_mute_is_live(stage: Stage) -> None:
    cues = loaded(stage)
    cues.set_muted(True)
    assert stage.output.muted
    cues.set_muted(False)
    assert not stage.output.muted


def test_shutdown_stops_may_be_repeated_and_a_late_signal_is_harmless(stage: Stage) -> None:
    cues = loaded(stage)
    cues.play(0)
    cues.shutdown()
    cues.shutdown()
    assert stage.player.calls[-1] == "stop"
    stage.player.become(Status.LoadedMedia)
    stage.devices.audioOutputsChanged.emit()
    assert (cues.audible, cues.position_ms(), cues.problem) == (False, None, None)


REAL = """
import sys
from pathlib import Path
import numpy as np
from PySide6.QtCore import QCoreApplication, QTimer
from coach.cues.choose import choose
from coach.cues.soundtrack import Soundtrack, write_wav

app = QCoreApplication([])
track = Path(sys.argv[1])
write_wav(Soundtrack(np.zeros(7_200, np.int16), 0, 300), track)
cues = choose()
cues.load(track)
cues.play(100)
QTimer.singleShot(400, app.quit)
app.exec()
print(type(cues).__name__, cues.audible == (cues.problem is None))
cues.shutdown()
"""


def test_the_real_player_survives_a_machine_without_sound(tmp_path: Path) -> None:
    env = {**os.environ, "PULSE_SERVER": f"unix:{tmp_path}/none", "QT_QPA_PLATFORM": "offscreen"}
    call = [sys.executable, "-c", REAL, str(tmp_path / "silence.wav")]
    done = subprocess.run(call, env=env, capture_output=True, text=True, timeout=60, check=False)
    assert done.returncode == 0, done.stderr
    assert done.stdout.split() == ["MediaPlayerCues", "True"]
