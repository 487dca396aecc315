"""The small second view. From above, front up: pelvis, front leg and the turned shin behind. Where
the trunk bends to the side, beside it the same from behind: right is right in both."""

from __future__ import annotations

import math
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget


@dataclass(frozen=True, slots=True)
class TopViewFrame:
    """``wide``: how far out the front foot is (body heights); ``turn_deg``: where the rear shin
    swings, + towards the front leg's side; ``mirrored``: the left knee is the one behind.
    ``lean`` (0-1) bends the trunk towards the front leg's side, ``reach`` (0-1) lifts the arm on
    the other side; a ``lean`` of ``None`` leaves the view from behind out, and ``above`` the one
    from above."""

    wide: float
    turn_deg: float
    mirrored: bool
    lean: float | None = None
    reach: float = 0.0
    above: bool = True

    @property
    def views(self) -> int:
        """How many pictures it takes, each a square."""
        return int(self.above) + int(self.lean is not None)


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


def paint_views(
    painter: QPainter, rect: QRectF, frame: TopViewFrame, colors: TopViewColors
) -> None:
    """Paint from above and, where the trunk bends, from behind: side by side in ``rect``."""
    part = QRectF(rect)
    part.setWidth(rect.width() / max(1, frame.views))
    if frame.above:
        paint_top_view(painter, part, frame, colors)
        part.translate(part.width(), 0)
    if frame.lean is not None:
        paint_back_view(painter, part, frame, colors)


_BEND_DEG = 26.0
_PARTS = 8


def paint_back_view(
    painter: QPainter, rect: QRectF, frame: TopViewFrame, colors: TopViewColors
) -> None:
    """Paint the trunk from behind into the largest square of ``rect``."""
    size = min(rect.width(), rect.height())
    if size < 4:
        return
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(rect.center())
    painter.scale(-size if frame.mirrored else size, size)
    bend = math.radians(_BEND_DEG) * (frame.lean or 0.0)
    _thighs(painter, colors)
    top = _spine(painter, bend, colors)
    _arms(painter, top, bend, frame.reach, colors)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colors.near)
    painter.drawEllipse(_beyond(top, 1.15 * bend, 0.0, 0.13), 0.07, 0.08)
    painter.restore()


def _thighs(painter: QPainter, colors: TopViewColors) -> None:
    """Pelvis, the front thigh towards the far side and the working thigh with its hip."""
    _limb(painter, QPointF(-0.065, 0.2), QPointF(-0.08, 0.4), 0.1, colors.far)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colors.near)
    painter.drawEllipse(QPointF(0.0, 0.17), 0.115, 0.075)
    hip = QPointF(0.065, 0.2)
    painter.setBrush(colors.accent)
    painter.drawEllipse(hip, 0.072, 0.072)
    _limb(painter, hip, QPointF(0.068, 0.42), 0.1, colors.near)


def _spine(painter: QPainter, bend: float, colors: TopViewColors) -> QPointF:
    """The trunk as an even bow from pelvis to shoulders; returns the middle of the shoulders."""
    spot = QPointF(0.0, 0.15)
    path = QPainterPath(spot)
    for part in range(_PARTS):
        spot = _beyond(spot, bend * (part + 0.5) / _PARTS, 0.0, 0.3 / _PARTS)
        path.lineTo(spot)
    pen = QPen(colors.near, 0.19, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.strokePath(path, pen)
    return spot


def _arms(
    painter: QPainter, top: QPointF, bend: float, reach: float, colors: TopViewColors
) -> None:
    """The far hand on the hip; the near arm hangs or, lifted, reaches over the head."""
    far, near = _beyond(top, bend, -0.1, -0.02), _beyond(top, bend, 0.1, -0.02)
    elbow, hand = QPointF(far.x() - 0.09, (far.y() + 0.14) / 2 + 0.02), QPointF(-0.12, 0.15)
    _limb(painter, far, elbow, 0.05, colors.far)
    _limb(painter, elbow, hand, 0.045, colors.far)
    up = bend + math.radians(10.0 * (1.0 - reach))
    rest_elbow, rest_hand = (
        QPointF(near.x() + 0.09, (near.y() + 0.14) / 2 + 0.02),
        QPointF(0.12, 0.15),
    )
    lifted = _beyond(near, up - 0.1, 0.02, 0.17)
    over = _beyond(lifted, up + 0.2 + 0.7 * bend, 0.0, 0.16)
    elbow, hand = _between(rest_elbow, lifted, reach), _between(rest_hand, over, reach)
    _limb(painter, near, elbow, 0.055, colors.near)
    _limb(painter, elbow, hand, 0.05, colors.near)


def _between(a: QPointF, b: QPointF, t: float) -> QPointF:
    return a + (b - a) * t


def _beyond(start: QPointF, bend: float, right: float, up: float) -> QPointF:
    """A point seen from ``start`` in a frame that is turned to the left by ``bend`` (radians)."""
    cosine, sine = math.cos(bend), math.sin(bend)
    return QPointF(start.x() + right * cosine - up * sine, start.y() - right * sine - up * cosine)


def _limb(painter: QPainter, start: QPointF, end: QPointF, width: float, color: QColor) -> None:
    painter.setPen(QPen(color, width, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
    painter.drawLine(start, end)


class TopView(QWidget):
    """Shows one frame; callers tell in words what it shows, with ``describe``."""

    def __init__(self, colors: TopViewColors, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._colors = colors
        self._frame: TopViewFrame | None = None
        self._side_px = 0

    @property
    def frame(self) -> TopViewFrame | None:
        return self._frame

    def set_frame(self, frame: TopViewFrame | None) -> None:
        if frame != self._frame:
            self._frame = frame
            self._take_room()
            self.update()

    def set_square(self, side_px: int) -> None:
        """Keep each picture in a square of that side, two of them beside each other."""
        self._side_px = side_px
        self._take_room()

    def _take_room(self) -> None:
        if self._side_px:
            views = self._frame.views if self._frame else 1
            self.setFixedSize(QSize(self._side_px * views, self._side_px))

    def describe(self, name: str) -> None:
        """What a screen reader says in place of the picture; told only where it changes."""
        if name != self.accessibleName():
            self.setAccessibleName(name)

    def set_colors(self, colors: TopViewColors) -> None:
        self._colors = colors
        self.update()

    def sizeHint(self) -> QSize:  # noqa: N802
        return QSize(100, 88)

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802
        if self._frame is None:
            return
        painter = QPainter(self)
        paint_views(painter, QRectF(self.rect()).adjusted(4, 4, -4, -4), self._frame, self._colors)
        painter.end()
