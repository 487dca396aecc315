"""Chips to pick from: one at a time, by mouse and by arrows, told once."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible
from pytestqt.qtbot import QtBot

from coach.gui.widgets.pick_chips import Pick, PickChips

PICKS = tuple(Pick(name, name.title()) for name in ("one", "two", "three"))


@pytest.fixture
def chips(themed: QtBot) -> PickChips:
    made = PickChips("Numbers", PICKS)
    themed.addWidget(made)
    made.resize(400, 60)
    made.show()
    return made


def test_nothing_is_chosen_at_first_and_choosing_by_code_is_silent(
    themed: QtBot, chips: PickChips
) -> None:
    assert chips.chosen() == ""
    with themed.assertNotEmitted(chips.picked):
        chips.choose("two")
    assert chips.chosen() == "two"
    chips.choose("nine")
    assert chips.chosen() == "two"


def test_a_click_anywhere_on_a_chip_picks_it(themed: QtBot, chips: PickChips) -> None:
    chip = chips.chips["three"]
    spot = QPoint(chip.width() - 2, chip.height() // 2)
    with themed.waitSignal(chips.picked) as told:
        themed.mouseClick(chip, Qt.MouseButton.LeftButton, pos=spot)
    assert told.args == ["three"]
    assert chips.chosen() == "three"


def test_arrows_go_along_the_row_and_stop_at_its_ends(themed: QtBot, chips: PickChips) -> None:
    told: list[str] = []
    chips.picked.connect(told.append)
    chips.choose("one")
    chips.chips["one"].setFocus(Qt.FocusReason.TabFocusReason)
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Down, Qt.Key.Key_Right, Qt.Key.Key_Left):
        themed.keyClick(chips.chips[chips.chosen()], key)
    assert told == ["two", "three", "two"]


def test_the_same_chips_again_stay_where_they_are(themed: QtBot, chips: PickChips) -> None:
    before = dict(chips.chips)
    chips.show_picks(PICKS, "two")
    assert chips.chips == before
    chips.show_picks(PICKS[:2], "one")
    assert list(chips.chips) == ["one", "two"]
    assert chips.chosen() == "one"


def test_a_chip_is_a_radio_button_to_screen_readers(chips: PickChips) -> None:
    chips.choose("two")
    face = QAccessible.queryAccessibleInterface(chips.chips["two"])
    assert face.role() is QAccessible.Role.RadioButton
    assert face.text(QAccessible.Text.Name) == "Two"
    assert face.state().checked


def test_long_words_wrap_in_a_narrow_row(themed: QtBot) -> None:
    made = PickChips("Ways", [Pick("a", "Foot off the floor, a hand on the wall")])
    themed.addWidget(made)
    assert made.heightForWidth(150) > made.heightForWidth(600)
