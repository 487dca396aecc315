"""The player's keys, read the same way in every one of its panels (S8)."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal, SignalInstance
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QScrollArea, QWidget

from coach.app.run_view import RunView
from coach.domain.session_facts import PauseReason
from coach.gui.pages import answer_walk
from coach.gui.pages.key_layout import Pressed, pressed
from coach.gui.pages.player_meaning import Walk, asks, event_of, toggled, walk_of

__all__ = ["PlayerKeys", "toggled"]

K = Qt.Key
_ENTER = frozenset({K.Key_Return, K.Key_Enter})
_HELD = (
    Qt.KeyboardModifier.ControlModifier
    | Qt.KeyboardModifier.AltModifier
    | Qt.KeyboardModifier.MetaModifier
)


class PlayerKeys(QObject):
    """Watches a panel and its buttons, so that a focused button never eats a key of the player.

    Enter presses the focused button. ``happened`` carries events; the other signals are V, M,
    F (and F5, with which presenters begin), Esc, L, and minus and plus. ``front`` is the panel
    that is shown, and ``in_floor`` whether it is floor mode.
    """

    happened = Signal(object)
    voice = Signal()
    mute = Signal()
    floor = Signal()
    escape = Signal()
    levels = Signal()
    shorter = Signal()
    longer = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.view: RunView | None = None
        self.front: QWidget | None = None
        self.in_floor = False

    def watch(self, widget: QWidget) -> None:
        """Read keys of ``widget`` before it does."""
        widget.installEventFilter(self)

    def watch_page(self, panel: QWidget) -> None:
        """The same for a page that scrolls: its scroll area would take PageUp and PageDown."""
        self.watch(panel)
        for area in panel.findChildren(QScrollArea):
            self.watch(area)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        if event.type() is not QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        if event.modifiers() & _HELD or self.view is None:
            return False
        return self._take(watched, event, pressed(event), self.view)

    def _take(self, watched: QObject, event: QKeyEvent, key: Pressed, view: RunView) -> bool:
        told = not event.isAutoRepeat()
        if key.key in _ENTER and isinstance(watched, QAbstractButton):
            if told:
                watched.click()
            return True
        walk = walk_of(key.key, view)
        if walk is not None:
            return self._walk(walk, told=told)
        meaning = event_of(key.key, key.text, view)
        if meaning is not None:
            if told:
                self.happened.emit(meaning)
            return True
        signal = self._signal_of(key.key, view)
        if signal is not None and told:
            signal.emit()
        return signal is not None

    def _walk(self, walk: Walk, *, told: bool) -> bool:
        if self.front is None or not told:
            return not told
        if walk is Walk.TAKE:
            return answer_walk.take(self.front)
        return answer_walk.step(self.front, forward=walk is Walk.NEXT)

    def _signal_of(self, key: int, view: RunView) -> SignalInstance | None:
        """V, M, F, Esc, L, minus and plus, where they change something."""
        shows_set = not asks(view) or view.pause is PauseReason.WRONG
        breathes = shows_set and view.pace.breath
        meanings: dict[int, tuple[SignalInstance, bool]] = {
            K.Key_V: (self.voice, True),
            K.Key_M: (self.mute, True),
            K.Key_VolumeMute: (self.mute, True),
            K.Key_F: (self.floor, shows_set),
            K.Key_F5: (self.floor, shows_set and not self.in_floor),
            K.Key_Escape: (self.escape, self.in_floor),
            K.Key_L: (self.levels, shows_set and not self.in_floor),
            K.Key_Minus: (self.shorter, breathes),
            K.Key_Plus: (self.longer, breathes),
            K.Key_Equal: (self.longer, breathes),  # plus without Shift on many keyboards
        }
        signal, holds = meanings.get(key, (None, False))
        return signal if holds else None
