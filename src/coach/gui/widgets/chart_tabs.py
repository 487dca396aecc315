"""Words to choose between above a chart, and the key of the first-week band."""

from __future__ import annotations

import math

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from coach.gui.theme import Size, Theme, Token, Weight, current_theme
from coach.gui.widgets.base import FocusRing, Themed, draw_ring, fill_round, mix, smooth_painter
from coach.gui.widgets.chart_model import ChartColors

TAB_PX = 32


class ChartTab(Themed, FocusRing, QAbstractButton):
    """A small checkable word: bold and underlined when chosen, as wide in either state."""

    def __init__(self, text: str, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setText(text)
        self.setAccessibleName(text)
        self.setCheckable(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.restyle(current_theme())

    def restyle(self, theme: Theme) -> None:
        self.setFont(theme.font(Size.SMALL, Weight.BOLD))

    def sizeHint(self) -> QSize:  # noqa: N802
        theme = current_theme()
        words = QFontMetricsF(self.font()).horizontalAdvance(self.text())
        return QSize(math.ceil(words) + theme.space(12), theme.px(TAB_PX))

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        theme = current_theme()
        painter = smooth_painter(self)
        lit = self.isChecked() or self.underMouse()
        color = theme.color(Token.INK if lit else Token.SOFT)
        painter.setFont(theme.font(Size.SMALL, Weight.BOLD if self.isChecked() else Weight.REGULAR))
        painter.setPen(color)
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self.text())
        if self.isChecked():
            painter.setPen(QPen(color, theme.px(2)))
            inset, low = theme.space(6), self.height() - theme.px(5)
            painter.drawLine(inset, low, self.width() - inset, low)
        if self.shows_ring():
            ring = theme.color(Token.INK)
            draw_ring(painter, QRectF(self.rect()), theme.space(8), ring, 2)
        painter.end()


class BandSwatch(Themed, QWidget):
    """A piece of the band, to stand beside its name."""

    def __init__(self, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.restyle(current_theme())

    def restyle(self, theme: Theme) -> None:
        self.setFixedSize(theme.px(24), theme.px(16))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        theme = current_theme()
        painter = smooth_painter(self)
        band = mix(ChartColors.of(theme).band, theme.color(Token.BREATH), 0.15)
        fill_round(painter, QRectF(self.rect()), theme.px(4), band)
        painter.end()
