"""Writes that the disk refuses are kept, and reach the log in the order they were made."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future
from typing import Any, TypeVar

import pytest
from PySide6.QtCore import QCoreApplication
from pytestqt.qtbot import QtBot

from coach.app.ports import StoreError
from coach.gui.background import Background

T = TypeVar("T")


class Disk:
    """Does the work when it is told to; ``fault`` is what the next piece fails with."""

    def __init__(self) -> None:
        self.written: list[str] = []
        self.waiting: list[tuple[Callable[[Any], Any], Future[Any]]] = []

    def submit(self, work: Callable[[Any], T]) -> Future[T]:
        future: Future[T] = Future()
        self.waiting.append((work, future))
        return future

    def do_next(self, fault: Exception | None = None) -> None:
        work, future = self.waiting.pop(0)
        if fault is None:
            future.set_result(work(self.written))
        else:
            future.set_exception(fault)
        QCoreApplication.sendPostedEvents()


class Bench:
    def __init__(self) -> None:
        self.disk = Disk()
        self.background = Background(self.disk)
        self.done: list[Any] = []
        self.troubles: list[BaseException] = []
        self.background.trouble.connect(self.troubles.append)

    def save(self, value: str) -> None:
        self.background.save(lambda log: log.append(value), lambda _: self.done.append(value))


@pytest.fixture
def bench(qtbot: QtBot) -> Bench:
    return Bench()


FULL = StoreError("The disk is full.")


def test_a_refused_write_is_tried_again(bench: Bench) -> None:
    bench.save("three")
    bench.disk.do_next(FULL)
    assert bench.troubles == [FULL]
    assert bench.background.unsaved
    bench.background.retry()
    bench.disk.do_next()
    assert (bench.disk.written, bench.done) == (["three"], ["three"])
    assert not bench.background.unsaved
    assert bench.background.idle


def test_an_older_value_never_overtakes_a_newer_one(bench: Bench) -> None:
    bench.save("three")
    bench.save("four")
    assert len(bench.disk.waiting) == 1
    bench.disk.do_next(FULL)
    bench.save("five")
    while bench.disk.waiting:
        bench.disk.do_next()
    assert bench.disk.written == ["three", "four", "five"]
    assert bench.done == bench.disk.written


def test_a_fault_of_the_program_is_told_and_does_not_block(bench: Bench) -> None:
    fault = ValueError("a bug")
    bench.save("three")
    bench.save("four")
    bench.disk.do_next(fault)
    bench.disk.do_next()
    assert bench.troubles == [fault]
    assert bench.disk.written == ["four"]
    assert not bench.background.unsaved
