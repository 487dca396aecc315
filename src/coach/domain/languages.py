"""Content in a language that is not wholly translated yet: English stands in."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

ENGLISH = "en"


def spoken_in(data: Mapping[str, Any], language: str) -> dict[str, Any]:
    """A content file's tables where whatever is told in English is told in ``language`` too."""
    told = {key: _inside(value, language) for key, value in data.items()}
    if ENGLISH in told:
        told.setdefault(language, told[ENGLISH])
    return told


def _inside(value: Any, language: str) -> Any:
    if isinstance(value, Mapping):
        return spoken_in(value, language)
    if isinstance(value, list):
        return [_inside(one, language) for one in value]
    return value
