"""Finds the files that travel with the program: in the wheel, or in a checkout."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any


class ResourceError(Exception):
    """A bundled file is missing or broken; the text names the file and the reason."""


def resource_dir() -> Path:
    """The folder of bundled files: ``coach/resources`` when installed, else the checkout's."""
    package = Path(__file__).resolve().parent.parent
    for folder in (package / "resources", package.parent.parent / "resources"):
        if folder.is_dir():
            return folder
    msg = f"The program's files are missing: no resources folder beside {package}."
    raise ResourceError(msg)


def resource_path(name: str) -> Path:
    """The path of one bundled file, ``name`` relative to the folder; it must exist."""
    path = resource_dir() / name
    if not path.is_file():
        msg = f"{name}: this file of the program is missing from {path.parent}."
        raise ResourceError(msg)
    return path


def texts_file(name: str, language: str) -> str:
    """``texts/NAME.LANGUAGE.toml``, or the English one where nobody has translated it yet."""
    own = f"texts/{name}.{language}.toml"
    return own if (resource_dir() / own).is_file() else f"texts/{name}.en.toml"


def read_text(name: str) -> str:
    """The text of one bundled file (UTF-8). Raises ``ResourceError``."""
    try:
        return resource_path(name).read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        msg = f"{name}: cannot be read: {error}"
        raise ResourceError(msg) from error


def read_toml(name: str) -> dict[str, Any]:
    """The tables of one bundled TOML file. Raises ``ResourceError`` naming file and reason."""
    try:
        return tomllib.loads(read_text(name))
    except tomllib.TOMLDecodeError as error:
        msg = f"{name}: is not valid TOML: {error}"
        raise ResourceError(msg) from error
