"""One day of the week board: a card for a session, a dashed frame for light and rest days."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import QPoint, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPaintEvent, QPen, QPixmap
from PySide6.QtWidgets import (
    QApplication,
    QBoxLayout,
    QHBoxLayout,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from coach.gui.theme import Size, Theme, Token, Weight, current_theme
from coach.gui.widgets.base import FocusRing, Themed, draw_ring, fill_round, smooth_painter
from coach.gui.widgets.chip import Chip
from coach.gui.widgets.day_picture import DayPicture
from coach.gui.widgets.text import STRONG, Text, TextStyle

WORDS = TextStyle(Size.SMALL, Weight.REGULAR, Token.SOFT, leading=1.45)
RADIUS_PX = 18
HEAD_PX = 28
"""As high as a chip, so that all the names stand on one line."""


class DayKind(StrEnum):
    """``FULL`` is a card; ``LIGHT`` and ``REST`` are dashed."""

    FULL = "full"
    LIGHT = "light"
    REST = "rest"


class DayShape(StrEnum):
    """``TALL`` as in the week of the design, ``NARROW`` with less room, ``WIDE`` stacked."""

    TALL = "tall"
    NARROW = "narrow"
    WIDE = "wide"


@dataclass(frozen=True, slots=True)
class DayState:
    """What a day shows. ``pictures`` are (pixmap or None, caption) pairs."""

    label: str
    chip: str = ""
    kind: DayKind = DayKind.REST
    pictures: tuple[tuple[QPixmap | None, str], ...] = ()
    text: str = ""
    movable: bool = False
    today: bool = False

    def summary(self) -> str:
        """The same in words, for screen readers."""
        parts = (self.label, self.chip, *(caption for _, caption in self.pictures), self.text)
        return ", ".join(part for part in parts if part)


class DayColumn(Themed, FocusRing, QWidget):
    """Asks to be moved by ``stepped`` (Alt and an arrow), or ``dragged`` and ``dropped``."""

    stepped = Signal(int)
    walked = Signal(int)
    dragged = Signal(QPoint)
    dropped = Signal(QPoint)
    cancelled = Signal()

    def __init__(self, state: DayState, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pressed_at: QPoint | None = None
        self.dragging = False
        self.is_target = False
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._box = QVBoxLayout(self)
        self._head = QHBoxLayout()
        self._pictures = QVBoxLayout()
        self.shape = DayShape.TALL
        self.state = state
        self._build(state)
        self.restyle(current_theme())

    def _build(self, state: DayState) -> None:
        self.setAccessibleName(state.summary())
        if state.movable:
            self.setCursor(Qt.CursorShape.OpenHandCursor)
            self.setAccessibleDescription(self.tr("Alt and an arrow moves this day"))
        label = Text(state.label, STRONG)
        label.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self._label = label
        self._head.addWidget(label, 1)
        if state.chip:
            self._head.addWidget(Chip(state.chip), 0, Qt.AlignmentFlag.AlignLeft)
        self._box.addLayout(self._head)
        framed = state.kind is DayKind.FULL
        for pixmap, caption in state.pictures:
            self._pictures.addWidget(DayPicture(pixmap, caption, framed=framed))
        if state.pictures:
            self._box.addLayout(self._pictures)
        if state.text:
            self._box.addWidget(Text(state.text, WORDS))
        self._box.addStretch(1)

    def set_shape(self, shape: DayShape) -> None:
        """Fit the room there is: chip below the name, or pictures in a row."""
        if shape is not self.shape:
            self.shape = shape
            self.restyle(current_theme())

    def restyle(self, theme: Theme) -> None:
        down, across = QBoxLayout.Direction.TopToBottom, QBoxLayout.Direction.LeftToRight
        narrow = self.shape is DayShape.NARROW
        pad = theme.space(10 if narrow else 14)
        gap = theme.space(8 if narrow else 14)
        self._box.setContentsMargins(pad, pad, pad, pad)
        self._box.setSpacing(gap)
        self._head.setSpacing(theme.space(6))
        self._head.setDirection(down if narrow else across)
        self._label.setMinimumHeight(0 if narrow else theme.px(HEAD_PX))
        self._pictures.setSpacing(gap)
        self._pictures.setDirection(across if self.shape is DayShape.WIDE else down)

    def set_target(self, is_target: bool) -> None:
        """Show that a dragged day would land here."""
        if is_target != self.is_target:
            self.is_target = is_target
            self.update()

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        if event.button() is Qt.MouseButton.LeftButton and self.state.movable:
            self._pressed_at = event.globalPosition().toPoint()
            self.setFocus(Qt.FocusReason.MouseFocusReason)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        if self._pressed_at is None:
            return
        spot = event.globalPosition().toPoint()
        far = (spot - self._pressed_at).manhattanLength() >= QApplication.startDragDistance()
        if far or self.dragging:
            self.dragging = True
            self.setCursor(Qt.CursorShape.ClosedHandCursor)
            self.dragged.emit(spot)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        if self.dragging:
            self._let_go()
            self.dropped.emit(event.globalPosition().toPoint())
        self._pressed_at = None

    def _let_go(self) -> None:
        self.dragging = False
        self._pressed_at = None
        self.setCursor(Qt.CursorShape.OpenHandCursor)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        key = Qt.Key(event.key())
        step = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(key, 0)
        if key is Qt.Key.Key_Escape and self.dragging:
            self._let_go()
            self.cancelled.emit()
        elif step and event.modifiers() & Qt.KeyboardModifier.AltModifier:
            self.stepped.emit(step)
        elif step:
            self.walked.emit(step)
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        theme = current_theme()
        painter = smooth_painter(self)
        rect, radius = QRectF(self.rect()), theme.space(RADIUS_PX)
        if self.dragging:
            painter.setOpacity(0.6)
        if self.state.kind is DayKind.FULL:
            fill_round(painter, rect, radius, theme.color(Token.CARD))
        else:
            pen = QPen(theme.color(Token.SOFT if self.state.today else Token.LINE), 1.2)
            pen.setDashPattern([3, 2.5])
            painter.setPen(pen)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(rect.adjusted(0.6, 0.6, -0.6, -0.6), radius, radius)
        if self.is_target:
            draw_ring(painter, rect, radius, theme.color(Token.BREATH), 3)
        if self.shows_ring():
            draw_ring(painter, rect, radius, theme.color(Token.INK), 2)
        painter.end()
