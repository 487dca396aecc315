"""The result of the readiness check: what the answers point to, and the week that follows."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLayout, QVBoxLayout, QWidget

from coach.app.check_views import ClearanceView, PatternView, ResultView
from coach.app.item_view import ItemView
from coach.app.lengths import clock
from coach.domain.terms import Weekday
from coach.gui.page import ScrollPage
from coach.gui.pages.check_words import headline
from coach.gui.pages.gate import CRUMB, LEAD, FindingCard
from coach.gui.stills import Stills
from coach.gui.theme import Size, Theme, Token, Weight, current_theme
from coach.gui.widgets.buttons import Button, ButtonKind
from coach.gui.widgets.card import Card
from coach.gui.widgets.chip import Chip, ChipKind
from coach.gui.widgets.choice import ChoiceButton
from coach.gui.widgets.day_picture import PICTURE_PX, DayPicture
from coach.gui.widgets.flow import Columns, FlowLayout, clear
from coach.gui.widgets.pick_chips import Pick, PickChips
from coach.gui.widgets.segment_bar import SegmentBar
from coach.gui.widgets.text import BODY, LARGE, SMALL, SOFT, STRONG, Text, TextStyle
from coach.gui.words import weekday_short

WIDTH_PX = 960
STAGE = TextStyle(22, Weight.BOLD, leading=1.25)
LINE = TextStyle(Size.TITLE, leading=1.4)


class ResultPage(ScrollPage):
    """Shows a ``ResultView``. ``accepted`` carries the questions ticked as cleared; where the
    answers ask for it, it waits for "I understand" (S4)."""

    accepted = Signal(tuple)
    ticks_changed = Signal(tuple)
    print_requested = Signal()

    def __init__(self, stills: Stills) -> None:
        super().__init__(max_width_px=WIDTH_PX, centred=True)
        self._stills = stills
        self._view: ResultView | None = None
        self.ticks: dict[str, ChoiceButton] = {}
        self.headline = Text("", LARGE)
        self.lead = Text("", LEAD)
        self.understood = ChoiceButton(
            self.tr("I understand"),
            note=self.tr("This plan is gentle, and no check by a professional takes place here."),
            multi=True,
        )
        self.understood.clicked.connect(self._update_start)
        self.start = Button("", ButtonKind.PRIMARY)
        self.start.clicked.connect(self._accept)
        self.print_button = Button(self.tr("Print my answers"))
        self.print_button.clicked.connect(self.print_requested)
        self._findings, self._clearances = QVBoxLayout(), QVBoxLayout()
        self.points = Card(self.tr("What your answers point to"))
        self.plan = Card(self.tr("Your week"))
        self.limits = Card(self.tr("Built around you"))
        self.days_words = Text(self.tr("Your three days"), STRONG)
        self.days = PickChips(self.days_words.text())
        self._point_box, self._plan_box = QVBoxLayout(), QVBoxLayout()
        self._limit_box = QVBoxLayout()
        self._assemble()

    def _assemble(self) -> None:
        words = QVBoxLayout()
        words.setSpacing(8)
        for label in (Text(self.tr("Readiness check"), CRUMB), self.headline, self.lead):
            words.addWidget(label)
        pairs = ((self.points, self._point_box), (self.plan, self._plan_box))
        for card, box in (*pairs, (self.limits, self._limit_box)):
            box.setSpacing(12)
            card.body.addLayout(box)
        self.plan.body.addWidget(self.days_words)
        self.plan.body.addWidget(self.days)
        self.offer_days(())
        self._findings.setSpacing(12)
        self._clearances.setSpacing(12)
        buttons = QWidget()
        row = FlowLayout(buttons)
        row.addWidget(self.start)
        row.addWidget(self.print_button)
        self.body.addLayout(words)
        self.body.addLayout(self._findings)
        self.body.addLayout(self._clearances)
        self.body.addWidget(self.understood)
        for card in (self.plan, self.points, self.limits):
            self.body.addWidget(card)
        self.body.addWidget(buttons)

    def show_view(self, view: ResultView) -> None:
        """Show a result. Ticks keep their place while the plan under them changes."""
        fresh = self._view is None or _asked(self._view) != _asked(view)
        self._view = view
        self.headline.setText(headline(view.gate))
        self.setAccessibleName(self.headline.text())
        self.lead.setText(self._lead(view))
        if fresh:
            self.understood.setChecked(False)
            _refill(self._findings, [FindingCard(finding) for finding in view.findings])
            self._show_clearances(view)
            self.scroll_to_top()
        self._show_points(view)
        self._show_plan(view)
        self._show_limits(view)
        self.understood.setVisible(view.wants_understanding)
        self.print_button.setVisible(view.wants_understanding)
        self._update_start()

    def offer_days(self, weeks: Sequence[tuple[Weekday, ...]]) -> None:
        """Let the user choose the full days out of ``weeks`` (R11); none offered, none shown."""
        picks = [Pick(" ".join(days), " · ".join(map(weekday_short, days))) for days in weeks]
        self.days.show_picks(picks, picks[0].id if picks else "")
        self.days.setVisible(bool(picks))
        self.days_words.setVisible(bool(picks))

    def chosen_days(self) -> tuple[Weekday, ...]:
        """The full days that were chosen; empty where none were offered."""
        return tuple(Weekday(day) for day in self.days.chosen().split())

    def _redraw(self) -> None:
        if self._view is not None:
            self._show_plan(self._view)

    def entered(self) -> None:
        self._redraw()
        self._order_tabs()
        stops: tuple[QWidget, ...] = (*self.ticks.values(), self.understood, self.start)
        first = next((one for one in stops if one.isEnabled() and not one.isHidden()), None)
        if first is not None:
            self.hand_focus(first)

    def refresh(self, theme: Theme) -> None:
        """Stills are drawn in the new colours, at once or when the page is shown again."""
        super().refresh(theme)
        if self.isVisible():
            self._redraw()

    def _lead(self, view: ResultView) -> str:
        if not view.wants_understanding:
            return self.tr("Nothing in your answers asks for a check first. Here is your week.")
        if view.locked:
            return self.tr("The plan waits until a professional has said that exercise is fine.")
        if any(one.required for one in view.clearances):
            return self.tr("With their word, a gentle plan can begin.")
        return self.tr("A gentle plan is there meanwhile, if you want it.")

    def _show_clearances(self, view: ResultView) -> None:
        given = [one for one in view.clearances if not one.waits]
        self.ticks = {one.question: self._tick(one) for one in given}
        lines = [Text(self._later(), BODY)] if len(given) < len(view.clearances) else []
        _refill(self._clearances, (*self.ticks.values(), *lines))
        for widget in (*self.ticks.values(), *lines):
            widget.setVisible(True)
        self._order_tabs()

    def _tick(self, clearance: ClearanceView) -> ChoiceButton:
        tick = ChoiceButton(self._clearance(clearance), note=self._for(clearance), multi=True)
        tick.setChecked(clearance.ticked)
        tick.clicked.connect(self._tell_ticks)
        return tick

    def _order_tabs(self) -> None:
        """Ticks and days are made late; Tab goes from top to bottom all the same."""
        chips, last = self.days.chips.values(), (self.start, self.print_button)
        for one, other in pairwise((*self.ticks.values(), self.understood, *chips, *last)):
            QWidget.setTabOrder(one, other)

    def _clearance(self, clearance: ClearanceView) -> str:
        if clearance.required:
            return self.tr("A professional has said this is fine")
        return self.tr("A professional has said the nerve floss is fine")

    def _for(self, clearance: ClearanceView) -> str:
        signs = " · ".join(clearance.signs)
        if clearance.required:
            return signs
        return self.tr("{signs}. If you leave it open, the floss waits.").format(signs=signs)

    def _later(self) -> str:
        return self.tr(
            "The nerve floss is taken out for now. From tomorrow on you can tick here that a"
            " professional has said it is fine."
        )

    def _accept(self) -> None:
        self.accepted.emit(self._ticked())

    def _tell_ticks(self) -> None:
        self.ticks_changed.emit(self._ticked())

    def _ticked(self) -> tuple[str, ...]:
        return tuple(name for name, tick in self.ticks.items() if tick.isChecked())

    def _show_points(self, view: ResultView) -> None:
        first, *more = view.accent
        widgets: list[QWidget] = [Text(first, LINE)]
        widgets += [self._pattern(pattern) for pattern in view.patterns]
        widgets += [Text(line, BODY) for line in more]
        widgets.append(Text(view.overlap, SMALL))
        _refill(self._point_box, widgets)

    def _pattern(self, pattern: PatternView) -> QWidget:
        words = self.tr("{points} of {most} points").format(
            points=pattern.points, most=pattern.most
        )
        bar = SegmentBar(f"{pattern.name}: {words}")
        bar.show_steps(pattern.points, pattern.most)
        whole = QWidget()
        box = QVBoxLayout(whole)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(6)
        row = QHBoxLayout()
        row.addWidget(Text(pattern.name, STRONG), 1)
        row.addWidget(Text(words, SMALL, align=Qt.AlignmentFlag.AlignRight))
        box.addLayout(row)
        box.addWidget(bar)
        return whole

    def _show_plan(self, view: ResultView) -> None:
        self.plan.setVisible(bool(view.exercises))
        if not view.exercises:
            return
        widgets: list[QWidget] = [self._stage(view), Text(" ".join(view.stage_why), SOFT)]
        pictures = Columns(stack_below_px=420, gap_px=16)
        theme = current_theme()
        for exercise in view.exercises:
            pictures.add(self._picture(exercise, theme))
        widgets.append(pictures)
        widgets.append(Text(" ".join(view.week), BODY))
        _refill(self._plan_box, widgets)

    def _stage(self, view: ResultView) -> QWidget:
        whole = QWidget()
        row = FlowLayout(whole)
        row.addWidget(Text(view.stage, STAGE, wrap=False))
        length = self.tr("{time} a session").format(time=clock(view.session_ms))
        row.addWidget(Chip(length, ChipKind.BREATH))
        return whole

    def _picture(self, exercise: ItemView, theme: Theme) -> QWidget:
        size = (theme.space(PICTURE_PX[0] + 40), theme.space(PICTURE_PX[1] + 28))
        ratio = self.devicePixelRatioF()
        pixmap = self._stills.pixmap(
            exercise.exercise, exercise.variant, theme, size, ratio=ratio, ground=Token.BACKGROUND
        )
        whole = QWidget()
        box = QVBoxLayout(whole)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(4)
        box.addWidget(DayPicture(pixmap, exercise.name, framed=True))
        box.addWidget(Text(exercise.name, STRONG))
        box.addWidget(Text(exercise.dose, SMALL))
        return whole

    def _show_limits(self, view: ResultView) -> None:
        self.limits.setVisible(bool(view.modifiers))
        _refill(self._limit_box, [Text(line, BODY) for line in view.modifiers])

    def _update_start(self) -> None:
        view = self._view
        if view is None:
            return
        gentle = view.wants_understanding
        self.start.setText(self.tr("Start the gentle plan") if gentle else self.tr("See my week"))
        understood = self.understood.isChecked() or not gentle
        self.start.setEnabled(understood and not view.locked)


def _asked(view: ResultView) -> object:
    names = [(one.question, one.signs, one.waits) for one in view.clearances]
    return view.gate, view.findings, names


def _refill(box: QLayout, widgets: Iterable[QWidget]) -> None:
    """Replace everything in a layout."""
    clear(box)
    for widget in widgets:
        box.addWidget(widget)
