"""Plays the compiled track with Qt's media player: no Python in the loop while it sounds.

The module is imported only by ``choose``: without libpulse the import itself fails.
"""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QCoreApplication, QUrl
from PySide6.QtMultimedia import QAudioDevice, QAudioOutput, QMediaDevices, QMediaPlayer

_LOADED = frozenset(
    {
        QMediaPlayer.MediaStatus.LoadedMedia,
        QMediaPlayer.MediaStatus.BufferingMedia,
        QMediaPlayer.MediaStatus.BufferedMedia,
        QMediaPlayer.MediaStatus.StalledMedia,
        QMediaPlayer.MediaStatus.EndOfMedia,
    }
)


DUMMY = b"auto_null"
"""What PulseAudio and PipeWire offer where there is no device: nobody hears it."""


class MediaPlayerCues:
    """One track at a time on the default output; follows the desktop when that changes.

    Qt's objects are made by the first ``load``, on the thread that calls it, which must be the
    GUI thread. Faults of the player never raise: ``audible`` turns false and ``problem`` says why.
    """

    def __init__(self) -> None:
        self._player: QMediaPlayer | None = None
        self._output: QAudioOutput | None = None
        self._devices: QMediaDevices | None = None
        self._muted = False
        self._wanted_ms: int | None = None
        self._fault: str | None = None
        self._no_device = False

    @property
    def problem(self) -> str | None:
        """One sentence for the user, ``None`` while nothing is wrong."""
        if self._fault is not None:
            return self._fault
        if self._no_device:
            return QCoreApplication.translate(
                "Cues", "No sound device was found, so the session runs without sound."
            )
        return None

    @property
    def audible(self) -> bool:
        has_track = self._player is not None and not self._player.source().isEmpty()
        return has_track and self.problem is None

    def load(self, track: Path) -> None:
        """Prepare ``track``; a ``play`` before it is ready starts as soon as it is."""
        player = self._ready_player()
        self._fault = None
        self._wanted_ms = None
        # The same file again would keep its old state: an error, or the end of the track.
        player.setSource(QUrl())
        player.setSource(QUrl.fromLocalFile(str(track)))

    def play(self, from_ms: int) -> None:
        """Play from ``from_ms`` of the track; without a track it does nothing."""
        if self._player is None:
            return
        self._wanted_ms = max(from_ms, 0)
        self._start_if_loaded()

    def pause(self) -> None:
        self._wanted_ms = None
        if self._player is not None and self._player.isPlaying():
            self._player.pause()

    def position_ms(self) -> float | None:
        """Where the player says it is, in coarse steps; ``None`` unless it is playing."""
        if self._player is None or not self._player.isPlaying() or not self.audible:
            return None
        return float(self._player.position())

    def set_muted(self, muted: bool) -> None:
        self._muted = muted
        if self._output is not None:
            self._output.setMuted(muted)

    def shutdown(self) -> None:
        """Stop and let go of the device; a later ``load`` starts anew."""
        if self._player is not None:
            self._player.stop()
            self._player.setSource(QUrl())
            self._player.deleteLater()
        for part in (self._output, self._devices):
            if part is not None:
                part.deleteLater()
        self._player = self._output = self._devices = None
        self._no_device = False

    def _ready_player(self) -> QMediaPlayer:
        if self._player is None:
            self._devices = QMediaDevices()
            device = self._devices.defaultAudioOutput()
            self._no_device = _is_absent(device)
            self._output = QAudioOutput(device)
            self._output.setMuted(self._muted)
            self._player = QMediaPlayer()
            self._player.setAudioOutput(self._output)
            self._devices.audioOutputsChanged.connect(self._rebind)
            self._player.mediaStatusChanged.connect(self._start_if_loaded)
            self._player.errorOccurred.connect(self._fail)
        return self._player

    def _start_if_loaded(self) -> None:
        """Seeks are lost while a track is loading: hold them back until it is there."""
        player, wanted = self._player, self._wanted_ms
        if player is None or wanted is None or player.mediaStatus() not in _LOADED:
            return
        self._wanted_ms = None
        player.setPosition(wanted)
        player.play()

    def _rebind(self) -> None:
        """Qt stays on the old device by itself; the desktop's new default is what users mean."""
        if self._devices is None or self._output is None:
            return
        device = self._devices.defaultAudioOutput()
        self._no_device = _is_absent(device)
        if device.id() != self._output.device().id():
            self._output.setDevice(device)

    def _fail(self, error: QMediaPlayer.Error, reason: str) -> None:
        if error is not QMediaPlayer.Error.NoError:
            self._wanted_ms = None
            self._fault = QCoreApplication.translate(
                "Cues", "The sound could not be played ({reason}); the session runs without sound."
            ).format(reason=reason or error.name)


def _is_absent(device: QAudioDevice) -> bool:
    return device.isNull() or device.id() == DUMMY
