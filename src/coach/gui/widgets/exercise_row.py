"""One exercise of a session: picture, name, dose, time."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPaintEvent, QPixmap
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from coach.gui.theme import Theme, Token, current_theme
from coach.gui.widgets.base import Themed, fill_round, smooth_painter
from coach.gui.widgets.text import SMALL, STRONG, TIME, Text

PICTURE_PX = (150, 112)


class Picture(Themed, QWidget):
    """A pixmap on the page's ground with rounded corners."""

    def __init__(self, size_px: tuple[int, int] = PICTURE_PX) -> None:
        super().__init__()
        self._size_px = size_px
        self._pixmap = QPixmap()
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_pixmap(self, pixmap: QPixmap) -> None:
        self._pixmap = pixmap
        self.update()

    def sizeHint(self) -> QSize:  # noqa: N802
        theme = current_theme()
        return QSize(theme.space(self._size_px[0]), theme.space(self._size_px[1]))

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        theme = current_theme()
        painter = smooth_painter(self)
        fill_round(painter, QRectF(self.rect()), theme.px(14), theme.color(Token.BACKGROUND))
        painter.drawPixmap(0, 0, self._pixmap)
        painter.end()


class ExerciseRow(Themed, QWidget):
    """Picture left, words in the middle, the time at the right edge."""

    def __init__(self, name: str, dose: str, time: str) -> None:
        super().__init__()
        self.picture = Picture()
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.addWidget(self.picture)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addStretch(1)
        words.addWidget(Text(name, STRONG))
        words.addWidget(Text(dose, SMALL))
        words.addStretch(1)
        self._row.addLayout(words, 1)
        length = Text(time, TIME, wrap=False)
        length.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Preferred)
        self._row.addWidget(length, 0, Qt.AlignmentFlag.AlignVCenter)
        self.setAccessibleName(f"{name}, {dose}, {time}")
        self.restyle(current_theme())

    def restyle(self, theme: Theme) -> None:
        self._row.setSpacing(theme.space(16))
