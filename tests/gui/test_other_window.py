"""Something else in front: nothing steals the keys, sound goes on, frames rest, and coming back
shows the right place at once."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from coach.domain.session import RunStage
from coach.gui.player_bridge import FRAME_MS, HIDDEN_MS
from support.player_stage import PlayerStage, in_first_set

K = Qt.Key


@pytest.fixture
def running(themed: QtBot, tmp_path: Path) -> Iterator[PlayerStage]:
    yield from in_first_set(themed, tmp_path)


@pytest.fixture
def letter(themed: QtBot, running: PlayerStage) -> QLineEdit:
    """A window of another program, in which somebody writes."""
    made = QLineEdit()
    themed.addWidget(made)
    made.show()
    made.activateWindow()
    themed.waitUntil(made.isActiveWindow)
    return made


def test_a_whole_session_never_takes_the_keys(
    running: PlayerStage, letter: QLineEdit, themed: QtBot
) -> None:
    """Changes of page, questions of effort, an unsaved set, a sleep: nothing comes to the front."""
    while running.bridge.state.stage is RunStage.RUNNING:
        running.forward(2)
        assert QApplication.activeWindow() is letter
    assert running.page.rate.isVisible()
    themed.keyClicks(letter, "dear n p t")
    assert letter.text() == "dear n p t"
    assert running.bridge.state.stage is RunStage.RATING


def test_a_sleep_behind_another_window_asks_without_coming_to_the_front(
    running: PlayerStage, letter: QLineEdit
) -> None:
    running.stage.clock.forward(60_000)
    running.bridge.tick()
    running.settle()
    assert running.bridge.state.stage is RunStage.PAUSED
    assert QApplication.activeWindow() is letter


def test_the_sound_goes_on_behind_another_window(running: PlayerStage, letter: QLineEdit) -> None:
    place_ms = running.position_ms
    running.forward(60)
    assert letter.isActiveWindow()
    assert running.cues.calls == []
    assert running.position_ms == place_ms + 60_000
    assert running.awake.held


def test_minimised_it_rests_and_comes_back_at_the_right_place(running: PlayerStage) -> None:
    window, head = running.stage.window, running.page.run.head
    window.showMinimized()
    running.settle()
    assert running.bridge.frame_ms > 1_000 / 2
    assert running.bridge.frame_ms <= HIDDEN_MS
    before = (head.left_label.text(), head.count_label.text())
    running.forward(60, step_s=HIDDEN_MS / 1000)
    assert (head.left_label.text(), head.count_label.text()) == before
    assert running.cues.calls == []

    running.stage.clock.forward(700)
    window.showNormal()
    running.settle()
    assert running.bridge.frame_ms == FRAME_MS
    seen = running.bridge.state.guided_end_ms - running.position_ms
    minutes, seconds = divmod(round(seen / 1000), 60)
    assert head.left_label.text() == f"{minutes}:{seconds:02} left"


def test_minimised_each_set_is_still_written_when_it_ends(running: PlayerStage) -> None:
    running.stage.window.showMinimized()
    running.settle()
    for block in running.bridge.state.timeline.blocks[:-1]:
        while running.bridge.state.cursor <= block.index:
            running.forward(running.bridge.frame_ms / 1000, step_s=running.bridge.frame_ms / 1000)
        late_ms = running.position_ms - block.end_ms
        assert late_ms <= 100
        (log,) = running.stage.store.sessions()
        assert [entry.block for entry in log.sets] == list(range(block.index + 1))
