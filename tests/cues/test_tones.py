"""The tone files: they are what the script makes, soft, unclipped and easy to tell apart."""

from __future__ import annotations

import wave
from pathlib import Path
from types import ModuleType

import numpy as np
import pytest

from coach.cues.clips import RATE, ClipError, Samples, ToneSet
from coach.cues.tone_rules import Tone
from support.scripts import load_script
from support.source import ROOT

SOUNDS = ROOT / "resources" / "sounds"


@pytest.fixture(scope="module")
def script() -> ModuleType:
    return load_script("make_tones")


@pytest.fixture(scope="module")
def tone_set() -> ToneSet:
    return ToneSet.load(SOUNDS)


def strongest_hz(data: Samples) -> float:
    spectrum = np.abs(np.fft.rfft(data * np.hanning(len(data)), 1 << 16))
    return float(np.argmax(spectrum) * RATE / (1 << 16))


def test_every_tone_has_a_file_and_every_file_a_tone(script: ModuleType) -> None:
    assert {file.stem for file in SOUNDS.glob("*.wav")} == set(Tone) == set(script.TONES)


@pytest.mark.parametrize("tone", list(Tone))
def test_files_are_what_the_script_makes(tone: Tone, script: ModuleType) -> None:
    with wave.open(str(SOUNDS / f"{tone}.wav"), "rb") as file:
        assert (file.getnchannels(), file.getsampwidth(), file.getframerate()) == (1, 2, RATE)
        stored = np.frombuffer(file.readframes(file.getnframes()), dtype="<i2")
    made = script.tone(script.TONES[tone])
    assert len(stored) == len(made)
    # One step of slack: the last bit of a sine differs between maths libraries.
    assert np.abs(stored.astype(int) - made.astype(int)).max() <= 1


@pytest.mark.parametrize("tone", list(Tone))
def test_soft_without_clipping_or_clicks(tone: Tone, tone_set: ToneSet) -> None:
    data = tone_set.samples[tone]
    assert 20 * np.log10(np.abs(data).max()) == pytest.approx(-12.0, abs=0.1)
    assert np.abs(data[:3]).max() < 0.01
    assert np.abs(data[-3:]).max() < 0.001
    assert np.abs(np.diff(data)).max() < 0.1


def test_in_rises_and_out_falls_in_a_lower_region(tone_set: ToneSet) -> None:
    first, last = slice(0, RATE * 2 // 10), slice(RATE * 65 // 100, None)
    inhale, exhale = tone_set.samples[Tone.IN], tone_set.samples[Tone.OUT]
    assert strongest_hz(inhale[last]) / strongest_hz(inhale[first]) == pytest.approx(1.5, rel=0.02)
    assert strongest_hz(exhale[last]) / strongest_hz(exhale[first]) == pytest.approx(
        2 / 3, rel=0.02
    )
    assert strongest_hz(exhale[first]) < strongest_hz(inhale[first])


def test_tick_and_tock_differ_and_are_short(tone_set: ToneSet) -> None:
    tick, tock = tone_set.samples[Tone.TICK], tone_set.samples[Tone.TOCK]
    assert strongest_hz(tick) > 1.3 * strongest_hz(tock)
    assert max(len(tick), len(tock)) <= RATE * 0.2


def test_lengths_are_told_in_whole_milliseconds(tone_set: ToneSet) -> None:
    lengths = tone_set.durations_ms()
    assert lengths[Tone.TICK] == 130
    assert all(len(tone_set.samples[tone]) <= ms * RATE / 1000 for tone, ms in lengths.items())


def test_a_missing_or_wrong_tone_is_named(tmp_path: Path) -> None:
    with pytest.raises(ClipError, match=r"in\.wav"):
        ToneSet.load(tmp_path)
    with wave.open(str(tmp_path / "in.wav"), "wb") as file:
        file.setnchannels(2)
        file.setsampwidth(2)
        file.setframerate(RATE)
    with pytest.raises(ClipError, match=r"in\.wav: must be mono"):
        ToneSet.load(tmp_path)
