"""For my phone: asked for in the window, made beside it, told when it is there or why not."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from coach.app.audio_export import AudioError, AudioSession
from coach.gui.controllers.audio import AudioController
from support.standing import checked
from support.store_builders import stamp
from support.window import Stage, set_stage
from support.workers import SlowWorker


class Disk:
    """Stands in for the dialog and for the maker of files."""

    def __init__(self) -> None:
        self.answer = ("", "MP3 (*.mp3)")
        self.asked: list[str] = []
        self.made: list[tuple[AudioSession, Path, bool]] = []
        self.fault: Exception | None = None

    def choose(self, _parent: object, _caption: str, name: str, _kinds: str) -> tuple[str, str]:
        self.asked.append(name)
        return self.answer

    def write(self, session: AudioSession, path: Path, *, overwrite: bool) -> None:
        if self.fault is not None:
            raise self.fault
        self.made.append((session, path, overwrite))


@pytest.fixture
def stage(themed: QtBot, tmp_path: Path) -> Iterator[Stage]:
    made = set_stage(tmp_path, {})
    themed.addWidget(made.window)
    yield made
    made.close()


@pytest.fixture
def disk() -> Disk:
    return Disk()


@pytest.fixture
def worker() -> SlowWorker:
    return SlowWorker(None)


@pytest.fixture
def audio(stage: Stage, disk: Disk, worker: SlowWorker) -> AudioController:
    return AudioController(
        stage.context, stage.window, disk.write, chooser=disk.choose, side_worker=worker
    )


def test_a_file_is_made_and_told(
    themed: QtBot, stage: Stage, audio: AudioController, disk: Disk, worker: SlowWorker
) -> None:
    checked(stage.store, stamp(), stage.context.new_id)
    disk.answer = ("/home/someone/a.ogg", "MP3 (*.mp3)")
    busy: list[bool] = []
    audio.busy_changed.connect(busy.append)
    audio.export_today()
    themed.waitUntil(lambda: bool(worker.waiting))
    assert disk.asked == ["coach-2026-03-02.mp3"]
    with themed.waitSignal(audio.saved) as told:
        worker.do_next()
    assert told.args == ["Saved for your phone: /home/someone/a.ogg"]
    [(session, path, overwrite)] = disk.made
    assert session.title == "Full session, Monday 2026-03-02"
    assert (path, overwrite) == (Path("/home/someone/a.ogg"), True)
    assert busy == [True, False]


@pytest.mark.parametrize(
    ("chosen", "kind", "path"),
    [
        ("/h/a", "OGG (*.ogg)", "/h/a.ogg"),
        ("/h/a.b", "WAV (*.wav)", "/h/a.b.wav"),
        ("/h/a", "", "/h/a.mp3"),
    ],
)
def test_a_name_without_an_ending_gets_one_and_never_replaces_a_file(
    themed: QtBot,
    stage: Stage,
    audio: AudioController,
    disk: Disk,
    worker: SlowWorker,
    chosen: str,
    kind: str,
    path: str,
) -> None:
    checked(stage.store, stamp(), stage.context.new_id)
    disk.answer = (chosen, kind)
    audio.export_today()
    themed.waitUntil(lambda: bool(worker.waiting))
    with themed.waitSignal(audio.saved):
        worker.do_next()
    assert [(str(made), overwrite) for _, made, overwrite in disk.made] == [(path, False)]


def test_a_locked_plan_asks_for_no_name(
    themed: QtBot, stage: Stage, audio: AudioController, disk: Disk
) -> None:
    """K16."""
    checked(stage.store, stamp(), stage.context.new_id, q1=["b"])
    with themed.waitSignal(audio.refused) as told:
        audio.export_today()
    assert "locks the plan" in told.args[0]
    assert disk.asked == []


def test_a_dialog_that_is_left_ends_it(
    themed: QtBot, stage: Stage, audio: AudioController, disk: Disk, worker: SlowWorker
) -> None:
    checked(stage.store, stamp(), stage.context.new_id)
    for times in (1, 2):
        with themed.waitSignal(audio.busy_changed, check_params_cb=lambda busy: not busy):
            audio.export_today()
        assert len(disk.asked) == times
    assert worker.waiting == []


def test_one_file_at_a_time(
    themed: QtBot, stage: Stage, audio: AudioController, disk: Disk, worker: SlowWorker
) -> None:
    checked(stage.store, stamp(), stage.context.new_id)
    disk.answer = ("/h/a.mp3", "")
    for _ in range(3):
        audio.export_today()
    themed.waitUntil(lambda: bool(worker.waiting))
    audio.export_today()
    assert (len(worker.waiting), len(disk.asked)) == (1, 1)


def test_what_the_disk_refuses_is_told(
    themed: QtBot, stage: Stage, audio: AudioController, disk: Disk, worker: SlowWorker
) -> None:
    checked(stage.store, stamp(), stage.context.new_id)
    disk.answer = ("/h/a.mp3", "")
    disk.fault = AudioError("/h/a.mp3: cannot be written: No space left on device.")
    audio.export_today()
    themed.waitUntil(lambda: bool(worker.waiting))
    with themed.waitSignal(audio.refused) as told:
        worker.do_next()
    assert "No space left" in told.args[0]


def test_a_fault_of_the_program_is_trouble(
    themed: QtBot, stage: Stage, audio: AudioController, disk: Disk, worker: SlowWorker
) -> None:
    checked(stage.store, stamp(), stage.context.new_id)
    disk.answer = ("/h/a.mp3", "")
    disk.fault = LookupError("a bug")
    audio.export_today()
    themed.waitUntil(lambda: bool(worker.waiting))
    with themed.waitSignal(stage.context.background.trouble):
        worker.do_next()
