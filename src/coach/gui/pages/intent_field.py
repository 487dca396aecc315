"""One part of the plan for the moment: picked from a list, or in own words (A1)."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QLineEdit, QSizePolicy, QVBoxLayout, QWidget

from coach.domain.intent import LISTED, LONGEST, Chosen, Part, WordsError, own_words, words_of
from coach.domain.reason import Texts
from coach.gui.theme import Theme, current_theme
from coach.gui.widgets.base import Themed
from coach.gui.widgets.drop_list import DropList
from coach.gui.widgets.slider_row import NAME
from coach.gui.widgets.text import SMALL, Text
from coach.gui.words import capital


class IntentField(Themed, QWidget):
    """A name, a list, and a line for own words; ``changed`` comes with every change by hand."""

    changed = Signal()

    def __init__(self, part: Part, name: str, example: str, texts: Texts) -> None:
        super().__init__()
        self._part = part
        self.list = DropList()
        self.list.setAccessibleName(name)
        self.list.setSizeAdjustPolicy(
            QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        self.list.setMinimumContentsLength(12)
        self.list.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._fill(texts)
        self.own = QLineEdit()
        self.own.setMaxLength(LONGEST)
        self.own.setPlaceholderText(example)
        self.own.setAccessibleName(self.tr("{name}, in own words").format(name=name))
        self.own.setAccessibleDescription(example)
        self.problem = Text(self.tr("These words hold signs that cannot be shown."), SMALL)
        label = Text(name, NAME)
        label.setBuddy(self.list)
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(0, 0, 0, 0)
        for widget in (label, self.list, self.own, self.problem):
            self._box.addWidget(widget)
        self._box.addStretch(1)
        self.list.activated.connect(self._picked)
        self.own.textEdited.connect(self._typed)
        self.show_chosen(None)
        self.restyle(current_theme())

    def _fill(self, texts: Texts) -> None:
        """Left open first, own words last, the entries of the list between them."""
        self.list.addItem(self.tr("Left open"))
        for key in LISTED[self._part]:
            self.list.addItem(capital(words_of(self._part, Chosen(key), texts)))
        self.list.addItem(self.tr("Own words …"))

    def show_chosen(self, chosen: Chosen | None) -> None:
        """Show this part, silently."""
        keys = LISTED[self._part]
        at = 0
        if chosen is not None:
            at = 1 + (keys.index(chosen.words) if chosen.listed else len(keys))
        self.list.setCurrentIndex(at)
        self.own.setText("" if chosen is None or chosen.listed else chosen.words)
        self._arrange()

    def chosen(self) -> Chosen | None:
        """What stands there; own words that are still to be written leave it open.

        Raises ``WordsError`` for own words that are not taken.
        """
        at = self.list.currentIndex() - 1
        keys = LISTED[self._part]
        if at < 0:
            return None
        if at < len(keys):
            return Chosen(keys[at])
        typed = self.own.text()
        return own_words(typed) if typed.strip(" .,;:") else None

    def ready(self) -> bool:
        """Whether what stands there can be kept."""
        try:
            self.chosen()
        except WordsError:
            return False
        return True

    def stops(self) -> tuple[QWidget, ...]:
        """Where Tab comes to, in order."""
        return (self.list, self.own)

    def _picked(self) -> None:
        self._arrange()
        if not self.own.isHidden():
            self.own.setFocus()
        self.changed.emit()

    def _typed(self) -> None:
        self._arrange()
        self.changed.emit()

    def _arrange(self) -> None:
        """The line is there for own words alone, the problem while there is one."""
        self.own.setHidden(self.list.currentIndex() != self.list.count() - 1)
        self.problem.setHidden(self.ready())

    def restyle(self, theme: Theme) -> None:
        self._box.setSpacing(theme.space(6))
