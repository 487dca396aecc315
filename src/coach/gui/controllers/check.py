"""Leads through the readiness check: welcome, questions, then the result or the gate."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import QObject, Signal

from coach.app.answer_sheet import answer_sheet
from coach.app.check_flow import CheckFlow, Mode
from coach.app.check_outcome import (
    Entry,
    EntryKind,
    Outcome,
    accept,
    entry,
    finish,
    save_progress,
)
from coach.app.check_views import gate_view, out_view, question_view, result_view
from coach.app.planning import choose_days
from coach.app.ports import Store
from coach.app.preferences import preferences
from coach.app.stamps import stamp_of
from coach.domain.records import Check
from coach.domain.week import allowed_weeks
from coach.gui.context import Context
from coach.gui.main_window import MainWindow, PageSpec
from coach.gui.page import Page
from coach.gui.pages.check import CheckPage
from coach.gui.pages.gate import GatePage
from coach.gui.pages.result import ResultPage
from coach.gui.pages.welcome import WelcomePage
from coach.gui.print_sheet import print_sheet
from coach.gui.stills import Stills
from coach.gui.widgets.banner import BannerKind

WELCOME, CHECK, RESULT, GATE = "welcome", "check", "result", "gate"
P = TypeVar("P", bound=Page)


class CheckController(QObject):
    """``completed`` carries the ``Check`` after which sessions may start; ``left`` says that the
    user closed a page of the check or of the gate without that."""

    completed = Signal(object)
    left = Signal()

    def __init__(self, context: Context, window: MainWindow) -> None:
        super().__init__(window)
        self._context = context
        self._window = window
        self._stills = Stills(context.book)
        self._flow = CheckFlow(context.book.intake)
        self._check: Check | None = None
        self._begun_ms = 0.0
        self._ending = False
        self._ready = False
        builders = (
            (WELCOME, self._build_welcome),
            (CHECK, self._build_check),
            (RESULT, self._build_result),
            (GATE, self._build_gate),
        )
        for name, build in builders:
            window.add_page(PageSpec(name, build, alone=True))

    def open(self) -> None:
        """Show what is due: an unfinished check, the gate, a result that waits for the user, the
        welcome; or tell that the check is ``completed``."""
        book = self._context.book
        self._context.background.run(lambda store: entry(store, book), self._enter)

    def start(self) -> None:
        """The whole check from its first screen; the gate where it is red (S5)."""
        self._context.background.run(lambda store: store.latest_check(), self._start)

    def start_again(self) -> None:
        """The whole check after a red outcome, in the words of K10 (S5)."""
        self._begin(CheckFlow(self._context.book.intake, mode=Mode.AGAIN))

    def start_recheck(self) -> None:
        """The signs alone (S7, S8); the whole check where there is none to build on, the gate
        where it is red."""
        self._context.background.run(lambda store: store.latest_check(), self._recheck)

    def show_standing_gate(self) -> None:
        """What the plan waits for: a check that is not finished, the gate, or the result."""
        book = self._context.book
        self._context.background.run(lambda store: entry(store, book), self._lead_on)

    def _lead_on(self, found: Entry) -> None:
        if found.kind is EntryKind.READY and found.check is not None:
            self.show_gate(found.check)
        else:
            self._enter(found)

    def show_gate(self, check: Check) -> None:
        """The page of a check that keeps the plan locked or waits to be understood."""
        self._check = check
        if not check.gate.is_red:
            self._show_result()
            return
        self._context.background.run(
            lambda store: preferences(store.settings()).emergency_number, self._show_gate
        )

    def _enter(self, found: Entry) -> None:
        self._check = found.check
        self._ready = found.kind is EntryKind.READY
        if found.kind is EntryKind.DRAFT and found.flow is not None:
            self._begin(found.flow, fresh=False)
        elif found.check is None:
            self._window.show_page(WELCOME)
        elif found.kind is EntryKind.READY:
            self.completed.emit(found.check)
        else:
            self.show_gate(found.check)

    def _start(self, check: Check | None) -> None:
        self._check = check
        if check is not None and check.gate.is_red:
            self.show_gate(check)
        else:
            self._begin(CheckFlow(self._context.book.intake))

    def _recheck(self, check: Check | None) -> None:
        self._check = check
        if check is None or check.gate.is_red:
            self._start(check)
        else:
            intake = self._context.book.intake
            self._begin(CheckFlow(intake, mode=Mode.RECHECK, kept=check.answers))

    def _begin(self, flow: CheckFlow, *, fresh: bool = True) -> None:
        self._ending = False
        self._begun_ms = self._context.clock.monotonic_ms()
        self._flow = flow
        if fresh and flow.mode is not Mode.FIRST:
            self._save()
        self._show_question()
        self._window.show_page(CHECK)

    def _show_question(self) -> None:
        page = self._page(CHECK, CheckPage)
        page.show_view(question_view(self._flow, self._context.book.language))

    def _seconds(self) -> int:
        spent_ms = self._context.clock.monotonic_ms() - self._begun_ms
        return self._flow.seconds + round(spent_ms / 1000)

    def _save(self) -> None:
        flow, seconds = self._flow, self._seconds()
        self._context.background.run(lambda store: save_progress(store, flow, seconds))

    def _go(self, flow: CheckFlow) -> None:
        """Take a step, keep it, show it."""
        if self._ending or flow == self._flow:
            self._show_question()
            return
        self._flow = flow
        if flow.finished:
            self._finish()
            return
        self._save()
        self._show_question()

    def _press(self, part: int, index: int) -> None:
        self._go(self._flow.press(part, index))

    def _tick(self, seen: bool) -> None:
        self._go(self._flow.tick_seen(seen=seen))

    def _next(self) -> None:
        self._go(self._flow.next())

    def _back(self) -> None:
        if self._flow.screen > 0:
            self._go(self._flow.back())
        elif self._check is None:
            self._window.show_page(WELCOME)
        else:
            self.left.emit()

    def _finish(self) -> None:
        """One check is stored however often Next is pressed while it is."""
        self._ending = True
        flow, seconds = self._flow, self._seconds()
        self._in_store(
            lambda store: finish(
                store,
                self._context.book,
                flow,
                stamp_of(self._context.clock),
                self._context.new_id,
                seconds,
            ),
            self._finished,
        )

    def _in_store(self, work: Callable[[Store], Outcome], done: Callable[[Outcome], None]) -> None:
        self._context.background.run(work, done, self._failed)

    def _failed(self, error: BaseException) -> None:
        """The answers stay on their last screen, so that Next can be tried again."""
        self._ending = False
        if not self._page(RESULT, ResultPage).isVisible():
            self._flow = self._flow.back()
            self._show_question()
        self._context.background.trouble.emit(error)

    def _finished(self, outcome: Outcome) -> None:
        if outcome.check is None:
            page = self._page(GATE, GatePage)
            page.show_view(out_view())
            self._window.show_page(GATE)
            return
        self._check = outcome.check
        self._ready = outcome.ready
        if outcome.gate.is_red:
            self.show_gate(outcome.check)
        elif outcome.ready and self._flow.mode is Mode.RECHECK:
            self.completed.emit(outcome.check)
        else:
            self._show_result()

    def _show_gate(self, emergency_number: str) -> None:
        if self._check is None:
            return
        page = self._page(GATE, GatePage)
        page.show_view(gate_view(self._check, self._context.book, emergency_number))
        self._window.show_page(GATE)

    def _show_result(self, ticks: tuple[str, ...] | None = None) -> None:
        if self._check is None:
            return
        shown = self._check.answers
        if ticks is not None:
            shown = {**shown, "clearance": list(ticks)}
        page = self._page(RESULT, ResultPage)
        page.show_view(result_view(shown, self._context.book))
        if ticks is None:
            page.offer_days(allowed_weeks() if self._flow.mode is Mode.FIRST else ())
        if ticks is None:
            self._window.show_page(RESULT)

    def _accept(self, ticks: tuple[str, ...]) -> None:
        check = self._check
        if check is None:
            return
        if self._ready:
            self._complete()
            return
        self._in_store(
            lambda store: accept(
                store,
                self._context.book,
                check,
                ticks,
                stamp_of(self._context.clock),
                self._context.new_id,
            ),
            self._accepted,
        )

    def _accepted(self, outcome: Outcome) -> None:
        self._check = outcome.check
        self._complete()

    def _complete(self) -> None:
        """Keep the days that were chosen, then tell that sessions may start."""
        days, check = self._page(RESULT, ResultPage).chosen_days(), self._check
        book, now = self._context.book, stamp_of(self._context.clock)
        if not days:
            self.completed.emit(check)
            return
        self._context.background.run(
            lambda store: choose_days(store, book, now, self._context.new_id, days),
            lambda _: self.completed.emit(check),
        )

    def _close(self) -> None:
        if self._check is None:
            self._window.show_page(WELCOME)
        else:
            self.left.emit()

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

    def _page(self, name: str, kind: type[P]) -> P:
        page = self._window.page(name)
        if not isinstance(page, kind):
            raise TypeError(f"{name} is {type(page).__name__}")
        return page

    def _build_welcome(self) -> WelcomePage:
        page = WelcomePage()
        page.begin_requested.connect(self.start)
        return page

    def _build_check(self) -> CheckPage:
        page = CheckPage()
        page.pressed.connect(self._press)
        page.ticked.connect(self._tick)
        page.next_requested.connect(self._next)
        page.back_requested.connect(self._back)
        return page

    def _build_result(self) -> ResultPage:
        page = ResultPage(self._stills)
        page.accepted.connect(self._accept)
        page.ticks_changed.connect(self._show_result)
        page.print_requested.connect(self._print)
        return page

    def _build_gate(self) -> GatePage:
        page = GatePage()
        page.print_requested.connect(self._print)
        page.again_requested.connect(self.start_again)
        page.close_requested.connect(self._close)
        return page
