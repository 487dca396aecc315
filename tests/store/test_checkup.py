"""Looking at a log changes nothing, whatever state it is in."""

from __future__ import annotations

import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from coach.app.ports import StoreError
from coach.store.checkup import look_at
from coach.store.opening import open_store
from coach.store.schema import FILE_NAME, SCHEMA
from support.store_builders import CountedIds, SteadyClock, fill

OLD = Path(__file__).parents[1] / "data" / "db" / "schema_1.sqlite"


def files(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def test_where_there_is_no_log_none_is_begun(tmp_path: Path) -> None:
    folder = tmp_path / "none"
    assert look_at(folder) is None
    assert not folder.exists()


def test_a_sound_log_is_counted_while_it_is_open(tmp_path: Path) -> None:
    store = open_store(tmp_path, SteadyClock(), CountedIds())
    fill(store)
    before = files(tmp_path)
    found = look_at(tmp_path)
    assert found is not None
    assert (found.schema, found.integrity) == (SCHEMA, "ok")
    assert dict(found.counts) == {
        name: count for name, count in store.counts().items() if name in found.counts
    }
    assert found.counts["rating"] == 2
    assert files(tmp_path) == before
    store.close()


def test_an_older_log_is_not_upgraded(tmp_path: Path) -> None:
    shutil.copy(OLD, tmp_path / FILE_NAME)
    before = files(tmp_path)
    found = look_at(tmp_path)
    assert found is not None
    assert found.schema == 1
    assert files(tmp_path) == before


@pytest.mark.parametrize("content", [b"", b"not a database at all" * 99, OLD.read_bytes()[:3000]])
def test_a_damaged_file_is_told_and_left_where_it_is(tmp_path: Path, content: bytes) -> None:
    (tmp_path / FILE_NAME).write_bytes(content)
    with pytest.raises(StoreError, match=FILE_NAME):
        look_at(tmp_path)
    assert files(tmp_path) == {FILE_NAME: content}


def test_lost_entries_are_found(tmp_path: Path) -> None:
    shutil.copy(OLD, tmp_path / FILE_NAME)
    with closing(sqlite3.connect(tmp_path / FILE_NAME)) as db, db:
        db.execute("DELETE FROM profile")
    found = look_at(tmp_path)
    assert found is not None
    assert "lost what they belong to" in found.integrity
