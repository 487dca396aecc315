"""What can be asked of the machine: versions, folders, display. Nothing is changed by asking.

As a program of its own (``python -m coach.system.doctor``) it tells the display as JSON: Qt ends
the whole process where it cannot reach one, so that question is asked in another process.
"""

from __future__ import annotations

import json
import os
import platform
import sqlite3
import stat
import sys
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Any

from coach import __version__

NEEDED = ("PySide6-Essentials", "PySide6-Addons", "SQLAlchemy", "alembic", "numpy", "soundfile")
_WISHED = ("platformdirs", "uuid6", "wakepy")
_DISPLAYS = ("DISPLAY", "WAYLAND_DISPLAY")


def versions() -> dict[str, str | None]:
    """Programs and libraries by name; ``None`` for what is not installed. Loads none of them."""
    found: dict[str, str | None] = {
        "coach": __version__,
        "Python": platform.python_version(),
        "SQLite": sqlite3.sqlite_version,
    }
    return found | {name: _installed(name) for name in (*NEEDED, *_WISHED)}


def _installed(name: str) -> str | None:
    try:
        return version(name)
    except PackageNotFoundError:
        return None


def writable(folder: Path) -> bool:
    """Whether files can be made in ``folder``, or the folder itself where it is missing."""
    place = folder
    while not place.exists() and place != place.parent:
        place = place.parent
    return place.is_dir() and os.access(place, os.W_OK | os.X_OK)


def mode_of(path: Path) -> int | None:
    """The permission bits; ``None`` where the system has none or nothing is there."""
    if os.name != "posix" or not path.exists():
        return None
    return stat.S_IMODE(path.stat().st_mode)


def has_display() -> bool:
    """Whether a window could open: on other systems than Linux there always is a display."""
    return sys.platform != "linux" or any(os.environ.get(name) for name in _DISPLAYS)


def describe_display() -> dict[str, Any]:
    """Platform plugin and screens. Raises ``ImportError`` where a system library is missing."""
    from PySide6.QtGui import QGuiApplication  # noqa: PLC0415 - may be what is missing

    app = QGuiApplication(sys.argv[:1])
    screens = [
        f"{screen.size().width()} × {screen.size().height()} at {screen.devicePixelRatio():g}"
        for screen in app.screens()
    ]
    return {"platform": app.platformName(), "screens": screens}


def main() -> int:
    """Print the display as JSON; what cannot be loaded is told in its place."""
    try:
        found = describe_display()
    except ImportError as error:
        found = {"problem": str(error)}
    print(json.dumps(found))  # noqa: T201 - the answer to the process that asked
    return 0


if __name__ == "__main__":
    sys.exit(main())
