"""The moving figure: paints discs joined to limbs, soft glow and things, from plain values."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPaintEvent, QPen, QResizeEvent
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
from coach.gui.widgets.kept import PICTURES, Kept

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
    "moving_box",
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
            memory.glow.paint(painter, glow, colors.accent, colors.near, to_px)
        else:
            paint_glow(painter, glow, colors.accent, colors.near, to_px)
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


def moving_box(
    frame: FigureFrame, boxes: Iterable[FigureBox] = ()
) -> tuple[float, float, float, float]:
    """(left, bottom, right, top) around limbs, glow, things held and ``boxes``; body heights."""
    chains = (*frame.far, *frame.far_arm, *frame.body, *frame.arm)
    discs = [disc for chain in chains for disc in chain]
    for box in (*frame.held, *boxes):
        discs.append((box.x, box.y, (box.width + box.height) / 2 + box.hollow))
    for glow in frame.glow:
        discs += [(x, y, glow.width) for x, y in glow.points]
    return (
        min([x - r for x, _, r in discs], default=0.0),
        min([y - r for _, y, r in discs], default=0.0),
        max([x + r for x, _, r in discs], default=0.0),
        max([y + r for _, y, r in discs], default=0.0),
    )


_EDGE_PX = 3


class FigureWidget(QWidget):
    """Shows one frame; repaints only when frame or colours change, and only where.

    A ``solid`` one paints its own ground in the outline's colour, so that nothing below it has
    to be painted with every frame. Callers set the accessible name and describe the posture
    with ``describe``.
    """

    def __init__(
        self, colors: FigureColors, parent: QWidget | None = None, *, solid: bool = False
    ) -> None:
        super().__init__(parent)
        self._colors = colors
        self._frame: FigureFrame | None = None
        self._moving = QRect()
        self.changed = QRect()
        self._floor = True
        self._solid = solid
        self._memory = FigureMemory()
        self._places = Kept(self._place, PICTURES)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent, solid)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    @property
    def frame(self) -> FigureFrame | None:
        return self._frame

    def set_frame(self, frame: FigureFrame | None) -> None:
        if frame is self._frame or frame == self._frame:
            return
        before, self._frame = self._frame, frame
        if frame is None or before is None or frame.box != before.box:
            self._moving = QRect() if frame is None else self._places.of(frame)
            self.changed = self.rect()
        else:
            where, self._moving = self._moving, self._places.of(frame)
            self.changed = where.united(self._moving).united(self._things(before, frame))
        self.update(self.changed)

    def _things(self, before: FigureFrame, frame: FigureFrame) -> QRect:
        """Where things are that stand somewhere else now: mostly none do."""
        if before.back == frame.back and before.front == frame.front:
            return QRect()
        things = {*before.back, *before.front} ^ {*frame.back, *frame.front}
        return self._place(frame, things)

    def _place(self, frame: FigureFrame, boxes: Iterable[FigureBox] = ()) -> QRect:
        """Where on the widget the moving parts are, their soft edges too."""
        scale, middle, floor_y = fit(QRectF(self.rect()), frame.box)
        origin = middle - (frame.box[0] + frame.box[2]) / 2 * scale
        left, bottom, right, top = moving_box(frame, boxes)
        spot = QRectF(0, 0, (right - left) * scale, (top - bottom) * scale)
        spot.moveTo(origin + left * scale, floor_y - top * scale)
        return spot.toAlignedRect().adjusted(-_EDGE_PX, -_EDGE_PX, _EDGE_PX, _EDGE_PX)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        super().resizeEvent(event)
        self._places.forget()
        if self._frame is not None:
            self._moving = self._places.of(self._frame)

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

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        painter = QPainter(self)
        if self._solid:
            painter.fillRect(event.rect(), self._colors.outline)
        if self._frame is not None:
            paint_figure(
                painter,
                QRectF(self.rect()),
                self._frame,
                self._colors,
                floor=self._floor,
                memory=self._memory,
            )
        painter.end()
