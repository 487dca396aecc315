"""A frame that lights up for a moment: what a tone is to the ear."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QPainter, QPaintEvent, QRegion, QResizeEvent
from PySide6.QtWidgets import QWidget

from coach.gui.theme import Theme, Token, current_theme
from coach.gui.widgets.base import Themed

FLASH_MS = 350
"""Long enough to be seen from the corner of an eye."""

LEAST_APART_MS = 400
"""Flashes three times a second and faster can harm; no phase of a session is as short."""

THICK_PX = 14


class FlashFrame(Themed, QWidget):
    """Lies along the edges of ``host`` and lets every click through. Only the edge is painted, so
    that what it frames is not painted again."""

    def __init__(self, host: QWidget) -> None:
        super().__init__(host)
        self._host = host
        self._hush = self._timer(FLASH_MS)
        self._hush.timeout.connect(self.hide)
        self._apart = self._timer(LEAST_APART_MS)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.hide()
        host.installEventFilter(self)
        self.restyle(current_theme())

    def _timer(self, length_ms: int) -> QTimer:
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.setInterval(length_ms)
        return timer

    def flash(self) -> None:
        """Light up; too soon after the last time nothing happens."""
        if self._apart.isActive():
            return
        self._fit()
        self.raise_()
        self.show()
        self._hush.start()
        self._apart.start()

    def restyle(self, theme: Theme) -> None:
        self._fit()

    def _fit(self) -> None:
        self.setGeometry(self._host.rect())

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        super().resizeEvent(event)
        edge = current_theme().px(THICK_PX)
        inner = self.rect().adjusted(edge, edge, -edge, -edge)
        self.setMask(QRegion(self.rect()) - QRegion(inner))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        if event.type() is QEvent.Type.Resize and self.isVisible():
            self._fit()
        return False

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        painter = QPainter(self)
        painter.fillRect(event.rect(), current_theme().color(Token.BREATH))
        painter.end()
