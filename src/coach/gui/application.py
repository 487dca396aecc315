"""Starts Qt: the application object, fonts and look, the window first, everything else after."""

from __future__ import annotations

import gc
import sys
from collections.abc import Callable
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QEvent, QLibraryInfo, QLocale, QObject, QTimer, QTranslator
from PySide6.QtWidgets import QApplication, QWidget

from coach.app.preferences import Preferences
from coach.domain.content_error import ContentError
from coach.gui.fonts import load_fonts
from coach.gui.look import apply_look
from coach.gui.on_screen import OnScreen
from coach.gui.shell import Shell
from coach.gui.window_memory import WindowMemory
from coach.system.display import reaching_display
from coach.system.resources import ResourceError, resource_dir

if TYPE_CHECKING:
    from coach.gui.context import Context
    from coach.gui.parts import Parts

PATIENCE_MS = 500
"""A window that is not painted by then is hidden, or nobody looks at it."""


class Wire(Protocol):
    """Builds everything behind the window, once it has been painted."""

    def __call__(self, shell: Shell, /) -> tuple[Context, Parts]: ...


def make_application(preferences: Preferences | None = None) -> QApplication:
    """The application with fonts, translations and look. Raises ``ResourceError``."""
    app = QApplication.instance()
    if not isinstance(app, QApplication):
        with reaching_display():
            app = QApplication(sys.argv[:1])
    app.setApplicationName("coach")
    app.setDesktopFileName("coach")
    load_fonts()
    _translate(app)
    apply_look(app, preferences or Preferences())
    return app


def _translate(app: QApplication) -> None:
    """The app's own words, Qt's and the names of days in the language of the desktop.

    Where the app has no words of that language all of it stays English, so that no sentence mixes
    two; numbers and dates are written as in the country.
    """
    own, qt = QTranslator(app), QTranslator(app)
    if own.load(QLocale(), "coach", "_", str(resource_dir() / "i18n")):
        app.installTranslator(own)
    elif QLocale().language() not in (QLocale.Language.C, QLocale.Language.English):
        QLocale.setDefault(QLocale(QLocale.Language.English, QLocale().territory()))
    folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    if qt.load(QLocale(), "qtbase", "_", folder):
        app.installTranslator(qt)


def launch(app: QApplication, shell: Shell, wire: Wire, memory: WindowMemory) -> int:
    """Show the window, then build the rest behind it; returns the exit code."""
    gc.disable()
    memory.restore(shell.window)
    OnScreen(shell.window).fit()
    shell.applied.connect(memory.keep_look)
    shell.window.closing.connect(lambda: memory.keep(shell.window))
    shell.window.show()
    AfterPaint(shell.window, lambda: _attach_or_tell(shell, wire))
    code = app.exec()
    return code if shell.fault is None else 1


class AfterPaint(QObject):
    """Calls ``then`` once, after the first paint of ``window``; a window that nobody sees, such
    as a minimised one, is not waited for longer than ``PATIENCE_MS``."""

    def __init__(self, window: QWidget, then: Callable[[], None]) -> None:
        super().__init__(window)
        self._then: Callable[[], None] | None = then
        window.installEventFilter(self)
        QTimer.singleShot(PATIENCE_MS, self._go)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        if event.type() is QEvent.Type.Paint:
            watched.removeEventFilter(self)
            QTimer.singleShot(0, self._go)
        return False

    def _go(self) -> None:
        then, self._then = self._then, None
        if then is not None:
            then()


def _attach_or_tell(shell: Shell, wire: Wire) -> None:
    """A wrong file of the program is told in the window that stands already."""
    try:
        attach(shell, wire)
    except (ContentError, ResourceError) as error:
        shell.fail(error)


def attach(shell: Shell, wire: Wire) -> None:
    """What was alive at the start is left out of later collections: they stay short.

    Raises ``ContentError`` or ``ResourceError`` for wrong files of the program.
    """
    try:
        shell.attach(*wire(shell))
        gc.freeze()
    finally:
        gc.enable()
