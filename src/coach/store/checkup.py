"""Looks at the log file without opening it for use: nothing is begun, upgraded or set aside."""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from coach.app.ports import StoreError
from coach.store.schema import APPLICATION_ID, FILE_NAME, SCHEMA

NEWEST = SCHEMA
WAIT_S = 2.0


@dataclass(frozen=True, slots=True)
class Checkup:
    """``integrity`` is ``ok`` or what is wrong; ``counts`` holds the rows of each table."""

    path: Path
    schema: int
    integrity: str
    counts: Mapping[str, int]


def look_at(folder: Path) -> Checkup | None:
    """The log in ``folder``; ``None`` where there is none yet.

    Raises ``StoreError`` where the file is not ours or cannot be read.
    """
    path = folder / FILE_NAME
    if not path.exists():
        return None
    try:
        with closing(sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro", WAIT_S, uri=True)) as db:
            return _looked(db, path)
    except sqlite3.Error as error:
        raise StoreError(f"{path} cannot be read: {error}.") from error


def _looked(db: sqlite3.Connection, path: Path) -> Checkup:
    if _number(db, "application_id") != APPLICATION_ID:
        raise StoreError(f"{path} does not belong to coach: move it elsewhere.")
    lines = [str(row[0]) for row in db.execute("PRAGMA integrity_check(10)")]
    orphans = db.execute("PRAGMA foreign_key_check").fetchall()
    if orphans:
        lines.append(f"{len(orphans)} entries lost what they belong to")
    integrity = "; ".join(line for line in lines if line != "ok") or "ok"
    return Checkup(path, _number(db, "user_version"), integrity, _counts(db))


def _number(db: sqlite3.Connection, pragma: str) -> int:
    return int(db.execute(f"PRAGMA {pragma}").fetchone()[0])


def _counts(db: sqlite3.Connection) -> dict[str, int]:
    tables = [
        str(row[0])
        for row in db.execute(
            "SELECT name FROM sqlite_schema WHERE type = 'table'"
            " AND name NOT LIKE 'sqlite_%' AND name <> 'alembic_version' ORDER BY name"
        )
    ]
    return {
        name: int(db.execute(f'SELECT count(*) FROM "{name}"').fetchone()[0]) for name in tables
    }
