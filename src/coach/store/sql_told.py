"""The part of the log that holds what was told: discomforts, ticks, decisions."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from coach.domain.decisions import Decision, FlossTold, Tick
from coach.domain.records import DiscomfortLog, SessionStatus
from coach.domain.terms import Discomfort
from coach.store import told_mapping as mapping
from coach.store.mapping import to_discomfort
from coach.store.rows import DecisionRow, DiscomfortRow, FlossToldRow, SessionRow, TickRow
from coach.store.sql_tables import SqlTables

_KEPT = SessionRow.status != SessionStatus.DISCARDED.value


class SqlTold(SqlTables):
    """Discomforts across sessions, words on tingling, ticks and decisions."""

    def discomforts(self, kind: Discomfort) -> Sequence[DiscomfortLog]:
        of_kept = (DiscomfortRow.session_id == SessionRow.id) & _KEPT
        query = self._mine(DiscomfortRow).join(SessionRow, of_kept)
        query = query.where(DiscomfortRow.kind == kind.value)
        with self._database.reading() as session:
            rows = session.scalars(query.order_by(DiscomfortRow.utc, DiscomfortRow.id))
            return [to_discomfort(row) for row in rows]

    def floss_told(self) -> Sequence[FlossTold]:
        of_kept = (FlossToldRow.session_id == SessionRow.id) & _KEPT
        query = self._mine(FlossToldRow).join(SessionRow, of_kept)
        with self._database.reading() as session:
            rows = session.scalars(query.order_by(FlossToldRow.utc, FlossToldRow.id))
            return [mapping.to_floss_told(row) for row in rows]

    def add_floss_told(self, told: FlossTold) -> None:
        with self._database.writing() as session:
            same = FlossToldRow.discomfort_id == told.discomfort_id
            row = self._find(session, FlossToldRow, same)
            self._put(session, FlossToldRow, row, mapping.floss_told_values(told))

    def ticks(self, since: date | None = None) -> Sequence[Tick]:
        """Oldest first by civil date then instant, as ratings are."""
        query = self._mine(TickRow)
        if since is not None:
            query = query.where(TickRow.civil >= since)
        with self._database.reading() as session:
            rows = session.scalars(query.order_by(TickRow.civil, TickRow.utc, TickRow.id))
            return [mapping.to_tick(row) for row in rows]

    def save_tick(self, tick: Tick) -> None:
        same = (TickRow.kind == tick.kind.value, TickRow.civil == tick.stamp.civil)
        with self._database.writing() as session:
            row = self._find(session, TickRow, *same)
            self._put(session, TickRow, row, mapping.tick_values(tick))

    def decisions(self, since: date | None = None) -> Sequence[Decision]:
        query = self._mine(DecisionRow)
        if since is not None:
            query = query.where(DecisionRow.civil >= since)
        with self._database.reading() as session:
            rows = session.scalars(query.order_by(DecisionRow.utc, DecisionRow.id))
            return [mapping.to_decision(row) for row in rows]

    def save_decision(self, decision: Decision) -> None:
        self._add(DecisionRow, decision.id, mapping.decision_values(decision))
