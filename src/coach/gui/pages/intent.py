"""A plan for the moment, offered once after the first check, and what a session needs (A1)."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent

from coach.app.intent_view import IntentView
from coach.domain.intent import Intent, Part
from coach.domain.reason import Texts
from coach.gui.page import ScrollPage
from coach.gui.pages.intent_card import IntentCard
from coach.gui.widgets.buttons import Button, ButtonKind
from coach.gui.widgets.card import Card
from coach.gui.widgets.chip import Chip, ChipKind
from coach.gui.widgets.flow import FlowLayout, clear
from coach.gui.widgets.text import SMALL, Text
from coach.gui.words import capital, key_name

WIDTH_PX = 860


class IntentPage(ScrollPage):
    """``done(intent)`` carries what is to be kept; ``skipped`` leaves everything as it is. Enter
    and Escape do the same."""

    done = Signal(object)
    skipped = Signal()

    def __init__(self, texts: Texts) -> None:
        super().__init__(
            self.tr("A plan for the moment"),
            self.tr("Optional, and yours to change at any time on the page Routine."),
            max_width_px=WIDTH_PX,
            centred=True,
        )
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.card = IntentCard(texts, buttons=False)
        self.things = Card(self.tr("What you need"))
        self._chips = FlowLayout()
        self.things.body.addLayout(self._chips)
        note = self.tr("For the sessions of your week. Today names what each one asks for.")
        self.things.body.addWidget(Text(note, SMALL))
        self.finish = Button(self.tr("Done"), ButtonKind.PRIMARY, icon_name="arrow-right")
        self.finish.set_key(key_name(Qt.Key.Key_Return))
        self.finish.clicked.connect(self._finish)
        self.skip = Button(self.tr("Skip"), ButtonKind.QUIET)
        self.skip.set_key(key_name(Qt.Key.Key_Escape))
        self.skip.clicked.connect(self.skipped)
        foot = FlowLayout()
        foot.addWidget(self.finish)
        foot.addWidget(self.skip)
        self.body.addWidget(self.card)
        self.body.addWidget(self.things)
        self.body.addLayout(foot)

    def show_view(self, view: IntentView) -> None:
        """Show what is kept so far and what to have at hand."""
        self.card.show_intent(view.intent)
        clear(self._chips)
        for thing in view.equipment:
            self._chips.addWidget(Chip(capital(thing), ChipKind.BREATH))
        self.things.setVisible(bool(view.equipment))
        self.hand_focus(self.card.fields[Part.CUE].list)

    def _finish(self) -> None:
        """Own words that cannot be kept are shown with their problem first."""
        intent: Intent | None = self.card.intent()
        if intent is not None:
            self.done.emit(intent)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        if event.isAutoRepeat():
            return
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._finish()
        elif event.key() == Qt.Key.Key_Escape:
            self.skipped.emit()
        else:
            super().keyPressEvent(event)
