"""The plan for the moment: offered once, changed on Routine, kept with its history (A1)."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from coach.app.intent_view import IntentView, intent_view, offer, save_intent
from coach.app.stamps import stamp_of
from coach.domain.intent import Intent
from coach.gui.context import Context
from coach.gui.main_window import MainWindow, PageSpec
from coach.gui.pages.intent import IntentPage
from coach.gui.pages.intent_card import IntentCard

PAGE = "intent"


class IntentController(QObject):
    """``left`` says that the page is done with, or that there was nothing to offer."""

    left = Signal()

    def __init__(self, context: Context, window: MainWindow) -> None:
        super().__init__(window)
        self._context = context
        self._window = window
        self._card: IntentCard | None = None
        window.add_page(PageSpec(PAGE, self._build_page, alone=True))

    def open(self) -> None:
        """Bring the page to the front."""
        book, now = self._context.book, stamp_of(self._context.clock)
        self._context.background.run(lambda store: intent_view(store, book, now), self._show)

    def offer(self) -> None:
        """Bring the page to the front where it has not been offered yet."""
        book, now = self._context.book, stamp_of(self._context.clock)
        self._context.background.run(lambda store: offer(store, book, now), self._show)

    def build_card(self) -> IntentCard:
        """The card for another page; ``refresh`` keeps it up to date."""
        self._card = IntentCard(self._context.book.texts)
        self._card.saved.connect(self._save)
        return self._card

    def refresh(self) -> None:
        """Read the plan and show it on the card."""
        book, now = self._context.book, stamp_of(self._context.clock)
        self._context.background.run(lambda store: intent_view(store, book, now), self._freshen)

    def _build_page(self) -> IntentPage:
        page = IntentPage(self._context.book.texts)
        page.done.connect(self._done)
        page.skipped.connect(self.left)
        return page

    def _show(self, view: IntentView | None) -> None:
        if view is None:
            self.left.emit()
            return
        page = self._window.page(PAGE)
        if not isinstance(page, IntentPage):
            raise TypeError(f"{PAGE} is {type(page).__name__}")
        self._window.show_page(PAGE)
        page.show_view(view)
        page.scroll_to_top()

    def _freshen(self, view: IntentView) -> None:
        if self._card is not None:
            self._card.show_intent(view.intent)

    def _done(self, intent: Intent) -> None:
        """What is read next is read behind the write."""
        self._save(intent)
        self.left.emit()

    def _save(self, intent: Intent) -> None:
        book, now = self._context.book, stamp_of(self._context.clock)
        new = self._context.new_id()
        self._context.background.save(lambda store: save_intent(store, book, now, new, intent))
