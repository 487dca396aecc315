"""What the desktop's media controls show."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class MediaCommand(StrEnum):
    """What a desktop asks of a player, by the names of MPRIS."""

    PLAY = "Play"
    PAUSE = "Pause"
    PLAY_PAUSE = "PlayPause"
    STOP = "Stop"
    NEXT = "Next"
    PREVIOUS = "Previous"


class MediaStatus(StrEnum):
    """Whether it plays, by the names of MPRIS."""

    PLAYING = "Playing"
    PAUSED = "Paused"
    STOPPED = "Stopped"


@dataclass(frozen=True, slots=True)
class MediaState:
    """What the desktop shows. ``able`` says whether its keys do anything now; times are
    microseconds."""

    status: MediaStatus = MediaStatus.STOPPED
    title: str = ""
    able: bool = False
    length_us: int = 0
