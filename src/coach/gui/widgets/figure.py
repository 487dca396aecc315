"""The moving figure: paints discs joined to limbs, soft glow and things, from plain values."""

from __future__ import annotations

import math
from dataclasses import dataclass
from itertools import pairwise

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

Disc = tuple[float, float, float]
Chain = tuple[Disc, ...]


@dataclass(frozen=True, slots=True)
class FigureBox:
    """A rounded rectangle: centre, size, turn in degrees (y up), corner; ``hollow`` > 0 is a
    line of that width along the edge. ``tone`` is ``prop``, ``metal`` or ``mat``."""

    x: float
    y: float
    width: float
    height: float
    angle_deg: float
    corner: float
    tone: str
    hollow: float


@dataclass(frozen=True, slots=True)
class FigureGlow:
    points: tuple[tuple[float, float], ...]
    width: float
    intensity: float


@dataclass(frozen=True, slots=True)
class FigureFrame:
    """One picture in body heights, y up, floor at 0. Chains are limbs: discs (x, y, radius)
    joined one after another. ``box`` (left, bottom, right, top) is what has to fit."""

    box: tuple[float, float, float, float]
    far: tuple[Chain, ...] = ()
    far_arm: tuple[Chain, ...] = ()
    body: tuple[Chain, ...] = ()
    arm: tuple[Chain, ...] = ()
    back: tuple[FigureBox, ...] = ()
    front: tuple[FigureBox, ...] = ()
    held: tuple[FigureBox, ...] = ()
    glow: tuple[FigureGlow, ...] = ()


@dataclass(frozen=True, slots=True)
class FigureColors:
    """Near and far limbs, the outline (the ground behind), accent (where it works), floor line,
    things and metal."""

    near: QColor
    far: QColor
    outline: QColor
    accent: QColor
    line: QColor
    prop: QColor
    metal: QColor


def fit(rect: QRectF, box: tuple[float, float, float, float]) -> tuple[float, float, float]:
    """(pixels per body height, x of the box's middle, y of the floor) to show ``box`` whole."""
    left, bottom, right, top = box
    width, height = max(right - left, 0.05), max(top - bottom, 0.05)
    scale = min(rect.width() / width, rect.height() / height)
    spare = rect.height() - height * scale
    floor_y = rect.bottom() - spare * 0.5 + bottom * scale
    return scale, rect.center().x(), floor_y


def paint_figure(
    painter: QPainter, rect: QRectF, frame: FigureFrame, colors: FigureColors, *, floor: bool = True
) -> None:
    """Paint ``frame`` into ``rect``: as large as fits, the floor line over the whole width."""
    if rect.width() < 2 or rect.height() < 2:
        return
    scale, middle, floor_y = fit(rect, frame.box)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    if floor:
        _floor(painter, rect, floor_y, scale, colors)
    to_px = _ToPx(scale, middle - (frame.box[0] + frame.box[2]) / 2 * scale, floor_y)
    _layers(painter, frame, colors, to_px)
    painter.restore()


@dataclass(frozen=True, slots=True)
class _ToPx:
    """Body heights to pixels. Paths are built in pixels: curves are flattened before a
    painter's own scale, which would leave corners."""

    scale: float
    left: float
    floor_y: float

    def point(self, x: float, y: float) -> QPointF:
        return QPointF(self.left + x * self.scale, self.floor_y - y * self.scale)


def _floor(
    painter: QPainter, rect: QRectF, floor_y: float, scale: float, colors: FigureColors
) -> None:
    thick = max(2.0, 0.013 * scale)
    painter.setBrush(colors.line)
    painter.drawRoundedRect(QRectF(rect.left(), floor_y, rect.width(), thick), thick / 2, thick / 2)


def _layers(painter: QPainter, frame: FigureFrame, colors: FigureColors, to_px: _ToPx) -> None:
    """From the back to the front."""
    for box in frame.back:
        _box(painter, box, colors, to_px)
    painter.fillPath(_path(frame.far_arm, to_px), colors.far)
    for box in frame.held:
        _box(painter, box, colors, to_px)
    painter.fillPath(_path(frame.far, to_px), colors.far)
    painter.fillPath(_path(frame.body, to_px), colors.near)
    for glow in frame.glow:
        _glow(painter, glow, colors.accent, to_px)
    arm = _path(frame.arm, to_px)
    pen = QPen(colors.outline, max(1.5, 0.012 * to_px.scale))
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.strokePath(arm, pen)
    painter.fillPath(arm, colors.near)
    for box in frame.front:
        _box(painter, box, colors, to_px)


