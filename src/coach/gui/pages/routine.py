"""Routine: the week with pictures, days to move, why it is so, what comes next."""

from __future__ import annotations

from itertools import pairwise

from PySide6.QtCore import Signal
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QWidget

from coach.app.advice import Reply, WhyLine
from coach.app.lengths import clock
from coach.app.week_view import DayView, WeekView
from coach.domain.terms import DayKind, Emphasis, Weekday
from coach.gui.page import ScrollPage
from coach.gui.pages.advice_list import AdviceList
from coach.gui.pages.intent_card import IntentCard
from coach.gui.stills import Stills
from coach.gui.theme import Theme, current_theme
from coach.gui.widgets.buttons import Button
from coach.gui.widgets.card import Card
from coach.gui.widgets.day_column import DayKind as ColumnKind
from coach.gui.widgets.day_column import DayState
from coach.gui.widgets.day_picture import PICTURE_PX
from coach.gui.widgets.disclosure import Disclosure, Line
from coach.gui.widgets.drop_list import DropList
from coach.gui.widgets.flow import Columns, FlowLayout
from coach.gui.widgets.text import SMALL, Text
from coach.gui.widgets.week_board import WeekBoard
from coach.gui.words import weekday_short

_COLUMN = {
    DayKind.FULL: ColumnKind.FULL,
    DayKind.HALF: ColumnKind.FULL,
    DayKind.LIGHT: ColumnKind.LIGHT,
    DayKind.REST: ColumnKind.REST,
}
_DAYS = tuple(Weekday)


