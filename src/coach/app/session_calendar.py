"""Sessions of 28 days and of 12 weeks, without streaks and without blame (A2, R12)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from coach.domain.adherence import at_rest
from coach.domain.day import monday_of
from coach.domain.history import PlanFact
from coach.domain.records import PlanState, SessionLog, SessionStatus
from coach.domain.terms import Template

WINDOW_DAYS = 28
PER_WEEK = 3
WEEKS = 12


class DayMark(StrEnum):
    """What a calendar day shows: a whole session, a small one (light or micro), none, or ahead."""

    SESSION = "session"
    SMALL = "small"
    NONE = "none"
    AHEAD = "ahead"


@dataclass(frozen=True, slots=True)
class CalendarWeek:
    """Seven days from Monday."""

    monday: date
    days: tuple[DayMark, ...]


@dataclass(frozen=True, slots=True)
class SessionCount:
    """Whole sessions within the last 28 days, or since the start if that is later.

    ``planned`` is 12 for 28 days (three a week) without those of a lock or a pause, else the
    chosen days so far; a light day is never counted as missed (R9). ``days`` is how far back it
    looks.
    """

    done: int
    planned: int
    days: int

    @property
    def per_week(self) -> float:
        return 7 * self.done / max(self.days, 7)


def template_of(session: SessionLog) -> Template:
    """Which template a session followed; a full one where its plan does not say."""
    name = session.plan.get("template")
    return Template(name) if name in set(Template) else Template.FULL


def is_whole(session: SessionLog) -> bool:
    """Finished and not just a light or micro one (R12)."""
    small = template_of(session) in (Template.LIGHT, Template.MICRO)
    return session.status is SessionStatus.FINISHED and not small


def session_days(sessions: Iterable[SessionLog]) -> set[date]:
    """Days on which something was done, however short."""
    return {s.stamp.civil for s in sessions if _showed_up(s)}


def _showed_up(session: SessionLog) -> bool:
    if session.status is SessionStatus.FINISHED:
        return True
    return session.status is SessionStatus.STOPPED and bool(session.sets)


def count_sessions(
    sessions: Sequence[SessionLog], plans: Sequence[PlanState], today: date
) -> SessionCount:
    """Days with a whole session against those planned, in the last 28 days."""
    whole = {s.stamp.civil for s in sessions if is_whole(s) and s.stamp.civil <= today}
    begun = min([today, *whole, *(p.stamp.civil for p in plans[:1])])
    days = min((today - begun).days + 1, WINDOW_DAYS)
    done = sum(day > today - timedelta(days=days) for day in whole)
    first = max(begun, today - timedelta(days=WINDOW_DAYS - 1))
    if days < WINDOW_DAYS:
        end = today + timedelta(days=int(today in whole))
        planned = _chosen_days(plans, begun, end, resting=False)
    else:
        rested = _chosen_days(plans, first, today + timedelta(days=1), resting=True)
        planned = PER_WEEK * WINDOW_DAYS // 7 - rested
    return SessionCount(done, max(planned, done), days)


def _chosen_days(plans: Sequence[PlanState], begun: date, end: date, *, resting: bool) -> int:
    """How many of the days from ``begun`` up to but without ``end`` were chosen for a session,
    in times when the plan was open, or those when it was locked or paused (D5)."""
    facts = [PlanFact(p.stamp.civil, p.stage, p.floss, p.rule) for p in plans]
    count = 0
    for offset in range((end - begun).days):
        day = begun + timedelta(days=offset)
        holding = [p for p in plans if p.stamp.civil <= day]
        if holding and at_rest(facts, day) is resting:
            count += day.weekday() in {chosen.number for chosen in holding[-1].days}
    return count


def build_calendar(sessions: Sequence[SessionLog], today: date) -> tuple[CalendarWeek, ...]:
    """Twelve weeks up to the one of ``today``, oldest first."""
    marks = _marks(sessions)
    last = monday_of(today)
    mondays = (last - timedelta(weeks=WEEKS - 1 - i) for i in range(WEEKS))
    return tuple(_week(monday, marks, today) for monday in mondays)


def _marks(sessions: Sequence[SessionLog]) -> dict[date, DayMark]:
    marks = dict.fromkeys(session_days(sessions), DayMark.SMALL)
    marks.update((s.stamp.civil, DayMark.SESSION) for s in sessions if is_whole(s))
    return marks


def _week(monday: date, marks: Mapping[date, DayMark], today: date) -> CalendarWeek:
    days = [monday + timedelta(days=i) for i in range(7)]
    return CalendarWeek(
        monday,
        tuple(DayMark.AHEAD if d > today else marks.get(d, DayMark.NONE) for d in days),
    )
