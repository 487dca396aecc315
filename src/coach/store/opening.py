"""Opens the log: finds, checks, sets aside, creates or upgrades the file."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC
from pathlib import Path

from sqlalchemy import select

from coach.app.ports import Clock, NewId, StoreError
from coach.domain.records import Stamp
from coach.store.engine import Database
from coach.store.errors import DamagedLogError, damaged, folder_fault
from coach.store.mapping import stamp_values
from coach.store.rows import ProfileRow
from coach.store.schema import APPLICATION_ID, FILE_NAME, SCHEMA
from coach.store.sql_store import SqlStore

_NEWER = (
    "Your log in {folder} was written by a newer coach (form {found}, this one knows {known}):"
    " install the newer version to go on, nothing was changed."
)
_FOREIGN = (
    "The file {path} does not belong to coach: move it elsewhere or choose another folder with"
    " --data-dir."
)
_DANGLING = "The log {path} is a link to a file that is not there: put it back or remove the link."
_SET_ASIDE = (
    "Your log was damaged: it is kept as {name} in {folder}, and a new, empty log was begun."
)
_CANNOT_SAVE = (
    "Your log in {folder} can be read but not changed: allow writing there or choose another"
    " folder with --data-dir."
)
_OTHERS = 0o077
"""What group and others may do with a file: nothing (P-2)."""

_COMPANIONS = ("-journal", "-wal", "-shm")


def open_store(folder: Path, clock: Clock, new_id: NewId) -> SqlStore:
    """The log in ``folder``, begun there if it is missing; use it from the calling thread only.

    A damaged file is set aside, never deleted, and the store's ``notices`` say so. A file that
    cannot be changed is opened for reading. Raises ``StoreError`` where there is nothing to
    read and nothing can be begun, where the file is locked, newer or not ours.
    """
    path = _locate(folder)
    notices: tuple[str, ...] = ()
    database = None
    try:
        database = _open_existing(path)
    except DamagedLogError:
        name = _set_aside(path, clock)
        notices = (_SET_ASIDE.format(name=name, folder=path.parent),)
    if database is None:
        database = _create(path, clock, new_id)
    read_only = not (_writable(path) and _writable(path.parent))
    if read_only:
        notices += (_CANNOT_SAVE.format(folder=path.parent),)
    return SqlStore(database, _profile(database), clock, new_id, notices, read_only=read_only)


def _writable(path: Path) -> bool:
    effective = os.access in os.supports_effective_ids
    return os.access(path, os.W_OK, effective_ids=effective)


def _locate(folder: Path) -> Path:
    """The real file behind the folder and any links, in a folder that exists."""
    with _told_plainly(folder):
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        if not any(folder.iterdir()):  # a folder with other things in it is not ours to close
            folder.chmod(stat.S_IMODE(folder.stat().st_mode) & ~_OTHERS)
    link = folder / FILE_NAME
    path = Path(os.path.realpath(link))
    if link.is_symlink() and not path.exists():
        raise StoreError(_DANGLING.format(path=link))
    return path


def _open_existing(path: Path) -> Database | None:
    if not path.exists():
        return None
    with _told_plainly(path.parent):
        found = path.stat()
        if found.st_size == 0:  # ours is never empty: it is begun elsewhere and then renamed
            raise damaged(path.parent)
        if found.st_mode & _OTHERS and os.name == "posix" and found.st_uid == os.geteuid():
            path.chmod(stat.S_IMODE(found.st_mode) & ~_OTHERS)
    database = Database(path)
    try:
        _check(database)
    except BaseException:
        database.close()
        raise
    return database


def _check(database: Database) -> None:
    """Refuse what is foreign, newer or damaged; upgrade what is older."""
    folder = database.path.parent
    if database.number("application_id") != APPLICATION_ID:
        raise StoreError(_FOREIGN.format(path=database.path))
    found = database.number("user_version")
    if found > SCHEMA:
        raise StoreError(_NEWER.format(folder=folder, found=found, known=SCHEMA))
    if database.pragma("quick_check") != [("ok",)]:
        raise damaged(folder)
    if found < SCHEMA:
        _upgrade(database)


def _create(path: Path, clock: Clock, new_id: NewId) -> Database:
    """A new log. It is made under another name, so that a half-made one is never opened."""
    draft = path.with_name(path.name + ".new")
    with _told_plainly(path.parent):
        for name in (draft.name, draft.name + "-journal"):
            path.with_name(name).unlink(missing_ok=True)
        os.close(os.open(draft, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
    database = Database(draft)
    try:
        _upgrade(database)
        _add_profile(database, clock, new_id)
    finally:
        database.close()
    with _told_plainly(path.parent):
        _move_companions(path, _aside_name(path, clock))
        draft.replace(path)
        _sync_folder(path.parent)
    return Database(path)


def _upgrade(database: Database) -> None:
    from coach.store.migrate import upgrade  # noqa: PLC0415 - Alembic only where it is needed

    upgrade(database)


def _add_profile(database: Database, clock: Clock, new_id: NewId) -> None:
    with database.writing() as session:
        session.add(ProfileRow(profile_id=new_id(), **stamp_values(Stamp.of(clock.now()))))


def _profile(database: Database) -> ProfileRow:
    with database.reading() as session:
        row = session.scalars(select(ProfileRow).order_by(ProfileRow.utc).limit(1)).first()
        session.expunge_all()
    if row is None:
        raise StoreError(_FOREIGN.format(path=database.path))
    return row


def _set_aside(path: Path, clock: Clock) -> str:
    """Rename the damaged file and its journal, so that the pair stays together."""
    aside = _aside_name(path, clock)
    with _told_plainly(path.parent):
        path.rename(aside)
        _move_companions(path, aside)
    return aside.name


def _aside_name(path: Path, clock: Clock) -> Path:
    base = f"{path.name}.damaged-{clock.now().astimezone(UTC):%Y%m%dT%H%M%SZ}"
    names = (path.with_name(base + (f"-{n}" if n else "")) for n in range(1000))
    return next(name for name in names if not name.exists())


def _move_companions(path: Path, aside: Path) -> None:
    """A journal that a lost file left behind must not be played into a new one."""
    for ending in _COMPANIONS:
        left = path.with_name(path.name + ending)
        if left.exists():
            left.rename(aside.with_name(aside.name + ending))


def _sync_folder(folder: Path) -> None:
    """Make the new name durable, where folders can be opened."""
    if os.name == "nt":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


@contextmanager
def _told_plainly(folder: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise folder_fault(error, folder) from error
