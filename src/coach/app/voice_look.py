"""What was found in a folder of one's own recordings."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class VoiceLook:
    """``have`` of ``wanted`` phrases are there; ``problem`` says why the folder is of no use."""

    folder: str
    have: int
    wanted: int
    problem: str = ""
