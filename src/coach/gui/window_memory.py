"""Where the window stood and how it looked, kept beside the log for the next start.

The log opens after the first paint; so that the window does not change its look then, the theme
and the text size are remembered here too. Nothing about the user's health is kept in this file.
"""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QByteArray, QSettings, QSize
from PySide6.QtGui import QGuiApplication

from coach.app.preferences import Preferences, preferences
from coach.gui.main_window import LEAST_PX, MainWindow

FILE_NAME = "window.ini"
USUAL_PX = QSize(1280, 820)
_GEOMETRY = "window/geometry"
_LOOK = ("theme", "text_percent")


class WindowMemory:
    """One small file in the data folder; a missing or broken one gives the usual window."""

    def __init__(self, folder: Path) -> None:
        self._settings = QSettings(str(folder / FILE_NAME), QSettings.Format.IniFormat)

    def look(self) -> Preferences:
        """The preferences as far as they show at once."""
        stored = {key: self._settings.value(f"look/{key}") for key in _LOOK}
        return preferences({key: str(text) for key, text in stored.items() if text is not None})

    def keep_look(self, given: Preferences) -> None:
        for key in _LOOK:
            self._settings.setValue(f"look/{key}", str(getattr(given, key)))

    def restore(self, window: MainWindow) -> None:
        """Put the window where it was; the first time at its usual size, within the screen."""
        geometry = self._settings.value(_GEOMETRY)
        if not (isinstance(geometry, QByteArray) and window.restoreGeometry(geometry)):
            room = QGuiApplication.primaryScreen().availableSize()
            window.resize(USUAL_PX.boundedTo(room).expandedTo(LEAST_PX))

    def keep(self, window: MainWindow) -> None:
        """Remember where the window stands."""
        self._settings.setValue(_GEOMETRY, window.saveGeometry())
        self._settings.sync()
