"""The player's keys, read the same way in every one of its panels (S8)."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QWidget

from coach.app.run_view import RunView, TinglingStep, TinglingView
from coach.domain.session import RunStage
from coach.domain.session_facts import Command, Event, GiveEffort, Report
from coach.domain.terms import Discomfort
from coach.gui.pages.player_words import EFFORT_KEYS, aftermath_options, strength_options

K = Qt.Key

_COMMANDS: Mapping[int, Event] = MappingProxyType(
    {
        K.Key_Left: Command.BACK,
        K.Key_Right: Command.SKIP,
        K.Key_PageUp: Command.BACK,
        K.Key_PageDown: Command.SKIP,
        K.Key_MediaPrevious: Command.BACK,
        K.Key_MediaNext: Command.SKIP,
        K.Key_S: Command.STOP,
        K.Key_MediaStop: Command.STOP,
        K.Key_P: Report(Discomfort.SHARP),
        K.Key_T: Report(Discomfort.TINGLING),
        K.Key_D: Report(Discomfort.DIZZY),
        K.Key_W: Report(Discomfort.WRONG),
    }
)
_TOGGLES = frozenset(
    {K.Key_Space, K.Key_Period, K.Key_MediaPlay, K.Key_MediaPause, K.Key_MediaTogglePlayPause}
)
_ENTER = frozenset({K.Key_Return, K.Key_Enter})


def toggled(view: RunView) -> Command:
    """Pause, or go on."""
    return Command.PAUSE if view.stage is RunStage.RUNNING else Command.RESUME


def event_of(key: int, text: str, view: RunView) -> Event | None:
    """What a key means while a session runs or stands; ``None`` where it means nothing."""
    if key in _TOGGLES:
        return toggled(view)
    if view.tingling is not None:
        return _answer_of(key, text, view.tingling)
    if text in EFFORT_KEYS:
        return GiveEffort(EFFORT_KEYS[text])
    return _COMMANDS.get(key)


def _answer_of(key: int, text: str, asked: TinglingView) -> Event | None:
    """Number keys answer the questions after tingling, and Enter goes on from them."""
    match asked.step:
        case TinglingStep.STRENGTH:
            answers = {option.key: option.event for option in strength_options()}
        case TinglingStep.AFTERMATH:
            answers = {option.key: option.event for option in aftermath_options()}
        case TinglingStep.TOLD if key in _ENTER:
            return Command.RESUME
        case _:
            answers = {}
    return answers.get(text) or _COMMANDS.get(key)


class PlayerKeys(QObject):
    """Watches a panel and its buttons, so that a focused button never eats a key of the player.

    Enter presses the focused button. ``happened`` carries events; the other signals are V, M, F
    and Esc.
    """

    happened = Signal(object)
    voice = Signal()
    mute = Signal()
    floor = Signal()
    escape = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.view: RunView | None = None
        self._others = {
            K.Key_V: self.voice,
            K.Key_M: self.mute,
            K.Key_VolumeMute: self.mute,
            K.Key_F: self.floor,
            K.Key_Escape: self.escape,
        }

    def watch(self, widget: QWidget) -> None:
        """Read keys of ``widget`` before it does."""
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        if event.type() is not QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        held = Qt.KeyboardModifier
        if event.modifiers() & (held.ControlModifier | held.AltModifier | held.MetaModifier):
            return False
        return self._take(watched, event)

    def _take(self, watched: QObject, event: QKeyEvent) -> bool:
        key = event.key()
        if key in _ENTER and isinstance(watched, QAbstractButton):
            watched.click()
            return True
        meaning = event_of(key, event.text(), self.view) if self.view else None
        if meaning is None and key not in self._others:
            return False
        if event.isAutoRepeat():
            return True
        if meaning is not None:
            self.happened.emit(meaning)
        else:
            self._others[K(key)].emit()
        return True
