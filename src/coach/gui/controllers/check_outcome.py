"""Shows how a check ended: the result or the gate, until the user has understood it (S4, S5)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeVar

from PySide6.QtCore import QObject, Signal

from coach.app.answer_sheet import answer_sheet
from coach.app.check_outcome import Outcome, StillLockedError, accept, clearance_waits
from coach.app.check_views import gate_view, out_view, result_view
from coach.app.planning import choose_days
from coach.app.ports import Store
from coach.app.preferences import preferences
from coach.app.stamps import stamp_of
from coach.domain.records import Check, Stamp
from coach.domain.week import allowed_weeks
from coach.gui.context import Context
from coach.gui.main_window import MainWindow, PageSpec
from coach.gui.page import Page
from coach.gui.pages.gate import GatePage
from coach.gui.pages.result import ResultPage
from coach.gui.print_sheet import print_sheet
from coach.gui.stills import Stills
from coach.gui.widgets.banner import BannerKind

RESULT, GATE = "result", "gate"
P = TypeVar("P", bound=Page)


@dataclass(frozen=True, slots=True)
class Beside:
    """What the pages need besides the check: the emergency number, whether a clearance would
    come too soon today, and whether the days of the week are still to be chosen."""

    emergency_number: str
    waits: bool
    new_plan: bool


def _beside(store: Store, now: Stamp) -> Beside:
    number = preferences(store.settings()).emergency_number
    return Beside(number, clearance_waits(store, now), len(store.plans()) < 2)


class OutcomeController(QObject):
    """``completed`` carries the ``Check`` after which sessions may start; ``closed`` says that
    the user left the gate. ``again_requested`` asks for the whole check after a red outcome,
    ``outdated`` tells that something else stands by now."""

    completed = Signal(object)
    closed = Signal()
    again_requested = Signal()
    outdated = Signal()

    def __init__(self, context: Context, window: MainWindow) -> None:
        super().__init__(window)
        self._context = context
        self._window = window
        self._stills = Stills(context.book)
        self._check: Check | None = None
        self._ready = False
        self._waits = False
        for name, build in ((RESULT, self._build_result), (GATE, self._build_gate)):
            window.add_page(PageSpec(name, build, alone=True))

    def show(self, check: Check, *, ready: bool = False) -> None:
        """The page of a stored check; ``ready`` says that its plan is open already."""
        self._check, self._ready = check, ready
        now = stamp_of(self._context.clock)
        self._context.background.run(lambda store: _beside(store, now), self._show)

    def show_out(self) -> None:
        """The page for whom the app is not made; nothing was stored (K17)."""
        self._check = None
        _page(self._window, GATE, GatePage).show_view(out_view())
        self._window.show_page(GATE)

    def _show(self, beside: Beside) -> None:
        check, self._waits = self._check, beside.waits
        if check is None:
            return
        if check.gate.is_red:
            number, book = beside.emergency_number, self._context.book
            page = _page(self._window, GATE, GatePage)
            page.show_view(gate_view(check, book, number, waits=beside.waits))
            self._window.show_page(GATE)
            return
        result = self._refresh_result()
        result.offer_days(allowed_weeks() if beside.new_plan else ())
        self._window.show_page(RESULT)

    def _refresh_result(self, ticks: tuple[str, ...] | None = None) -> ResultPage:
        """The result as it is stored, or as it would be with exactly these ticks."""
        page = _page(self._window, RESULT, ResultPage)
        if self._check is not None:
            shown = self._check.answers
            if ticks is not None:
                shown = {**shown, "clearance": list(ticks)}
            page.show_view(result_view(shown, self._context.book, waits=self._waits))
        return page

    def _accept(self, ticks: tuple[str, ...]) -> None:
        """A plan that is open needs no word but that of a new tick."""
        check = self._check
        if check is None:
            return
        if self._ready and set(ticks) <= set(check.answers.get("clearance", [])):
            self._complete()
            return
        book, now = self._context.book, stamp_of(self._context.clock)
        self._context.background.run(
            lambda store: accept(store, book, check, ticks, now, self._context.new_id),
            self._accepted,
            self._refused,
        )

    def _accepted(self, outcome: Outcome) -> None:
        self._check, self._ready = outcome.check, outcome.ready
        self._complete()

    def _refused(self, error: BaseException) -> None:
        """What stands by now is shown instead; what the disk refuses can be tried again."""
        if isinstance(error, StillLockedError):
            self.outdated.emit()
        else:
            self._context.background.trouble.emit(error)

    def _complete(self) -> None:
        """Keep the days that were chosen, then tell that sessions may start."""
        days, check = _page(self._window, RESULT, ResultPage).chosen_days(), self._check
        book, now = self._context.book, stamp_of(self._context.clock)
        if not days:
            self.completed.emit(check)
            return
        self._context.background.run(
            lambda store: choose_days(store, book, now, self._context.new_id, days),
            lambda _: self.completed.emit(check),
        )

    def _print(self) -> None:
        if self._check is None:
            return
        sheet = answer_sheet(self._check, self._context.book)
        try:
            path = print_sheet(sheet, self._window)
        except OSError as error:
            self._context.background.trouble.emit(error)
            return
        if path is not None:
            words = self.tr("Your answers are saved in {path}.").format(path=path)
            self._window.notice.show_message(words, BannerKind.INFO)

    def _build_result(self) -> ResultPage:
        page = ResultPage(self._stills)
        page.accepted.connect(self._accept)
        page.ticks_changed.connect(self._refresh_result)
        page.print_requested.connect(self._print)
        return page

    def _build_gate(self) -> GatePage:
        page = GatePage()
        page.print_requested.connect(self._print)
        page.again_requested.connect(self.again_requested)
        page.close_requested.connect(self.closed)
        return page


def _page(window: MainWindow, name: str, kind: type[P]) -> P:
    page = window.page(name)
    if not isinstance(page, kind):
        raise TypeError(f"{name} is {type(page).__name__}")
    return page
