"""A click or a tap on a picture, which is the biggest target there is."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QWidget


class PictureTap(QObject):
    """``tapped`` comes when the left button, or a finger, goes down and up again on ``picture``
    or on something on it that wants no mouse. The second half of a double click is the same
    tap."""

    tapped = Signal()

    def __init__(self, picture: QWidget) -> None:
        super().__init__(picture)
        self._picture = picture
        self._down = False
        picture.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        if watched is not self._picture or not isinstance(event, QMouseEvent):
            return False
        if event.button() is not Qt.MouseButton.LeftButton:
            return False
        inside = self._picture.rect().contains(event.position().toPoint())
        if event.type() is QEvent.Type.MouseButtonRelease:
            down, self._down = self._down, False
            if down and inside:
                self.tapped.emit()
        else:
            self._down = event.type() is QEvent.Type.MouseButtonPress and inside
        return False
