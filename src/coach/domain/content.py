"""Reading resource files strictly: a wrong type or an unknown key is an error, never a guess."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from typing import Any

from coach.domain.content_error import ContentError


class Table:
    """One TOML table that remembers which keys were read; ``close`` refuses the others.

    Every method that reads raises ``ContentError`` where the value is missing or of another kind.
    """

    def __init__(self, data: object, file: str, path: str = "") -> None:
        self.file = file
        self.path = path
        if not isinstance(data, Mapping):
            raise ContentError(file, path or "the file", f"must be a table, not {_kind(data)}")
        self._data: Mapping[str, Any] = data
        self._seen: set[str] = set()

    def __contains__(self, key: str) -> bool:
        return key in self._data

    def names(self) -> tuple[str, ...]:
        return tuple(self._data)

    def where(self, key: str) -> str:
        """The full dotted name of a key of this table."""
        return f"{self.path}.{key}" if self.path else key

    def error(self, key: str, reason: str) -> ContentError:
        return ContentError(self.file, self.where(key), reason)

    def raw(self, key: str) -> Any:
        self._seen.add(key)
        if key not in self._data:
            raise self.error(key, "is missing")
        return self._data[key]

    def text(self, key: str, default: str | None = None) -> str:
        if key not in self._data and default is not None:
            return default
        value = self.raw(key)
        if not isinstance(value, str):
            raise self.error(key, f"must be text, not {_kind(value)}")
        if not value.strip() and default is None:
            raise self.error(key, "is empty")
        return value

    def flag(self, key: str, *, default: bool = False) -> bool:
        if key not in self._data:
            return default
        value = self.raw(key)
        if not isinstance(value, bool):
            raise self.error(key, f"must be true or false, not {_kind(value)}")
        return value

    def number(self, key: str, default: float | None = None) -> float:
        if key not in self._data and default is not None:
            return default
        return self.as_number(key, self.raw(key))

    def integer(self, key: str, default: int | None = None) -> int:
        if key not in self._data and default is not None:
            return default
        value = self.raw(key)
        if isinstance(value, bool) or not isinstance(value, int):
            raise self.error(key, f"must be a whole number, not {_kind(value)}")
        return value

    def as_number(self, key: str, value: object) -> float:
        if isinstance(value, bool) or not isinstance(value, int | float):
            raise self.error(key, f"must be a number, not {_kind(value)}")
        if not math.isfinite(value):
            raise self.error(key, "must be a finite number")
        return float(value)

    def items(self, key: str, *, required: bool = False) -> Sequence[Any]:
        if key not in self._data and not required:
            return ()
        value = self.raw(key)
        if not isinstance(value, list | tuple):
            raise self.error(key, f"must be a list, not {_kind(value)}")
        return value

    def texts(self, key: str, *, required: bool = False) -> tuple[str, ...]:
        values = self.items(key, required=required)
        for value in values:
            if not isinstance(value, str) or not value.strip():
                raise self.error(key, "must be a list of texts")
        return tuple(values)

    def table(self, key: str) -> Table:
        return Table(self.raw(key), self.file, self.where(key))

    def table_or_empty(self, key: str) -> Table:
        if key not in self._data:
            return Table({}, self.file, self.where(key))
        return self.table(key)

    def close(self) -> None:
        """Refuse keys that nobody read: they are typing errors."""
        for key in self._data:
            if key not in self._seen:
                known = ", ".join(sorted(self._seen)) or "none"
                raise self.error(key, f"is not a known key (known here: {known})")


_KINDS = {str: "a text", bool: "true or false", int: "a number", float: "a number"}


def _kind(value: object) -> str:
    if isinstance(value, Mapping):
        return "a table"
    if isinstance(value, list | tuple):
        return "a list"
    return _KINDS.get(type(value), type(value).__name__)
