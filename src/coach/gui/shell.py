"""The app as one object: window, controllers, and the way from page to page."""

from __future__ import annotations

import logging
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from PySide6.QtCore import QObject, Qt, Signal

from coach.app.planning import Standing, standing
from coach.app.ports import Cues, KeepAwake, Store
from coach.app.preferences import Preferences, preferences
from coach.app.running import discard, finish
from coach.app.stamps import stamp_of
from coach.domain.plan import plan_day
from coach.domain.records import SessionLog, Stamp
from coach.domain.terms import Template, Weekday
from coach.domain.verdict_text import VerdictTexts
from coach.gui.context import Context
from coach.gui.controllers.check import CheckController
from coach.gui.controllers.exercises import ExercisesController
from coach.gui.controllers.player import PlayerController, RenderTrack
from coach.gui.controllers.progress import ProgressController
from coach.gui.controllers.routine import RoutineController
from coach.gui.controllers.settings import SettingsController
from coach.gui.controllers.today import TodayController
from coach.gui.main_window import MainWindow, PageSpec
from coach.gui.notices import Notices
from coach.gui.player_sound import Steering
from coach.gui.stills import Stills

log = logging.getLogger(__name__)

TODAY, ROUTINE, PROGRESS = "today", "routine", "progress"
EXERCISES, SETTINGS = "exercises", "settings"
End = Callable[[Store, Stamp], None]


@dataclass(frozen=True, slots=True)
class Parts:
    """Concrete things from bootstrap that are no part of the context.

    ``max_gap_ms`` is the longest stretch between two ticks that is not taken for sleep.
    """

    verdict_texts: VerdictTexts
    cues: Cues
    keep_awake: KeepAwake
    render_track: RenderTrack
    steering: Steering | None
    play_sample: Callable[[str], None]
    apply_look: Callable[[Preferences], None]
    data_dir: Path
    max_gap_ms: float


