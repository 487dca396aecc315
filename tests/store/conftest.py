"""A log in a folder of its own, and a folder that an ordinary user may not write."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from coach.store.opening import open_store
from coach.store.sql_store import SqlStore
from support.store_builders import CountedIds, SteadyClock

Open = Callable[[], SqlStore]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "log"


@pytest.fixture
def opened(folder: Path) -> Iterator[Open]:
    """Opens the log in ``folder``, as often as wanted; all are closed at the end."""
    stores: list[SqlStore] = []
    ids = CountedIds()

    def open_it() -> SqlStore:
        stores.append(open_store(folder, SteadyClock(), ids))
        return stores[-1]

    yield open_it
    for store in stores:
        store.close()


@pytest.fixture
def store(opened: Open) -> SqlStore:
    return opened()


@pytest.fixture
def ordinary_folder() -> Iterator[Path]:
    """A folder seen by an ordinary user, for the superuser may write everywhere."""
    place = Path(tempfile.mkdtemp(prefix="coach-test-"))
    superuser = hasattr(os, "geteuid") and os.geteuid() == 0
    if superuser:
        nobody = 65534
        os.chown(place, nobody, nobody)
        os.seteuid(nobody)
    try:
        yield place
    finally:
        if superuser:
            os.seteuid(0)
        place.chmod(0o700)
        shutil.rmtree(place)
