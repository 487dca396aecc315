"""Kind words about coming back and keeping on: no streak, no loss (A2, A3, A6)."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from coach.domain.history import History, PlanFact
from coach.domain.plan_log import standing
from coach.domain.reason import Reason, reason
from coach.domain.returning import returning
from coach.domain.standing import PAUSE_DAYS, paused_days


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


def at_rest(plans: Sequence[PlanFact], day: date) -> bool:
    """Locked or paused at the end of ``day``: then nothing was planned (D5, K16)."""
    then = [plan for plan in plans if plan.day <= day]
    if not then or then[-1].stage is None:
        return True
    since = standing(then).pause_since
    return since is not None and paused_days(since, day) < PAUSE_DAYS
