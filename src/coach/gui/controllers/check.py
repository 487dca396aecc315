"""Leads through the readiness check: welcome, questions, then what they bring."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from coach.app.check_flow import CheckFlow, Mode
from coach.app.check_outcome import (
    Entry,
    EntryKind,
    Outcome,
    StillLockedError,
    entry,
    finish,
    save_progress,
)
from coach.app.check_views import has_open_ticks, question_view
from coach.app.planning import whole_check_due
from coach.app.stamps import stamp_of
from coach.domain.records import Check
from coach.gui.context import Context
from coach.gui.controllers.check_outcome import OutcomeController
from coach.gui.main_window import MainWindow, PageSpec
from coach.gui.pages.check import CheckPage
from coach.gui.pages.welcome import WelcomePage

WELCOME, CHECK = "welcome", "check"


class CheckController(QObject):
    """``completed`` carries the ``Check`` after which sessions may start; ``left`` says that the
    user closed a page of the check or of the gate without that."""

    completed = Signal(object)
    left = Signal()

    def __init__(self, context: Context, window: MainWindow) -> None:
        super().__init__(window)
        self._context = context
        self._window = window
        self._flow = CheckFlow(context.book.intake)
        self._check: Check | None = None
        self._begun_ms = 0.0
        self._ending = False
        for name, build in ((WELCOME, self._build_welcome), (CHECK, self._build_check)):
            window.add_page(PageSpec(name, build, alone=True))
        self._outcome = OutcomeController(context, window)
        self._outcome.completed.connect(self.completed)
        self._outcome.closed.connect(self._close)
        self._outcome.again_requested.connect(self.start_again)
        self._outcome.outdated.connect(self.open)

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
        """The signs alone (S7, S8); the whole check where it is due (S6) or there is none to
        build on, the gate where it is red."""
        book, now = self._context.book, stamp_of(self._context.clock)
        self._context.background.run(
            lambda store: (store.latest_check(), whole_check_due(store, book, now)), self._recheck
        )

    def show_standing_gate(self) -> None:
        """What the plan waits for: a check that is not finished, the gate, or the result."""
        book = self._context.book
        self._context.background.run(lambda store: entry(store, book), self._lead_on)

    def _lead_on(self, found: Entry) -> None:
        if found.kind is EntryKind.READY and found.check is not None:
            self._check = found.check
            self._outcome.show(found.check, ready=True)
        else:
            self._enter(found)

    def show_gate(self, check: Check) -> None:
        """The page of a check that keeps the plan locked or waits to be understood."""
        self._check = check
        self._outcome.show(check)

    def _enter(self, found: Entry) -> None:
        self._check = found.check
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

    def _recheck(self, found: tuple[Check | None, bool]) -> None:
        check, whole = found
        self._check = check
        if check is None or check.gate.is_red or whole:
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
        page = self._window.page(CHECK)
        if not isinstance(page, CheckPage):
            raise TypeError(f"{CHECK} is {type(page).__name__}")
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
        book, now = self._context.book, stamp_of(self._context.clock)
        self._context.background.run(
            lambda store: finish(store, book, flow, now, self._context.new_id, seconds),
            self._finished,
            self._failed,
        )

    def _failed(self, error: BaseException) -> None:
        """The answers stay on their last screen, so that Next can be tried again; where another
        gate stands by now, that is shown."""
        self._ending = False
        if isinstance(error, StillLockedError):
            self.open()
            return
        self._flow = self._flow.back()
        self._show_question()
        self._context.background.trouble.emit(error)

    def _finished(self, outcome: Outcome) -> None:
        """The signs alone lead back to the day, unless there is something to tick or to learn."""
        check = outcome.check
        if check is None:
            self._outcome.show_out()
            return
        self._check = check
        short = self._flow.mode is Mode.RECHECK and outcome.ready
        if short and not has_open_ticks(check.answers, self._context.book):
            self.completed.emit(check)
        else:
            self._outcome.show(check, ready=outcome.ready)

    def _close(self) -> None:
        if self._check is None:
            self._window.show_page(WELCOME)
        else:
            self.left.emit()

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
