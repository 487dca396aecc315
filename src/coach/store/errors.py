"""What went wrong with the file, in one sentence that says what and what to do."""

from __future__ import annotations

import errno
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy.exc import DBAPIError

from coach.app.ports import StoreError

_PRIMARY = 0xFF
"""SQLite's extended result codes carry the primary code in the low byte."""

_DAMAGES = frozenset({sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB})

_NO_SPACE = frozenset({errno.ENOSPC, errno.EDQUOT})

_FULL = "The disk that holds your log is full: free some space in {folder} and try again."
_READ_ONLY = (
    "Your log in {folder} cannot be changed: allow writing there or choose another folder"
    " with --data-dir."
)
_LOCKED = "Another program is using your log in {folder}: close it and try again."
_UNREADABLE = (
    "Your log in {folder} cannot be opened: allow reading and writing there or choose another"
    " folder with --data-dir."
)
_DISK = "The disk failed while your log in {folder} was used: check the disk and try again."
_DAMAGED = (
    "Your log in {folder} is damaged: start coach again, it keeps the damaged file beside a"
    " new one."
)
_SENTENCES = {
    sqlite3.SQLITE_FULL: _FULL,
    sqlite3.SQLITE_READONLY: _READ_ONLY,
    sqlite3.SQLITE_PERM: _READ_ONLY,
    sqlite3.SQLITE_BUSY: _LOCKED,
    sqlite3.SQLITE_LOCKED: _LOCKED,
    sqlite3.SQLITE_CANTOPEN: _UNREADABLE,
    sqlite3.SQLITE_IOERR: _DISK,
}


class DamagedLogError(StoreError):
    """The file is no sound database; opening sets it aside and begins a new one."""


def damaged(folder: Path) -> DamagedLogError:
    return DamagedLogError(_DAMAGED.format(folder=folder))


def folder_fault(error: OSError, folder: Path) -> StoreError:
    """What the file system said when the log's own file was to be made or moved."""
    full = error.errno in _NO_SPACE
    return StoreError((_FULL if full else _UNREADABLE).format(folder=folder))


def database_fault(code: int, folder: Path) -> StoreError | None:
    """The error for SQLite's result code; ``None`` where it is a fault of the program."""
    primary = code & _PRIMARY
    if primary in _DAMAGES:
        return damaged(folder)
    text = _SENTENCES.get(primary)
    return None if text is None else StoreError(text.format(folder=folder))


@contextmanager
def told_plainly(folder: Path) -> Iterator[None]:
    """Turn faults of the environment into ``StoreError``; faults of the program pass through."""
    try:
        yield
    except (DBAPIError, sqlite3.Error) as error:
        cause = error.orig if isinstance(error, DBAPIError) else error
        fault = database_fault(getattr(cause, "sqlite_errorcode", None) or 0, folder)
        if fault is None:
            raise
        raise fault from error
