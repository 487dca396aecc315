"""Numbered steps with hanging words."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from coach.gui.theme import Size, Theme, Token, Weight, current_theme
from coach.gui.widgets.base import Themed
from coach.gui.widgets.flow import clear
from coach.gui.widgets.text import BODY, Text, TextStyle

NUMBER = TextStyle(Size.BODY, Weight.BOLD, Token.BREATH)


class StepList(Themed, QWidget):
    """Shows sentences as steps 1, 2, 3 …"""

    def __init__(self, steps: Sequence[str] = (), *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setColumnStretch(1, 1)
        self.show_steps(steps)
        self.restyle(current_theme())

    def show_steps(self, steps: Sequence[str]) -> None:
        """Show other steps."""
        clear(self._grid)
        for index, step in enumerate(steps):
            words = Text(step, BODY)
            words.setAccessibleName(f"{index + 1}. {words.text()}")
            top = Qt.AlignmentFlag.AlignTop
            self._grid.addWidget(Text(str(index + 1), NUMBER), index, 0, top)
            self._grid.addWidget(words, index, 1)

    def restyle(self, theme: Theme) -> None:
        self._grid.setHorizontalSpacing(theme.space(14))
        self._grid.setVerticalSpacing(theme.space(14))
