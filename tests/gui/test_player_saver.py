"""Records reach the log in order, one by one, and those that fail are tried again."""

from __future__ import annotations

from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from coach.app.ports import StoreError
from coach.app.running import Record, SessionBegin
from coach.gui.background import Background
from coach.gui.player_saver import PlayerSaver
from support.store_builders import session, set_log
from support.workers import SlowWorker

OF = session()
RECORDS: list[Record] = [SessionBegin(OF), set_log(OF, 0), set_log(OF, 1)]


class Log:
    """Stands in for the store; ``error`` is raised by each write while it is set."""

    def __init__(self) -> None:
        self.written: list[Any] = []
        self.error: Exception | None = None

    def _write(self, entry: Any) -> None:
        if self.error is not None:
            raise self.error
        self.written.append(entry)

    begin_session = add_set = _write

    def open_session(self) -> None:
        """There is no other session."""


class Bench:
    def __init__(self, qtbot: QtBot) -> None:
        self.qtbot = qtbot
        self.log = Log()
        self.worker = SlowWorker(self.log)
        self.background = Background(self.worker)
        self.saver = PlayerSaver(self.background)
        self.said: list[str] = []
        self.saver.unsaved_changed.connect(self.said.append)

    def do_all(self) -> None:
        """The worker does what it has, and what comes after it."""
        while self.worker.waiting:
            self.worker.do_next()
            self.qtbot.waitUntil(lambda: bool(self.worker.waiting) or not self.saver.busy)


@pytest.fixture
def bench(qtbot: QtBot) -> Bench:
    return Bench(qtbot)


def test_one_goes_out_when_the_one_before_is_confirmed(bench: Bench) -> None:
    bench.saver.add(RECORDS)
    assert len(bench.worker.waiting) == 1
    with bench.qtbot.waitSignal(bench.saver.settled):
        bench.do_all()
    assert bench.log.written == [OF, *RECORDS[1:]]
    assert bench.saver.idle
    assert bench.said == []


def test_what_is_late_when_the_next_set_begins_is_said(bench: Bench) -> None:
    bench.saver.add(RECORDS[:1])
    bench.saver.expect_saved()
    assert bench.said == ["The computer is slow to save."]
    bench.do_all()
    assert bench.said[-1] == ""


def test_nothing_is_said_while_all_is_saved(bench: Bench) -> None:
    bench.saver.expect_saved()
    assert bench.said == []


def test_a_full_disk_keeps_everything_for_another_try(bench: Bench) -> None:
    bench.log.error = StoreError("The disk is full.")
    bench.saver.add(RECORDS)
    bench.do_all()
    assert bench.saver.unsaved == "The disk is full."
    assert not bench.saver.idle
    bench.log.error = None
    bench.saver.flush()
    bench.do_all()
    assert bench.log.written == [OF, *RECORDS[1:]]
    assert bench.saver.unsaved == ""


def test_it_tries_again_by_itself(bench: Bench, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("coach.gui.player_saver.RETRY_MS", 1)
    saver = PlayerSaver(bench.background)
    bench.log.error = StoreError("The disk is full.")
    saver.add(RECORDS[:1])
    bench.worker.do_next()
    bench.qtbot.waitUntil(lambda: bool(bench.worker.waiting))
    bench.log.error = None
    with bench.qtbot.waitSignal(saver.settled):
        bench.worker.do_next()
    assert bench.log.written == [OF]


def test_a_fault_of_the_program_is_not_swallowed(bench: Bench) -> None:
    bench.log.error = ValueError("a bug")
    bench.saver.add(RECORDS[:1])
    with bench.qtbot.waitSignal(bench.background.trouble) as caught:
        bench.do_all()
    assert str(caught.args[0]) == "a bug"
    assert bench.saver.unsaved == "The log could not be written."


def test_a_closing_window_leaves_nothing_behind(bench: Bench) -> None:
    bench.saver.add(RECORDS)
    bench.saver.hand_over()
    assert len(bench.worker.waiting) == len(RECORDS)
    bench.do_all()
    assert bench.log.written == [OF, *RECORDS[1:]]
    assert bench.saver.idle
