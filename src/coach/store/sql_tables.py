"""What every part of the log in SQLite stands on: its own rows, found, added and changed."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar
from uuid import UUID

from sqlalchemy import ColumnElement, func, select
from sqlalchemy.orm import Session

from coach.app.ports import Clock, NewId
from coach.domain.records import Stamp
from coach.store.engine import Database
from coach.store.mapping import Values, stamp_values
from coach.store.rows import Base, Entry, ProfileRow

Row = TypeVar("Row", bound=Entry)


class SqlTables:
    """The tables of one file, as one profile sees them."""

    def __init__(
        self,
        database: Database,
        profile: ProfileRow,
        clock: Clock,
        new_id: NewId,
        notices: tuple[str, ...] = (),
        *,
        read_only: bool = False,
    ) -> None:
        self.notices = notices
        """What the user should know about the way the log was opened."""
        self.read_only = read_only
        self.path = database.path
        self._database = database
        self._profile_id = profile.profile_id
        self._clock = clock
        self._new_id = new_id

    def close(self) -> None:
        self._database.close()

    @property
    def schema_version(self) -> int:
        return self._database.number("user_version")

    def integrity(self) -> str:
        """``ok``, or the first things that are wrong in the file; takes time on a large one."""
        lines = [str(row[0]) for row in self._database.pragma("integrity_check(10)")]
        orphans = self._database.pragma("foreign_key_check")
        if orphans:
            lines.append(f"{len(orphans)} entries lost what they belong to")
        return "; ".join(line for line in lines if line != "ok") or "ok"

    def counts(self) -> Mapping[str, int]:
        """How many rows each table holds."""
        with self._database.reading() as session:
            return {
                table.name: session.scalar(select(func.count()).select_from(table)) or 0
                for table in Base.metadata.sorted_tables
            }

    def _mine(self, row_class: type[Row]) -> Any:
        return select(row_class).where(row_class.profile_id == self._profile_id)

    def _find(
        self, session: Session, row_class: type[Row], *where: ColumnElement[bool]
    ) -> Row | None:
        row: Row | None = session.scalars(self._mine(row_class).where(*where)).one_or_none()
        return row

    def _put(self, session: Session, row_class: type[Row], row: Row | None, values: Values) -> None:
        """Change ``row``, or add a new one under the id in ``values`` or a fresh one."""
        if row is None:
            row = row_class()
            row.id = self._new_id()
            row.profile_id = self._profile_id
            session.add(row)
        for name, value in values.items():
            setattr(row, name, value)

    def _add(self, row_class: type[Row], row_id: UUID, values: Values) -> None:
        """One new row; a second call with the same id changes nothing but its values."""
        with self._database.writing() as session:
            row = self._find(session, row_class, row_class.id == row_id)
            self._put(session, row_class, row, {"id": row_id, **values})

    def _now(self) -> Values:
        return stamp_values(Stamp.of(self._clock.now()))
