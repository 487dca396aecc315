"""Starting: where it may write, who was first, what is private, what is told without sound."""

from __future__ import annotations

import shutil
import stat
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from coach import bootstrap
from coach.app.check_flow import CheckFlow
from coach.app.check_views import question_view
from coach.app.exercise_dose import usual_item
from coach.app.ports import StoreError
from coach.app.preferences import Preferences
from coach.bootstrap_sound import LateCues, TrackMaker
from coach.domain.content_error import ContentError
from coach.domain.score import compile_timeline
from coach.domain.terms import Weekday
from coach.domain.timeline import Timeline
from coach.store.schema import FILE_NAME
from coach.system import resources
from coach.system.clock import SystemClock
from coach.system.paths import app_paths
from coach.system.single_instance import SingleInstance, Start
from support.book import plan_for, real_book

# Opens the app on a folder and closes the window once the first page stands.
OPEN_ONCE = """
import sys
from pathlib import Path
from PySide6.QtCore import QTimer
from coach import bootstrap
from coach.gui import application

launch = application.launch
def launch_and_close(app, shell, wire, memory):
    shell.window.page_shown.connect(lambda _name: QTimer.singleShot(0, shell.window.close))
    return launch(app, shell, wire, memory)
application.launch = launch_and_close
sys.exit(bootstrap.run_app(Path(sys.argv[1])))
"""


def opening(folder: Path) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-c", f"import os; os.umask(0)\n{OPEN_ONCE}", str(folder)],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


@pytest.fixture
def read_only(tmp_path: Path) -> Iterator[Path]:
    """A folder that takes no new files, for a user who is not the system's own."""
    folder = tmp_path / "read-only"
    folder.mkdir()
    yield folder
    folder.chmod(0o700)


def test_everything_it_writes_is_for_the_owner_alone(tmp_path: Path) -> None:
    folder = tmp_path / "data"
    with opening(folder) as app:
        assert app.communicate(timeout=90)[1].count("Traceback") == 0
    assert app.returncode == 0
    assert (folder / FILE_NAME).is_file()
    open_to_others = [
        path for path in (folder, *folder.rglob("*")) if stat.S_IMODE(path.stat().st_mode) & 0o077
    ]
    assert open_to_others == []


def test_a_file_in_the_folders_place_is_told(tmp_path: Path) -> None:
    place = tmp_path / "file"
    place.write_text("mine")
    with pytest.raises(StoreError, match=r"cannot be made: .*--data-dir"):
        bootstrap._create(app_paths(place))
    assert place.read_text() == "mine"


def _refuse(monkeypatch: pytest.MonkeyPatch) -> None:
    def mkdir(self: Path, *_args: object, **_kwargs: object) -> None:
        raise PermissionError(13, "Permission denied", str(self))

    monkeypatch.setattr(Path, "mkdir", mkdir)


