"""What the body says, by real keys and taps, and what the player answers (E1-E3, N1-N4, S8)."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication
from pytestqt.qtbot import QtBot

from coach.domain.records import SessionStatus, SetStatus
from coach.domain.session import RunStage
from coach.domain.session_facts import PauseReason
from coach.domain.terms import Discomfort, Effort
from coach.gui.player_bridge import WAITING_MS
from coach.gui.style import apply_theme
from coach.gui.theme import load_theme
from support.book import real_book
from support.player_stage import PlayerStage, set_player

K = Qt.Key
TEXTS = real_book().texts


@pytest.fixture
def running(themed: QtBot, tmp_path: Path) -> Iterator[PlayerStage]:
    """A player in its first set, 20 s into the timeline."""
    made = set_player(tmp_path)
    themed.addWidget(made.stage.window)
    made.stage.window.show()
    made.start()
    themed.keyClick(made.page.check, K.Key_N)
    made.until(20)
    yield made
    made.controller.shutdown()
    made.settle()
    made.stage.close()


def press(player: PlayerStage, qtbot: QtBot, *keys: Qt.Key) -> None:
    """Keys of the panel in front."""
    for key in keys:
        qtbot.keyClick(player.page._front, key)
        player.settle()


def click(player: PlayerStage, qtbot: QtBot, button: QAbstractButton) -> None:
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    player.settle()


def stage_of(player: PlayerStage) -> RunStage:
    return player.bridge.state.stage


# ---- efforts in a rest --------------------------------------------------------------------------
def test_a_rest_shows_the_keys_of_the_effort_quietly(running: PlayerStage, qtbot: QtBot) -> None:
    """E1: nothing is asked; the line of keys names them."""
    running.until(70)
    controls = running.page.run.controls
    assert running.page.run.notice.effort is None
    assert controls.hint_label.text().startswith("How does it feel?")
    press(running, qtbot, K.Key_2)
    assert controls.hint_label.text() == "Told: fine  ·  1–4 change it"
    assert not running.page.run.notice.told.isVisible()
    running.until(90)
    assert controls.hint_label.text().startswith("Space pauses")


def test_noticeable_in_a_rest_eases_the_sets_that_remain(
    running: PlayerStage, qtbot: QtBot
) -> None:
    """E1."""
    running.until(70)
    press(running, qtbot, K.Key_3)
    told = running.page.run.notice.told
    assert told.words.text() == TEXTS["effort.easier_now"]
    click(running, qtbot, told.why.button)
    assert told.why.lines[0].text() == f"{TEXTS['effort.why_e1']}  ·  E1"
    running.until(90)
    assert not told.isVisible()
    assert running.page.run.picture.cue_label.text().startswith("Smaller range.")


def test_too_much_in_a_rest_goes_on_to_the_next_exercise(
    running: PlayerStage, qtbot: QtBot
) -> None:
    """E1."""
    running.until(70)
    press(running, qtbot, K.Key_4)
    assert running.page.run.notice.told.words.text() == TEXTS["effort.too_much"]
    assert running.page.run.head.name_label.text().endswith("hip flexor release")
    log = running.stage.store.sessions()[-1]
    assert [s.status for s in log.sets] == [SetStatus.DONE, SetStatus.SKIPPED, SetStatus.SKIPPED]
    assert [e.effort for e in log.efforts] == [Effort.TOO_MUCH]
    (kept,) = running.stage.store.decisions()
    assert (kept.rule, kept.reason) == ("E1", TEXTS["effort.too_much"])


def test_the_small_window_has_room_for_those_keys(running: PlayerStage) -> None:
    running.stage.window.resize(800, 480)
    running.settle()
    label = running.page.run.controls.hint_label
    assert label.isHidden()
    running.until(70)
    assert not label.isHidden()


def test_floor_mode_shows_what_was_decided(running: PlayerStage, qtbot: QtBot) -> None:
    press(running, qtbot, K.Key_F, K.Key_P)
    assert running.page.floor.isVisible()
    assert running.bridge.state.decided is not None
    running.page.floor.grab()


# ---- tingling -----------------------------------------------------------------------------------
def test_tingling_asks_two_taps_and_goes_on_by_one_key(running: PlayerStage, qtbot: QtBot) -> None:
    """N1."""
    press(running, qtbot, K.Key_T)
    panel = running.page.tingling
    assert panel.isVisible()
    assert running.bridge.state.pause is PauseReason.TINGLING
    assert not running.awake.held
    assert panel.title.text() == "How strong was it at most?"
    assert panel.told.words.text() == TEXTS["effort.tingling"]
    click(running, qtbot, panel.told.why.button)
    assert panel.told.why.lines[0].text() == f"{TEXTS['effort.why_e2']}  ·  E2"
    press(running, qtbot, K.Key_1)
    assert panel.title.text() == "And now?"
    press(running, qtbot, K.Key_1)
    assert panel.told.words.text() == TEXTS["floss.echo"]
    press(running, qtbot, K.Key_Space)
    assert stage_of(running) is RunStage.RUNNING
    assert running.page.run.isVisible()
    assert running.page.run.notice.told.words.text() == TEXTS["floss.echo"]
    (told,) = running.stage.store.floss_told()
    assert (told.strength, told.numb, told.further_down) == (2, False, False)


def test_big_targets_do_the_same(running: PlayerStage, qtbot: QtBot) -> None:
    """N2."""
    click(running, qtbot, running.page.run.controls.tingling)
    panel = running.page.tingling
    click(running, qtbot, panel.strength.buttons[1])
    running.stage.clock.forward(90_000)
    click(running, qtbot, panel.aftermath.buttons[1])
    assert panel.told.words.text() == TEXTS["floss.rests"]
    click(running, qtbot, panel.go_on)
    assert stage_of(running) is RunStage.RUNNING
    (told,) = running.stage.store.floss_told()
    assert (told.strength, told.lasted_s) == (4, 90)
    assert [one.rule for one in running.stage.store.decisions()] == ["E2", "N2"]
    assert running.bridge.state.left_out == {0, 2}


def test_the_ring_follows_the_clock_for_a_minute(running: PlayerStage, qtbot: QtBot) -> None:
    press(running, qtbot, K.Key_T)
    ring = running.page.tingling.ring
    for _ in range(3):
        running.stage.clock.forward(10_000)
        running.bridge.tick()
    assert (ring.state().number, ring.state().fraction) == ("30", 0.5)
    assert (running.bridge.ticking, running.bridge.frame_ms) == (True, WAITING_MS)
    running.stage.clock.forward(40_000)
    running.bridge.tick()
    assert ring.state().number == "60"
    assert not running.bridge.ticking
    assert running.bridge.state.tingling is not None


def test_numbness_that_stays_leads_to_the_questions(running: PlayerStage, qtbot: QtBot) -> None:
    """N4."""
    press(running, qtbot, K.Key_T, K.Key_1, K.Key_5)
    panel = running.page.tingling
    assert panel.told.words.text() == TEXTS["floss.ends"]
    assert panel.questions.isVisible()
    assert not panel.go_on.isVisible()
    with qtbot.waitSignal(running.controller.recheck_requested):
        press(running, qtbot, K.Key_Return)
    assert running.stage.store.sessions()[-1].status is SessionStatus.STOPPED
    assert running.stage.store.floss_told()[-1].lasted_s == 3_600


def test_going_on_without_answers_says_what_that_means(running: PlayerStage, qtbot: QtBot) -> None:
    """X4."""
    press(running, qtbot, K.Key_T)
    click(running, qtbot, running.page.tingling.leave)
    assert stage_of(running) is RunStage.RUNNING
    assert running.page.run.notice.told.words.text() == TEXTS["floss.silent"]
    assert running.stage.store.floss_told() == []


def test_the_answers_can_be_changed(running: PlayerStage, qtbot: QtBot) -> None:
    press(running, qtbot, K.Key_T, K.Key_3, K.Key_2, K.Key_Left)
    assert running.page.tingling.title.text() == "How strong was it at most?"
    press(running, qtbot, K.Key_1, K.Key_1)
    (told,) = running.stage.store.floss_told()
    assert told.strength == 2


def test_s_offers_to_finish_and_the_questions_come_back(running: PlayerStage, qtbot: QtBot) -> None:
    press(running, qtbot, K.Key_T, K.Key_S)
    bar = running.page.run.notice.bar
    assert list(bar.buttons) == ["resume", "finish"]
    click(running, qtbot, bar.buttons["resume"])
    assert running.page.tingling.isVisible()


@pytest.mark.parametrize(
    ("taps", "text"), [((), "effort.tingling"), ((K.Key_2, K.Key_2), "floss.rests")]
)
def test_after_a_false_alarm_the_questions_stand_as_before(
    running: PlayerStage, qtbot: QtBot, taps: tuple[Qt.Key, ...], text: str
) -> None:
    press(running, qtbot, K.Key_T, *taps, K.Key_W)
    click(running, qtbot, running.page.run.notice.told.buttons["resume"])
    assert running.page.tingling.told.words.text() == TEXTS[text]


def test_a_question_left_open_is_asked_after_a_crash(running: PlayerStage, qtbot: QtBot) -> None:
    press(running, qtbot, K.Key_T, K.Key_2)
    log = running.stage.store.open_session()
    assert log is not None
    running.controller.resume(log)
    running.settle()
    press(running, qtbot, K.Key_N)
    assert running.page.tingling.isVisible()
    assert running.page.tingling.ring.state().number == "60"
    press(running, qtbot, K.Key_2, K.Key_2, K.Key_Space)
    assert running.page.run.head.name_label.text().endswith("hip flexor release")
    assert len(running.stage.store.floss_told()) == 1


def test_tingling_on_the_rate_page_asks_the_same(running: PlayerStage, qtbot: QtBot) -> None:
    """K9."""
    running.until(563.5)
    rate = running.page.rate
    click(running, qtbot, rate.bars[1].buttons["tingling"])
    assert running.page.tingling.isVisible()
    press(running, qtbot, K.Key_1, K.Key_1, K.Key_Space)
    assert rate.isVisible()
    assert rate.told.words.text() == TEXTS["floss.echo"]
    with qtbot.waitSignal(running.controller.ended):
        press(running, qtbot, K.Key_Return)


@pytest.mark.parametrize(("percent", "size"), [(100, (800, 480)), (100, (1280, 820))])
def test_the_questions_fit(
    running: PlayerStage, qapp: QApplication, qtbot: QtBot, percent: int, size: tuple[int, int]
) -> None:
    apply_theme(qapp, load_theme("light", percent))
    running.stage.window.resize(*size)
    press(running, qtbot, K.Key_T)
    panel = running.page.tingling
    for taps in (panel.strength, panel.aftermath):
        running.settle()
        QApplication.processEvents()
        for button in (*taps.buttons, panel.leave, panel.dizzy, panel.wrong):
            corner = button.mapTo(panel, button.rect().bottomRight())
            assert panel.rect().contains(corner), button.text()
        press(running, qtbot, K.Key_2)


# ---- dizzy, wrong -------------------------------------------------------------------------------
def test_dizzy_shows_a_calm_page_without_sound_or_motion(
    running: PlayerStage, qtbot: QtBot
) -> None:
    """E3."""
    press(running, qtbot, K.Key_D)
    end = running.page.end
    assert end.isVisible()
    assert end.told.words.text() == TEXTS["effort.dizzy"]
    assert running.cues.calls[-1] == ("pause", None)
    assert not running.bridge.ticking
    (kept,) = running.stage.store.decisions()
    assert (kept.rule, kept.detail["position_ms"]) == ("E3", 20_000)


def test_the_calm_page_leads_to_the_questions_too(running: PlayerStage, qtbot: QtBot) -> None:
    """S8."""
    press(running, qtbot, K.Key_D)
    with qtbot.waitSignal(running.controller.recheck_requested):
        press(running, qtbot, K.Key_W)


@pytest.mark.parametrize("first", [(), (K.Key_Escape,)])
def test_w_works_in_floor_mode(
    running: PlayerStage, qtbot: QtBot, first: tuple[Qt.Key, ...]
) -> None:
    """S8: in large letters where it is still on, on the usual page after Esc."""
    press(running, qtbot, K.Key_F, *first, K.Key_W)
    assert running.bridge.state.pause is PauseReason.WRONG
    page = running.page
    if first:
        assert page.run.notice.told.words.text() == TEXTS["effort.wrong"]
        ask = page.run.notice.told.buttons["recheck"]
    else:
        assert TEXTS["effort.wrong"] in page.floor.accessibleDescription()
        ask = page.floor.choices.buttons[0]
    with qtbot.waitSignal(running.controller.recheck_requested):
        click(running, qtbot, ask)


def test_w_works_while_tingling_is_asked_about(running: PlayerStage, qtbot: QtBot) -> None:
    """S8."""
    press(running, qtbot, K.Key_T, K.Key_Escape, K.Key_W)
    told = running.page.run.notice.told
    with qtbot.waitSignal(running.controller.recheck_requested):
        click(running, qtbot, told.buttons["recheck"])


@pytest.mark.parametrize("first", [(), (K.Key_Escape,)])
def test_w_works_on_the_rate_page(
    running: PlayerStage, qtbot: QtBot, first: tuple[Qt.Key, ...]
) -> None:
    """S8."""
    running.until(563.5)
    with qtbot.waitSignal(running.controller.recheck_requested):
        press(running, qtbot, *first, K.Key_W)
    log = running.stage.store.sessions()[-1]
    assert [d.kind for d in log.discomforts] == [Discomfort.WRONG]


def test_going_on_after_a_false_alarm(running: PlayerStage, qtbot: QtBot) -> None:
    press(running, qtbot, K.Key_W)
    click(running, qtbot, running.page.run.notice.told.buttons["resume"])
    assert stage_of(running) is RunStage.RUNNING
    assert not running.page.run.notice.told.isVisible()


def test_a_false_alarm_in_a_rest_says_no_more(running: PlayerStage, qtbot: QtBot) -> None:
    running.until(70)
    press(running, qtbot, K.Key_W)
    click(running, qtbot, running.page.run.notice.told.buttons["resume"])
    assert not running.page.run.notice.told.isVisible()
