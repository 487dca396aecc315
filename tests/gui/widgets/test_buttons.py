"""Buttons: kinds, focus ring, room for their words at any text size."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QAccessible, QEnterEvent, QFontMetricsF, QImage
from PySide6.QtWidgets import QApplication, QHBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from coach.gui.style import apply_theme
from coach.gui.theme import load_theme
from coach.gui.widgets.buttons import Button, ButtonKind, IconButton
from coach.gui.widgets.flow import Columns, FlowLayout


def shown(themed: QtBot, *buttons: QWidget) -> QWidget:
    box = QWidget()
    themed.addWidget(box)
    row = QHBoxLayout(box)
    for button in buttons:
        row.addWidget(button)
    with themed.waitExposed(box):
        box.show()
    return box


def picture(button: Button) -> QImage:
    return button.grab().toImage()


@pytest.mark.parametrize("kind", list(ButtonKind))
@pytest.mark.parametrize("name", ["light", "dark"])
def test_keyboard_focus_shows_and_mouse_focus_does_not(
    themed: QtBot, qapp: QApplication, kind: ButtonKind, name: str
) -> None:
    apply_theme(qapp, load_theme(name))
    button, other = Button("Start", kind), Button("Other")
    box = shown(themed, other, button)
    other.setFocus(Qt.FocusReason.TabFocusReason)
    idle = picture(button)
    button.setFocus(Qt.FocusReason.MouseFocusReason)
    assert picture(button) == idle
    other.setFocus(Qt.FocusReason.TabFocusReason)
    button.setFocus(Qt.FocusReason.TabFocusReason)
    assert picture(button) != idle
    assert box.isVisible()


@pytest.mark.parametrize("percent", [80, 100, 200, 300])
@pytest.mark.parametrize("kind", list(ButtonKind))
def test_the_words_have_room(
    themed: QtBot, qapp: QApplication, kind: ButtonKind, percent: int
) -> None:
    apply_theme(qapp, load_theme("light", percent))
    button = Button("Two minutes today", kind, icon_name="play", hint="Space")
    themed.addWidget(button)
    words = QFontMetricsF(button.font()).horizontalAdvance(button.text())
    assert button.sizeHint().width() > words
    assert button.sizeHint().height() > QFontMetricsF(button.font()).height()


def test_a_squeezed_button_says_its_words_in_the_tool_tip(themed: QtBot) -> None:
    button = Button("Two minutes today")
    themed.addWidget(button)
    here = QPointF(5, 5)
    for width, said in ((90, "Two minutes today"), (300, "")):
        button.resize(width, 49)
        QApplication.sendEvent(button, QEnterEvent(here, here, here))
        assert button.toolTip() == said


def test_space_presses(themed: QtBot) -> None:
    button = Button("Start", ButtonKind.PRIMARY)
    themed.addWidget(button)
    with themed.waitSignal(button.clicked):
        themed.keyClick(button, Qt.Key.Key_Space)


def test_an_icon_button_has_a_name(themed: QtBot) -> None:
    button = IconButton("volume-2", "Sound")
    themed.addWidget(button)
    seen = QAccessible.queryAccessibleInterface(button)
    assert seen.text(QAccessible.Text.Name) == "Sound"


def test_a_row_wraps_when_it_is_full(themed: QtBot) -> None:
    box = QWidget()
    themed.addWidget(box)
    row = FlowLayout(box)
    for word in ("Back", "Pause", "Skip"):
        row.addWidget(Button(word))
    wide = row.heightForWidth(1000)
    assert wide == 49
    assert row.heightForWidth(120) == 3 * 49 + 2 * 12


def test_columns_stack_when_narrow(themed: QtBot) -> None:
    columns = Columns(stack_below_px=500)
    themed.addWidget(columns)
    columns.add(Button("One"))
    columns.add(Button("Two"))
    columns.resize(600, 100)
    with themed.waitExposed(columns):
        columns.show()
    assert not columns.is_stacked()
    columns.resize(400, 100)
    assert columns.is_stacked()
