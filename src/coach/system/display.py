"""Tells in one sentence why no window can open, where the toolkit would end the process."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager

from coach.system.doctor import has_display

_NONE = (
    "There is no display to open a window on: start coach from a desktop, or play"
    " `coach tour --out DIR`, which needs none."
)
_BROKEN = (
    "No window can be opened here ({reason}): look with `coach doctor`, or install the system"
    " library that is named; `make run` does it where it can."
)
_LIBRARY = (
    "The window needs a system library that is missing ({reason}): install it; `make run` does"
    " it where it can."
)


class DisplayError(Exception):
    """No window can be opened; the text says what to do."""


def require_display() -> None:
    """Ask before the toolkit is loaded. Raises ``DisplayError``."""
    if not (has_display() or os.environ.get("QT_QPA_PLATFORM")):
        raise DisplayError(_NONE)


@contextmanager
def loading_windows() -> Iterator[None]:
    """Import the toolkit within. Raises ``DisplayError`` where a library of the system lacks."""
    try:
        yield
    except ImportError as error:
        if ".so" not in str(error):  # a module of our own or of Python is a fault of the program
            raise
        raise DisplayError(_LIBRARY.format(reason=error)) from error


@contextmanager
def reaching_display() -> Iterator[None]:
    """Make the application object within. Qt would abort the process where it cannot reach the
    display; nothing is open yet, so the process ends with one sentence and exit code 1."""
    from PySide6.QtCore import QtMsgType, qInstallMessageHandler  # noqa: PLC0415 - may be absent

    said: list[str] = []

    def hear(kind: QtMsgType, _context: object, message: str) -> None:
        if kind is QtMsgType.QtFatalMsg:
            reason = (said or message.splitlines() or [""])[0].strip()
            os.write(2, f"coach: {_BROKEN.format(reason=reason)}\n".encode())
            os._exit(1)
        said.append(message)

    before = qInstallMessageHandler(hear)
    try:
        yield
    finally:
        qInstallMessageHandler(before)
        for message in said:
            print(message, file=sys.stderr)  # noqa: T201 - what Qt had to say stands as it was
