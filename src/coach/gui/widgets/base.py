"""What all widgets of the app share: following the theme, a focus ring, a few strokes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFocusEvent, QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import QWidget

from coach.gui.theme import Theme

if TYPE_CHECKING:
    _Mixed = QWidget
else:
    _Mixed = object


class Themed(_Mixed):
    """Mixin before a QWidget class: ``apply_theme`` calls ``refresh`` on every change of look.

    A class calls ``restyle(current_theme())`` at the end of its ``__init__``.
    """

    def restyle(self, theme: Theme) -> None:
        """Take fonts, margins and sizes from the theme; colours are read when painting."""

    def refresh(self, theme: Theme) -> None:
        """Restyle, then lay out and paint anew."""
        self.restyle(theme)
        self.updateGeometry()
        self.update()


class FocusRing(_Mixed):
    """Mixin: knows when to show the ring, that is when the keyboard brought the focus."""

    _by_mouse = False

    def focusInEvent(self, event: QFocusEvent) -> None:  # noqa: N802
        self._by_mouse = event.reason() == Qt.FocusReason.MouseFocusReason
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:  # noqa: N802
        super().focusOutEvent(event)
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        if self._by_mouse:
            self._by_mouse = False
            self.update()
        super().keyPressEvent(event)

    def came_by_mouse(self) -> bool:
        """Whether a click brought the focus and no key has been pressed since."""
        return self._by_mouse

    def shows_ring(self) -> bool:
        """Whether the focus ring is to be drawn now."""
        return self.hasFocus() and not self._by_mouse


def smooth_painter(widget: QWidget) -> QPainter:
    """A painter with antialiased edges; the caller ends it."""
    painter = QPainter(widget)
    painter.setRenderHints(
        QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform
    )
    return painter


def fill_round(
    painter: QPainter,
    rect: QRectF,
    radius_px: float,
    fill: QColor | None,
    *,
    border: QColor | None = None,
    border_px: float = 1.0,
) -> None:
    """A rounded ground; the border lies wholly inside ``rect``."""
    painter.setBrush(fill if fill is not None else Qt.BrushStyle.NoBrush)
    if border is None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.drawRoundedRect(rect, radius_px, radius_px)
        return
    inset = border_px / 2
    painter.setPen(QPen(border, border_px))
    radius = max(0.0, radius_px - inset)
    painter.drawRoundedRect(rect.adjusted(inset, inset, -inset, -inset), radius, radius)


def draw_ring(painter: QPainter, rect: QRectF, radius_px: float, color: QColor, px: float) -> None:
    """The focus ring: a line of ``px`` just inside ``rect``."""
    fill_round(painter, rect, radius_px, None, border=color, border_px=px)


def mix(one: QColor, other: QColor, share: float) -> QColor:
    """``one`` with ``share`` (0 … 1) of ``other`` stirred in: hover and pressed grounds."""
    keep = 1.0 - share
    return QColor.fromRgbF(
        one.redF() * keep + other.redF() * share,
        one.greenF() * keep + other.greenF() * share,
        one.blueF() * keep + other.blueF() * share,
    )
