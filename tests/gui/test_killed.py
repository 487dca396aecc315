"""The app is killed in the middle of a session; the next start goes on at the start of that set."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from coach.domain.records import SessionStatus
from coach.domain.session import ENTRY_MS, RunStage
from coach.gui.pages.player import PlayerPage
from coach.gui.pages.today import TodayPage
from coach.gui.player_bridge import PlayerBridge
from support.shell import App, make_app

TESTS = Path(__file__).parents[1]
K = Qt.Key


def killed(folder: Path, seconds: float) -> list[int]:
    """The sets that the person saw done before the process died."""
    done = subprocess.run(
        [sys.executable, "-m", "support.killed_app", str(folder), str(seconds)],
        env={**os.environ, "PYTHONPATH": str(TESTS)},
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert done.returncode == -signal.SIGKILL, done.stderr
    return [int(number) for number in done.stdout.split()]


def reopened(qtbot: QtBot, folder: Path) -> App:
    """The same evening, another process."""
    app = make_app(folder)
    app.clock.local += timedelta(minutes=20)
    qtbot.addWidget(app.shell.window)
    app.attach()
    return app


def bridge_of(app: App) -> PlayerBridge:
    found = app.shell.controllers.player.bridge
    assert found is not None
    return found


def click(app: App, qtbot: QtBot, name: str) -> None:
    today = app.shell.window.page("today")
    assert isinstance(today, TodayPage)
    qtbot.mouseClick(today.banner.buttons[name], Qt.MouseButton.LeftButton)
    app.settle()


@pytest.mark.parametrize("seconds", [12, 150, 206, 555])
def test_it_goes_on_at_the_start_of_the_set(themed: QtBot, tmp_path: Path, seconds: float) -> None:
    """In the first set, between two sets, in the others, on the way to the last page."""
    seen = killed(tmp_path, seconds)
    app = reopened(themed, tmp_path)
    today = app.shell.window.page("today")
    assert isinstance(today, TodayPage)
    assert today.banner.isVisible()
    log = app.worker.store.open_session()
    assert log is not None
    assert [entry.block for entry in log.sets] == seen
    assert app.worker.store.integrity() == "ok"

    assert today.banner.buttons["resume"].text() == f"Continue at set {len(seen) + 1}"
    click(app, themed, "resume")
    page = app.shell.window.page("player")
    assert isinstance(page, PlayerPage)
    assert app.page == "player"
    themed.keyClick(page.check, K.Key_N)
    state = bridge_of(app).state
    running = state.timeline.blocks[len(seen)]
    here_ms = state.position(app.clock.monotonic_ms())
    assert running.start_ms - ENTRY_MS <= here_ms <= running.start_ms
    assert state.stage is RunStage.RUNNING
    app.close()


def test_it_can_be_ended_or_forgotten_instead(themed: QtBot, tmp_path: Path) -> None:
    killed(tmp_path, 150)
    app = reopened(themed, tmp_path)
    click(app, themed, "finish")
    (log,) = app.worker.store.sessions()
    assert log.status is SessionStatus.STOPPED
    assert app.worker.store.open_session() is None
    app.close()


def test_a_second_kill_loses_no_more_than_the_first(themed: QtBot, tmp_path: Path) -> None:
    """Taken up, one set on, and gone again without a word."""
    seen = killed(tmp_path, 150)
    app = reopened(themed, tmp_path)
    click(app, themed, "resume")
    page = app.shell.window.page("player")
    assert isinstance(page, PlayerPage)
    themed.keyClick(page.check, K.Key_N)
    bridge = bridge_of(app)
    while len(bridge.state.ended) == len(seen):
        app.clock.forward(1_000)
        bridge.tick()
        app.settle()
    found = app.worker.store.open_session()
    assert found is not None
    assert [entry.block for entry in found.sets] == [*seen, len(seen)]
    app.close()
