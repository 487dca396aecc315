"""Values in order, one for each key: the table of a log that is held in memory."""

from __future__ import annotations

from bisect import bisect_left, insort
from collections.abc import Callable, Hashable, Iterable, Iterator
from typing import Any, Generic, TypeVar

Value = TypeVar("Value")
Key = Callable[[Value], Hashable]
Order = Callable[[Value], Any]


class Shelf(Generic[Value]):
    """``same`` tells which value a new one replaces; no two values may be equal by ``order``."""

    def __init__(self, same: Key[Value], order: Order[Value]) -> None:
        self._same = same
        self._order = order
        self._held: dict[Hashable, Value] = {}
        self._sorted: list[Value] = []

    def put(self, value: Value) -> None:
        key = self._same(value)
        if key in self._held:
            old = self._order(self._held[key])
            del self._sorted[bisect_left(self._sorted, old, key=self._order)]
        insort(self._sorted, value, key=self._order)
        self._held[key] = value

    def get(self, key: Hashable) -> Value | None:
        return self._held.get(key)

    def newest(self) -> Value | None:
        return self._sorted[-1] if self._sorted else None

    def __iter__(self) -> Iterator[Value]:
        return iter(self._sorted)

    def __reversed__(self) -> Iterator[Value]:
        return reversed(self._sorted)


def merged(
    held: Iterable[Value], more: Iterable[Value], same: Key[Value], order: Order[Value]
) -> tuple[Value, ...]:
    """``held`` with what is in ``more`` added or, where it is the same, put in its place."""
    by_key = {same(value): value for value in held}
    by_key.update({same(value): value for value in more})
    return tuple(sorted(by_key.values(), key=order))
