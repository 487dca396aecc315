"""The script that makes the clips, with a stand-in for the speech program."""

from __future__ import annotations

import shutil
from pathlib import Path
from types import ModuleType

import numpy as np
import pytest
import soundfile

from coach.cues.clips import RATE
from coach.cues.voice_pack import VoicePack
from support.scripts import load_script


@pytest.fixture(scope="module")
def script() -> ModuleType:
    return load_script("make_voice")


@pytest.fixture
def spoken(script: ModuleType, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Phrases that were really spoken, by an engine that hums and an encoder that copies."""
    said: list[str] = []
    notice = tmp_path / "notice"
    notice.write_text("free for all", encoding="utf-8")

    def hum(phrase: str, out: Path) -> None:
        said.append(phrase)
        tone = 0.2 * np.sin(np.arange(RATE // 2) / 20)
        quiet = np.zeros(RATE // 4)
        soundfile.write(str(out), np.concatenate([quiet, tone, quiet]), RATE, "PCM_16")

    engine = script.Engine("humming", "hum", notice, hum)
    monkeypatch.setattr(script, "available_engine", lambda: engine)
    monkeypatch.setattr(script, "encode", shutil.copy)
    return said


def test_makes_a_pack_that_the_app_reads(
    script: ModuleType, spoken: list[str], tmp_path: Path
) -> None:
    folder = tmp_path / "en"
    assert script.make_pack(["Breathe in.", 'Say "ah"'], "en", folder) == (2, 0)
    pack = VoicePack.load(folder)
    assert set(pack.clips) == {"Breathe in.", 'Say "ah"'}
    assert pack.duration_ms("Breathe in.") == pytest.approx(550, abs=2)
    assert "free for all" in (folder / "LICENSE.txt").read_text(encoding="utf-8")


def test_only_new_phrases_are_spoken_and_orphans_go(
    script: ModuleType, spoken: list[str], tmp_path: Path
) -> None:
    folder = tmp_path / "en"
    script.make_pack(["one", "two"], "en", folder)
    spoken.clear()
    assert script.make_pack(["two", "three"], "en", folder) == (1, 1)
    assert spoken == ["three"]
    assert {file.name for file in folder.glob("*.opus")} == {"two.opus", "three.opus"}
    assert script.make_pack(["three", "two"], "en", folder) == (0, 0)


def test_another_recipe_speaks_everything_anew(
    script: ModuleType, spoken: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    script.make_pack(["one", "two"], "en", tmp_path / "en")
    monkeypatch.setattr(script, "RECIPE_VERSION", script.RECIPE_VERSION + 1)
    assert script.make_pack(["one", "two"], "en", tmp_path / "en") == (2, 0)


def test_file_names_are_plain_and_never_shared(script: ModuleType) -> None:
    names = script.file_names(["In", "In.", "in!", "…", "a" * 300, "a" * 301, "../etc"])
    assert len(set(names.values())) == 7
    assert all(name == Path(name).name and len(name) < 64 for name in names.values())
    assert all(name.isascii() and not name.startswith((".", "-")) for name in names.values())


def test_trimming_keeps_the_words_and_levelling_never_clips(script: ModuleType) -> None:
    word = np.sin(np.arange(RATE) / 15).astype(np.float32) * 0.3
    silence = np.zeros(RATE, dtype=np.float32)
    cut = script.trimmed(np.concatenate([silence, word, silence]))
    assert len(cut) == pytest.approx(len(word) + RATE * 2 * script.MARGIN_MS / 1000, abs=RATE / 500)
    assert (cut[0], cut[-1]) == (0.0, 0.0)
    peak = np.zeros(RATE, dtype=np.float32)
    peak[100] = 0.9
    assert np.abs(script.levelled(peak)).max() <= 10 ** (script.PEAK_DBFS / 20) + 1e-6
    with pytest.raises(ValueError, match="silence"):
        script.trimmed(silence)


def test_phrases_are_read_one_a_line(script: ModuleType, tmp_path: Path) -> None:
    source = tmp_path / "phrases.txt"
    source.write_text(" two \n\none\ntwo\n", encoding="utf-8")
    assert script.read_phrases(str(source)) == ["one", "two"]
