"""What a finished check brings: the stored check, the plan it opens or locks (S4-S6, K2, K5, K17).

Every function runs in the store's thread and does nothing twice: a start after a crash finds
either the draft or the finished check.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Any

from coach.app.check_carried import carried, no_whole
from coach.app.check_flow import CheckFlow, Mode, draft_of, restored
from coach.app.check_plan import Opening, StillLockedError, lock_plan, lock_reason, open_plan
from coach.app.checkin import first_rating
from coach.app.ports import NewId, Store
from coach.app.stamps import after_all
from coach.domain.answers import FLOSS, parse_answers
from coach.domain.book import Book
from coach.domain.floss_events import Trouble
from coach.domain.gates import holds, newest, sign_of, too_soon
from coach.domain.reason import reason
from coach.domain.records import Check, PlanState, Stamp
from coach.domain.screening import screen
from coach.domain.terms import Gate

__all__ = [
    "Entry",
    "EntryKind",
    "Outcome",
    "StillLockedError",
    "accept",
    "clearance_waits",
    "entry",
    "finish",
    "raise_floss_gate",
    "save_progress",
]


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
    check, draft = newest(store.checks()), store.draft()
    if draft is not None and _goes_on(draft.answers, check):
        flow = restored(draft, book.intake, check.answers if check else {})
        return Entry(EntryKind.DRAFT, check, flow)
    if check is None:
        return Entry(EntryKind.WELCOME)
    if check.gate.is_red:
        return Entry(EntryKind.GATE, check)
    plan = store.plan()
    ready = plan is not None and plan.check_id == check.id and plan.stage is not None
    return Entry(EntryKind.READY if ready else EntryKind.RESULT, check)


def _goes_on(draft: Mapping[str, Any], check: Check | None) -> bool:
    """Whether the draft is worth finishing: not where it was stored before it could be erased,
    and not where the plan has become red since, which only another kind of check opens (S5)."""
    if check is None:
        return True
    opens = not check.gate.is_red or draft.get("mode") == Mode.AGAIN
    return opens and _questions(draft) != _questions(check.answers)


def _questions(answers: Mapping[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in answers.items() if key.startswith("q")}


def save_progress(store: Store, flow: CheckFlow, seconds: int) -> None:
    """Keep the unfinished check, after every answer."""
    store.save_draft(draft_of(flow, seconds))


def clearance_waits(store: Store, now: Stamp) -> bool:
    """Whether tingling was told only today: then no tick and no new check clears it yet."""
    return too_soon(store.checks(), now.civil)


def finish(
    store: Store, book: Book, flow: CheckFlow, now: Stamp, new_id: NewId, seconds: int
) -> Outcome:
    """Store the check, open or lock the plan, erase the draft; ``out`` stores nothing (K17).

    Raises ``StillLockedError`` where a red plan would open without the new check and the tick of
    S5.
    """
    checks = store.checks()
    before = newest(checks)
    if before is not None and before.gate.is_red and not flow.stopped:
        _require_seen(flow)
    if _is_out(flow):
        store.save_draft(None)
        return Outcome(Gate.OUT)
    answers = {**flow.result(), **carried(flow, checks, now.civil, book)}
    check = _checked(answers, book, after_all(store, now), new_id, seconds)
    ready = check.gate is Gate.GREEN or _as_gentle_as(check, before, store.plan(), book)
    store.add_check(check)
    if flow.mode is not Mode.RECHECK and "q12" in check.answers:
        given = check.answers["q12"]
        first_rating(store, now, new_id, score=given["rating"], side=given["side"])
    if ready:
        open_plan(store, book, Opening(check, before, check.stamp), new_id)
    else:
        lock_plan(store, book, check, check.stamp, new_id, lock_reason(check))
    store.save_draft(None)
    return Outcome(check.gate, check, ready)


def _require_seen(flow: CheckFlow) -> None:
    if flow.mode is not Mode.AGAIN or not flow.seen:
        raise StillLockedError("a red outcome opens by a whole new check and the tick (S5)")


def _is_out(flow: CheckFlow) -> bool:
    return any(
        option.outcome is Gate.OUT for part in flow.question.parts for option in flow.chosen(part)
    )


def _checked(
    answers: Mapping[str, Any], book: Book, now: Stamp, new_id: NewId, seconds: int
) -> Check:
    gate = screen(parse_answers(answers, book.intake)).gate
    return Check(new_id(), now, answers, gate, book.rules.version, seconds)


def _as_gentle_as(check: Check, before: Check | None, state: PlanState | None, book: Book) -> bool:
    """An amber check that finds nothing new and waits for nobody leaves an accepted gentle plan
    open (K5)."""
    if check.gate is not Gate.AMBER or before is None or before.gate is not Gate.AMBER:
        return False
    if state is None or state.stage is None or state.check_id != before.id:
        return False
    if screen(parse_answers(check.answers, book.intake)).locked:
        return False  # what a professional cleared is asked about again with the whole check
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
    ``StillLockedError`` where the plan stays locked, where another check stands by now, and for
    a tick of the day on which the tingling was told.
    """
    checks = store.checks()
    standing = newest(checks)
    if standing is not None and standing.id != check.id:
        raise StillLockedError("another check stands by now (K16)")
    new = set(ticks) - set(check.answers.get("clearance", []))
    if FLOSS in new and too_soon(checks, now.civil):
        raise StillLockedError("nobody can have looked at it yet (N3)")
    now = after_all(store, now)
    if new:
        cleared = sorted({*check.answers.get("clearance", []), *new})
        check = replace(
            check,
            id=new_id(),
            stamp=now,
            answers={**check.answers, **no_whole(check), "clearance": cleared},
        )
    if screen(parse_answers(check.answers, book.intake)).locked:
        raise StillLockedError("the plan waits for a professional (S4)")
    store.add_check(check)
    open_plan(store, book, Opening(check, standing, now, cleared=bool(new)), new_id)
    return Outcome(check.gate, check, ready=True)


def raise_floss_gate(
    store: Store, book: Book, now: Stamp, new_id: NewId, removal: Trouble
) -> Check:
    """What was told after tingling joins the answers as a new check and locks the plan: until it
    is understood (N3), or until a whole new check opens it (N4, S5).

    Returns the check that stands; nothing is stored where it holds that already. Raises
    ``LookupError`` before the first check.
    """
    before = newest(store.checks())
    if before is None:
        raise LookupError("tingling was told before the first check")
    sign = sign_of(removal)
    if holds(before, sign):
        return before
    cleared = set(before.answers.get("clearance", [])) - {FLOSS}
    told = {FLOSS: sign.value, "clearance": sorted(cleared)}
    answers = {**before.answers, **no_whole(before), **told}
    check = _checked(answers, book, after_all(store, now), new_id, seconds=0)
    store.add_check(check)
    text = "lock.red" if check.gate.is_red else "floss.removed"
    lock_plan(store, book, check, check.stamp, new_id, reason(removal.rule, text))
    return check
