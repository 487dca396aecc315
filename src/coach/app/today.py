"""The Today screen: what is due, the check-in, two weeks at a glance."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from enum import StrEnum
from statistics import stdev

from coach.app.adapting import adapt
from coach.app.advice import Advice
from coach.app.advising import Telling, advice
from coach.app.answering import may_clear
from coach.app.checkin import CheckinView, TickView, checkin_view, ticks_for
from coach.app.intent_view import IntentLines, equipment, intent_lines
from coach.app.item_view import ItemView, item_views
from coach.app.planning import Standing, standing
from coach.app.ports import NewId, Store
from coach.app.read_once import read_once
from coach.app.running import LostPlanError, next_set
from coach.app.starting import todays_plan
from coach.domain.book import Book
from coach.domain.day import plan_day as plan_day_number
from coach.domain.plan import DayPlan, plan_day
from coach.domain.records import RatingKind, SessionLog, SessionStatus, Stamp
from coach.domain.terms import DayKind, Floss, Gate, Template, Weekday

FORTNIGHT = 14
FIRST_ANSWER_DAY = 28


class Due(StrEnum):
    """What a day asks for; ``CHECK`` where the readiness check is due first (S6)."""

    FULL = "full"
    LIGHT = "light"
    HALF = "half"
    REST = "rest"
    DONE = "done"
    LOCKED = "locked"
    CHECK = "check"
    PAUSED = "paused"


@dataclass(frozen=True, slots=True)
class Fortnight:
    """The last 14 civil dates, oldest first; ``None`` where there is no rating. ``waiting`` is
    true until the first verdict can be given: two looks, days 21 and 28 (M4)."""

    values: tuple[int | None, ...]
    rated: int
    sd: float | None
    waiting: bool
    first_answer_week: int = 4


@dataclass(frozen=True, slots=True)
class OpenSession:
    """A session that was left half-way. ``next_set`` counts from 1; ``None`` where all sets are
    done and only the last page is missing. ``lost`` is true where its plan cannot be read any more:
    then it can only be ended."""

    saved: int
    next_set: int | None
    lost: bool = False


@dataclass(frozen=True, slots=True)
class TodayView:
    """Everything the page shows. ``rows`` are those of ``shown``: today's session, or on a rest
    day the next one. ``with_floss_ms`` is the length of a full day with the floss added (K8)."""

    day: date
    due: Due
    gate: Gate
    shown: Weekday | None
    template: Template | None
    rows: tuple[ItemView, ...]
    total_ms: int
    micro_ms: int
    with_floss_ms: int | None
    stage: str
    equipment: tuple[str, ...]
    checkin: CheckinView
    fortnight: Fortnight
    open_session: OpenSession | None
    advice: tuple[Advice, ...] = ()
    ticks: tuple[TickView, ...] = ()
    intent: IntentLines = field(default_factory=IntentLines)


def today_now(store: Store, book: Book, now: Stamp, new_id: NewId) -> TodayView | None:
    """The view for now, after everything that is due has changed the plan."""
    once = read_once(store)
    adapt(once, book, now, new_id)
    return build_today(once, book, now)


def build_today(store: Store, book: Book, now: Stamp) -> TodayView | None:
    """The view for now; ``None`` before the first readiness check."""
    here = standing(store, book, now)
    if here is None:
        return None
    day = now.civil
    due = _due(here, book, day, store.sessions(day))
    shown = _shown(here, book, day, due)
    rows = item_views(shown, here.plan, book) if shown else ()
    return TodayView(
        day=day,
        due=due,
        gate=here.plan.screening.gate,
        shown=shown.day if shown else None,
        template=shown.template if shown else None,
        rows=rows,
        total_ms=shown.planned_ms if shown else 0,
        micro_ms=_micro_ms(here, book),
        with_floss_ms=_with_floss_ms(here, shown, book),
        stage=book.texts[f"stage_name.{here.plan.stage}"] if here.plan.stage else "",
        equipment=equipment((shown,) if shown else (), book),
        checkin=checkin_view(store, now),
        fortnight=fortnight(store, day),
        open_session=_open_session(store, book),
        ticks=ticks_for(store, book, now, here.plan),
        advice=_advice(store, here, book, now, due),
        intent=intent_lines(store, book),
    )


def _advice(store: Store, here: Standing, book: Book, now: Stamp, due: Due) -> tuple[Advice, ...]:
    full = due in (Due.FULL, Due.HALF)
    told = Telling(
        here=here,
        book=book,
        day=now.civil,
        plans=store.plans(),
        decisions=store.decisions(),
        session_ahead=full or due is Due.LIGHT,
        full_ahead=full,
        may_clear=may_clear(store, book, here.check, now),
    )
    return advice(told)


def _micro_ms(here: Standing, book: Book) -> int:
    situation = here.plan.situation
    if situation is None:
        return 0
    return plan_day(Weekday.MON, Template.MICRO, situation, book, here.plan.pace).planned_ms


def _with_floss_ms(here: Standing, shown: DayPlan | None, book: Book) -> int | None:
    """The length of a full day with the floss as an extra; ``None`` where it is not offered."""
    situation = here.plan.situation
    if situation is None or shown is None or shown.template is not Template.FULL:
        return None
    if situation.floss in (Floss.LOCK, Floss.F0):
        return None
    more = replace(situation, extra_floss=True)
    return plan_day(shown.day, Template.FULL, more, book, here.plan.pace).planned_ms


def _due(here: Standing, book: Book, day: date, sessions: Sequence[SessionLog]) -> Due:
    if here.outlook.recheck is not None and here.plan.situation is not None:
        return Due.CHECK
    if not here.ready:
        return Due.LOCKED
    if here.outlook.pause is not None:
        return Due.PAUSED
    kind = todays_plan(here, book, day).kind
    ended = (SessionStatus.FINISHED, SessionStatus.STOPPED)
    done = [s for s in sessions if s.stamp.civil == day and s.status in ended and s.sets]
    if kind is not DayKind.REST and any(s.plan["template"] != Template.MICRO for s in done):
        return Due.DONE
    return Due(kind.value)


def _shown(here: Standing, book: Book, day: date, due: Due) -> DayPlan | None:
    """Today's plan, or the next day that has one."""
    if due in (Due.LOCKED, Due.CHECK, Due.PAUSED):
        return None
    if due not in (Due.REST, Due.DONE):
        return todays_plan(here, book, day)
    for ahead in range(1, 8):
        plan = here.plan.day(Weekday.of(day + timedelta(days=ahead)))
        if plan.items:
            return plan
    return None


def fortnight(store: Store, day: date) -> Fortnight:
    """Daily scores of the last two weeks."""
    scores = {r.stamp.civil: r.score for r in store.ratings(RatingKind.DAILY)}
    first = day - timedelta(days=FORTNIGHT - 1)
    values = tuple(scores.get(first + timedelta(days=n)) for n in range(FORTNIGHT))
    rated = [value for value in values if value is not None]
    waiting = not scores or plan_day_number(min(scores), day) < FIRST_ANSWER_DAY
    return Fortnight(values, len(rated), stdev(rated) if len(rated) >= 3 else None, waiting)


def _open_session(store: Store, book: Book) -> OpenSession | None:
    log = store.open_session()
    if log is None:
        return None
    saved = len({entry.block for entry in log.sets})
    try:
        return OpenSession(saved, next_set(log, book))
    except LostPlanError:
        return OpenSession(saved, None, lost=True)
