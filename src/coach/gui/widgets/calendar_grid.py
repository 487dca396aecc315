"""Weeks as columns of seven squares, Monday on top; done squares carry a mark, not colour alone."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import QEvent, QPoint, QRectF, QSize, Qt
from PySide6.QtGui import QHelpEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from coach.gui.theme import Theme, Token, current_theme
from coach.gui.widgets.base import Themed, fill_round, smooth_painter
from coach.gui.widgets.choice import draw_check

DAYS = 7
CELL_PX, PITCH_PX = 17, 21


class DayMark(StrEnum):
    """``NONE``: nothing logged; ``PARTIAL``: begun or shortened; ``DONE``; ``AHEAD``: to come."""

    NONE = "none"
    PARTIAL = "partial"
    DONE = "done"
    AHEAD = "ahead"


@dataclass(frozen=True, slots=True)
class CalendarDay:
    """One square; ``label`` is the tool tip, such as "Mon 3 March: full session"."""

    mark: DayMark = DayMark.NONE
    label: str = ""


class CalendarGrid(Themed, QWidget):
    """Shows days in reading order of time, seven a column; the first one is a Monday."""

    def __init__(self, name: str, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._days: tuple[CalendarDay, ...] = ()
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def show_days(self, days: Sequence[CalendarDay], summary: str) -> None:
        """Show ``days``; ``summary`` says the same in one sentence for screen readers."""
        self._days = tuple(days)
        self.setAccessibleDescription(summary)
        self.updateGeometry()
        self.update()

    def _weeks(self) -> int:
        return max(1, -(-len(self._days) // DAYS))

    def _pitch(self) -> float:
        fitting = (self.width() + 4) / self._weeks()
        return min(float(current_theme().px(PITCH_PX)), fitting)

    def cell(self, index: int) -> QRectF:
        """Where the square of day ``index`` stands."""
        pitch = self._pitch()
        side = pitch * CELL_PX / PITCH_PX
        return QRectF(index // DAYS * pitch, index % DAYS * pitch, side, side)

    def sizeHint(self) -> QSize:  # noqa: N802
        pitch = current_theme().px(PITCH_PX)
        return QSize(self._weeks() * pitch, DAYS * pitch)

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        return QSize(self._weeks() * 12, DAYS * 12)

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            label = self.label_at(event.pos())
            if label:
                QToolTip.showText(event.globalPos(), label, self)
            else:
                QToolTip.hideText()
            return True
        return super().event(event)

    def label_at(self, spot: QPoint) -> str:
        """The label of the square under ``spot``, empty outside."""
        pitch = self._pitch()
        row = int(spot.y() // pitch)
        index = int(spot.x() // pitch) * DAYS + row
        return self._days[index].label if 0 <= row < DAYS and index < len(self._days) else ""

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        theme = current_theme()
        painter = smooth_painter(self)
        for index, day in enumerate(self._days):
            self._paint_day(painter, theme, self.cell(index), day.mark)
        painter.end()

    @staticmethod
    def _paint_day(painter: QPainter, theme: Theme, cell: QRectF, mark: DayMark) -> None:
        radius = cell.width() * 0.3
        breath, line = theme.color(Token.BREATH), theme.color(Token.LINE)
        if mark is DayMark.DONE:
            fill_round(painter, cell, radius, breath)
            draw_check(painter, cell, theme)
        elif mark is DayMark.PARTIAL:
            soft = theme.color(Token.BREATH_SOFT)
            fill_round(painter, cell, radius, soft, border=breath, border_px=1.5)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(breath)
            painter.drawEllipse(cell.center(), cell.width() * 0.17, cell.width() * 0.17)
        elif mark is DayMark.AHEAD:
            fill_round(painter, cell, radius, None, border=line, border_px=1.5)
        else:
            fill_round(painter, cell, radius, line)
