"""Breath, tempo and levels are changed while a session runs, by keys and by buttons (T2)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from coach.app.pacing import PaceChoice
from coach.app.preferences import preferences, save_preference
from coach.domain.dose import Pace
from coach.domain.session import RunStage
from coach.domain.terms import PhaseKind
from coach.gui.pages.player_pace import PaceBar
from support.player_stage import PlayerStage, in_first_set, set_player

K = Qt.Key


@pytest.fixture
def player(themed: QtBot, tmp_path: Path) -> Iterator[PlayerStage]:
    """A player in its first set, 20 s into the score, with a track for each of its sounds."""
    yield from in_first_set(themed, tmp_path)


def bar(player: PlayerStage) -> PaceBar:
    return player.page.run.pace


def press(player: PlayerStage, qtbot: QtBot, *keys: K) -> None:
    for key in keys:
        qtbot.keyClick(player.page.focusWidget() or player.page.run, key)
        player.settle()


def focus(player: PlayerStage) -> QWidget | None:
    """Where keys go to; the window need not be in front."""
    return player.stage.window.focusWidget()


def to_deadlift(player: PlayerStage) -> int:
    """To 3 s into its first rep; where that rep ends."""
    timeline = player.bridge.state.timeline
    block = next(b for b in timeline.blocks if b.item in timeline.tempo_items)
    player.until(block.start_ms / 1000 + 3)
    return block.start_ms + 6_000


# ---- reps --------------------------------------------------------------------------------
def test_only_a_tempo_can_be_ones_own(player: PlayerStage, qtbot: QtBot) -> None:
    assert bar(player).own.isHidden()
    press(player, qtbot, K.Key_R)
    assert player.bridge.state.own_pace == frozenset()
    to_deadlift(player)
    assert bar(player).own.isVisible()
    assert bar(player).breath.isHidden()
    assert bar(player).count.isHidden()


def test_a_key_makes_each_rep_wait_and_enter_counts_it(player: PlayerStage, qtbot: QtBot) -> None:
    end_ms = to_deadlift(player)
    press(player, qtbot, K.Key_R)
    player.forward(20)
    run = player.page.run
    assert player.bridge.state.held
    assert not player.bridge.ticking
    assert bar(player).own.isChecked()
    assert "Enter" in run.picture.cue_label.text()
    assert run.head.left_label.text().startswith("about ")
    press(player, qtbot, K.Key_Return)
    assert player.position_ms == end_ms
    assert player.cues.calls[-1] == ("play", end_ms - 10_000)
    assert "rep 2 of 8" in run.head.count_label.text()


def test_the_button_counts_too(player: PlayerStage, qtbot: QtBot) -> None:
    end_ms = to_deadlift(player)
    qtbot.mouseClick(bar(player).own, Qt.MouseButton.LeftButton)
    assert focus(player) is player.page.run
    qtbot.mouseClick(bar(player).count, Qt.MouseButton.LeftButton)
    assert player.position_ms == end_ms


def test_pausing_and_the_body_hold_while_a_rep_is_waited_for(
    player: PlayerStage, qtbot: QtBot
) -> None:
    to_deadlift(player)
    press(player, qtbot, K.Key_R)
    player.forward(20)
    press(player, qtbot, K.Key_Space)
    assert player.bridge.state.stage is RunStage.PAUSED
    press(player, qtbot, K.Key_Space)
    assert player.bridge.state.held
    press(player, qtbot, K.Key_P)
    entry = player.stage.store.sessions()[-1].sets[-2]
    assert (entry.status, entry.reps_done) == ("stopped", 0)


def test_it_may_be_so_from_the_start(themed: QtBot, tmp_path: Path) -> None:
    made = set_player(tmp_path)
    themed.addWidget(made.stage.window)
    save_preference(made.stage.store, "own_pace", True)
    made.stage.window.show()
    made.start()
    themed.keyClick(made.page.check, K.Key_N)
    to_deadlift(made)
    assert bar(made).own.isChecked()
    made.controller.shutdown()
    made.settle()
    made.stage.close()


# ---- breath ------------------------------------------------------------------------------
def test_a_longer_breath_holds_from_the_next_set(player: PlayerStage, qtbot: QtBot) -> None:
    before = player.bridge.state.timeline
    press(player, qtbot, K.Key_Plus)
    assert bar(player).breath.value.text() == "4.5 s in  ·  6.5 s out"
    assert "9:" in bar(player).note.text() or "10:" in bar(player).note.text()
    assert bar(player).note.isVisible()
    assert bar(player).note.text().startswith("From the next set on.")
    assert player.bridge.state.timeline is before
    with qtbot.waitSignal(player.controller.pace.settled):
        pass
    player.settle()
    assert player.cues.calls == []
    player.until(before.blocks[0].end_ms / 1000 + 1)
    after = player.bridge.state.timeline
    assert after is not before
    assert ("load", "s.wav") in player.cues.calls
    inhale = next(p for p in after.phases if p.kind is PhaseKind.INHALE)
    assert inhale.duration_ms == 4_500
    assert bar(player).note.text().startswith("With this breath the whole session takes ")


def test_floor_mode_tells_the_new_length_at_once(player: PlayerStage, qtbot: QtBot) -> None:
    press(player, qtbot, K.Key_F, K.Key_Plus)
    told = player.page.floor.accessibleDescription()
    assert "4.5 s in  ·  6.5 s out from the next set on, " in told


def test_more_than_twelve_minutes_is_said(player: PlayerStage) -> None:
    choice = PaceChoice(5_000, 7_000, True, False, True, 720_000)
    bar(player).show_pace(choice)
    assert "12:00" in bar(player).note.text()
    assert "more than twelve" not in bar(player).note.text()
    bar(player).show_pace(replace(choice, session_ms=721_000))
    assert "12:01: more than twelve minutes" in bar(player).note.text()


def test_at_a_bound_the_button_says_so(player: PlayerStage, qtbot: QtBot) -> None:
    press(player, qtbot, K.Key_Minus, K.Key_Minus, K.Key_Minus)
    assert bar(player).breath.value.text() == "3 s in  ·  4 s out"
    assert not bar(player).breath.less.isEnabled()
    press(player, qtbot, K.Key_Minus)
    assert bar(player).breath.value.text() == "3 s in  ·  4 s out"
    qtbot.mouseClick(bar(player).breath.more, Qt.MouseButton.LeftButton)
    assert bar(player).breath.less.isEnabled()


def test_going_back_to_the_old_breath_changes_nothing(player: PlayerStage, qtbot: QtBot) -> None:
    before = player.bridge.state.timeline
    press(player, qtbot, K.Key_Equal, K.Key_Minus)
    assert player.bridge.state.coming is None
    assert bar(player).note.isHidden()
    with qtbot.waitSignal(player.controller.pace.settled):
        pass
    player.settle()
    player.until(before.blocks[0].end_ms / 1000 + 1)
    assert player.cues.calls == []
    assert player.bridge.state.timeline is before


@pytest.mark.parametrize("keeps", [True, False])
def test_the_breath_is_kept_only_if_wanted(player: PlayerStage, qtbot: QtBot, keeps: bool) -> None:
    press(player, qtbot, K.Key_Plus)
    while player.bridge.state.stage is RunStage.RUNNING:
        player.forward(4)
    keep = player.page.rate.keep
    assert keep.isVisible()
    assert keep.toggle.isChecked()
    assert preferences(player.stage.store.settings()).pace == Pace()
    if not keeps:
        qtbot.mouseClick(keep.toggle, Qt.MouseButton.LeftButton)
    qtbot.mouseClick(player.page.rate.finish, Qt.MouseButton.LeftButton)
    player.settle()
    kept = preferences(player.stage.store.settings()).pace
    assert kept == (Pace(4_500, 6_500) if keeps else Pace())


def test_nothing_is_asked_where_nothing_was_changed(player: PlayerStage) -> None:
    while player.bridge.state.stage is RunStage.RUNNING:
        player.forward(4)
    assert player.page.rate.isVisible()
    assert player.page.rate.keep.isHidden()


def test_a_stopped_session_keeps_no_new_breath(player: PlayerStage, qtbot: QtBot) -> None:
    press(player, qtbot, K.Key_Plus, K.Key_S)
    player.page.happened.emit("finish")
    player.settle()
    assert preferences(player.stage.store.settings()).pace == Pace()


# ---- levels ------------------------------------------------------------------------------
def test_levels_open_by_key_and_change_the_track_once(player: PlayerStage, qtbot: QtBot) -> None:
    press(player, qtbot, K.Key_L)
    levels = bar(player)
    assert focus(player) is levels.voice.less
    assert levels.breath.isHidden()
    with qtbot.waitSignal(player.controller.preferences_changed):
        press(player, qtbot, K.Key_Return, K.Key_Return)
        assert levels.voice.value.text() == "Voice 60 %"
    player.settle()
    assert player.cues.calls == [("load", "s.wav"), ("play", 10_000)]
    assert preferences(player.stage.store.settings()).voice_level == 60


def test_each_level_has_its_bounds(player: PlayerStage, qtbot: QtBot) -> None:
    press(player, qtbot, K.Key_L)
    for _ in range(6):
        qtbot.mouseClick(bar(player).tones.less, Qt.MouseButton.LeftButton)
    assert bar(player).tones.value.text() == "Tones 0 %"
    assert not bar(player).tones.less.isEnabled()
    player.controller.levels.settle()
    player.settle()
    assert preferences(player.stage.store.settings()).tone_level == 0


def test_what_was_pressed_last_is_saved_when_the_window_closes(
    player: PlayerStage, qtbot: QtBot
) -> None:
    press(player, qtbot, K.Key_L, K.Key_Return)
    player.controller.shutdown()
    player.settle()
    assert preferences(player.stage.store.settings()).voice_level == 70


def test_levels_close_again_and_space_still_pauses(player: PlayerStage, qtbot: QtBot) -> None:
    press(player, qtbot, K.Key_L, K.Key_L)
    assert bar(player).breath.isVisible()
    assert focus(player) is player.page.run
    press(player, qtbot, K.Key_L, K.Key_Space)
    assert player.bridge.state.stage is RunStage.PAUSED


def test_every_button_has_a_name_and_says_its_value(player: PlayerStage) -> None:
    row = bar(player)
    for stepper in (row.breath, row.voice, row.tones):
        for button in (stepper.less, stepper.more):
            face = QAccessible.queryAccessibleInterface(button)
            assert face is not None
            assert len(face.text(QAccessible.Text.Name)) > 1
            assert face.text(QAccessible.Text.Description) == stepper.value.text()


def test_a_window_that_closes_makes_no_more_tracks(player: PlayerStage, qtbot: QtBot) -> None:
    made: list[object] = []
    player.controller.pace.settled.connect(lambda: made.append(1))
    press(player, qtbot, K.Key_Plus, K.Key_L, K.Key_Return)
    player.controller.shutdown()
    player.cues.calls.clear()
    player.settle()
    assert (made, player.cues.calls) == ([], [])
