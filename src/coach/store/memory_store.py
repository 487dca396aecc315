"""The log of one profile in memory, for simulations: nothing outlives the process."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime
from operator import attrgetter
from typing import Protocol
from uuid import UUID

from coach.app.ports import Clock, NewId
from coach.domain.decisions import Decision, FlossTold, Tick
from coach.domain.gates import in_order, newest
from coach.domain.records import (
    Check,
    CheckDraft,
    DiscomfortLog,
    EffortLog,
    PlanState,
    Rating,
    RatingKind,
    SessionLog,
    SessionStatus,
    SetLog,
    Stamp,
)
from coach.domain.terms import Discomfort
from coach.store.plain import kept
from coach.store.shelf import Shelf, merged


class _Entry(Protocol):
    """What every record of the log has."""

    @property
    def id(self) -> UUID: ...
    @property
    def stamp(self) -> Stamp: ...


def _key(entry: _Entry) -> UUID:
    return entry.id


def _by_instant(entry: _Entry) -> tuple[datetime, UUID]:
    return entry.stamp.utc, entry.id


def _by_day(entry: _Entry) -> tuple[date, datetime, UUID]:
    return entry.stamp.civil, entry.stamp.utc, entry.id


def _from(entry: _Entry, since: date | None) -> bool:
    return since is None or entry.stamp.civil >= since


class MemoryStore:
    """``Store`` without a file: the same order, the same replacing, the same hiding.

    What refers to nothing is refused with ``LookupError``. Values that a correction replaced
    are not kept, because nothing reads them here. What it hands out is shared, not copied.
    """

    notices: Sequence[str] = ()

    def __init__(self, clock: Clock, new_id: NewId) -> None:
        self.profile_id = new_id()
        self.begun = Stamp.of(clock.now())
        self._settings: dict[str, str] = {}
        self._draft: CheckDraft | None = None
        self._checks: dict[UUID, Check] = {}
        self._plans = Shelf[PlanState](_key, _by_instant)
        self._ratings = Shelf[Rating](_key, _by_day)
        self._sessions = Shelf[SessionLog](_key, _by_instant)
        self._discomforts = Shelf[DiscomfortLog](_key, _by_instant)
        self._told = Shelf[FlossTold](attrgetter("discomfort_id"), _by_instant)
        self._ticks = Shelf[Tick](lambda tick: (tick.kind, tick.stamp.civil), _by_day)
        self._decisions = Shelf[Decision](_key, _by_instant)

    def settings(self) -> Mapping[str, str]:
        return dict(sorted(self._settings.items()))

    def save_setting(self, key: str, value: str) -> None:
        self._settings[key] = value

    def draft(self) -> CheckDraft | None:
        return self._draft

    def save_draft(self, draft: CheckDraft | None) -> None:
        self._draft = draft and replace(draft, answers=kept(draft.answers))

    def latest_check(self) -> Check | None:
        """The newest gate stands, and of one instant the worse (S5, K16)."""
        return newest(self._checks.values())

    def checks(self) -> Sequence[Check]:
        return in_order(self._checks.values())

    def add_check(self, check: Check) -> None:
        self._checks[check.id] = replace(check, answers=kept(check.answers))

    def plan(self) -> PlanState | None:
        return self._plans.newest()

    def plans(self) -> Sequence[PlanState]:
        return list(self._plans)

    def add_plan(self, plan: PlanState) -> None:
        if plan.check_id not in self._checks:
            raise LookupError(f"there is no check {plan.check_id}")
        self._plans.put(plan)

    def ratings(self, kind: RatingKind, since: date | None = None) -> Sequence[Rating]:
        return [one for one in self._ratings if one.kind is kind and _from(one, since)]

    def save_rating(self, rating: Rating, changed: Stamp) -> None:
        self._need_session(rating.session_id)
        self._ratings.put(rating)

    def begin_session(self, session: SessionLog) -> None:
        """Keep a session with whatever it already holds."""
        bare = replace(session, plan=kept(session.plan), sets=(), efforts=(), discomforts=())
        held = self._sessions.get(session.id) or bare
        self._sessions.put(
            replace(bare, sets=held.sets, efforts=held.efforts, discomforts=held.discomforts)
        )
        self._extend(session.id, session.sets, session.efforts, session.discomforts)

    def add_set(self, entry: SetLog) -> None:
        self._extend(entry.session_id, sets=(entry,))

    def add_effort(self, entry: EffortLog) -> None:
        self._extend(entry.session_id, efforts=(entry,))

    def add_discomfort(self, entry: DiscomfortLog) -> None:
        self._extend(entry.session_id, discomforts=(entry,))

    def end_session(self, session_id: UUID, status: SessionStatus, ended: Stamp) -> None:
        """Close a session. Raises ``LookupError`` where there is none with this id."""
        self._sessions.put(replace(self._session(session_id), status=status, ended=ended))

    def open_session(self) -> SessionLog | None:
        active = (one for one in reversed(self._sessions) if one.status is SessionStatus.ACTIVE)
        return next(active, None)

    def sessions(self, since: date | None = None) -> Sequence[SessionLog]:
        hidden = SessionStatus.DISCARDED
        return [one for one in self._sessions if one.status is not hidden and _from(one, since)]

    def discomforts(self, kind: Discomfort) -> Sequence[DiscomfortLog]:
        said = (one for one in self._discomforts if one.kind is kind)
        return [one for one in said if self._shown(one.session_id)]

    def floss_told(self) -> Sequence[FlossTold]:
        return [one for one in self._told if self._shown(one.session_id)]

    def add_floss_told(self, told: FlossTold) -> None:
        self._need_session(told.session_id)
        if self._discomforts.get(told.discomfort_id) is None:
            raise LookupError(f"there is no discomfort {told.discomfort_id}")
        self._told.put(told)

    def ticks(self, since: date | None = None) -> Sequence[Tick]:
        return [one for one in self._ticks if _from(one, since)]

    def save_tick(self, tick: Tick) -> None:
        self._ticks.put(tick)

    def decisions(self, since: date | None = None) -> Sequence[Decision]:
        return [one for one in self._decisions if _from(one, since)]

    def save_decision(self, decision: Decision) -> None:
        self._need_session(decision.session_id)
        self._decisions.put(replace(decision, detail=kept(decision.detail)))

    def close(self) -> None:
        """Nothing to let go of; it can be read on."""

    def _session(self, session_id: UUID) -> SessionLog:
        session = self._sessions.get(session_id)
        if session is None:
            raise LookupError(f"there is no session {session_id}")
        return session

    def _need_session(self, session_id: UUID | None) -> None:
        if session_id is not None:
            self._session(session_id)

    def _shown(self, session_id: UUID) -> bool:
        return self._session(session_id).status is not SessionStatus.DISCARDED

    def _extend(
        self,
        session_id: UUID,
        sets: Sequence[SetLog] = (),
        efforts: Sequence[EffortLog] = (),
        discomforts: Sequence[DiscomfortLog] = (),
    ) -> None:
        """Put entries into their session, each in the place of the one that it does again."""
        held = self._session(session_id)
        block, item = attrgetter("block"), attrgetter("item")
        whole = replace(
            held,
            sets=merged(held.sets, sets, block, block),
            efforts=merged(held.efforts, efforts, item, item),
            discomforts=merged(held.discomforts, discomforts, _key, _by_instant),
        )
        self._sessions.put(whole)
        for said in discomforts:
            self._discomforts.put(said)
