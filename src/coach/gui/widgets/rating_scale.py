"""A rating from 0 to 10 in one row of eleven cells: one tap or one key."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleValueChangeEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QSizePolicy, QSlider, QWidget

from coach.gui.theme import Size, Theme, Token, Weight, current_theme
from coach.gui.widgets.base import FocusRing, Themed, draw_ring, fill_round, mix, smooth_painter

LOWEST, HIGHEST = 0, 10
CELLS = HIGHEST + 1
_UNRATED = -1
_STEPS = {
    Qt.Key.Key_Left: -1,
    Qt.Key.Key_Down: -1,
    Qt.Key.Key_Right: 1,
    Qt.Key.Key_Up: 1,
}


def rating_of_key(event: QKeyEvent) -> int | None:
    """The rating that a key gives by itself: 0–9, X for ten; None for any other key."""
    if event.text().isdecimal() and event.text().isascii():
        return int(event.text())
    plain = event.modifiers() in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier)
    return HIGHEST if plain and event.key() == Qt.Key.Key_X else None


class RatingScale(Themed, FocusRing, QSlider):
    """``rating()`` is None or 0–10. ``rated`` tells every choice of the user, also a repeated one.

    Keys 0–9, X for ten, arrows, Home and End; ``keyed`` follows where one key gave the whole
    rating. It is a slider to screen readers, named ``name``.
    """

    rated = Signal(int)
    keyed = Signal()

    def __init__(self, name: str, *, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._hovered = _UNRATED
        self.setRange(_UNRATED, HIGHEST)
        self.setValue(_UNRATED)
        self.setAccessibleName(name)
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._describe()
        self.restyle(current_theme())

    def restyle(self, theme: Theme) -> None:
        self.setFont(theme.font(Size.BODY, Weight.SEMI_BOLD, tabular=True))

    def rating(self) -> int | None:
        """The rating shown, None before there is one."""
        return None if self.value() == _UNRATED else self.value()

    def set_rating(self, rating: int | None) -> None:
        """Show a rating without telling it as the user's. Raises ``ValueError`` off 0–10."""
        if rating is not None and not LOWEST <= rating <= HIGHEST:
            msg = f"A rating is 0 to 10, not {rating}."
            raise ValueError(msg)
        self.setValue(_UNRATED if rating is None else rating)
        self._describe()
        self.update()

    def _describe(self) -> None:
        rating = self.rating()
        words = self.tr("not rated yet") if rating is None else self.tr("{n} of 10")
        self.setAccessibleDescription(words.format(n=rating))

    def choose(self, rating: int) -> None:
        """Rate as the user does. Raises ``ValueError`` off 0–10."""
        self._rate(rating)

    def _rate(self, rating: int) -> None:
        self.set_rating(rating)
        QAccessible.updateAccessibility(QAccessibleValueChangeEvent(self, rating))
        self.rated.emit(rating)

    def sizeHint(self) -> QSize:  # noqa: N802
        theme = current_theme()
        return QSize(theme.px(342), theme.px(40))

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        theme = current_theme()
        wide = self.fontMetrics().horizontalAdvance("10") + theme.space(4)
        return QSize(CELLS * (wide + 2), theme.px(40))

    def cell(self, rating: int) -> QRectF:
        """Where the cell of ``rating`` stands, in pixels of the widget."""
        gap = min(float(current_theme().space(6)), self.width() / CELLS * 0.2)
        width = (self.width() - gap * HIGHEST) / CELLS
        return QRectF(rating * (width + gap), 0, width, self.height())

    def _rating_at(self, x_px: float) -> int:
        return min(HIGHEST, max(LOWEST, int(x_px / max(1, self.width()) * CELLS)))

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        if event.button() is Qt.MouseButton.LeftButton:
            self._rate(self._rating_at(event.position().x()))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        event.accept()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        self._hovered = self._rating_at(event.position().x())
        self.update()

    def leaveEvent(self, event: QEvent) -> None:  # noqa: N802
        self._hovered = _UNRATED
        self.update()
        super().leaveEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: N802
        """The wheel and the page keys scroll the page; a rating is never changed by them."""
        event.ignore()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        rating = self._rating_of(event)
        if rating is None:
            event.ignore()
            return
        self._by_mouse = False
        self._rate(rating)
        if rating_of_key(event) is not None:
            self.keyed.emit()

    def _rating_of(self, event: QKeyEvent) -> int | None:
        key, rating = Qt.Key(event.key()), rating_of_key(event)
        if rating is not None:
            return rating
        if key in (Qt.Key.Key_Home, Qt.Key.Key_End):
            return LOWEST if key is Qt.Key.Key_Home else HIGHEST
        if key not in _STEPS:
            return None
        step, rating = _STEPS[key], self.rating()
        if rating is None:
            return LOWEST if step > 0 else HIGHEST
        return min(HIGHEST, max(LOWEST, rating + step))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        theme = current_theme()
        painter = smooth_painter(self)
        painter.setFont(self.font())
        for rating in range(CELLS):
            self._paint_cell(painter, theme, rating)
        painter.end()

    def _paint_cell(self, painter: QPainter, theme: Theme, rating: int) -> None:
        cell = self.cell(rating)
        chosen = rating == self.rating()
        ground = theme.color(Token.INK if chosen else Token.LINE)
        words = theme.color(Token.CARD if chosen else Token.INK)
        if rating == self._hovered and not chosen:
            ground = mix(ground, theme.color(Token.INK), 0.12)
        radius = min(float(theme.space(10)), cell.width() * 0.4)
        fill_round(painter, cell, radius, ground)
        if self.shows_ring() and (chosen or (self.rating() is None and rating == LOWEST)):
            draw_ring(painter, cell.adjusted(2, 2, -2, -2), radius - 2, words, 2)
        painter.setPen(words)
        painter.drawText(cell, Qt.AlignmentFlag.AlignCenter, str(rating))
