"""Stills of exercises as pixmaps in the colours of the theme."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPixmap

from coach.domain.book import Book
from coach.domain.scene import still
from coach.domain.terms import Side
from coach.gui.figure_frame import figure_frame
from coach.gui.theme import Theme, Token
from coach.gui.widgets.figure import FigureColors, paint_figure


def figure_colors(theme: Theme, ground: Token = Token.BACKGROUND) -> FigureColors:
    """The figure's colours on a ground."""
    return FigureColors(
        near=theme.color(Token.FIGURE_NEAR),
        far=theme.color(Token.FIGURE_FAR),
        outline=theme.color(ground),
        accent=theme.color(Token.GLOW),
        line=theme.color(Token.LINE),
        prop=theme.color(Token.PROP),
        metal=theme.color(Token.METAL),
    )


class Stills:
    """Makes stills on demand; each is drawn again for every size and theme it is asked in."""

    def __init__(self, book: Book) -> None:
        self._book = book

    def pixmap(
        self,
        exercise: str,
        variant: str,
        theme: Theme,
        size_px: tuple[int, int],
        *,
        ratio: float = 1.0,
        ground: Token = Token.BACKGROUND,
        side: Side = Side.RIGHT,
    ) -> QPixmap:
        """A transparent pixmap of ``size_px`` (logical) at the device pixel ratio ``ratio``."""
        width, height = size_px
        made = QPixmap(round(width * ratio), round(height * ratio))
        made.setDevicePixelRatio(ratio)
        made.fill(Qt.GlobalColor.transparent)
        scene = still(self._book.catalog[exercise], variant, side)
        painter = QPainter(made)
        inset = QRectF(0, 0, width, height).adjusted(width * 0.04, 6, -width * 0.04, -6)
        paint_figure(painter, inset, figure_frame(scene), figure_colors(theme, ground))
        painter.end()
        return made
