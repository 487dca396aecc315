"""Big answers: told by keyboard, mouse and screen reader; chosen is seen without colour."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QImage
from pytestqt.qtbot import QtBot

from coach.gui.theme import Token, current_theme
from coach.gui.widgets.choice import MARK_PX, PAD_PX, ChoiceButton


@pytest.fixture
def answer(themed: QtBot) -> ChoiceButton:
    made = ChoiceButton("When walking", note="or on stairs", key="2", multi=True)
    themed.addWidget(made)
    made.resize(480, 80)
    return made


def drawn(answer: ChoiceButton) -> QImage:
    return answer.grab().toImage()


def test_nothing_is_chosen_at_first(answer: ChoiceButton) -> None:
    assert not answer.isChecked()


def test_mouse_and_space_tick_and_untick(themed: QtBot, answer: ChoiceButton) -> None:
    with themed.waitSignal(answer.clicked):
        themed.mouseClick(answer, Qt.MouseButton.LeftButton)
    assert answer.isChecked()
    themed.keyClick(answer, Qt.Key.Key_Space)
    assert not answer.isChecked()


def test_a_chosen_answer_has_a_mark_and_another_ground(answer: ChoiceButton) -> None:
    before = drawn(answer)
    answer.setChecked(True)
    after = drawn(answer)
    theme = current_theme()
    edge = answer.width() - theme.space(PAD_PX) - theme.px(MARK_PX) // 2
    assert before.pixelColor(240, 6) == theme.color(Token.CARD)
    assert after.pixelColor(240, 6) == theme.color(Token.BREATH_SOFT)
    assert after.pixelColor(edge, 30) != before.pixelColor(edge, 30)


def test_the_key_stands_at_its_left(answer: ChoiceButton) -> None:
    badge = current_theme().space(PAD_PX) + 3
    assert drawn(answer).pixelColor(badge, 40) == current_theme().color(Token.LINE)


def test_screen_readers_hear_the_answer_and_its_state(answer: ChoiceButton) -> None:
    answer.setChecked(True)
    seen = QAccessible.queryAccessibleInterface(answer)
    assert seen.text(QAccessible.Text.Name) == "When walking"
    assert seen.text(QAccessible.Text.Description) == "or on stairs"
    assert seen.state().checked
