"""Too much of late: easy day, deload and stage drop (D1-D4).

Each alarm is judged by itself, so a worse rating never takes one away. Thresholds are points
above *usual*; where there is no *usual* none of them runs.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from coach.domain.history import History, RatedDay
from coach.domain.morning import second_morning
from coach.domain.plan_log import standing
from coach.domain.reason import Reason, reason
from coach.domain.standing import DROP_DAYS, Standing, lower
from coach.domain.terms import Stage
from coach.domain.usual import LEAP, RAISED, usual_now

AGAIN_DAYS = 21


@dataclass(frozen=True, slots=True)
class EasyDay:
    """A lighter version is suggested for today (D1)."""

    reason: Reason


@dataclass(frozen=True, slots=True)
class Deload:
    """Three half sessions at ``stage``, no light days (D2). Once it may be declined."""

    reason: Reason
    stage: Stage
    may_decline: bool


@dataclass(frozen=True, slots=True)
class StageDrop:
    """One stage down to ``stage`` until ``until`` at least (D3); a running deload goes on."""

    reason: Reason
    stage: Stage
    until: date


def easy_day(history: History) -> EasyDay | None:
    """D1: the latest rating lies two points or more above *usual*; not within a deload."""
    base = usual_now(history)
    if base is None or standing(history.plans).deload_since is not None:
        return None
    raised = history.rated[-1].score >= base + RAISED
    return EasyDay(reason("D1", "easy_day.raised", usual=f"{base:g}")) if raised else None


def deload(history: History) -> Deload | None:
    """D2; ``None`` while a deload runs, and for ratings that one has answered already."""
    now = standing(history.plans)
    if now.stage is None or now.deload_since is not None:
        return None
    why = _too_high(history, now)
    if why is None:
        return None
    return Deload(why, lower(now.stage), may_decline=not now.declined)


def stage_drop(history: History) -> StageDrop | None:
    """D3; ``None`` within the 14 days of a drop. At S0 it stays there, and still says so."""
    now, today = standing(history.plans), history.today
    if now.stage is None or now.in_drop(today):
        return None
    why = _three_of_four(history, now) or _second_deload(history, now)
    if why is None:
        return None
    return StageDrop(why, lower(now.stage), today + timedelta(DROP_DAYS))


def _too_high(history: History, now: Standing) -> Reason | None:
    base = usual_now(history)
    fresh = _fresh(history.rated, now.deload_over)
    if base is None or not fresh:
        return None
    if fresh[-1].score >= base + LEAP:
        return reason("D2", "deload.leap", usual=f"{base:g}")
    if _raised(fresh[-2:], base) == 2:
        return reason("D2", "deload.two_days", usual=f"{base:g}")
    return second_morning(history, now.deload_over)


def _three_of_four(history: History, now: Standing) -> Reason | None:
    base = usual_now(history)
    if base is None or _raised(_fresh(history.rated, now.drop_since)[-4:], base) < 3:
        return None
    return reason("D3", "drop.three_of_four", usual=f"{base:g}")


def _second_deload(history: History, now: Standing) -> Reason | None:
    """A deload that was declined counts as the first one too: the body asked for it."""
    if now.deload_since is not None or now.deload_last is None:
        return None
    near = (history.today - now.deload_last).days <= AGAIN_DAYS
    return reason("D3", "drop.second_deload") if near and _too_high(history, now) else None


def _fresh(rated: Sequence[RatedDay], answered: date | None) -> list[RatedDay]:
    return [r for r in rated if answered is None or r.day > answered]


def _raised(rated: Sequence[RatedDay], base: float) -> int:
    return sum(r.score >= base + RAISED for r in rated)
