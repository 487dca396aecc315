"""What the desktop's media controls show."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class MediaState:
    """What the desktop shows. ``status`` is Playing, Paused or Stopped; ``able`` says whether the
    keys do anything now; times are microseconds."""

    status: str = "Stopped"
    title: str = ""
    able: bool = False
    length_us: int = 0
