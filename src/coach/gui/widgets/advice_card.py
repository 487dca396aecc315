"""One calm message with what can be answered and why: a sentence, buttons, "Why?", put away."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QWidget

from coach.gui.theme import Theme, Token, current_theme
from coach.gui.widgets.banner import STACK_BELOW_PX, WORDS, IconLabel
from coach.gui.widgets.buttons import Button, ButtonKind, IconButton
from coach.gui.widgets.card import Card
from coach.gui.widgets.disclosure import Disclosure, Line
from coach.gui.widgets.flow import FlowLayout
from coach.gui.widgets.text import Text


class Tone(StrEnum):
    """``CALM`` for a plan that gives way, ``WARM`` for what waits for the user, ``QUIET`` for
    what may be read or left."""

    CALM = "calm"
    WARM = "warm"
    QUIET = "quiet"


_TONES: Mapping[Tone, tuple[Token, Token]] = {
    Tone.CALM: (Token.BREATH, Token.BREATH_SOFT),
    Tone.WARM: (Token.INK, Token.LINE),
    Tone.QUIET: (Token.BREATH, Token.CARD),
}


@dataclass(frozen=True, slots=True)
class CardButton:
    """A way to answer; ``taken`` marks the one that holds already, with a check mark."""

    id: str
    words: str
    taken: bool = False


@dataclass(frozen=True, slots=True)
class CardModel:
    """What a card shows; ``buttons`` have the default first, ``dismiss`` offers to put it away."""

    sentence: str
    icon_name: str = "info"
    tone: Tone = Tone.CALM
    buttons: tuple[CardButton, ...] = ()
    why: tuple[Line, ...] = ()
    dismiss: bool = False


class AdviceCard(Card):
    """``chosen`` carries the id of a pressed button, ``dismissed`` says that it was put away."""

    chosen = Signal(str)
    dismissed = Signal()

    def __init__(self, model: CardModel, parent: QWidget | None = None) -> None:
        super().__init__(padding_px=16, radius_px=14, parent=parent)
        self._model = model
        self.buttons: dict[str, Button] = {}
        self.icon = IconLabel(model.icon_name, Token.BREATH)
        self.words = Text("", WORDS)
        self.why = Disclosure(self.tr("Why?"), self.tr("Hide why"))
        self.away = IconButton("x", self.tr("Put away"))
        self.away.clicked.connect(self.dismissed)
        self._arrange()
        self._replace_buttons(model)
        self._show_words(model)
        self.restyle(current_theme())

    def _arrange(self) -> None:
        self.words.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self._actions = FlowLayout()
        self._inner = QHBoxLayout()
        self._inner.addWidget(self.words, 1)
        self._inner.addLayout(self._actions)
        self._row = QHBoxLayout()
        top = Qt.AlignmentFlag.AlignTop
        self._row.addWidget(self.icon, 0, Qt.AlignmentFlag.AlignVCenter)
        self._row.addLayout(self._inner, 1)
        self._row.addWidget(self.away, 0, top)
        self.body.addLayout(self._row)
        self.body.addWidget(self.why)

    @property
    def model(self) -> CardModel:
        return self._model

    def stops(self) -> tuple[QWidget, ...]:
        """What Tab comes to, in reading order."""
        all_of_them = (*self.buttons.values(), self.why.button, self.away)
        return tuple(one for one in all_of_them if not one.isHidden())

    def show_model(self, model: CardModel) -> None:
        """Show another message; the same one again changes nothing."""
        if model == self._model:
            return
        same_buttons = (model.buttons, model.tone) == (self._model.buttons, self._model.tone)
        self._model = model
        if not same_buttons:
            self._replace_buttons(model)
        self._show_words(model)

    def _show_words(self, model: CardModel) -> None:
        icon_token, self._token = _TONES[model.tone]
        self.icon.show_icon(model.icon_name, icon_token)
        self.words.setText(model.sentence)
        self.setAccessibleName(model.sentence)
        self.why.show_lines(model.why, model.sentence)
        self.away.setHidden(not model.dismiss)
        self.away.setAccessibleDescription(model.sentence)
        for one in model.buttons:
            state = self.tr("This holds now.") if one.taken else ""
            self.buttons[one.id].setAccessibleDescription(f"{model.sentence} {state}".strip())
        self.update()

    def _replace_buttons(self, model: CardModel) -> None:
        self._actions.removeWidget(self.why.button)
        for button in self.buttons.values():
            self._actions.removeWidget(button)
            button.hide()
            button.deleteLater()
        self.buttons = {one.id: self._button(one, model) for one in model.buttons}
        for button in (*self.buttons.values(), self.why.button):
            self._actions.addWidget(button)
        for button in self.buttons.values():
            button.show()
        self._order_tabs()

    def _order_tabs(self) -> None:
        for one, other in pairwise((*self.buttons.values(), self.why.button, self.away)):
            QWidget.setTabOrder(one, other)

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802
        """Qt leaves the order alone before the card stands in a window."""
        self._order_tabs()
        super().showEvent(event)

    def _button(self, one: CardButton, model: CardModel) -> Button:
        kind = ButtonKind.INK if one is model.buttons[0] else ButtonKind.RAISED
        if model.tone is Tone.QUIET:
            kind = ButtonKind.SECONDARY
        icon_name = "check" if one.taken else ""
        button = Button(one.words, kind, icon_name=icon_name, compact=True)
        button.clicked.connect(lambda: self.chosen.emit(one.id))
        return button

    def restyle(self, theme: Theme) -> None:
        super().restyle(theme)
        self._row.setSpacing(theme.space(12))
        self._inner.setSpacing(theme.space(8))
        left = theme.px(20) + theme.space(12)
        self.why.setContentsMargins(left, 0, 0, 0)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """The buttons stand beside the words when there is room, else below."""
        narrow = event.size().width() < current_theme().px(STACK_BELOW_PX)
        below, beside = QBoxLayout.Direction.TopToBottom, QBoxLayout.Direction.LeftToRight
        self._inner.setDirection(below if narrow else beside)
        top, middle = Qt.AlignmentFlag.AlignTop, Qt.AlignmentFlag.AlignVCenter
        self._row.setAlignment(self.icon, top if narrow else middle)
        super().resizeEvent(event)
