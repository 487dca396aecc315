"""Coming back: gaps, pauses and the next readiness check (R13, D5, S6, K14)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from coach.domain.history import History
from coach.domain.morning import trained
from coach.domain.plan_log import standing
from coach.domain.reason import Reason, reason
from coach.domain.standing import PAUSE_DAYS, Mark, lower
from coach.domain.terms import Stage

GAP_DAYS = 10
RESTART_DAYS = 28
CHECK_DAYS = 90


@dataclass(frozen=True, slots=True)
class Return:
    """The stage of the session after a gap. ``restart``: the check comes first and the stage
    stays; else the session after it is back at the old one. ``silent`` after a pause (K14)."""

    reason: Reason
    stage: Stage
    restart: bool
    silent: bool


@dataclass(frozen=True, slots=True)
class Pause:
    """The plan rests from ``since`` to ``last``, both included: 27 days at most (D5)."""

    reason: Reason
    since: date
    last: date


def gap_days(history: History) -> int | None:
    """Days since anything was done, a micro session included (R12); ``None`` before the first."""
    done = [s.day for s in history.sessions if trained(s)]
    return (history.today - max(done)).days if done else None


def returning(history: History) -> Return | None:
    """What a gap asks of the next session (R13); ``None`` where there is no gap.

    A plan that has already been restarted since the last session is not lowered again.
    """
    now, gap = standing(history.plans), gap_days(history)
    if now.stage is None or gap is None or gap < GAP_DAYS:
        return None
    last = history.today - timedelta(gap)
    if any(fact.rule == Mark.RETURN and fact.day > last for fact in history.plans):
        return None
    paused = any(fact.rule == Mark.PAUSE and fact.day >= last for fact in history.plans)
    silent = paused or now.pause_since is not None
    below, restart = lower(now.stage), gap >= RESTART_DAYS
    text = "return.restart" if restart else "return.first"
    return Return(reason("R13", text, stage=below.level), below, restart, silent)


def pause(history: History) -> Pause | None:
    """The pause that runs today; it ends by itself after 27 days."""
    now = standing(history.plans)
    if now.pause_since is None:
        return None
    last = now.pause_since + timedelta(PAUSE_DAYS - 1)
    if history.today > last:
        return None
    left = (last - history.today).days + 1
    return Pause(reason("D5", "pause.runs", left=left), now.pause_since, last)


def may_pause(history: History) -> bool:
    """Whether a pause can begin today: there is a plan, and none runs."""
    return standing(history.plans).stage is not None and pause(history) is None


def recheck_due(history: History, last_check: date | None) -> Reason | None:
    """Why the whole readiness check comes before the next session (S6).

    Every 90 days, and after 28 days without a session or another check. Without a date of the
    last check it is due (X4).
    """
    if last_check is None:
        return reason("X4", "recheck.unknown")
    since_check = (history.today - last_check).days
    if since_check >= CHECK_DAYS:
        return reason("S6", "recheck.regular")
    gap = gap_days(history)
    quiet = since_check if gap is None else min(gap, since_check)
    return reason("S6", "recheck.gap") if quiet >= RESTART_DAYS else None
