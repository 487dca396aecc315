"""One app for a folder: the second raises the first, a dead one gives way."""

from __future__ import annotations

import os
import signal
import stat
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from coach.system.single_instance import LOCK_NAME, SingleInstance, Start, server_name

Make = Callable[[], SingleInstance]

HOLDER = """
import sys
from pathlib import Path
from PySide6.QtCore import QCoreApplication
from coach.system.single_instance import SingleInstance
app = QCoreApplication([])
one = SingleInstance(Path(sys.argv[1]))
one.on_raise(app.quit)
print(one.start().value, flush=True)
app.exec()
print("raised", flush=True)
"""


@pytest.fixture
def make(tmp_path: Path, qapp: object) -> Iterator[Make]:
    made: list[SingleInstance] = []

    def one() -> SingleInstance:
        made.append(SingleInstance(tmp_path))
        return made[-1]

    yield one
    for instance in made:
        instance.release()


def _hold(folder: Path) -> subprocess.Popen[str]:
    holder = subprocess.Popen(
        [sys.executable, "-c", HOLDER, str(folder)], stdout=subprocess.PIPE, text=True
    )
    assert holder.stdout is not None
    assert holder.stdout.readline() == "first\n"
    return holder


def test_the_second_start_raises_the_first(make: Make, qtbot: QtBot) -> None:
    first, second = make(), make()
    assert first.start() is Start.FIRST
    with qtbot.waitSignal(first.raise_requested):
        assert second.start() is Start.RAISED


def test_a_second_process_raises_the_first(tmp_path: Path, make: Make) -> None:
    with _hold(tmp_path) as holder:
        assert make().start() is Start.RAISED
        assert holder.communicate(timeout=20)[0] == "raised\n"


def test_a_killed_process_gives_way(tmp_path: Path, make: Make) -> None:
    with _hold(tmp_path) as holder:
        holder.send_signal(signal.SIGKILL)
        holder.wait()
    assert (tmp_path / LOCK_NAME).exists()
    taking_over, later = make(), make()
    assert taking_over.start() is Start.FIRST
    assert later.start() is Start.RAISED


def test_a_number_used_again_by_another_program_gives_way(tmp_path: Path, make: Make) -> None:
    """After a crash the process number in the lock may belong to something else."""
    sleeper = subprocess.Popen(["sleep", "60"])
    try:
        host = os.uname().nodename
        (tmp_path / LOCK_NAME).write_text(f"{sleeper.pid}\ncoach\n{host}\n")
        assert make().start() is Start.FIRST
    finally:
        sleeper.kill()
        sleeper.wait()


def test_a_released_folder_is_free(make: Make) -> None:
    first, second = make(), make()
    assert first.start() is Start.FIRST
    first.release()
    first.release()
    assert second.start() is Start.FIRST


def test_a_silent_first_is_told(make: Make) -> None:
    first, second = make(), make()
    first.start()
    first._server.close()
    assert second.start() is Start.SILENT


def test_a_stuck_first_is_told(tmp_path: Path, make: Make, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("coach.system.single_instance.ANSWER_MS", 200)
    with _hold(tmp_path) as holder:
        holder.send_signal(signal.SIGSTOP)
        found = make().start()
        holder.send_signal(signal.SIGKILL)
    assert found is Start.SILENT


def test_a_missing_folder_is_told(tmp_path: Path, qapp: object) -> None:
    instance = SingleInstance(tmp_path / "missing")
    assert instance.start() is Start.UNWRITABLE


def test_a_dead_lock_in_a_folder_that_nobody_may_change(
    tmp_path: Path, make: Make, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The lock cannot be taken over there, yet nobody is in the way of reading."""
    first, second = make(), make()
    first.start()
    first._server.close()
    monkeypatch.setattr("coach.system.single_instance.os.access", lambda *_args: False)
    assert second.start() is Start.UNWRITABLE


def test_two_folders_are_two_apps(tmp_path: Path, qapp: object) -> None:
    folders = [tmp_path / "a", tmp_path / "b"]
    for folder in folders:
        folder.mkdir()
    both = [SingleInstance(folder) for folder in folders]
    assert [one.start() for one in both] == [Start.FIRST, Start.FIRST]
    for one in both:
        one.release()


def test_names_are_short_and_tell_nothing(tmp_path: Path) -> None:
    name = server_name(tmp_path)
    assert len(name) < 40
    assert name != server_name(tmp_path / "other")
    assert tmp_path.name not in name


def test_only_the_owner_may_knock(make: Make) -> None:
    first = make()
    first.start()
    mode = Path(first._server.fullServerName()).stat().st_mode
    assert stat.S_IMODE(mode) & 0o077 == 0
