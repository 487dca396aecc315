"""Work on the store in its own thread, results back in the window's thread."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from concurrent.futures import Future
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
        self._kept: deque[tuple[Work[Any], Callable[[Any], None] | None]] = deque()
        self._saving = False
        self._settled.connect(self._deliver, Qt.ConnectionType.QueuedConnection)

    @property
    def idle(self) -> bool:
        """Whether everything that was given has been delivered."""
        return self._pending == 0

    @property
    def unsaved(self) -> bool:
        """Whether something was refused and waits for ``retry``."""
        return bool(self._kept) and not self._saving

    def save(self, work: Work[T], done: Callable[[T], None] | None = None) -> None:
        """``run`` for a write that must not be lost: what the disk refuses is tried again by
        ``retry`` and before the next ``save``. One goes out when the one before it is written,
        so that an older value never overtakes a newer one."""
        self._kept.append((work, done))
        self.retry()

    def retry(self) -> None:
        """Try the oldest write that waits, then those behind it."""
        if self._kept and not self._saving:
            self._saving = True
            self.run(self._kept[0][0], self._saved, self._refused)

    def _saved(self, result: Any) -> None:
        self._saving = False
        _work, done = self._kept.popleft()
        self.retry()
        if done is not None:
            done(result)

    def _refused(self, error: BaseException) -> None:
        """A fault of the program will not mend itself: that write is given up, and told."""
        self._saving = False
        if not isinstance(error, StoreError):
            self._kept.popleft()
            self.retry()
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
