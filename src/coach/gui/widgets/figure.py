"""The moving figure: paints discs joined to limbs, soft glow and things, from plain values."""

from __future__ import annotations

from dataclasses import dataclass, field

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from coach.gui.widgets.figure_glow import GlowMemory, paint_glow
from coach.gui.widgets.figure_limbs import LimbMemory, ToPx
from coach.gui.widgets.figure_model import (
    Chain,
    Disc,
    FigureBox,
    FigureColors,
    FigureFrame,
    FigureGlow,
)

__all__ = [
    "Chain",
    "Disc",
    "FigureBox",
    "FigureColors",
    "FigureFrame",
    "FigureGlow",
    "FigureMemory",
    "FigureWidget",
    "fit",
    "paint_figure",
]


@dataclass(slots=True)
class FigureMemory:
    """What one picture leaves for the next one of the same figure."""

    limbs: LimbMemory = field(default_factory=LimbMemory)
    glow: GlowMemory = field(default_factory=GlowMemory)


def fit(rect: QRectF, box: tuple[float, float, float, float]) -> tuple[float, float, float]:
    """(pixels per body height, x of the box's middle, y of the floor) to show ``box`` whole."""
    left, bottom, right, top = box
    width, height = max(right - left, 0.05), max(top - bottom, 0.05)
    scale = min(rect.width() / width, rect.height() / height)
    spare = rect.height() - height * scale
    floor_y = rect.bottom() - spare * 0.5 + bottom * scale
    return scale, rect.center().x(), floor_y


def paint_figure(
    painter: QPainter,
    rect: QRectF,
    frame: FigureFrame,
    colors: FigureColors,
    *,
    floor: bool = True,
    memory: FigureMemory | None = None,
) -> None:
    """Paint ``frame`` into ``rect``: as large as fits, the floor line over the whole width.

    With the ``memory`` of the picture before, what stayed the same is not drawn anew.
    """
    if rect.width() < 2 or rect.height() < 2:
        return
    scale, middle, floor_y = fit(rect, frame.box)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setClipRect(rect)
    if floor:
        _floor(painter, rect, floor_y, scale, colors)
    to_px = ToPx(scale, middle - (frame.box[0] + frame.box[2]) / 2 * scale, floor_y)
    _layers(painter, frame, colors, to_px, memory)
    painter.restore()


def _floor(
    painter: QPainter, rect: QRectF, floor_y: float, scale: float, colors: FigureColors
) -> None:
    thick = max(2.0, 0.013 * scale)
    painter.setBrush(colors.line)
    painter.drawRoundedRect(QRectF(rect.left(), floor_y, rect.width(), thick), thick / 2, thick / 2)


def _layers(
    painter: QPainter,
    frame: FigureFrame,
    colors: FigureColors,
    to_px: ToPx,
    memory: FigureMemory | None,
) -> None:
    """From the back to the front."""
    limbs = memory.limbs if memory else LimbMemory()
    for box in frame.back:
        _box(painter, box, colors, to_px)
    _fill(painter, limbs.paths("far_arm", frame.far_arm, to_px), colors.far)
    for box in frame.held:
        _box(painter, box, colors, to_px)
    _fill(painter, limbs.paths("far", frame.far, to_px), colors.far)
    _fill(painter, limbs.paths("body", frame.body, to_px), colors.near)
    for glow in frame.glow:
        if memory:
            memory.glow.paint(painter, glow, colors.accent, to_px)
        else:
            paint_glow(painter, glow, colors.accent, to_px)
    rim_px = max(0.75, 0.006 * to_px.scale)
    _fill(painter, limbs.paths("rim", frame.arm, to_px, rim_px), colors.outline)
    _fill(painter, limbs.paths("arm", frame.arm, to_px), colors.near)
    for box in frame.front:
        _box(painter, box, colors, to_px)


def _fill(painter: QPainter, paths: list[QPainterPath], color: QColor) -> None:
    for path in paths:
        painter.fillPath(path, color)


def _box(painter: QPainter, box: FigureBox, colors: FigureColors, to_px: ToPx) -> None:
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
        self._memory = FigureMemory()
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
        """What a screen reader says in place of the picture; told only where it changes."""
        if name != self.accessibleName():
            self.setAccessibleName(name)
        if text != self.accessibleDescription():
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
        paint_figure(
            painter, rect, self._frame, self._colors, floor=self._floor, memory=self._memory
        )
        painter.end()
