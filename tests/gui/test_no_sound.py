"""Machines without sound play a whole session in silence, and say so once."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from coach.bootstrap_sound import LateCues, Sound, choose_cues
from coach.cues.steer import correction
from coach.cues.steered import SteeredCues
from coach.domain.records import SessionStatus
from coach.domain.session import RunStage
from support.cue_faults import Standing
from support.player_stage import PlayerStage, set_player
from support.store_builders import SteadyClock

K = Qt.Key
Open = Callable[[Callable[[SteadyClock], Sound]], PlayerStage]


@pytest.fixture
def told() -> list[str]:
    """What the bar was asked to say."""
    return []


@pytest.fixture
def opened(themed: QtBot, tmp_path: Path, told: list[str]) -> Iterator[Open]:
    """A player with a track over a backend for sound."""
    players: list[PlayerStage] = []

    def make(backend: Callable[[SteadyClock], Sound]) -> PlayerStage:
        cues = LateCues(lambda _clock: backend(made.stage.clock), SteadyClock(), told.append)
        made = set_player(tmp_path, track=tmp_path / "s.wav", steering=correction, heard=cues)
        themed.addWidget(made.stage.window)
        made.stage.window.show()
        made.start()
        themed.keyClick(made.page.check, K.Key_N)
        players.append(made)
        return made

    yield make
    for player in players:
        player.controller.shutdown()
        player.settle()
        player.stage.close()


def play_on(player: PlayerStage, qtbot: QtBot) -> None:
    while player.bridge.state.stage is RunStage.RUNNING:
        player.forward(4)
    with qtbot.waitSignal(player.controller.ended):
        player.page.rate.finish.click()


def test_without_the_library_a_session_is_whole(
    themed: QtBot, opened: Open, told: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """QtMultimedia fails to load where a library of the system is missing."""
    monkeypatch.setitem(sys.modules, "PySide6.QtMultimedia", None)
    monkeypatch.delitem(sys.modules, "coach.cues.media_player", raising=False)
    player = opened(choose_cues)
    assert "no sound here" in player.page.run.controls.hint_label.text()
    place_ms = player.position_ms
    player.forward(60)
    assert player.position_ms == place_ms + 60_000
    play_on(player, themed)
    (log,) = player.stage.store.sessions()
    assert log.status is SessionStatus.FINISHED
    assert len(log.sets) == 7
    [sentence] = told
    assert "library for sound is missing" in sentence


def test_a_player_that_never_moves_is_not_waited_for(
    themed: QtBot, opened: Open, told: list[str]
) -> None:
    """It takes the track and stands at its begin: the session waits a moment, then goes alone."""
    player = opened(lambda clock: SteeredCues(Standing(), clock))
    player.forward(30, step_s=0.5)
    assert 37_000 <= player.position_ms <= 40_000
    assert "no sound here" in player.page.run.controls.hint_label.text()
    play_on(player, themed)
    [sentence] = told
    assert "The sound has stopped" in sentence


def test_after_a_silence_in_the_middle_the_session_is_where_it_should_be(
    opened: Open, told: list[str]
) -> None:
    """The device was out for two minutes: no set is done twice, the sound finds its place."""
    device = Standing(moves=True)
    player = opened(lambda clock: device.timed_by(clock) and SteeredCues(device, clock))
    player.forward(40, step_s=0.5)
    begun_ms = player.position_ms
    device.moves = False
    player.forward(120, step_s=0.5)
    assert player.position_ms == pytest.approx(begun_ms + 120_000, abs=500)
    device.moves = True
    player.forward(5, step_s=0.5)
    assert player.position_ms == pytest.approx(begun_ms + 125_000, abs=1_000)
    place_ms = player.position_ms - player.bridge.state.guided_start_ms
    assert device.position_ms() == pytest.approx(place_ms, abs=200)
    assert "V voice on" in player.page.run.controls.hint_label.text()
    assert len(told) == 1
