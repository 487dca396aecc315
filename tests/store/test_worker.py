"""The store in its own thread: opened there, used in order, drained, mended."""

from __future__ import annotations

import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from coach.app.ports import StoreError
from coach.store.sql_store import SqlStore
from coach.store.worker import StoreWorker
from support import store_builders as build
from support.store_builders import CountedIds, SteadyClock

WAIT_S = 10


@pytest.fixture
def worker(folder: Path) -> Iterator[StoreWorker]:
    one = StoreWorker(folder, SteadyClock(), CountedIds())
    yield one
    one.close()


def test_it_opens_in_its_thread_and_tells_the_notices(worker: StoreWorker) -> None:
    assert worker.opened.result(WAIT_S) == ()
    name = worker.submit(lambda _store: threading.current_thread().name).result(WAIT_S)
    assert name.startswith("store")


def test_calls_run_in_order(worker: StoreWorker) -> None:
    running = build.session()
    worker.submit(lambda store: store.begin_session(running))
    entries = [build.set_log(running, block) for block in range(5)]
    for entry in entries:
        worker.submit(lambda store, entry=entry: store.add_set(entry))  # type: ignore[misc]
    found = worker.submit(lambda store: store.open_session()).result(WAIT_S)
    assert found is not None
    assert list(found.sets) == entries


def test_closing_finishes_what_was_submitted(folder: Path) -> None:
    worker = StoreWorker(folder, SteadyClock(), CountedIds())
    saved = [worker.submit(lambda store: store.save_setting("n", "1")) for _ in range(5)]
    worker.close()
    worker.close()
    assert all(one.done() and one.exception() is None for one in saved)
    with pytest.raises(RuntimeError):
        worker.submit(lambda store: store.settings())


def test_a_failure_stays_in_its_future(worker: StoreWorker) -> None:
    def fail(_store: SqlStore) -> None:
        raise StoreError("The disk is full.")

    assert isinstance(worker.submit(fail).exception(WAIT_S), StoreError)
    assert worker.submit(lambda store: store.settings()).result(WAIT_S) == {}


def test_it_opens_again_when_the_folder_is_mended(tmp_path: Path) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("")
    worker = StoreWorker(blocked / "log", SteadyClock(), CountedIds())
    assert isinstance(worker.opened.exception(WAIT_S), StoreError)
    blocked.unlink()
    assert worker.submit(lambda store: store.settings()).result(WAIT_S) == {}
    worker.close()


def test_another_thread_may_not_use_the_store(worker: StoreWorker) -> None:
    store = worker.submit(lambda store: store).result(WAIT_S)
    with pytest.raises(Exception, match="thread"):
        store.settings()


def test_sqlalchemy_is_not_imported_with_the_worker() -> None:
    script = "import sys, coach.store.worker; print('sqlalchemy' in sys.modules)"
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == "False"
