"""Without sound the eyes have to do for the ears: large words, and an edge that lights up."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QSize, Qt
from pytestqt.qtbot import QtBot

from coach.domain.session import RunStage
from coach.gui.widgets.text import Text
from support.player_stage import PlayerStage, set_player

K = Qt.Key


@pytest.fixture
def sounding(themed: QtBot, tmp_path: Path) -> Iterator[PlayerStage]:
    """A player with a track, in its first set."""
    made = set_player(tmp_path, track=tmp_path / "s.wav")
    themed.addWidget(made.stage.window)
    made.stage.window.show()
    made.start()
    themed.keyClick(made.page.check, K.Key_N)
    made.until(20)
    yield made
    made.controller.shutdown()
    made.settle()
    made.stage.close()


def flashed(player: PlayerStage, seconds: float) -> bool:
    """Whether the edge lit up within the next phases."""
    player.page.flash.hide()
    player.page.flash._apart.stop()
    player.forward(seconds, step_s=1.0)
    return player.page.flash.isVisible()


def size_of(label: Text) -> int:
    return label.font().pixelSize()


def test_with_sound_nothing_lights_up(sounding: PlayerStage) -> None:
    assert not flashed(sounding, 12)
    assert size_of(sounding.page.run.picture.cue_label) == 20


def test_a_device_pulled_out_in_a_set_leaves_light_and_large_words(sounding: PlayerStage) -> None:
    """The session goes on, set by set; only what it is followed by changes."""
    place_ms = sounding.position_ms
    sounding.cues.audible = False
    assert flashed(sounding, 12)
    assert sounding.position_ms == place_ms + 12_000
    assert sounding.bridge.state.stage is RunStage.RUNNING
    assert size_of(sounding.page.run.picture.cue_label) == 28
    assert "no sound here" in sounding.page.run.controls.hint_label.text()


def test_with_the_device_the_usual_page_comes_back(sounding: PlayerStage) -> None:
    sounding.cues.audible = False
    sounding.forward(12)
    sounding.cues.audible = True
    assert not flashed(sounding, 12)
    assert size_of(sounding.page.run.picture.cue_label) == 20
    assert "V voice on" in sounding.page.run.controls.hint_label.text()


def test_muting_is_followed_by_the_eyes_too(sounding: PlayerStage, qtbot: QtBot) -> None:
    qtbot.keyClick(sounding.page.run, K.Key_M)
    assert flashed(sounding, 12)
    qtbot.keyClick(sounding.page.run, K.Key_M)
    assert not flashed(sounding, 12)


def test_it_lights_up_in_floor_mode_too(sounding: PlayerStage, qtbot: QtBot) -> None:
    qtbot.keyClick(sounding.page.run, K.Key_F)
    sounding.cues.audible = False
    assert flashed(sounding, 12)
    assert sounding.page.floor.isVisible()


def test_nothing_lights_up_while_time_stands(sounding: PlayerStage, qtbot: QtBot) -> None:
    sounding.cues.audible = False
    sounding.forward(8)
    qtbot.keyClick(sounding.page.run, K.Key_Space)
    assert not flashed(sounding, 20)
    assert sounding.bridge.state.stage is RunStage.PAUSED


@pytest.mark.parametrize("size", [QSize(800, 480), QSize(1280, 820)])
def test_the_large_words_have_room(sounding: PlayerStage, size: QSize) -> None:
    sounding.cues.audible = False
    sounding.stage.window.resize(size)
    for _ in range(60):
        sounding.forward(5)
        if sounding.bridge.state.stage is not RunStage.RUNNING:
            break
        label = sounding.page.run.picture.cue_label
        assert label.height() >= label.heightForWidth(label.width())
