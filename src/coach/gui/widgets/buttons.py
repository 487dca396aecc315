"""Buttons: five kinds, optional icon and key hint, painted from the theme."""

from __future__ import annotations

import math
from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QEnterEvent, QFontMetricsF, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from coach.gui.icons import icon_pixmap
from coach.gui.theme import Size, Theme, Token, Weight, current_theme
from coach.gui.widgets.base import FocusRing, Themed, draw_ring, fill_round, mix, smooth_painter

RADIUS_PX = 14


class ButtonKind(StrEnum):
    """Primary: the one next step. Ink: pause. Danger: stop. Raised: on a
    tinted ground. Quiet: without ground."""

    PRIMARY = "primary"
    SECONDARY = "secondary"
    INK = "ink"
    DANGER = "danger"
    RAISED = "raised"
    QUIET = "quiet"


@dataclass(frozen=True, slots=True)
class _Paint:
    """Colours of one kind; ``hover`` is stirred into the ground under the pointer."""

    text: Token
    ground: Token | None
    border: Token | None
    hover: Token


_PAINTS = {
    ButtonKind.PRIMARY: _Paint(Token.ON_ACCENT, Token.ACCENT, None, Token.INK),
    ButtonKind.SECONDARY: _Paint(Token.INK, None, Token.LINE, Token.LINE),
    ButtonKind.INK: _Paint(Token.BACKGROUND, Token.INK, None, Token.BREATH),
    ButtonKind.DANGER: _Paint(Token.ACCENT, None, Token.ACCENT, Token.ACCENT_SOFT),
    ButtonKind.RAISED: _Paint(Token.INK, Token.CARD, None, Token.INK),
    ButtonKind.QUIET: _Paint(Token.INK, None, None, Token.LINE),
}


