"""The soft glow where an exercise works: drawn once as a stamp, then turned and set in place."""

from __future__ import annotations

import math
from dataclasses import dataclass, field

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen, QPixmap

from coach.gui.widgets.figure_limbs import ToPx
from coach.gui.widgets.figure_model import FigureGlow

_RINGS, _LINE_RINGS = 9, 4
_WIDEST, _NARROWEST = 1.4, 0.6
_RING_ALPHA = 0.32
_STIFF = 3
"""A glow of more points than this bends at a joint, and has another shape in every frame."""

_STEPS = 24
"""Intensities that have a stamp of their own; between them the opacity makes up for the rest."""

_FINER = 2
"""Pixels of a stamp for each one of the screen, along either side."""

_KEPT = 96
Spots = tuple[tuple[float, float], ...]


@dataclass(frozen=True, slots=True)
class Stamp:
    """A glow that lies along the x axis from (0, 0), lengths in pixels."""

    spots: Spots
    width_px: float
    step: int
    rgba: int
    ratio: float

    @property
    def intensity(self) -> float:
        return self.step / _STEPS


def paint_glow(
    painter: QPainter, glow: FigureGlow, accent: QColor, limb: QColor, to_px: ToPx
) -> None:
    """Draw a glow directly, as its stamp is drawn; one that bends at a joint lies on ``limb``."""
    spots = tuple((p.x(), p.y()) for p in (to_px.point(*point) for point in glow.points))
    width_px = glow.width * to_px.scale
    if _bends(glow):
        _strokes(painter, spots, width_px, _mixed(limb, accent, glow.intensity))
    else:
        _strokes(painter, spots, width_px, _faint(accent, glow.intensity))


def _bends(glow: FigureGlow) -> bool:
    return len(glow.points) > _STIFF


def _faint(accent: QColor, intensity: float) -> list[QColor]:
    """To be laid on each other."""
    color = QColor(accent)
    color.setAlphaF(min(1.0, _RING_ALPHA * intensity))
    return [color] * _RINGS


def _clear(accent: QColor, intensity: float) -> list[QColor]:
    """Each as opaque as all faint ones up to it on each other, to be put in place of them."""
    colors = []
    for ring in range(1, _RINGS + 1):
        color = QColor(accent)
        color.setAlphaF(1.0 - (1.0 - min(1.0, _RING_ALPHA * intensity)) ** ring)
        colors.append(color)
    return colors


def _mixed(limb: QColor, accent: QColor, intensity: float) -> list[QColor]:
    """Opaque colours from the limb's towards the accent. Qt shares clear ones out to a pool of
    threads and waits for them, which takes several ms where the cores are busy."""
    colors = []
    for ring in range(1, _LINE_RINGS + 1):
        share = 1.0 - (1.0 - _density(intensity)) ** (ring / _LINE_RINGS)
        colors.append(_between(limb, accent, share))
    return colors


def _between(a: QColor, b: QColor, share: float) -> QColor:
    def part(first: float, second: float) -> float:
        return first + (second - first) * share

    return QColor.fromRgbF(
        part(a.redF(), b.redF()), part(a.greenF(), b.greenF()), part(a.blueF(), b.blueF())
    )


def _strokes(painter: QPainter, spots: Spots, width_px: float, colors: list[QColor]) -> None:
    """Strokes from wide and faint to narrow and strong: a soft edge without a blur filter."""
    path = QPainterPath(QPointF(*spots[0]))
    for spot in spots[1:]:
        path.lineTo(*spot)
    for ring, color in enumerate(colors):
        width = width_px * (_WIDEST - (_WIDEST - _NARROWEST) * ring / (len(colors) - 1))
        pen = QPen(color, width, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        painter.strokePath(path, pen)


@dataclass(slots=True)
class GlowMemory:
    """The stamps in use. A glow that moves with a stiff limb needs one for each intensity."""

    _stamps: dict[Stamp, QPixmap] = field(default_factory=dict)

    def __len__(self) -> int:
        return len(self._stamps)

    def paint(
        self, painter: QPainter, glow: FigureGlow, accent: QColor, limb: QColor, to_px: ToPx
    ) -> None:
        """Draw a glow by its stamp; differs from ``paint_glow`` by less than can be seen."""
        step = math.ceil(min(1.0, glow.intensity) * _STEPS)
        if step <= 0:
            return
        if _bends(glow):
            paint_glow(painter, glow, accent, limb, to_px)
            return
        start, turn, spots = _laid_flat(glow, to_px)
        ratio = _FINER * painter.device().devicePixelRatio()
        stamp = Stamp(spots, round(glow.width * to_px.scale, 1), step, accent.rgba(), ratio)
        pixmap = self._stamps.get(stamp) or self._made(stamp, accent)
        painter.save()
        # Smooth or antialiased, Qt would share these few pixels out to a pool of threads and wait
        # for them, several ms where the cores are busy. A stamp finer than the screen and soft at
        # its edge needs neither.
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, on=False)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
        painter.setOpacity(painter.opacity() * _density(glow.intensity) / _density(stamp.intensity))
        painter.translate(start)
        painter.rotate(turn)
        painter.drawPixmap(_corner(stamp), pixmap)
        painter.restore()

    def _made(self, stamp: Stamp, accent: QColor) -> QPixmap:
        while len(self._stamps) >= _KEPT:
            del self._stamps[next(iter(self._stamps))]
        corner = _corner(stamp)
        width = max(x for x, _ in stamp.spots) - 2 * corner.x()
        height = max(y for _, y in stamp.spots) - corner.y() + _reach(stamp)
        pixmap = QPixmap(math.ceil(width * stamp.ratio), math.ceil(height * stamp.ratio))
        pixmap.setDevicePixelRatio(stamp.ratio)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.translate(-corner)
        painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Source)
        _strokes(painter, stamp.spots, stamp.width_px, _clear(accent, stamp.intensity))
        painter.end()
        self._stamps[stamp] = pixmap
        return pixmap


def _laid_flat(glow: FigureGlow, to_px: ToPx) -> tuple[QPointF, float, Spots]:
    """Where it starts, how far it is turned (degrees), and its shape to a third of a pixel."""
    points = [to_px.point(*point) for point in glow.points]
    first, last = points[0], points[-1]
    angle = math.atan2(last.y() - first.y(), last.x() - first.x())
    cosine, sine = math.cos(angle), math.sin(angle)
    spots = []
    for point in points:
        dx, dy = point.x() - first.x(), point.y() - first.y()
        spots.append((_near(dx * cosine + dy * sine), _near(dy * cosine - dx * sine)))
    return first, math.degrees(angle), tuple(spots)


def _near(value_px: float) -> float:
    return round(value_px * 3) / 3


def _density(intensity: float) -> float:
    """How opaque the middle is, where all strokes lie on each other."""
    return 1.0 - (1.0 - min(1.0, _RING_ALPHA * intensity)) ** _RINGS


def _reach(stamp: Stamp) -> float:
    """From the line to beyond the edge, whole pixels."""
    return math.ceil(stamp.width_px * _WIDEST / 2) + 2.0


def _corner(stamp: Stamp) -> QPointF:
    """The upper left corner as seen from the start of the line."""
    reach = _reach(stamp)
    left, top = (min(spot[axis] for spot in stamp.spots) for axis in (0, 1))
    return QPointF(left - reach, top - reach)
