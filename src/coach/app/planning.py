"""The plan that holds now, and the changes a user makes to it (R9, R11, P6)."""

from __future__ import annotations

from dataclasses import dataclass, replace

from coach.app.check_outcome import EntryKind, entry
from coach.app.log_facts import facts_of
from coach.app.ports import NewId, Store
from coach.app.preferences import preferences
from coach.app.stamps import after_all
from coach.domain.answers import parse_answers
from coach.domain.book import Book
from coach.domain.gates import newest
from coach.domain.outlook import Outlook, outlook
from coach.domain.plan import Plan, Wishes, build_plan
from coach.domain.reason import Reason, reason
from coach.domain.records import Check, PlanState, Stamp
from coach.domain.standing import lower
from coach.domain.terms import Emphasis, Stage, Template, Weekday
from coach.domain.week import moved, refusal


@dataclass(frozen=True, slots=True)
class Standing:
    """The newest check, the newest state of the plan, the week, and what the rules say of today.

    ``ready`` is true only where a session may start: the newest gate allows it, what it asks for
    has been accepted, no new check waits to be finished (S5, K16) and none is due (S6).
    """

    check: Check
    state: PlanState | None
    plan: Plan
    outlook: Outlook
    ready: bool


def standing(store: Store, book: Book, now: Stamp) -> Standing | None:
    """Where the user stands; ``None`` before the first check. The newest gate wins (S5)."""
    check = newest(store.checks())
    if check is None:
        return None
    state = store.plan()
    today = outlook(facts_of(store, book, check, now))
    wishes = _wishes(store, check, state, today)
    plan = build_plan(parse_answers(check.answers, book.intake), book, wishes)
    free = entry(store, book).kind is EntryKind.READY and not plan.screening.locked
    return Standing(check, state, plan, today, ready=free and today.recheck is None)


def _wishes(store: Store, check: Check, state: PlanState | None, today: Outlook) -> Wishes:
    """What the week is built with beside the answers: the plan's state, and the rules of today."""
    pace = preferences(store.settings()).pace
    if state is None:
        return Wishes(pace=pace)
    return Wishes(
        stage=state.stage if today.stage is None else today.stage,
        floss=state.floss if state.check_id == check.id else None,
        emphasis=state.emphasis,
        template=Template.HALF if today.deloading else None,
        days=state.days,
        pace=pace,
        limits=today.limits,
        effect=today.lifting.effect,
        extra_flags=today.lifting.extra,
    )


def whole_check_due(store: Store, book: Book, now: Stamp) -> bool:
    """Whether the whole readiness check comes before the next session (S6)."""
    here = standing(store, book, now)
    return here is not None and here.outlook.recheck is not None


def move_day(
    store: Store, book: Book, now: Stamp, new_id: NewId, *, source: Weekday, target: Weekday
) -> Standing | Reason | None:
    """Move a full day; the reason where R9 forbids it, ``None`` where there is no plan."""
    here = standing(store, book, now)
    if here is None or here.state is None:
        return None
    days = moved(here.state.days, source, target)
    if isinstance(days, Reason):
        return days
    why = reason("R11", "change.days", days=", ".join(days))
    return changed(store, book, replace(here.state, days=days), now, new_id, why)


def choose_days(
    store: Store, book: Book, now: Stamp, new_id: NewId, days: tuple[Weekday, ...]
) -> Standing | Reason | None:
    """Set all three full days at once; the reason where R9 forbids them."""
    here = standing(store, book, now)
    if here is None or here.state is None or here.state.days == days:
        return here
    if (refused := refusal(days)) is not None:
        return refused
    why = reason("R11", "change.days", days=", ".join(days))
    return changed(store, book, replace(here.state, days=days), now, new_id, why)


def choose_emphasis(
    store: Store, book: Book, now: Stamp, new_id: NewId, emphasis: Emphasis | None
) -> Standing | None:
    """Set the accent by hand, or hand it back to the answers with ``None`` (P6)."""
    here = standing(store, book, now)
    if here is None or here.state is None:
        return None
    name = book.texts[f"pattern.{emphasis or here.plan.profile.emphasis}"]
    why = reason("P6", "change.emphasis", name=name)
    return changed(store, book, replace(here.state, emphasis=emphasis), now, new_id, why)


def step_down(store: Store, book: Book, now: Stamp, new_id: NewId) -> Standing | None:
    """One stage down at the user's wish (G5); ``None`` where there is no lower one."""
    here = standing(store, book, now)
    if here is None or here.state is None or here.state.stage in (None, Stage.S0):
        return None
    below = lower(here.state.stage)
    why = reason("G5", "change.step_down", stage=book.texts[f"stage_name.{below}"])
    return changed(store, book, replace(here.state, stage=below), now, new_id, why)


def changed(
    store: Store,
    book: Book,
    state: PlanState,
    now: Stamp,
    new_id: NewId,
    why: Reason,
    *,
    rule: str = "",
) -> Standing | None:
    """Keep a new state of the plan with its reason. ``rule`` stands in where the log of the plan
    adds up by another name (``Mark``); weight belongs to the strength stages (R2)."""
    strong = state.stage is not None and state.stage.level >= Stage.S3.level
    store.add_plan(
        replace(
            state,
            id=new_id(),
            stamp=after_all(store, now),
            rule=rule or why.rule,
            reason=book.texts.sentence(why),
            ruleset_version=book.rules.version,
            load_kg=state.load_kg if strong else None,
        )
    )
    return standing(store, book, now)
