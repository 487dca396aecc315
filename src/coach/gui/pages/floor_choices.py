"""Big answers of floor mode, to be read from the mat and hit with a foot."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QPushButton, QWidget

from coach.app.run_view import RunView
from coach.domain.session import RunStage
from coach.domain.session_facts import Command, Event, GiveEffort, Report
from coach.domain.terms import Discomfort
from coach.gui.pages import floor_text
from coach.gui.pages import player_words as words
from coach.gui.pages.floor_plan import LEAST_TARGET_PX
from coach.gui.pages.player_keys import PlayerKeys
from coach.gui.pages.player_meaning import stands_plainly
from coach.gui.theme import Token, Weight, current_theme
from coach.gui.widgets.base import FocusRing, Themed, draw_ring, fill_round, mix, smooth_painter
from coach.gui.words import capital

translate = QCoreApplication.translate
_RADIUS_PX, _PAD_PX = 18.0, 10.0


@dataclass(frozen=True, slots=True)
class FloorChoice:
    """An event, its words and its key; the ``likely`` one stands out."""

    event: Event
    words: str
    key: str = ""
    likely: bool = False


class FloorButton(Themed, FocusRing, QPushButton):
    """Fills its place with its words, in several lines if need be."""

    def __init__(self, choice: FloorChoice, parent: QWidget) -> None:
        text = f"{choice.key}  {choice.words}" if choice.key.isdigit() else choice.words
        super().__init__(text, parent)
        self._likely = choice.likely
        self.size_px = 40.0
        self.setAccessibleName(choice.words)
        if choice.key:
            self.setAccessibleDescription(self.tr("Key: {key}").format(key=choice.key))
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        theme = current_theme()
        painter = smooth_painter(self)
        ground = theme.color(Token.ACCENT if self._likely else Token.CARD)
        ink = theme.color(Token.ON_ACCENT if self._likely else Token.INK)
        if self.isDown() or self.underMouse():
            ground = mix(ground, ink, 0.2 if self.isDown() else 0.08)
        rect = QRectF(self.rect())
        fill_round(painter, rect, _RADIUS_PX, ground, border=theme.color(Token.LINE))
        if self.shows_ring():
            inner = rect.adjusted(3, 3, -3, -3)
            draw_ring(painter, inner, _RADIUS_PX - 3, ink, 4)
        room = rect.adjusted(_PAD_PX, _PAD_PX / 2, -_PAD_PX, -_PAD_PX / 2)
        font = floor_text.fitted(theme, self.size_px, Weight.SEMI_BOLD, room, self.text())
        painter.setPen(ink)
        painter.setFont(font)
        middle = Qt.AlignmentFlag.AlignCenter.value | floor_text.WRAP.value
        painter.drawText(room, middle, self.text())
        painter.end()


class FloorChoices(QWidget):
    """``chosen`` carries an event of the session."""

    chosen = Signal(object)

    def __init__(self, keys: PlayerKeys, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._keys = keys
        self._shown: tuple[FloorChoice, ...] = ()
        self.buttons: list[FloorButton] = []
        self.size_px = 40.0

    def show_choices(self, choices: Sequence[FloorChoice]) -> None:
        """Offer these; nothing is built anew while they stay the same."""
        if tuple(choices) == self._shown:
            return
        held = any(button.hasFocus() for button in self.buttons)
        self._shown = tuple(choices)
        for button in self.buttons:
            button.hide()
            button.deleteLater()
        self.buttons = [self._made(choice) for choice in self._shown]
        parent = self.parentWidget()
        if held and parent is not None:
            parent.setFocus(Qt.FocusReason.OtherFocusReason)
        self.place()

    def _made(self, choice: FloorChoice) -> FloorButton:
        button = FloorButton(choice, self)
        button.clicked.connect(lambda _=False, event=choice.event: self.chosen.emit(event))
        self._keys.watch(button)
        button.show()
        return button

    def place(self) -> None:
        """Share the room: as many side by side as have at least twice the least height."""
        count = len(self.buttons)
        if not count:
            return
        columns = self._columns(count)
        rows = -(-count // columns)
        gap = 8
        wide = (self.width() - gap * (columns - 1)) / columns
        high = (self.height() - gap * (rows - 1)) / rows
        for at, button in enumerate(self.buttons):
            row, column = divmod(at, columns)
            left, top = int(column * (wide + gap)), int(row * (high + gap))
            button.size_px = self.size_px
            button.setGeometry(QRect(left, top, int(wide), int(high)))

    def _columns(self, count: int) -> int:
        if count <= 2:
            return 1 if self.width() < self.height() else count
        square = 4 if self.width() > 1.6 * self.height() and count > 4 else 2
        most = max(1, int(self.height() // (LEAST_TARGET_PX + 8)))
        return max(square, -(-count // most))

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        super().resizeEvent(event)
        self.place()


def floor_choices(view: RunView) -> tuple[FloorChoice, ...]:
    """What can be pressed now; empty where a tap anywhere is enough."""
    actions = words.pause_actions(view)
    if actions:
        return tuple(
            FloorChoice(Command(name), said, likely=at == 0)
            for at, (name, said) in enumerate(actions)
        )
    if view.question is not None and view.stage is RunStage.RUNNING:
        return tuple(
            FloorChoice(GiveEffort(effort), capital(words.felt_word(effort)), key)
            for key, effort in words.EFFORT_KEYS.items()
        )
    return _while_paused() if stands_plainly(view) else ()


def _while_paused() -> tuple[FloorChoice, ...]:
    return (
        FloorChoice(Command.RESUME, translate("player", "Continue"), likely=True),
        FloorChoice(Command.BACK, translate("player", "Back")),
        FloorChoice(Command.SKIP, translate("player", "Skip")),
        FloorChoice(Command.STOP, translate("player", "Stop"), "S"),
        FloorChoice(Report(Discomfort.SHARP), translate("player", "This hurts"), "P"),
        FloorChoice(Report(Discomfort.TINGLING), translate("player", "Tingling"), "T"),
        FloorChoice(Report(Discomfort.DIZZY), translate("player", "Dizzy"), "D"),
        FloorChoice(Report(Discomfort.WRONG), translate("player", "Something is wrong"), "W"),
    )
