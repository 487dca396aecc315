"""One connection to the log file, with the pragmas that keep it safe (ADR 0020)."""

from __future__ import annotations

import sqlite3
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import URL, Connection, Engine, create_engine, event
from sqlalchemy.orm import Session
from sqlalchemy.pool import StaticPool

from coach.store.errors import told_plainly
from coach.store.plain import to_json

BUSY_S = 2.0
"""How long a write waits for another program that holds the file."""

PRAGMAS = (
    ("journal_mode", "DELETE"),
    ("synchronous", "EXTRA"),
    ("foreign_keys", "ON"),
    ("trusted_schema", "OFF"),
    ("cell_size_check", "ON"),
    ("mmap_size", "0"),
    ("secure_delete", "ON"),
    *((("fullfsync", "ON"),) if sys.platform == "darwin" else ()),
)


def _prepare(connection: sqlite3.Connection, _record: object) -> None:
    connection.isolation_level = None  # SQLAlchemy alone begins and ends transactions
    for name, value in PRAGMAS:
        connection.execute(f"PRAGMA {name} = {value}").close()


def _begin(connection: Connection) -> None:
    # A write takes its lock at once; a read takes none, so that a read-only file can be read.
    kind = "IMMEDIATE" if connection.get_execution_options().get("coach_write") else "DEFERRED"
    connection.exec_driver_sql(f"BEGIN {kind}")


def make_engine(path: Path) -> Engine:
    """An engine with a single connection, to be used from the thread that connects first."""
    engine = create_engine(
        URL.create("sqlite+pysqlite", database=str(path)),
        poolclass=StaticPool,
        connect_args={"timeout": BUSY_S, "check_same_thread": True},
        json_serializer=to_json,
    )
    event.listen(engine, "connect", _prepare)
    event.listen(engine, "begin", _begin)
    return engine


class Database:
    """Transactions on one file. Faults of the environment come out as ``StoreError``."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._reader = make_engine(path)
        self._writer = self._reader.execution_options(coach_write=True)

    @contextmanager
    def reading(self) -> Iterator[Session]:
        with told_plainly(self.path.parent), Session(self._reader) as session, session.begin():
            yield session

    @contextmanager
    def writing(self) -> Iterator[Session]:
        """One transaction; durable when the block has ended without an exception."""
        with told_plainly(self.path.parent), Session(self._writer) as session, session.begin():
            yield session

    @contextmanager
    def migrating(self) -> Iterator[Connection]:
        """One transaction without foreign keys: rebuilding a parent would delete its children."""
        with told_plainly(self.path.parent):
            self._pragma("foreign_keys", "OFF")
            try:
                with self._writer.begin() as connection:
                    yield connection
            finally:
                self._pragma("foreign_keys", "ON")

    def pragma(self, name: str) -> list[tuple[Any, ...]]:
        """The rows of a pragma that only reads."""
        with told_plainly(self.path.parent):
            return self._pragma(name)

    def number(self, name: str) -> int:
        """The value of a pragma that is one number."""
        return int(self.pragma(name)[0][0])

    def close(self) -> None:
        self._reader.dispose()

    def _pragma(self, name: str, value: str | None = None) -> list[tuple[Any, ...]]:
        # Past SQLAlchemy, because some pragmas do nothing inside a transaction.
        borrowed = self._reader.raw_connection()
        try:
            cursor = borrowed.cursor()
            cursor.execute(f"PRAGMA {name}" if value is None else f"PRAGMA {name} = {value}")
            rows = list(cursor.fetchall())
            cursor.close()
        finally:
            borrowed.close()
        return rows
