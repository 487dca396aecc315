"""The screen stays on while a session leads, and goes to sleep where nobody comes back."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from coach.domain.session_facts import Command
from coach.gui.background import Background
from coach.gui.player_awake import PlayerAwake
from support.player_stage import FakeKeepAwake
from support.sessions import Run, started_run, tempo_timeline
from support.workers import InlineWorker


@pytest.fixture
def screen(qtbot: QtBot) -> FakeKeepAwake:
    return FakeKeepAwake()


@pytest.fixture
def awake(qtbot: QtBot, screen: FakeKeepAwake) -> PlayerAwake:
    return PlayerAwake(Background(InlineWorker(None)), screen)  # type: ignore[arg-type]


def waiting() -> Run:
    """A run that waits for a rep."""
    run = started_run(tempo_timeline())
    run.until(55)
    run.do(Command.OWN_PACE)
    run.wait(30)
    assert run.state.held
    return run


def test_a_pause_lets_the_screen_go(awake: PlayerAwake, screen: FakeKeepAwake) -> None:
    run = started_run(tempo_timeline())
    awake.follow(run.state)
    assert screen.held
    run.do(Command.PAUSE)
    awake.follow(run.state)
    assert not screen.held


def test_a_rep_that_nobody_does_lets_it_go(awake: PlayerAwake, screen: FakeKeepAwake) -> None:
    run = waiting()
    awake.follow(run.state)
    assert screen.held
    assert awake.patience.isActive()
    awake.patience.timeout.emit()
    assert not screen.held
    run.do(Command.COUNT)
    awake.follow(run.state)
    assert screen.held
    assert not awake.patience.isActive()


def test_the_end_lets_it_go(awake: PlayerAwake, screen: FakeKeepAwake) -> None:
    run = waiting()
    awake.follow(run.state)
    run.do(Command.STOP)
    run.do(Command.FINISH)
    assert not run.state.held
    awake.follow(run.state)
    assert not screen.held
    assert not awake.patience.isActive()
    awake.let_go()
    assert not screen.held
