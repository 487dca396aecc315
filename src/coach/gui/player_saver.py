"""Writes a session's records in the store thread, in order, and keeps trying those that fail."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable
from functools import partial

from PySide6.QtCore import QObject, QTimer, Signal

from coach.app.ports import StoreError
from coach.app.running import Record, write
from coach.gui.background import Background

RETRY_MS = 3_000


class PlayerSaver(QObject):
    """``unsaved_changed`` carries why something is not on the disk yet, empty once it all is;
    ``settled`` comes each time that the last record that waited is confirmed.

    A record goes out when the one before it is confirmed, so that none overtakes another.
    """

    unsaved_changed = Signal(str)
    settled = Signal()

    def __init__(self, background: Background, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._background = background
        self._waiting: deque[Record] = deque()
        self._busy = False
        self._unsaved = ""
        self._retry = QTimer(self)
        self._retry.setSingleShot(True)
        self._retry.setInterval(RETRY_MS)
        self._retry.timeout.connect(self.flush)

    @property
    def idle(self) -> bool:
        """Everything is confirmed."""
        return not self._waiting

    @property
    def busy(self) -> bool:
        """A record is on its way."""
        return self._busy

    @property
    def unsaved(self) -> str:
        """Why something is not saved yet; empty where nothing is late."""
        return self._unsaved

    def add(self, records: Iterable[Record]) -> None:
        """Write these after those that still wait."""
        self._waiting.extend(records)
        self.flush()

    def flush(self) -> None:
        """Try the oldest record that waits, unless one is on its way."""
        if self._busy or not self._waiting:
            return
        self._busy = True
        self._retry.stop()
        record = self._waiting[0]
        self._background.run(lambda store: write(store, record), self._written, self._failed)

    def hand_over(self) -> None:
        """The window closes: give all that waits to the store's thread, which ends it in order."""
        self._retry.stop()
        for record in list(self._waiting)[1 if self._busy else 0 :]:
            self._background.run(partial(write, record=record))
        self._waiting.clear()

    def expect_saved(self) -> None:
        """The next set begins: what is not confirmed by now is late."""
        if self._waiting and not self._unsaved:
            self._say(self.tr("The computer is slow to save."))

    def _written(self, _nothing: None) -> None:
        self._busy = False
        if self._waiting:  # not handed over in between
            self._waiting.popleft()
        if not self._waiting:
            self._say("")
            self.settled.emit()
        self.flush()

    def _failed(self, error: BaseException) -> None:
        self._busy = False
        self._retry.start()
        known = isinstance(error, StoreError)
        self._say(str(error) if known else self.tr("The log could not be written."))
        if not known:
            self._background.trouble.emit(error)

    def _say(self, why: str) -> None:
        if why != self._unsaved:
            self._unsaved = why
            self.unsaved_changed.emit(why)
