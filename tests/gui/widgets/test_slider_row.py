"""A slider with its value in words: steps, silence of code, bounds, the wheel."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QAccessible, QWheelEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from coach.gui.widgets.slider_row import SliderRow
from coach.gui.widgets.text import Text


@pytest.fixture
def row(themed: QtBot) -> SliderRow:
    made = SliderRow("Breathe out", (4000, 8000), 500, lambda ms: f"{ms / 1000:g} s")
    themed.addWidget(made)
    made.set_value(6000)
    made.show()
    return made


def words(row: SliderRow) -> list[str]:
    return [label.text() for label in row.findChildren(Text)]


def test_a_key_moves_by_one_step_and_tells_it(themed: QtBot, row: SliderRow) -> None:
    with themed.waitSignal(row.changed) as told:
        themed.keyClick(row.slider, Qt.Key.Key_Right)
    assert told.args == [6500]
    assert "6.5 s" in words(row)


def test_setting_by_code_is_silent(themed: QtBot, row: SliderRow) -> None:
    with themed.assertNotEmitted(row.changed):
        row.set_value(7000)
        row.set_bounds(4000, 6500)
    assert row.value() == 6500
    assert "6.5 s" in words(row)


@pytest.mark.parametrize(
    ("key", "value"), [(Qt.Key.Key_Home, 4000), (Qt.Key.Key_End, 8000), (Qt.Key.Key_PageUp, 7000)]
)
def test_keys_reach_the_ends(themed: QtBot, row: SliderRow, key: Qt.Key, value: int) -> None:
    themed.keyClick(row.slider, key)
    assert row.value() == value


def test_the_wheel_is_left_to_the_page(row: SliderRow) -> None:
    spot = QPointF(row.slider.rect().center())
    turn = QWheelEvent(
        spot,
        row.slider.mapToGlobal(spot),
        QPoint(),
        QPoint(0, 120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(row.slider, turn)
    assert row.value() == 6000


def test_screen_readers_hear_name_and_words(row: SliderRow) -> None:
    face = QAccessible.queryAccessibleInterface(row.slider)
    assert face.text(QAccessible.Text.Name) == "Breathe out"
    assert face.text(QAccessible.Text.Description) == "6 s"
