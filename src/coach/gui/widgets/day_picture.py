"""A picture of an exercise in a soft frame, as on Today and on the week board."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPaintEvent, QPixmap
from PySide6.QtWidgets import QSizePolicy, QWidget

from coach.gui.theme import Size, Token, current_theme
from coach.gui.widgets.base import Themed, fill_round, smooth_painter

PICTURE_PX = (118, 80)


class DayPicture(Themed, QWidget):
    """A pixmap kept whole inside a soft frame; the caption stands in for a missing pixmap."""

    def __init__(self, pixmap: QPixmap | None, caption: str, *, framed: bool) -> None:
        super().__init__()
        self._pixmap, self._caption, self._framed = pixmap, caption, framed
        self.setToolTip(caption)
        self.setAccessibleName(caption)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def heightForWidth(self, width: int) -> int:  # noqa: N802
        theme = current_theme()
        return min(round(width * PICTURE_PX[1] / PICTURE_PX[0]), theme.space(PICTURE_PX[1]))

    def sizeHint(self) -> QSize:  # noqa: N802
        width = current_theme().space(PICTURE_PX[0])
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        return QSize(40, 28)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        theme = current_theme()
        painter = smooth_painter(self)
        rect = QRectF(self.rect())
        if self._framed:
            fill_round(painter, rect, theme.space(12), theme.color(Token.BACKGROUND))
        if self._pixmap is None or self._pixmap.isNull():
            painter.setFont(theme.font(Size.SMALL))
            painter.setPen(theme.color(Token.SOFT))
            flags = int(Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap)
            painter.drawText(rect.adjusted(6, 4, -6, -4), flags, self._caption)
        else:
            size = self._pixmap.deviceIndependentSize()
            size.scale(rect.size(), Qt.AspectRatioMode.KeepAspectRatio)
            spot = QRectF(rect.topLeft(), size)
            spot.moveCenter(rect.center())
            painter.drawPixmap(spot, self._pixmap, QRectF(self._pixmap.rect()))
        painter.end()
