"""Floor mode: one figure, one word, one number, readable across the room."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from coach.app.run_view import RunView
from coach.domain.scene import Scene
from coach.domain.session import RunStage
from coach.gui.figure_frame import figure_frame
from coach.gui.pages import floor_text, floor_words
from coach.gui.pages import player_words as words
from coach.gui.pages.floor_choices import FloorChoices, floor_choices
from coach.gui.pages.floor_plan import WORD_SHARE, FloorPlan, Shown, floor_plan, needed_px
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
        font = floor_text.sized(current_theme(), self._needed_px, Weight.SEMI_BOLD)
        if floor_text.fits(font, plan.message, self._message, floor_text.WRAP.value):
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
    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        if self._view is None:
            return
        theme, plan = current_theme(), self.plan
        painter = smooth_painter(self)
        self._paint_message(painter, theme, plan)
        if self._running:
            self._paint_word(painter, theme, plan, self._view)
            self._paint_count(painter, theme, plan, self._view)
        self._paint_bar(painter, theme, plan, self._view)
        self._paint_note(painter, theme)
        painter.end()

    def _paint_message(self, painter: QPainter, theme: Theme, plan: FloorPlan) -> None:
        room = plan.message
        font = floor_text.fitted(theme, self._needed_px, Weight.SEMI_BOLD, room, self._message)
        painter.setPen(theme.color(Token.INK))
        floor_text.draw(painter, room, font, self._message, _LEFT | _MIDDLE)

    def _paint_word(self, painter: QPainter, theme: Theme, plan: FloorPlan, view: RunView) -> None:
        """The phase and its seconds, in one line as large as fits."""
        room, said, left = plan.word, floor_words.word(view), floor_words.number(view)
        both = f"{said}   {left}"
        large = max(self._needed_px, self.height() * WORD_SHARE)
        font = floor_text.fitted(theme, large, Weight.BOLD, room, both, wrap=False)
        painter.setPen(theme.color(Token.BREATH))
        painter.setFont(font)
        painter.drawText(room, (_LEFT | _MIDDLE).value, said)
        gap = painter.fontMetrics().horizontalAdvance(f"{said}   ")
        painter.setPen(theme.color(Token.INK))
        painter.drawText(room.adjusted(gap, 0, 0, 0), (_LEFT | _MIDDLE).value, left)

    def _paint_count(self, painter: QPainter, theme: Theme, plan: FloorPlan, view: RunView) -> None:
        """Rep and side, or the set where both work."""
        upper = QRectF(plan.count)
        upper.setHeight(plan.count.height() / 2)
        lower = upper.translated(0, upper.height())
        side = _LEFT if plan.tall else _RIGHT
        rows = (
            (upper, floor_words.rep(view), Token.INK, Weight.SEMI_BOLD),
            (lower, floor_words.place(view), Token.SOFT, Weight.MEDIUM),
        )
        for room, text, token, weight in rows:
            font = floor_text.fitted(theme, self._needed_px, weight, room, text, wrap=False)
            painter.setFont(font)
            painter.setPen(theme.color(token))
            painter.drawText(room, (side | _MIDDLE).value, text)

    def _paint_bar(self, painter: QPainter, theme: Theme, plan: FloorPlan, view: RunView) -> None:
        weight = sum(part[0] for part in view.segments) or 1.0
        share = sum(part * fill for part, fill in view.segments) / weight
        done = QRectF(plan.bar)
        done.setWidth(plan.bar.width() * share)
        painter.fillRect(plan.bar, theme.color(Token.LINE))
        painter.fillRect(done, theme.color(Token.BREATH))

    def _paint_note(self, painter: QPainter, theme: Theme) -> None:
        if self._note:
            painter.setFont(theme.font(13, Weight.MEDIUM))
            painter.setPen(theme.color(Token.SOFT))
            room = QRectF(12, 0, self.width() - 24, self.height() * 0.03)
            painter.drawText(room, (_LEFT | _MIDDLE).value, self._note)
