"""The whole app in this process, over a log in which the readiness check is done."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QDeadlineTimer, QEventLoop, Qt, QTimer
from PySide6.QtTest import QTest

from coach.app.run_view import RunView
from coach.bootstrap import Home, load_book
from coach.domain.session import MAX_GAP_MS, RunStage
from coach.domain.session_facts import Command
from coach.gui.application import attach, make_application
from coach.gui.controllers.player import PAGE
from coach.gui.pages.player import PlayerPage
from coach.gui.parts import TODAY
from coach.gui.player_bridge import PlayerBridge
from coach.gui.shell import Shell
from coach.system.clock import SystemClock
from coach.system.paths import app_paths
from support.logs import full_day, new_log

PATIENCE_MS = 60_000


def wait(come: Callable[[], bool], ms: int = PATIENCE_MS) -> bool:
    """Let the app run until ``come()``; whether it came in time."""
    until = QDeadlineTimer(ms)
    while not come():
        if until.hasExpired():
            return False
        rest(5)
    return True


def rest(ms: int) -> None:
    """Let the app run on its own."""
    loop = QEventLoop()
    QTimer.singleShot(ms, loop.quit)
    loop.exec()


class RunningApp:
    """The real windows and controllers; sound is silent, so that only the window is measured."""

    def __init__(self, folder: Path) -> None:
        self.book = load_book()
        new_log(folder, self.book)
        make_application()
        paths = app_paths(folder)
        paths.create()
        self.home = Home(paths, SystemClock(), silent=True, max_gap_ms=MAX_GAP_MS * 100)
        self.shell = Shell()
        self.shell.window.resize(1280, 820)
        self.shell.window.show()
        attach(self.shell, self.home.wire)
        wait(lambda: self.shell.window.current_page() == TODAY and self.shell.idle)

    @property
    def bridge(self) -> PlayerBridge:
        found = self.shell.controllers.player.bridge
        if found is None:
            raise RuntimeError("no session runs")
        return found

    def start(self) -> PlayerPage:
        """Start today's full session and answer its question."""
        shell = self.shell
        shell.controllers.player.start(full_day(self.book))
        wait(lambda: shell.window.current_page() == PAGE)
        page = shell.window.page(PAGE)
        if not isinstance(page, PlayerPage):
            raise TypeError("the player is another page")
        wait(lambda: page.keys.view is not None)
        QTest.keyClick(page.check, Qt.Key.Key_N)
        return page

    def until_work(self, page: PlayerPage, exercise: int) -> None:
        """Skip to the first set of the ``exercise``-th item and wait for its work to begin."""
        while self._item(page) < exercise:
            self.bridge.do(Command.SKIP)
            rest(50)
        wait(lambda: page.keys.view is not None and _works(page.keys.view))

    def _item(self, page: PlayerPage) -> int:
        bridge = self.bridge
        item = bridge.state.phase(SystemClock().monotonic_ms()).item
        return -1 if item is None else item

    def close(self) -> None:
        self.shell.window.close()
        self.shell.shutdown()
        self.home.close()


def _works(view: RunView) -> bool:
    return view.stage is RunStage.RUNNING and view.kind.is_work
