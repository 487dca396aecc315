"""Routine: moves days and sets the accent, shows the week that results."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from coach.app.answering import pause_plan
from coach.app.planning import Standing, choose_emphasis, move_day, standing, step_down
from coach.app.ports import NewId, Store
from coach.app.stamps import stamp_of
from coach.app.week_view import WeekView, week_now
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
    """``changed`` says that the plan has a new state; answers to advice are the page's."""

    changed = Signal()
    missing = Signal()
    advice_answered = Signal(str, str, str)
    recheck_requested = Signal()

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
        page.pause_requested.connect(self._pause)
        page.advice_answered.connect(self.advice_answered)
        page.recheck_requested.connect(self.recheck_requested)
        return page

    def refresh(self) -> None:
        """Read the plan and show it."""
        book, now, _ = self._parts()
        self._context.background.run(lambda store: week_now(store, book, now), self._show)

    def _page(self) -> RoutinePage:
        page = self._window.page(PAGE)
        if not isinstance(page, RoutinePage):
            raise TypeError(f"{PAGE} is {type(page).__name__}")
        return page

    def _show(self, view: WeekView | None) -> None:
        if view is None:
            self.missing.emit()
        else:
            self._page().show_view(view)

    def _change(self, work: Callable[[Store], Standing | Reason | None]) -> None:
        self._context.background.run(work, self._changed)

    def _changed(self, result: Standing | Reason | None) -> None:
        if isinstance(result, Reason):
            self._page().show_refusal(self._context.book.texts.sentence(result))
        elif result is not None:
            self.refresh()
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

    def _pause(self) -> None:
        book, now, new_id = self._parts()
        self._change(lambda store: _paused(store, book, now, new_id))

    def _parts(self) -> tuple[Book, Stamp, NewId]:
        context = self._context
        return context.book, stamp_of(context.clock), context.new_id


def _paused(store: Store, book: Book, now: Stamp, new_id: NewId) -> Standing | None:
    pause_plan(store, book, now, new_id)
    return standing(store, book, now)
