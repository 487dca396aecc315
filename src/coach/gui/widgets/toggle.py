"""A switch with its words: on or off, at once."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPaintEvent
from PySide6.QtWidgets import QCheckBox, QSizePolicy, QWidget

from coach.gui.theme import Size, Theme, Token, current_theme
from coach.gui.widgets.base import FocusRing, Themed, draw_ring, fill_round, smooth_painter
from coach.gui.widgets.choice import draw_check

TRACK_PX = (44, 26)
GAP_PX = 12
_WRAP = int(Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft)


class Toggle(Themed, FocusRing, QCheckBox):
    """A check box drawn as a switch; the knob carries a check mark when on."""

    def __init__(self, text: str, *, on: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self.setChecked(on)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.restyle(current_theme())

    def restyle(self, theme: Theme) -> None:
        self.setFont(theme.font(Size.BODY))
        self.setMinimumHeight(theme.px(40))

    def _left_px(self) -> int:
        theme = current_theme()
        return theme.px(TRACK_PX[0]) + theme.space(GAP_PX)

    def hitButton(self, pos: object) -> bool:  # noqa: N802
        return True

    def heightForWidth(self, width: int) -> int:  # noqa: N802
        room = max(1, width - self._left_px())
        box = QFontMetrics(self.font()).boundingRect(0, 0, room, 10000, _WRAP, self.text())
        return max(self.minimumHeight(), box.height())

    def sizeHint(self) -> QSize:  # noqa: N802
        words = QFontMetrics(self.font()).horizontalAdvance(self.text()) + 2
        width = self._left_px() + min(words, current_theme().px(420))
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        metrics = QFontMetrics(self.font())
        widest = max(metrics.horizontalAdvance(word) for word in self.text().split() or [""])
        return QSize(self._left_px() + widest + 2, self.minimumHeight())

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        theme = current_theme()
        painter = smooth_painter(self)
        wide, high = (theme.px(side) for side in TRACK_PX)
        track = QRectF(0, (self.height() - high) / 2, wide, high)
        on = self.isChecked()
        fill_round(painter, track, high / 2, theme.color(Token.BREATH if on else Token.SOFT))
        pad = max(2, theme.px(3))
        side = high - 2 * pad
        left = wide - pad - side if on else pad
        knob = QRectF(left, track.top() + pad, side, side)
        fill_round(painter, knob, side / 2, theme.color(Token.CARD))
        if on:
            draw_check(painter, knob, theme, Token.BREATH)
        painter.setFont(self.font())
        painter.setPen(theme.color(Token.INK if self.isEnabled() else Token.SOFT))
        words = QRect(self._left_px(), 0, self.width() - self._left_px(), self.height())
        painter.drawText(words, _WRAP, self.text())
        if self.shows_ring():
            draw_ring(painter, QRectF(self.rect()), theme.space(10), theme.color(Token.INK), 2)
        painter.end()
