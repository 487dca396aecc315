"""Keeps the control that has the keyboard in sight, wherever the keyboard came from.

A scroll area of Qt scrolls only for Tab from within, not for one from the sidebar or for a key
that moves the focus.
"""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QApplication, QScrollArea, QWidget


class FocusSight(QObject):
    """Scrolls ``area`` to what gets the focus; not under a pressed mouse, nor while at rest."""

    def __init__(self, area: QScrollArea) -> None:
        super().__init__(area)
        self._area = area
        self.at_rest = False
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._follow)

    def _follow(self, _old: QWidget | None, new: QWidget | None) -> None:
        pressed = QApplication.mouseButtons() != Qt.MouseButton.NoButton
        if new is None or self.at_rest or pressed:
            return
        if self._holds(new) and new.isVisible():
            self._area.ensureWidgetVisible(new)

    def _holds(self, widget: QWidget) -> bool:
        """Asked from below: focus also moves while the area is being deleted."""
        above = widget.parentWidget()
        while above is not None and above is not self._area:
            above = above.parentWidget()
        return above is not None