class RoutinePage(ScrollPage):
    """Shows a ``WeekView``; ``move_requested(from, to)`` carries weekday ids."""

    move_requested = Signal(str, str)
    emphasis_requested = Signal(str)
    step_down_requested = Signal()
    pause_requested = Signal()
    recheck_requested = Signal()
    advice_answered = Signal(str, str, str)

    def __init__(self, stills: Stills) -> None:
        super().__init__(self.tr("Your week"))
        self._stills = stills
        self._view: WeekView | None = None
        self.plan: IntentCard | None = None
        self.board = WeekBoard()
        self.board.move_requested.connect(self._move)
        self.advice = AdviceList()
        self.advice.answered.connect(self._answer)
        self.why = Card(self.tr("Why this routine"))
        self.why_words = Text("")
        self.rules = Disclosure(self.tr("Why?"), self.tr("Hide why"))
        self.rules.opened.connect(self.why_words.setHidden)
        self.why.body.addWidget(self.why_words)
        self.review = Card(self.tr("Next review"))
        self.review_words = Text("")
        self.waits = Disclosure(self.tr("What is still missing"), self.tr("Hide what is missing"))
        self.review.body.addWidget(self.review_words)
        self._build_choices()
        self._assemble()

    def _build_choices(self) -> None:
        self.accent = DropList()
        self.accent.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.accent.setAccessibleName(self.tr("Emphasis of the week"))
        self.accent.activated.connect(self._choose)
        self.down = Button(self.tr("One stage down"), compact=True)
        self.down.clicked.connect(self.step_down_requested)
        self.pause = Button(self.tr("Pause the plan"), icon_name="pause", compact=True)
        self.pause.clicked.connect(self.pause_requested)
        self.pause.setAccessibleDescription(
            self.tr("For illness or travel, up to 27 days; you go on whenever you like.")
        )

    def _assemble(self) -> None:
        row = QHBoxLayout()
        label = Text(self.tr("Emphasis"), SMALL, wrap=False)
        label.setBuddy(self.accent)
        row.addWidget(label)
        row.addWidget(self.accent)
        row.addStretch(1)
        self.why.body.addWidget(self.rules.button)
        self.why.body.addWidget(self.rules)
        self.why.body.addLayout(row)
        self.review.body.addWidget(self.waits.button)
        self.review.body.addWidget(self.waits)
        steps = FlowLayout()
        steps.addWidget(self.down)
        steps.addWidget(self.pause)
        self.review.body.addLayout(steps)
        for card in (self.why, self.review):
            card.body.addStretch(1)
        cards = Columns(stack_below_px=700)
        cards.add(self.why, 620, top=False)
        cards.add(self.review, 380, top=False)
        self.body.addWidget(self.advice)
        self.body.addWidget(self.board)
        self.body.addWidget(cards)

    def add_card(self, card: IntentCard) -> None:
        """Put the plan for the moment below the week (A1)."""
        self.plan = card
        self.body.addWidget(card)

    def show_view(self, view: WeekView) -> None:
        """Show the week; while the plan is locked or paused every day rests."""
        self._view = view
        self.set_heading(self.tr("Your week"), self._subtitle(view))
        self.board.show_days([self._state(day, current_theme()) for day in view.days])
        self.why_words.setText(" ".join(line.text for line in view.why))
        self.rules.show_lines(_lines(view.why), self.why.title.text())
        self.review_words.setText(view.review)
        self.review.setVisible(bool(view.review) and not view.locked)
        self.waits.show_lines(_lines(view.waits), self.review.title.text())
        self.down.setVisible(view.can_step_down)
        self.pause.setVisible(view.can_pause)
        self._show_accents(view)
        self.advice.show_advice(view.advice)
        self._order_tabs()

    def _order_tabs(self) -> None:
        why = (self.rules.button, self.accent)
        review = (self.waits.button, self.down, self.pause)
        plan = self.plan.stops() if self.plan is not None else ()
        week = (*self.advice.stops(), *self.board.columns)
        for one, other in pairwise((*week, *why, *review, *plan)):
            QWidget.setTabOrder(one, other)

    def show_refusal(self, text: str) -> None:
        """Say why a day stays where it is."""
        self.board.show_notice(text)

    def _subtitle(self, view: WeekView) -> str:
        if view.paused:
            return self.tr("The plan is paused: nothing is planned, and nothing is missed.")
        if view.locked:
            return self.tr("Every day rests until the check has been done again.")
        light = any(day.kind is DayKind.LIGHT for day in view.days)
        words = (
            self.tr("Three sessions and two light days, built from your answers.")
            if light
            else self.tr("Three gentle sessions, built from your answers.")
        )
        how = self.tr("Drag a day, or move it with Alt and an arrow.")
        return f"{words} {how}"

    def _state(self, day: DayView, theme: Theme) -> DayState:
        full = day.kind in (DayKind.FULL, DayKind.HALF)
        return DayState(
            label=weekday_short(day.day),
            chip=clock(day.planned_ms) if full else "",
            kind=_COLUMN[day.kind],
            pictures=tuple(self._pictures(day, theme)),
            text=self._text(day),
            movable=full,
            today=day.today,
        )

    def _pictures(self, day: DayView, theme: Theme) -> list[tuple[QPixmap, str]]:
        shown = day.pictures if day.kind is not DayKind.LIGHT else day.pictures[-1:]
        size = (theme.space(PICTURE_PX[0]), theme.space(PICTURE_PX[1]))
        ratio = self.devicePixelRatioF()
        return [
            (self._stills.pixmap(p.exercise, p.variant, theme, size, ratio=ratio), p.name)
            for p in shown
        ]

    def _text(self, day: DayView) -> str:
        if day.kind is DayKind.LIGHT:
            names = ", ".join(picture.name.lower() for picture in day.pictures)
            return self.tr("Light: {names}, {time}").format(names=names, time=clock(day.planned_ms))
        if day.kind is DayKind.REST:
            return self.tr("Rest. A short walk every half hour of sitting.")
        return ""

    def _show_accents(self, view: WeekView) -> None:
        self.accent.clear()
        self.accent.addItem(self.tr("From your answers"), "")
        for emphasis, name in view.choices:
            self.accent.addItem(name, emphasis.value)
        chosen = self.accent.findData(view.emphasis.value) if view.by_hand else 0
        self.accent.setCurrentIndex(chosen)
        self.accent.setEnabled(not view.locked)

    def _answer(self, kind: str, subject: str, reply: str) -> None:
        """The check is opened here; every other answer is for the rules."""
        if reply == Reply.START_CHECK:
            self.recheck_requested.emit()
        else:
            self.advice_answered.emit(kind, subject, reply)

    def _choose(self, index: int) -> None:
        self.emphasis_requested.emit(str(self.accent.itemData(index)))

    def _move(self, source: int, target: int) -> None:
        self.move_requested.emit(_DAYS[source].value, _DAYS[target].value)

    def refresh(self, theme: Theme) -> None:
        super().refresh(theme)
        if self._view is not None:
            self.show_view(self._view)


def _lines(told: tuple[WhyLine, ...]) -> tuple[Line, ...]:
    return tuple((line.text, line.rule) for line in told)


def chosen_emphasis(value: str) -> Emphasis | None:
    """The accent a choice stands for; ``None`` hands it back to the answers."""
    return Emphasis(value) if value else None