def test_a_folder_that_takes_nothing_is_told(
    read_only: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _refuse(monkeypatch)
    with pytest.raises(StoreError, match=r"cannot be written: Permission denied.*--data-dir"):
        bootstrap._create(app_paths(read_only))


def test_a_log_there_is_enough_to_read(read_only: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (read_only / FILE_NAME).write_bytes(b"")
    _refuse(monkeypatch)
    bootstrap._create(app_paths(read_only))


# ---- the program's own files ----------------------------------------------------------------
def test_an_exercise_without_a_file_is_missed(monkeypatch: pytest.MonkeyPatch) -> None:
    files = bootstrap._exercise_files()
    del files["exercises/leg_swing.toml"]
    monkeypatch.setattr(bootstrap, "_exercise_files", lambda: files)
    with pytest.raises(ContentError, match=r"ruleset\.toml: rhythm\.leg_swing"):
        bootstrap.load_book()


def test_english_stands_in_for_a_language_without_words() -> None:
    book, english = bootstrap.load_book("xx"), bootstrap.load_book()
    assert bootstrap.verdict_texts("xx") == bootstrap.verdict_texts()
    for name, exercise in english.catalog.items():
        assert book.catalog[name].text("xx") == exercise.text("en")
    flow = CheckFlow(book.intake)
    assert question_view(flow, "xx") == question_view(flow, "en")


@pytest.fixture
def with_a_new_exercise(monkeypatch: pytest.MonkeyPatch) -> dict[str, Any]:
    """The rules as data, beside one more file of exercises."""
    files = bootstrap._exercise_files()
    copied = files["exercises/pelvic_rock.toml"] | {"id": "slow_rock"}
    files["exercises/slow_rock.toml"] = copied
    rules = resources.read_toml("ruleset.toml")

    def read(name: str) -> dict[str, Any]:
        return rules if name == "ruleset.toml" else resources.read_toml(name)

    monkeypatch.setattr(bootstrap, "_exercise_files", lambda: files)
    monkeypatch.setattr(bootstrap, "read_toml", read)
    return rules


def test_a_new_exercise_needs_data_alone(with_a_new_exercise: dict[str, Any]) -> None:
    with_a_new_exercise["rhythm"]["slow_rock"] = {"kind": "breath"}
    with_a_new_exercise["usual"]["slow_rock"] = "rock"
    book = bootstrap.load_book()
    exercise = book.catalog["slow_rock"]
    for variant in exercise.variants.values():
        item = usual_item(exercise, variant, book)
        assert compile_timeline((item,), book).blocks[0].reps == 10


@pytest.mark.parametrize(
    ("usual", "reason"),
    [
        ({}, r"usual\.slow_rock: is missing"),
        ({"slow_rock": "rok"}, r"usual\.slow_rock: names no table of other or floss: 'rok'"),
    ],
)
def test_an_exercise_without_a_dose_is_refused(
    with_a_new_exercise: dict[str, Any], usual: dict[str, str], reason: str
) -> None:
    with pytest.raises(ContentError, match=r"ruleset\.toml: rhythm\.slow_rock: is missing"):
        bootstrap.load_book()
    with_a_new_exercise["rhythm"]["slow_rock"] = {"kind": "breath"}
    with_a_new_exercise["usual"] |= usual
    with pytest.raises(ContentError, match=reason):
        bootstrap.load_book()


@pytest.mark.parametrize("broken", [{}, {"article": {"000": "A blog."}}])
def test_a_source_without_words_is_missed(
    monkeypatch: pytest.MonkeyPatch, broken: dict[str, object]
) -> None:
    def read(name: str) -> dict[str, object]:
        return broken if "sources" in name else resources.read_toml(name)

    monkeypatch.setattr(bootstrap, "read_toml", read)
    with pytest.raises(ContentError, match=r"texts/sources\.en\.toml: article\.\d+: is missing"):
        bootstrap.load_book()


# ---- sound ----------------------------------------------------------------------------------
class Quiet:
    """Cues that say why they are silent."""

    audible = False
    problem: str | None = "No sound device was found."

    def load(self, track: Path) -> None: ...
    def play(self, from_ms: int) -> None: ...
    def pause(self) -> None: ...
    def position_ms(self) -> float | None:
        return None

    def set_muted(self, muted: bool) -> None: ...
    def shutdown(self) -> None: ...


def test_why_there_is_no_sound_is_told_once(tmp_path: Path) -> None:
    told: list[str] = []
    cues = LateCues(lambda _clock: Quiet(), SystemClock(), told.append)
    assert told == []
    for _ in range(3):
        cues.load(tmp_path / "track.wav")
        cues.play(0)
    assert told == ["No sound device was found."]


def test_sound_that_works_tells_nothing(tmp_path: Path) -> None:
    told: list[str] = []
    works = Quiet()
    works.problem = None
    cues = LateCues(lambda _clock: works, SystemClock(), told.append)
    cues.load(tmp_path / "track.wav")
    assert told == []


def test_a_sound_lost_in_the_middle_is_told_once(tmp_path: Path) -> None:
    told: list[str] = []
    taken_back: list[str] = []
    device = Quiet()
    device.problem = None
    cues = LateCues(lambda _clock: device, SystemClock(), told.append, taken_back.append)
    cues.load(tmp_path / "track.wav")
    for _ in range(2):
        device.problem = "No sound device was found."
        assert [cues.audible for _ in range(3)] == [False] * 3
        device.problem = None
        assert [cues.audible for _ in range(3)] == [False] * 3
    assert told == ["No sound device was found."]
    assert taken_back == told


@pytest.fixture
def timeline() -> Timeline:
    return compile_timeline(plan_for().day(Weekday.TUE).items, real_book())


@pytest.fixture
def files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of tones and voice that a test may break."""
    copy = tmp_path / "resources"
    for part in ("sounds", "voice"):
        shutil.copytree(resources.resource_dir() / part, copy / part)
    monkeypatch.setattr("coach.bootstrap_sound.resource_dir", lambda: copy)
    return copy


def maker(cache: Path, told: list[str], **wishes: object) -> TrackMaker:
    wish = Preferences(**wishes)  # type: ignore[arg-type]
    return TrackMaker(cache, lambda: wish, "en", told.append)


def test_the_shipped_files_make_a_track_in_silence(
    files: Path, tmp_path: Path, timeline: Timeline
) -> None:
    told: list[str] = []
    track = maker(tmp_path, told)(timeline)
    assert track is not None
    assert track.is_file()
    assert told == []


@pytest.mark.parametrize("fault", ["no folder", "typo", "broken clip"])
def test_a_voice_that_fails_leaves_the_tones(
    files: Path, tmp_path: Path, timeline: Timeline, fault: str
) -> None:
    voice = files / "voice" / "en"
    index = voice / "index.toml"
    if fault == "no folder":
        index.unlink()
    elif fault == "typo":
        index.write_text(index.read_text().replace("duration_ms", "duraton_ms", 1))
    else:
        for clip in voice.glob("*.opus"):
            clip.write_bytes(b"no sound")
    told: list[str] = []
    make = maker(tmp_path, told)
    for _ in range(2):
        track = make(timeline)
        assert track is not None
        assert track.is_file()
    [sentence] = told
    assert sentence.endswith("runs with tones and without the voice.")


def test_who_wants_no_voice_is_not_told(files: Path, tmp_path: Path, timeline: Timeline) -> None:
    (files / "voice" / "en" / "index.toml").unlink()
    told: list[str] = []
    assert maker(tmp_path, told, voice=False)(timeline) is not None
    assert told == []


def test_a_broken_tone_is_told_and_the_session_is_silent(
    files: Path, tmp_path: Path, timeline: Timeline
) -> None:
    (files / "sounds" / "in.wav").write_bytes(b"x")
    told: list[str] = []
    assert maker(tmp_path, told)(timeline) is None
    [sentence] = told
    assert sentence.startswith("in.wav: ")
    assert "runs without sound" in sentence


def test_a_cache_that_cannot_be_made_is_told(
    files: Path, tmp_path: Path, timeline: Timeline
) -> None:
    blocked = tmp_path / "cache"
    blocked.write_text("a file where the folder should be")
    told: list[str] = []
    assert maker(blocked, told)(timeline) is None
    [sentence] = told
    assert str(blocked) in sentence
    assert "runs without sound" in sentence


def test_a_second_start_finds_the_first(tmp_path: Path, qtbot: QtBot) -> None:
    """The second process ends at once with 0, and the first has been asked to come forward."""
    folder = tmp_path / "data"
    folder.mkdir()
    first = SingleInstance(folder)
    assert first.start() is Start.FIRST
    try:
        with qtbot.waitSignal(first.raise_requested, timeout=60_000):
            second = opening(folder)
        assert second.communicate(timeout=60)[1].count("Traceback") == 0
        assert second.returncode == 0
        assert not (folder / FILE_NAME).exists()
        assert list((folder / "log").iterdir()) == []
    finally:
        first.release()
