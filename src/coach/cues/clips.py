"""Short sounds as samples: the tones, and the phrases of a voice pack."""

from __future__ import annotations

import wave
from collections.abc import Mapping
from dataclasses import dataclass
from math import ceil
from pathlib import Path
from typing import TypeAlias

import numpy as np
import numpy.typing as npt

from coach.cues.tone_rules import Tone

RATE = 24_000
"""Samples a second of every clip and of the compiled track."""

Samples: TypeAlias = npt.NDArray[np.float32]


class ClipError(ValueError):
    """A sound file is missing or unusable; the text names file and reason."""


@dataclass(frozen=True, slots=True)
class ToneSet:
    """The tones as float32 in −1 … 1 at ``RATE``."""

    samples: Mapping[Tone, Samples]

    @classmethod
    def load(cls, folder: Path) -> ToneSet:
        """Read ``<tone>.wav`` of every ``Tone``. Raises ``ClipError``."""
        return cls({tone: _read_wav(folder / f"{tone}.wav") for tone in Tone})

    def durations_ms(self) -> dict[Tone, int]:
        return {tone: ceil(len(data) * 1000 / RATE) for tone, data in self.samples.items()}


def _read_wav(path: Path) -> Samples:
    try:
        with wave.open(str(path), "rb") as file:
            shape = (file.getnchannels(), file.getsampwidth(), file.getframerate())
            data = file.readframes(file.getnframes())
    except (OSError, EOFError, wave.Error) as error:
        raise ClipError(f"{path.name}: {str(error) or 'the file is cut short'}") from error
    if shape != (1, 2, RATE):
        raise ClipError(f"{path.name}: must be mono, 16 bit, {RATE} Hz, not {shape}")
    return np.frombuffer(data, dtype="<i2").astype(np.float32) / np.float32(32_768.0)


def resampled(data: Samples, rate: int) -> Samples:
    """``data`` at ``RATE``: band-limited by its spectrum, right for clips of some seconds."""
    if rate == RATE or not len(data):
        return data
    count = round(len(data) * RATE / rate)
    spectrum = np.fft.rfft(data)
    kept = np.zeros(count // 2 + 1, dtype=spectrum.dtype)
    shared = min(len(kept), len(spectrum))
    kept[:shared] = spectrum[:shared]
    return (np.fft.irfft(kept, count) * (count / len(data))).astype(np.float32)
