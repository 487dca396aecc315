"""Notes for a professional: what was suggested and when, and the log on one page (C8).

Numbers and sentences of the log alone; nothing here names a condition (W1, W2).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from fractions import Fraction
from uuid import UUID

from coach.app.answer_sheet import SheetRow, answer_sheet
from coach.app.log_facts import is_note
from coach.app.ports import Store
from coach.app.progress import ProgressView, build_progress
from coach.app.progress_chart import Span
from coach.app.session_calendar import CalendarWeek, DayMark
from coach.domain.book import Book
from coach.domain.decisions import Decision, FlossTold
from coach.domain.rated_days import rated_days
from coach.domain.records import (
    Check,
    DiscomfortLog,
    PlanState,
    Rating,
    RatingKind,
    SessionLog,
    Stamp,
)
from coach.domain.terms import Discomfort, Floss, Side, Stage
from coach.domain.verdict_text import VerdictTexts

LAST_DAYS = 14
RECENT_DAYS = 28


@dataclass(frozen=True, slots=True)
class NoteView:
    """One note as it was told, with its rule."""

    day: date
    sentence: str
    rule: str


@dataclass(frozen=True, slots=True)
class Means:
    """Mean ratings 0-10; ``None`` where there was nothing to rate. Late entries stay out (K14).
    The sides are those of the last 14 days."""

    first_week: float | None
    last_two_weeks: float | None
    left: float | None
    right: float | None


@dataclass(frozen=True, slots=True)
class WeekCount:
    """Sessions of the week from ``monday``: whole ones, and small ones beside them."""

    monday: date
    whole: int
    small: int


@dataclass(frozen=True, slots=True)
class Told:
    """What was told after tingling: strength 0-10 and how long it stayed, in seconds."""

    strength: int
    lasted_s: int
    further_down: bool
    numb: bool


@dataclass(frozen=True, slots=True)
class Event:
    """A key pressed for discomfort; ``exercise`` is empty before the first one."""

    day: date
    kind: Discomfort
    exercise: str
    side: Side | None
    told: Told | None = None


@dataclass(frozen=True, slots=True)
class ProfessionalView:
    """Everything the page and its printed form show; lists have the newest first.

    ``weeks`` are the last twelve, oldest first. ``answers`` are those of the newest check.
    """

    day: date
    notes: tuple[NoteView, ...]
    progress: ProgressView
    means: Means
    weeks: tuple[WeekCount, ...]
    stage: Stage | None
    floss: Floss
    events: tuple[Event, ...]
    answered: date | None
    answers: tuple[SheetRow, ...]


@dataclass(frozen=True, slots=True)
class Log:
    """The rows that the view is made of, each sequence oldest first."""

    daily: Sequence[Rating] = ()
    after: Sequence[Rating] = ()
    sessions: Sequence[SessionLog] = ()
    plans: Sequence[PlanState] = ()
    decisions: Sequence[Decision] = ()
    told: Sequence[FlossTold] = ()
    check: Check | None = None


def read_professional(
    store: Store, book: Book, now: Stamp, texts: VerdictTexts
) -> ProfessionalView:
    """The view from the whole log."""
    log = Log(
        daily=store.ratings(RatingKind.DAILY),
        after=store.ratings(RatingKind.AFTER),
        sessions=store.sessions(),
        plans=store.plans(),
        decisions=store.decisions(),
        told=store.floss_told(),
        check=store.latest_check(),
    )
    return build_professional(log, book, now.civil, texts)


def build_professional(log: Log, book: Book, today: date, texts: VerdictTexts) -> ProfessionalView:
    """The same from its rows: a pure function."""
    progress = build_progress(log.daily, log.after, log.sessions, log.plans, today, Span.ALL, texts)
    state = log.plans[-1] if log.plans else None
    return ProfessionalView(
        day=today,
        notes=_notes(log.decisions),
        progress=progress,
        means=_means(log.daily, today),
        weeks=tuple(map(_week, progress.calendar)),
        stage=state.stage if state else None,
        floss=state.floss if state else Floss.LOCK,
        events=_events(log, book),
        answered=log.check.stamp.civil if log.check else None,
        answers=answer_sheet(log.check, book).rows if log.check else (),
    )


def recent_notes(store: Store, today: date) -> tuple[NoteView, ...]:
    """Notes of the last 28 days, the newest first: what Progress still speaks of."""
    since = today - timedelta(days=RECENT_DAYS - 1)
    return _notes(d for d in store.decisions(since) if d.stamp.civil <= today)


def _notes(decided: Iterable[Decision]) -> tuple[NoteView, ...]:
    """Every note that was ever told, whether put away or not."""
    notes = [NoteView(d.stamp.civil, d.reason, d.rule) for d in decided if is_note(d)]
    return tuple(reversed(notes))


def _means(daily: Iterable[Rating], today: date) -> Means:
    known = {r.stamp.civil: r for r in daily if not r.late and r.stamp.civil <= today}
    days = sorted(known)
    first = rated_days((day, known[day].score) for day in days).first_week() if days else ()
    last = [known[day] for day in days if day > today - timedelta(days=LAST_DAYS)]
    return Means(
        first_week=_mean(first),
        last_two_weeks=_mean([r.score for r in last]),
        left=_mean([r.left for r in last if r.left is not None]),
        right=_mean([r.right for r in last if r.right is not None]),
    )


def _mean(scores: Sequence[int]) -> float | None:
    return float(Fraction(sum(scores), len(scores))) if scores else None


def _week(week: CalendarWeek) -> WeekCount:
    whole, small = (week.days.count(mark) for mark in (DayMark.SESSION, DayMark.SMALL))
    return WeekCount(week.monday, whole, small)


def _events(log: Log, book: Book) -> tuple[Event, ...]:
    told = {one.discomfort_id: one for one in log.told}
    keys = [key for session in log.sessions for key in session.discomforts]
    keys.sort(key=lambda key: key.stamp.utc, reverse=True)
    return tuple(_event(key, told, book) for key in keys)


def _event(key: DiscomfortLog, told: Mapping[UUID, FlossTold], book: Book) -> Event:
    """An exercise that is no longer in the book keeps its id."""
    name = key.exercise or ""
    if name in book.catalog:
        name = book.catalog[name].text(book.language).short
    found = told.get(key.id)
    return Event(key.stamp.civil, key.kind, name, key.side, _told(found) if found else None)


def _told(found: FlossTold) -> Told:
    return Told(found.strength, found.lasted_s, found.further_down, found.numb)
