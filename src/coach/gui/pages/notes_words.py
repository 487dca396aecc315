"""The notes for a professional in words, the same on the page and on paper."""

from __future__ import annotations

from PySide6.QtCore import QObject

from coach.app.lengths import clock
from coach.app.professional import Event, Means, ProfessionalView, Told, WeekCount
from coach.domain.terms import Discomfort, Floss, Side
from coach.gui.pages.progress_words import ProgressWords
from coach.gui.widgets.chart_dates import long_date, short_date
from coach.gui.widgets.disclosure import line_words
from coach.gui.widgets.fact_rows import Fact
from coach.gui.words import listed, number


class NotesWords(QObject):
    """Turns view values into facts; holds nothing."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._progress = ProgressWords(self)

    def notes(self, view: ProfessionalView) -> list[Fact]:
        return [(long_date(n.day), line_words((n.sentence, n.rule))) for n in view.notes]

    def ratings(self, means: Means) -> list[Fact]:
        """Means of the first week and of now, and each side."""
        return [
            (self.tr("First week"), _mean(means.first_week)),
            (self.tr("Last 14 days"), _mean(means.last_two_weeks)),
            (self.tr("Left"), _mean(means.left)),
            (self.tr("Right"), _mean(means.right)),
        ]

    def plan(self, view: ProfessionalView) -> list[Fact]:
        """What holds now."""
        stage = self._progress.stage(view.stage) or self.tr("The plan waits.")
        return [(self.tr("Stage"), stage), (self.tr("Nerve floss"), self.floss(view.floss))]

    def floss(self, level: Floss) -> str:
        return {
            Floss.LOCK: self.tr("left out"),
            Floss.F0: self.tr("1 set of 6 on each side, after full sessions"),
            Floss.F1: self.tr("1 set of 10 on each side"),
            Floss.F2: self.tr("2 sets of 10 on each side"),
            Floss.F3: self.tr("3 sets of 10 on each side"),
        }[level]

    def weeks(self, weeks: tuple[WeekCount, ...]) -> list[Fact]:
        """Weeks from the first one with a session on, the newest first."""
        begun = next((i for i, week in enumerate(weeks) if week.whole or week.small), len(weeks))
        return [(short_date(week.monday), self._week(week)) for week in reversed(weeks[begun:])]

    def _week(self, week: WeekCount) -> str:
        told = self.tr("Whole sessions: {whole}").format(whole=week.whole)
        if not week.small:
            return told
        return self.tr("{told}, short ones: {small}").format(told=told, small=week.small)

    def changes(self, view: ProfessionalView, most: int) -> list[Fact]:
        changes = view.progress.changes[:most]
        return [(long_date(c.day), self._progress.change(c)) for c in changes]

    def events(self, events: tuple[Event, ...], most: int) -> list[Fact]:
        return [(long_date(event.day), self._event(event)) for event in events[:most]]

    def _event(self, event: Event) -> str:
        kinds = {
            Discomfort.SHARP: self.tr("sharp"),
            Discomfort.TINGLING: self.tr("tingling, numb or shooting"),
            Discomfort.DIZZY: self.tr("dizzy"),
            Discomfort.WRONG: self.tr("something felt wrong"),
        }
        sides = {None: "", Side.LEFT: self.tr("left"), Side.RIGHT: self.tr("right")}
        parts = [event.exercise, kinds[event.kind], sides[event.side]]
        if event.told is not None:
            parts.append(self._told(event.told))
        return " · ".join(part for part in parts if part)

    def _told(self, told: Told) -> str:
        """What was told after tingling (N1-N3)."""
        words = [
            self.tr("{strength} of 10").format(strength=told.strength),
            self.tr("stayed {time} min").format(time=clock(1000 * told.lasted_s)),
        ]
        if told.further_down:
            words.append(self.tr("further down the leg"))
        if told.numb:
            words.append(self.tr("numb"))
        return listed(words)

    def answers(self, view: ProfessionalView) -> list[Fact]:
        return [(row.question, "\n".join(row.answers)) for row in view.answers]


def _mean(value: float | None) -> str:
    return "–" if value is None else number(value)
