"""What a key means at each moment of a session: pure, from (key, text, view) to an event (S8).

A key that would change nothing means nothing, so that it is never taken away in silence.
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType

from PySide6.QtCore import Qt

from coach.app.run_view import RunView, TinglingStep, TinglingView
from coach.domain.session import RunStage
from coach.domain.session_facts import Command, Event, GiveEffort, PauseReason, Report
from coach.domain.terms import Discomfort
from coach.gui.pages.player_words import EFFORT_KEYS, aftermath_options, strength_options

K = Qt.Key


class Walk(StrEnum):
    """What a presenter does where something is asked: to the next answer, the one before, take
    it. Its single press never answers anything."""

    NEXT = "next"
    BEFORE = "before"
    TAKE = "take"


_BODY: Mapping[int, Event] = MappingProxyType(
    {
        K.Key_P: Report(Discomfort.SHARP),
        K.Key_T: Report(Discomfort.TINGLING),
        K.Key_D: Report(Discomfort.DIZZY),
        K.Key_W: Report(Discomfort.WRONG),
    }
)
_MOVES: Mapping[int, Event] = MappingProxyType(
    {
        K.Key_Left: Command.BACK,
        K.Key_Right: Command.SKIP,
        K.Key_PageUp: Command.BACK,
        K.Key_MediaPrevious: Command.BACK,
        K.Key_MediaNext: Command.SKIP,
    }
)
_STOPS = frozenset({K.Key_S, K.Key_MediaStop})
_TOGGLES = frozenset(
    {
        *(K.Key_Space, K.Key_PageDown, K.Key_Period, K.Key_B),
        *(K.Key_MediaPlay, K.Key_MediaTogglePlayPause),
    }
)
_WALKS: Mapping[int, Walk] = MappingProxyType(
    {
        K.Key_PageDown: Walk.NEXT,
        K.Key_PageUp: Walk.BEFORE,
        K.Key_Period: Walk.TAKE,
        K.Key_B: Walk.TAKE,
    }
)
_ENTER = frozenset({K.Key_Return, K.Key_Enter})
_COUNTS = _ENTER | {K.Key_PageDown}
"""At one's own pace these say that a rep is done."""

_UNDER_WAY = (RunStage.RUNNING, RunStage.PAUSED)
_BLIND = frozenset(_TOGGLES | {*_MOVES, K.Key_MediaStop, K.Key_MediaPause}) - {
    K.Key_Space,
    K.Key_Left,
    K.Key_Right,
}
"""Keys of presenters, headsets and remotes: pressed from afar, perhaps in a pocket."""


def asks(view: RunView) -> bool:
    """Whether something about the body is asked that no key from afar may answer."""
    return (
        view.stage not in _UNDER_WAY or view.tingling is not None or view.pause is PauseReason.WRONG
    )


def toggled(view: RunView) -> Command:
    """Pause, or go on."""
    return Command.PAUSE if view.stage is RunStage.RUNNING else Command.RESUME


def stands_plainly(view: RunView) -> bool:
    """A pause that asks nothing."""
    plain = view.pause in (PauseReason.PAUSED, None)
    return view.stage is RunStage.PAUSED and plain and not asks(view)


def tap_of(view: RunView) -> Event | None:
    """What a tap on the picture does: pause, go on, or say that a rep is done; ``None`` where
    something is asked."""
    if view.pace.waits:
        return Command.COUNT
    if view.stage is RunStage.RUNNING or stands_plainly(view):
        return toggled(view)
    return None


def walk_of(key: int, view: RunView) -> Walk | None:
    """Where a key leads among the answers; ``None`` where nothing is asked."""
    return _WALKS.get(key) if asks(view) else None


def event_of(key: int, text: str, view: RunView) -> Event | None:
    """What a key means while a session runs, stands, or asks about tingling; ``None`` where it
    changes nothing."""
    if asks(view) and key in _BLIND:
        return None
    if view.tingling is not None:
        return _answer_of(key, text, view, view.tingling)
    if view.stage not in _UNDER_WAY:
        return None
    if text in EFFORT_KEYS:
        asked = view.question is not None or view.welcome is not None
        return GiveEffort(EFFORT_KEYS[text]) if asked else None
    return _command_of(key, view)


def _command_of(key: int, view: RunView) -> Event | None:
    if view.pace.counts and key in _COUNTS:
        return Command.COUNT
    if key == K.Key_R:
        return None if view.pace.own is None else Command.OWN_PACE
    if key in _TOGGLES:
        return toggled(view)
    if key in _STOPS:
        return None if view.pause is PauseReason.STOPPED else Command.STOP
    if key == K.Key_MediaPause:
        return Command.PAUSE if view.stage is RunStage.RUNNING else None
    return _MOVES.get(key) or _BODY.get(key)


def _answer_of(key: int, text: str, view: RunView, asked: TinglingView) -> Event | None:
    """Number keys answer the questions after tingling, and Enter goes on from them."""
    told = asked.step is TinglingStep.TOLD
    options = () if told else _OPTIONS[asked.step]()
    by_key: dict[int, Event] = {K.Key_Right: Command.SKIP}
    by_key |= {sign: _BODY[sign] for sign in (K.Key_D, K.Key_W)}
    if told:
        by_key |= dict.fromkeys((K.Key_Space, *_ENTER), Command.RESUME)
    if asked.step is not TinglingStep.STRENGTH and not asked.ends_session:
        by_key[K.Key_Left] = Command.BACK
    if view.stage in _UNDER_WAY:
        by_key[K.Key_S] = Command.STOP
    return next((option.event for option in options if option.key == text), by_key.get(key))


_OPTIONS = {
    TinglingStep.STRENGTH: strength_options,
    TinglingStep.AFTERMATH: aftermath_options,
}
