"""The store in a thread of its own, so that the window never waits for the disk."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from coach.app.ports import Clock, NewId

if TYPE_CHECKING:
    from coach.store.sql_store import SqlStore

T = TypeVar("T")


class StoreWorker:
    """One thread that opens the store, runs what is submitted in order, and closes it.

    ``opened`` gives the notices of the store, or the ``StoreError`` that kept it from opening.
    After such an error each later call tries to open it again, so that a freed disk or a
    mended folder is enough to go on.
    """

    def __init__(self, folder: Path, clock: Clock, new_id: NewId) -> None:
        self._folder = folder
        self._clock = clock
        self._new_id = new_id
        self._store: SqlStore | None = None
        self._executor = ThreadPoolExecutor(max_workers=1, thread_name_prefix="store")
        self.opened: Future[tuple[str, ...]] = self.submit(lambda store: store.notices)

    def submit(self, call: Callable[[SqlStore], T]) -> Future[T]:
        """Run ``call`` with the store in its thread; a failure comes back in the future.

        Raises ``RuntimeError`` after ``close``.
        """
        return self._executor.submit(lambda: call(self._open()))

    def close(self) -> None:
        """Finish everything that was submitted, then close the file; may be called twice."""
        try:
            self._executor.submit(self._close_store)
        except RuntimeError:
            return
        self._executor.shutdown(wait=True)

    def _open(self) -> SqlStore:
        """The store, opened in its own thread; SQLAlchemy is imported there and not before."""
        if self._store is None:
            from coach.store.opening import open_store  # noqa: PLC0415

            self._store = open_store(self._folder, self._clock, self._new_id)
        return self._store

    def _close_store(self) -> None:
        if self._store is not None:
            self._store.close()
            self._store = None
