"""The app as one object: window, controllers, and the way from page to page."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from coach.app.planning import Standing, standing
from coach.app.ports import Cues, KeepAwake, StoreError
from coach.app.preferences import Preferences, preferences
from coach.app.running import discard, finish
from coach.app.stamps import stamp_of
from coach.domain.plan import plan_day
from coach.domain.records import SessionLog
from coach.domain.terms import Template, Weekday
from coach.domain.timeline import Timeline
from coach.domain.verdict_text import VerdictTexts
from coach.gui.context import Context
from coach.gui.controllers.check import CheckController
from coach.gui.controllers.exercises import ExercisesController
from coach.gui.controllers.player import PlayerController
from coach.gui.controllers.progress import ProgressController
from coach.gui.controllers.routine import RoutineController
from coach.gui.controllers.settings import SettingsController
from coach.gui.controllers.today import TodayController
from coach.gui.main_window import MainWindow, PageSpec
from coach.gui.stills import Stills
from coach.gui.widgets.banner import BannerKind

TODAY, ROUTINE, PROGRESS = "today", "routine", "progress"
EXERCISES, SETTINGS = "exercises", "settings"


@dataclass(frozen=True, slots=True)
class Parts:
    """Concrete things from bootstrap that are no part of the context."""

    verdict_texts: VerdictTexts
    cues: Cues
    keep_awake: KeepAwake
    render_track: Callable[[Timeline], Path | None]
    play_sample: Callable[[str], None]
    apply_look: Callable[[Preferences], None]
    data_dir: Path


class Shell(QObject):
    """The window stands at once; ``attach`` brings it to life. Pages are built when shown."""

    def __init__(self) -> None:
        super().__init__()
        self.preferences = Preferences()
        self.window = MainWindow(
            self._specs(),
            brand=self.tr("coach"),
            foot=self.tr("Everything stays on this computer."),
        )

    def _specs(self) -> list[PageSpec]:
        """The sidebar; the controllers behind it come with ``attach``."""
        return [
            PageSpec(TODAY, lambda: self.today.build_page(), self.tr("Today"), "house"),
            PageSpec(ROUTINE, lambda: self.routine.build_page(), self.tr("Routine"), "calendar"),
            PageSpec(
                PROGRESS, lambda: self.progress.build_page(), self.tr("Progress"), "chart-column"
            ),
            PageSpec(EXERCISES, lambda: self._exercises_page(), self.tr("Exercises"), "book"),
            PageSpec(SETTINGS, lambda: self.settings.build_page(), self.tr("Settings"), "settings"),
        ]

    def _exercises_page(self) -> QWidget:
        return self.exercises.build_page()

    def attach(self, context: Context, parts: Parts) -> None:
        """Build the controllers, read the preferences, show the page that is due."""
        self._context = context
        self._parts = parts
        self._build_controllers(context, parts)
        self._connect_controllers()
        self.window.page_requested.connect(self.show_page)
        context.background.trouble.connect(self.show_trouble)
        context.background.run(lambda store: preferences(store.settings()), self._begin)

    def _build_controllers(self, context: Context, parts: Parts) -> None:
        stills, window = Stills(context.book), self.window
        self.check = CheckController(context, window)
        self.today = TodayController(context, window, stills)
        self.routine = RoutineController(context, window, stills)
        self.progress = ProgressController(context, window, parts.verdict_texts)
        self.exercises = ExercisesController(context, window)
        self.settings = SettingsController(
            context, window, self._apply, parts.data_dir, parts.play_sample
        )
        self.player = PlayerController(
            context, window, parts.cues, parts.keep_awake, parts.render_track
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
        self.player.recheck_requested.connect(self.check.start_recheck)

    def _begin(self, found: Preferences) -> None:
        self._apply(found)
        self.check.open()

    def _apply(self, found: Preferences) -> None:
        self.preferences = found
        self._parts.apply_look(found)
        self.player.set_preferences(found)

    def show_page(self, name: str) -> None:
        """Bring a page of the sidebar to the front, up to date."""
        self.window.show_page(name)
        controllers = {
            TODAY: self.today,
            ROUTINE: self.routine,
            PROGRESS: self.progress,
            EXERCISES: self.exercises,
        }
        if name in controllers:
            controllers[name].refresh()

    def show_trouble(self, error: BaseException) -> None:
        """The environment's faults are told; what is a bug goes to the crash log."""
        if not isinstance(error, (StoreError, OSError)):
            raise error
        self.window.notice.show_message(str(error), BannerKind.WARN)

    def _start(self, template: Template, *, extra_floss: bool = False) -> None:
        book = self._context.book
        self._context.background.run(
            lambda store: standing(store, book),
            lambda here: self._play(here, template, extra_floss=extra_floss),
        )

    def _play(self, here: Standing | None, template: Template, *, extra_floss: bool) -> None:
        """A locked plan has no situation, so nothing starts (S5, K16)."""
        if here is None or here.plan.situation is None or here.plan.screening.locked:
            self.show_page(TODAY)
            return
        from dataclasses import replace  # noqa: PLC0415

        situation = replace(here.plan.situation, extra_floss=extra_floss)
        weekday = list(Weekday)[stamp_of(self._context.clock).civil.weekday()]
        self.player.start(plan_day(weekday, template, situation, self._context.book, here.plan.pace), here)

    def _resume(self) -> None:
        self._context.background.run(lambda store: store.open_session(), self._continue)

    def _continue(self, log: SessionLog | None) -> None:
        if log is None:
            self.show_page(TODAY)
        else:
            self.player.resume(log)

    def _end_open(self, end: Callable[..., None]) -> None:
        clock = self._context.clock
        self._context.background.run(
            lambda store: end(store, stamp_of(clock)), lambda _: self.show_page(TODAY)
        )

    def shutdown(self) -> None:
        """Stop what runs; called once before the app ends."""
        self.player.shutdown()
        self._parts.cues.shutdown()
        self._parts.keep_awake.release()
