"""``coach audio`` and what is behind it: real files, one sentence for every refusal."""

from __future__ import annotations

import shutil
from pathlib import Path

import numpy as np
import pytest
import soundfile

from coach import bootstrap
from coach.app.audio_export import AudioError, AudioSession, audio_session
from coach.app.preferences import save_preference
from coach.bootstrap_audio import AudioMaker, check_place
from coach.bootstrap_sound import TrackMaker
from coach.cli import run
from coach.cues.clips import RATE
from coach.store.opening import open_store
from coach.system import resources
from support.audio_tags import ogg_comments, vorbis_chapters, wav_chapters
from support.book import real_book
from support.standing import checked
from support.store_builders import CountedIds, SteadyClock, stamp

LAST_ONE = "Last one."


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A data folder with an open plan, on a Monday."""
    monkeypatch.setattr(bootstrap, "SystemClock", SteadyClock)
    data = tmp_path / "data"
    store = open_store(data, SteadyClock(), CountedIds())
    checked(store, stamp(), CountedIds())
    store.close()
    return data


@pytest.fixture
def session(folder: Path) -> AudioSession:
    store = open_store(folder, SteadyClock(), CountedIds())
    save_preference(store, "breath_words", "always")
    found = audio_session(store, real_book(), stamp(), CountedIds(), stamp().civil)
    store.close()
    return found


def called(*arguments: object) -> int:
    return run(["audio", *map(str, arguments)])


def refusal(capsys: pytest.CaptureFixture[str], *arguments: object) -> str:
    assert called(*arguments) == 1
    printed = capsys.readouterr()
    assert printed.out == ""
    [line] = printed.err.splitlines()
    assert line.startswith("coach: ")
    return line


# ---- the file ---------------------------------------------------------------------------------
def test_the_file_holds_just_what_the_player_plays(session: AudioSession, tmp_path: Path) -> None:
    path = tmp_path / "session.wav"
    AudioMaker("en", LAST_ONE)(session, path, overwrite=False)
    make = TrackMaker(tmp_path, lambda: session.preferences, "en", pytest.fail, LAST_ONE)
    played = make(session.timeline)
    assert played is not None
    track, _ = soundfile.read(str(played), dtype="int16")
    data, rate = soundfile.read(str(path), dtype="int16")
    assert rate == RATE
    assert np.array_equal(data[-len(track) :], track)
    begins_ms = (len(data) - len(track)) * 1000 / RATE
    told, chapters = wav_chapters(path, RATE)
    assert told == {"title": session.title, "artist": "coach", "date": "2026-03-02"}
    assert chapters[0] == (0, "Before you begin")
    assert chapters[1][0] == pytest.approx(begins_ms, abs=1)
    assert len(chapters) == 1 + len(session.parts)


def test_the_question_is_spoken_first(session: AudioSession, tmp_path: Path) -> None:
    """K16, whatever the voice is set to."""
    AudioMaker("en")(session, tmp_path / "a.wav", overwrite=False)
    data, _ = soundfile.read(str(tmp_path / "a.wav"), dtype="float64", frames=25 * RATE)
    seconds = np.abs(data).reshape(25, RATE).max(axis=1)
    assert not data[: 400 * RATE // 1000].any()
    assert seconds[1:10].min() > 0.05
    quiet = np.flatnonzero(seconds < 0.001)
    assert len(quiet) >= 5


def test_from_the_command_line(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "tuesday.ogg"
    assert called("tue", "--out", out, "--data-dir", folder) == 0
    assert capsys.readouterr().out.startswith(f"{out}: Light session, Tuesday 2026-03-03")
    told, chapters = vorbis_chapters(ogg_comments(out))
    assert told["title"] == "Light session, Tuesday 2026-03-03"
    assert chapters[0] == (0, "Before you begin")
    assert soundfile.info(str(out)).duration > 180
    assert [file.name for file in tmp_path.iterdir() if file.name.startswith(".")] == []


# ---- refusals ---------------------------------------------------------------------------------
def test_a_file_that_is_there_stays_without_force(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "a.flac"
    out.write_bytes(b"mine")
    assert "--force" in refusal(capsys, "tue", "--out", out, "--data-dir", folder)
    assert out.read_bytes() == b"mine"
    assert called("tue", "--out", out, "--force", "--data-dir", folder) == 0
    assert soundfile.info(str(out)).format == "FLAC"


@pytest.mark.parametrize(
    ("day", "name", "reason"),
    [
        ("today", "a.aac", "has to end in .wav, .flac, .ogg or .mp3"),
        ("today", "a", "has to end in"),
        ("today", "none/a.mp3", "there is no folder"),
        ("today", "folder.mp3", "is a folder"),
        ("monday", "a.mp3", "monday is no day"),
        ("2026-04-01", "a.mp3", "2026-04-01 is too far"),
        ("thu", "a.mp3", "Thursday is a day of rest"),
        ("today", "x" * 300 + ".mp3", "cannot be written"),
    ],
)
def test_each_refusal_is_one_line(
    folder: Path,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    day: str,
    name: str,
    reason: str,
) -> None:
    (tmp_path / "folder.mp3").mkdir()
    before = sorted(tmp_path.iterdir())
    assert reason in refusal(capsys, day, "--out", tmp_path / name, "--data-dir", folder)
    assert sorted(tmp_path.iterdir()) == before


def test_without_a_log_none_is_begun(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    told = refusal(capsys, "today", "--out", tmp_path / "a.mp3", "--data-dir", tmp_path / "none")
    assert "readiness check" in told
    assert list(tmp_path.iterdir()) == []


def test_a_locked_plan_is_locked_here_too(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """K16."""
    store = open_store(folder, SteadyClock(), CountedIds())
    ids = CountedIds()
    for _ in range(9):
        ids()
    checked(store, stamp(9), ids, q1=["b"])
    store.close()
    told = refusal(capsys, "tue", "--out", tmp_path / "a.mp3", "--data-dir", folder)
    assert "locks the plan" in told
    assert not (tmp_path / "a.mp3").exists()


def test_a_voice_that_cannot_ask_makes_no_file(
    session: AudioSession, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    copy = tmp_path / "resources"
    for part in ("sounds", "voice"):
        shutil.copytree(resources.resource_dir() / part, copy / part)
    monkeypatch.setattr("coach.bootstrap_audio.resource_dir", lambda: copy)
    (copy / "voice" / "en" / "index.toml").unlink()
    with pytest.raises(AudioError, match="cannot ask what is new"):
        AudioMaker("en")(session, tmp_path / "a.wav", overwrite=False)
    assert not (tmp_path / "a.wav").exists()


def test_a_place_that_is_free_is_fine(tmp_path: Path) -> None:
    check_place(tmp_path / "a.mp3", overwrite=False)
    (tmp_path / "a.mp3").write_bytes(b"")
    check_place(tmp_path / "a.mp3", overwrite=True)
