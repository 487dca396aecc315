"""Logs to measure with: a readiness check that is done, and years of ratings and sessions."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path
from typing import Any

from coach.app.ports import Store
from coach.app.running import plan_data
from coach.app.stamps import stamp_of
from coach.domain.answers import parse_answers
from coach.domain.book import Book
from coach.domain.plan import DayPlan, Plan, build_plan
from coach.domain.records import (
    Check,
    PlanState,
    Rating,
    RatingKind,
    SessionLog,
    SessionStatus,
    SetLog,
    SetStatus,
    Stamp,
)
from coach.domain.terms import Side, Weekday
from coach.domain.week import DEFAULT_DAYS
from coach.store.opening import open_store
from coach.system.clock import SystemClock
from coach.system.ids import new_id

ANSWERS: dict[str, Any] = {
    "q1": [],
    "q2": [],
    "q3": False,
    "q4": "a",
    "q5": False,
    "q6": [],
    "q7": {"age": 45, "unsteady": False},
    "q8": False,
    "q9": "<4",
    "q10": "unsure",
    "q11": [],
    "q12": {"rating": 5, "side": "both", "training": "none"},
}
"""A calm person: everything green, stage S1."""


def calm_plan(book: Book) -> Plan:
    return build_plan(parse_answers(ANSWERS, book.intake), book)


def full_day(book: Book) -> DayPlan:
    return calm_plan(book).day(Weekday.MON)


def new_log(folder: Path, book: Book, *, days: int = 0) -> None:
    """Write a log into ``folder``: the check, the plan, and ``days`` rated days with a short
    session a week."""
    folder.mkdir(parents=True, exist_ok=True)
    store = open_store(folder, SystemClock(), new_id)
    now = stamp_of(SystemClock())
    first = _earlier(now, days)
    _accept(store, book, first)
    for back in range(days, 0, -1):
        at = _earlier(now, back)
        left = round(6 - 3 * (days - back) / days) + back * 7 % 3 - 1
        store.save_rating(Rating(new_id(), RatingKind.DAILY, at, left, 4), at)
        if back % 7 == 1:
            add_session(store, book, at, sets=1)
    store.close()


def add_session(store: Store, book: Book, at: Stamp, *, sets: int = 4) -> SessionLog:
    """A finished session of ``sets`` sets."""
    plan = calm_plan(book)
    data = plan_data(plan.day(Weekday.MON), plan, Side.LEFT)
    log = SessionLog(new_id(), at, data, SessionStatus.ACTIVE, book.rules.version)
    store.begin_session(log)
    for block in range(sets):
        store.add_set(one_set(log, block))
    store.end_session(log.id, SessionStatus.FINISHED, at)
    return log


def one_set(of: SessionLog, block: int) -> SetLog:
    """A set as the player writes it."""
    return SetLog(
        id=new_id(),
        session_id=of.id,
        block=block,
        item=0,
        exercise="breathing_bridge",
        variant="mid",
        set=block + 1,
        side=None,
        reps_planned=5,
        reps_done=5,
        status=SetStatus.DONE,
        position_ms=60_000 * (block + 1),
        stamp=of.stamp,
    )


def _earlier(now: Stamp, days: int) -> Stamp:
    back = timedelta(days=days)
    return Stamp(now.utc - back, now.offset_min, now.civil - back)


def _accept(store: Store, book: Book, now: Stamp) -> None:
    plan = calm_plan(book)
    check = Check(new_id(), now, ANSWERS, plan.screening.gate, book.rules.version, 90)
    store.add_check(check)
    state = PlanState(
        id=new_id(),
        stamp=now,
        check_id=check.id,
        stage=plan.stage,
        floss=plan.floss,
        days=plan.full_days or DEFAULT_DAYS,
        emphasis=None,
        rule="G2",
        reason="The check set the stage.",
        ruleset_version=book.rules.version,
    )
    store.add_plan(state)
