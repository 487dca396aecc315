"""Writes that the disk refuses are kept, and reach the log in the order they were made."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import QCoreApplication
from pytestqt.qtbot import QtBot

from coach.app.ports import StoreError
from coach.gui.background import Background
from support.workers import SlowWorker


class Bench:
    def __init__(self) -> None:
        self.written: list[str] = []
        self.disk = SlowWorker(self.written)
        self.background = Background(self.disk)
        self.done: list[Any] = []
        self.troubles: list[BaseException] = []
        self.background.trouble.connect(self.troubles.append)

    def do_next(self, fault: Exception | None = None) -> None:
        self.disk.do_next(fault)
        QCoreApplication.sendPostedEvents()

    def save(self, value: str) -> None:
        self.background.save(lambda log: log.append(value), lambda _: self.done.append(value))


@pytest.fixture
def bench(qtbot: QtBot) -> Bench:
    return Bench()


FULL = StoreError("The disk is full.")


def test_a_refused_write_is_tried_again(bench: Bench) -> None:
    bench.save("three")
    bench.do_next(FULL)
    assert bench.troubles == [FULL]
    assert bench.background.unsaved
    bench.background.retry()
    bench.do_next()
    assert (bench.written, bench.done) == (["three"], ["three"])
    assert not bench.background.unsaved
    assert bench.background.idle


def test_an_older_value_never_overtakes_a_newer_one(bench: Bench) -> None:
    bench.save("three")
    bench.save("four")
    assert len(bench.disk.waiting) == 1
    bench.do_next(FULL)
    bench.save("five")
    while bench.disk.waiting:
        bench.do_next()
    assert bench.written == ["three", "four", "five"]
    assert bench.done == bench.written


def test_a_fault_of_the_program_is_told_and_does_not_block(bench: Bench) -> None:
    fault = ValueError("a bug")
    bench.save("three")
    bench.save("four")
    bench.do_next(fault)
    bench.do_next()
    assert bench.troubles == [fault]
    assert bench.written == ["four"]
    assert not bench.background.unsaved
