"""What was made of a value is kept with it, found again by identity and bounded in number."""

from __future__ import annotations

from collections.abc import Callable
from typing import Generic, TypeVar

K = TypeVar("K")
V = TypeVar("V")

PICTURES = 400
"""How many pictures of one moving figure are kept: a whole breath of the largest movement."""


class Kept(Generic[K, V]):
    """``of(value)`` calls ``make`` once for each object; the oldest of more than ``most`` goes.

    Pictures are deep values: comparing or hashing them takes as long as making them anew.
    """

    def __init__(self, make: Callable[[K], V], most: int) -> None:
        self._make, self._most = make, most
        self._made: dict[int, tuple[K, V]] = {}

    def __len__(self) -> int:
        return len(self._made)

    def of(self, value: K) -> V:
        """What ``make`` made of this very object."""
        found = self._made.get(id(value))
        if found is None:
            found = (value, self._make(value))  # holding the value keeps its id its own
            self._made[id(value)] = found
            if len(self._made) > self._most:
                del self._made[next(iter(self._made))]
        return found[1]

    def forget(self) -> None:
        """Make everything anew from here on."""
        self._made.clear()
