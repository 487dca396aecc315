"""The breath: an arc for the phase's progress, a disc that grows with the lungs, a number."""

from __future__ import annotations

import math
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPaintEvent, QPen, QPixmap
from PySide6.QtWidgets import QSizePolicy, QWidget

from coach.gui.theme import Theme, Token, Weight, current_theme
from coach.gui.widgets.base import Themed, fill_round, smooth_painter

SIDE_PX = 254
_STROKE = 14 / SIDE_PX
_DISC_LEAST, _DISC_MOST = 150 / SIDE_PX, 206 / SIDE_PX
_FULL_TURN = 360 * 16
_TOP = 90 * 16


@dataclass(frozen=True, slots=True)
class RingState:
    """``fraction`` of the phase done and ``breath`` in the lungs are 0 … 1; texts are shown."""

    fraction: float = 0.0
    breath: float = 0.0
    number: str = ""
    word: str = ""
    reduced_motion: bool = False


class BreathRing(Themed, QWidget):
    """Shows a ``RingState``; scales with its own size so that it reads from 3 m away.

    It paints the page's background itself: nothing below is painted with every frame.
    """

    def __init__(self, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._state = RingState()
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
        self.update(self._square().toAlignedRect())

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
        if self._state.reduced_motion:
            self._paint_still(painter, theme)
        else:
            self._paint_moving(painter, theme)
        painter.end()

    def _square(self) -> QRectF:
        side = float(min(self.width(), self.height()))
        return QRectF((self.width() - side) / 2, (self.height() - side) / 2, side, side)

    def _paint_moving(self, painter: QPainter, theme: Theme) -> None:
        square = self._square()
        stroke = square.width() * _STROKE
        track = square.adjusted(stroke / 2, stroke / 2, -stroke / 2, -stroke / 2)
        pen = QPen(theme.color(Token.LINE), stroke)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(pen)
        painter.drawEllipse(track)
        share = min(1.0, max(0.0, self._state.fraction))
        if share > 0:
            pen.setColor(theme.color(Token.BREATH))
            painter.setPen(pen)
            painter.drawArc(track, _TOP, -round(share * _FULL_TURN))
        breath = min(1.0, max(0.0, self._state.breath))
        disc = square.width() * (_DISC_LEAST + (_DISC_MOST - _DISC_LEAST) * breath)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.color(Token.BREATH_SOFT))
        painter.drawEllipse(square.center(), disc / 2, disc / 2)
        self._paint_words(painter, theme, square)

    def _paint_still(self, painter: QPainter, theme: Theme) -> None:
        square = self._square()
        thick = max(8.0, square.width() * 0.08)
        words = square.adjusted(0, 0, 0, -thick * 1.5)
        self._paint_words(painter, theme, words)
        track = QRectF(square.left(), square.bottom() - thick * 1.5, square.width(), thick)
        fill_round(painter, track, thick / 2, theme.color(Token.LINE))
        share = min(1.0, max(0.0, self._state.fraction))
        if share > 0:
            track.setWidth(max(thick, track.width() * share))
            fill_round(painter, track, thick / 2, theme.color(Token.BREATH))

    def _paint_words(self, painter: QPainter, theme: Theme, square: QRectF) -> None:
        """Set the words, drawn once for as long as they stay the same: large letters are slow."""
        ratio = self.devicePixelRatioF()
        wanted = (self._state.number, self._state.word, theme, square, ratio)
        if wanted != self._words_of:
            self._words_of = wanted
            size = square.size() * ratio
            self._words = QPixmap(math.ceil(size.width()), math.ceil(size.height()))
            self._words.setDevicePixelRatio(ratio)
            self._words.fill(Qt.GlobalColor.transparent)
            own = QPainter(self._words)
            self._draw_words(own, theme, QRectF(QPointF(), square.size()))
            own.end()
        painter.drawPixmap(square.topLeft(), self._words)

    def _draw_words(self, painter: QPainter, theme: Theme, square: QRectF) -> None:
        side = square.width()
        centre = Qt.AlignmentFlag.AlignCenter
        room = side * 0.66
        number = self._font(theme, self._state.number, side * 0.283, Weight.SEMI_BOLD, room)
        painter.setFont(number)
        painter.setPen(theme.color(Token.INK))
        painter.drawText(square.translated(0, -side * 0.06), centre, self._state.number)
        painter.setFont(self._font(theme, self._state.word, side * 0.083, Weight.SEMI_BOLD, room))
        painter.setPen(theme.color(Token.BREATH))
        painter.drawText(square.translated(0, side * 0.165), centre, self._state.word)

    def _font(self, theme: Theme, text: str, size_px: float, weight: Weight, room: float) -> QFont:
        font = theme.font(size_px / theme.scale, weight, tabular=True)
        wide = QFontMetricsF(font).horizontalAdvance(text)
        if wide > room:
            font.setPixelSize(max(1, int(font.pixelSize() * room / wide)))
        return font
