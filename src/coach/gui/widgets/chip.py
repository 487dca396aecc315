"""Chips: a few words on a soft, rounded ground. They wrap rather than clip."""

from __future__ import annotations

from enum import StrEnum

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from coach.gui.theme import Size, Theme, Token, Weight, current_theme
from coach.gui.widgets.base import fill_round, smooth_painter
from coach.gui.widgets.text import Text, TextStyle


class ChipKind(StrEnum):
    """Breath for good news and facts, accent for what needs care, neutral for the rest."""

    BREATH = "breath"
    ACCENT = "accent"
    NEUTRAL = "neutral"


_COLORS = {
    ChipKind.BREATH: (Token.BREATH, Token.BREATH_SOFT),
    ChipKind.ACCENT: (Token.ACCENT, Token.ACCENT_SOFT),
    ChipKind.NEUTRAL: (Token.INK, Token.LINE),
}


class Chip(Text):
    """A ``Text`` on a pill. The words carry the meaning, the colour only supports it."""

    def __init__(
        self, text: str, kind: ChipKind = ChipKind.BREATH, *, parent: QWidget | None = None
    ) -> None:
        self._kind = kind
        style = TextStyle(Size.SMALL, Weight.SEMI_BOLD, _COLORS[kind][0], leading=1.3)
        super().__init__(text, style, parent=parent)
        self.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Minimum)

    def set_kind(self, kind: ChipKind) -> None:
        """Change the colour pair."""
        self._kind = kind
        self.set_style(TextStyle(Size.SMALL, Weight.SEMI_BOLD, _COLORS[kind][0], leading=1.3))

    def restyle(self, theme: Theme) -> None:
        super().restyle(theme)
        across, along = theme.space(12), theme.space(5)
        self.setContentsMargins(across, along, across, along)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        theme = current_theme()
        painter = smooth_painter(self)
        radius = min(self.height() / 2, float(theme.px(16)))
        fill_round(painter, QRectF(self.rect()), radius, theme.color(_COLORS[self._kind][1]))
        painter.end()
        super().paintEvent(event)