class Button(Themed, FocusRing, QPushButton):
    """A push button. ``hint`` is a key shown small beside the words, no shortcut by itself;
    ``set_key`` names a key that the tool tip tells."""

    def __init__(
        self,
        text: str,
        kind: ButtonKind = ButtonKind.SECONDARY,
        *,
        icon_name: str = "",
        hint: str = "",
        compact: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(text, parent)
        self._kind = kind
        self._icon_name = icon_name
        self._hint = hint
        self._compact = compact
        self.set_key(hint)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.restyle(current_theme())

    def set_kind(self, kind: ButtonKind) -> None:
        """Change the look, as when a start button turns into a pause button."""
        self._kind = kind
        self.refresh(current_theme())

    def set_icon_name(self, icon_name: str) -> None:
        """Show another icon; the empty string shows none."""
        self._icon_name = icon_name
        self.refresh(current_theme())

    def set_key(self, key: str) -> None:
        """Name the key that does the same, in the tool tip and to screen readers."""
        self._key = self.tr("Key: {key}").format(key=key) if key else ""
        self.setAccessibleDescription(self._key)

    def restyle(self, theme: Theme) -> None:
        big = self._kind is ButtonKind.PRIMARY and not self._compact
        self.setFont(theme.font(16 if big else Size.BODY, Weight.SEMI_BOLD))

    def sizeHint(self) -> QSize:  # noqa: N802
        theme = current_theme()
        height = theme.px(40 if self._compact else 49)
        width = self._content_px() + 2 * theme.space(self._pad_px())
        return QSize(width, height)

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        theme = current_theme()
        few = min(self._content_px(), theme.px(72)) + 2 * theme.space(8)
        return QSize(few, self.sizeHint().height())

    def _pad_px(self) -> int:
        if self._compact:
            return 16
        return 24 if self._kind is ButtonKind.PRIMARY else 21

    def _icon_px(self) -> int:
        return current_theme().px(18) if self._icon_name else 0

    def _hint_px(self) -> int:
        if not self._hint:
            return 0
        metrics = QFontMetricsF(current_theme().font(Size.SMALL))
        return math.ceil(metrics.horizontalAdvance(self._hint))

    def _gap_px(self) -> int:
        return current_theme().space(8)

    def _content_px(self) -> int:
        words = math.ceil(QFontMetricsF(self.font()).horizontalAdvance(self.text())) + 1
        parts = [part for part in (self._icon_px(), words, self._hint_px()) if part > 1]
        return sum(parts) + self._gap_px() * max(0, len(parts) - 1)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        theme = current_theme()
        painter = smooth_painter(self)
        paint = _PAINTS[self._kind]
        if not self.isEnabled():
            paint = _Paint(Token.SOFT, Token.LINE if paint.ground else None, Token.LINE, Token.LINE)
        self._paint_ground(painter, theme, paint)
        self._paint_content(painter, theme, theme.color(paint.text))
        painter.end()

    def _paint_ground(self, painter: QPainter, theme: Theme, paint: _Paint) -> None:
        rect = QRectF(self.rect())
        radius = theme.space(RADIUS_PX)
        border = theme.color(paint.border) if paint.border else None
        wide = 1.0
        if self.isChecked():
            border, wide = theme.color(Token.BREATH), 2.0
        fill_round(painter, rect, radius, self._ground(theme, paint), border=border, border_px=wide)
        if self.shows_ring():
            gap = 3 if paint.ground or self.isChecked() else 0
            ring = theme.color(paint.text if gap else Token.INK)
            draw_ring(painter, rect.adjusted(gap, gap, -gap, -gap), radius - gap, ring, 2)

    def _ground(self, theme: Theme, paint: _Paint) -> QColor | None:
        ground = theme.color(paint.ground) if paint.ground else None
        if self.isChecked():
            return theme.color(Token.BREATH_SOFT)
        if not self.isEnabled() or not (self.underMouse() or self.isDown()):
            return ground
        share = 0.22 if self.isDown() else 0.12
        if ground is not None:
            return mix(ground, theme.color(paint.hover), share)
        ground = theme.color(paint.hover)
        ground.setAlphaF(0.9 if self.isDown() else 0.55)
        return ground

    def _paint_content(self, painter: QPainter, theme: Theme, color: QColor) -> None:
        pad = theme.space(8)
        room = self.width() - 2 * pad
        left = pad + max(0, (room - self._content_px()) // 2)
        if self._icon_name:
            side = self._icon_px()
            ratio = self.devicePixelRatioF()
            pixmap = icon_pixmap(self._icon_name, color, side, ratio)
            painter.drawPixmap(QPoint(left, (self.height() - side) // 2), pixmap)
            left += side + self._gap_px()
        hint = self._hint_px()
        words = self.width() - pad - left - (hint + self._gap_px() if hint else 0)
        painter.setFont(self.font())
        painter.setPen(color)
        centre = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
        metrics = painter.fontMetrics()
        shown = metrics.elidedText(self.text(), Qt.TextElideMode.ElideRight, words)
        painter.drawText(QRect(left, 0, words, self.height()), centre, shown)
        if hint:
            left += metrics.horizontalAdvance(shown) + self._gap_px()
            painter.setFont(theme.font(Size.SMALL))
            painter.drawText(QRect(left, 0, hint + 2, self.height()), centre, self._hint)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Enter presses a button as Space does; outside dialogs Qt leaves that out."""
        if Qt.Key(event.key()) in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if not event.isAutoRepeat():
                self.click()
            return
        super().keyPressEvent(event)

    def enterEvent(self, event: QEnterEvent) -> None:  # noqa: N802
        """The tool tip tells the whole text of an elided button, and a key that is not shown."""
        clipped = self._content_px() > self.width() - 2 * current_theme().space(8)
        told = (self.text() if clipped else "", "" if self._hint else self._key)
        self.setToolTip("\n".join(part for part in told if part))
        super().enterEvent(event)


class IconButton(Button):
    """A square, quiet button that shows an icon alone; ``name`` is its accessible name."""

    def __init__(self, icon_name: str, name: str, *, parent: QWidget | None = None) -> None:
        super().__init__("", ButtonKind.QUIET, icon_name=icon_name, compact=True, parent=parent)
        self.setAccessibleName(name)
        self._name = name

    def sizeHint(self) -> QSize:  # noqa: N802
        side = current_theme().px(40)
        return QSize(side, side)

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        return self.sizeHint()

    def enterEvent(self, event: QEnterEvent) -> None:  # noqa: N802
        super().enterEvent(event)
        self.setToolTip(self._name)
