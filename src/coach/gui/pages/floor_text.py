"""Words as large as their place allows, painted in floor mode."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF

from coach.gui.theme import Theme, Token, Weight

_LEAST_PX = 10.0
_STEP = 0.94
WRAP = Qt.TextFlag.TextWordWrap


@dataclass(frozen=True, slots=True)
class Line:
    """Words with their place, font, side and colour."""

    text: str
    room: QRectF
    font: QFont
    side: Qt.AlignmentFlag
    token: Token


def sized(theme: Theme, size_px: float, weight: Weight) -> QFont:
    """A font of that many pixels, whatever the text size: this page grows with the window."""
    return theme.font(size_px / theme.scale, weight)


def fits(font: QFont, room: QRectF, text: str, flags: int) -> bool:
    """Whether the words stay inside ``room``."""
    box = QFontMetricsF(font).boundingRect(QRectF(0, 0, room.width(), 10_000), flags, text)
    return box.width() <= room.width() + 1 and box.height() <= room.height() + 1


def fitted(
    theme: Theme, size_px: float, weight: Weight, room: QRectF, text: str, *, wrap: bool = True
) -> QFont:
    """As large as asked, smaller where the words would not fit into ``room``."""
    flags = WRAP.value if wrap else 0
    font = sized(theme, size_px, weight)
    while size_px > _LEAST_PX and not fits(font, room, text, flags):
        size_px = max(_LEAST_PX, size_px * _STEP)
        font = sized(theme, size_px, weight)
    return font
