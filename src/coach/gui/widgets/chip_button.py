"""What chips to press share: words on a rounded ground that wrap rather than clip."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRectF, QSize, Qt
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QSizePolicy, QWidget

from coach.gui.theme import Size, Theme, Token, Weight, current_theme
from coach.gui.widgets.base import FocusRing, Themed, draw_ring, fill_round, smooth_painter
from coach.gui.widgets.text import TextStyle

if TYPE_CHECKING:
    _Mixed = QAbstractButton
else:
    _Mixed = object

WORDS = TextStyle(Size.SMALL, Weight.SEMI_BOLD, leading=1.3)
RADIUS_PX = 16


@dataclass(frozen=True, slots=True)
class Pick:
    """One chip: the id told by the signal, its words, a note for tool tip and screen reader."""

    id: str
    words: str
    note: str = ""


class ChipButton(Themed, FocusRing, _Mixed):
    """Mixin before a checkable button; the chosen one has a ground and an edge of the breath
    colour. A class calls ``assemble`` at the end of its ``__init__``."""

    padding_px = (14, 8)
    _row: QHBoxLayout

    def assemble(self, pick: Pick, *parts: QWidget) -> None:
        """Put the parts side by side, and name the chip."""
        self._row = QHBoxLayout(self)
        for part in parts:
            part.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
            self._row.addWidget(part)
        self.setAccessibleName(pick.words)
        self.setAccessibleDescription(pick.note)
        self.setToolTip(pick.note)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        policy = QSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.restyle(current_theme())

    def restyle(self, theme: Theme) -> None:
        across, along = (theme.space(px) for px in self.padding_px)
        self._row.setContentsMargins(across, along, across, along)
        self._row.setSpacing(theme.space(6))

    def sizeHint(self) -> QSize:  # noqa: N802
        return self._row.sizeHint()

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        return self._row.minimumSize()

    def heightForWidth(self, width: int) -> int:  # noqa: N802
        return self._row.heightForWidth(width)

    def hitButton(self, pos: QPoint) -> bool:  # noqa: N802
        return self.rect().contains(pos)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        theme = current_theme()
        painter = smooth_painter(self)
        rect = QRectF(self.rect())
        radius = min(self.height() / 2, float(theme.px(RADIUS_PX)))
        chosen = self.isChecked()
        ground = theme.color(Token.BREATH_SOFT) if chosen else None
        edge = theme.color(Token.BREATH if chosen or self.underMouse() else Token.LINE)
        fill_round(painter, rect, radius, ground, border=edge, border_px=2 if chosen else 1)
        if self.shows_ring():
            inner = rect.adjusted(3, 3, -3, -3)
            draw_ring(painter, inner, max(0.0, radius - 3), theme.color(Token.INK), 2)
        painter.end()
