"""Notes for a professional: every note that was told, and the log beside it (C8)."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout

from coach.app.professional import Means, ProfessionalView
from coach.gui.page import ScrollPage
from coach.gui.pages.check_words import purpose
from coach.gui.pages.notes_words import NotesWords
from coach.gui.pages.progress_words import ProgressWords
from coach.gui.widgets.buttons import Button, ButtonKind
from coach.gui.widgets.card import Card
from coach.gui.widgets.card_grid import CardGrid
from coach.gui.widgets.chart_card import ChartCard
from coach.gui.widgets.chart_model import ChartModel
from coach.gui.widgets.fact_rows import Fact, FactRows
from coach.gui.widgets.flow import Column, Columns
from coach.gui.widgets.stat_card import StatCard
from coach.gui.widgets.text import SOFT, Text
from coach.gui.words import key_name

SHOWN = 12
ALL = "all"
NO_RATINGS = Means(None, None, None, None)


class NotesPage(ScrollPage):
    """Shows a ``ProfessionalView``; asks to print it, and to go back to where it came from."""

    print_requested = Signal()
    back_requested = Signal()

    def __init__(self) -> None:
        super().__init__(self.tr("Notes for a professional"), purpose())
        self._said, self._progress = NotesWords(self), ProgressWords(self)
        self.view: ProfessionalView | None = None
        self.back = Button(self.tr("Back"), ButtonKind.QUIET, icon_name="arrow-left")
        self.back.set_key(key_name(Qt.Key.Key_Escape))
        self.back.clicked.connect(self.back_requested)
        self.print_button = Button(self.tr("Print or save"), ButtonKind.PRIMARY)
        self.print_button.clicked.connect(self.print_requested)
        self._build_cards()
        self._assemble()

    def _build_cards(self) -> None:
        self.notes, self._notes = self._card(self.tr("When a check was suggested"))
        self.ratings = tuple(StatCard(name) for name, _ in self._said.ratings(NO_RATINGS))
        self.chart = ChartCard(self.tr("Tightness, day by day"), {ALL: self.tr("all")})
        self.plan, self._plan = self._card(self.tr("Plan now"))
        self.weeks, self._weeks = self._card(self.tr("Sessions by week, from Monday"))
        self.changes, self._changes = self._card(self.tr("What changed"))
        self.events, self._events = self._card(self.tr("Signs during sessions"))
        self.answers, self._answers = self._card(self.tr("Readiness check"), label_px=210)

    def _card(self, title: str, *, label_px: int = 118) -> tuple[Card, FactRows]:
        card, rows = Card(title), FactRows(label_px=label_px)
        card.body.addWidget(rows)
        card.body.addStretch(1)
        return card, rows

    def _assemble(self) -> None:
        foot = QHBoxLayout()
        foot.addWidget(self.back)
        foot.addWidget(self.print_button)
        self.tools.addLayout(foot)
        self.nothing = Text(
            self.tr("No note so far. If a check with a professional may help, it says so here."),
            SOFT,
        )
        self.notes.body.insertWidget(1, self.nothing)
        self.body.addWidget(self.notes)
        self.body.addWidget(CardGrid(self.ratings))
        self.body.addWidget(self.chart)
        columns = Columns()
        columns.add(self.weeks, 1)
        columns.add(Column(self.plan, self.events), 1)
        for part in (columns, self.changes, self.answers):
            self.body.addWidget(part)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Esc goes back, as from an exercise."""
        if Qt.Key(event.key()) is Qt.Key.Key_Escape:
            self.back_requested.emit()
        else:
            super().keyPressEvent(event)

    def show_view(self, view: ProfessionalView) -> None:
        """Show this."""
        self.view = view
        words = self._said
        self._notes.show_facts(words.notes(view))
        self.nothing.setVisible(not view.notes)
        for card, (_, value) in zip(self.ratings, words.ratings(view.means), strict=True):
            card.show_value(value, self.tr("mean, 0 to 10"))
        summary = self._progress.chart_summary(view.progress.chart)
        self.chart.show_model(self.model(), ALL, summary, view.progress.sentence)
        self.chart.setVisible(view.progress.has_ratings)
        self._plan.show_facts(words.plan(view))
        self._show_or_hide(self.weeks, self._weeks, words.weeks(view.weeks))
        self._show_or_hide(self.changes, self._changes, words.changes(view, SHOWN))
        self._show_or_hide(self.events, self._events, words.events(view.events, SHOWN))
        self._show_or_hide(self.answers, self._answers, words.answers(view))
        self.hand_focus(self.print_button)

    def _show_or_hide(self, card: Card, rows: FactRows, facts: list[Fact]) -> None:
        rows.show_facts(facts)
        card.setVisible(bool(facts))

    def facts(self, card: Card) -> tuple[Fact, ...]:
        """What a card of the page tells now."""
        return tuple(fact for rows in card.findChildren(FactRows) for fact in rows.facts)

    def model(self) -> ChartModel:
        """The chart of the shown view. Raises ``LookupError`` before the first one."""
        if self.view is None:
            raise LookupError("there is no view yet")
        return self._progress.chart(self.view.progress.chart)
