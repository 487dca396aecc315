"""Facts in rows: a short label, and beside it the words; narrow, the words go below."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from coach.gui.theme import Theme, current_theme
from coach.gui.widgets.base import Themed
from coach.gui.widgets.flow import clear
from coach.gui.widgets.text import BODY, SMALL, Text

LABEL_PX = 118
NARROW_PX = 340

Fact = tuple[str, str]
"""A label such as a date, and what is told beside it."""


class FactRows(Themed, QWidget):
    """Shows ``Fact`` rows; ``label_px`` is the width of the labels at 100 %."""

    def __init__(self, *, label_px: int = LABEL_PX, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._label_px = label_px
        self._facts: tuple[Fact, ...] = ()
        self._narrow = False
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setColumnStretch(1, 1)
        self.restyle(current_theme())

    @property
    def facts(self) -> tuple[Fact, ...]:
        return self._facts

    def show_facts(self, facts: Sequence[Fact]) -> None:
        """Show other rows; the same ones again change nothing."""
        if tuple(facts) != self._facts:
            self._facts = tuple(facts)
            self._fill()

    def _fill(self) -> None:
        clear(self._grid)
        top = Qt.AlignmentFlag.AlignTop
        for index, (label, words) in enumerate(self._facts):
            told, said = Text(label, SMALL), Text(words, BODY)
            said.setAccessibleName(f"{label}: {said.text()}" if label else said.text())
            if self._narrow:
                self._grid.addWidget(told, 2 * index, 0, 1, 2)
                self._grid.addWidget(said, 2 * index + 1, 0, 1, 2)
            else:
                self._grid.addWidget(told, index, 0, top)
                self._grid.addWidget(said, index, 1)
            told.setVisible(bool(label))
            said.show()
        self._hold_labels()

    def _hold_labels(self) -> None:
        self._grid.setColumnMinimumWidth(0, 0 if self._narrow else self._label())

    def _label(self) -> int:
        return current_theme().px(self._label_px)

    def restyle(self, theme: Theme) -> None:
        self._grid.setHorizontalSpacing(theme.space(14))
        self._grid.setVerticalSpacing(theme.space(8))
        self._hold_labels()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        narrow = event.size().width() < current_theme().px(NARROW_PX)
        if narrow != self._narrow:
            self._narrow = narrow
            self._fill()
        super().resizeEvent(event)
