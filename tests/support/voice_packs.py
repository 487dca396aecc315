"""Voice packs made of plain waves, as a user's folder of recordings would be."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path

import numpy as np
import soundfile


def write_pack(
    folder: Path, lengths_ms: Mapping[str, int], *, rate: int = 24_000, pitch_hz: float = 300.0
) -> Path:
    """A folder with ``index.toml`` and one WAV of a steady wave for every phrase."""
    folder.mkdir(parents=True, exist_ok=True)
    lines = ['language = "en"', 'voice = "waves"', "[clips]"]
    for number, (phrase, length) in enumerate(lengths_ms.items()):
        seconds = np.arange(round(length * rate / 1000)) / rate
        wave = 0.5 * np.sin(2 * np.pi * pitch_hz * seconds)
        soundfile.write(str(folder / f"{number}.wav"), wave, rate, "PCM_16")
        lines.append(f'{json.dumps(phrase)} = {{ file = "{number}.wav", duration_ms = {length} }}')
    (folder / "index.toml").write_text("\n".join(lines), encoding="utf-8")
    return folder
