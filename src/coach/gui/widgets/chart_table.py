"""The chart as a table, for screen readers and for whoever likes numbers."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from coach.gui.theme import Size, Theme, current_theme
from coach.gui.widgets.base import Themed
from coach.gui.widgets.chart_dates import long_date
from coach.gui.widgets.chart_model import ChartModel

_Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()


class ChartTable(QAbstractTableModel):
    """A row for each day with anything on it, newest first: date, tightness, session, change."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model: ChartModel | None = None
        self._days: list[date] = []

    def show_model(self, model: ChartModel) -> None:
        self.beginResetModel()
        self._model = model
        self._days = list(model.busy_days())[::-1]
        self.endResetModel()

    def rowCount(self, parent: _Index = _NOWHERE) -> int:  # noqa: N802
        return 0 if parent.isValid() else len(self._days)

    def columnCount(self, parent: _Index = _NOWHERE) -> int:  # noqa: N802
        return 0 if parent.isValid() else 4

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> str | None:
        if role != Qt.ItemDataRole.DisplayRole or self._model is None or not index.isValid():
            return None
        return self._cells(self._model, self._days[index.row()])[index.column()]

    def headerData(  # noqa: N802
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> str | None:
        if role != Qt.ItemDataRole.DisplayRole or orientation != Qt.Orientation.Horizontal:
            return None
        return (self.tr("Day"), self.tr("Tightness"), self.tr("Session"), self.tr("Change"))[
            section
        ]

    def _cells(self, model: ChartModel, day: date) -> tuple[str, str, str, str]:
        score = model.scores.get(day)
        return (
            long_date(day),
            "" if score is None else str(score),
            self.tr("yes") if day in model.sessions else "",
            ", ".join(mark.label for mark in model.marks if mark.day == day),
        )


class ChartTableView(Themed, QTableView):
    """A quiet table that shows a ``ChartTable``."""

    def __init__(self, name: str, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.table = ChartTable(self)
        self.setModel(self.table)
        self.setAccessibleName(name)
        self.setShowGrid(False)
        self.verticalHeader().hide()
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setTabKeyNavigation(False)
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft)
        self.restyle(current_theme())

    def restyle(self, theme: Theme) -> None:
        self.setFont(theme.font(Size.BODY))
        self.verticalHeader().setDefaultSectionSize(theme.px(36))
        self.setMinimumHeight(theme.px(264))
