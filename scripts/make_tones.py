"""Synthesise the soft tones of a session into ``resources/sounds/*.wav``.

Run ``python scripts/make_tones.py`` after a change here; a test compares the files with what
this script makes. The tones are tuned to C: in rises a fifth (C5 to G5), out falls a fifth in
the region below (G4 to C4), so that both direction and pitch tell them apart. Harmonics keep
the low notes audible on the small speakers of a laptop or a phone.
"""

from __future__ import annotations

import argparse
import sys
import wave
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt

RATE = 24_000
PEAK_DBFS = -12.0
OUT = Path(__file__).resolve().parent.parent / "resources" / "sounds"
HARMONICS = (1.0, 0.28, 0.10, 0.03)

C4, G4, C5, E5, G5, C6 = 261.63, 392.00, 523.25, 659.26, 783.99, 1046.50

Samples = npt.NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Note:
    """One struck note: pitch, place in the tone, length, softness of its start, loudness."""

    pitch_hz: float
    start_ms: int
    length_ms: int
    attack_ms: int = 35
    gain: float = 1.0


TONES: Mapping[str, Sequence[Note]] = {
    "in": (Note(C5, 0, 620), Note(G5, 210, 780)),
    "out": (Note(G4, 0, 620), Note(C4, 210, 840)),
    "change": (Note(E5, 0, 420, gain=0.9), Note(E5, 260, 640, gain=0.7)),
    "done": (Note(C5, 0, 900), Note(E5, 240, 900), Note(G5, 480, 1000), Note(C6, 720, 1300)),
    "tick": (Note(G5, 0, 130, attack_ms=6),),
    "tock": (Note(C5, 0, 150, attack_ms=6),),
}


def tone(notes: Sequence[Note]) -> npt.NDArray[np.int16]:
    """The notes mixed to 16 bit mono, normalised to ``PEAK_DBFS``."""
    mix = np.zeros(max(_count(n.start_ms) + _count(n.length_ms) for n in notes))
    for note in notes:
        begin = _count(note.start_ms)
        sound = _sound(note)
        mix[begin : begin + len(sound)] += sound
    mix *= 10 ** (PEAK_DBFS / 20) / np.abs(mix).max()
    return np.round(mix * 32_767).astype(np.int16)


def _sound(note: Note) -> Samples:
    seconds = np.arange(_count(note.length_ms)) / RATE
    partials = enumerate(HARMONICS, start=1)
    wave_form = sum(
        (share * np.sin(2 * np.pi * note.pitch_hz * k * seconds) for k, share in partials),
        np.zeros_like(seconds),
    )
    return note.gain * wave_form * _envelope(note)


def _envelope(note: Note) -> Samples:
    """Raised-cosine attack, a bell's decay, and a raised-cosine release: no clicks."""
    length = _count(note.length_ms)
    envelope = np.exp(-3.0 * np.arange(length) / length)
    attack = _count(note.attack_ms)
    release = length // 3
    envelope[:attack] *= 0.5 - 0.5 * np.cos(np.pi * np.arange(attack) / attack)
    envelope[-release:] *= 0.5 + 0.5 * np.cos(np.pi * np.arange(1, release + 1) / release)
    return envelope


def _count(milliseconds: int) -> int:
    return round(milliseconds * RATE / 1000)


def write(folder: Path) -> None:
    """Write every tone as ``<name>.wav``."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, notes in TONES.items():
        with wave.open(str(folder / f"{name}.wav"), "wb") as file:
            file.setnchannels(1)
            file.setsampwidth(2)
            file.setframerate(RATE)
            file.writeframes(tone(notes).astype("<i2").tobytes())


def main() -> int:
    parser = argparse.ArgumentParser(description="Synthesise the tones of a session.")
    parser.add_argument("--out", type=Path, default=OUT, help="folder for the WAV files")
    write(parser.parse_args().out)
    return 0


if __name__ == "__main__":
    sys.exit(main())
