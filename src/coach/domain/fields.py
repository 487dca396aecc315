"""Reading content tables key by key, so that every typo is named (file, key, reason)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from enum import StrEnum
from typing import Any, TypeVar, overload

from coach.domain.content_error import ContentError

E = TypeVar("E", bound=StrEnum)
_MISSING: Any = object()


class Fields:
    """A table of a content file; ``done()`` raises on every key that nobody asked for."""

    def __init__(self, data: Mapping[str, Any], file: str, path: str = "") -> None:
        self._data = data
        self._file = file
        self._path = path
        self._asked: set[str] = set()

    def fail(self, key: str, why: str) -> ContentError:
        return ContentError(self._file, f"{self._path}{key}", why)

    def done(self) -> None:
        for key in self._data:
            if key not in self._asked:
                raise self.fail(key, "unknown key")

    def value(self, key: str, types: tuple[type, ...], default: Any = _MISSING) -> Any:
        """The value under ``key``, of one of ``types``; a flag never passes for a number."""
        self._asked.add(key)
        if key not in self._data:
            if default is _MISSING:
                raise self.fail(key, "is missing")
            return default
        found = self._data[key]
        if not isinstance(found, types) or (isinstance(found, bool) and bool not in types):
            names = " or ".join(t.__name__ for t in types)
            raise self.fail(key, f"should be {names}, not {type(found).__name__}")
        return found

    def string(self, key: str, default: str = _MISSING) -> str:
        return str(self.value(key, (str,), default))

    def integer(self, key: str, default: int = _MISSING) -> int:
        return int(self.value(key, (int,), default))

    def number(self, key: str, default: float = _MISSING) -> float:
        return float(self.value(key, (int, float), default))

    def flag(self, key: str) -> bool:
        """False where the key is absent."""
        return bool(self.value(key, (bool,), default=False))

    def strings(self, key: str, default: tuple[str, ...] = _MISSING) -> tuple[str, ...]:
        found = self.value(key, (list,), default)
        if not all(isinstance(item, str) for item in found):
            raise self.fail(key, "should be a list of texts")
        return tuple(found)

    @overload
    def choice(self, key: str, kind: type[E]) -> E: ...
    @overload
    def choice(self, key: str, kind: type[E], default: None) -> E | None: ...
    def choice(self, key: str, kind: type[E], default: Any = _MISSING) -> E | None:
        text = self.value(key, (str,), default)
        if text is None:
            return None
        if text not in set(kind):
            raise self.fail(key, f"'{text}' is not one of {', '.join(kind)}")
        return kind(text)

    def table(self, key: str, *, required: bool = True) -> Fields:
        default = _MISSING if required else {}
        return Fields(self.value(key, (Mapping,), default), self._file, f"{self._path}{key}.")

    def tables(self, key: str, *, required: bool = True) -> list[Fields]:
        found = self.value(key, (list,), _MISSING if required else [])
        if not all(isinstance(item, Mapping) for item in found):
            raise self.fail(key, "should be a list of tables")
        return [
            Fields(item, self._file, f"{self._path}{key}[{number}].")
            for number, item in enumerate(found, start=1)
        ]

    def subtables(self) -> Iterator[tuple[str, Fields]]:
        """Every key of this table as a table of its own."""
        for key in self._data:
            yield key, self.table(key)

    def items(self) -> Iterator[tuple[str, Any]]:
        """Every key with its raw value."""
        for key, found in self._data.items():
            self._asked.add(key)
            yield key, found

    def by_language(self, key: str, *, required: bool = False) -> Mapping[str, str]:
        """``key.en = "…"``: one text a language."""
        table = self.table(key, required=required)
        return {lang: table.string(lang) for lang, _ in table.items()}
