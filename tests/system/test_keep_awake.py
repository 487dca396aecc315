from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from types import TracebackType

import pytest

from coach.app.ports import KeepAwake
from coach.system.keep_awake import WakepyKeepAwake

NO_WAIT_MS, LONG_MS = 0, 10_000


class FakeMode:
    """Stands for wakepy's mode; notes who entered and left it, and on which thread."""

    def __init__(self, *, granted: bool = True, fault: Exception | None = None) -> None:
        self.granted = granted
        self.fault = fault
        self.active = False
        self.entered: list[str] = []
        self.left: list[str] = []
        self.done = threading.Event()

    def __enter__(self) -> FakeMode:
        self.entered.append(threading.current_thread().name)
        if self.fault:
            raise self.fault
        self.active = self.granted
        return self

    def __exit__(
        self,
        exc_type: type[BaseException] | None,
        exc: BaseException | None,
        traceback: TracebackType | None,
    ) -> bool | None:
        self.left.append(threading.current_thread().name)
        self.active = False
        self.done.set()
        if self.fault:
            raise self.fault
        return None


Start = Callable[..., WakepyKeepAwake]


@pytest.fixture
def start() -> Iterator[Start]:
    made: list[WakepyKeepAwake] = []

    def make(mode: Callable[[], FakeMode], wait_ms: int = LONG_MS) -> WakepyKeepAwake:
        made.append(WakepyKeepAwake(mode, wait_ms))
        return made[-1]

    yield make
    for keeper in made:
        keeper.close()


def test_it_is_the_port_of_the_use_cases(start: Start) -> None:
    keeper: KeepAwake = start(FakeMode)
    assert keeper.acquire() is True


def test_twice_asked_is_entered_once_and_left_once(start: Start) -> None:
    mode = FakeMode()
    keeper = start(lambda: mode)
    assert [keeper.acquire(), keeper.acquire()] == [True, True]
    keeper.release()
    keeper.release()
    keeper.close()
    assert mode.done.wait(10)
    assert (len(mode.entered), len(mode.left)) == (1, 1)


def test_one_thread_that_is_not_the_callers_owns_the_mode(start: Start) -> None:
    mode = FakeMode()
    keeper = start(lambda: mode)
    keeper.acquire()
    keeper.release()
    assert mode.done.wait(10)
    assert mode.entered == mode.left
    assert mode.entered != [threading.current_thread().name]


def test_a_session_later_asks_anew(start: Start) -> None:
    modes = [FakeMode(granted=False), FakeMode()]
    left = iter(modes)
    keeper = start(lambda: next(left))
    assert keeper.acquire() is False
    keeper.release()
    assert keeper.acquire() is True
    assert [len(mode.entered) for mode in modes] == [1, 1]


@pytest.mark.parametrize("fault", [RuntimeError("no bus"), OSError("gone"), ImportError("wakepy")])
def test_a_fault_is_an_answer_and_never_raised(start: Start, fault: Exception) -> None:
    keeper = start(lambda: FakeMode(fault=fault))
    assert keeper.acquire() is False
    keeper.release()
    assert keeper.acquire() is False


def test_a_fault_on_leaving_is_not_raised_and_the_next_session_works(start: Start) -> None:
    broken = FakeMode()
    modes = iter([broken, FakeMode()])
    keeper = start(lambda: next(modes))
    assert keeper.acquire() is True
    broken.fault = RuntimeError("the desktop is gone")
    keeper.release()
    assert keeper.acquire() is True


def test_a_desktop_that_hangs_does_not_hold_up_the_caller(start: Start) -> None:
    answered = threading.Event()
    mode = FakeMode()

    def hanging() -> FakeMode:
        answered.wait(10)
        return mode

    keeper = start(hanging, NO_WAIT_MS)
    assert keeper.acquire() is False
    keeper.release()
    answered.set()
    assert mode.done.wait(10)


def test_after_closing_every_call_is_refused_quietly(start: Start) -> None:
    keeper = start(FakeMode)
    keeper.close()
    assert keeper.acquire() is False
    keeper.release()


def test_wakepy_without_a_bus_says_no(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("WAKEPY_FORCE_FAILURE", "yes")
    keeper = WakepyKeepAwake(wait_ms=LONG_MS)
    assert keeper.acquire() is False
    keeper.close()


def test_wakepy_with_a_willing_desktop_says_yes(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("WAKEPY_FAKE_SUCCESS", "yes")
    keeper = WakepyKeepAwake(wait_ms=LONG_MS)
    assert keeper.acquire() is True
    keeper.close()
