"""One number with what it means: caption, big number, note."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from coach.gui.theme import Size, Token, Weight
from coach.gui.widgets.card import Card
from coach.gui.widgets.text import SMALL, Text, TextStyle

NUMBER = TextStyle(34, Weight.SEMI_BOLD, Token.INK, leading=1.25, tabular=True)
NUMBER_SMALL = TextStyle(Size.TITLE, Weight.SEMI_BOLD, Token.INK, leading=1.3)
_LONG = 12


class StatCard(Card):
    """A card of three lines; long values are set smaller so that they fit."""

    def __init__(
        self, caption: str, value: str = "", note: str = "", *, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent=parent)
        self._caption = Text(caption, SMALL)
        self._value = Text(value, NUMBER)
        self._note = Text(note, SMALL)
        for label in (self._caption, self._value, self._note):
            self.body.addWidget(label)
        self.body.addStretch(1)
        self.setAccessibleName(caption)
        self.show_value(value, note)

    def show_value(self, value: str, note: str = "") -> None:
        """Show another number and note."""
        self._value.set_style(NUMBER if len(value) <= _LONG else NUMBER_SMALL)
        self._value.setText(value)
        self._note.setText(note)
        self.setAccessibleDescription(f"{value} {note}".strip())
