"""Hands and eyes of the tour: real key and mouse events, waiting, pictures."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QDeadlineTimer, QEventLoop, QPoint, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QScrollArea, QWidget

from coach.gui.main_window import MainWindow
from coach.gui.widgets.rating_scale import RatingScale

PATIENCE_MS = 30_000
_LOOK_EVERY_MS = 5
_FRAMES_MS = 120


class TourStuckError(Exception):
    """Something that had to come did not come; the text says what."""


class Hands:
    """Works one window as a person would."""

    def __init__(self, window: MainWindow, out: Path) -> None:
        self._window = window
        self._out = out
        self.pictures: list[Path] = []

    def wait(self, what: str, come: Callable[[], bool], patience_ms: int = PATIENCE_MS) -> None:
        """Let the app run until ``come()``. Raises ``TourStuckError`` naming ``what``."""
        until = QDeadlineTimer(patience_ms)
        while not come():
            if until.hasExpired():
                raise TourStuckError(f"the tour waited in vain for {what}")
            loop = QEventLoop()
            QTimer.singleShot(_LOOK_EVERY_MS, loop.quit)
            loop.exec()

    def frames(self) -> None:
        """Let the app paint a few frames."""
        until = QDeadlineTimer(_FRAMES_MS)
        self.wait("a frame", until.hasExpired)

    def page(self, name: str) -> QWidget:
        """The page of that name, once it is in front."""
        self.wait(
            f"the page {name} (after {self._window.current_page()})",
            lambda: self._window.current_page() == name,
        )
        return self._window.page(name)

    def key(self, key: Qt.Key) -> None:
        """Press a key where the keyboard is, or would be if the window were in front."""
        own = self._window.focusWidget()
        QTest.keyClick(QApplication.focusWidget() or own or self._window, key)

    def keys(self, text: str) -> None:
        """Press the keys of letters and digits, one after the other."""
        for sign in text:
            self.key(Qt.Key(ord(sign.upper())))

    def click(self, button: QAbstractButton) -> None:
        """Scroll to a button and click it, once it can be pressed."""
        self.wait(f"the button {button.text()}", lambda: button.isVisible() and button.isEnabled())
        _scroll_to(button)
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)

    def rate(self, scale: RatingScale, rating: int) -> None:
        """Click a cell of a scale."""
        _scroll_to(scale)
        spot: QPoint = scale.cell(rating).center().toPoint()
        QTest.mouseClick(scale, Qt.MouseButton.LeftButton, pos=spot)

    def picture(self, name: str, *, at_once: bool = False) -> None:
        """Keep what the window shows, once it has come to rest; ``at_once`` for what moves."""
        if not at_once:
            self.frames()
        QApplication.processEvents()
        path = self._out / f"{len(self.pictures) + 1:02}-{name}.png"
        if not self._window.grab().save(str(path)):
            raise TourStuckError(f"the picture {path} cannot be written")
        self.pictures.append(path)


def _scroll_to(widget: QWidget) -> None:
    """Bring a widget into sight, as a person would with the wheel."""
    parent = widget.parentWidget()
    while parent is not None:
        if isinstance(parent, QScrollArea):
            parent.ensureWidgetVisible(widget)
        parent = parent.parentWidget()
    QApplication.processEvents()
