"""Progress: the verdict first, then the numbers, the chart, the sessions and what changed."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from coach.app.professional import NoteView
from coach.app.progress import ProgressView
from coach.app.progress_chart import Span
from coach.gui.focus_sight import FocusSight
from coach.gui.page import ScrollContent
from coach.gui.pages.advice_words import NOTES
from coach.gui.pages.progress_words import ProgressWords
from coach.gui.theme import Size, Theme, current_theme
from coach.gui.widgets.advice_card import AdviceCard, CardButton, CardModel, Tone
from coach.gui.widgets.base import Themed
from coach.gui.widgets.buttons import Button
from coach.gui.widgets.calendar_grid import CalendarGrid
from coach.gui.widgets.card import Card
from coach.gui.widgets.card_grid import CardGrid
from coach.gui.widgets.chart_card import ChartCard
from coach.gui.widgets.chart_dates import long_date
from coach.gui.widgets.chart_model import ChartColors, ChartModel
from coach.gui.widgets.chart_picture import PictureKind, PictureWords, chart_picture
from coach.gui.widgets.flow import Columns, FlowLayout
from coach.gui.widgets.stat_card import StatCard
from coach.gui.widgets.text import BODY, DISPLAY, SOFT, Text

SHOWN_CHANGES = 6


class ProgressPage(Themed, QScrollArea):
    """Shows a ``ProgressView``; asks for another span and for a picture, and does neither."""

    span_requested = Signal(str)
    picture_requested = Signal()
    notes_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = ProgressWords(self)
        self._model: ChartModel | None = None
        self.headline, self.sentence = Text("", DISPLAY), Text("", SOFT)
        self.picture = Button(self.tr("Save picture"), icon_name="download")
        self.picture.clicked.connect(self.picture_requested)
        self.notes = Button(self.tr("For a professional"))
        self.notes.clicked.connect(self.notes_requested)
        self.now = StatCard(self.tr("Tightness now"))
        self.sessions = StatCard(self.tr("Sessions"))
        self.after = StatCard(self.tr("After a session"))
        self.sides = StatCard(self.tr("Left vs right"))
        self.chart = ChartCard(self.tr("Tightness, day by day"), self._spans())
        self.chart.span_chosen.connect(self.span_requested)
        self.told = AdviceCard(CardModel(""))
        self.told.chosen.connect(self.notes_requested)
        self.told.hide()
        self.calendar = CalendarGrid(self.tr("Sessions of twelve weeks"))
        self.changes = Card(self.tr("What changed"))
        self._paragraphs = [Text("", BODY) for _ in range(SHOWN_CHANGES)]
        self._build()
        self.restyle(current_theme())

    def _spans(self) -> dict[str, str]:
        return {
            Span.TWELVE_WEEKS.value: self.tr("12 weeks"),
            Span.FOUR_WEEKS.value: self.tr("4 weeks"),
            Span.ALL.value: self.tr("all"),
        }

    def _build(self) -> None:
        self.setAccessibleName(self.tr("Progress"))
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        content = ScrollContent()
        self._box = QVBoxLayout(content)
        self._box.addWidget(self._build_head())
        self._box.addWidget(CardGrid((self.now, self.sessions, self.after, self.sides)))
        self._box.addWidget(self.chart)
        self._box.addWidget(self.told)
        self._box.addWidget(self._build_foot())
        self._box.addStretch(1)
        self.setWidget(content)
        self._sight = FocusSight(self)

    def _build_head(self) -> Columns:
        words = QWidget()
        self._head = QVBoxLayout(words)
        self._head.setContentsMargins(0, 0, 0, 0)
        for label in (self.headline, self.sentence):
            self._head.addWidget(label)
        head = Columns(stack_below_px=760, gap_px=12)
        head.add(words, 1)
        head.add(self._build_tools(), 0)
        return head

    def _build_tools(self) -> QWidget:
        tools = QWidget()
        row = FlowLayout(tools)
        row.addWidget(self.notes)
        row.addWidget(self.picture)
        return tools

    def _build_foot(self) -> Columns:
        sessions = Card()
        told = Card(self.tr("Sessions"), note=self.tr("12 weeks, Monday first"), padding_px=0)
        inside = Columns(stack_below_px=380)
        inside.add(told, 1)
        inside.add(self.calendar, 2)
        sessions.body.addWidget(inside)
        sessions.body.addStretch(1)
        for label in self._paragraphs:
            self.changes.body.addWidget(label)
        self.changes.body.addStretch(1)
        foot = Columns()
        foot.add(sessions, 1, top=False)
        foot.add(self.changes, 1, top=False)
        return foot

    def restyle(self, theme: Theme) -> None:
        left, right, along = theme.space(44), theme.space(32), theme.space(36)
        self._box.setContentsMargins(left, along, right, along)
        self._box.setSpacing(theme.space(20))
        self._head.setSpacing(theme.space(4))

    def show_view(self, view: ProgressView) -> None:
        """Show this."""
        self.headline.setText(view.headline)
        self.sentence.setText(view.sentence)
        self.now.show_value(*self._words.now(view.now))
        self.sessions.show_value(*self._words.sessions(view.sessions))
        self.after.show_value(*self._words.after(view.after))
        self.sides.show_value(*self._words.sides(view.sides))
        self._model = self._words.chart(view.chart)
        summary = self._words.chart_summary(view.chart)
        self.chart.show_model(self._model, view.span.value, summary, view.footnote)
        self.calendar.show_days(*self._words.calendar(view))
        self.picture.setEnabled(view.has_ratings)
        self._show_changes([self._words.change(c) for c in view.changes[:SHOWN_CHANGES]])

    def show_notes(self, notes: Sequence[NoteView]) -> None:
        """Speak of the newest note, whether it was put away elsewhere or not (C8)."""
        self.told.setVisible(bool(notes))
        if notes:
            button = CardButton(NOTES, self.tr("Notes for a professional"))
            day, sentence = long_date(notes[0].day), notes[0].sentence
            self.told.show_model(
                CardModel(f"{day} · {sentence}", "heart-pulse", Tone.QUIET, (button,))
            )

    def _show_changes(self, paragraphs: list[str]) -> None:
        shown = paragraphs or [self.tr("Nothing yet. Changes of your plan appear here.")]
        for index, label in enumerate(self._paragraphs):
            label.setText(shown[index] if index < len(shown) else "")
            label.setVisible(index < len(shown))

    def picture_bytes(self, kind: PictureKind) -> bytes:
        """The shown chart as the content of a file, in the light or dark look of the moment.

        Raises ``LookupError`` before the first view.
        """
        if self._model is None:
            raise LookupError("there is no chart yet")
        theme = current_theme().scaled(100)
        colors, font = ChartColors.of(theme), theme.font(Size.BODY)
        note = self.tr("Tightness from 0 to 10, day by day. Band: first week. Marks: sessions.")
        words = PictureWords(self.headline.text(), note)
        return chart_picture(kind, self._model, colors, font, words)
