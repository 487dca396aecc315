"""The moving figure: paints discs joined to limbs, soft glow and things, from plain values."""

from __future__ import annotations

import math
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

Disc = tuple[float, float, float]
Chain = tuple[Disc, ...]


@dataclass(frozen=True, slots=True)
class FigureBox:
    """A rounded rectangle: centre, size, turn in degrees (y up), corner; ``hollow`` > 0 is a
    line of that width along the edge. Only ``metal`` has a tone of its own."""

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
    along a line that bends gently; a sharp joint is where one chain ends and the
    next begins. ``box`` (left, bottom, right, top) is what has to fit."""

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
    painter.setClipRect(rect)
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
    """All chains as one shape. Each is a single outline: where the edges of many discs lie on
    each other, their antialiased pixels add up to steps."""
    path = QPainterPath()
    path.setFillRule(Qt.FillRule.WindingFill)
    scale, left, floor_y = to_px.scale, to_px.left, to_px.floor_y
    for chain in chains:
        discs = tuple((left + x * scale, floor_y - y * scale, r * scale) for x, y, r in chain)
        if len(discs) > 1:
            _outline(path, discs)
        else:
            path.addEllipse(QPointF(discs[0][0], discs[0][1]), discs[0][2], discs[0][2])
    return path


def _outline(path: QPainterPath, discs: Chain) -> None:
    """One side of a limb, round its end, back along the other side and round its start."""
    last = len(discs) - 1
    sides = [_tangent(discs[max(i - 1, 0)], discs[min(i + 1, last)]) for i in range(last + 1)]
    path.moveTo(*_on_rim(discs[0], sides[0][0] - sides[0][1]))
    for disc, (heading, spread) in zip(discs[1:], sides[1:], strict=True):
        path.lineTo(*_on_rim(disc, heading - spread))
    heading, spread = sides[last]
    _arc(path, discs[last], heading - spread, 2 * spread)
    for disc, (heading, spread) in zip(discs[-2::-1], sides[-2::-1], strict=True):
        path.lineTo(*_on_rim(disc, heading + spread))
    heading, spread = sides[0]
    _arc(path, discs[0], heading + spread, 2 * (math.pi - spread))
    path.closeSubpath()


def _tangent(a: Disc, b: Disc) -> tuple[float, float]:
    """Heading from ``a`` to ``b`` and the angle from it to where an outer tangent touches."""
    dx, dy = b[0] - a[0], b[1] - a[1]
    distance = max(math.hypot(dx, dy), 1e-6)
    cosine = min(1.0, max(-1.0, (a[2] - b[2]) / distance))
    return math.atan2(dy, dx), math.acos(cosine)


def _on_rim(disc: Disc, angle: float) -> tuple[float, float]:
    return disc[0] + disc[2] * math.cos(angle), disc[1] + disc[2] * math.sin(angle)


def _arc(path: QPainterPath, disc: Disc, start: float, sweep: float) -> None:
    x, y, radius = disc
    rect = QRectF(x - radius, y - radius, 2 * radius, 2 * radius)
    path.arcTo(rect, -math.degrees(start), -math.degrees(sweep))


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
    color = colors.metal if box.tone == "metal" else colors.prop
    scale = to_px.scale
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
