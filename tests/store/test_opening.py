"""Folders and files as they are found: missing, locked up, foreign, newer, damaged, full."""

from __future__ import annotations

import errno
import sqlite3
import stat
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from coach.app.ports import StoreError
from coach.domain.records import SetLog
from coach.store import engine, opening
from coach.store.opening import open_store
from coach.store.schema import APPLICATION_ID, FILE_NAME, SCHEMA
from coach.store.sql_store import SqlStore
from support import store_builders as build
from support.store_builders import CountedIds, SteadyClock

from .conftest import Open


def _one_sentence(error: pytest.ExceptionInfo[StoreError], *words: str) -> None:
    text = str(error.value)
    assert text.endswith(".")
    assert text.count(". ") == 0
    assert "\n" not in text
    for word in words:
        assert word in text


def _change(folder: Path, statement: str) -> None:
    with closing(sqlite3.connect(folder / FILE_NAME)) as file:
        file.execute(statement)
        file.commit()


def _open(folder: Path) -> SqlStore:
    return open_store(folder, SteadyClock(), CountedIds())


def _filled(opened: Open) -> None:
    store = opened()
    build.fill(store)
    store.close()


def test_the_pragmas_are_really_set(store: SqlStore) -> None:
    expected = {
        "journal_mode": "delete",
        "synchronous": 3,
        "foreign_keys": 1,
        "trusted_schema": 0,
        "cell_size_check": 1,
        "secure_delete": 1,
        "application_id": APPLICATION_ID,
        "user_version": SCHEMA,
    }
    found = {name: store._database.pragma(name)[0][0] for name in expected}
    assert found == expected
    assert store._database.pragma("mmap_size") in ([(0,)], [])


def test_only_the_owner_can_look_inside(store: SqlStore, folder: Path) -> None:
    build.fill(store)
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    assert {stat.S_IMODE(file.stat().st_mode) for file in folder.iterdir()} == {0o600}


def test_a_file_that_others_can_read_is_closed_to_them(folder: Path, opened: Open) -> None:
    opened().close()
    (folder / FILE_NAME).chmod(0o644)
    opened()
    assert stat.S_IMODE((folder / FILE_NAME).stat().st_mode) == 0o600


def test_a_folder_with_other_things_keeps_its_mode(tmp_path: Path) -> None:
    (tmp_path / "letter.txt").write_text("hello")
    tmp_path.chmod(0o755)
    _open(tmp_path).close()
    assert stat.S_IMODE(tmp_path.stat().st_mode) == 0o755


def test_opening_again_changes_nothing(store: SqlStore, folder: Path, opened: Open) -> None:
    build.fill(store)
    store.close()
    before = (folder / FILE_NAME).read_bytes()
    assert opened().notices == ()
    assert (folder / FILE_NAME).read_bytes() == before
    assert [file.name for file in folder.iterdir()] == [FILE_NAME]


def test_alembic_stays_out_when_the_schema_is_current(folder: Path, opened: Open) -> None:
    opened().close()
    script = (
        "import sys; from pathlib import Path\n"
        "from coach.store.opening import open_store\n"
        "from coach.system.clock import SystemClock\n"
        "from coach.system.ids import new_id\n"
        f"open_store(Path({str(folder)!r}), SystemClock(), new_id).close()\n"
        "print('alembic' in sys.modules, 'sqlalchemy' in sys.modules)"
    )
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True
    )
    assert done.stdout.split() == ["False", "True"]


