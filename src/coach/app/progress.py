"""The progress screen as one frozen value: verdict, numbers, chart, calendar, changes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from statistics import fmean, median

from coach.app.plan_changes import Change, plan_changes
from coach.app.progress_chart import ChartView, Dot, Span, build_chart
from coach.app.session_calendar import (
    CalendarWeek,
    SessionCount,
    build_calendar,
    count_sessions,
    session_days,
)
from coach.domain.rated_days import FIRST_WEEK_RATED, RatedDays, rated_days
from coach.domain.records import PlanState, Rating, SessionLog
from coach.domain.terms import Side
from coach.domain.trend import VerdictKind, verdict
from coach.domain.verdict_text import VerdictTexts, detail, footnote, headline

NOW_DAYS = 7
WINDOW_DAYS = 28
_EVEN = 0.05
"""A mean difference of the sides below this shows as 0.0, so neither is called tighter."""


@dataclass(frozen=True, slots=True)
class TightnessNow:
    """Mean of the last 7 rated days; of the first week too once there is more than that."""

    mean: float
    first_week: float | None


@dataclass(frozen=True, slots=True)
class AfterSession:
    """Median of (rating after a session - that day's daily rating) over ``days`` days."""

    median: float
    days: int


@dataclass(frozen=True, slots=True)
class LeftRight:
    """Mean distance of the sides over 28 days; ``tighter`` is ``None`` where they are even."""

    distance: float
    tighter: Side | None


@dataclass(frozen=True, slots=True)
class ProgressView:
    """What the progress page shows; ``None`` where there is nothing to show yet.

    ``changes`` are the newest first. ``footnote`` is empty where none is due.
    """

    kind: VerdictKind
    headline: str
    sentence: str
    footnote: str
    now: TightnessNow | None
    sessions: SessionCount
    after: AfterSession | None
    sides: LeftRight | None
    span: Span
    chart: ChartView
    calendar: tuple[CalendarWeek, ...]
    changes: tuple[Change, ...]

    @property
    def has_ratings(self) -> bool:
        return self.now is not None


def build_progress(
    daily: Sequence[Rating],
    after: Sequence[Rating],
    sessions: Sequence[SessionLog],
    plans: Sequence[PlanState],
    today: date,
    span: Span,
    texts: VerdictTexts,
) -> ProgressView:
    """Everything the page shows, from the log; each sequence oldest first.

    Ratings dated after ``today`` are left out until that day; late entries are shown but stay
    outside verdict and band (K14).
    """
    known = [r for r in daily if r.stamp.civil <= today]
    counting = [(r.stamp.civil, r.score) for r in known if not r.late]
    by_day = {r.stamp.civil: r.score for r in known}
    dots = [Dot(day, by_day[day]) for day in sorted(by_day)]
    found, rated, changes = verdict(counting), rated_days(counting), plan_changes(plans)
    any_rated = bool(dots)
    shown_days = sorted(session_days(sessions))
    return ProgressView(
        kind=found.kind,
        headline=headline(found, texts, rated=any_rated),
        sentence=detail(found, texts, rated=any_rated),
        footnote=footnote(found, texts),
        now=_tightness_now(dots, rated),
        sessions=count_sessions(sessions, plans, today),
        after=_after_session(by_day, after),
        sides=_left_right(known, today),
        span=span,
        chart=build_chart(dots, rated, shown_days, changes, today, span),
        calendar=build_calendar(sessions, today),
        changes=changes[::-1],
    )


def _tightness_now(dots: Sequence[Dot], rated: RatedDays) -> TightnessNow | None:
    if not dots:
        return None
    first = rated.first_week()
    compared = len(rated.days) > FIRST_WEEK_RATED and bool(first)
    return TightnessNow(
        mean=fmean(dot.score for dot in dots[-NOW_DAYS:]),
        first_week=fmean(first) if compared else None,
    )


def _after_session(by_day: dict[date, int], after: Sequence[Rating]) -> AfterSession | None:
    """The last rating after a session of each day that has a daily one too (K3)."""
    last = {r.stamp.civil: r.score for r in after}
    changes = [score - by_day[day] for day, score in last.items() if day in by_day]
    return AfterSession(float(median(changes)), len(changes)) if changes else None


def _left_right(known: Sequence[Rating], today: date) -> LeftRight | None:
    since = today - timedelta(days=WINDOW_DAYS - 1)
    last = {r.stamp.civil: r for r in known if r.stamp.civil >= since}
    offs = [r.left - r.right for r in last.values() if r.left is not None and r.right is not None]
    if not offs:
        return None
    mean = fmean(offs)
    even = abs(mean) < _EVEN
    return LeftRight(abs(mean), None if even else Side.LEFT if mean > 0 else Side.RIGHT)
