"""The progress view in the words and plain values that the widgets show."""

from __future__ import annotations

from datetime import timedelta

from PySide6.QtCore import QObject

from coach.app.plan_changes import Change, ChangeKind
from coach.app.progress import AfterSession, LeftRight, ProgressView, TightnessNow
from coach.app.progress_chart import ChartView
from coach.app.session_calendar import WINDOW_DAYS, SessionCount
from coach.app.session_calendar import DayMark as SessionMark
from coach.domain.terms import Side, Stage
from coach.gui.widgets.calendar_grid import CalendarDay, DayMark
from coach.gui.widgets.chart_dates import long_date
from coach.gui.widgets.chart_model import ChartMark, ChartModel
from coach.gui.widgets.disclosure import line_words
from coach.gui.words import number

Words = tuple[str, str]
"""A number, and the note below it."""

_MARKS = {
    SessionMark.SESSION: DayMark.DONE,
    SessionMark.SMALL: DayMark.PARTIAL,
    SessionMark.NONE: DayMark.NONE,
    SessionMark.AHEAD: DayMark.AHEAD,
}

_BY_HAND = (ChangeKind.DAYS, ChangeKind.EMPHASIS)
"""Changes that the user made, whose reason says it all."""


class ProgressWords(QObject):
    """Turns view values into words; holds nothing."""

    def now(self, now: TightnessNow | None) -> Words:
        if now is None:
            return "–", self.tr("no rating yet")
        if now.first_week is None:
            return number(now.mean), self.tr("mean of your days so far")
        return number(now.mean), self.tr("was {} in week 1").format(number(now.first_week))

    def sessions(self, count: SessionCount) -> Words:
        if not count.planned:
            return "0", self.tr("the first one is ahead")
        value = self.tr("{done} of {planned}").format(done=count.done, planned=count.planned)
        whole = count.days == WINDOW_DAYS
        return value, self.tr("in the last 28 days") if whole else self.tr("since you began")

    def after(self, after: AfterSession | None) -> Words:
        if after is None:
            return "–", self.tr("rate once more after a session")
        sign = "−" if after.median < 0 else "+" if after.median > 0 else ""
        return sign + number(abs(after.median)), self.tr("points on the day, median")

    def sides(self, sides: LeftRight | None) -> Words:
        if sides is None:
            return "–", self.tr("rate both sides to compare")
        notes = {
            None: self.tr("both the same"),
            Side.LEFT: self.tr("left is tighter"),
            Side.RIGHT: self.tr("right is tighter"),
        }
        return number(sides.distance), notes[sides.tighter]

    def chart(self, chart: ChartView) -> ChartModel:
        return ChartModel(
            first=chart.first,
            last=chart.last,
            dots=tuple((dot.day, dot.score) for dot in chart.dots),
            line=tuple(tuple((p.day, p.value) for p in part) for part in chart.line),
            band=None if chart.band is None else (chart.band.low, chart.band.high),
            sessions=chart.sessions,
            marks=tuple(ChartMark(c.day, self.mark(c)) for c in chart.marks),
        )

    def chart_summary(self, chart: ChartView) -> str:
        """The chart in two sentences, for those who do not see it."""
        if not chart.dots:
            return self.tr("No ratings in this time.")
        first, last = chart.dots[0], chart.dots[-1]
        told = self.tr("Ratings from {first} to {last}; the last one is {score}.").format(
            first=long_date(first.day), last=long_date(last.day), score=last.score
        )
        return told + " " + self.tr("Left and right arrow read the days.")

    def mark(self, change: Change) -> str:
        if change.kind is ChangeKind.DELOAD:
            return self.tr("Easier week")
        return self.tr("Stage {}").format(change.stage.level if change.stage else "–")

    def change(self, change: Change) -> str:
        """One paragraph: week, what changed in bold, and why, with the rule."""
        reason = line_words((change.reason, change.rule))
        if change.reason and change.kind in _BY_HAND:
            return self.tr("Week {week}. {reason}").format(week=change.week, reason=reason)
        told = self._told(change)
        week = self.tr("Week {week}: {told}.").format(week=change.week, told=told)
        if not change.reason:
            return week
        return self.tr("{week} Why? {reason}").format(week=week, reason=reason)

    def _told(self, change: Change) -> str:
        stage = f"**{self.stage(change.stage)}**"
        words = {
            ChangeKind.START: self.tr("your plan began at {}"),
            ChangeKind.STAGE_UP: self.tr("you took the step to {}"),
            ChangeKind.STAGE_DOWN: self.tr("one step down, to {}"),
            ChangeKind.DELOAD: self.tr("three half sessions"),
            ChangeKind.DECLINED: self.tr("you kept the plan as it was, at {}"),
            ChangeKind.BACK: self.tr("back to {}"),
            ChangeKind.PAUSED: self.tr("the plan rests"),
            ChangeKind.GOES_ON: self.tr("the plan goes on, at {}"),
            ChangeKind.LOAD: self.tr("another weight, at {}"),
            ChangeKind.LOCKED: self.tr("the plan waits until you have seen someone"),
            ChangeKind.OPENED: self.tr("the plan is open again, at {}"),
            ChangeKind.FLOSS: self.tr("the nerve floss changed its level"),
            ChangeKind.EMPHASIS: self.tr("the plan leans another way"),
            ChangeKind.DAYS: self.tr("you chose other days"),
        }
        return words[change.kind].format(stage)

    def stage(self, stage: Stage | None) -> str:
        names = {
            None: "",
            Stage.S0: self.tr("Stage 0 · Settle"),
            Stage.S1: self.tr("Stage 1 · Control"),
            Stage.S2: self.tr("Stage 2 · Dynamic"),
            Stage.S3: self.tr("Stage 3 · Strength"),
            Stage.S4: self.tr("Stage 4 · Strength 2"),
        }
        return names[stage]

    def calendar(self, view: ProgressView) -> tuple[list[CalendarDay], str]:
        """Twelve weeks of squares, and the same in one sentence."""
        days = [
            CalendarDay(_MARKS[mark], self._day(mark).format(long_date(week.monday + after)))
            for week in view.calendar
            for after, mark in zip(map(timedelta, range(7)), week.days, strict=True)
        ]
        whole = sum(day.mark is DayMark.DONE for day in days)
        small = sum(day.mark is DayMark.PARTIAL for day in days)
        told = self.tr("Twelve weeks: {whole} whole sessions and {small} short ones.")
        return days, told.format(whole=whole, small=small)

    def _day(self, mark: SessionMark) -> str:
        return {
            SessionMark.SESSION: self.tr("{}: session"),
            SessionMark.SMALL: self.tr("{}: short session"),
            SessionMark.NONE: "{}",
            SessionMark.AHEAD: "{}",
        }[mark]
