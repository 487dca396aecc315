"""The breath: an arc for the phase's progress, a disc that grows with the lungs, a number."""

from __future__ import annotations

import math
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, QSizeF, Qt
from PySide6.QtGui import (
    QFont,
    QFontMetricsF,
    QPainter,
    QPaintEvent,
    QPen,
    QPixmap,
    QPolygon,
    QRegion,
    QResizeEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from coach.gui.theme import Theme, Token, Weight, current_theme
from coach.gui.widgets.base import Themed, fill_round, smooth_painter

SIDE_PX = 254
_STROKE = 14 / SIDE_PX
_DISC_LEAST, _DISC_MOST = 150 / SIDE_PX, 206 / SIDE_PX
_FULL_TURN = 360 * 16
_SHORT = 30 * 16
"""An arc up to this long lies within the box around its ends, but for less than the edge left
around them."""

_OVERLAP = 3 * 16
_INSIDE, _OUTSIDE = 0.8, 1.2
_EDGE_PX = 3
_ROOM = 0.66
"""How wide the words may be, of the ring's side."""

_HIGH = 0.56
"""How high they are at most."""


@dataclass(frozen=True, slots=True)
class RingState:
    """``fraction`` of the phase done and ``breath`` in the lungs are 0 … 1; texts are shown."""

    fraction: float = 0.0
    breath: float = 0.0
    number: str = ""
    word: str = ""
    reduced_motion: bool = False


@dataclass(frozen=True, slots=True)
class _Look:
    """A state as it is painted: the arc in sixteenths of a degree, the disc's diameter in whole
    pixels. What differs by less is not painted again."""

    arc: int
    disc: int
    number: str
    word: str
    still: bool


class BreathRing(Themed, QWidget):
    """Shows a ``RingState``; scales with its own size so that it reads from 3 m away.

    It paints the page's background itself: nothing below is painted with every frame.
    """

    def __init__(self, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._state = RingState()
        self._look = _Look(0, 0, "", "", still=False)
        self._middle = QRectF()
        self._kept_rings = QPixmap(), QPixmap()
        self._rings_of: tuple[object, ...] = ()
        self._ring, self._done = QPixmap(), 0
        self._words = QPixmap()
        self._words_of: tuple[object, ...] = ()
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAccessibleName(self.tr("Breath"))

    def state(self) -> RingState:
        """What is shown now."""
        return self._state

    def show_state(self, state: RingState) -> None:
        """Show ``state``; paints only when it differs from the one shown."""
        if state == self._state:
            return
        if (state.word, state.number) != (self._state.word, self._state.number):
            self.setAccessibleDescription(f"{state.word} {state.number}".strip())
        self._state = state
        before, self._look = self._look, self._looks()
        if before != self._look:
            self.update(self._changed(before, self._look))

    def _looks(self) -> _Look:
        state, side = self._state, self._square().width()
        share, breath = min(1.0, max(0.0, state.fraction)), min(1.0, max(0.0, state.breath))
        disc = round(side * (_DISC_LEAST + (_DISC_MOST - _DISC_LEAST) * breath))
        arc = round(share * _FULL_TURN)
        return _Look(arc, disc, state.number, state.word, state.reduced_motion)

    def _changed(self, before: _Look, now: _Look) -> QRect:
        """Around all in which the two differ: the arc's end, the disc, the words. Pictures are set
        several times faster into one rectangle than into a region of two."""
        whole = self._middle.toAlignedRect()
        if before.still or now.still:
            words = (before.number, before.word) == (now.number, now.word)
            same = before.still is now.still and words
            return self._bar().toAlignedRect() if same else whole
        where = QRect()
        if before.arc != now.arc:
            if abs(before.arc - now.arc) > _SHORT:
                return whole
            where = self._between(before.arc, now.arc)
        if (before.disc, before.number, before.word) != (now.disc, now.number, now.word):
            where = where.united(self._disc_rect(max(before.disc, now.disc)))
        return where

    def _between(self, first: int, second: int) -> QRect:
        """Around the ring from one place to another, with its round end."""
        track, stroke = self._track()
        bow = track.width() / 2 * (1 - math.cos(math.radians(_SHORT / 32)))
        edge = stroke / 2 + _EDGE_PX + bow
        ends = self._on_ring(first), self._on_ring(second)
        around = QRectF(*ends).normalized()
        return around.adjusted(-edge, -edge, edge, edge).toAlignedRect()

    def _disc_rect(self, disc: int) -> QRect:
        """Around the disc and the words, which at its smallest may reach beyond it."""
        square = self._square()
        half = max(disc / 2, square.width() * _ROOM / 2) + _EDGE_PX
        centre = square.center()
        around = QRectF(centre.x() - half, centre.y() - half, 2 * half, 2 * half)
        return around.toAlignedRect()

    def sizeHint(self) -> QSize:  # noqa: N802
        side = current_theme().px(SIDE_PX)
        return QSize(side, side)

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        side = current_theme().space(120)
        return QSize(side, side)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        theme = current_theme()
        painter = smooth_painter(self)
        painter.fillRect(event.rect(), theme.color(Token.BACKGROUND))
        if self._look.still:
            self._paint_still(painter, theme)
        else:
            self._paint_moving(painter, theme, event.rect())
        painter.end()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        super().resizeEvent(event)
        side = min(self.width(), self.height())
        left, top = (self.width() - side) // 2, (self.height() - side) // 2
        self._middle = QRectF(left, top, side, side)
        self._look = self._looks()

    def _square(self) -> QRectF:
        """In the middle of the widget; a copy, since callers move it."""
        return QRectF(self._middle)

    def _track(self) -> tuple[QRectF, float]:
        """The middle of the ring's line, and how thick that is."""
        square = self._square()
        stroke = square.width() * _STROKE
        return square.adjusted(stroke / 2, stroke / 2, -stroke / 2, -stroke / 2), stroke

    def _bar(self) -> QRectF:
        """The bar that fills where nothing moves."""
        square = self._square()
        thick = max(8.0, square.width() * 0.08)
        return QRectF(square.left(), square.bottom() - thick * 1.5, square.width(), thick)

    def _paint_moving(self, painter: QPainter, theme: Theme, where: QRect) -> None:
        square, look = self._square(), self._look
        painter.drawPixmap(square.topLeft(), self._ring_now(theme))
        if where.intersects(self._disc_rect(look.disc)):
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.color(Token.BREATH_SOFT))
            painter.drawEllipse(square.center(), look.disc / 2, look.disc / 2)
            self._paint_words(painter, theme, square)

    def _ring_now(self, theme: Theme) -> QPixmap:
        """The ring with what is done of it: what comes to that is added."""
        empty, full = self._rings(theme)
        if self._look.arc < self._done:
            self._ring, self._done = empty.copy(), 0
        if self._look.arc > self._done:
            self._add_arc(theme, full)
            self._done = self._look.arc
        return self._ring

    def _add_arc(self, theme: Theme, full: QPixmap) -> None:
        """Copy it from the full ring and round its ends. An arc drawn as such has other edges with
        every length: its curves are only near a circle."""
        painter = QPainter(self._ring)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.translate(-self._middle.topLeft())
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.color(Token.BREATH))
        _, stroke = self._track()
        if not self._done:
            painter.drawEllipse(self._on_ring(0), stroke / 2, stroke / 2)
        painter.setClipRegion(self._pie(max(0, self._done - _OVERLAP), self._look.arc))
        painter.drawPixmap(self._middle.topLeft(), full)
        painter.setClipping(False)
        painter.drawEllipse(self._on_ring(self._look.arc), stroke / 2, stroke / 2)
        painter.end()

    def _on_ring(self, arc: int, beyond: float = 1.0) -> QPointF:
        """Where the ring's line is after so many sixteenths of a degree."""
        track, _ = self._track()
        angle, radius = math.radians(arc / 16), track.width() / 2 * beyond
        return track.center() + QPointF(math.sin(angle) * radius, -math.cos(angle) * radius)

    def _pie(self, first: int, last: int) -> QRegion:
        """A piece of the ring; its straight sides lie under round ends."""
        arcs = [*range(first, last, _SHORT), last]
        rim = [self._on_ring(arc, _OUTSIDE).toPoint() for arc in arcs]
        rim += [self._on_ring(arc, _INSIDE).toPoint() for arc in reversed(arcs)]
        return QRegion(QPolygon(rim))

    def _rings(self, theme: Theme) -> tuple[QPixmap, QPixmap]:
        """The ring before the breath and after it, on the page's ground."""
        wanted = (theme, self._middle, self.devicePixelRatioF())
        if wanted != self._rings_of:
            empty = self._ring_in(theme, Token.LINE, None)
            self._kept_rings = empty, self._ring_in(theme, Token.BREATH, empty)
            self._rings_of = wanted
            self._ring, self._done = empty.copy(), 0
        return self._kept_rings

    def _ring_in(self, theme: Theme, token: Token, below: QPixmap | None) -> QPixmap:
        track, stroke = self._track()
        made = below.copy() if below else _blank(self._middle.size(), self.devicePixelRatioF())
        if below is None:
            made.fill(theme.color(Token.BACKGROUND))
        painter = QPainter(made)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(theme.color(token), stroke))
        painter.drawEllipse(track.translated(-self._middle.topLeft()))
        painter.end()
        return made

    def _paint_still(self, painter: QPainter, theme: Theme) -> None:
        track = self._bar()
        thick = track.height()
        self._paint_words(painter, theme, self._square().adjusted(0, 0, 0, -thick * 1.5))
        fill_round(painter, track, thick / 2, theme.color(Token.LINE))
        if self._look.arc:
            track.setWidth(max(thick, track.width() * self._look.arc / _FULL_TURN))
            fill_round(painter, track, thick / 2, theme.color(Token.BREATH))

    def _paint_words(self, painter: QPainter, theme: Theme, square: QRectF) -> None:
        """Set the words, drawn once for as long as they stay the same: large letters are slow."""
        ratio = self.devicePixelRatioF()
        wanted = (self._look.number, self._look.word, theme, square, ratio)
        inner = QRectF(0, 0, math.ceil(square.width() * _ROOM), math.ceil(square.width() * _HIGH))
        inner.moveCenter(square.center())
        inner.moveTopLeft(QPointF(inner.topLeft().toPoint()))
        if wanted != self._words_of:
            self._words_of = wanted
            self._words = _blank(inner.size(), ratio)
            self._words.fill(Qt.GlobalColor.transparent)
            own = QPainter(self._words)
            self._draw_words(own, theme, square.translated(-inner.topLeft()))
            own.end()
        painter.drawPixmap(inner.topLeft(), self._words)

    def _draw_words(self, painter: QPainter, theme: Theme, square: QRectF) -> None:
        side = square.width()
        centre = Qt.AlignmentFlag.AlignCenter
        room = side * _ROOM
        number = self._font(theme, self._look.number, side * 0.283, Weight.SEMI_BOLD, room)
        painter.setFont(number)
        painter.setPen(theme.color(Token.INK))
        painter.drawText(square.translated(0, -side * 0.06), centre, self._look.number)
        painter.setFont(self._font(theme, self._look.word, side * 0.083, Weight.SEMI_BOLD, room))
        painter.setPen(theme.color(Token.BREATH))
        painter.drawText(square.translated(0, side * 0.165), centre, self._look.word)

    def _font(self, theme: Theme, text: str, size_px: float, weight: Weight, room: float) -> QFont:
        font = theme.font(size_px / theme.scale, weight, tabular=True)
        wide = QFontMetricsF(font).horizontalAdvance(text)
        if wide > room:
            font.setPixelSize(max(1, int(font.pixelSize() * room / wide)))
        return font


def _blank(size: QSizeF, ratio: float) -> QPixmap:
    pixmap = QPixmap(math.ceil(size.width() * ratio), math.ceil(size.height() * ratio))
    pixmap.setDevicePixelRatio(ratio)
    return pixmap
