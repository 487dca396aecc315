"""A session on the desktop's media controls, from its first set until the rate page."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future
from queue import SimpleQueue
from threading import Thread
from typing import Any, TypeVar

from PySide6.QtCore import QObject, Signal

from coach.app.run_view import RunView, run_view
from coach.domain.session import RunStage
from coach.gui.background import Background, Worker
from coach.gui.context import Context
from coach.gui.controllers.player import PlayerController
from coach.gui.media_remote import MakeRemote, Remote, media_event, media_state
from coach.system.media_state import MediaCommand

T = TypeVar("T")
_SHOWN = (RunStage.RUNNING, RunStage.PAUSED)


class BusWorker:
    """One call after the other in a thread that the program does not wait for at its end."""

    def __init__(self) -> None:
        self._calls: SimpleQueue[tuple[Callable[[Any], Any], Future[Any]]] = SimpleQueue()
        self._thread: Thread | None = None

    def submit(self, work: Callable[[Any], T]) -> Future[T]:
        future: Future[T] = Future()
        self._calls.put((work, future))
        if self._thread is None:
            self._thread = Thread(target=self._run, daemon=True, name="bus")
            self._thread.start()
        return future

    def _run(self) -> None:
        while True:
            work, future = self._calls.get()
            try:
                future.set_result(work(None))
            except RuntimeError as error:  # what Qt's bindings raise
                future.set_exception(error)


class MediaController(QObject):
    """``raise_wanted`` asks for the window. Where the desktop has no bus nothing happens at all;
    one that hangs holds up a thread of its own, never the session."""

    raise_wanted = Signal()

    def __init__(
        self,
        context: Context,
        player: PlayerController,
        make_remote: MakeRemote,
        *,
        worker: Worker | None = None,
    ) -> None:
        super().__init__(player)
        self._context, self._player = context, player
        self._make_remote = make_remote
        self._side = Background(worker or BusWorker(), self)
        self._side.trouble.connect(context.background.trouble)
        self._remote: Remote | None = None
        self._wanted = self._published = False
        player.moved.connect(self._follow)

    def shutdown(self) -> None:
        """The window closes; the name goes with the program's connection."""
        self._close()

    def _follow(self) -> None:
        """Something happened in the session, or it ended."""
        view = self._view()
        if view is None or view.stage not in _SHOWN:
            self._close()
        elif self._published:
            self._show(view)
        elif not self._wanted:
            self._open()

    def _view(self) -> RunView | None:
        bridge = self._player.bridge
        if bridge is None:
            return None
        return run_view(bridge.state, self._context.clock.monotonic_ms(), self._context.book)

    def _open(self) -> None:
        if self._remote is None:
            self._remote = self._make_remote(self._position_us)
            if self._remote is None:
                return
            self._remote.pressed.connect(self._press)
            self._remote.raise_wanted.connect(self.raise_wanted)
        self._wanted = True
        self._ask(self._remote.connect_bus, self._connected)

    def _connected(self, reached: bool) -> None:
        view = self._view()
        if self._remote is None or not self._wanted or not reached or view is None:
            return
        if not self._published and self._remote.publish():
            self._published = True
            self._show(view)
            self._ask(self._remote.claim)

    def _close(self) -> None:
        self._wanted = False
        if self._remote is not None and self._published:
            self._published = False
            self._remote.withdraw()
            self._ask(self._remote.release)

    def _ask(self, call: Callable[[], bool], done: Callable[[bool], None] | None = None) -> None:
        self._side.run(lambda _: call(), done)

    def _show(self, view: RunView) -> None:
        bridge = self._player.bridge
        if self._remote is not None and bridge is not None:
            length_ms = bridge.state.guided_end_ms - bridge.state.guided_start_ms
            self._remote.show_state(media_state(view, length_ms))

    def _position_us(self) -> int:
        bridge = self._player.bridge
        if bridge is None:
            return 0
        place_ms = bridge.state.position(self._context.clock.monotonic_ms())
        return round((place_ms - bridge.state.guided_start_ms) * 1000)

    def _press(self, command: MediaCommand) -> None:
        view = self._view()
        event = media_event(command, view) if view is not None else None
        if event is not None:
            self._player.tell(event)
