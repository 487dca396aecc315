"""The player's page alone, put into any moment of a session: nothing behind it keeps anything."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from functools import cache

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QAbstractSlider, QApplication, QScrollBar

from coach.app.run_view import RunView, run_view
from coach.domain.motion import scene_at
from coach.domain.score import compile_timeline
from coach.domain.session import MAX_GAP_MS, SessionState, new_session
from coach.domain.session_facts import (
    AnswerCheck,
    Command,
    Event,
    Report,
    TellAftermath,
    TellStrength,
    Tick,
)
from coach.domain.session_steps import advance
from coach.domain.terms import Discomfort, Weekday
from coach.domain.timeline import Timeline
from coach.domain.tingling import Aftermath, Strength
from coach.gui.pages.player import PlayerPage
from support.book import plan_for, real_book

Step = Callable[[SessionState, float], SessionState]


@dataclass(frozen=True)
class Moment:
    """A session at a clock reading."""

    state: SessionState
    clock_ms: float

    @property
    def view(self) -> RunView:
        return run_view(self.state, self.clock_ms, real_book())

    def after(self, event: Event) -> bool:
        """Whether ``event`` changes anything."""
        state, facts = advance(self.state, event, self.clock_ms)
        return bool(facts) or replace(state, tick_ms=self.state.tick_ms) != self.state


@cache
def _timeline() -> Timeline:
    return compile_timeline(plan_for().day(Weekday.MON).items, real_book())


def moment(
    at_s: float, *events: Event, gap_s: float = 0.0, max_gap_ms: float = 1e9, asked: bool = True
) -> Moment:
    """A session that has come to ``at_s`` of its timeline, with what was then pressed."""
    state = new_session(_timeline(), 0.0, max_gap_ms=max_gap_ms)
    if not asked:
        return Moment(state, 0.0)
    state, _ = advance(state, AnswerCheck(something_new=False), 0.0)
    clock_ms = at_s * 1000 - state.guided_start_ms
    step_ms = min(max_gap_ms - 1, 2_000.0)
    for tick_ms in range(0, round(clock_ms), round(step_ms)):
        state, _ = advance(state, Tick(), float(tick_ms))
    clock_ms += gap_s * 1000
    for event in (Tick(), *events):
        state, _ = advance(state, event, clock_ms)
    return Moment(state, clock_ms)


_TINGLING = Report(Discomfort.TINGLING)

MOMENTS: dict[str, Callable[[], Moment]] = {
    "check": lambda: moment(0, asked=False),
    "running": lambda: moment(22),
    "rest": lambda: moment(72),
    "move": lambda: moment(216),
    "question": lambda: moment(209),
    "deadlift": lambda: moment(470),
    "own pace": lambda: moment(470, Command.OWN_PACE),
    "paused": lambda: moment(22, Command.PAUSE),
    "paused in a rest": lambda: moment(72, Command.PAUSE),
    "stopped": lambda: moment(22, Command.STOP),
    "interrupted": lambda: moment(22, gap_s=9, max_gap_ms=MAX_GAP_MS),
    "away": lambda: moment(22, gap_s=900, max_gap_ms=MAX_GAP_MS),
    "pain": lambda: moment(22, Report(Discomfort.SHARP)),
    "wrong": lambda: moment(22, Report(Discomfort.WRONG)),
    "tingling": lambda: moment(22, _TINGLING),
    "aftermath": lambda: moment(22, _TINGLING, TellStrength(Strength.CLEAR)),
    "tingled": lambda: moment(
        22, _TINGLING, TellStrength(Strength.CLEAR), TellAftermath(Aftermath.GONE)
    ),
    "numb": lambda: moment(
        22, _TINGLING, TellStrength(Strength.LITTLE), TellAftermath(Aftermath.NUMB_STAYS)
    ),
    "dizzy": lambda: moment(22, Report(Discomfort.DIZZY)),
    "rate": lambda: moment(570),
    "tingling on the rate page": lambda: moment(570, _TINGLING),
}


@dataclass
class Outcome:
    """What one key did: events for the session, other wishes, and what moved on the page."""

    taken: bool = False
    events: list[Event] = field(default_factory=list)
    wishes: list[str] = field(default_factory=list)
    moved: bool = False


class KeyStage:
    """A page in a window of its own, that is put back after every key."""

    def __init__(self, page: PlayerPage) -> None:
        self.page = page
        self._heard = Outcome()
        page.happened.connect(lambda event: self._heard.events.append(event))
        keys = page.keys
        for name, signal in {
            "voice": keys.voice,
            "mute": keys.mute,
            "levels": keys.levels,
            "shorter": keys.shorter,
            "longer": keys.longer,
            "rated": page.rated,
            "closed": page.closed,
            "recheck": page.recheck,
        }.items():
            signal.connect(lambda *_facts, name=name: self._heard.wishes.append(name))

    def show(self, found: Moment, *, floor: bool) -> None:
        """The page as it stands at that moment, with the keys on its panel."""
        page = self.page
        page.begin(reduced_motion=True)
        page.set_floor(floor)
        scene = scene_at(real_book().catalog, found.state.timeline, found.view.position_ms)
        page.show_moment(found.view, scene)
        page.show_moment(found.view, scene)
        for bar in page.findChildren(QScrollBar):
            bar.setValue(0)
        page.entered()
        QApplication.sendPostedEvents()

    def press(self, key: int, text: str = "", *, again: bool = False) -> Outcome:
        """Press a key where the keys are now."""
        self._heard = Outcome()
        before = self._looks()
        target = self.page.window().focusWidget()
        assert target is not None
        held = Qt.KeyboardModifier.NoModifier
        event = QKeyEvent(QEvent.Type.KeyPress, key, held, text, again)
        QApplication.sendEvent(target, event)
        heard = self._heard
        heard.taken, heard.moved = event.isAccepted(), self._looks() != before
        return heard

    def _looks(self) -> tuple[object, ...]:
        """What a key may change on the page itself."""
        page = self.page
        bars = tuple(bar.value() for bar in page.findChildren(QAbstractSlider))
        marks = tuple(button.isChecked() for button in page.findChildren(QAbstractButton))
        return (page.window().focusWidget(), page.floor_mode, bars, marks)
