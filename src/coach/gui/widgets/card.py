"""Grounds that hold other widgets: the card of the design, and the still frame of a picture."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from coach.gui.theme import Theme, Token, current_theme
from coach.gui.widgets.base import Themed, fill_round, smooth_painter
from coach.gui.widgets.text import SMALL, TITLE, Text

RADIUS_PX = 20
PADDING_PX = 24


class Card(Themed, QWidget):
    """A ground with 20 px corners and no border; ``body`` is its vertical layout."""

    def __init__(
        self,
        title: str = "",
        *,
        note: str = "",
        token: Token = Token.CARD,
        padding_px: int = PADDING_PX,
        radius_px: int = RADIUS_PX,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._token = token
        self._padding_px = padding_px
        self._radius_px = radius_px
        self.body = QVBoxLayout(self)
        self._top = QVBoxLayout()
        self.head = QHBoxLayout()
        if title:
            self._add_title(title, note)
        Card.restyle(self, current_theme())  # a subclass restyles once its own parts stand

    def _add_title(self, title: str, note: str) -> None:
        """The title stands left in ``head``; chips may be added right of it."""
        self.title = Text(title, TITLE)
        self.setAccessibleName(title)
        self.title.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.head.addWidget(self.title, 1)
        self._top.addLayout(self.head)
        self.body.addLayout(self._top)
        if note:
            self.note = Text(note, SMALL)
            self._top.addWidget(self.note)

    def restyle(self, theme: Theme) -> None:
        pad = theme.space(self._padding_px)
        self.body.setContentsMargins(pad, pad, pad, pad)
        self.body.setSpacing(theme.space(8))
        self.head.setSpacing(theme.space(8))
        self._top.setSpacing(theme.space(2))
        self._top.setContentsMargins(0, 0, 0, theme.space(6))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        theme = current_theme()
        painter = smooth_painter(self)
        radius = theme.space(self._radius_px)
        fill_round(painter, QRectF(self.rect()), radius, theme.color(self._token))
        painter.end()
