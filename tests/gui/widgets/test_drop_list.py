"""The drop-down list: an arrow to be seen, and no choice by the wheel."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from coach.gui.theme import Token, current_theme
from coach.gui.widgets.drop_list import DropList


def shown(qtbot: QtBot) -> DropList:
    made = DropList()
    made.addItems(["one", "two", "three"])
    qtbot.addWidget(made)
    made.resize(200, 36)
    made.show()
    return made


def test_the_wheel_chooses_nothing(themed: QtBot) -> None:
    made = shown(themed)
    event = QWheelEvent(
        QPointF(20, 10),
        QPointF(20, 10),
        QPoint(0, -120),
        QPoint(0, -120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(made, event)
    assert (made.currentIndex(), event.isAccepted()) == (0, False)


def test_an_arrow_stands_at_the_right(themed: QtBot) -> None:
    picture = shown(themed).grab().toImage()
    ink = current_theme().color(Token.INK)
    right = [
        (x, y)
        for x in range(170, 196)
        for y in range(8, 28)
        if picture.pixelColor(x, y).name() == ink.name()
    ]
    assert right
