"""A quiet button that opens lines below it: "Why?" with the sentences and their rules."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from coach.gui.theme import Size, Theme, current_theme
from coach.gui.widgets.base import Themed
from coach.gui.widgets.buttons import Button, ButtonKind
from coach.gui.widgets.text import Text, TextStyle

LINE = TextStyle(Size.SMALL, leading=1.4)

Line = tuple[str, str]
"""A sentence, and the id of its rule; the id may be empty."""


def line_words(line: Line) -> str:
    """The sentence and where it comes from, as it is shown."""
    sentence, rule = line
    return f"{sentence}  ·  {rule}" if rule else sentence


class Disclosure(Themed, QWidget):
    """The lines. ``button`` opens and closes them and may stand anywhere, as beside other
    buttons; it is away while there is nothing to open. ``opened`` tells each change."""

    opened = Signal(bool)

    def __init__(self, words: str, away: str, parent: QWidget | None = None) -> None:
        """``words`` stand on the button while closed, ``away`` while open."""
        super().__init__(parent)
        self._words, self._away = words, away
        self._shown: tuple[Line, ...] = ()
        self.lines: list[Text] = []
        self.button = Button(words, ButtonKind.QUIET, icon_name="chevron-down", compact=True)
        self.button.clicked.connect(lambda: self.set_open(not self.is_open()))
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self.show_lines(())
        self.restyle(current_theme())

    def show_lines(self, lines: tuple[Line, ...], about: str = "") -> None:
        """Show these; ``about`` tells screen readers what the button belongs to. Lines that are
        open stay open."""
        if lines != self._shown:
            self._replace(lines)
        self.button.setAccessibleDescription(about)
        self.button.setHidden(not lines)
        if not lines or not self.lines:
            self.set_open(False)

    def is_open(self) -> bool:
        return not self.isHidden()

    def set_open(self, is_open: bool) -> None:
        """Show the lines, or only the button."""
        changed = is_open == self.isHidden()
        self.setHidden(not is_open)
        self.button.setText(self._away if is_open else self._words)
        self.button.set_icon_name("chevron-up" if is_open else "chevron-down")
        self.button.updateGeometry()
        if changed:
            self.opened.emit(is_open)

    def _replace(self, lines: tuple[Line, ...]) -> None:
        for label in self.lines:
            self._box.removeWidget(label)
            label.hide()
            label.deleteLater()
        self.lines = [Text(line_words(line), LINE) for line in lines]
        for label in self.lines:
            self._box.addWidget(label)
            label.show()
        self._shown = lines

    def restyle(self, theme: Theme) -> None:
        self._box.setSpacing(theme.space(4))
