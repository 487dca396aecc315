"""The theme that the preferences ask for, applied to the whole app."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from coach.app.preferences import Preferences
from coach.gui.style import apply_theme
from coach.gui.theme import Theme, load_theme


def theme_of(preferences: Preferences) -> Theme:
    """The chosen theme at the chosen text size; "system" follows the desktop."""
    name = preferences.theme
    if name == "system":
        dark = QGuiApplication.styleHints().colorScheme() is Qt.ColorScheme.Dark
        name = "dark" if dark else "light"
    return load_theme(name, preferences.text_percent)


def look_changer(theme: str = "") -> Callable[[Preferences], None]:
    """A function that applies preferences to the running app; ``theme`` stands over theirs."""

    def change(preferences: Preferences) -> None:
        app = QApplication.instance()
        if isinstance(app, QApplication):
            apply_look(app, replace(preferences, theme=theme or preferences.theme))

    return change


def apply_look(app: QApplication, preferences: Preferences) -> None:
    """Change the look of every window now."""
    apply_theme(app, theme_of(preferences))
