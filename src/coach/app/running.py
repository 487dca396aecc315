"""Running a session: what is begun, what is written down, how it is taken up again.

Every record is one small write, in order; the window keeps those that failed and tries again.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import timedelta
from typing import Any
from uuid import UUID

from coach.app.planning import Standing, standing
from coach.app.ports import NewId, Store
from coach.app.preferences import Preferences, preferences
from coach.app.starting import reasons_now
from coach.domain.book import Book
from coach.domain.decisions import Decision, FlossTold
from coach.domain.dose import Pace, item_from_data, item_to_data
from coach.domain.plan import DayPlan, Plan
from coach.domain.reason import Reason, Texts
from coach.domain.records import (
    DiscomfortLog,
    EffortLog,
    Rating,
    RatingKind,
    SessionLog,
    SessionStatus,
    SetLog,
    Stamp,
)
from coach.domain.score import compile_timeline
from coach.domain.session import MAX_GAP_MS, SessionState, new_session
from coach.domain.session_facts import (
    Begun,
    BlockEnded,
    Decided,
    DiscomfortGiven,
    EffortGiven,
    Fact,
    RunFinished,
    RunStopped,
    TinglingTold,
)
from coach.domain.session_pace import with_own_pace
from coach.domain.session_past import Past, resumed_session
from coach.domain.terms import Discomfort, Side
from coach.domain.timeline import Timeline

SIDE_MEMORY = timedelta(days=60)
"""How far back the side of the last session is looked for."""


class LockedError(Exception):
    """No session may start while the readiness check says so (S5, K16)."""


class LostPlanError(Exception):
    """A session of the log asks for something that this version no longer has."""


@dataclass(frozen=True, slots=True)
class Prepared:
    """A session that can be run. ``new`` is false where the log already has it. ``texts`` holds
    the sentences of decisions, ``told`` the answers after tingling that the log knows."""

    session: SessionLog
    timeline: Timeline
    preferences: Preferences
    texts: Texts
    new: bool
    told: tuple[FlossTold, ...] = ()

    def state(self, clock_ms: float, max_gap_ms: float = MAX_GAP_MS) -> SessionState:
        """The run before its question: at the beginning, or at the first unfinished set; reps
        at a tempo wait to be counted where the preferences say so."""
        state = self._state(clock_ms, max_gap_ms)
        own_pace = self.timeline.tempo_items if self.preferences.own_pace else ()
        return with_own_pace(state, own_pace)

    def _state(self, clock_ms: float, max_gap_ms: float) -> SessionState:
        if self.new:
            return new_session(self.timeline, clock_ms, max_gap_ms=max_gap_ms)
        log = self.session
        past = Past(log.sets, log.efforts, log.discomforts, self.told)
        return resumed_session(self.timeline, past, clock_ms, max_gap_ms=max_gap_ms)

    @property
    def pace(self) -> Pace:
        """The breath pace that the session was begun with."""
        return Pace(**self.session.plan["pace"])


def prepare(store: Store, book: Book, day: DayPlan, now: Stamp, new_id: NewId) -> Prepared:
    """Compile today's session. Raises ``LockedError``; ``ValueError`` for a day of rest."""
    here = _open_standing(store, book, now)
    if not day.items:
        raise ValueError("there is no session on a day of rest")
    why = told_reasons(reasons_now(here, day), book.texts)
    data = plan_data(day, here.plan, first_side(store, now)) | {"why": why}
    session = SessionLog(new_id(), now, data, SessionStatus.ACTIVE, book.rules.version)
    timeline = timeline_of(session, book)
    return Prepared(session, timeline, preferences(store.settings()), book.texts, new=True)


def take_up(store: Store, book: Book, session: SessionLog, now: Stamp) -> Prepared:
    """Compile a session of the log again, just as it was. Raises ``LockedError`` or
    ``LostPlanError``."""
    _open_standing(store, book, now)
    told = tuple(one for one in store.floss_told() if one.session_id == session.id)
    return Prepared(
        session=session,
        timeline=timeline_of(session, book),
        preferences=preferences(store.settings()),
        texts=book.texts,
        new=False,
        told=told,
    )


