"""The positions of an exercise from above, with captions; the one on show is marked."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from coach.gui.theme import Size, Theme, Token, current_theme
from coach.gui.widgets.base import Themed, draw_ring, fill_round, mix, smooth_painter
from coach.gui.widgets.flow import FlowLayout
from coach.gui.widgets.text import SMALL, Text, TextStyle
from coach.gui.widgets.top_view import TopView, TopViewColors, TopViewFrame

TILE_PX = (100, 88)
NOTE_PX = 165
NOTE = TextStyle(Size.SMALL, token=Token.SOFT, leading=1.4)


@dataclass(frozen=True, slots=True)
class Place:
    """One position: its picture and its caption."""

    frame: TopViewFrame
    caption: str


def top_view_colors(theme: Theme) -> TopViewColors:
    """The working leg in ink, the front leg soft, the hip that works in the accent."""
    soft = theme.color(Token.SOFT)
    return TopViewColors(
        near=theme.color(Token.INK),
        far=soft,
        pelvis=mix(theme.color(Token.LINE), soft, 0.3),
        accent=theme.color(Token.ACCENT),
    )


class _Panel(Themed, TopView):
    """The picture on a rounded ground."""

    def __init__(self) -> None:
        super().__init__(top_view_colors(current_theme()))
        self.marked = False
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.restyle(current_theme())

    def restyle(self, theme: Theme) -> None:
        self.set_colors(top_view_colors(theme))
        self.setFixedSize(theme.space(TILE_PX[0]), theme.space(TILE_PX[1]))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        theme = current_theme()
        painter = smooth_painter(self)
        rect, radius = QRectF(self.rect()), theme.space(12)
        fill_round(painter, rect, radius, theme.color(Token.BACKGROUND))
        if self.marked:
            draw_ring(painter, rect, radius, theme.color(Token.BREATH), 2)
        painter.end()
        super().paintEvent(event)


class _Tile(Themed, QWidget):
    """Picture and caption."""

    def __init__(self, place: Place) -> None:
        super().__init__()
        self.panel = _Panel()
        self.panel.set_frame(place.frame)
        self.panel.setAccessibleName(place.caption)
        self._caption = Text(place.caption, SMALL, align=Qt.AlignmentFlag.AlignHCenter)
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.addWidget(self.panel, 0, Qt.AlignmentFlag.AlignHCenter)
        self._box.addWidget(self._caption)
        self.restyle(current_theme())

    def restyle(self, theme: Theme) -> None:
        self._box.setSpacing(theme.space(6))


class _Note(Text):
    """Narrow, so that it stands beside the pictures where there is room."""

    def sizeHint(self) -> QSize:  # noqa: N802
        width = current_theme().px(NOTE_PX)
        return QSize(width, self.heightForWidth(width))


class TopViews(QWidget):
    """A row of positions and a note beside it; away where there are none."""

    def __init__(self) -> None:
        super().__init__()
        self._flow = FlowLayout(self)
        self.tiles: list[_Tile] = []
        self.note = _Note("", NOTE)
        self._flow.addWidget(self.note)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_places(self, places: Sequence[Place], note: str) -> None:
        """Show these positions from left to right."""
        for tile in self.tiles:
            self._flow.removeWidget(tile)
            tile.hide()
            tile.deleteLater()
        self._flow.removeWidget(self.note)
        self.tiles = [_Tile(place) for place in places]
        for tile in self.tiles:
            self._flow.addWidget(tile)
            tile.show()
        self.note.setText(note)
        self._flow.addWidget(self.note)
        self.setVisible(bool(places))

    def mark(self, position: int | None) -> None:
        """Mark the position (from 1) that the figure is in."""
        for number, tile in enumerate(self.tiles, start=1):
            tile.panel.marked = number == position
            tile.panel.update()
