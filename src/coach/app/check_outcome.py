"""What a finished check brings: the stored check, the plan it opens or locks (S4-S6, K2, K5, K17).

Every function runs in the store's thread and does nothing twice: a start after a crash finds
either the draft or the finished check.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Any

from coach.app.check_flow import CheckFlow, Mode, draft_of, restored
from coach.app.checkin import first_rating
from coach.app.ports import NewId, Store
from coach.domain.answers import Answers, is_red, parse_answers
from coach.domain.book import Book
from coach.domain.plan import Plan, Wishes, build_plan
from coach.domain.reason import reason
from coach.domain.records import Check, PlanState, Stamp
from coach.domain.screening import screen
from coach.domain.terms import Floss, Gate, Stage
from coach.domain.week import DEFAULT_DAYS


class StillLockedError(Exception):
    """A step that would open a locked plan without what the rules ask for (S5, K16)."""


class EntryKind(StrEnum):
    """Where the app stands with the check. Only ``READY`` allows a session."""

    WELCOME = "welcome"
    DRAFT = "draft"
    GATE = "gate"
    RESULT = "result"
    READY = "ready"


@dataclass(frozen=True, slots=True)
class Entry:
    """``flow`` stands with ``DRAFT``, ``check`` with all but ``WELCOME`` (and a first draft)."""

    kind: EntryKind
    check: Check | None = None
    flow: CheckFlow | None = None


@dataclass(frozen=True, slots=True)
class Outcome:
    """How a check ended. ``check`` is ``None`` where nothing is stored (K17); ``ready`` is true
    where sessions may start."""

    gate: Gate
    check: Check | None = None
    ready: bool = False


def entry(store: Store, book: Book) -> Entry:
    """What to show first: an unfinished check, the gate, a result that waits, or the app."""
    check, draft = store.latest_check(), store.draft()
    if draft is not None and not _is_leftover(draft.answers, check):
        flow = restored(draft, book.intake, check.answers if check else {})
        return Entry(EntryKind.DRAFT, check, flow)
    if check is None:
        return Entry(EntryKind.WELCOME)
    if check.gate.is_red:
        return Entry(EntryKind.GATE, check)
    plan = store.plan()
    ready = plan is not None and plan.check_id == check.id and plan.stage is not None
    return Entry(EntryKind.READY if ready else EntryKind.RESULT, check)


def _is_leftover(draft: Mapping[str, Any], check: Check | None) -> bool:
    """Whether the draft is that of a check which was stored before the draft could be erased."""
    return check is not None and _questions(draft) == _questions(check.answers)


def _questions(answers: Mapping[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in answers.items() if key.startswith("q")}


def save_progress(store: Store, flow: CheckFlow, seconds: int) -> None:
    """Keep the unfinished check, after every answer."""
    store.save_draft(draft_of(flow, seconds))


def outcome_of(flow: CheckFlow, book: Book) -> Gate:
    """The gate of a finished flow."""
    if any(option.outcome is Gate.OUT for p in flow.question.parts for option in flow.chosen(p)):
        return Gate.OUT
    return screen(parse_answers(flow.result(), book.intake)).gate


def finish(
    store: Store, book: Book, flow: CheckFlow, now: Stamp, new_id: NewId, seconds: int
) -> Outcome:
    """Store the check, open or lock the plan, erase the draft; ``out`` stores nothing (K17).

    Raises ``StillLockedError`` where a red plan would open without the new check and the tick of
    S5.
    """
    before = store.latest_check()
    if before is not None and before.gate.is_red and not flow.stopped:
        _require_seen(flow)
    gate = outcome_of(flow, book)
    if gate is Gate.OUT:
        store.save_draft(None)
        return Outcome(gate)
    answers = {**flow.result(), **_carried(flow, before, book)}
    check = Check(new_id(), now, answers, gate, book.rules.version, seconds)
    store.add_check(check)
    if flow.mode is not Mode.RECHECK and "q12" in check.answers:
        given = check.answers["q12"]
        first_rating(store, now, new_id, score=given["rating"], side=given["side"])
    ready = gate is Gate.GREEN or _as_gentle_as(check, before, store.plan(), book)
    if ready:
        _open_plan(store, book, check, now, new_id)
    else:
        _lock_plan(store, book, check, now, new_id)
    store.save_draft(None)
    return Outcome(gate, check, ready)


def _require_seen(flow: CheckFlow) -> None:
    if flow.mode is not Mode.AGAIN or not flow.seen:
        raise StillLockedError("a red outcome opens by a whole new check and the tick (S5)")


def _carried(flow: CheckFlow, before: Check | None, book: Book) -> dict[str, Any]:
    """What a check takes over from the one before: cleared questions, and those seen since."""
    if before is None or flow.mode is Mode.FIRST:
        return {}
    seen = set(before.answers.get("seen", []))
    if flow.mode is Mode.AGAIN:
        return {"seen": sorted(seen | set(red_questions(before, book)))}
    cleared = set(before.answers.get("clearance", []))
    if flow.answers.get("q4") != before.answers.get("q4"):
        cleared -= {"q4"}
    return {"clearance": sorted(cleared), "seen": sorted(seen)}


def red_questions(check: Check, book: Book) -> tuple[str, ...]:
    """Ids of the questions whose answer in ``check`` is red."""
    chosen = parse_answers(check.answers, book.intake).chosen
    return tuple(dict.fromkeys(name for name, option in chosen if is_red(option)))


def _as_gentle_as(check: Check, before: Check | None, state: PlanState | None, book: Book) -> bool:
    """An amber check that finds nothing new leaves an accepted gentle plan open (K5)."""
    if check.gate is not Gate.AMBER or before is None or before.gate is not Gate.AMBER:
        return False
    if state is None or state.stage is None or state.check_id != before.id:
        return False
    return _amber_signs(check, book) <= _amber_signs(before, book)


def _amber_signs(check: Check, book: Book) -> set[tuple[str, object]]:
    found = screen(parse_answers(check.answers, book.intake))
    return {(f.question, f.option.value if f.option else f.text) for f in found.findings}


def accept(
    store: Store,
    book: Book,
    check: Check,
    ticks: Collection[str],
    now: Stamp,
    new_id: NewId,
) -> Outcome:
    """The user understood the result; ``ticks`` are the questions a professional has cleared.

    New ticks are stored as a new check, whose date is that of the ticks. Raises
    ``StillLockedError`` where the plan stays locked.
    """
    old = set(check.answers.get("clearance", []))
    if not set(ticks) <= old:
        answers = {**check.answers, "clearance": sorted(old | set(ticks))}
        check = replace(check, id=new_id(), stamp=now, answers=answers)
    if screen(parse_answers(check.answers, book.intake)).locked:
        raise StillLockedError("the plan waits for a professional (S4)")
    store.add_check(check)
    _open_plan(store, book, check, now, new_id)
    return Outcome(check.gate, check, ready=True)


def _lock_plan(store: Store, book: Book, check: Check, now: Stamp, new_id: NewId) -> None:
    """A plan that was open is locked on record; where there was none, none is made."""
    state = store.plan()
    if state is None or state.stage is None:
        return
    text = "lock.red" if check.gate.is_red else "lock.clearance"
    store.add_plan(
        replace(
            state,
            id=new_id(),
            stamp=now,
            check_id=check.id,
            stage=None,
            floss=Floss.LOCK,
            rule="S5" if check.gate.is_red else "S4",
            reason=book.texts[text],
            ruleset_version=book.rules.version,
        )
    )


def _open_plan(store: Store, book: Book, check: Check, now: Stamp, new_id: NewId) -> None:
    answers = parse_answers(check.answers, book.intake)
    earlier = [state for state in store.plans() if state.stage is not None]
    latest = store.plan()
    last = earlier[-1] if earlier else None
    kept = last if latest is not None and latest.stage is not None else None
    plan = _plan(answers, book, last, kept)
    if plan.stage is None:
        raise StillLockedError("a locked plan has no stage (K16)")
    rule, words = _stage_reason(plan, book, last, kept)
    state = PlanState(
        id=new_id(),
        stamp=now,
        check_id=check.id,
        stage=plan.stage,
        floss=plan.floss,
        days=plan.full_days or DEFAULT_DAYS,
        emphasis=last.emphasis if last else None,
        rule=rule,
        reason=words,
        ruleset_version=book.rules.version,
    )
    store.add_plan(state)


def _plan(answers: Answers, book: Book, last: PlanState | None, kept: PlanState | None) -> Plan:
    """The week of new answers. A stage that holds stays, below the caps; after a lock the plan
    begins anew and never above the stage it had (X3, X4)."""
    days = answers.days or (last.days if last else None)
    fresh = build_plan(answers, book, Wishes(days=days))
    if last is None or last.stage is None or fresh.stage is None:
        return fresh
    floss = kept.floss if kept and kept.floss not in (Floss.LOCK, Floss.F0) else None
    if fresh.screening.gate is Gate.AMBER:
        floss = None
    stage = kept.stage if kept else min(last.stage, fresh.stage, key=lambda one: one.level)
    return build_plan(answers, book, Wishes(stage=stage, floss=floss, days=days))


def _stage_reason(
    plan: Plan, book: Book, last: PlanState | None, kept: PlanState | None
) -> tuple[str, str]:
    """Why the stage is what it is: the plan's own reason, or that of the stage that holds."""
    why = plan.why[0]
    if why.text != "stage.asked":
        return why.rule, book.texts.sentence(why)
    if kept is not None:
        return kept.rule, kept.reason
    fallback = reason("X4", "stage.default" if plan.stage is not Stage.S0 else "stage.amber")
    return fallback.rule, book.texts.sentence(fallback)
