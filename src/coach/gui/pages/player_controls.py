"""The buttons of the running set and the line that tells its keys."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from coach.app.run_view import RunView
from coach.domain.session import RunStage
from coach.domain.session_facts import Command, Report
from coach.domain.terms import Discomfort
from coach.gui.pages import player_words as words
from coach.gui.pages.player_head import put
from coach.gui.pages.player_keys import PlayerKeys, toggled
from coach.gui.theme import Theme
from coach.gui.widgets.buttons import Button, ButtonKind
from coach.gui.widgets.flow import FlowLayout
from coach.gui.widgets.text import SMALL, Text
from coach.gui.words import key_name


class RunControls(QWidget):
    """``happened`` carries an event of the session."""

    happened = Signal(object)

    def __init__(self, keys: PlayerKeys, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._view: RunView | None = None
        self._tight = False
        self._keys_line = ""
        self._make_buttons()
        self.hint_label = Text("", SMALL, align=Qt.AlignmentFlag.AlignHCenter)
        self._whole = QVBoxLayout(self)
        self._whole.setContentsMargins(0, 0, 0, 0)
        self._rows = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._rows.addStretch(0)
        for group in (self.buttons[:3], self.buttons[3:]):
            row = FlowLayout(centred=True)
            for button in group:
                row.addWidget(button)
                keys.watch(button)
            self._rows.addLayout(row)
        self._rows.addStretch(0)
        self._whole.addLayout(self._rows)
        self._whole.addWidget(self.hint_label)

    def _make_buttons(self) -> None:
        self.back = Button(self.tr("Back"), icon_name="skip-back")
        self.pause = Button(self.tr("Pause"), ButtonKind.INK, icon_name="pause")
        self.skip = Button(self.tr("Skip"), icon_name="skip-forward")
        self.hurts = Button(self.tr("Stop, this hurts"), ButtonKind.DANGER)
        self.tingling = Button(self.tr("Tingling"), ButtonKind.QUIET)
        self.dizzy = Button(self.tr("Dizzy"), ButtonKind.QUIET)
        self.wrong = Button(self.tr("Something is wrong"), ButtonKind.QUIET)
        events = {
            self.back: Command.BACK,
            self.skip: Command.SKIP,
            self.hurts: Report(Discomfort.SHARP),
            self.tingling: Report(Discomfort.TINGLING),
            self.dizzy: Report(Discomfort.DIZZY),
            self.wrong: Report(Discomfort.WRONG),
        }
        for button, event in events.items():
            button.clicked.connect(lambda _=False, event=event: self.happened.emit(event))
        self._name_keys()
        self.pause.clicked.connect(self._toggle)
        moving, body = (self.back, self.pause, self.skip), (self.hurts, self.tingling, self.dizzy)
        self.buttons = (*moving, *body, self.wrong)

    def _name_keys(self) -> None:
        """The keys that the line below does not tell, and those that it does."""
        keys = {
            self.back: Qt.Key.Key_Left,
            self.pause: Qt.Key.Key_Space,
            self.skip: Qt.Key.Key_Right,
            self.hurts: Qt.Key.Key_P,
            self.tingling: Qt.Key.Key_T,
            self.dizzy: Qt.Key.Key_D,
            self.wrong: Qt.Key.Key_W,
        }
        for button, key in keys.items():
            button.set_key(key_name(key))

    def arrange(self, theme: Theme, *, tight: bool) -> None:
        """Moving about and what the body says: in one row, or in two where it is tight."""
        below, beside = QBoxLayout.Direction.TopToBottom, QBoxLayout.Direction.LeftToRight
        self._rows.setDirection(below if tight else beside)
        self._rows.setSpacing(theme.space(8 if tight else 36))
        self._whole.setSpacing(theme.space(6 if tight else 18))
        self._tight = tight
        self._show_line()

    def set_voice(self, *, on: bool, muted: bool, silent: bool) -> None:
        """What the line of keys says about the sound; ``silent`` is a machine without any."""
        if silent:
            sound = self.tr("no sound here, follow the ring")
        elif muted:
            sound = self.tr("M sound off")
        else:
            sound = self.tr("V voice on") if on else self.tr("V voice off")
            mutes = self.tr("M mutes")
            sound = f"{sound}  ·  {mutes}"
        keys = self.tr("Space pauses  ·  ← → move by one set  ·  S stops  ·  F floor mode")
        self._keys_line = f"{keys}  ·  {sound}"
        self._show_line()

    def _show_line(self) -> None:
        """The keys; in a rest those of the effort, which have room in a tight window too."""
        welcome = words.welcome_line(self._view) if self._view else ""
        put(self.hint_label, welcome or self._keys_line)
        if self.hint_label.isHidden() is not (self._tight and not welcome):
            self.hint_label.setHidden(self._tight and not welcome)

    def show_view(self, view: RunView) -> None:
        """Pause while time runs, continue while it stands."""
        self._view = view
        running = view.stage is RunStage.RUNNING
        text = self.tr("Pause") if running else self.tr("Continue")
        if self.pause.text() != text:
            self.pause.setText(text)
            self.pause.set_icon_name("pause" if running else "play")
        self._show_line()

    def _toggle(self) -> None:
        if self._view is not None:
            self.happened.emit(toggled(self._view))
