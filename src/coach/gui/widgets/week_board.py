"""Seven days side by side; a day is moved by mouse, or by Alt and an arrow."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from coach.gui.theme import Theme, current_theme
from coach.gui.widgets.banner import Banner, BannerKind
from coach.gui.widgets.base import Themed
from coach.gui.widgets.day_column import DayColumn, DayKind, DayShape, DayState

COLUMN_LEAST_PX = 88
COLUMN_NARROW_PX = 118
HEIGHT_PX, HEIGHT_SMALL_PX = 356, 250
ROOMY_PX = 900
_STRETCH = {DayKind.FULL: 146, DayKind.LIGHT: 146, DayKind.REST: 102}


class WeekBoard(Themed, QWidget):
    """Shows ``DayState``s; ``move_requested(from, to)`` asks, the caller decides and shows anew."""

    move_requested = Signal(int, int)

    def __init__(self, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.columns: list[DayColumn] = []
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        self._row = QHBoxLayout()
        outer.addLayout(self._row)
        self.notice = Banner("", BannerKind.WARN)
        outer.addWidget(self.notice)
        self.setAccessibleName(self.tr("Your week"))
        self.restyle(current_theme())

    def show_days(self, days: Sequence[DayState]) -> None:
        """Show these days; the keyboard focus stays on the same place."""
        focused = next((i for i, column in enumerate(self.columns) if column.hasFocus()), None)
        for column in self.columns:
            self._row.removeWidget(column)
            column.hide()
            column.deleteLater()
        self.columns = []
        for index, day in enumerate(days):
            self._add(index, day)
        self._decide(self.width())
        self.notice.show_message("")
        if focused is not None:
            self.focus_day(focused)

    def _add(self, index: int, day: DayState) -> None:
        column = DayColumn(day)
        column.stepped.connect(lambda step: self._ask(index, index + step))
        column.walked.connect(lambda step: self.focus_day(index + step))
        column.dragged.connect(lambda spot: self._mark(index, self.index_at(spot)))
        column.dropped.connect(lambda spot: self._drop(index, spot))
        column.cancelled.connect(lambda: self._mark(index, None))
        self._row.addWidget(column, _STRETCH[day.kind])
        column.setVisible(True)
        self.columns.append(column)

    def focus_day(self, index: int) -> None:
        """Give a day the keyboard focus; indexes outside the week do nothing."""
        if 0 <= index < len(self.columns):
            self.columns[index].setFocus(Qt.FocusReason.OtherFocusReason)

    def show_notice(self, text: str) -> None:
        """Say in one sentence why a day cannot move there."""
        self.notice.show_message(text, BannerKind.WARN)

    def index_at(self, spot: QPoint) -> int | None:
        """The day under a point of the screen, None outside."""
        for index, column in enumerate(self.columns):
            if column.rect().contains(column.mapFromGlobal(spot)):
                return index
        return None

    def _mark(self, source: int, target: int | None) -> None:
        for index, column in enumerate(self.columns):
            column.set_target(index == target and index != source)

    def _drop(self, source: int, spot: QPoint) -> None:
        target = self.index_at(spot)
        self._mark(source, None)
        if target is not None:
            self._ask(source, target)

    def _ask(self, source: int, target: int) -> None:
        inside = 0 <= target < len(self.columns)
        if source != target and inside and self.columns[source].state.movable:
            self.notice.show_message("")
            self.move_requested.emit(source, target)

    def restyle(self, theme: Theme) -> None:
        self._row.setSpacing(theme.space(10))
        outer = self.layout()
        if outer is not None:
            outer.setSpacing(theme.space(12))
        self._decide(self.width())

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        return QSize(current_theme().px(COLUMN_LEAST_PX) * 2, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        self._decide(event.size().width())
        super().resizeEvent(event)

    def _decide(self, width: int) -> None:
        stacked = width < 7 * current_theme().px(COLUMN_LEAST_PX)
        narrow = width < 7 * current_theme().px(COLUMN_NARROW_PX)
        shape = DayShape.WIDE if stacked else DayShape.NARROW if narrow else DayShape.TALL
        down, across = QBoxLayout.Direction.TopToBottom, QBoxLayout.Direction.LeftToRight
        self._row.setDirection(down if stacked else across)
        height = HEIGHT_PX if width >= current_theme().px(ROOMY_PX) else HEIGHT_SMALL_PX
        for index, column in enumerate(self.columns):
            column.set_shape(shape)
            self._row.setStretch(index, 1 if narrow else _STRETCH[column.state.kind])
            column.setMinimumHeight(0 if stacked else current_theme().space(height))