def _path(chains: tuple[Chain, ...], to_px: _ToPx) -> QPainterPath:
    path = QPainterPath()
    path.setFillRule(Qt.FillRule.WindingFill)
    scale, left, floor_y = to_px.scale, to_px.left, to_px.floor_y
    for chain in chains:
        discs = [(left + x * scale, floor_y - y * scale, r * scale) for x, y, r in chain]
        for x, y, radius in discs:
            path.addEllipse(QPointF(x, y), radius, radius)
        for first, second in pairwise(discs):
            _join(path, first, second)
    return path


def _join(path: QPainterPath, a: Disc, b: Disc) -> None:
    """The tapered strip between two discs, along their outer tangents.

    Its corners run the same way round as an ellipse does, so that the winding fill joins them.
    """
    dx, dy = b[0] - a[0], b[1] - a[1]
    distance = math.hypot(dx, dy)
    if distance <= abs(a[2] - b[2]) + 1e-6:
        return
    heading = math.atan2(dy, dx)
    spread = math.acos((a[2] - b[2]) / distance)
    near, far = heading - spread, heading + spread
    path.moveTo(a[0] + a[2] * math.cos(near), a[1] + a[2] * math.sin(near))
    path.lineTo(b[0] + b[2] * math.cos(near), b[1] + b[2] * math.sin(near))
    path.lineTo(b[0] + b[2] * math.cos(far), b[1] + b[2] * math.sin(far))
    path.lineTo(a[0] + a[2] * math.cos(far), a[1] + a[2] * math.sin(far))
    path.closeSubpath()


_GLOW_RINGS = 9


def _glow(painter: QPainter, glow: FigureGlow, accent: QColor, to_px: _ToPx) -> None:
    """Strokes from wide and faint to narrow and strong: a soft edge without a blur filter."""
    path = QPainterPath(to_px.point(*glow.points[0]))
    for point in glow.points[1:]:
        path.lineTo(to_px.point(*point))
    color = QColor(accent)
    color.setAlphaF(min(1.0, 0.32 * glow.intensity))
    for ring in range(_GLOW_RINGS):
        width = glow.width * to_px.scale * (1.4 - 0.8 * ring / (_GLOW_RINGS - 1))
        pen = QPen(color, width, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        painter.strokePath(path, pen)


def _box(painter: QPainter, box: FigureBox, colors: FigureColors, to_px: _ToPx) -> None:
    tones = {"prop": colors.prop, "metal": colors.metal, "mat": colors.prop}
    color, scale = tones[box.tone], to_px.scale
    painter.save()
    painter.translate(to_px.point(box.x, box.y))
    painter.rotate(-box.angle_deg)
    width, height = box.width * scale, box.height * scale
    rect = QRectF(-width / 2, -height / 2, width, height)
    if box.hollow:
        painter.setPen(QPen(color, box.hollow * scale))
        painter.setBrush(Qt.BrushStyle.NoBrush)
    else:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(color)
    painter.drawRoundedRect(rect, box.corner * scale, box.corner * scale)
    painter.restore()


class FigureWidget(QWidget):
    """Shows one frame; repaints only when frame or colours change.

    Callers set the accessible name and describe the posture with ``describe``.
    """

    def __init__(self, colors: FigureColors, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._colors = colors
        self._frame: FigureFrame | None = None
        self._floor = True
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    @property
    def frame(self) -> FigureFrame | None:
        return self._frame

    def set_frame(self, frame: FigureFrame | None) -> None:
        if frame != self._frame:
            self._frame = frame
            self.update()

    def set_colors(self, colors: FigureColors) -> None:
        self._colors = colors
        self.update()

    def set_floor(self, visible: bool) -> None:
        self._floor = visible
        self.update()

    def describe(self, name: str, text: str) -> None:
        """What a screen reader says in place of the picture."""
        self.setAccessibleName(name)
        self.setAccessibleDescription(text)

    def sizeHint(self) -> QSize:  # noqa: N802
        return QSize(420, 300)

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        return QSize(96, 72)

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802
        if self._frame is None:
            return
        painter = QPainter(self)
        rect = QRectF(self.rect())
        paint_figure(painter, rect, self._frame, self._colors, floor=self._floor)
        painter.end()