def test_a_folder_below_a_file_is_refused(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(StoreError) as error:
        _open(tmp_path / "file" / "log")
    _one_sentence(error, "cannot be opened", "--data-dir")


def test_an_unwritable_folder_is_refused(ordinary_folder: Path) -> None:
    ordinary_folder.chmod(0o500)
    with pytest.raises(StoreError) as error:
        _open(ordinary_folder)
    _one_sentence(error, str(ordinary_folder), "--data-dir")
    assert list(ordinary_folder.iterdir()) == []


def test_an_unwritable_place_for_the_folder_is_refused(ordinary_folder: Path) -> None:
    ordinary_folder.chmod(0o500)
    with pytest.raises(StoreError) as error:
        _open(ordinary_folder / "new" / "log")
    _one_sentence(error, "allow reading and writing")


@pytest.mark.parametrize("target", ["file", "folder"])
def test_a_log_that_cannot_be_changed_is_read(ordinary_folder: Path, target: str) -> None:
    store = _open(ordinary_folder)
    build.fill(store)
    store.close()
    if target == "file":
        (ordinary_folder / FILE_NAME).chmod(0o400)
    else:
        ordinary_folder.chmod(0o500)
    with closing(_open(ordinary_folder)) as again:
        assert again.read_only
        assert "can be read but not changed" in again.notices[0]
        assert again.settings() == {"theme": "dark"}
        with pytest.raises(StoreError) as error:
            again.save_setting("theme", "light")
        _one_sentence(error, "cannot be changed")
        assert again.settings() == {"theme": "dark"}


def test_a_full_disk_is_called_full(store: SqlStore) -> None:
    running = build.session()
    store.begin_session(running)
    pages = store._database.number("page_count")
    store._database.pragma(f"max_page_count = {pages}")
    kept: list[SetLog] = []

    def fill_up() -> None:
        for block in range(1000):
            store.add_set(build.set_log(running, block))
            kept.append(build.set_log(running, block))

    with pytest.raises(StoreError) as error:
        fill_up()
    _one_sentence(error, "full", "free some space")
    assert [one.block for one in store.sessions()[0].sets] == [one.block for one in kept]
    store._database.pragma("max_page_count = 100000")
    store.add_set(build.set_log(running, len(kept)))
    assert store.integrity() == "ok"


def test_another_writer_is_called_by_its_name(
    folder: Path, opened: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(engine, "BUSY_S", 0.01)
    store = opened()
    with closing(sqlite3.connect(folder / FILE_NAME, isolation_level=None)) as other:
        other.execute("begin immediate")
        with pytest.raises(StoreError) as error:
            store.save_setting("theme", "dark")
        _one_sentence(error, "Another program")
        other.execute("rollback")
        other.execute("begin exclusive")
        with pytest.raises(StoreError) as error:
            opened()
        _one_sentence(error, "Another program")
    store.save_setting("theme", "dark")
    assert store.settings() == {"theme": "dark"}


def test_a_newer_log_is_refused_and_left_alone(folder: Path, opened: Open) -> None:
    _filled(opened)
    _change(folder, f"pragma user_version = {SCHEMA + 1}")
    before = (folder / FILE_NAME).read_bytes()
    with pytest.raises(StoreError) as error:
        opened()
    _one_sentence(error, "newer coach", "install")
    assert (folder / FILE_NAME).read_bytes() == before
    assert [file.name for file in folder.iterdir()] == [FILE_NAME]


def test_a_foreign_database_is_refused_and_left_alone(folder: Path, opened: Open) -> None:
    folder.mkdir()
    _change(folder, "create table recipe (name text)")
    before = (folder / FILE_NAME).read_bytes()
    with pytest.raises(StoreError) as error:
        opened()
    _one_sentence(error, "does not belong to coach")
    assert (folder / FILE_NAME).read_bytes() == before


def _truncate(whole: bytes) -> bytes:
    return whole[: len(whole) // 2 + 100]


def _flip(whole: bytes) -> bytes:
    middle = len(whole) // 2
    return whole[:4096] + bytes(byte ^ 0xFF for byte in whole[4096:middle]) + whole[middle:]


def _text(_whole: bytes) -> bytes:
    return b"Dear diary, today my legs were tight. " * 40


def _empty(_whole: bytes) -> bytes:
    return b""


@pytest.mark.parametrize("damage", [_truncate, _flip, _text, _empty])
def test_a_damaged_log_is_set_aside_and_kept(
    folder: Path, opened: Open, damage: Callable[[bytes], bytes]
) -> None:
    _filled(opened)
    path = folder / FILE_NAME
    broken = damage(path.read_bytes())
    path.write_bytes(broken)
    (folder / f"{FILE_NAME}-journal").write_bytes(b"left behind")
    store = opened()
    aside = folder / f"{FILE_NAME}.damaged-20260302T173000Z"
    assert aside.read_bytes() == broken
    assert not (folder / f"{FILE_NAME}-journal").exists()
    assert store.open_session() is None
    assert len(store.notices) == 1
    assert aside.name in store.notices[0]
    store.save_setting("theme", "dark")
    store.close()
    assert opened().notices == ()


def test_two_damaged_logs_in_one_second_are_both_kept(folder: Path, opened: Open) -> None:
    for text in (b"one" * 50, b"two" * 50):
        opened().close()
        (folder / FILE_NAME).write_bytes(text)
    opened()
    kept = sorted(folder.glob("*.damaged-*"))
    assert [file.read_bytes()[:3] for file in kept] == [b"one", b"two"]


def test_damage_found_while_reading_is_told(folder: Path, opened: Open) -> None:
    _filled(opened)
    store = opened()
    path = folder / FILE_NAME
    broken = bytearray(_flip(path.read_bytes()))
    broken[27] ^= 1  # the change counter: cached pages are thrown away
    path.write_bytes(broken)
    with pytest.raises(StoreError) as error:
        store.sessions()
    _one_sentence(error, "damaged", "start coach again")


def test_a_half_made_log_is_begun_again(folder: Path, opened: Open) -> None:
    folder.mkdir()
    (folder / f"{FILE_NAME}.new").write_bytes(b"half")
    store = opened()
    assert store.notices == ()
    assert [file.name for file in folder.iterdir()] == [FILE_NAME]


def test_a_journal_without_its_log_is_not_played_back(folder: Path, opened: Open) -> None:
    folder.mkdir()
    (folder / f"{FILE_NAME}-journal").write_bytes(b"orphan")
    opened().save_setting("theme", "dark")
    (kept,) = folder.glob("*.damaged-*")
    assert kept.read_bytes() == b"orphan"


def test_a_link_is_followed_and_a_dangling_one_refused(folder: Path, opened: Open) -> None:
    real = folder.parent / "elsewhere.sqlite"
    opened().close()
    (folder / FILE_NAME).rename(real)
    (folder / FILE_NAME).symlink_to(real)
    assert opened().path == real
    real.unlink()
    with pytest.raises(StoreError) as error:
        opened()
    _one_sentence(error, "link")


def test_a_creation_that_was_cut_off_leaves_nothing_behind(
    folder: Path, opened: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    def cut_off(*_: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(opening, "_add_profile", cut_off)
        with pytest.raises(KeyboardInterrupt):
            opened()
    assert not (folder / FILE_NAME).exists()
    store = opened()
    assert (store.notices, store.counts()["profile"]) == ((), 1)
    assert [file.name for file in folder.iterdir()] == [FILE_NAME]


def test_a_disk_that_is_full_from_the_start_is_called_full(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> int:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(opening.os, "open", full)
    with pytest.raises(StoreError) as error:
        _open(folder)
    _one_sentence(error, "full", str(folder))
