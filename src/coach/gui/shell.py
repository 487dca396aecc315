"""The app as one object: the window at once, what brings it to life after the first paint."""

from __future__ import annotations

import logging
from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QWidget

from coach.app.preferences import Preferences, preferences
from coach.gui.main_window import MainWindow, PageSpec
from coach.gui.notices import Notices
from coach.gui.parts import EXERCISES, PROGRESS, ROUTINE, SETTINGS, TODAY
from coach.gui.words import whole_date

if TYPE_CHECKING:
    from coach.app.ahead import Ahead
    from coach.app.ports import Store
    from coach.domain.records import Stamp
    from coach.gui.context import Context
    from coach.gui.controllers.all import Controllers
    from coach.gui.parts import Parts

log = logging.getLogger(__name__)


class Shell(QObject):
    """The window stands at once; ``attach`` brings it to life. Pages are built when shown.

    ``crashed`` takes the path of a crash report, ``told`` a sentence for the user and ``withdrawn``
    one that holds no longer, all from any thread; ``applied`` tells which preferences hold now.
    ``fault`` is why it never came to life.
    """

    crashed = Signal(object)
    told = Signal(str)
    withdrawn = Signal(str)
    ready = Signal()
    applied = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.preferences = Preferences()
        self.window = MainWindow(
            self._specs(),
            brand=self.tr("coach"),
            foot=self.tr("Everything stays on this computer."),
        )
        self.notices = Notices(self.window.notice, self)
        self.notices.closed.connect(self.window.focus_page)
        self.fault: Exception | None = None
        self._begun = False
        self._parts: Parts | None = None
        queued = Qt.ConnectionType.QueuedConnection
        self.crashed.connect(self.notices.crashed, queued)
        self.told.connect(self.notices.tell_quietly, queued)
        self.withdrawn.connect(self.notices.withdraw, queued)

    def _specs(self) -> list[PageSpec]:
        """The sidebar; the controllers behind it come with ``attach``."""
        listed = (
            (TODAY, self.tr("Today"), "house"),
            (ROUTINE, self.tr("Routine"), "calendar"),
            (PROGRESS, self.tr("Progress"), "chart-column"),
            (EXERCISES, self.tr("Exercises"), "book"),
            (SETTINGS, self.tr("Settings"), "settings"),
        )
        return [
            PageSpec(name, partial(self._build, name), words, icon) for name, words, icon in listed
        ]

    def _build(self, name: str) -> QWidget:
        return self.controllers.build(name)

    def attach(self, context: Context, parts: Parts) -> None:
        """Build the controllers, read the preferences, show the page that is due."""
        from coach.gui.controllers.all import Controllers  # noqa: PLC0415 - all pages, heavy

        self._context, self._parts = context, parts
        made = Controllers(context, parts, self.window, self.apply)
        self.controllers: Controllers = made
        made.page_due.connect(self.show_page)
        made.refused.connect(self._refuse)
        made.told.connect(self.notices.tell)
        made.preferences_changed.connect(self._keep)
        made.media.raise_wanted.connect(self.raise_window)
        self.window.closing.connect(made.media.shutdown)
        self.window.closing.connect(made.player.shutdown)
        self.window.closing.connect(made.audio.shutdown)
        context.background.trouble.connect(self._trouble)
        self.notices.retry_requested.connect(self._try_again)
        self._open_log()

    def fail(self, error: Exception) -> None:
        """The program's own files are wrong: say so in the window and in the terminal."""
        self.fault = error
        log.error("coach: %s", error)
        self.notices.broken(error)

    def _open_log(self) -> None:
        from coach.app.stamps import stamp_of  # noqa: PLC0415 - not before the first paint

        now = stamp_of(self._context.clock)
        self._context.background.run(
            lambda store: _opened(store, now), self._begin, self.notices.offer_retry
        )

    def _trouble(self, error: BaseException) -> None:
        """What could not be saved waits to be tried again; the rest is only told."""
        if self._context.background.unsaved:
            self.notices.offer_retry(error)
        else:
            self.notices.trouble(error)

    def _try_again(self) -> None:
        if self._context.background.unsaved:
            self._context.background.retry()
        elif not self._begun:
            self._open_log()

    def _begin(self, found: tuple[Preferences, Sequence[str], Ahead | None]) -> None:
        self._begun = True
        wishes, sentences, ahead = found
        self.apply(wishes)
        if ahead is not None:
            self.notices.tell_quietly(self._ahead_words(ahead))
        self.notices.opened(sentences)
        self.window.page_requested.connect(self.show_page)
        self.controllers.check.open()
        self.ready.emit()

    def _ahead_words(self, ahead: Ahead) -> str:
        words = self.tr(
            "Some entries are dated after today, up to {date}. They are kept and count from their"
            " day on. Is the clock of this computer right?"
        )
        return words.format(date=whole_date(ahead.last))

    def apply(self, found: Preferences) -> None:
        """Make the preferences hold now."""
        self.preferences = found
        if self._parts is not None:
            self._parts.apply_look(found)
        self.controllers.player.set_preferences(found)
        self.applied.emit(found)

    @property
    def idle(self) -> bool:
        """Whether everything asked of the log has been answered and shown."""
        return self._context.background.idle

    def show_page(self, name: str) -> None:
        """Bring a page of the sidebar to the front, up to date."""
        self.window.show_page(name)
        self.controllers.refresh(name)

    def _keep(self, found: Preferences) -> None:
        """The player changed a preference and stored it."""
        self.preferences = found

    def _refuse(self, why: str) -> None:
        self.show_page(TODAY)
        self.notices.tell(why)

    def raise_window(self) -> None:
        """Come to the front: somebody started the app a second time."""
        self.window.setWindowState(self.window.windowState() & ~Qt.WindowState.WindowMinimized)
        self.window.show()
        self.window.raise_()
        self.window.activateWindow()

    def shutdown(self) -> None:
        """Stop what runs; called once before the app ends."""
        if self._parts is not None:
            self._parts.cues.shutdown()


def _opened(store: Store, now: Stamp) -> tuple[Preferences, Sequence[str], Ahead | None]:
    from coach.app.ahead import entries_ahead  # noqa: PLC0415 - not before the first paint

    return preferences(store.settings()), store.notices, entries_ahead(store, now)