def _open_standing(store: Store, book: Book, now: Stamp) -> Standing:
    here = standing(store, book, now)
    if here is None or not here.ready:
        raise LockedError("The readiness check comes first; until then no session can start.")
    return here


def told_reasons(why: Iterable[Reason], texts: Texts) -> list[dict[str, str]]:
    """Reasons as the plan of a session keeps them (X2)."""
    return [{"rule": one.rule, "text": texts.sentence(one)} for one in why]


def plan_data(day: DayPlan, plan: Plan, side: Side) -> dict[str, Any]:
    """All that it takes to compile the same session again, as plain data."""
    return {
        "template": day.template,
        "stage": plan.stage,
        "floss": plan.floss,
        "emphasis": plan.emphasis,
        "first_side": side,
        "pace": {"inhale_ms": plan.pace.inhale_ms, "exhale_ms": plan.pace.exhale_ms},
        "items": [item_to_data(item, plan.pace) for item in day.items],
    }


def timeline_of(session: SessionLog, book: Book, pace: Pace | None = None) -> Timeline:
    """The timeline of a stored plan, or of the same one at another breath pace. Raises
    ``LostPlanError``: another version may have written it, with exercises, variants or parts that
    this one does not know."""
    data: Mapping[str, Any] = session.plan
    try:
        items = [item_from_data(item) for item in data["items"]]
        begun, side = Pace(**data["pace"]), Side(data["first_side"])
        return compile_timeline(items, book, pace=pace or begun, first_side=side)
    except (LookupError, TypeError, ValueError) as error:
        raise LostPlanError(f"session {session.id} cannot be taken up: {error}") from error


def first_side(store: Store, now: Stamp) -> Side:
    """The other side than last time (R4); left the first time and after a long pause."""
    for session in reversed(store.sessions(now.civil - SIDE_MEMORY)):
        if session.sets and "first_side" in session.plan:
            return Side(session.plan["first_side"]).other
    return Side.LEFT


@dataclass(frozen=True, slots=True)
class SessionBegin:
    session: SessionLog


@dataclass(frozen=True, slots=True)
class SessionEnd:
    session_id: UUID
    status: SessionStatus
    stamp: Stamp


@dataclass(frozen=True, slots=True)
class TinglingAnswer:
    """What was told after the tingling key that is ``number`` in the session, from 0: the key's
    record may have been written long before, so its id is looked up when this one is."""

    id: UUID
    session_id: UUID
    stamp: Stamp
    told: TinglingTold


Record = (
    SessionBegin
    | SetLog
    | EffortLog
    | DiscomfortLog
    | Decision
    | TinglingAnswer
    | Rating
    | SessionEnd
)


def records(
    facts: Iterable[Fact], prepared: Prepared, now: Stamp, new_id: NewId
) -> tuple[Record, ...]:
    """What the log keeps of these facts, in their order."""
    found = (_record(fact, prepared, now, new_id) for fact in facts)
    return tuple(record for record in found if record is not None)


def _record(fact: Fact, prepared: Prepared, now: Stamp, new_id: NewId) -> Record | None:
    of = prepared.session.id
    match fact:
        case Begun():
            return SessionBegin(prepared.session) if prepared.new else None
        case RunFinished():
            return SessionEnd(of, SessionStatus.FINISHED, now)
        case RunStopped():
            return SessionEnd(of, SessionStatus.STOPPED, now)
        case Decided():
            return _decision(fact, prepared, now, new_id)
        case _:
            return _entry(fact, of, now, new_id)


def _entry(fact: Fact, of: UUID, now: Stamp, new_id: NewId) -> Record | None:
    """What the user did or told; what only steers sound and picture leaves no entry."""
    match fact:
        case BlockEnded():
            return _set_log(fact, of, now, new_id)
        case EffortGiven():
            return EffortLog(new_id(), of, now, fact.item, fact.exercise, fact.effort)
        case DiscomfortGiven():
            place = (fact.item, fact.exercise, fact.side, fact.position_ms)
            return DiscomfortLog(new_id(), of, now, fact.kind, *place)
        case TinglingTold():
            return TinglingAnswer(new_id(), of, now, fact)
        case _:
            return None


