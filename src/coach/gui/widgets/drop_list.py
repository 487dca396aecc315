"""A drop-down list with the app's own arrow, deaf to the wheel."""

from __future__ import annotations

from PySide6.QtCore import QPoint
from PySide6.QtGui import QPainter, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QComboBox

from coach.gui.icons import icon_pixmap
from coach.gui.theme import Token, current_theme
from coach.gui.widgets.base import Themed

_ARROW_PX, _MARGIN_PX = 16, 8


class DropList(Themed, QComboBox):
    """A ``QComboBox``; the wheel goes on to the page, so that scrolling past chooses nothing."""

    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: N802
        event.ignore()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        super().paintEvent(event)
        theme = current_theme()
        side = theme.px(_ARROW_PX)
        color = theme.color(Token.INK if self.isEnabled() else Token.SOFT)
        left = self.width() - side - theme.px(_MARGIN_PX)
        spot = QPoint(left, (self.height() - side) // 2)
        painter = QPainter(self)
        painter.drawPixmap(spot, icon_pixmap("chevron-down", color, side, self.devicePixelRatioF()))
        painter.end()
