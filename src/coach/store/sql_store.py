"""The log of one profile in SQLite: every method is one transaction, durable when it returns."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import Any, TypeVar, cast
from uuid import UUID

from sqlalchemy import ColumnElement, delete, inspect, select
from sqlalchemy.orm import Session

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
from coach.store import mapping
from coach.store.rows import (
    CheckRow,
    DiscomfortRow,
    DraftRow,
    EffortRow,
    InSession,
    PlanRow,
    RatingHistoryRow,
    RatingRow,
    SessionRow,
    SetRow,
    SettingRow,
)
from coach.store.sql_told import SqlTold

Child = TypeVar("Child", bound=InSession)


class SqlStore(SqlTold):
    """``Store`` over one SQLite file; use it from the thread that opened it."""

    def settings(self) -> Mapping[str, str]:
        with self._database.reading() as session:
            rows = session.scalars(self._mine(SettingRow).order_by(SettingRow.key))
            return {row.key: row.value for row in rows}

    def save_setting(self, key: str, value: str) -> None:
        with self._database.writing() as session:
            row = self._find(session, SettingRow, SettingRow.key == key)
            self._put(session, SettingRow, row, {"key": key, "value": value, **self._now()})

    def draft(self) -> CheckDraft | None:
        with self._database.reading() as session:
            row = self._find(session, DraftRow)
            return None if row is None else mapping.to_draft(row)

    def save_draft(self, draft: CheckDraft | None) -> None:
        with self._database.writing() as session:
            if draft is None:
                session.execute(delete(DraftRow).where(DraftRow.profile_id == self._profile_id))
                return
            row = self._find(session, DraftRow)
            self._put(session, DraftRow, row, {**mapping.draft_values(draft), **self._now()})

    def latest_check(self) -> Check | None:
        """The newest gate stands, and of one instant the worse (S5, K16)."""
        return newest(self.checks())

    def checks(self) -> Sequence[Check]:
        with self._database.reading() as session:
            return in_order(mapping.to_check(row) for row in session.scalars(self._mine(CheckRow)))

    def add_check(self, check: Check) -> None:
        self._add(CheckRow, check.id, mapping.check_values(check))

    def plan(self) -> PlanState | None:
        with self._database.reading() as session:
            newest = self._mine(PlanRow).order_by(PlanRow.utc.desc(), PlanRow.id.desc())
            row = session.scalars(newest.limit(1)).first()
            return None if row is None else mapping.to_plan(row)

    def plans(self) -> Sequence[PlanState]:
        with self._database.reading() as session:
            rows = session.scalars(self._mine(PlanRow).order_by(PlanRow.utc, PlanRow.id))
            return [mapping.to_plan(row) for row in rows]

    def add_plan(self, plan: PlanState) -> None:
        self._add(PlanRow, plan.id, mapping.plan_values(plan))

    def ratings(self, kind: RatingKind, since: date | None = None) -> Sequence[Rating]:
        query = self._mine(RatingRow).where(RatingRow.kind == kind.value)
        if since is not None:
            query = query.where(RatingRow.civil >= since)
        with self._database.reading() as session:
            rows = session.scalars(query.order_by(RatingRow.civil, RatingRow.utc, RatingRow.id))
            return [mapping.to_rating(row) for row in rows]

    def save_rating(self, rating: Rating, changed: Stamp) -> None:
        """Insert, or correct the one with the same id and keep the old values (M2)."""
        with self._database.writing() as session:
            row = self._find(session, RatingRow, RatingRow.id == rating.id)
            if row is not None:
                old = mapping.to_rating(row)
                if old == rating:
                    return
                self._put(session, RatingHistoryRow, None, mapping.history_values(old, changed))
            values = {"id": rating.id, **mapping.rating_values(rating)}
            self._put(session, RatingRow, row, values)

    def begin_session(self, session: SessionLog) -> None:
        """Keep a session with whatever it already holds."""
        with self._database.writing() as unit:
            row = self._find(unit, SessionRow, SessionRow.id == session.id)
            values = {"id": session.id, **mapping.session_values(session)}
            self._put(unit, SessionRow, row, values)
            unit.flush()
            for done in session.sets:
                self._put_set(unit, done)
            for felt in session.efforts:
                self._put_effort(unit, felt)
            for said in session.discomforts:
                self._put_discomfort(unit, said)

    def add_set(self, entry: SetLog) -> None:
        with self._database.writing() as session:
            self._put_set(session, entry)

    def add_effort(self, entry: EffortLog) -> None:
        with self._database.writing() as session:
            self._put_effort(session, entry)

    def add_discomfort(self, entry: DiscomfortLog) -> None:
        with self._database.writing() as session:
            self._put_discomfort(session, entry)

    def end_session(self, session_id: UUID, status: SessionStatus, ended: Stamp) -> None:
        """Close a session. Raises ``LookupError`` where there is none with this id."""
        with self._database.writing() as session:
            row = self._find(session, SessionRow, SessionRow.id == session_id)
            if row is None:
                raise LookupError(f"there is no session {session_id}")
            values = {"status": status.value, **mapping.stamp_values(ended, "ended_")}
            self._put(session, SessionRow, row, values)

    def open_session(self) -> SessionLog | None:
        active = SessionRow.status == SessionStatus.ACTIVE.value
        with self._database.reading() as session:
            newest = self._mine(SessionRow).where(active)
            newest = newest.order_by(SessionRow.utc.desc(), SessionRow.id.desc()).limit(1)
            row = session.scalars(newest).first()
            return None if row is None else self._whole(session, [row], SessionRow.id == row.id)[0]

    def sessions(self, since: date | None = None) -> Sequence[SessionLog]:
        wanted = SessionRow.status != SessionStatus.DISCARDED.value
        if since is not None:
            wanted &= SessionRow.civil >= since
        with self._database.reading() as session:
            query = self._mine(SessionRow).where(wanted).order_by(SessionRow.utc, SessionRow.id)
            return self._whole(session, session.scalars(query).all(), wanted)

    def _put_set(self, session: Session, entry: SetLog) -> None:
        same = (SetRow.session_id == entry.session_id, SetRow.block == entry.block)
        row = self._find(session, SetRow, *same)
        self._put(session, SetRow, row, mapping.set_values(entry))

    def _put_effort(self, session: Session, entry: EffortLog) -> None:
        same = (EffortRow.session_id == entry.session_id, EffortRow.item == entry.item)
        row = self._find(session, EffortRow, *same)
        self._put(session, EffortRow, row, mapping.effort_values(entry))

    def _put_discomfort(self, session: Session, entry: DiscomfortLog) -> None:
        row = self._find(session, DiscomfortRow, DiscomfortRow.id == entry.id)
        values = {"id": entry.id, **mapping.discomfort_values(entry)}
        self._put(session, DiscomfortRow, row, values)

    def _whole(
        self, session: Session, rows: Sequence[SessionRow], wanted: ColumnElement[bool]
    ) -> list[SessionLog]:
        """The sessions with all that belongs to them, in three queries for any number."""
        sets = self._children(session, SetRow, wanted, SetRow.block)
        efforts = self._children(session, EffortRow, wanted, EffortRow.item)
        said = self._children(session, DiscomfortRow, wanted, DiscomfortRow.utc, DiscomfortRow.id)
        return [
            mapping.to_session(row, sets(row.id), efforts(row.id), said(row.id)) for row in rows
        ]

    def _children(
        self,
        session: Session,
        row_class: type[Child],
        wanted: ColumnElement[bool],
        *order: Any,
    ) -> Callable[[UUID], Sequence[Child]]:
        # Plain rows have the attributes of the mapped class and cost far less for many sets.
        query = select(*inspect(row_class).columns).where(
            row_class.profile_id == self._profile_id, row_class.session_id == SessionRow.id, wanted
        )
        found: defaultdict[UUID, list[Child]] = defaultdict(list)
        for row in session.execute(query.order_by(*order)):
            found[row.session_id].append(cast("Child", row))
        return lambda session_id: found[session_id]
