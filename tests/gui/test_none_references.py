"""PySide6 6.12 loses references to ``None`` on Python 3.11 and aborts after minutes of painting.

From Python 3.12 on ``None`` is immortal and its count never moves. See docs/adr/0001.
"""

from __future__ import annotations

import sys
from collections.abc import Callable

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QImage, QPainter, QPainterPath, QPen
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

PAINTS = 1000
#: What the interpreter itself may give up meanwhile; a lossy binding loses thousands.
SLACK = 100


def _paint(image: QImage) -> None:
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.save()
    painter.setPen(QPen(QColor("#1f3a4a"), 2.0))
    painter.setBrush(QBrush(Qt.BrushStyle.NoBrush))
    painter.translate(1.0, 1.0)
    painter.drawLine(QPointF(0, 0), QPointF(9, 9))
    painter.drawEllipse(QRectF(2, 2, 9, 9))
    path = QPainterPath(QPointF(0, 0))
    path.cubicTo(1, 2, 3, 4, 5, 6)
    painter.drawPath(path)
    painter.drawText(QPointF(1, 9), "4")
    painter.fillRect(QRectF(0, 0, 2, 2), QColor("#12706b"))
    painter.restore()
    painter.end()


def _references_gained(work: Callable[[], None], times: int) -> int:
    """The change of the count; stops early at a loss, before the interpreter aborts."""
    before = sys.getrefcount(None)
    for _ in range(times):
        work()
        if sys.getrefcount(None) - before < -SLACK:
            break
    return sys.getrefcount(None) - before


def test_painting_keeps_its_references_to_none(qtbot: QtBot) -> None:
    image = QImage(16, 16, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(0)
    _paint(image)
    assert _references_gained(lambda: _paint(image), PAINTS) >= -SLACK


def test_widget_calls_keep_their_references_to_none(qtbot: QtBot) -> None:
    widget = QWidget()
    qtbot.addWidget(widget)

    def touch() -> None:
        widget.setToolTip("a")
        widget.resize(20, 20)
        widget.update()
        widget.setVisible(False)

    touch()
    assert _references_gained(touch, PAINTS) >= -SLACK
