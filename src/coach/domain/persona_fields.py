"""Values of a persona file that other content does not know: ranges, dates, times."""

from __future__ import annotations

from datetime import date, time
from typing import Any

from coach.domain.fields import Fields

_FIRST_YEAR, _LAST_YEAR = 2000, 2099
_LONGEST_TEXT = 60


def whole(table: Fields, key: str, least: int, most: int, default: int | None = None) -> int:
    """A whole number from ``least`` to ``most``; required where there is no default."""
    found = table.integer(key) if default is None else table.integer(key, default)
    if not least <= found <= most:
        raise table.fail(key, f"should be from {least} to {most}, not {text_of(found)}")
    return found


def between(
    table: Fields, key: str, least: float, most: float, default: float | None = None
) -> float:
    """A number from ``least`` to ``most``; required where there is no default."""
    kinds = (int, float)
    found = table.value(key, kinds) if default is None else table.value(key, kinds, default)
    if not least <= found <= most:
        raise table.fail(key, f"should be from {least:g} to {most:g}, not {text_of(found)}")
    return float(found)


def share(table: Fields, key: str, default: float | None = None) -> float:
    """A share or chance from 0 to 1."""
    return between(table, key, 0, 1, default)


def day_of(table: Fields, key: str) -> date:
    """A local date of a bearable year."""
    found: Any = table.value(key, (date,))
    if type(found) is not date:
        raise table.fail(key, "should be a date without a time, such as 2026-01-05")
    if not _FIRST_YEAR <= found.year <= _LAST_YEAR:
        raise table.fail(key, f"should lie in {_FIRST_YEAR} to {_LAST_YEAR}, not {found}")
    return found


def time_of(table: Fields, key: str, default: time) -> time:
    """A local time of day."""
    found = table.value(key, (time,), default)
    return time(found.hour, found.minute)


def text_of(value: object, most: int = _LONGEST_TEXT) -> str:
    """``value`` as a message can carry it: one line, not too long."""
    try:
        text = "".join(c if c.isprintable() else " " for c in str(value))
    except ValueError:  # a number with more digits than Python prints
        return "a number that long"
    return text if len(text) <= most else f"{text[: most - 1]}…"
