"""What the rules tell, as cards: the most urgent ones, the rest behind one button."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from coach.app.advice import Advice, Reply
from coach.gui.pages.advice_words import NOTES, ORDER, card_of
from coach.gui.theme import Theme, current_theme
from coach.gui.widgets.advice_card import AdviceCard
from coach.gui.widgets.base import Themed
from coach.gui.widgets.buttons import Button, ButtonKind
from coach.gui.widgets.tab_order import stand_in_place

Key = tuple[str, str]
"""Kind and subject, which tell cards apart."""


class AdviceList(Themed, QWidget):
    """``answered(kind, subject, reply)`` carries the values of ``AdviceKind`` and ``Reply``.

    At most ``most`` cards stand open; ``None`` shows all. Cards that stay the same are kept, and
    so is the focus in them.
    """

    answered = Signal(str, str, str)
    notes_requested = Signal()

    def __init__(self, *, most: int | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._most = most
        self._all = False
        self.cards: dict[Key, AdviceCard] = {}
        self.more = Button("", ButtonKind.QUIET, compact=True)
        self.more.clicked.connect(self._toggle)
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.addWidget(self.more)
        self.hide()
        self.restyle(current_theme())

    def show_advice(self, advice: Sequence[Advice]) -> None:
        """Show these, the most urgent first; none hides the list."""
        found = sorted(advice, key=lambda one: ORDER.index(one.kind))
        wanted = {(one.kind.value, one.subject): one for one in found}
        heir, fresh = self._heir(set(wanted)), [key for key in wanted if key not in self.cards]
        for key in [key for key in self.cards if key not in wanted]:
            self._remove(key)
        shown = {key: self._card(key, one) for key, one in wanted.items()}
        for at, card in enumerate(shown.values()):
            if self._box.indexOf(card) != at:
                self._box.insertWidget(at, card)
        self.cards = shown
        self._limit()
        self.setHidden(not shown)
        self._order_tabs()
        if heir is not None and heir in shown and (stops := shown[heir].stops()):
            stops[0].setFocus()
        self._announce([shown[key] for key in fresh])

    def fold(self) -> None:
        """Leave only the most urgent ones open again."""
        if self._all:
            self._toggle()

    def stops(self) -> tuple[QWidget, ...]:
        """What Tab comes to, in reading order."""
        cards = [card for card in self.cards.values() if not card.isHidden()]
        more = () if self.more.isHidden() else (self.more,)
        return (*(stop for card in cards for stop in card.stops()), *more)

    def _announce(self, fresh: Sequence[AdviceCard]) -> None:
        """Tell screen readers what has come while the page is looked at."""
        for card in fresh:
            if card.isVisible():
                told = QAccessibleAnnouncementEvent(card, card.model.sentence)
                QAccessible.updateAccessibility(told)

    def _heir(self, staying: set[Key]) -> Key | None:
        """The card that takes the focus over from one that goes."""
        keys = list(self.cards)
        focus = self.window().focusWidget()
        at = next(
            (i for i, key in enumerate(keys) if focus and self.cards[key].isAncestorOf(focus)), None
        )
        if at is None or keys[at] in staying:
            return None
        near = (*keys[at + 1 :], *reversed(keys[:at]))
        return next((key for key in near if key in staying), None)

    def _card(self, key: Key, advice: Advice) -> AdviceCard:
        model = card_of(advice)
        if key in self.cards:
            self.cards[key].show_model(model)
            return self.cards[key]
        card = AdviceCard(model, self)
        card.chosen.connect(lambda reply: self._answer(key, reply))
        card.dismissed.connect(lambda: self._answer(key, Reply.DISMISS.value))
        return card

    def _remove(self, key: Key) -> None:
        card = self.cards.pop(key)
        self._box.removeWidget(card)
        card.hide()
        card.deleteLater()

    def _answer(self, key: Key, reply: str) -> None:
        if reply == NOTES:
            self.notes_requested.emit()
        else:
            self.answered.emit(*key, reply)

    def _limit(self) -> None:
        over = 0 if self._most is None else max(0, len(self.cards) - self._most)
        for at, card in enumerate(self.cards.values()):
            card.setHidden(not self._all and self._most is not None and at >= self._most)
        self.more.setHidden(over == 0)
        more = self.tr("{count} more").format(count=over)
        self.more.setText(self.tr("Show fewer") if self._all else more)
        self.more.updateGeometry()

    def _toggle(self) -> None:
        self._all = not self._all
        self._limit()
        self._order_tabs()

    def _order_tabs(self) -> None:
        stand_in_place(self, self.stops())

    def restyle(self, theme: Theme) -> None:
        self._box.setSpacing(theme.space(12))
