"""Real clocks: aware, steady, and as fast as asked."""

from __future__ import annotations

import time
from datetime import UTC, datetime, timedelta

import pytest

from coach.system import clock
from coach.system.clock import SpeedClock, SystemClock


def test_now_is_aware_and_local() -> None:
    now = SystemClock().now()
    assert now.utcoffset() == datetime.now(UTC).astimezone().utcoffset()
    assert abs(now - datetime.now(UTC)) < timedelta(seconds=5)


def test_steady_time_does_not_go_back() -> None:
    real = SystemClock()
    readings = [real.monotonic_ms() for _ in range(1000)]
    assert readings == sorted(readings)


def test_a_correction_of_the_wall_clock_does_not_show(monkeypatch: pytest.MonkeyPatch) -> None:
    real = SystemClock()
    before = real.monotonic_ms()
    monkeypatch.setattr(time, "time", lambda: 0.0)
    assert 0 <= real.monotonic_ms() - before < 5000


def test_sleep_counts_where_the_system_can_tell(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[int] = []

    def read(which: int) -> float:
        asked.append(which)
        return 12.5

    monkeypatch.setattr(clock.sys, "platform", "linux")
    monkeypatch.setattr(time, "CLOCK_BOOTTIME", 7, raising=False)
    monkeypatch.setattr(time, "clock_gettime", read)
    assert SystemClock().monotonic_ms() == 12_500.0
    assert asked == [7]


def test_without_a_choice_pythons_own_clock_is_used(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(clock.sys, "platform", "win32")
    monkeypatch.setattr(time, "monotonic", lambda: 3.25)
    assert SystemClock().monotonic_ms() == 3250.0


def test_a_fast_clock_runs_as_fast_as_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    real_s = 100.0
    monkeypatch.setattr(clock.sys, "platform", "win32")
    monkeypatch.setattr(time, "monotonic", lambda: real_s)
    fast = SpeedClock(40)
    start = fast.monotonic_ms()
    real_s = 100.5
    assert fast.monotonic_ms() - start == pytest.approx(20_000)
    assert abs(fast.now() - datetime.now(UTC)) < timedelta(seconds=5)


@pytest.mark.parametrize("speed", [0, -1])
def test_a_clock_does_not_run_backwards(speed: float) -> None:
    with pytest.raises(ValueError, match="forwards"):
        SpeedClock(speed)
