"""Sound that is missing, broken or never answers: voice, then tones, then the eyes."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from coach import bootstrap_voice
from coach.app.preferences import Preferences, preferences, save_preference
from coach.bootstrap_sound import TrackMaker
from coach.domain.score import compile_timeline
from coach.domain.terms import Weekday
from coach.store.memory_store import MemoryStore
from coach.system import resources
from support.book import plan_for, real_book
from support.store_builders import CountedIds, SteadyClock

TIMELINE = compile_timeline(plan_for().day(Weekday.TUE).items, real_book())
TONES = "runs with tones and without the voice."
SILENT = "runs without sound; the ring and the figure show the pace."


@pytest.fixture
def files(monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A copy of tones and voice that a test may break; what hangs is let go at the end."""
    copy = Path(tempfile.mkdtemp(prefix="coach-sound-"))
    for part in ("sounds", "voice"):
        shutil.copytree(resources.resource_dir() / part, copy / part)
    monkeypatch.setattr("coach.bootstrap_sound.resource_dir", lambda: copy)
    monkeypatch.setattr(bootstrap_voice, "READ_WAIT_S", 0.3)
    yield copy
    for file in copy.rglob("*"):
        if file.is_fifo():
            os.close(os.open(file, os.O_RDWR | os.O_NONBLOCK))
    shutil.rmtree(copy)


def hang(file: Path) -> None:
    """From now on nobody who reads ``file`` gets an answer."""
    file.unlink()
    os.mkfifo(file)


def made(cache: Path, **wishes: object) -> tuple[Path | None, list[str]]:
    told: list[str] = []
    wish = Preferences(**wishes)  # type: ignore[arg-type]
    return TrackMaker(cache, lambda: wish, "en", told.append)(TIMELINE), told


@pytest.mark.parametrize("what", ["index.toml", "*.opus"])
def test_a_voice_that_hangs_leaves_the_tones(files: Path, tmp_path: Path, what: str) -> None:
    for file in list((files / "voice" / "en").glob(what)):
        hang(file)
    track, told = made(tmp_path)
    assert track is not None
    assert track.is_file()
    [sentence] = told
    assert "does not answer" in sentence
    assert sentence.endswith(TONES)


def test_tones_that_hang_leave_the_eyes(files: Path, tmp_path: Path) -> None:
    hang(files / "sounds" / "in.wav")
    track, told = made(tmp_path)
    assert track is None
    [sentence] = told
    assert "does not answer" in sentence
    assert sentence.endswith(SILENT)


def test_a_voice_of_ones_own_that_hangs_leaves_the_one_that_ships(
    files: Path, tmp_path: Path
) -> None:
    own = files / "own"
    own.mkdir()
    os.mkfifo(own / "index.toml")
    track, told = made(tmp_path, voice_folder=str(own))
    assert track is not None
    [sentence] = told
    assert sentence.endswith("The voice that came with the program speaks instead.")
    assert track == made(tmp_path)[0]


def test_the_wait_is_two_seconds() -> None:
    assert bootstrap_voice.READ_WAIT_S == 2.0


def test_a_voice_that_fails_changes_no_setting(files: Path, tmp_path: Path) -> None:
    """It comes back by itself when the files do."""
    index = files / "voice" / "en" / "index.toml"
    words = index.read_text(encoding="utf-8")
    store = MemoryStore(SteadyClock(), CountedIds())
    wish = save_preference(store, "voice", True)
    told: list[str] = []
    make = TrackMaker(tmp_path, lambda: wish, "en", told.append)
    index.unlink()
    tones_only = make(TIMELINE)
    assert preferences(store.settings()) == wish
    index.write_text(words, encoding="utf-8")
    assert make(TIMELINE) not in (None, tones_only)
    assert len(told) == 1
