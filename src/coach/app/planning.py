"""The plan that holds now, and the changes a user makes to it (R9, R11, P6)."""

from __future__ import annotations

from dataclasses import dataclass, replace

from coach.app.check_outcome import EntryKind, entry
from coach.app.ports import NewId, Store
from coach.app.preferences import preferences
from coach.domain.answers import parse_answers
from coach.domain.book import Book
from coach.domain.plan import Plan, Wishes, build_plan
from coach.domain.reason import Reason, reason
from coach.domain.records import Check, PlanState, Stamp
from coach.domain.terms import Emphasis, Stage, Weekday
from coach.domain.week import moved, refusal


@dataclass(frozen=True, slots=True)
class Standing:
    """The newest check, the newest state of the plan, and the week.

    ``ready`` is true only where a session may start: the newest gate allows it, what it asks for
    has been accepted, and no new check waits to be finished (S5, K16).
    """

    check: Check
    state: PlanState | None
    plan: Plan
    ready: bool


def standing(store: Store, book: Book) -> Standing | None:
    """Where the user stands; ``None`` before the first check. The newest gate wins (S5)."""
    check = store.latest_check()
    if check is None:
        return None
    state = store.plan()
    wishes = Wishes(pace=preferences(store.settings()).pace)
    if state is not None:
        wishes = replace(
            wishes,
            stage=state.stage,
            floss=state.floss if state.check_id == check.id else None,
            emphasis=state.emphasis,
            days=state.days,
        )
    plan = build_plan(parse_answers(check.answers, book.intake), book, wishes)
    ready = entry(store, book).kind is EntryKind.READY and not plan.screening.locked
    return Standing(check, state, plan, ready)


def move_day(
    store: Store, book: Book, now: Stamp, new_id: NewId, *, source: Weekday, target: Weekday
) -> Standing | Reason | None:
    """Move a full day; the reason where R9 forbids it, ``None`` where there is no plan."""
    here = standing(store, book)
    if here is None or here.state is None:
        return None
    days = moved(here.state.days, source, target)
    if isinstance(days, Reason):
        return days
    why = reason("R11", "change.days", days=", ".join(days))
    return _changed(store, book, replace(here.state, days=days), now, new_id, why)


def choose_days(
    store: Store, book: Book, now: Stamp, new_id: NewId, days: tuple[Weekday, ...]
) -> Standing | Reason | None:
    """Set all three full days at once; the reason where R9 forbids them."""
    here = standing(store, book)
    if here is None or here.state is None or here.state.days == days:
        return here
    if (refused := refusal(days)) is not None:
        return refused
    why = reason("R11", "change.days", days=", ".join(days))
    return _changed(store, book, replace(here.state, days=days), now, new_id, why)


def choose_emphasis(
    store: Store, book: Book, now: Stamp, new_id: NewId, emphasis: Emphasis | None
) -> Standing | None:
    """Set the accent by hand, or hand it back to the answers with ``None`` (P6)."""
    here = standing(store, book)
    if here is None or here.state is None:
        return None
    name = book.texts[f"pattern.{emphasis or here.plan.profile.emphasis}"]
    why = reason("P6", "change.emphasis", name=name)
    return _changed(store, book, replace(here.state, emphasis=emphasis), now, new_id, why)


def step_down(store: Store, book: Book, now: Stamp, new_id: NewId) -> Standing | None:
    """One stage down at the user's wish (G5); ``None`` where there is no lower one."""
    here = standing(store, book)
    if here is None or here.state is None or here.plan.stage in (None, Stage.S0):
        return None
    lower = list(Stage)[here.plan.stage.level - 1]
    why = reason("G5", "change.step_down", stage=book.texts[f"stage_name.{lower}"])
    return _changed(store, book, replace(here.state, stage=lower), now, new_id, why)


def _changed(
    store: Store, book: Book, state: PlanState, now: Stamp, new_id: NewId, why: Reason
) -> Standing | None:
    store.add_plan(
        replace(
            state,
            id=new_id(),
            stamp=now,
            rule=why.rule,
            reason=book.texts.sentence(why),
            ruleset_version=book.rules.version,
        )
    )
    return standing(store, book)
