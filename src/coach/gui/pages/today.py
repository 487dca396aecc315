"""Today: one big Start, the check-in, two weeks at a glance."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from coach.app.advice import Reply
from coach.app.lengths import clock
from coach.app.today import Due, TodayView
from coach.domain.terms import Side
from coach.gui.page import ScrollPage
from coach.gui.pages.advice_list import AdviceList
from coach.gui.pages.today_cards import CheckinCard, FortnightCard, SessionCard
from coach.gui.stills import Stills
from coach.gui.widgets.banner import Banner, BannerKind
from coach.gui.widgets.buttons import Button, ButtonKind
from coach.gui.widgets.flow import Column, Columns, FlowLayout
from coach.gui.widgets.rating_scale import rating_of_key
from coach.gui.words import capital, listed, weekday_name

MOST_CARDS = 2
WAITING = (Due.LOCKED, Due.CHECK, Due.PAUSED)
"""No session is due: something else comes first, or the plan rests (S5, S6, D5)."""


class TodayPage(ScrollPage):
    """Shows a ``TodayView``; asks for sessions, ratings and decisions about an open session."""

    start_requested = Signal(str)
    floss_requested = Signal()
    rated = Signal(str, int)
    other_day_requested = Signal()
    resume_requested = Signal()
    finish_requested = Signal()
    discard_requested = Signal()
    gate_requested = Signal()
    recheck_requested = Signal()
    phone_requested = Signal()
    advice_answered = Signal(str, str, str)
    notes_requested = Signal()
    ticked = Signal(str, bool)

    def __init__(self, stills: Stills) -> None:
        super().__init__()
        self.view: TodayView | None = None
        self._fresh = True
        self._build_parts(stills)
        self._connect_parts()
        self._assemble()

    def _build_parts(self, stills: Stills) -> None:
        self.banner = Banner("", BannerKind.INFO)
        self.advice = AdviceList(most=MOST_CARDS)
        self.session = SessionCard(stills)
        self.checkin = CheckinCard()
        self.fortnight = FortnightCard()
        self.gate = Button(self.tr("What comes first"), ButtonKind.PRIMARY)
        self.recheck = Button(
            self.tr("Something new since last time"), ButtonKind.QUIET, compact=True
        )
        self.phone = Button(self.tr("For my phone"), ButtonKind.QUIET, compact=True)
        self.phone.setAccessibleDescription(self.tr("Today's session as a file to listen to"))

    def _connect_parts(self) -> None:
        self.session.start_requested.connect(self.start_requested)
        self.session.floss_requested.connect(self.floss_requested)
        self.checkin.rated.connect(self.rated)
        self.checkin.ticked.connect(self.ticked)
        self.checkin.other_day_requested.connect(self.other_day_requested)
        self.advice.answered.connect(self._answer)
        self.advice.notes_requested.connect(self.notes_requested)
        self.banner.action.connect(self._decide)
        self.gate.clicked.connect(self.gate_requested)
        self.recheck.clicked.connect(self.recheck_requested)
        self.phone.clicked.connect(self.phone_requested)

    def _assemble(self) -> None:
        self.columns = Columns(stack_below_px=700)
        self.columns.add(Column(self.session, self._foot()), 574)
        self.columns.add(Column(self.checkin, self.fortnight), 390)
        self.body.addWidget(self.banner)
        self.body.addWidget(self.gate)
        self.body.addWidget(self.advice)
        self.body.addWidget(self.columns)
        for part in (self.gate, self.columns, self.recheck, self.phone):
            part.hide()

    def _foot(self) -> QWidget:
        """What is seldom needed, side by side where there is room."""
        foot = QWidget()
        row = FlowLayout(foot)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.recheck)
        row.addWidget(self.phone)
        return foot

    def show_view(self, view: TodayView) -> None:
        """Show what is due; before the first view there is nothing to press. The session card
        is away while the plan is locked or rests."""
        self.view = view
        self._show_due(view)
        self.columns.show()
        self.recheck.show()
        self.checkin.show_view(view.checkin)
        self._show_open(view)
        if self._fresh:
            self._fresh = False
            self._place_focus()

    def _show_due(self, view: TodayView) -> None:
        self.set_heading(self._headline(view), self._subtitle(view))
        self.session.setVisible(view.due not in WAITING)
        self.phone.setVisible(view.due in (Due.FULL, Due.LIGHT, Due.HALF))
        self.gate.setVisible(view.due is Due.LOCKED)
        self.session.show_view(view)
        self.fortnight.show_view(view.fortnight)
        self.advice.show_advice(view.advice)

    def freshen(self, view: TodayView) -> None:
        """Show what a rating has changed; the check-in itself stays as it is."""
        self.view = view
        self._show_due(view)

    def entered(self) -> None:
        self._fresh = True
        self.advice.fold()

    def _place_focus(self) -> None:
        """The keys begin at what the day asks for; numbers rate from anywhere on the page."""
        scale = self.checkin.scales[Side.LEFT]
        waits = self.view is not None and self.view.due in WAITING
        cards = self.advice.stops() if waits else ()
        begin = (*self.banner.buttons.values(), self.gate, *cards, self.session.start, scale)
        first = next((one for one in begin if one.isVisibleTo(self)), None)
        if first is not None:
            self.hand_focus(first)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        rating = rating_of_key(event)
        if rating is None:
            super().keyPressEvent(event)
        elif not event.isAutoRepeat():
            self.checkin.take_rating(rating)

    def _headline(self, view: TodayView) -> str:
        day = capital(weekday_name(view.day))
        sentences = {
            Due.FULL: self.tr("{day}. Your session is ready."),
            Due.HALF: self.tr("{day}. Your half session is ready."),
            Due.LIGHT: self.tr("{day}. A light day, if you like."),
            Due.REST: self.tr("{day}. A day of rest."),
            Due.DONE: self.tr("{day}. Done for today."),
            Due.LOCKED: self.tr("{day}. Your plan waits."),
            Due.CHECK: self.tr("{day}. A short check comes first."),
            Due.PAUSED: self.tr("{day}. Your plan is paused."),
        }
        return sentences[view.due].format(day=day)

    def _subtitle(self, view: TodayView) -> str:
        if view.due is Due.LOCKED:
            return self.tr("Ratings and history stay open. Sessions open again after a new check.")
        if view.due is Due.CHECK:
            return self.tr("It takes about two minutes. Then your plan goes on.")
        if view.due is Due.PAUSED:
            return self.tr("Nothing is planned, and nothing is missed. Ratings stay open.")
        if view.due is Due.DONE:
            return self.tr("That was today's session. Rest is part of it.")
        if view.due is Due.REST:
            return self.tr("A short walk every half hour of sitting does more than you think.")
        time = self.tr("{time} with all pauses.").format(time=clock(view.total_ms))
        things = capital(listed(view.equipment))
        return f"{time} {things}." if things else time

    def _show_open(self, view: TodayView) -> None:
        found = view.open_session
        if found is None:
            self.banner.show_message("")
            return
        text = self.tr("A session was left half-way. Sets saved so far: {saved}.")
        text = text.format(saved=found.saved)
        at_set = self.tr("Continue at set {set}").format(set=found.next_set)
        actions = [
            ("resume", at_set if found.next_set else self.tr("Continue")),
            ("finish", self.tr("Finish it here")),
            ("discard", self.tr("Discard")),
        ]
        if view.due is Due.LOCKED or found.lost:
            actions = actions[1:]
        self.banner.show_message(text, BannerKind.INFO, actions)

    def _answer(self, kind: str, subject: str, reply: str) -> None:
        """The check is opened here; every other answer is for the rules."""
        if reply == Reply.START_CHECK:
            self.recheck_requested.emit()
        else:
            self.advice_answered.emit(kind, subject, reply)

    def _decide(self, action: str) -> None:
        requests = {
            "resume": self.resume_requested,
            "finish": self.finish_requested,
            "discard": self.discard_requested,
        }
        requests[action].emit()
