"""Every controller, wired to the others. Imported after the first paint: pages are heavy."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from coach.app.adapting import adapt
from coach.app.advice import AdviceKind, Reply
from coach.app.answering import answer
from coach.app.ports import Store
from coach.app.preferences import Preferences
from coach.app.running import discard, finish
from coach.app.stamps import stamp_of
from coach.app.starting import start_now
from coach.domain.plan import DayPlan
from coach.domain.reason import Reason
from coach.domain.records import SessionLog, Stamp
from coach.domain.terms import Template
from coach.gui.context import Context
from coach.gui.controllers.audio import AudioController
from coach.gui.controllers.check import CheckController
from coach.gui.controllers.check_outcome import RESULT
from coach.gui.controllers.exercises import ExercisesController
from coach.gui.controllers.intent import IntentController
from coach.gui.controllers.media import MediaController
from coach.gui.controllers.notes import NotesController
from coach.gui.controllers.player import PlayerController
from coach.gui.controllers.progress import ProgressController
from coach.gui.controllers.routine import RoutineController
from coach.gui.controllers.settings import SettingsController
from coach.gui.controllers.today import TodayController
from coach.gui.main_window import MainWindow
from coach.gui.parts import EXERCISES, PROGRESS, ROUTINE, SETTINGS, TODAY, Parts
from coach.gui.stills import Stills

Apply = Callable[[Preferences], None]
End = Callable[[Store, Stamp], None]


class Controllers(QObject):
    """``page_due`` asks for a page of the sidebar, ``refused`` says why no session may start,
    ``told`` what was done beside the window, ``preferences_changed`` what a controller stored."""

    page_due = Signal(str)
    refused = Signal(str)
    told = Signal(str)
    preferences_changed = Signal(object)

    def __init__(self, context: Context, parts: Parts, window: MainWindow, apply: Apply) -> None:
        super().__init__(window)
        self._context, self._window = context, window
        stills = Stills(context.book)
        self.check = CheckController(context, window)
        self.intent = IntentController(context, window)
        self.today = TodayController(context, window, stills)
        self.routine = RoutineController(context, window, stills)
        self.progress = ProgressController(context, window, parts.verdict_texts)
        self.audio = AudioController(context, window, parts.write_audio)
        self.notes = NotesController(context, window, parts.verdict_texts)
        self.exercises = ExercisesController(context, window)
        window.add_page(self.exercises.specs()[1])
        self.settings = SettingsController(
            context,
            window,
            apply,
            parts.data_dir,
            parts.play_sample,
            parts.look_at_voice,
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
        self.media = MediaController(context, self.player, parts.make_remote)
        self._connect()

    def _connect(self) -> None:
        self.check.completed.connect(self._checked)
        self.intent.left.connect(self._to_today)
        self.check.left.connect(self._to_today)
        self.today.missing.connect(self.check.start)
        self.today.start_requested.connect(lambda name: self.start_session(Template(name)))
        self.today.floss_requested.connect(
            lambda: self.start_session(Template.FULL, extra_floss=True)
        )
        self.today.resume_requested.connect(self._resume)
        self.today.finish_requested.connect(lambda: self._end_open(finish))
        self.today.discard_requested.connect(lambda: self._end_open(discard))
        self.today.phone_requested.connect(self.audio.export_today)
        self.audio.saved.connect(self.told)
        self.audio.refused.connect(self.refused)
        self.today.gate_requested.connect(self.check.show_standing_gate)
        self.today.recheck_requested.connect(self.check.start_recheck)
        self.routine.missing.connect(self.check.start)
        self.routine.recheck_requested.connect(self.check.start_recheck)
        self.notes.left.connect(self.page_due)
        for teller in (self.today, self.routine):
            teller.advice_answered.connect(self._answer)
        for reader in (self.today, self.progress):
            reader.notes_requested.connect(self.notes.open)
        self.player.ended.connect(lambda: self._settle(self.check.open))
        self.player.refused.connect(self.refused)
        self.player.saver.settled.connect(self._freshen)
        self.player.preferences_changed.connect(self.preferences_changed)
        self.player.recheck_requested.connect(lambda: self._settle(self.check.start_recheck))

    def build(self, name: str) -> QWidget:
        """The page of a sidebar entry, built now."""
        builders: dict[str, Callable[[], QWidget]] = {
            TODAY: self.today.build_page,
            ROUTINE: self._build_routine,
            PROGRESS: self.progress.build_page,
            EXERCISES: self.exercises.build_list,
            SETTINGS: self.settings.build_page,
        }
        return builders[name]()

    def refresh(self, name: str) -> None:
        """Bring what a page of the sidebar shows up to date."""
        refresh: dict[str, Callable[[], None]] = {
            TODAY: self.today.refresh,
            ROUTINE: self._refresh_routine,
            PROGRESS: self.progress.refresh,
            EXERCISES: self.exercises.refresh,
            SETTINGS: self.settings.refresh,
        }
        refresh[name]()

    def _build_routine(self) -> QWidget:
        page = self.routine.build_page()
        page.add_card(self.intent.build_card())
        return page

    def _refresh_routine(self) -> None:
        self.routine.refresh()
        self.intent.refresh()

    def _checked(self, *_facts: object) -> None:
        """From the page of a result, the first time, by the plan for the moment (A1)."""
        if self._window.current_page() == RESULT:
            self.intent.offer()
        else:
            self._to_today()

    def _to_today(self, *_facts: object) -> None:
        self.page_due.emit(TODAY)

    def _freshen(self) -> None:
        """The last of a session is on the disk: what is due may have changed."""
        if self._window.current_page() == TODAY:
            self.today.refresh()

    def _settle(self, then: Callable[[], None]) -> None:
        """What a session told may change plan and gate before anything else is shown (N3, N4)."""
        context, now = self._context, stamp_of(self._context.clock)
        context.background.run(
            lambda store: adapt(store, context.book, now, context.new_id), lambda _: then()
        )

    def _answer(self, kind: str, subject: str, reply: str) -> None:
        """Keep what was said to advice, then show what follows from it."""
        context, now = self._context, stamp_of(self._context.clock)
        told = (AdviceKind(kind), subject, Reply(reply))
        context.background.save(
            lambda store: answer(store, context.book, now, context.new_id, *told),
            lambda _: self.refresh(self._window.current_page()),
        )

    def start_session(self, template: Template, *, extra_floss: bool = False) -> None:
        """Begin a session of today, where the plan allows one now."""
        context, now = self._context, stamp_of(self._context.clock)
        context.background.run(
            lambda store: start_now(
                store, context.book, now, context.new_id, template, extra_floss=extra_floss
            ),
            self._play,
        )

    def _play(self, found: DayPlan | Reason | None) -> None:
        """Where no session may start, Today says why (S5, K16)."""
        if isinstance(found, DayPlan):
            self.player.start(found)
            return
        if found is not None:
            self.refused.emit(self._context.book.texts.sentence(found))
        self._to_today()

    def _resume(self) -> None:
        self._context.background.run(lambda store: store.open_session(), self._continue)

    def _continue(self, log: SessionLog | None) -> None:
        if log is None:
            self._to_today()
        else:
            self.player.resume(log)

    def _end_open(self, end: End) -> None:
        now = stamp_of(self._context.clock)
        self._context.background.run(lambda store: end(store, now), self._to_today)
