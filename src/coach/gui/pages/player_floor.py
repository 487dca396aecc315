"""Floor mode: one figure, one word, one number, readable across the room."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, Qt, Signal
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from coach.app.run_view import RunView
from coach.domain.scene import Scene
from coach.domain.session import RunStage
from coach.domain.terms import PhaseKind
from coach.gui.figure_frame import figure_frame
from coach.gui.pages import player_words as words
from coach.gui.pages.player_keys import PlayerKeys
from coach.gui.stills import figure_colors
from coach.gui.theme import Theme, Token, Weight, current_theme
from coach.gui.widgets.base import Themed, smooth_painter
from coach.gui.widgets.buttons import IconButton
from coach.gui.widgets.figure import FigureWidget

_FIGURE, _WORDS = 0.64, 0.34
_BAR = 0.018


class FloorPanel(Themed, QWidget):
    """Everything grows with the window. ``closed`` asks for the usual page."""

    closed = Signal()

    def __init__(self, keys: PlayerKeys, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._view: RunView | None = None
        self._note = ""
        self.figure = FigureWidget(figure_colors(current_theme()), self, solid=True)
        self.close_button = IconButton("x", self.tr("Leave floor mode"), parent=self)
        self.close_button.clicked.connect(self.closed)
        keys.watch(self.close_button)
        self.setAccessibleName(self.tr("Floor mode"))
        self.restyle(current_theme())

    def restyle(self, theme: Theme) -> None:
        self.figure.set_colors(figure_colors(theme))

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        super().resizeEvent(event)
        width, height = self.width(), self.height()
        self.figure.setGeometry(0, round(height * 0.03), width, round(height * (_FIGURE - 0.03)))
        side = self.close_button.sizeHint()
        self.close_button.setGeometry(
            QRect(width - side.width() - 12, 12, side.width(), side.height())
        )
        self.close_button.raise_()

    def show_unsaved(self, why: str) -> None:
        """One line in place of the effort question."""
        self._note = self.tr("Not saved yet, trying again.") if why else ""
        self.update()

    def show_moment(self, view: RunView, scene: Scene) -> None:
        """Show one moment."""
        self._view = view
        self.figure.set_frame(figure_frame(scene))
        self.figure.describe(view.name, words.cue_line(view))
        self.setAccessibleDescription(f"{self._word(view)} {view.seconds_left}")
        self.update()

    def _word(self, view: RunView) -> str:
        if view.stage is RunStage.RUNNING:
            return words.short_word(view.kind)
        return self.tr("paused")

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        if self._view is None:
            return
        theme = current_theme()
        painter = smooth_painter(self)
        self._paint_words(painter, theme, self._view)
        self._paint_line(painter, theme, self._view)
        self._paint_bar(painter, theme, self._view)
        painter.end()

    def _paint_words(self, painter: QPainter, theme: Theme, view: RunView) -> None:
        wide, high = self.width(), self.height()
        left, baseline = wide * 0.05, high * 0.87
        running = view.stage is RunStage.RUNNING
        font = self._font(theme, high * 0.14, Weight.BOLD, self._word(view), wide * 0.5)
        painter.setFont(font)
        painter.setPen(theme.color(Token.BREATH))
        painter.drawText(QRectF(left, 0, wide, baseline).bottomLeft(), self._word(view))
        if running:
            gap = QFontMetricsF(font).horizontalAdvance(self._word(view)) + wide * 0.07
            painter.setFont(self._font(theme, high * 0.14, Weight.SEMI_BOLD))
            painter.setPen(theme.color(Token.INK))
            painter.drawText(
                QRectF(left + gap, 0, wide, baseline).bottomLeft(), str(view.seconds_left)
            )
        self._paint_counts(painter, theme, view)

    def _paint_counts(self, painter: QPainter, theme: Theme, view: RunView) -> None:
        wide, high = self.width(), self.height()
        count = view.count
        big = f"{count.rep} / {count.reps}" if count.rep else ""
        if big:
            big = self.tr("{n} of {all}").format(n=count.rep, all=count.reps)
        parts = (words.set_line(count).lower(), words.side_word(view.side))
        small = "  ·  ".join(part for part in parts if part)
        right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        painter.setFont(self._font(theme, high * 0.072, Weight.SEMI_BOLD, big, wide * 0.3))
        painter.setPen(theme.color(Token.INK))
        painter.drawText(QRectF(0, high * 0.755, wide * 0.953, high * 0.09), right, big)
        painter.setFont(self._font(theme, high * 0.042, Weight.REGULAR, small, wide * 0.4))
        painter.setPen(theme.color(Token.SOFT))
        painter.drawText(QRectF(0, high * 0.85, wide * 0.953, high * 0.07), right, small)

    def _paint_line(self, painter: QPainter, theme: Theme, view: RunView) -> None:
        """One line under the figure: what waits for an answer, or what to do."""
        wide, high = self.width(), self.height()
        told = view.decided.sentence if view.decided else ""
        rests = words.welcome_line(view) if view.kind is PhaseKind.REST else ""
        text = self._note or words.pause_line(view) or told or rests or words.cue_line(view)
        if view.question is not None:
            keys = "   ".join(f"{o.key} {o.words}" for o in words.effort_options())
            text = f"{words.effort_question(view.question.name)}   {keys}"
        painter.setFont(self._font(theme, high * 0.036, Weight.MEDIUM, text, wide * 0.9))
        painter.setPen(theme.color(Token.SOFT))
        spot = QRectF(wide * 0.05, high * 0.655, wide * 0.9, high * 0.06)
        painter.drawText(spot, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, text)

    def _paint_bar(self, painter: QPainter, theme: Theme, view: RunView) -> None:
        wide, high = self.width(), self.height()
        thick = max(6.0, high * _BAR)
        weight = sum(part[0] for part in view.segments) or 1.0
        share = sum(part * fill for part, fill in view.segments) / weight
        painter.fillRect(QRectF(0, high - thick, wide, thick), theme.color(Token.LINE))
        painter.fillRect(QRectF(0, high - thick, wide * share, thick), theme.color(Token.BREATH))

    def _font(
        self, theme: Theme, size_px: float, weight: Weight, text: str = "", room: float = 0
    ) -> QFont:
        """As large as asked, smaller where the words would not fit into ``room``."""
        font = theme.font(size_px / theme.scale, weight)
        wide = QFontMetricsF(font).horizontalAdvance(text) if text else 0
        if wide > room > 0:
            font.setPixelSize(max(10, int(font.pixelSize() * room / wide)))
        return font
