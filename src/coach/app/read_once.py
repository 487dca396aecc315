"""Reads of one use case asked only once: what was read stands until something is written."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, cast

from coach.app.ports import Store

_READS = frozenset(
    {
        "settings",
        "draft",
        "latest_check",
        "checks",
        "plan",
        "plans",
        "ratings",
        "open_session",
        "sessions",
        "discomforts",
        "floss_told",
        "ticks",
        "decisions",
    }
)


class ReadOnce:
    """A store for the length of one use case in the store's thread. Every call that is no known
    read counts as a write and lets go of what was kept."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._kept: dict[tuple[object, ...], Any] = {}

    def __getattr__(self, name: str) -> Any:
        found = getattr(self._store, name)
        if not callable(found):
            return found
        return self._reading(name, found) if name in _READS else self._writing(found)

    def _reading(self, name: str, read: Callable[..., Any]) -> Callable[..., Any]:
        def once(*asked: object, **named: object) -> Any:
            key = (name, *asked, *sorted(named.items()))
            if key not in self._kept:
                self._kept[key] = read(*asked, **named)
            return self._kept[key]

        return once

    def _writing(self, write: Callable[..., Any]) -> Callable[..., Any]:
        def through(*told: object, **named: object) -> Any:
            self._kept.clear()
            return write(*told, **named)

        return through


def read_once(store: Store) -> Store:
    """The same log, each read asked once; for one use case, never for longer."""
    return cast("Store", ReadOnce(store))
