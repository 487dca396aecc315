"""Floor mode: one figure, one word, one number, readable across the room."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from coach.app.run_view import RunView
from coach.domain.scene import Scene
from coach.domain.session import RunStage
from coach.gui.figure_frame import figure_frame
from coach.gui.pages import floor_words
from coach.gui.pages import player_words as words
from coach.gui.pages.floor_choices import FloorChoices, floor_choices
from coach.gui.pages.floor_plan import WORD_SHARE, FloorPlan, Shown, floor_plan, needed_px
from coach.gui.pages.floor_text import WRAP, Line, fits, fitted, sized
from coach.gui.pages.player_keys import PlayerKeys
from coach.gui.pages.player_meaning import tap_of
from coach.gui.stills import figure_colors
from coach.gui.theme import Theme, Token, Weight, current_theme
from coach.gui.widgets.base import Themed, smooth_painter
from coach.gui.widgets.buttons import IconButton
from coach.gui.widgets.figure import FigureWidget

_LEFT = Qt.AlignmentFlag.AlignLeft
_RIGHT = Qt.AlignmentFlag.AlignRight
_MIDDLE = Qt.AlignmentFlag.AlignVCenter


class _Close(IconButton):
    """As large as its place asks for."""

    def _icon_px(self) -> int:
        return round(self.height() * 0.45)


class FloorPanel(Themed, QWidget):
    """Everything grows with the window. ``happened`` carries events of the session: a tap pauses
    and goes on, choices stand where something is asked. ``closed`` asks for the usual page."""

    happened = Signal(object)
    closed = Signal()

    def __init__(self, keys: PlayerKeys, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._view: RunView | None = None
        self._note = self._message = ""
        self._down = False
        self.figure = FigureWidget(figure_colors(current_theme()), self, solid=True)
        self.choices = FloorChoices(keys, parent=self)
        self.choices.chosen.connect(self.happened)
        self.close_button = _Close("x", self.tr("Leave floor mode"), parent=self)
        self.close_button.clicked.connect(self.closed)
        keys.watch(self.close_button)
        self.setAccessibleName(self.tr("Floor mode"))
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.restyle(current_theme())

    def restyle(self, theme: Theme) -> None:
        self.figure.set_colors(figure_colors(theme))

    @property
    def plan(self) -> FloorPlan:
        """Where everything stands now."""
        running = self._view is not None and self._view.stage is RunStage.RUNNING
        beside = Shown(bool(self._message), choices=bool(self.choices.buttons), band=running)
        plan = floor_plan(self.width(), self.height(), beside)
        font = sized(current_theme(), self._needed_px, Weight.SEMI_BOLD)
        if fits(font, plan.message, self._message, WRAP.value):
            return plan
        return floor_plan(self.width(), self.height(), replace(beside, figure=False))

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        """Give figure and choices the room that this moment leaves them."""
        plan = self.plan
        self.figure.setVisible(not plan.figure.isEmpty())
        if not plan.figure.isEmpty():
            self.figure.setGeometry(plan.figure.toRect())
        self.choices.setVisible(bool(self.choices.buttons))
        self.choices.size_px = needed_px(self.width(), self.height())
        self.choices.setGeometry(plan.choices.toRect())
        self.choices.place()
        self.close_button.setGeometry(plan.close.toRect())
        self.close_button.raise_()
        self.update()

    @property
    def _needed_px(self) -> float:
        return needed_px(self.width(), self.height())

    def show_unsaved(self, why: str) -> None:
        """One small line in a corner: nothing has to be done about it."""
        self._note = self.tr("Not saved yet, trying again.") if why else ""
        self.update()

    def show_moment(self, view: RunView, scene: Scene) -> None:
        """Show one moment."""
        before = (self._message, self.choices.buttons, self._running)
        self._view = view
        self._message = floor_words.message(view)
        self.choices.show_choices(floor_choices(view))
        if (self._message, self.choices.buttons, self._running) != before:
            self._arrange()
        self.figure.set_frame(figure_frame(scene))
        self.figure.describe(view.name, words.cue_line(view))
        told = " ".join(
            part
            for part in (floor_words.word(view), floor_words.number(view), self._message)
            if part
        )
        if told != self.accessibleDescription():
            self.setAccessibleDescription(told)
            self.update()

    @property
    def _running(self) -> bool:
        return self._view is not None and self._view.stage is RunStage.RUNNING

    # ---- a tap -------------------------------------------------------------------------------
    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        self._down = event.button() is Qt.MouseButton.LeftButton

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """The second half of a double click is the same tap."""

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        down, self._down = self._down, False
        meaning = tap_of(self._view) if self._view is not None else None
        if down and meaning is not None and self.rect().contains(event.position().toPoint()):
            self.happened.emit(meaning)

    # ---- painting ----------------------------------------------------------------------------
    def lines(self) -> list[Line]:
        """All that is written now, as it is painted."""
        if self._view is None:
            return []
        view, plan = self._view, self.plan
        lines = [self._line(plan.message, self._message, _LEFT, Token.INK)]
        if self._running:
            side = _LEFT if plan.tall else _RIGHT
            upper = QRectF(plan.count)
            upper.setHeight(plan.count.height() / 2)
            lower = upper.translated(0, upper.height())
            lines += self._word_lines(plan.word, floor_words.word(view), floor_words.number(view))
            lines.append(self._line(upper, floor_words.rep(view), side, Token.INK))
            lines.append(self._line(lower, floor_words.place(view), side, Token.SOFT))
        return [line for line in lines if line.text]

    def _line(self, room: QRectF, text: str, side: Qt.AlignmentFlag, token: Token) -> Line:
        font = fitted(current_theme(), self._needed_px, Weight.SEMI_BOLD, room, text)
        return Line(text, room, font, side, token)

    def _word_lines(self, room: QRectF, said: str, left: str) -> list[Line]:
        """The phase and its seconds, side by side as large as fits."""
        large = max(self._needed_px, self.height() * WORD_SHARE)
        gap = "   "
        font = fitted(current_theme(), large, Weight.BOLD, room, f"{said}{gap}{left}", wrap=False)
        wide = QFontMetricsF(font).horizontalAdvance(f"{said}{gap}")
        return [
            Line(said, room, font, _LEFT, Token.BREATH),
            Line(left, room.adjusted(wide, 0, 0, 0), font, _LEFT, Token.INK),
        ]

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        if self._view is None:
            return
        theme = current_theme()
        painter = smooth_painter(self)
        for line in self.lines():
            painter.setPen(theme.color(line.token))
            painter.setFont(line.font)
            painter.drawText(line.room, (line.side | _MIDDLE | WRAP).value, line.text)
        self._paint_bar(painter, theme, self.plan, self._view)
        self._paint_note(painter, theme)
        painter.end()

    def _paint_bar(self, painter: QPainter, theme: Theme, plan: FloorPlan, view: RunView) -> None:
        weight = sum(part[0] for part in view.segments) or 1.0
        share = sum(part * fill for part, fill in view.segments) / weight
        done = QRectF(plan.bar)
        done.setWidth(plan.bar.width() * share)
        painter.fillRect(plan.bar, theme.color(Token.LINE))
        painter.fillRect(done, theme.color(Token.BREATH))

    def _paint_note(self, painter: QPainter, theme: Theme) -> None:
        if self._note:
            room = QRectF(12, 0, self.width() - 24, self.height() * 0.03)
            painter.setFont(sized(theme, room.height() * 0.8, Weight.MEDIUM))
            painter.setPen(theme.color(Token.SOFT))
            painter.drawText(room, (_LEFT | _MIDDLE).value, self._note)
