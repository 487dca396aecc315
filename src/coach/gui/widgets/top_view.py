"""The small view from above: pelvis, front leg and the turned shin behind; front is up."""

from __future__ import annotations

import math
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget


@dataclass(frozen=True, slots=True)
class TopViewFrame:
    """``wide``: how far out the front foot is (body heights); ``turn_deg``: where the rear shin
    swings, + towards the front leg's side; ``mirrored``: the left knee is the one behind."""

    wide: float
    turn_deg: float
    mirrored: bool


@dataclass(frozen=True, slots=True)
class TopViewColors:
    """Rear (working) leg, front leg, pelvis, and the ring round the working hip."""

    near: QColor
    far: QColor
    pelvis: QColor
    accent: QColor


def paint_top_view(
    painter: QPainter, rect: QRectF, frame: TopViewFrame, colors: TopViewColors
) -> None:
    """Paint into the largest square of ``rect``."""
    size = min(rect.width(), rect.height())
    if size < 4:
        return
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(rect.center())
    painter.scale(-size if frame.mirrored else size, size)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colors.pelvis)
    painter.drawEllipse(QPointF(0.0, -0.02), 0.2, 0.125)
    front, foot = QPointF(-0.1, -0.03), QPointF(-0.1 - 1.9 * frame.wide, -0.36)
    _limb(painter, front, foot, 0.095, colors.far)
    hip = QPointF(0.1, 0.07)
    angle = math.radians(90.0 + frame.turn_deg)
    heel = QPointF(hip.x() + 0.36 * math.cos(angle), hip.y() + 0.36 * math.sin(angle))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colors.accent)
    painter.drawEllipse(hip, 0.075, 0.075)
    _limb(painter, hip, heel, 0.1, colors.near)
    painter.restore()


def _limb(painter: QPainter, start: QPointF, end: QPointF, width: float, color: QColor) -> None:
    painter.setPen(QPen(color, width, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
    painter.drawLine(start, end)


class TopView(QWidget):
    """Shows one frame; callers set the accessible name."""

    def __init__(self, colors: TopViewColors, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._colors = colors
        self._frame: TopViewFrame | None = None

    def set_frame(self, frame: TopViewFrame | None) -> None:
        if frame != self._frame:
            self._frame = frame
            self.update()

    def set_colors(self, colors: TopViewColors) -> None:
        self._colors = colors
        self.update()

    def sizeHint(self) -> QSize:  # noqa: N802
        return QSize(100, 88)

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802
        if self._frame is None:
            return
        painter = QPainter(self)
        paint_top_view(
            painter, QRectF(self.rect()).adjusted(4, 4, -4, -4), self._frame, self._colors
        )
        painter.end()
