"""Ticks that may be set or left."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from pytestqt.qtbot import QtBot

from coach.gui.widgets.pick_chips import Pick
from coach.gui.widgets.tick_chips import TickChips

STEADY, KNEES = Pick("steady", "Steady on one leg"), Pick("knees", "Kneeling is uncomfortable")


@pytest.fixture
def chips(themed: QtBot) -> TickChips:
    shown = TickChips("Optional ticks")
    themed.addWidget(shown)
    shown.show_picks((STEADY, KNEES), ("knees",))
    shown.resize(400, 100)
    with themed.waitExposed(shown):
        shown.show()
    return shown


@pytest.mark.parametrize("key", [Qt.Key.Key_Space, Qt.Key.Key_Return])
def test_a_key_ticks_and_takes_back(themed: QtBot, chips: TickChips, key: Qt.Key) -> None:
    for on in (True, False):
        with themed.waitSignal(chips.ticked) as told:
            themed.keyClick(chips.chips["steady"], key)
        assert told.args == ["steady", on]


def test_the_mouse_takes_a_tick_back(themed: QtBot, chips: TickChips) -> None:
    with themed.waitSignal(chips.ticked) as told:
        themed.mouseClick(chips.chips["knees"], Qt.MouseButton.LeftButton)
    assert told.args == ["knees", False]


def test_what_is_shown_tells_nothing(themed: QtBot, chips: TickChips) -> None:
    with themed.assertNotEmitted(chips.ticked):
        chips.show_picks((STEADY, KNEES), ("steady",))
    assert [name for name, chip in chips.chips.items() if chip.isChecked()] == ["steady"]


def test_a_chip_that_stays_keeps_the_focus(chips: TickChips) -> None:
    before = chips.chips["steady"]
    before.setFocus()
    chips.show_picks((STEADY,), ())
    assert chips.chips == {"steady": before}
    assert chips.window().focusWidget() is before


def test_the_state_is_told_and_not_by_colour_alone(chips: TickChips) -> None:
    said = QAccessible.queryAccessibleInterface(chips.chips["knees"])
    assert said is not None
    assert said.role() is QAccessible.Role.CheckBox
    assert said.state().checked
    chip = chips.chips["steady"]
    empty = chip.grab().toImage()
    chip.setChecked(True)
    grey = [
        image.convertToFormat(image.Format.Format_Grayscale8)
        for image in (empty, chip.grab().toImage())
    ]
    box = [[image.pixelColor(20, y).value() for y in range(image.height())] for image in grey]
    assert box[0] != box[1]
