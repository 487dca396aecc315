"""One running app for each data folder: a second start raises the first window."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Callable
from enum import Enum
from pathlib import Path

from PySide6.QtCore import QEventLoop, QLockFile, QObject, QTimer, Signal
from PySide6.QtNetwork import QLocalServer, QLocalSocket

LOCK_NAME = "coach.lock"
ANSWER_MS = 1500
"""How long a second start waits for the first to answer."""


class Start(Enum):
    """What a start found."""

    FIRST = "first"
    """No other app uses the folder; this one may go on."""
    RAISED = "raised"
    """Another one runs and was asked to show its window."""
    SILENT = "silent"
    """Another one holds the folder and does not answer."""
    UNWRITABLE = "unwritable"
    """The folder takes no lock file; the log will say the same."""


class SingleInstance(QObject):
    """The lock on a data folder, and the ear for later starts.

    A lock that a dead process left behind is taken over, whatever its age; the lock of a living
    one never grows stale. ``raise_requested`` comes when another start knocked.
    """

    raise_requested = Signal()

    def __init__(self, folder: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._folder = folder
        self._name = server_name(folder)
        self._lock = QLockFile(str(folder / LOCK_NAME))
        self._lock.setStaleLockTime(0)
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._answer)

    def start(self) -> Start:
        """Take the folder, or ask the app that has it to come to the front."""
        if self._lock.tryLock(0):
            QLocalServer.removeServer(self._name)  # left behind by a killed process
            self._server.listen(self._name)
            return Start.FIRST
        if self._lock.error() is not QLockFile.LockError.LockFailedError:
            return Start.UNWRITABLE
        if self._knock():
            return Start.RAISED
        # A dead app's lock cannot be taken over in a folder that nobody may change.
        return Start.SILENT if os.access(self._folder, os.W_OK) else Start.UNWRITABLE

    def on_raise(self, action: Callable[[], None]) -> None:
        self.raise_requested.connect(action)

    def release(self) -> None:
        """Give the folder back; may be called twice."""
        self._server.close()
        self._lock.unlock()

    def _knock(self) -> bool:
        """An app that lives hangs up by itself; one that is stuck leaves the line open."""
        socket, patience, waiting = QLocalSocket(), QTimer(), QEventLoop()
        socket.disconnected.connect(waiting.quit)
        patience.timeout.connect(waiting.quit)
        socket.connectToServer(self._name)
        if not socket.waitForConnected(ANSWER_MS):
            return False
        patience.start(ANSWER_MS)
        if socket.state() is not QLocalSocket.LocalSocketState.UnconnectedState:
            waiting.exec()
        heard = socket.state() is QLocalSocket.LocalSocketState.UnconnectedState
        socket.abort()
        return heard

    def _answer(self) -> None:
        while self._server.hasPendingConnections():
            socket = self._server.nextPendingConnection()
            socket.disconnected.connect(socket.deleteLater)
            socket.disconnectFromServer()
        self.raise_requested.emit()


def server_name(folder: Path) -> str:
    """A short name for the folder: socket paths have about 100 characters."""
    digest = hashlib.sha256(str(folder.resolve()).encode()).hexdigest()
    return f"coach-{digest[:24]}"
