"""The player's page by real keys and taps: every key of the design, in every state."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QAccessible, QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QApplication
from pytestqt.qtbot import QtBot

from coach.app.ports import StoreError
from coach.domain.records import RatingKind, SessionStatus
from coach.domain.session import RunStage
from coach.domain.session_facts import PauseReason
from coach.domain.terms import Discomfort, Effort, PhaseKind
from coach.gui.style import apply_theme
from coach.gui.theme import load_theme
from support.player_stage import MONDAY, PlayerStage, set_player

K = Qt.Key


@pytest.fixture
def player(themed: QtBot, tmp_path: Path) -> Iterator[PlayerStage]:
    """A player whose question is on screen; it has no track."""
    made = set_player(tmp_path)
    themed.addWidget(made.stage.window)
    made.stage.window.show()
    made.start()
    yield made
    made.controller.shutdown()
    made.settle()
    made.stage.close()


@pytest.fixture
def running(player: PlayerStage, qtbot: QtBot) -> PlayerStage:
    """A player in its first set, 20 s into the timeline."""
    qtbot.keyClick(player.page.check, K.Key_N)
    player.until(20)
    return player


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


def press(player: PlayerStage, qtbot: QtBot, key: Qt.Key) -> None:
    qtbot.keyClick(player.page.run, key)
    player.settle()


def click(player: PlayerStage, qtbot: QtBot, button: QAbstractButton) -> None:
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    player.settle()


def stage_of(player: PlayerStage) -> RunStage:
    return player.bridge.state.stage


def test_the_question_comes_first_and_waits(player: PlayerStage, qtbot: QtBot) -> None:
    """S7."""
    player.forward(600, step_s=60)
    assert stage_of(player) is RunStage.CHECK
    assert player.page.check.isVisible()
    qtbot.keyClick(player.page.check, K.Key_N)
    assert stage_of(player) is RunStage.RUNNING
    assert player.page.run.isVisible()


def test_something_new_leads_to_the_questions(player: PlayerStage, qtbot: QtBot) -> None:
    """S7."""
    with qtbot.waitSignal(player.controller.recheck_requested):
        click(player, qtbot, player.page.check.yes)
    assert player.stage.store.sessions() == []


def test_not_now_leaves_no_trace(player: PlayerStage, qtbot: QtBot) -> None:
    with qtbot.waitSignal(player.controller.ended):
        qtbot.keyClick(player.page.check, K.Key_Escape)
    assert player.stage.store.sessions() == []


def test_the_words_of_a_set(running: PlayerStage) -> None:
    run = running.page.run
    assert run.head.name_label.text() == "Breathing bridge"
    assert run.head.count_label.text() == "Set 1 of 3  ·  breath 1 of 5"
    assert run.head.left_label.text() == "9:03 left"
    assert run.head.next_label.text() == "Bridge, set 2 of 3"
    assert (run.picture.ring.state().word, run.picture.ring.state().number) == ("breathe out", "5")


@pytest.mark.parametrize("key", [K.Key_Space, K.Key_Period, K.Key_B, K.Key_PageDown])
def test_space_pauses_and_goes_on(running: PlayerStage, qtbot: QtBot, key: Qt.Key) -> None:
    press(running, qtbot, key)
    assert stage_of(running) is RunStage.PAUSED
    assert running.page.run.controls.pause.text() == "Continue"
    assert running.page.run.head.count_label.text().startswith("Paused")
    press(running, qtbot, key)
    assert stage_of(running) is RunStage.RUNNING
    assert "aused" not in running.page.run.head.count_label.text()


def test_space_pauses_whatever_button_has_the_focus(running: PlayerStage, qtbot: QtBot) -> None:
    running.page.run.controls.skip.setFocus()
    qtbot.keyClick(running.page.run.controls.skip, K.Key_Space)
    assert stage_of(running) is RunStage.PAUSED
    qtbot.keyClick(running.page.run.controls.pause, K.Key_Return)
    assert stage_of(running) is RunStage.RUNNING


@pytest.mark.parametrize("key", [K.Key_Right, K.Key_MediaNext])
def test_right_skips_a_set(running: PlayerStage, qtbot: QtBot, key: Qt.Key) -> None:
    qtbot.keyClick(running.page.run.controls.pause, key)
    assert running.position_ms == 69_000


@pytest.mark.parametrize("key", [K.Key_Left, K.Key_PageUp])
def test_left_goes_to_the_start_of_the_set(running: PlayerStage, qtbot: QtBot, key: Qt.Key) -> None:
    press(running, qtbot, key)
    assert running.position_ms == 15_000


def test_the_buttons_do_what_their_keys_do(running: PlayerStage, qtbot: QtBot) -> None:
    run = running.page.run
    click(running, qtbot, run.controls.skip)
    assert running.position_ms == 69_000
    click(running, qtbot, run.controls.back)
    assert running.position_ms == 15_000
    click(running, qtbot, run.controls.pause)
    assert stage_of(running) is RunStage.PAUSED
    click(running, qtbot, run.controls.pause)
    click(running, qtbot, run.controls.hurts)
    assert running.bridge.state.signs == {0: Discomfort.SHARP}


def test_stopping_asks_inside_the_page(running: PlayerStage, qtbot: QtBot) -> None:
    press(running, qtbot, K.Key_S)
    bar = running.page.run.notice.bar
    assert bar.isVisible()
    assert list(bar.buttons) == ["resume", "finish"]
    assert QApplication.activeModalWidget() is None
    click(running, qtbot, bar.buttons["resume"])
    assert stage_of(running) is RunStage.RUNNING
    assert not bar.isVisible()


def test_finishing_early_keeps_what_was_done(running: PlayerStage, qtbot: QtBot) -> None:
    press(running, qtbot, K.Key_S)
    with qtbot.waitSignal(running.controller.ended):
        qtbot.keyClick(running.page.run.notice.bar.buttons["finish"], K.Key_Return)
    log = running.stage.store.sessions()[-1]
    assert log.status is SessionStatus.STOPPED
    assert [(s.block, s.status, s.reps_done) for s in log.sets] == [(0, "stopped", 0)]


def test_pain_ends_the_exercise_and_goes_on(running: PlayerStage, qtbot: QtBot) -> None:
    """E2."""
    press(running, qtbot, K.Key_P)
    assert stage_of(running) is RunStage.RUNNING
    told = running.page.run.notice.told
    assert told.isVisible()
    assert told.words.text().startswith("A sharp feeling ends this exercise at once")
    log = running.stage.store.sessions()[-1]
    assert [(d.kind, d.position_ms) for d in log.discomforts] == [("sharp", 20_000)]
    assert [s.status for s in log.sets] == ["stopped", "skipped", "skipped"]


def test_tingling_ends_the_exercise(running: PlayerStage, qtbot: QtBot) -> None:
    press(running, qtbot, K.Key_T)
    assert running.bridge.state.signs == {0: Discomfort.TINGLING}


def test_dizziness_ends_the_session_calmly(running: PlayerStage, qtbot: QtBot) -> None:
    """E3."""
    press(running, qtbot, K.Key_D)
    assert running.page.end.isVisible()
    assert not running.awake.held
    with qtbot.waitSignal(running.controller.ended):
        qtbot.keyClick(running.page.end, K.Key_Return)
    assert running.stage.store.sessions()[-1].status is SessionStatus.STOPPED


def test_something_wrong_offers_the_questions(running: PlayerStage, qtbot: QtBot) -> None:
    """S8: Esc, then W."""
    press(running, qtbot, K.Key_Escape)
    press(running, qtbot, K.Key_W)
    assert running.bridge.state.pause is PauseReason.WRONG
    with qtbot.waitSignal(running.controller.recheck_requested):
        click(running, qtbot, running.page.run.notice.told.buttons["recheck"])
    log = running.stage.store.sessions()[-1]
    assert (log.status, [d.kind for d in log.discomforts]) == (SessionStatus.STOPPED, ["wrong"])


@pytest.mark.parametrize(("key", "effort"), [(K.Key_1, Effort.EASY), (K.Key_4, Effort.TOO_MUCH)])
def test_an_effort_is_one_key(
    running: PlayerStage, qtbot: QtBot, key: Qt.Key, effort: Effort
) -> None:
    """K9."""
    running.until(208)
    notice = running.page.run.notice
    assert notice.effort is not None
    qtbot.keyClick(running.page.run, key)
    running.settle()
    assert notice.effort is None
    assert running.bridge.state.efforts == {0: effort}
    assert stage_of(running) is RunStage.RUNNING


def test_the_ring_makes_room_before_the_question_is_painted(running: PlayerStage) -> None:
    """In the smallest window the ring shrinks in the very pass that shows the question."""
    running.stage.window.resize(800, 480)
    running.until(206)
    picture = running.page.run.picture
    tall_px = picture.ring.height()
    running.stage.clock.forward(2_000)
    running.bridge.tick()
    QCoreApplication.processEvents()
    assert running.page.run.notice.effort is not None
    assert picture.ring.height() < tall_px
    assert picture.ring.geometry().bottom() < picture.cue_label.geometry().top()


def test_an_effort_is_one_tap(running: PlayerStage, qtbot: QtBot) -> None:
    running.until(208)
    effort = running.page.run.notice.effort
    assert effort is not None
    click(running, qtbot, effort.buttons["fine"])
    assert running.bridge.state.efforts == {0: Effort.FINE}


def test_the_question_goes_away_by_itself(running: PlayerStage) -> None:
    running.until(216)
    assert running.page.run.notice.effort is None
    assert running.bridge.state.efforts == {0: Effort.NOT_GIVEN}


def test_v_turns_the_voice_off_and_remembers(sounding: PlayerStage, qtbot: QtBot) -> None:
    running = sounding
    assert "V voice on" in running.page.run.controls.hint_label.text()
    press(running, qtbot, K.Key_V)
    assert "V voice off" in running.page.run.controls.hint_label.text()
    assert running.stage.store.settings()["voice"] == "false"
    assert [call for call in running.cues.calls if call[0] == "load"] == [("load", "s.wav")] * 2


def test_m_mutes(sounding: PlayerStage, qtbot: QtBot) -> None:
    press(sounding, qtbot, K.Key_M)
    assert ("muted", True) in sounding.cues.calls
    assert "M sound off" in sounding.page.run.controls.hint_label.text()
    press(sounding, qtbot, K.Key_M)
    assert sounding.cues.calls[-1] == ("muted", False)


def test_a_silent_machine_is_said_once_and_quietly(player: PlayerStage, qtbot: QtBot) -> None:
    qtbot.keyClick(player.page.check, K.Key_N)
    assert "no sound" in player.page.run.controls.hint_label.text()
    assert not player.page.run.notice.bar.isVisible()


def test_floor_mode_keeps_every_key(running: PlayerStage, qtbot: QtBot) -> None:
    press(running, qtbot, K.Key_F)
    floor = running.page.floor
    assert floor.isVisible()
    qtbot.keyClick(floor, K.Key_Space)
    assert stage_of(running) is RunStage.PAUSED
    qtbot.keyClick(floor, K.Key_Escape)
    assert running.page.run.isVisible()
    press(running, qtbot, K.Key_F)
    click(running, qtbot, floor.close_button)
    assert running.page.run.isVisible()


def test_a_held_key_counts_once(running: PlayerStage) -> None:

    held = QKeyEvent(
        QEvent.Type.KeyPress, K.Key_Space, Qt.KeyboardModifier.NoModifier, " ", autorep=True
    )
    QApplication.sendEvent(running.page.run, held)
    assert stage_of(running) is RunStage.RUNNING


def test_a_computer_that_slept_asks_about_the_set(running: PlayerStage, qtbot: QtBot) -> None:
    running.stage.clock.forward(7_000)
    running.bridge.tick()
    bar = running.page.run.notice.bar
    assert list(bar.buttons) == ["resume", "finish"]
    click(running, qtbot, bar.buttons["resume"])
    assert running.position_ms == 15_000


def test_after_a_long_absence_finishing_comes_first(running: PlayerStage) -> None:
    running.stage.clock.forward(11 * 60_000)
    running.bridge.tick()
    bar = running.page.run.notice.bar
    assert list(bar.buttons) == ["finish", "resume"]
    assert "11 minutes" in bar.accessibleName()


def test_the_screen_stays_on_only_while_time_runs(running: PlayerStage, qtbot: QtBot) -> None:
    assert running.awake.held
    press(running, qtbot, K.Key_Space)
    assert not running.awake.held
    press(running, qtbot, K.Key_Space)
    running.until(563.5)
    assert not running.awake.held


def test_no_frames_while_the_page_is_away(running: PlayerStage) -> None:
    running.stage.window.show_page("today")
    running.settle()
    before = running.page.run.head.count_label.text()
    running.forward(40)
    assert running.page.run.head.count_label.text() == before
    running.stage.window.show_page("player")
    assert running.page.run.head.count_label.text() != before


def test_the_rate_page_asks_once_more(running: PlayerStage, qtbot: QtBot) -> None:
    """K9, K3."""
    running.until(563.5)
    rate = running.page.rate
    assert rate.isVisible()
    assert list(rate.bars) == [0, 1, 2]
    qtbot.keyClick(rate, K.Key_2)
    qtbot.keyClick(rate, K.Key_1)
    click(running, qtbot, rate.bars[2].buttons["noticeable"])
    qtbot.keyClick(rate.left_scale, K.Key_3)
    qtbot.keyClick(rate.right_scale, K.Key_X)
    with qtbot.waitSignal(running.controller.ended):
        qtbot.keyClick(rate, K.Key_Return)
    running.settle()
    log = running.stage.store.sessions()[-1]
    assert {e.item: e.effort.value for e in log.efforts} == {0: "fine", 1: "easy", 2: "noticeable"}
    (rating,) = running.stage.store.ratings(RatingKind.AFTER)
    assert (rating.left, rating.right, rating.session_id) == (3, 10, log.id)
    assert log.status is SessionStatus.FINISHED


def test_the_rate_page_may_stay_empty(running: PlayerStage, qtbot: QtBot) -> None:
    running.until(563.5)
    with qtbot.waitSignal(running.controller.ended):
        click(running, qtbot, running.page.rate.finish)
    running.settle()
    assert running.stage.store.ratings(RatingKind.AFTER) == []
    assert running.stage.store.sessions()[-1].status is SessionStatus.FINISHED


def test_numbers_rate_once_the_efforts_are_given(running: PlayerStage, qtbot: QtBot) -> None:
    running.until(563.5)
    rate = running.page.rate
    for _ in rate.bars:
        qtbot.keyClick(rate, K.Key_2)
    qtbot.keyClick(rate, K.Key_3)
    qtbot.keyClick(rate.right_scale, K.Key_X)
    assert (rate.left_scale.rating(), rate.right_scale.rating()) == (3, 10)


def test_a_sign_on_the_rate_page_is_of_its_exercise(running: PlayerStage, qtbot: QtBot) -> None:
    running.until(563.5)
    click(running, qtbot, running.page.rate.bars[1].buttons["sharp"])
    found = running.stage.store.sessions()[-1].discomforts
    assert [(d.kind, d.item) for d in found] == [("sharp", 1)]


def test_a_second_session_begins_fresh(running: PlayerStage, qtbot: QtBot) -> None:
    running.until(563.5)
    qtbot.keyClick(running.page.rate.left_scale, K.Key_3)
    with qtbot.waitSignal(running.controller.ended):
        click(running, qtbot, running.page.rate.finish)
    running.start()
    assert running.page.check.isVisible()
    assert running.page.rate.left_scale.rating() is None
    assert running.page.rate.bars == {}


def test_a_full_disk_is_said_and_tried_again(
    running: PlayerStage, monkeypatch: pytest.MonkeyPatch
) -> None:
    store = running.stage.store

    def refuse(_entry: object) -> None:
        raise StoreError("The disk is full.")

    with monkeypatch.context() as patch:
        patch.setattr(type(store), "add_set", lambda _self, entry: refuse(entry))
        running.until(70)
        banner = running.page.run.notice.unsaved
        assert banner.isVisible()
        assert "The disk is full." in banner.accessibleName()
        assert stage_of(running) is RunStage.RUNNING
    running.controller.saver.flush()
    running.settle()
    assert not banner.isVisible()
    assert [s.block for s in store.sessions()[-1].sets] == [0]


def test_a_red_gate_starts_nothing(themed: QtBot, tmp_path: Path) -> None:
    """S5, K16."""
    player = set_player(tmp_path, q2=["c"])
    themed.addWidget(player.stage.window)
    with themed.waitSignal(player.controller.refused):
        player.controller.start(MONDAY)
    assert player.controller.bridge is None
    player.stage.close()


def test_every_control_has_a_name(running: PlayerStage) -> None:
    for button in running.page.findChildren(QAbstractButton):
        face = QAccessible.queryAccessibleInterface(button)
        assert face is not None
        assert face.text(QAccessible.Text.Name)


@pytest.mark.parametrize(("percent", "size"), [(100, (800, 480)), (200, (1280, 820))])
@pytest.mark.parametrize("theme", ["light", "dark"])
def test_it_fits(
    running: PlayerStage,
    qapp: QApplication,
    percent: int,
    size: tuple[int, int],
    theme: str,
) -> None:
    """All of a set is in sight in the smallest window, and at twice the text size."""
    apply_theme(qapp, load_theme(theme, percent))
    running.stage.window.resize(*size)
    running.forward(1)
    running.settle()
    run = running.page.run
    for widget in (
        run.picture.ring,
        run.picture.figure,
        run.picture.cue_label,
        *run.controls.buttons,
    ):
        corner = widget.mapTo(run, widget.rect().bottomRight())
        assert run.rect().contains(corner), widget.accessibleName()
    kind = running.bridge.state.phase(running.stage.clock.monotonic_ms()).kind
    assert kind is PhaseKind.EXHALE
