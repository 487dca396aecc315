"""Tables of exercise files: the strict reader, with what postures and texts need besides."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from typing import Any

from coach.domain.content_error import ContentError
from coach.domain.fields import Fields


class Table(Fields):
    """One TOML table. Reading raises ``ContentError`` where a value is missing or of another
    kind, ``done`` where a key was never read; ``path`` is the table's own name, empty at the top.
    """

    def __init__(self, data: object, file: str, path: str = "") -> None:
        if not isinstance(data, Mapping):
            raise ContentError(file, path or "the file", "should be a table")
        super().__init__(data, file, f"{path}." if path else "")
        self.file = file
        self.names: tuple[str, ...] = tuple(data)

    def __contains__(self, key: str) -> bool:
        return key in self.names

    def where(self, key: str) -> str:
        """The full dotted name of a key of this table."""
        return self.fail(key, "").key

    def raw(self, key: str) -> Any:
        """The value of a key, whatever it is."""
        return self.value(key, (object,))

    def text(self, key: str, default: str | None = None) -> str:
        """A text; one without a default may not be empty."""
        if default is not None:
            return self.string(key, default)
        if not (found := self.string(key)).strip():
            raise self.fail(key, "is empty")
        return found

    def choice_flag(self, key: str, *, default: bool) -> bool:
        return self.flag(key) if key in self else default

    def finite(self, key: str, default: float | None = None) -> float:
        """A number that is neither infinite nor NaN."""
        found = self.number(key) if default is None else self.number(key, default)
        return self._checked(key, found)

    def numbers(self, key: str, values: Sequence[Any]) -> tuple[float, ...]:
        """Some values of the list under ``key`` as numbers."""
        for value in values:
            if isinstance(value, bool) or not isinstance(value, int | float):
                raise self.fail(key, f"should hold numbers, not {value!r}")
        return tuple(self._checked(key, float(value)) for value in values)

    def _checked(self, key: str, found: float) -> float:
        if not math.isfinite(found):
            raise self.fail(key, "should be a finite number")
        return found

    def values(self, key: str) -> Sequence[Any]:
        """A list, empty where the key is absent."""
        found: Sequence[Any] = self.value(key, (list,), [])
        return found

    def texts(self, key: str, *, required: bool = False) -> tuple[str, ...]:
        found = self.strings(key) if required else self.strings(key, ())
        if not all(text.strip() for text in found):
            raise self.fail(key, "holds an empty text")
        return found

    def table(self, key: str, *, required: bool = True) -> Table:
        if key not in self and not required:
            return Table({}, self.file, self.where(key))
        return Table(self.value(key, (Mapping,)), self.file, self.where(key))
