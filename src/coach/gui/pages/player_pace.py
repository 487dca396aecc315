"""The row of the player that changes its pace and its sound, while it runs (T2)."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from coach.app.lengths import clock
from coach.app.pacing import PaceChoice
from coach.app.run_view import RunView
from coach.domain.session_facts import Command
from coach.gui.pages import player_words as words
from coach.gui.pages.player_head import put
from coach.gui.pages.player_keys import PlayerKeys
from coach.gui.player_live import TONES, VOICE
from coach.gui.theme import Theme
from coach.gui.widgets.buttons import Button, ButtonKind
from coach.gui.widgets.flow import FlowLayout
from coach.gui.widgets.text import SMALL, STRONG, Text
from coach.gui.widgets.toggle import Toggle
from coach.gui.words import key_name

_MIDDLE = Qt.AlignmentFlag.AlignHCenter
_SIGNS = ("\N{MINUS SIGN}", "+")


class Stepper(QWidget):
    """A value between a button for less and one for more; ``stepped`` carries −1 or 1."""

    stepped = Signal(int)

    def __init__(self, less: str, more: str, keys: PlayerKeys) -> None:
        super().__init__()
        self.less, self.more = Button(_SIGNS[0], compact=True), Button(_SIGNS[1], compact=True)
        self.value = Text("", STRONG, wrap=False)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.less)
        row.addWidget(self.value)
        row.addWidget(self.more)
        for button, said, step in ((self.less, less, -1), (self.more, more, 1)):
            button.setAccessibleName(said)
            button.setToolTip(said)
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            button.clicked.connect(lambda _=False, step=step: self.stepped.emit(step))
            keys.watch(button)

    def show_value(self, value: str, *, less: bool, more: bool) -> None:
        """Show the value, and which way it may still go; a new one is told to screen readers."""
        if self.isVisible() and value != self.value.text():
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, value))
        put(self.value, value)
        self.less.setEnabled(less)
        self.more.setEnabled(more)
        self.less.setAccessibleDescription(value)
        self.more.setAccessibleDescription(value)


class PaceBar(QWidget):
    """One row: the breath or the tempo of the exercise, or in its place the levels of the sound.

    ``happened`` carries an event of the session, ``pace_stepped`` a breath longer or shorter by so
    many steps, ``level_stepped`` the key of a level and by how many steps it changes.
    """

    happened = Signal(object)
    pace_stepped = Signal(int)
    level_stepped = Signal(str, int)

    def __init__(self, keys: PlayerKeys, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._levels_open = self._tight = False
        self._room = True
        self._before: QWidget | None = None
        self._choice: PaceChoice | None = None
        self.breath = Stepper(self.tr("Shorter breaths"), self.tr("Longer breaths"), keys)
        self.breath.stepped.connect(self.pace_stepped)
        self.own = self._button(self.tr("At my own pace"), Qt.Key.Key_R, keys)
        self.own.setCheckable(True)
        self.own.clicked.connect(lambda: self.happened.emit(Command.OWN_PACE))
        self.count = self._button(self.tr("Rep done"), Qt.Key.Key_Enter, keys)
        self.count.clicked.connect(lambda: self.happened.emit(Command.COUNT))
        self.sound = self._button(self.tr("Levels"), Qt.Key.Key_L, keys)
        self.sound.setCheckable(True)
        self.sound.clicked.connect(lambda: self.show_levels(open_=not self._levels_open))
        self.voice = Stepper(self.tr("Quieter voice"), self.tr("Louder voice"), keys)
        self.tones = Stepper(self.tr("Quieter tones"), self.tr("Louder tones"), keys)
        self.voice.stepped.connect(lambda step: self.level_stepped.emit(VOICE, step))
        self.tones.stepped.connect(lambda step: self.level_stepped.emit(TONES, step))
        self.note = Text("", SMALL, align=_MIDDLE)
        self._view: RunView | None = None
        keys.levels.connect(self.toggle_levels)
        keys.shorter.connect(lambda: self.pace_stepped.emit(-1))
        keys.longer.connect(lambda: self.pace_stepped.emit(1))
        self._lay_out()

    def _button(self, said: str, key: Qt.Key, keys: PlayerKeys) -> Button:
        button = Button(said, ButtonKind.QUIET, hint=key_name(key), compact=True)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        keys.watch(button)
        return button

    def _lay_out(self) -> None:
        row = FlowLayout(centred=True)
        for widget in (self.breath, self.own, self.count, self.voice, self.tones, self.sound):
            row.addWidget(widget)
        self._whole = QVBoxLayout(self)
        self._whole.setContentsMargins(0, 0, 0, 0)
        self._whole.addLayout(row)
        self._whole.addWidget(self.note)
        self.note.hide()
        self._show_groups()

    def arrange(self, theme: Theme, *, tight: bool) -> None:
        """Closer together where it is tight, and nothing while something else is asked."""
        self._whole.setSpacing(theme.space(2 if tight else 6))
        self._tight = tight
        self._show_row()

    def set_room(self, room: bool) -> bool:
        """Whether the window has room for the row; true where that changed what is shown. The
        keys hold without it, and levels that are open stay."""
        was_hidden, self._room = self.isHidden(), room
        self._show_row()
        return self.isHidden() is not was_hidden

    def _show_row(self) -> None:
        asks = self._tight and self._view is not None and self._view.question is not None
        shown = self._levels_open or (self._room and not asks)
        if self.isHidden() is shown:
            self.setVisible(shown)

    # ---- what is shown ----------------------------------------------------------------------
    def show_levels(self, *, open_: bool) -> None:
        """Levels instead of the pace, or back."""
        self._levels_open = open_
        self.sound.setChecked(open_)
        self._show_groups()

    def toggle_levels(self) -> None:
        """By key: the focus goes to the first of them, and back to where it was."""
        before = self.window().focusWidget()
        self.show_levels(open_=not self._levels_open)
        target = self.voice.less if self._levels_open else self._before
        self._before = before
        if target is not None:
            target.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def show_view(self, view: RunView) -> None:
        """Show what the exercise of this moment can be done by."""
        before, self._view = self._view, view
        if before is not None and _shown_of(before) == _shown_of(view):
            return
        self._room = True
        self.own.setChecked(bool(view.pace.own))
        self.count.set_kind(ButtonKind.PRIMARY if view.pace.waits else ButtonKind.SECONDARY)
        self._show_length()
        self._show_groups()

    def _show_groups(self) -> None:
        pace, levels = self._view.pace if self._view else None, self._levels_open
        shown = {
            self.breath: pace is not None and pace.breath and not levels,
            self.own: pace is not None and pace.own is not None and not levels,
            self.count: pace is not None and pace.counts,
            self.voice: levels,
            self.tones: levels,
        }
        for widget, visible in shown.items():
            if widget.isHidden() is visible:
                widget.setVisible(visible)
        self._show_row()

    def show_pace(self, choice: PaceChoice) -> None:
        """Show the breath, and once it was changed how long the session takes with it."""
        self._choice = choice
        value = words.breath_line(choice.inhale_ms, choice.exhale_ms)
        self.breath.show_value(value, less=choice.faster, more=choice.slower)
        self._show_length()

    def _show_length(self) -> None:
        choice = self._choice
        if choice is None:
            return
        length = self.tr("With this breath the whole session takes {time}.")
        if choice.longer:
            length = self.tr(
                "With this breath the whole session takes {time}: more than twelve minutes, and "
                "nothing is left out."
            )
        later = self._view is not None and self._view.pace.coming is not None
        start = self.tr("From the next set on.") if later else ""
        put(self.note, f"{start} {length.format(time=clock(choice.session_ms))}".strip())
        self.note.setHidden(not choice.changed)

    def show_loudness(self, voice: int, tones: int) -> None:
        """Show both levels."""
        for stepper, said, level in (
            (self.voice, self.tr("Voice {level} %"), voice),
            (self.tones, self.tr("Tones {level} %"), tones),
        ):
            stepper.show_value(said.format(level=level), less=level > 0, more=level < 100)


def _shown_of(view: RunView) -> tuple[object, ...]:
    return view.pace, view.name, view.question


class KeepPace(QWidget):
    """On the rate page: whether a breath that was changed stays; ``kept`` carries the answer."""

    kept = Signal(bool)

    def __init__(self, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.toggle = Toggle("", on=True)
        self.toggle.clicked.connect(self.kept)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(self.toggle)
        self.hide()

    def begin(self) -> None:
        """Another session: what is changed in it is kept unless it is said otherwise."""
        self.toggle.setChecked(True)

    def show_pace(self, choice: PaceChoice) -> None:
        """Ask only where the breath was changed."""
        breath = words.breath_line(choice.inhale_ms, choice.exhale_ms)
        self.toggle.setText(self.tr("Keep this breath: {breath}").format(breath=breath))
        self.setVisible(choice.changed)
