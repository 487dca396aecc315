"""The card around a chart: title, key, the spans to choose, and the table beside it."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QStackedWidget, QWidget

from coach.gui.theme import Theme, current_theme
from coach.gui.widgets.card import Card
from coach.gui.widgets.chart import Chart
from coach.gui.widgets.chart_model import ChartModel
from coach.gui.widgets.chart_table import ChartTableView
from coach.gui.widgets.chart_tabs import TAB_PX, BandSwatch, ChartTab
from coach.gui.widgets.flow import Columns, FlowLayout
from coach.gui.widgets.text import SMALL, TITLE, Text


class ChartCard(Card):
    """Shows a ``ChartModel`` as a picture or as a table; asks for another span by its key."""

    span_chosen = Signal(str)

    def __init__(
        self, title: str, spans: Mapping[str, str], *, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent=parent)
        self.setAccessibleName(title)
        self.chart = Chart(title)
        self.table = ChartTableView(title)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.chart)
        self._stack.addWidget(self.table)
        self.spans = {key: ChartTab(words) for key, words in spans.items()}
        self.as_table = ChartTab(self.tr("as a table"))
        self.as_table.toggled.connect(self._switch)
        self._swatch, self.key = BandSwatch(), Text(self.tr("first week"), SMALL, wrap=False)
        self._group = QButtonGroup(self)
        self._title, self.note = Text(title, TITLE), Text("", SMALL)
        self._title.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        head = Columns(stack_below_px=640)
        head.add(self._title, 1)
        head.add(self._build_choices(), 0)
        for widget in (head, self._stack, self.note):
            self.body.addWidget(widget)
        self.restyle(current_theme())

    def _build_choices(self) -> QWidget:
        row = QWidget()
        flow = FlowLayout(row)
        for widget in (self._swatch, self.key):
            flow.addWidget(widget)
        for key, tab in self.spans.items():
            self._group.addButton(tab)
            tab.clicked.connect(lambda _on=False, chosen=key: self.span_chosen.emit(chosen))
            flow.addWidget(tab)
        flow.addWidget(self.as_table)
        return row

    def show_model(self, model: ChartModel, span: str, summary: str, note: str = "") -> None:
        """Show this chart; ``span`` is the key of the chosen one, ``note`` stands below."""
        self.note.setText(note)
        self.note.setVisible(bool(note))
        self.chart.show_model(model, summary)
        self.table.table.show_model(model)
        self.spans[span].setChecked(True)
        for widget in (self._swatch, self.key):
            widget.setVisible(model.band is not None)

    def restyle(self, theme: Theme) -> None:
        super().restyle(theme)
        self.body.setSpacing(theme.space(4))
        self._title.setMinimumHeight(theme.px(TAB_PX))
        self.note.setContentsMargins(0, theme.space(8), 0, 0)

    def _switch(self, table: bool) -> None:
        self._stack.setCurrentWidget(self.table if table else self.chart)
