"""Equal cards in rows: four, two or one beside each other, as the width allows."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from coach.gui.theme import Theme, current_theme
from coach.gui.widgets.base import Themed


class CardGrid(Themed, QWidget):
    """Lays out ``cards`` in columns of at least ``least_px`` (at 100 %)."""

    def __init__(
        self, cards: Sequence[QWidget], *, least_px: int = 200, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._cards = tuple(cards)
        self._least_px = least_px
        self._columns = 0
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self.restyle(current_theme())

    @property
    def columns(self) -> int:
        """How many cards stand beside each other now."""
        return self._columns

    def restyle(self, theme: Theme) -> None:
        self._grid.setSpacing(theme.space(20))
        self._arrange(self.width())

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        """As narrow as the widest card, so that there is always room to stack."""
        hint = super().minimumSizeHint()
        widest = max((card.minimumSizeHint().width() for card in self._cards), default=0)
        return QSize(widest, hint.height())

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        self._arrange(event.size().width())
        super().resizeEvent(event)

    def _arrange(self, width: int) -> None:
        gap, least = self._grid.spacing(), current_theme().px(self._least_px)
        fitting = (width + gap) // (least + gap)
        columns = next((n for n in (len(self._cards), 2) if n <= fitting), 1)
        if columns == self._columns:
            return
        for old in range(self._columns):
            self._grid.setColumnStretch(old, 0)
        self._columns = columns
        for index, card in enumerate(self._cards):
            self._grid.addWidget(card, index // columns, index % columns)
        for column in range(columns):
            self._grid.setColumnStretch(column, 1)
