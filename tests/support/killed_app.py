"""The whole app in a process of its own, which is killed in the middle of a session.

Arguments: folder, seconds of the session after which the process kills itself. What was shown as
done by then is printed, for those who find the log.
"""

from __future__ import annotations

import os
import signal
import sys
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from coach.domain.terms import Template
from coach.gui.application import make_application
from coach.gui.pages.player import PlayerPage
from support.shell import App, make_app


def play_until(app: App, seconds: float) -> None:
    """Answer the question and let the session run."""
    page = app.shell.window.page("player")
    assert isinstance(page, PlayerPage)
    QTest.keyClick(page.check, Qt.Key.Key_N)
    bridge = app.shell.controllers.player.bridge
    assert bridge is not None
    while bridge.state.position(app.clock.monotonic_ms()) < seconds * 1000:
        app.clock.forward(3_000)
        bridge.tick()
        app.settle()


def main() -> None:
    application = make_application()
    app = make_app(Path(sys.argv[1]))
    app.check()
    app.attach()
    app.shell.controllers.start_session(Template.FULL)
    app.settle()
    play_until(app, float(sys.argv[2]))
    bridge = app.shell.controllers.player.bridge
    print(*(sorted(bridge.state.ended) if bridge else ()), flush=True)  # noqa: T201
    os.kill(os.getpid(), signal.SIGKILL)
    application.exec()


if __name__ == "__main__":
    main()
