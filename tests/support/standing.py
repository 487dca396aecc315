"""A log in which somebody has done the readiness check."""

from __future__ import annotations

from typing import Any

from coach.app.ports import NewId, Store
from coach.app.running import plan_data
from coach.domain.answers import parse_answers
from coach.domain.plan import build_plan
from coach.domain.records import Check, PlanState, SessionLog, SessionStatus, Stamp
from coach.domain.terms import Side, Weekday
from coach.domain.week import DEFAULT_DAYS
from support.book import CALM, real_book
from support.store_builders import set_log


def left_half_way(store: Store, now: Stamp, new_id: NewId) -> SessionLog:
    """A session of Monday that has been begun, with one set done."""
    book = real_book()
    plan = build_plan(parse_answers(CALM, book.intake), book)
    day = plan.day(Weekday.MON)
    log = SessionLog(
        new_id(), now, plan_data(day, plan, Side.LEFT), SessionStatus.ACTIVE, book.rules.version
    )
    store.begin_session(log)
    store.add_set(set_log(log))
    return log


def checked(store: Store, now: Stamp, new_id: NewId, **changes: Any) -> Check:
    """Store a check of calm answers with some changed, and the plan it opens."""
    data = dict(CALM)
    for key, value in changes.items():
        data[key] = {**CALM[key], **value} if key in ("q7", "q12") else value
    book = real_book()
    plan = build_plan(parse_answers(data, book.intake), book)
    check = Check(new_id(), now, data, plan.screening.gate, book.rules.version, 90)
    store.add_check(check)
    store.add_plan(
        PlanState(
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
    )
    return check
