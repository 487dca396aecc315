"""The two taps after tingling (N1-N3): how strong, how it goes on, and what that comes to."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from coach.app.run_view import RunView, TinglingStep, TinglingView, Told
from coach.domain.session_facts import Command, Event, Report
from coach.domain.terms import Discomfort
from coach.gui.page import ScrollPage
from coach.gui.pages import player_words as words
from coach.gui.pages.player_keys import PlayerKeys
from coach.gui.pages.player_notice import told_card
from coach.gui.theme import Theme, current_theme
from coach.gui.widgets.advice_card import AdviceCard, CardModel
from coach.gui.widgets.base import Themed
from coach.gui.widgets.breath_ring import BreathRing, RingState
from coach.gui.widgets.buttons import Button, ButtonKind
from coach.gui.widgets.choice import ChoiceButton
from coach.gui.widgets.flow import FlowLayout
from coach.gui.words import key_name

_WIDTH_PX = 900
_RING_PX, _RING_TIGHT_PX, _TIGHT_BELOW_PX = 132, 92, 620
_COLUMN_PX = 220
"""An answer needs this width at least; in fewer columns where there is less."""


class _Taps(Themed, QWidget):
    """Big answers, ``columns`` side by side where there is room; ``tapped`` carries an event."""

    tapped = Signal(object)

    def __init__(self, options: Sequence[words.TapOption], keys: PlayerKeys, columns: int) -> None:
        super().__init__()
        self._columns = columns
        self.buttons: list[ChoiceButton] = []
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        for option in options:
            button = ChoiceButton(option.words, note=option.note, key=option.key)
            button.setCheckable(False)
            button.clicked.connect(lambda _=False, event=option.event: self.tapped.emit(event))
            keys.watch(button)
            self.buttons.append(button)
        self.restyle(current_theme())

    def restyle(self, theme: Theme) -> None:
        self._grid.setSpacing(theme.space(12))
        columns = max(1, min(self._columns, self.width() // theme.px(_COLUMN_PX)))
        for at, button in enumerate(self.buttons):
            self._grid.addWidget(button, at // columns, at % columns)
        for column in range(self._columns):
            self._grid.setColumnStretch(column, 1 if column < columns else 0)

    def resizeEvent(self, event: object) -> None:  # noqa: N802
        super().resizeEvent(event)  # type: ignore[arg-type]
        self.restyle(current_theme())


class TinglingPanel(ScrollPage):
    """``happened`` carries events of the session. Nothing here covers a running set: time
    stands until the questions are answered or left."""

    happened = Signal(object)

    def __init__(self, keys: PlayerKeys, *, parent: QWidget | None = None) -> None:
        super().__init__(max_width_px=_WIDTH_PX, centred=True, parent=parent)
        self._keys = keys
        self._shown: object = None
        self.ring = BreathRing()
        self.ring.setAccessibleName(self.tr("Since stopping"))
        self.tools.addWidget(self.ring)
        self.strength = _Taps(words.strength_options(), keys, columns=3)
        self.aftermath = _Taps(words.aftermath_options(), keys, columns=2)
        self.told = AdviceCard(CardModel(""))
        for part in (self.told, self.strength, self.aftermath):
            self.body.addWidget(part)
        self._add_buttons()
        for taps in (self.strength, self.aftermath):
            taps.tapped.connect(self.happened)
        keys.watch(self.told.why.button)
        self.restyle(current_theme())

    def _add_buttons(self) -> None:
        self.go_on = Button(self.tr("Go on"), ButtonKind.PRIMARY)
        self.questions = Button(self.tr("What to do now"), ButtonKind.PRIMARY)
        self.again = Button(self.tr("Change the answers"))
        self.leave = Button(self.tr("Go on without answering"), ButtonKind.QUIET)
        self.dizzy = Button(self.tr("Dizzy"), ButtonKind.QUIET)
        self.wrong = Button(self.tr("Something is wrong"), ButtonKind.QUIET)
        told: dict[Button, tuple[Event, Qt.Key]] = {
            self.go_on: (Command.RESUME, Qt.Key.Key_Space),
            self.questions: (Command.RECHECK, Qt.Key.Key_Space),
            self.again: (Command.BACK, Qt.Key.Key_Left),
            self.leave: (Command.SKIP, Qt.Key.Key_Right),
            self.dizzy: (Report(Discomfort.DIZZY), Qt.Key.Key_D),
            self.wrong: (Report(Discomfort.WRONG), Qt.Key.Key_W),
        }
        row = FlowLayout()
        for button, (event, key) in told.items():
            button.set_key(key_name(key))
            button.clicked.connect(lambda _=False, event=event: self.happened.emit(event))
            self._keys.watch(button)
            row.addWidget(button)
        self.body.addLayout(row)

    def restyle(self, theme: Theme) -> None:
        super().restyle(theme)
        tight = self.height() < theme.px(_TIGHT_BELOW_PX)
        side = theme.px(_RING_TIGHT_PX if tight else _RING_PX)
        if tight:
            margins = self._inside.contentsMargins()
            along = theme.space(12)
            self._inside.setContentsMargins(margins.left(), along, margins.right(), along)
            self._inside.setSpacing(theme.space(10))
            self.body.setSpacing(theme.space(12))
        self.ring.setFixedSize(side, side)

    def show_view(self, view: RunView) -> None:
        """Show the tap that is next, or what both came to."""
        asked = view.tingling
        if asked is None:
            return
        self._show_ring(asked)
        step = (asked.step, asked.name, asked.side, view.decided)
        if step != self._shown:
            self._shown = step
            self._show_step(asked, view.decided)

    def _show_ring(self, asked: TinglingView) -> None:
        self.ring.setHidden(asked.step is TinglingStep.TOLD)
        self.ring.show_state(
            RingState(
                fraction=asked.fraction,
                number=str(asked.seconds),
                word=self.tr("seconds"),
            )
        )

    def _heading(self, asked: TinglingView) -> tuple[str, str]:
        match asked.step:
            case TinglingStep.STRENGTH:
                return self.tr("How strong was it at most?"), ""
            case TinglingStep.AFTERMATH:
                return (
                    self.tr("And now?"),
                    self.tr("Rest as you like. Answer at once, or wait for the minute to pass."),
                )
            case TinglingStep.TOLD:
                return self.tr("Thank you"), ""

    def _show_step(self, asked: TinglingView, decided: Told | None) -> None:
        heading, subtitle = self._heading(asked)
        side = words.side_word(asked.side)
        crumb = "  ·  ".join(part for part in (self.tr("Tingling"), asked.name, side) if part)
        self.set_heading(heading, subtitle, crumb=crumb)
        self._show_parts(asked)
        if decided is not None:
            self.told.show_model(told_card(decided))
        self.scroll_to_top()
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        told = decided.sentence if decided and not self.told.isHidden() else subtitle
        if self.isVisible():
            said = f"{heading} {told}".strip()
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, said))

    def _show_parts(self, asked: TinglingView) -> None:
        done = asked.step is TinglingStep.TOLD
        for part, shown in (
            (self.told, asked.step is not TinglingStep.AFTERMATH),
            (self.strength, asked.step is TinglingStep.STRENGTH),
            (self.aftermath, asked.step is TinglingStep.AFTERMATH),
            (self.go_on, done and not asked.ends_session),
            (self.questions, asked.ends_session),
            (self.again, done and not asked.ends_session),
            (self.leave, not done),
        ):
            part.setVisible(shown)
