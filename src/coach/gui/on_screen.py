"""Keeps a window where it can be seen: screens are unplugged, turned and made smaller."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QSize, Qt, QTimer
from PySide6.QtGui import QGuiApplication, QScreen
from PySide6.QtWidgets import QWidget

GRIP_PX = QSize(160, 32)
"""So much of the upper edge has to be seen, to hold the window by."""

SETTLE_MS = 600
"""Desktops move windows themselves, a moment after the screen has gone."""

_WHOLE = Qt.WindowState.WindowMaximized | Qt.WindowState.WindowFullScreen


def on_screen(frame: QRect, areas: Sequence[QRect], least: QSize) -> QRect:
    """Where a window of ``frame`` belongs when ``areas`` can be seen, the main one first.

    It stays where its upper edge can be reached and it is no larger than its screen; else it goes
    to the screen that it is nearest to. Without any screen it stays. ``least`` is the size below
    which nothing fits: it is kept even where the screen is smaller.
    """
    if not areas:
        return frame
    home = max(areas, key=lambda area: _overlap(frame, area))  # the first of those that are equal
    size = frame.size().boundedTo(home.size()).expandedTo(least)
    grip = QRect(frame.topLeft(), QSize(frame.width(), GRIP_PX.height()))
    held = any(_holds(area.intersected(grip)) for area in areas)
    if held and size == frame.size():
        return frame
    return QRect(_within(frame.topLeft(), size, home), size)


def _overlap(frame: QRect, area: QRect) -> int:
    shared = frame.intersected(area)
    return shared.width() * shared.height() if shared.isValid() else 0


def _holds(grip: QRect) -> bool:
    return grip.width() >= GRIP_PX.width() and grip.height() >= GRIP_PX.height()


def _within(spot: QPoint, size: QSize, area: QRect) -> QPoint:
    """The nearest place to ``spot`` where all of it is seen, or at least its upper left corner."""
    left = max(area.left(), min(spot.x(), area.left() + area.width() - size.width()))
    top = max(area.top(), min(spot.y(), area.top() + area.height() - size.height()))
    return QPoint(left, top)


def visible_areas() -> list[QRect]:
    """What can be used of each screen, the main one first."""
    main = QGuiApplication.primaryScreen()
    screens = sorted(QGuiApplication.screens(), key=lambda screen: screen is not main)
    return [screen.availableGeometry() for screen in screens]


class OnScreen(QObject):
    """Looks after ``window`` from now on. What runs in it is not touched: no page is left, no focus
    is taken, and a window that fills the screen fills the next one."""

    def __init__(
        self, window: QWidget, areas: Callable[[], Sequence[QRect]] = visible_areas
    ) -> None:
        super().__init__(window)
        self._window, self._areas = window, areas
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(SETTLE_MS)
        self._later.timeout.connect(self.fit)
        app = QGuiApplication.instance()
        assert isinstance(app, QGuiApplication)
        app.screenAdded.connect(self._watch)
        app.screenRemoved.connect(self._changed)
        app.primaryScreenChanged.connect(self._changed)
        for screen in app.screens():
            screen.availableGeometryChanged.connect(self._changed)
        window.installEventFilter(self)

    def fit(self) -> None:
        """Bring the window to where it can be seen; nothing happens where it can."""
        window = self._window
        state = window.windowState()
        if state & Qt.WindowState.WindowMinimized:
            return
        frame, inner = window.frameGeometry(), window.geometry()
        wanted = on_screen(frame, self._areas(), window.minimumSize())
        if wanted == frame:
            return
        whole = state & _WHOLE
        if whole:
            window.setWindowState(state & ~_WHOLE)
        border = frame.size() - inner.size()
        window.setGeometry(
            QRect(wanted.topLeft() + (inner.topLeft() - frame.topLeft()), wanted.size() - border)
        )
        if whole:
            window.setWindowState(state)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        """A new window has no frame yet, and a minimised one may come back to a screen that is
        gone: both are looked at again."""
        if event.type() in (QEvent.Type.WindowStateChange, QEvent.Type.Show):
            self._later.start()
        return False

    def _watch(self, screen: QScreen) -> None:
        screen.availableGeometryChanged.connect(self._changed)
        self._changed()

    def _changed(self, *_what: object) -> None:
        """At once, and again when the desktop has done what it does."""
        self.fit()
        self._later.start()
