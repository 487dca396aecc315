"""Today: keeps the page up to date and hands its requests on."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from coach.app.checkin import CheckinView, checkin_view, rate, tick
from coach.app.ports import Store
from coach.app.stamps import stamp_of
from coach.app.today import TodayView, today_now
from coach.domain.decisions import TickKind
from coach.domain.terms import Side
from coach.gui.context import Context
from coach.gui.main_window import MainWindow
from coach.gui.pages.today import TodayPage
from coach.gui.stills import Stills

PAGE = "today"


class TodayController(QObject):
    """``missing`` says that there is no readiness check yet; the other signals are the page's."""

    missing = Signal()
    start_requested = Signal(str)
    floss_requested = Signal()
    resume_requested = Signal()
    finish_requested = Signal()
    discard_requested = Signal()
    gate_requested = Signal()
    recheck_requested = Signal()
    phone_requested = Signal()
    advice_answered = Signal(str, str, str)
    notes_requested = Signal()
    rated = Signal()

    def __init__(self, context: Context, window: MainWindow, stills: Stills) -> None:
        super().__init__(window)
        self._context = context
        self._window = window
        self._stills = stills
        self._yesterday = False

    def build_page(self) -> TodayPage:
        page = TodayPage(self._stills)
        page.rated.connect(self._rate)
        page.ticked.connect(self._tick)
        page.other_day_requested.connect(self._other_day)
        for name in (
            "start_requested",
            "floss_requested",
            "resume_requested",
            "finish_requested",
            "discard_requested",
            "gate_requested",
            "recheck_requested",
            "phone_requested",
            "advice_answered",
            "notes_requested",
        ):
            getattr(page, name).connect(getattr(self, name))
        return page

    def refresh(self) -> None:
        """Read what is due and show it."""
        self._yesterday = False
        self._context.background.run(self._read(), self._show)

    def _read(self) -> Callable[[Store], TodayView | None]:
        """What follows from the log is written first, then read with the rest."""
        context, now = self._context, stamp_of(self._context.clock)
        return lambda store: today_now(store, context.book, now, context.new_id)

    def _page(self) -> TodayPage:
        page = self._window.page(PAGE)
        if not isinstance(page, TodayPage):
            raise TypeError(f"{PAGE} is {type(page).__name__}")
        return page

    def _show(self, view: TodayView | None) -> None:
        if view is None:
            self.missing.emit()
        else:
            self._page().checkin.show_ticks(view.ticks)
            self._page().show_view(view)

    def _rate(self, side: str, score: int) -> None:
        now, new_id, yesterday = (
            stamp_of(self._context.clock),
            self._context.new_id,
            self._yesterday,
        )
        self._context.background.save(
            lambda store: rate(
                store, now, new_id, side=Side(side), score=score, yesterday=yesterday
            ),
            self._rated,
        )

    def _rated(self, view: CheckinView) -> None:
        self._page().checkin.show_view(view)
        self._context.background.run(self._read(), self._freshen)
        self.rated.emit()

    def _freshen(self, view: TodayView | None) -> None:
        """A rating or a tick may change what the day asks for; what is rated stays as it is."""
        if view is not None:
            self._page().checkin.show_ticks(view.ticks)
            self._page().freshen(view)

    def _tick(self, kind: str, on: bool) -> None:
        now, new_id = stamp_of(self._context.clock), self._context.new_id
        self._context.background.save(
            lambda store: tick(store, now, new_id, TickKind(kind), on),
            lambda _: self._context.background.run(self._read(), self._freshen),
        )

    def _other_day(self) -> None:
        self._yesterday = not self._yesterday
        now, yesterday = stamp_of(self._context.clock), self._yesterday
        self._context.background.run(
            lambda store: checkin_view(store, now, yesterday=yesterday),
            self._page().checkin.show_view,
        )
