"""A small line of the last days, with a dot at its end."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from coach.gui.theme import Token, current_theme
from coach.gui.widgets.base import Themed, smooth_painter


class Sparkline(Themed, QWidget):
    """Values left to right, None for a day without one; the line joins across gaps."""

    def __init__(self, name: str, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._values: tuple[float | None, ...] = ()
        self._low, self._high = 0.0, 10.0
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_values(
        self,
        values: Sequence[float | None],
        summary: str,
        *,
        low: float = 0.0,
        high: float = 10.0,
    ) -> None:
        """Draw ``values`` on a scale ``low`` … ``high``; ``summary`` is for screen readers."""
        self._values = tuple(values)
        self._low, self._high = low, high
        self.setAccessibleDescription(summary)
        self.update()

    def sizeHint(self) -> QSize:  # noqa: N802
        return QSize(current_theme().px(300), current_theme().px(96))

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        return QSize(current_theme().px(80), current_theme().px(96))

    def points(self) -> list[QPointF]:
        """Where the values stand, in pixels of the widget."""
        theme = current_theme()
        side, top = theme.px(12), theme.px(10)
        wide, high = self.width() - 2 * side, self.height() - 2 * top
        step = wide / max(1, len(self._values) - 1)
        span = (self._high - self._low) or 1.0
        return [
            QPointF(side + index * step, top + high * (1 - (value - self._low) / span))
            for index, value in enumerate(self._values)
            if value is not None
        ]

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        theme = current_theme()
        painter = smooth_painter(self)
        points = self.points()
        pen = QPen(theme.color(Token.BREATH), max(2.0, 3.5 * theme.scale))
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        painter.setPen(pen)
        if points:
            painter.drawPolyline(QPolygonF(points))
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.color(Token.BREATH))
            painter.drawEllipse(points[-1], theme.px(6), theme.px(6))
        painter.end()
