"""How it felt, by one tap or key, with the signs that stop a set beside it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from coach.gui.theme import Theme, current_theme
from coach.gui.widgets.base import Themed
from coach.gui.widgets.buttons import Button, ButtonKind
from coach.gui.widgets.flow import FlowLayout
from coach.gui.widgets.text import STRONG, TITLE, Text


@dataclass(frozen=True, slots=True)
class EffortOption:
    """``name`` is told by the signal, ``words`` are shown, ``key`` is the badge and the key."""

    name: str
    words: str
    key: str


class EffortBar(Themed, QWidget):
    """``chosen`` carries the name of an effort or of a sign (sharp, tingling, dizzy). Centred
    it stands alone; otherwise it is one of a list on a card."""

    chosen = Signal(str)

    def __init__(
        self,
        question: str,
        efforts: Sequence[EffortOption],
        signs: Sequence[EffortOption] = (),
        *,
        centred: bool = True,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._centred = centred
        self.buttons: dict[str, Button] = {}
        self._keys: dict[str, str] = {}
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(0, 0, 0, 0)
        side = Qt.AlignmentFlag.AlignHCenter if centred else Qt.AlignmentFlag.AlignLeft
        self._question = Text(question, TITLE if centred else STRONG, align=side)
        self._box.addWidget(self._question)
        self._row = FlowLayout(centred=centred)
        self._box.addLayout(self._row)
        for option in efforts:
            self._add(option, ButtonKind.SECONDARY, checkable=True)
        for option in signs:
            self._add(option, ButtonKind.DANGER, checkable=False)
        self.setAccessibleName(question)
        self.restyle(current_theme())

    def _add(self, option: EffortOption, kind: ButtonKind, *, checkable: bool) -> None:
        button = Button(option.words, kind, hint=option.key)
        button.setCheckable(checkable)
        told = (self._question.text(), button.accessibleDescription())
        button.setAccessibleDescription(" · ".join(part for part in told if part))
        button.clicked.connect(lambda _checked=False: self.choose(option.name))
        self._row.addWidget(button)
        self.buttons[option.name] = button
        self._keys[option.key.upper()] = option.name

    def restyle(self, theme: Theme) -> None:
        self._box.setSpacing(theme.space(12 if self._centred else 8))

    def choose(self, name: str) -> None:
        """Mark ``name`` as given and tell it. Raises ``KeyError`` for an unknown one."""
        self.mark(name)
        self.chosen.emit(name)

    def mark(self, name: str | None) -> None:
        """Show ``name`` as given, silently; None shows nothing as given."""
        if name is not None and name not in self.buttons:
            raise KeyError(name)
        for other, button in self.buttons.items():
            button.setChecked(other == name)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        name = self._keys.get(event.text().upper()) if event.text() else None
        if name is None:
            super().keyPressEvent(event)
        else:
            self.choose(name)
