"""Tiles of exercises: a still, the name, what it is for; arrows walk, Enter opens."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPaintEvent, QPixmap, QResizeEvent
from PySide6.QtWidgets import QGridLayout, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from coach.app.exercise_view import ExerciseCard
from coach.gui.stills import Stills
from coach.gui.theme import Theme, Token, current_theme
from coach.gui.widgets.base import FocusRing, Themed, draw_ring, fill_round, smooth_painter
from coach.gui.widgets.chip import Chip
from coach.gui.widgets.text import SMALL, STRONG, Text

MOST_COLUMNS = 4
LEAST_PX = 215
PICTURE_PX = 118
_STEPS = {Qt.Key.Key_Left: (-1, 0), Qt.Key.Key_Right: (1, 0)}
_ROWS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
ARROWS = frozenset({*_STEPS, *_ROWS})
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class StillPicture(Themed, QWidget):
    """The still of one variant, drawn anew only for another size or look."""

    def __init__(self, stills: Stills, exercise: str, variant: str) -> None:
        super().__init__()
        self._stills, self._exercise, self._variant = stills, exercise, variant
        self._drawn: tuple[object, QPixmap] = (None, QPixmap())
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:  # noqa: N802
        theme = current_theme()
        return QSize(theme.space(150), theme.space(PICTURE_PX))

    def _pixmap(self, theme: Theme) -> QPixmap:
        size, ratio = (self.width(), self.height()), self.devicePixelRatioF()
        key = (theme, size, ratio)
        if self._drawn[0] != key:
            made = self._stills.pixmap(self._exercise, self._variant, theme, size, ratio=ratio)
            self._drawn = (key, made)
        return self._drawn[1]

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        theme = current_theme()
        painter = smooth_painter(self)
        fill_round(painter, QRectF(self.rect()), theme.space(14), theme.color(Token.BACKGROUND))
        painter.drawPixmap(0, 0, self._pixmap(theme))
        painter.end()


class ExerciseTile(Themed, FocusRing, QPushButton):
    """One exercise; a click or Enter opens it."""

    def __init__(self, card: ExerciseCard, stills: Stills) -> None:
        super().__init__()
        self.card = card
        self._box = QVBoxLayout(self)
        self._box.addWidget(StillPicture(stills, card.exercise, card.variant))
        self._box.addWidget(Text(card.name, STRONG))
        self._box.addWidget(Text(card.line, SMALL))
        self._box.addStretch(1)
        if card.in_plan:
            self._box.addWidget(Chip(self.tr("In your plan")))
        for child in self.findChildren(QWidget):
            child.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setAccessibleName(card.name)
        planned = self.tr("In your plan") if card.in_plan else ""
        self.setAccessibleDescription(" ".join(word for word in (card.line, planned) if word))
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.restyle(current_theme())

    def restyle(self, theme: Theme) -> None:
        pad = theme.space(14)
        self._box.setContentsMargins(pad, pad, pad, pad)
        self._box.setSpacing(theme.space(6))

    def sizeHint(self) -> QSize:  # noqa: N802
        return self._box.sizeHint()

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        return self._box.minimumSize()

    def heightForWidth(self, width: int) -> int:  # noqa: N802
        return self._box.totalHeightForWidth(width)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        if event.key() in _ENTER:
            self.click()
        elif Qt.Key(event.key()) in ARROWS:
            event.ignore()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        theme = current_theme()
        painter = smooth_painter(self)
        rect, radius = QRectF(self.rect()), theme.space(20)
        edge = theme.color(Token.BREATH) if self.underMouse() else None
        ground = theme.color(Token.CARD)
        fill_round(painter, rect, radius, ground, border=edge, border_px=2)
        if self.shows_ring():
            draw_ring(painter, rect, radius, theme.color(Token.INK), 2)
        painter.end()


class TileGrid(Themed, QWidget):
    """Up to four tiles beside each other; ``opened`` carries an exercise's id, ``walked`` the
    tile that the arrows reached."""

    opened = Signal(str)
    walked = Signal(QWidget)

    def __init__(self) -> None:
        super().__init__()
        self.tiles: list[ExerciseTile] = []
        self._columns = 0
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self.restyle(current_theme())

    def show_cards(self, cards: Sequence[ExerciseCard], stills: Stills) -> None:
        """Show these; the same ones again change nothing."""
        if [tile.card for tile in self.tiles] == list(cards):
            return
        for tile in self.tiles:
            self._grid.removeWidget(tile)
            tile.hide()
            tile.deleteLater()
        self.tiles = [ExerciseTile(card, stills) for card in cards]
        for tile in self.tiles:
            name = tile.card.exercise
            tile.clicked.connect(lambda _checked=False, name=name: self.opened.emit(name))
        self._columns = 0
        self._arrange(self.width())

    def walk(self, key: Qt.Key) -> None:
        """Move the focus by an arrow key; into the first tile from outside."""
        at = next((i for i, tile in enumerate(self.tiles) if tile.hasFocus()), None)
        if not self.tiles:
            return
        step = _STEPS[key][0] if key in _STEPS else _ROWS[key] * max(1, self._columns)
        to = 0 if at is None else at + step
        if not 0 <= to < len(self.tiles):
            return
        self.tiles[to].setFocus(Qt.FocusReason.TabFocusReason)
        self.walked.emit(self.tiles[to])

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        if Qt.Key(event.key()) in ARROWS:
            self.walk(Qt.Key(event.key()))
        else:
            super().keyPressEvent(event)

    def restyle(self, theme: Theme) -> None:
        self._grid.setSpacing(theme.space(16))
        self._arrange(self.width())

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        """As narrow as the widest tile, so that there is always room for one column."""
        widest = max((tile.minimumSizeHint().width() for tile in self.tiles), default=0)
        return QSize(widest, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        self._arrange(event.size().width())
        super().resizeEvent(event)

    def _arrange(self, width: int) -> None:
        gap, least = self._grid.spacing(), current_theme().px(LEAST_PX)
        columns = min(MOST_COLUMNS, max(1, (width + gap) // (least + gap)))
        if columns == self._columns:
            return
        for column in range(MOST_COLUMNS):
            self._grid.setColumnStretch(column, int(column < columns))
        self._columns = columns
        for index, tile in enumerate(self.tiles):
            self._grid.addWidget(tile, index // columns, index % columns)
