"""Work on the store in its own thread, results back in the window's thread."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future
from functools import partial
from typing import Any, Protocol, TypeVar

from PySide6.QtCore import QObject, Qt, Signal, Slot

from coach.app.ports import StoreError

T = TypeVar("T")
Work = Callable[[Any], T]


class Worker(Protocol):
    """Runs one piece of work after the other against the store."""

    def submit(self, work: Work[T]) -> Future[T]: ...


class Background(QObject):
    """Hands work to the worker; ``done`` or ``failed`` is called later in the window's thread.

    Work of one caller is done in the order it was given. A failure without ``failed`` is
    announced by ``trouble``, so that none is swallowed. What ``save`` could not write is kept.
    """

    trouble = Signal(object)
    _settled = Signal(object, object, object)

    def __init__(self, worker: Worker, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._worker = worker
        self._pending = 0
        self._kept: list[tuple[Work[Any], Callable[[Any], None] | None]] = []
        self._settled.connect(self._deliver, Qt.ConnectionType.QueuedConnection)

    @property
    def idle(self) -> bool:
        """Whether everything that was given has been delivered."""
        return self._pending == 0

    @property
    def unsaved(self) -> bool:
        """Whether something waits for ``retry``."""
        return bool(self._kept)

    def save(self, work: Work[T], done: Callable[[T], None] | None = None) -> None:
        """``run`` for a write that must not be lost: what the disk refuses is tried again by
        ``retry`` and before the next ``save``, so that an older value never overtakes."""
        self._kept.append((work, done))
        self.retry()

    def retry(self) -> None:
        """Try everything again that could not be saved, in its order."""
        kept, self._kept = self._kept, []
        for work, done in kept:
            self.run(work, done, partial(self._keep, work, done))

    def _keep(
        self, work: Work[Any], done: Callable[[Any], None] | None, error: BaseException
    ) -> None:
        if isinstance(error, StoreError):
            self._kept.append((work, done))
        self.trouble.emit(error)

    def run(
        self,
        work: Work[T],
        done: Callable[[T], None] | None = None,
        failed: Callable[[BaseException], None] | None = None,
    ) -> None:
        """Do ``work(store)``; never blocks and never raises for what the work does."""
        self._pending += 1
        future = self._worker.submit(work)
        future.add_done_callback(lambda settled: self._settled.emit(settled, done, failed))

    @Slot(object, object, object)
    def _deliver(
        self,
        settled: Future[Any],
        done: Callable[[Any], None] | None,
        failed: Callable[[BaseException], None] | None,
    ) -> None:
        self._pending -= 1
        if settled.cancelled():
            return
        error = settled.exception()
        if error is not None:
            (failed or self.trouble.emit)(error)
        elif done is not None:
            done(settled.result())
