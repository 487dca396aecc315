"""Big answers: single, several, and the answer that stands alone."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from pytestqt.qtbot import QtBot

from coach.gui.widgets.choice import ChoiceGroup

ANSWERS = ("At rest", "When walking", "When sitting", "None of these")


@pytest.fixture
def single(themed: QtBot) -> ChoiceGroup:
    made = ChoiceGroup(ANSWERS)
    themed.addWidget(made)
    return made


@pytest.fixture
def several(themed: QtBot) -> ChoiceGroup:
    made = ChoiceGroup(ANSWERS, multi=True, exclusive=3)
    themed.addWidget(made)
    return made


def test_nothing_is_chosen_at_first(single: ChoiceGroup) -> None:
    assert single.chosen() == ()


def test_one_answer_replaces_the_other(themed: QtBot, single: ChoiceGroup) -> None:
    single.press(0)
    with themed.waitSignal(single.changed) as told:
        themed.mouseClick(single.buttons[2], Qt.MouseButton.LeftButton)
    assert told.args == [(2,)]
    single.press(2)
    assert single.chosen() == (2,)


def test_several_answers_add_up_and_come_off(several: ChoiceGroup) -> None:
    several.press(2)
    several.press(0)
    assert several.chosen() == (0, 2)
    several.press(0)
    assert several.chosen() == (2,)


def test_none_of_these_stands_alone(several: ChoiceGroup) -> None:
    several.press(0)
    several.press(3)
    assert several.chosen() == (3,)
    several.press(1)
    assert several.chosen() == (1,)


def test_space_ticks_the_focused_answer(themed: QtBot, several: ChoiceGroup) -> None:
    themed.keyClick(several.buttons[1], Qt.Key.Key_Space)
    assert several.chosen() == (1,)


def test_a_key_beyond_the_answers_does_nothing(themed: QtBot, single: ChoiceGroup) -> None:
    with themed.assertNotEmitted(single.changed):
        assert not single.press(4)
        assert not single.press(-1)


def test_screen_readers_hear_the_answer_and_its_state(several: ChoiceGroup) -> None:
    several.press(1)
    seen = QAccessible.queryAccessibleInterface(several.buttons[1])
    assert seen.text(QAccessible.Text.Name) == "When walking"
    assert seen.state().checked
