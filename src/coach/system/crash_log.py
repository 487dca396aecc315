"""Notes unexpected errors in a file that holds nothing the user entered (P-2)."""

from __future__ import annotations

import os
import platform
import sys
import threading
import traceback
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType

from coach import __version__

FILE_NAME = "crash.log"
LIMIT_BYTES = 256 * 1024
"""Beyond this size the file is begun anew and the earlier one kept beside it."""


class CrashLog:
    """Writes type and place of unexpected errors; never their text, which may quote an answer.

    ``on_crash`` gets the path of the report, ``None`` where it could not be written.
    """

    def __init__(self, folder: Path, on_crash: Callable[[Path | None], None] | None = None) -> None:
        self.path = folder / FILE_NAME
        self._on_crash = on_crash
        self._excepthook = sys.excepthook
        self._thread_hook = threading.excepthook

    def install(self) -> None:
        """Catch what nobody caught, in all threads; the former hooks still run after it."""
        self._excepthook = sys.excepthook
        self._thread_hook = threading.excepthook
        sys.excepthook = self._caught
        threading.excepthook = self._caught_in_thread

    def uninstall(self) -> None:
        sys.excepthook = self._excepthook
        threading.excepthook = self._thread_hook

    def write(self, error: BaseException) -> None:
        """Append one report. Raises ``OSError`` where the folder cannot be written."""
        self.path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        if self.path.exists() and self.path.stat().st_size > LIMIT_BYTES:
            self.path.replace(self.path.with_suffix(".old.log"))
        handle = os.open(self.path, os.O_CREAT | os.O_APPEND | os.O_WRONLY, 0o600)
        with os.fdopen(handle, "a", encoding="utf-8") as file:
            file.write(report(error, datetime.now(UTC)))

    def _caught(
        self, kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        if not issubclass(kind, KeyboardInterrupt):
            self._note(error)
        self._excepthook(kind, error, trace)

    def _caught_in_thread(self, args: threading.ExceptHookArgs) -> None:
        if args.exc_value is not None and not isinstance(args.exc_value, SystemExit):
            self._note(args.exc_value)
        self._thread_hook(args)

    def _note(self, error: BaseException) -> None:
        written: Path | None = self.path
        try:
            self.write(error)
        except OSError as problem:
            # The error itself still reaches the former hook; only the file is missing.
            print(f"crash log: {type(problem).__name__}", file=sys.stderr)  # noqa: T201
            written = None
        if self._on_crash is not None:
            self._on_crash(written)


def report(error: BaseException, now: datetime) -> str:
    """Time, versions, and for each error of the chain its type and the lines it passed."""
    where = f"coach {__version__}, Python {platform.python_version()}, {platform.system()}"
    lines = [f"{now:%Y-%m-%dT%H:%M:%SZ} {where}"]
    for link in _chain(error):
        lines.append(f"{type(link).__module__}.{type(link).__qualname__}")
        frames = traceback.extract_tb(link.__traceback__)
        lines += [f"  {_short(f.filename)}:{f.lineno} {f.name}" for f in frames]
    return "\n".join(lines) + "\n\n"


def _chain(error: BaseException) -> Iterator[BaseException]:
    seen: set[int] = set()
    link: BaseException | None = error
    while link is not None and id(link) not in seen:
        seen.add(id(link))
        yield link
        link = link.__cause__ or link.__context__


def _short(filename: str) -> str:
    """The last three parts of a path: the folders before them may name the user."""
    return "/".join(Path(filename).parts[-3:])