def _decision(fact: Decided, prepared: Prepared, now: Stamp, new_id: NewId) -> Decision:
    return Decision(
        id=new_id(),
        stamp=now,
        rule=fact.why.rule,
        text=fact.why.text,
        reason=prepared.texts.sentence(fact.why),
        ruleset_version=prepared.session.ruleset_version,
        session_id=prepared.session.id,
        detail={
            "exercise": fact.exercise,
            "item": fact.item,
            "side": None if fact.side is None else fact.side.value,
            "position_ms": fact.position_ms,
        },
    )


def _set_log(fact: BlockEnded, of: UUID, now: Stamp, new_id: NewId) -> SetLog:
    block = fact.block
    return SetLog(
        id=new_id(),
        session_id=of,
        stamp=now,
        block=block.index,
        item=block.item,
        exercise=block.exercise,
        variant=block.variant,
        set=block.set,
        side=block.side,
        reps_planned=block.reps,
        reps_done=fact.reps_done,
        status=fact.status,
        position_ms=fact.position_ms,
    )


def write(store: Store, record: Record) -> None:
    """One record, durable when it returns. Raises ``StoreError``; safe to try again."""
    match record:
        case SessionBegin():
            _begin(store, record.session)
        case SetLog():
            store.add_set(record)
        case EffortLog():
            store.add_effort(record)
        case DiscomfortLog():
            store.add_discomfort(record)
        case Decision():
            store.save_decision(record)
        case TinglingAnswer():
            _add_answer(store, record)
        case Rating():
            store.save_rating(record, record.stamp)
        case SessionEnd():
            store.end_session(record.session_id, record.status, record.stamp)


def _add_answer(store: Store, answer: TinglingAnswer) -> None:
    """A session that was discarded meanwhile has no keys to answer."""
    keys = [d for d in store.discomforts(Discomfort.TINGLING) if d.session_id == answer.session_id]
    if answer.told.number >= len(keys):
        return
    words = answer.told.words
    store.add_floss_told(
        FlossTold(
            id=answer.id,
            session_id=answer.session_id,
            discomfort_id=keys[answer.told.number].id,
            stamp=answer.stamp,
            strength=words.strength,
            lasted_s=words.lasted_s,
            further_down=words.further_down,
            numb=words.numb,
            side=answer.told.side,
        )
    )


def _begin(store: Store, session: SessionLog) -> None:
    """One session at a time: an older one that was left half-way ends with what was done."""
    older = store.open_session()
    if older is not None and older.id != session.id:
        store.end_session(older.id, SessionStatus.STOPPED, session.stamp)
    store.begin_session(session)


def after_rating(
    of: UUID, now: Stamp, new_id: NewId, left: int | None, right: int | None
) -> Rating | None:
    """The rating after a session, kept apart from the daily one (K3); none without a side."""
    if left is None and right is None:
        return None
    return Rating(new_id(), RatingKind.AFTER, now, left, right, of)


def finish(store: Store, now: Stamp) -> None:
    """End the session found open at the start: what was done stays."""
    _end_open(store, SessionStatus.STOPPED, now)


def discard(store: Store, now: Stamp) -> None:
    """End the session found open at the start as if it had not been."""
    _end_open(store, SessionStatus.DISCARDED, now)


def _end_open(store: Store, status: SessionStatus, now: Stamp) -> None:
    """Without an open session there is nothing to do."""
    found = store.open_session()
    if found is not None:
        store.end_session(found.id, status, now)


def next_set(session: SessionLog, book: Book) -> int | None:
    """The number, from 1, of the first unfinished set; ``None`` where all are done. Raises
    ``LostPlanError``."""
    ended = {entry.block for entry in session.sets}
    blocks = timeline_of(session, book).blocks
    return next((block.index + 1 for block in blocks if block.index not in ended), None)
