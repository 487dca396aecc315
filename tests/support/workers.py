"""Workers for ``Background``: one that works at once, one that waits to be told."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future
from typing import Any, TypeVar

T = TypeVar("T")


def done_now(work: Callable[[Any], T], target: Any) -> Future[T]:
    """The work's result or failure, in a future as the real worker gives it."""
    future: Future[T] = Future()
    try:
        future.set_result(work(target))
    except Exception as error:  # noqa: BLE001 - it travels in the future, as in the real one
        future.set_exception(error)
    return future


class InlineWorker:
    """Does the work when it is given; the result still comes back through Qt's queue."""

    def __init__(self, target: Any) -> None:
        self._target = target

    def submit(self, work: Callable[[Any], T]) -> Future[T]:
        return done_now(work, self._target)


class SlowWorker:
    """Keeps the work until it is told to do the next piece, or to fail at it."""

    def __init__(self, target: Any) -> None:
        self._target = target
        self.waiting: list[tuple[Callable[[Any], Any], Future[Any]]] = []

    def submit(self, work: Callable[[Any], T]) -> Future[T]:
        future: Future[T] = Future()
        self.waiting.append((work, future))
        return future

    def do_next(self, fault: Exception | None = None) -> None:
        work, future = self.waiting.pop(0)
        settled = done_now(work, self._target) if fault is None else None
        error = fault if settled is None else settled.exception()
        if error is not None:
            future.set_exception(error)
        elif settled is not None:
            future.set_result(settled.result())
