"""How regular it was, told kindly: a count, never a streak or a loss (A2, A3, A6)."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, timedelta

from coach.domain.history import History
from coach.domain.plan_log import standing
from coach.domain.reason import Reason, reason
from coach.domain.records import SessionStatus
from coach.domain.returning import returning
from coach.domain.terms import Template, Weekday

WINDOW_DAYS = 28
_WHOLE = frozenset({Template.FULL, Template.HALF, Template.EXTENDED})


@dataclass(frozen=True, slots=True)
class Regularity:
    """Sessions of the last 28 days: ``done`` of ``planned``, and days with anything at all."""

    done: int
    planned: int
    showed_up: int

    @property
    def sentence(self) -> Reason:
        if self.planned == 0:
            return reason("A2", "adherence.none_planned")
        return reason("A2", "adherence.count", done=self.done, planned=self.planned)


def regularity(history: History, days: Collection[Weekday]) -> Regularity:
    """Finished full, half and extended sessions beside the full days that there were (A2, R12).

    Locked and paused days plan nothing (D5), and today only once it is done.
    """
    first = max(history.today - timedelta(days=WINDOW_DAYS - 1), history.start)
    dates = [first + timedelta(days=n) for n in range((history.today - first).days + 1)]
    shown = [
        s
        for s in history.sessions
        if s.status is SessionStatus.FINISHED and first <= s.day <= history.today
    ]
    whole = [s.day for s in shown if s.template in _WHOLE]
    planned = sum(
        Weekday.of(day) in days
        and not _at_rest(history, day)
        and (day < history.today or day in whole)
        for day in dates
    )
    return Regularity(len(whole), max(planned, len(whole)), len({s.day for s in shown}))


def welcome_back(history: History) -> Reason | None:
    """A kind word where a gap asks for an easier session first (A3, R13); a pause says nothing
    (K14)."""
    found = returning(history)
    if found is None or found.silent:
        return None
    return reason("A3", "adherence.welcome_long" if found.restart else "adherence.welcome")


def dose_claim() -> Reason:
    """All that may be said about how often (A6)."""
    return reason("A6", "adherence.dose")


def habit_note() -> Reason:
    """All that may be said about how soon it becomes a habit (A6)."""
    return reason("A6", "adherence.habit")


def _at_rest(history: History, day: date) -> bool:
    """Locked or paused at the end of ``day``."""
    plans = [plan for plan in history.plans if plan.day <= day]
    return bool(plans) and (plans[-1].stage is None or standing(plans).pause_since is not None)
