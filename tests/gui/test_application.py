"""The start: what is slow is built once, and only after the window has been painted."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from coach.gui.application import AfterPaint


class Order(QObject):
    def __init__(self) -> None:
        super().__init__()
        self.seen: list[str] = []

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:  # noqa: N802
        if event.type() is QEvent.Type.Paint:
            self.seen.append("paint")
        return False


def test_the_rest_is_built_after_the_first_paint_and_once(qtbot: QtBot) -> None:
    window, order = QWidget(), Order()
    qtbot.addWidget(window)
    AfterPaint(window, lambda: order.seen.append("built"))
    window.installEventFilter(order)
    window.show()
    qtbot.waitUntil(lambda: "built" in order.seen)
    window.repaint()
    assert order.seen[0] == "paint"
    assert order.seen.count("built") == 1


def test_a_window_that_nobody_sees_is_not_waited_for(qtbot: QtBot) -> None:
    window, order = QWidget(), Order()
    qtbot.addWidget(window)
    AfterPaint(window, lambda: order.seen.append("built"))
    qtbot.waitUntil(lambda: order.seen == ["built"])
