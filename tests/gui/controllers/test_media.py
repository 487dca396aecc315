"""The session on the desktop's media controls, with a desktop that only remembers."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from threading import Event
from typing import Any

import pytest
from PySide6.QtCore import QObject, Qt, Signal
from pytestqt.qtbot import QtBot

from coach.app.run_view import RunView, run_view
from coach.domain.session import RunStage
from coach.domain.session_facts import Command, PauseReason
from coach.gui.controllers.media import BusWorker, MediaController
from coach.gui.media_remote import desktop_remote, media_event, media_state, no_remote
from coach.system.media_state import MediaCommand, MediaState, MediaStatus
from support.player_stage import PlayerStage, set_player
from support.workers import InlineWorker

K = Qt.Key


class FakeDesktop(QObject):
    """Remembers what it was asked; ``there`` says whether a bus answers."""

    pressed = Signal(object)
    raise_wanted = Signal()

    def __init__(self, *, there: bool = True) -> None:
        super().__init__()
        self.there = there
        self.calls: list[str] = []
        self.shown: list[MediaState] = []
        self.position: Any = None

    def connect_bus(self) -> bool:
        self.calls.append("connect")
        return self.there

    def publish(self) -> bool:
        self.calls.append("publish")
        return True

    def claim(self) -> bool:
        self.calls.append("claim")
        return True

    def show_state(self, state: MediaState) -> None:
        self.shown.append(state)

    def withdraw(self) -> None:
        self.calls.append("withdraw")

    def release(self) -> bool:
        self.calls.append("release")
        return True


def wire(player: PlayerStage, desktop: FakeDesktop) -> MediaController:
    def make(position: Any) -> FakeDesktop:
        desktop.position = position
        return desktop

    worker: Any = InlineWorker(player.stage.store)
    return MediaController(player.stage.context, player.controller, make, worker=worker)


@pytest.fixture
def desktop() -> FakeDesktop:
    return FakeDesktop()


@pytest.fixture
def player(themed: QtBot, tmp_path: Path, desktop: FakeDesktop) -> Iterator[PlayerStage]:
    made = set_player(tmp_path)
    themed.addWidget(made.stage.window)
    made.stage.window.show()
    media = wire(made, desktop)
    made.start()
    yield made
    media.shutdown()
    made.controller.shutdown()
    made.settle()
    made.stage.close()


@pytest.fixture
def running(player: PlayerStage, qtbot: QtBot) -> PlayerStage:
    qtbot.keyClick(player.page.check, K.Key_N)
    player.settle()
    player.until(20)
    return player


def view_of(player: PlayerStage) -> RunView:
    clock_ms = player.stage.clock.monotonic_ms()
    return run_view(player.bridge.state, clock_ms, player.stage.context.book)


def test_nothing_is_on_the_bus_before_the_first_set(
    player: PlayerStage, desktop: FakeDesktop
) -> None:
    assert desktop.calls == []


def test_the_object_answers_before_its_name_is_known(
    running: PlayerStage, desktop: FakeDesktop
) -> None:
    assert desktop.calls == ["connect", "publish", "claim"]
    assert desktop.shown[0] == MediaState(
        MediaStatus.PLAYING, "Breathing bridge", able=True, length_us=553_000_000
    )
    assert desktop.position() == 10_000_000


def test_keys_of_the_desktop_move_the_session(running: PlayerStage, desktop: FakeDesktop) -> None:
    desktop.pressed.emit(MediaCommand.PLAY_PAUSE)
    assert running.bridge.state.stage is RunStage.PAUSED
    assert desktop.shown[-1].status is MediaStatus.PAUSED
    desktop.pressed.emit(MediaCommand.PAUSE)
    assert running.bridge.state.stage is RunStage.PAUSED
    desktop.pressed.emit(MediaCommand.PLAY)
    assert running.bridge.state.stage is RunStage.RUNNING
    desktop.pressed.emit(MediaCommand.PLAY)
    assert running.bridge.state.stage is RunStage.RUNNING
    desktop.pressed.emit(MediaCommand.NEXT)
    assert running.position_ms == 69_000
    desktop.pressed.emit(MediaCommand.PREVIOUS)
    assert running.position_ms == 15_000
    desktop.pressed.emit(MediaCommand.STOP)
    assert running.bridge.state.pause is PauseReason.STOPPED
    assert running.page.run.notice.bar.isVisible()


def test_they_work_while_the_window_is_away(running: PlayerStage, desktop: FakeDesktop) -> None:
    running.bridge.set_visible(False)
    desktop.pressed.emit(MediaCommand.PLAY_PAUSE)
    assert running.bridge.state.stage is RunStage.PAUSED
    assert desktop.shown[-1].status is MediaStatus.PAUSED


@pytest.mark.parametrize("command", MediaCommand)
@pytest.mark.parametrize("key", [K.Key_W, K.Key_T, K.Key_D])
def test_no_question_about_the_body_is_answered_from_afar(
    running: PlayerStage, qtbot: QtBot, desktop: FakeDesktop, key: Qt.Key, command: MediaCommand
) -> None:
    """S8, N1, E3."""
    qtbot.keyClick(running.page.run, key)
    running.settle()
    state = running.bridge.state
    desktop.pressed.emit(command)
    running.settle()
    assert replace(running.bridge.state, tick_ms=state.tick_ms) == state
    assert not desktop.shown[-1].able or desktop.calls[-1] == "release"


def test_the_next_exercise_is_told(running: PlayerStage, desktop: FakeDesktop) -> None:
    running.until(208)
    assert desktop.shown[-1].title == "Three-way hip flexor release"


def test_it_is_gone_on_the_rate_page(running: PlayerStage, desktop: FakeDesktop) -> None:
    running.until(563.5)
    assert running.page.rate.isVisible()
    assert desktop.calls[-2:] == ["withdraw", "release"]
    desktop.pressed.emit(MediaCommand.NEXT)
    assert running.bridge.state.stage is RunStage.RATING


def test_the_window_can_be_asked_for(running: PlayerStage, desktop: FakeDesktop) -> None:
    media = running.controller.findChild(MediaController)
    assert isinstance(media, MediaController)
    heard: list[bool] = []
    media.raise_wanted.connect(lambda: heard.append(True))
    desktop.raise_wanted.emit()
    assert heard == [True]


def test_a_bus_that_does_not_answer_changes_nothing(themed: QtBot, tmp_path: Path) -> None:
    made = set_player(tmp_path)
    themed.addWidget(made.stage.window)
    desktop = FakeDesktop(there=False)
    media = wire(made, desktop)
    made.start()
    themed.keyClick(made.page.check, K.Key_N)
    made.until(20)
    assert desktop.calls == ["connect"]
    assert desktop.shown == []
    media.shutdown()
    made.controller.shutdown()
    made.settle()
    made.stage.close()


def test_without_a_bus_there_is_no_remote(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("coach.gui.media_remote.has_bus", lambda: False)
    assert desktop_remote(lambda: 0) is None
    assert no_remote(lambda: 0) is None


def test_what_a_command_means(running: PlayerStage) -> None:
    view = view_of(running)
    assert media_event(MediaCommand.PAUSE, view) is Command.PAUSE
    assert media_event(MediaCommand.PLAY, view) is None
    assert media_state(view, 1_000).length_us == 1_000_000


def test_calls_to_the_bus_keep_their_order_and_hold_nobody_up() -> None:
    worker, free, heard = BusWorker(), Event(), []
    hung = worker.submit(lambda _: free.wait(10))
    behind = worker.submit(lambda _: heard.append("behind"))
    assert not hung.done()
    free.set()
    behind.result(10)
    assert hung.result(10)
    assert heard == ["behind"]


def test_what_a_call_raises_is_told() -> None:
    def fail(_nothing: object) -> None:
        raise RuntimeError("the bus is gone")

    worker = BusWorker()
    with pytest.raises(RuntimeError, match="gone"):
        worker.submit(fail).result(10)
    assert worker.submit(lambda _: 1).result(10) == 1
