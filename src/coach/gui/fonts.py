"""Loads the bundled typeface, so that the app looks the same on every machine."""

from __future__ import annotations

from PySide6.QtGui import QFontDatabase

from coach.system.resources import ResourceError, resource_path

FILES = (
    "fonts/Inter-Regular.otf",
    "fonts/Inter-Medium.otf",
    "fonts/Inter-SemiBold.otf",
    "fonts/Inter-Bold.otf",
)


def load_fonts() -> None:
    """Register the four weights with Qt; needs a QGuiApplication. Raises ``ResourceError``."""
    for name in FILES:
        if QFontDatabase.addApplicationFont(str(resource_path(name))) < 0:
            msg = f"{name}: is not a font that this computer can read."
            raise ResourceError(msg)
