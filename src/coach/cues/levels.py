"""How loud voice and tones are mixed."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Levels:
    """Volumes from 0 (silent) to 100 (as recorded); ``voice_on`` keeps its level while off.

    Raises ``ValueError`` outside that range.
    """

    voice: int = 85
    tones: int = 70
    voice_on: bool = True

    def __post_init__(self) -> None:
        for name, level in (("voice", self.voice), ("tones", self.tones)):
            if not 0 <= level <= 100:
                raise ValueError(f"the {name} level must be 0 to 100, not {level}")

    @property
    def voice_gain(self) -> float:
        return gain(self.voice) if self.voice_on else 0.0

    @property
    def tone_gain(self) -> float:
        return gain(self.tones)


def gain(level: int) -> float:
    """Amplitude factor of a level; squared, because ears hear ratios and sliders are straight."""
    return (level / 100.0) ** 2
