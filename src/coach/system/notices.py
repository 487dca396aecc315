"""Licence and notices of the program and of everything bundled with it, as one text."""

from __future__ import annotations

from collections.abc import Iterator
from importlib.metadata import PackageNotFoundError, distribution
from pathlib import Path

from coach.system.resources import read_text, resource_dir

_OWN = ("NOTICE", "LICENSE")
_BUNDLED = ("fonts/OFL.txt", "icons/LICENSE")
_RULE = "\n\n" + 60 * "-" + "\n\n"


def notices() -> str:
    """The program's notice and licence, then those of fonts, icons and voices.

    Raises ``ResourceError`` where a bundled one is missing.
    """
    voices = sorted(path.relative_to(resource_dir()) for path in _voice_licences())
    bundled = (*_BUNDLED, *(path.as_posix() for path in voices))
    parts = [*_own(), *(read_text(name).strip() for name in bundled)]
    return _RULE.join(parts) + "\n"


def _voice_licences() -> Iterator[Path]:
    return (resource_dir() / "voice").glob("*/LICENSE.txt")


def _own() -> Iterator[str]:
    """From the checkout that the resources lie in, or from the installed package."""
    for name in _OWN:
        path = resource_dir().parent / name
        text = path.read_text(encoding="utf-8") if path.is_file() else _installed(name)
        if text:
            yield text.strip()


def _installed(name: str) -> str | None:
    try:
        return distribution("coach").read_text(f"licenses/{name}")
    except PackageNotFoundError:
        return None