class Shell(QObject):
    """The window stands at once; ``attach`` brings it to life. Pages are built when shown.

    ``crashed`` takes the path of a crash report and ``told`` a sentence for the user, both from
    any thread; ``applied`` tells which preferences hold now. ``fault`` is why it never came to
    life.
    """

    crashed = Signal(object)
    told = Signal(str)
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

    def _specs(self) -> list[PageSpec]:
        """The sidebar; the controllers behind it come with ``attach``."""
        return [
            PageSpec(TODAY, lambda: self.today.build_page(), self.tr("Today"), "house"),
            PageSpec(ROUTINE, lambda: self.routine.build_page(), self.tr("Routine"), "calendar"),
            PageSpec(
                PROGRESS, lambda: self.progress.build_page(), self.tr("Progress"), "chart-column"
            ),
            PageSpec(EXERCISES, lambda: self.exercises.build_list(), self.tr("Exercises"), "book"),
            PageSpec(SETTINGS, lambda: self.settings.build_page(), self.tr("Settings"), "settings"),
        ]

    def attach(self, context: Context, parts: Parts) -> None:
        """Build the controllers, read the preferences, show the page that is due."""
        self._context, self._parts = context, parts
        self._build_controllers(context, parts)
        self._connect_controllers()
        self.window.closing.connect(self.player.shutdown)
        context.background.trouble.connect(self._trouble)
        self.notices.retry_requested.connect(self._try_again)
        self._open_log()

    def fail(self, error: Exception) -> None:
        """The program's own files are wrong: say so in the window and in the terminal."""
        self.fault = error
        log.error("coach: %s", error)
        self.notices.broken(error)

    def _open_log(self) -> None:
        self._context.background.run(_opened, self._begin, self.notices.offer_retry)

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

    def _build_controllers(self, context: Context, parts: Parts) -> None:
        stills, window = Stills(context.book), self.window
        self.check = CheckController(context, window)
        self.today = TodayController(context, window, stills)
        self.routine = RoutineController(context, window, stills)
        self.progress = ProgressController(context, window, parts.verdict_texts)
        self.exercises = ExercisesController(context, window)
        window.add_page(self.exercises.specs()[1])
        self.settings = SettingsController(
            context, window, self.apply, parts.data_dir, parts.play_sample
        )
        self.player = PlayerController(
            context,
            window,
            parts.cues,
            parts.keep_awake,
            parts.render_track,
            steering=parts.steering,
            max_gap_ms=parts.max_gap_ms,
        )

    def _connect_controllers(self) -> None:
        self.check.completed.connect(lambda _check: self.show_page(TODAY))
        self.check.left.connect(lambda: self.show_page(TODAY))
        self.today.missing.connect(self.check.start)
        self.today.start_requested.connect(lambda name: self._start(Template(name)))
        self.today.floss_requested.connect(lambda: self._start(Template.FULL, extra_floss=True))
        self.today.resume_requested.connect(self._resume)
        self.today.finish_requested.connect(lambda: self._end_open(finish))
        self.today.discard_requested.connect(lambda: self._end_open(discard))
        self.today.gate_requested.connect(self.check.show_standing_gate)
        self.today.recheck_requested.connect(self.check.start_recheck)
        self.routine.missing.connect(self.check.start)
        self.player.ended.connect(lambda: self.show_page(TODAY))
        self.player.refused.connect(self._refuse)
        self.player.saver.settled.connect(self._freshen)
        self.player.preferences_changed.connect(self._keep)
        self.player.recheck_requested.connect(self.check.start_recheck)

    def _begin(self, found: tuple[Preferences, Sequence[str]]) -> None:
        self._begun = True
        wishes, sentences = found
        self.apply(wishes)
        self.notices.opened(sentences)
        self.window.page_requested.connect(self.show_page)
        self.check.open()
        self.ready.emit()

    def apply(self, found: Preferences) -> None:
        """Make the preferences hold now."""
        self.preferences = found
        if self._parts is not None:
            self._parts.apply_look(found)
        self.player.set_preferences(found)
        self.applied.emit(found)

    @property
    def idle(self) -> bool:
        """Whether everything asked of the log has been answered and shown."""
        return self._context.background.idle

    def show_page(self, name: str) -> None:
        """Bring a page of the sidebar to the front, up to date."""
        self.window.show_page(name)
        refresh: dict[str, Callable[[], None]] = {
            TODAY: self.today.refresh,
            ROUTINE: self.routine.refresh,
            PROGRESS: self.progress.refresh,
            EXERCISES: self.exercises.refresh,
            SETTINGS: self.settings.refresh,
        }
        refresh[name]()

    def _freshen(self) -> None:
        """The last of a session is on the disk: what is due may have changed."""
        if self.window.current_page() == TODAY:
            self.today.refresh()

    def _keep(self, found: Preferences) -> None:
        """The player changed a preference and stored it."""
        self.preferences = found

    def _refuse(self, why: str) -> None:
        self.show_page(TODAY)
        self.notices.tell(why)

    def _start(self, template: Template, *, extra_floss: bool = False) -> None:
        book = self._context.book
        self._context.background.run(
            lambda store: standing(store, book),
            lambda here: self._play(here, template, extra_floss=extra_floss),
        )

    def _play(self, here: Standing | None, template: Template, *, extra_floss: bool) -> None:
        """A locked plan has no situation, so nothing starts (S5, K16)."""
        if here is None or not here.ready or here.plan.situation is None:
            self.show_page(TODAY)
            return
        now = replace(here.plan.situation, extra_floss=extra_floss)
        weekday = Weekday.of(stamp_of(self._context.clock).civil)
        self.player.start(plan_day(weekday, template, now, self._context.book, here.plan.pace))

    def _resume(self) -> None:
        self._context.background.run(lambda store: store.open_session(), self._continue)

    def _continue(self, log: SessionLog | None) -> None:
        if log is None:
            self.show_page(TODAY)
        else:
            self.player.resume(log)

    def _end_open(self, end: End) -> None:
        now = stamp_of(self._context.clock)
        self._context.background.run(lambda store: end(store, now), lambda _: self.show_page(TODAY))

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


def _opened(store: Store) -> tuple[Preferences, Sequence[str]]:
    return preferences(store.settings()), store.notices
