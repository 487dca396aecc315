"""Routine: moves days and sets the accent, shows the week that results."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from coach.app.planning import Standing, choose_emphasis, move_day, standing, step_down
from coach.app.ports import NewId, Store
from coach.app.stamps import stamp_of
from coach.app.week_view import build_week
from coach.domain.book import Book
from coach.domain.reason import Reason
from coach.domain.records import Stamp
from coach.domain.terms import Weekday
from coach.gui.context import Context
from coach.gui.main_window import MainWindow
from coach.gui.pages.routine import RoutinePage, chosen_emphasis
from coach.gui.stills import Stills

PAGE = "routine"


class RoutineController(QObject):
    """``changed`` says that the plan has a new state."""

    changed = Signal()
    missing = Signal()

    def __init__(self, context: Context, window: MainWindow, stills: Stills) -> None:
        super().__init__(window)
        self._context = context
        self._window = window
        self._stills = stills

    def build_page(self) -> RoutinePage:
        page = RoutinePage(self._stills)
        page.move_requested.connect(self._move)
        page.emphasis_requested.connect(self._choose)
        page.step_down_requested.connect(self._step_down)
        return page

    def refresh(self) -> None:
        """Read the plan and show it."""
        book, now, _ = self._parts()
        self._context.background.run(lambda store: standing(store, book, now), self._show)

    def _page(self) -> RoutinePage:
        page = self._window.page(PAGE)
        if not isinstance(page, RoutinePage):
            raise TypeError(f"{PAGE} is {type(page).__name__}")
        return page

    def _show(self, here: Standing | None) -> None:
        if here is None:
            self.missing.emit()
            return
        today = stamp_of(self._context.clock).civil
        self._page().show_view(build_week(here, self._context.book, today))

    def _change(self, work: Callable[[Store], Standing | Reason | None]) -> None:
        self._context.background.run(work, self._changed)

    def _changed(self, result: Standing | Reason | None) -> None:
        if isinstance(result, Reason):
            self._page().show_refusal(self._context.book.texts.sentence(result))
        elif result is not None:
            self._show(result)
            self.changed.emit()

    def _move(self, source: str, target: str) -> None:
        book, now, new_id = self._parts()
        self._change(
            lambda store: move_day(
                store, book, now, new_id, source=Weekday(source), target=Weekday(target)
            )
        )

    def _choose(self, value: str) -> None:
        book, now, new_id = self._parts()
        emphasis = chosen_emphasis(value)
        self._change(lambda store: choose_emphasis(store, book, now, new_id, emphasis))

    def _step_down(self) -> None:
        book, now, new_id = self._parts()
        self._change(lambda store: step_down(store, book, now, new_id))

    def _parts(self) -> tuple[Book, Stamp, NewId]:
        context = self._context
        return context.book, stamp_of(context.clock), context.new_id
