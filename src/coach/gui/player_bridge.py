"""Between the clock, the sound and the page of a running session; translates, decides nothing."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, Signal

from coach.app.ports import Clock
from coach.app.run_views import RunViews
from coach.domain.book import Book
from coach.domain.motion_memory import MotionMemory
from coach.domain.session import RunStage, SessionState
from coach.domain.session_facts import Event, Fact, Tick
from coach.domain.session_quiet import passes_quietly, ticked
from coach.domain.session_steps import advance
from coach.domain.timeline import Timeline
from coach.domain.tingling import WINDOW_MS
from coach.gui.frame_clock import FrameClock
from coach.gui.player_sound import PlayerSound, ms_to_stand

FRAME_MS = 1000 / 60
HIDDEN_MS = 3_000
"""How long nothing is read while nobody looks, at most. A gap of five seconds counts as sleep,
which a busy machine must not be taken for."""

WAITING_MS = 250
"""While the minute after tingling is shown."""


class PlayerBridge(QObject):
    """``shown`` carries a RunView and a Scene, ``told`` the facts of one event, in order.

    Frames come only while time runs and the page is visible, and in the minute after tingling;
    hidden, time is read seldom, and where a set ends. While a rep is waited for nothing moves, and
    nothing is read.
    """

    shown = Signal(object, object)
    told = Signal(object)

    def __init__(
        self,
        state: SessionState,
        book: Book,
        clock: Clock,
        sound: PlayerSound,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.state = state
        self.reduced_motion = False
        self._clock, self._sound = clock, sound
        self._views, self._pictures = RunViews(book), MotionMemory(book.catalog)
        self._visible = True
        self._period_ms = FRAME_MS
        self._frames = FrameClock(self)
        self._frames.due.connect(self.tick)

    @property
    def ticking(self) -> bool:
        """Whether a timer runs: only while time does."""
        return self._frames.running

    @property
    def frame_ms(self) -> float:
        """The time between two readings of the clock while it ticks."""
        return self._frames.period_ms

    def set_rate(self, per_second: float) -> None:
        """So many pictures a second while somebody looks."""
        self._period_ms = 1000 / per_second
        self._pace()

    def do(self, event: Event) -> None:
        """Let something happen now."""
        clock_ms = self._clock.monotonic_ms()
        facts = self._advance(event, clock_ms)
        self._sound.follow(facts, self.state, clock_ms)
        self._pace()
        if facts:
            self.told.emit(facts)
        if self._visible:
            self.show()

    def _advance(self, event: Event, clock_ms: float) -> tuple[Fact, ...]:
        if isinstance(event, Tick) and passes_quietly(self.state, clock_ms):
            self.state = ticked(self.state, clock_ms)
            return ()
        self.state, facts = advance(self.state, event, clock_ms)
        return facts

    def tick(self) -> None:
        """Read the clock, and follow the sound where it leads."""
        wanted = self._sound.steer(self.state, self._clock.monotonic_ms())
        self.do(wanted or Tick())

    def show(self) -> None:
        """Tell the page this moment."""
        clock_ms = self._clock.monotonic_ms()
        view = self._views.at(self.state, clock_ms)
        place_ms = view.position_ms
        if self.reduced_motion:
            place_ms = self.state.phase(clock_ms).end_ms - 1
        self.shown.emit(view, self._pictures.scene_at(self.state.timeline, place_ms))

    def set_visible(self, visible: bool) -> None:
        """Whether anybody can see the frames."""
        self._visible = visible
        self._pace()
        if visible:
            self.show()

    def lacks_track(self) -> Timeline | None:
        """The score that has no sound yet: the coming one before the one that holds."""
        score = self.state.coming or self.state.timeline
        return None if self._sound.has(score) else score

    def use_track(self, track: Path, timeline: Timeline | None = None) -> None:
        """The sound is ready; that of a coming score waits for it, and that of none is dropped."""
        if timeline is None or timeline is self.state.timeline:
            self._sound.load(track, self.state, self._clock.monotonic_ms())
        elif timeline is self.state.coming:
            self._sound.prepare(track, timeline)

    def shut(self) -> None:
        """No more frames and no more sound."""
        self._frames.stop()
        self._sound.still()

    def _pace(self) -> None:
        wanted_ms = self._frame_ms()
        if wanted_ms is None:
            self._frames.stop()
        else:
            self._frames.run(wanted_ms)

    def _frame_ms(self) -> float | None:
        """How long until the next frame; ``None`` where nothing moves."""
        if self.state.stage is RunStage.RUNNING:
            if self.state.held:
                return None
            return self._period_ms if self._visible else self._unseen_ms()
        asked = self.state.asked_tingling
        waits = asked is not None and asked.elapsed_ms(self._clock.monotonic_ms()) < WINDOW_MS
        return WAITING_MS if waits and self._visible else None

    def _unseen_ms(self) -> float:
        """Seldom, but in time for a rep that is waited for and for a set that is to be logged."""
        clock_ms = self._clock.monotonic_ms()
        block = self.state.block(clock_ms)
        end_ms = block.end_ms - self.state.position(clock_ms) if block else HIDDEN_MS
        stand_ms = ms_to_stand(self.state, clock_ms)
        return min(HIDDEN_MS, max(FRAME_MS, min(end_ms, stand_ms)))
