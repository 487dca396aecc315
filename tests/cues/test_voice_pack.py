from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
import soundfile

from coach.cues.clips import RATE, ClipError
from coach.cues.voice_pack import VoicePack
from support.voice_packs import write_pack


def test_a_folder_without_index_is_a_voice_without_phrases(tmp_path: Path) -> None:
    pack = VoicePack.load(tmp_path)
    assert pack.clips == {}
    assert pack.duration_ms("In.") is None


def test_phrases_and_lengths_come_from_the_index(tmp_path: Path) -> None:
    pack = VoicePack.load(write_pack(tmp_path, {"In.": 300, "Größer\nnow": 500}))
    assert pack.duration_ms("In.") == 300
    assert pack.duration_ms("Größer\nnow") == 500


@pytest.mark.parametrize("rate", [8_000, 16_000, 24_000, 44_100, 48_000])
def test_any_rate_is_brought_to_the_track_rate_at_the_same_pitch(tmp_path: Path, rate: int) -> None:
    pack = VoicePack.load(write_pack(tmp_path, {"a": 400}, rate=rate, pitch_hz=500.0))
    data = pack.samples("a")
    assert data.dtype == np.float32
    assert len(data) == 400 * RATE // 1000
    assert np.argmax(np.abs(np.fft.rfft(data))) * RATE / len(data) == pytest.approx(500, abs=3)
    assert np.abs(data[1_000:-1_000]).max() == pytest.approx(0.5, abs=0.02)


def test_stereo_becomes_mono_and_opus_is_read(tmp_path: Path) -> None:
    seconds = np.arange(RATE // 2) / RATE
    wave = np.column_stack([np.sin(2 * np.pi * 300 * seconds) * gain for gain in (0.6, 0.2)])
    soundfile.write(str(tmp_path / "a.opus"), wave, RATE, format="OGG", subtype="OPUS")
    index = '[clips]\n"a" = { file = "a.opus", duration_ms = 500 }'
    (tmp_path / "index.toml").write_text(index, encoding="utf-8")
    data = VoicePack.load(tmp_path).samples("a")
    assert data.ndim == 1
    assert len(data) == pytest.approx(RATE // 2, abs=RATE // 100)
    assert np.abs(data[2_000:-2_000]).max() == pytest.approx(0.4, abs=0.06)


def test_a_clip_is_decoded_once_and_only_when_asked_for(tmp_path: Path) -> None:
    pack = VoicePack.load(write_pack(tmp_path, {"a": 300, "b": 300}))
    (tmp_path / "1.wav").unlink()
    first = pack.samples("a")
    (tmp_path / "0.wav").unlink()
    assert pack.samples("a") is first
    with pytest.raises(ClipError, match=r"1\.wav"):
        pack.samples("b")


def test_fingerprint_follows_the_recording(tmp_path: Path) -> None:
    before = VoicePack.load(write_pack(tmp_path, {"a": 300})).fingerprint("a")
    same = VoicePack.load(write_pack(tmp_path, {"a": 300})).fingerprint("a")
    after = VoicePack.load(write_pack(tmp_path, {"a": 300}, pitch_hz=400)).fingerprint("a")
    assert before == same != after


@pytest.mark.parametrize(
    ("index", "reason"),
    [
        ("[clips", r"index\.toml"),
        ("clips = 3", "clips must be a table"),
        ('[clips]\n"a" = "a.wav"', "file and duration_ms"),
        ('[clips]\n"a" = { duration_ms = 3 }', r"'a'\.file"),
        ('[clips]\n"a" = { file = "../a.wav", duration_ms = 3 }', r"'a'\.file"),
        ('[clips]\n"a" = { file = "/etc/passwd", duration_ms = 3 }', r"'a'\.file"),
        ('[clips]\n"a" = { file = "..\\\\a.wav", duration_ms = 3 }', r"'a'\.file"),
        ('[clips]\n"a" = { file = "a.wav" }', r"a\.wav: "),
        ('[clips]\n"a" = { file = "a.wav", duraton_ms = 9 }', r"'a'\.duraton_ms is not known"),
        ('[clips]\n"a" = { file = "a.wav", duration_ms = 0 }', r"'a'\.duration_ms"),
        ('[clips]\n"a" = { file = "a.wav", duration_ms = true }', r"'a'\.duration_ms"),
        ('[clips]\n"a" = { file = "a.wav", duration_ms = 99999999 }', r"'a'\.duration_ms"),
    ],
)
def test_a_wrong_index_is_named_with_its_key(tmp_path: Path, index: str, reason: str) -> None:
    (tmp_path / "index.toml").write_text(index, encoding="utf-8")
    with pytest.raises(ClipError, match=reason):
        VoicePack.load(tmp_path)


def test_a_damaged_clip_is_named(tmp_path: Path) -> None:
    pack = VoicePack.load(write_pack(tmp_path, {"a": 300}))
    (tmp_path / "0.wav").write_bytes(b"no sound at all")
    with pytest.raises(ClipError, match=r"0\.wav"):
        pack.samples("a")
