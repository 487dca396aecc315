"""Starts, runs and ends sessions in the window: page, bridge, sound, log and screen lock."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path
from typing import Any, TypeVar

from PySide6.QtCore import QObject, Signal

from coach.app.pacing import keep_level, keep_pace
from coach.app.ports import Cues, KeepAwake, Store
from coach.app.preferences import Preferences, save_preference
from coach.app.run_view import RunView
from coach.app.running import LockedError, Prepared, after_rating, prepare, records, take_up
from coach.app.stamps import stamp_of
from coach.domain.plan import DayPlan
from coach.domain.records import SessionLog
from coach.domain.scene import Scene
from coach.domain.session import MAX_GAP_MS, RunStage
from coach.domain.session_facts import Command, Event, Fact, RecheckAsked, Retime
from coach.domain.timeline import Timeline
from coach.gui.background import Background, Worker
from coach.gui.context import Context
from coach.gui.frame_clock import frame_rate
from coach.gui.main_window import MainWindow, PageSpec
from coach.gui.pages.player import PlayerPage
from coach.gui.player_awake import PlayerAwake
from coach.gui.player_bridge import PlayerBridge
from coach.gui.player_live import LiveLevels, LivePace
from coach.gui.player_saver import PlayerSaver
from coach.gui.player_sound import PlayerSound, Steering
from coach.gui.player_tracks import PlayerTracks, RenderTrack
from coach.system.collector import set_aside, take_back

PAGE = "player"
T = TypeVar("T")


def _sound_of(wish: Preferences) -> tuple[object, ...]:
    """What of the preferences can be heard in a track."""
    return (wish.voice, wish.voice_level, wish.tone_level, wish.breath_words, wish.voice_folder)


class SideWorker:
    """One thread for what may take its time: rendering sound, asking the desktop."""

    def __init__(self) -> None:
        self._executor = ThreadPoolExecutor(max_workers=1, thread_name_prefix="player")

    def submit(self, work: Callable[[Any], T]) -> Future[T]:
        return self._executor.submit(work, None)

    def close(self) -> None:
        """Finish what was begun; nothing may be submitted after it."""
        self._executor.shutdown(wait=True)


class PlayerController(QObject):
    """``ended`` comes when a session is over and all of it is on the disk, ``refused`` with a
    sentence where none may start, ``recheck_requested`` when the readiness questions are wanted
    (then without ``ended``), ``preferences_changed`` when V was pressed: listeners come first, then
    the track is made anew. ``moved`` tells that something happened in a session, or that it is
    over; the time that passes is not told."""

    ended = Signal()
    refused = Signal(str)
    recheck_requested = Signal()
    preferences_changed = Signal(object)
    moved = Signal()

    def __init__(
        self,
        context: Context,
        window: MainWindow,
        cues: Cues,
        keep_awake: KeepAwake,
        render_track: RenderTrack,
        *,
        steering: Steering | None = None,
        max_gap_ms: float = MAX_GAP_MS,
        side_worker: Worker | None = None,
    ) -> None:
        super().__init__(window)
        self._context, self._window = context, window
        self._cues, self._steering, self._max_gap_ms = cues, steering, max_gap_ms
        self._side_worker = side_worker or SideWorker()
        self._side = Background(self._side_worker, self)
        self._side.trouble.connect(context.background.trouble)
        self.saver = PlayerSaver(context.background, self)
        self.bridge: PlayerBridge | None = None
        self._prepared: Prepared | None = None
        self._preferences = Preferences()
        self._muted = self._silent = self._leaving = False
        self._has_track = False
        self._awake = PlayerAwake(self._side, keep_awake, self)
        self._tracks = PlayerTracks(self._side, render_track, self)
        self._tracks.made.connect(self._use_track)
        self.pace, self.levels = LivePace(context.book, self), LiveLevels(self)
        self.pace.retimed.connect(self._retime)
        self.pace.settled.connect(self._make_missing_track)
        self.levels.chosen.connect(self._save_level)
        self.saver.settled.connect(self._go)
        self._page: PlayerPage | None = None
        window.add_page(PageSpec(PAGE, self.build_page, alone=True))

    def build_page(self) -> PlayerPage:
        """Made by the window when it is first shown."""
        page = PlayerPage()
        page.happened.connect(self._happen)
        page.rated.connect(self._rate)
        page.closed.connect(self._leave)
        page.recheck.connect(self._recheck)
        page.voice_toggled.connect(self._toggle_voice)
        page.mute_toggled.connect(self._toggle_mute)
        page.seen.connect(self._seen)
        self.saver.unsaved_changed.connect(page.show_unsaved)
        self._connect_live(page)
        self._page = page
        return page

    def _connect_live(self, page: PlayerPage) -> None:
        """Pace and levels, which change while a session runs."""
        bar, keep = page.run.pace, page.rate.keep
        bar.pace_stepped.connect(self.pace.step)
        bar.level_stepped.connect(self.levels.step)
        keep.kept.connect(self.pace.set_keeps)
        for shows in (bar, keep):
            self.pace.chosen.connect(shows.show_pace)
        self.levels.shown.connect(bar.show_loudness)

    def start(self, day: DayPlan) -> None:
        """Begin today's session with its question."""
        now, book, new_id = stamp_of(self._context.clock), self._context.book, self._context.new_id
        self._fetch(lambda store: prepare(store, book, day, now, new_id))

    def resume(self, session: SessionLog) -> None:
        """Go on with a session found open, after its question."""
        now, book = stamp_of(self._context.clock), self._context.book
        self._fetch(lambda store: take_up(store, book, session, now))

    def set_preferences(self, preferences: Preferences) -> None:
        """Take over voice and motion; a running session goes on with them."""
        sounds_else = _sound_of(preferences) != _sound_of(self._preferences)
        self._preferences = preferences
        self.levels.take(preferences)
        if self._page is not None:
            self._page.run.picture.reduced_motion = preferences.reduced_motion
        if self.bridge is not None:
            self.bridge.reduced_motion = preferences.reduced_motion
            self._set_rate(self.bridge)
            if sounds_else:
                self._make_tracks()
        self._show_sound()

    def shutdown(self) -> None:
        """The window closes: an unfinished session stays open in the log."""
        if self.bridge is not None:
            self.bridge.shut()
        self.pace.stop()
        self.levels.settle()
        self._tracks.close()
        self.saver.hand_over()
        self._awake.let_go()
        if isinstance(self._side_worker, SideWorker):
            self._side_worker.close()

    def _fetch(self, work: Callable[[Store], Prepared]) -> None:
        self._context.background.run(work, self._open, self._refuse)

    def _refuse(self, error: BaseException) -> None:
        if isinstance(error, LockedError):
            self.refused.emit(str(error))
        else:
            self._context.background.trouble.emit(error)

    def _open(self, prepared: Prepared) -> None:
        if self.bridge is not None:
            self.bridge.shut()
            self.bridge.deleteLater()
        self._leaving = False
        self._prepared, self._preferences = prepared, prepared.preferences
        state = prepared.state(self._context.clock.monotonic_ms(), self._max_gap_ms)
        sound = PlayerSound(self._cues, self._steering)
        bridge = PlayerBridge(state, self._context.book, self._context.clock, sound, self)
        bridge.reduced_motion = prepared.preferences.reduced_motion
        self._set_rate(bridge)
        bridge.shown.connect(self._show)
        bridge.told.connect(self._hear)
        self.bridge = bridge
        self._window.page(PAGE)
        if self._page is not None:
            self._page.begin(reduced_motion=bridge.reduced_motion)
            self._page.rate.keep.begin()
        self.pace.begin(prepared)
        self.levels.take(prepared.preferences)
        self._show_sound()
        bridge.show()
        self._window.show_page(PAGE)
        set_aside()
        self._make_tracks()

    # ---- sound ------------------------------------------------------------------------------
    def _retime(self, score: Timeline) -> None:
        if self.bridge is not None:
            self.bridge.do(Retime(score))

    def _make_tracks(self) -> None:
        """All that is to be heard, anew: for the score that holds and for one that is coming."""
        if self.bridge is not None:
            state = self.bridge.state
            self._tracks.make(score for score in (state.timeline, state.coming) if score)

    def _make_missing_track(self) -> None:
        """The breath was changed: what is heard already goes on to the next rest."""
        missing = self.bridge.lacks_track() if self.bridge is not None else None
        if missing is not None:
            self._tracks.add(missing)

    def _use_track(self, score: Timeline, track: Path | None) -> None:
        if self.bridge is None:
            return
        if track is not None:
            self.bridge.use_track(track, score)
        self._has_track = track is not None
        self._silent = not self._sounds()
        self._show_sound()

    def _sounds(self) -> bool:
        return self._has_track and self._cues.audible

    def _listen(self) -> None:
        """A device may come and go in the middle of a set."""
        if self._has_track and self._silent is self._sounds():
            self._silent = not self._silent
            self._show_sound()

    def _toggle_voice(self) -> None:
        on = not self._preferences.voice
        self._context.background.run(
            lambda store: save_preference(store, "voice", on), self._take_preferences
        )

    def _take_preferences(self, changed: Preferences) -> None:
        self.preferences_changed.emit(changed)
        self.set_preferences(changed)

    def _save_level(self, key: str, level: int) -> None:
        self._context.background.run(
            lambda store: keep_level(store, key, level), self._take_preferences
        )

    def _toggle_mute(self) -> None:
        self._muted = not self._muted
        self._cues.set_muted(self._muted)
        self._show_sound()

    def _show_sound(self) -> None:
        if self._page is not None:
            self._page.run.controls.set_voice(
                on=self._preferences.voice, muted=self._muted, silent=self._silent
            )
            self._page.set_silent(self._silent or self._muted)

    # ---- events, facts, frames ----------------------------------------------------------------
    def tell(self, event: Event) -> None:
        """Let something happen that did not come from the page; nothing without a session."""
        if self.bridge is not None:
            self._happen(event)

    def _happen(self, event: Event) -> None:
        bridge = self.bridge
        if bridge is None:
            self._leave()
            return
        bridge.do(event)
        if bridge.state.stage.is_over and bridge.state.stopped_for is None:
            self._leave()

    def _hear(self, facts: Sequence[Fact]) -> None:
        if self.bridge is None or self._prepared is None:
            return
        now = stamp_of(self._context.clock)
        self.saver.add(records(facts, self._prepared, now, self._context.new_id))
        self._awake.follow(self.bridge.state)
        self.moved.emit()
        if any(isinstance(fact, RecheckAsked) for fact in facts):
            self._recheck()

    def _recheck(self) -> None:
        self._close()
        self.recheck_requested.emit()

    def _show(self, view: RunView, scene: Scene) -> None:
        self._listen()
        if self._page is not None:
            self._page.show_moment(view, scene)
        if view.kind.is_work and view.stage is RunStage.RUNNING:
            self.saver.expect_saved()

    def _set_rate(self, bridge: PlayerBridge) -> None:
        """As often as the display shows a picture, or as it was chosen."""
        wish, display = self._preferences, self._window.screen().refreshRate()
        bridge.set_rate(frame_rate(display, wish.frame_rate, reduced=wish.reduced_motion))

    def _seen(self, visible: bool) -> None:
        if self.bridge is not None:
            self._set_rate(self.bridge)
            self.bridge.set_visible(visible)

    # ---- the end ------------------------------------------------------------------------------
    def _rate(self, left: int | None, right: int | None) -> None:
        if self._prepared is not None:
            now, new_id = stamp_of(self._context.clock), self._context.new_id
            rating = after_rating(self._prepared.session.id, now, new_id, left, right)
            self.saver.add([rating] if rating else [])
        pace = self.pace.to_keep()
        if pace is not None:
            self._context.background.run(
                lambda store: keep_pace(store, pace), self._take_preferences
            )
        self._happen(Command.FINISH)

    def _leave(self) -> None:
        """Go once everything is on the disk, or on a second wish if the disk does not answer."""
        if self._close():
            self._leaving = True
            if self.saver.idle:
                self._go()
        elif self._leaving:
            self._go()

    def _go(self) -> None:
        if self._leaving:
            self._leaving = False
            self.ended.emit()

    def _close(self) -> bool:
        bridge, self.bridge, self._prepared = self.bridge, None, None
        if bridge is None:
            return False
        take_back()
        bridge.shut()
        bridge.deleteLater()
        self.moved.emit()
        return True
