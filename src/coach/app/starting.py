"""What today asks for, and whether a session may start now (R9-R13, D1, D2, D5, S6)."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from coach.app.adapting import adapt
from coach.app.planning import Standing, standing
from coach.app.ports import NewId, Store
from coach.domain.book import Book
from coach.domain.plan import DayPlan, plan_day
from coach.domain.reason import Reason, reason
from coach.domain.records import Stamp
from coach.domain.terms import DayKind, Template, Weekday

WHOLE = (Template.FULL, Template.HALF, Template.EXTENDED)


def todays_plan(here: Standing, book: Book, day: date) -> DayPlan:
    """The session that the rules ask for on ``day``: a missed one stands here where there is
    room (R10), a lighter one where the ratings ask for it (D1, E5), and none where a full one
    would be too close to another (R9) or the plan is paused (D5)."""
    today, weekday = here.outlook, Weekday.of(day)
    rest = DayPlan(weekday, DayKind.REST)
    planned = here.plan.day(weekday)
    situation = here.plan.situation
    if not here.ready or situation is None or today.pause is not None:
        return rest
    full = planned.kind in (DayKind.FULL, DayKind.HALF)
    if not full and today.moved is None:
        return planned
    if today.crowded is not None:
        return rest
    half = today.deloading or today.eased
    template = Template.HALF if half else Template.FULL
    return plan_day(weekday, template, situation, book, here.plan.pace)


def start_now(
    store: Store,
    book: Book,
    now: Stamp,
    new_id: NewId,
    template: Template,
    *,
    extra_floss: bool = False,
) -> DayPlan | Reason | None:
    """The session to begin now, after everything that is due has changed the plan; or why none
    starts. ``None`` before the first readiness check."""
    adapt(store, book, now, new_id)
    here = standing(store, book, now)
    if here is None:
        return None
    return session_now(here, book, now.civil, template, extra_floss=extra_floss)


def session_now(
    here: Standing, book: Book, day: date, template: Template, *, extra_floss: bool = False
) -> DayPlan | Reason:
    """The session that was asked for, or why it does not start today.

    A full one stands only where today asks for one, with the lighter forms in its place; the
    two-minute version always (R12).
    """
    situation = here.plan.situation
    if not here.ready or situation is None:
        return here.outlook.recheck or reason("S6", "recheck.first")
    if here.outlook.pause is not None:
        return here.outlook.pause.reason
    today = todays_plan(here, book, day)
    whole = today.kind in (DayKind.FULL, DayKind.HALF)
    if template in WHOLE and here.outlook.done:
        return reason("R10", "missed.done")
    if template in WHOLE and not whole:
        return here.outlook.crowded or reason("R9", "missed.rest_between")
    if template is Template.LIGHT and today.kind is DayKind.REST:
        return reason("R9", "missed.rest_today")
    if template in WHOLE and here.outlook.deloading:
        template = Template.HALF
    chosen = replace(situation, extra_floss=extra_floss)
    return plan_day(Weekday.of(day), template, chosen, book, here.plan.pace)


def reasons_now(here: Standing, plan: DayPlan) -> tuple[Reason, ...]:
    """Why this session is as it is: kept with it (X2)."""
    today = here.outlook
    named = [item.exercise for item in plan.items]
    told: list[Reason] = [why for name in named for why in today.limits.why.get(name, ())]
    told += [why for name in today.limits.without for why in today.limits.why.get(name, ())]
    if plan.kind is DayKind.HALF and today.lighter is not None and today.eased:
        told.append(today.lighter)
    if today.moved is not None and plan.kind is not DayKind.LIGHT:
        told.append(today.moved.reason)
    if today.back is not None:
        told.append(today.back.reason)
    return tuple(dict.fromkeys(told))
