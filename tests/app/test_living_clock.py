"""The clock of a made-up life: local evenings, journeys, and days that begin at four."""

from __future__ import annotations

from datetime import date, time

import pytest

from coach.app.living_clock import CountedIds, LifeClock

START = date(2026, 1, 5)
HOUR_MS = 3_600_000


def civil_days(clock: LifeClock, at: time, uses: int) -> list[int]:
    """The civil dates of so many uses, as days of January."""
    found = [clock.stamp().civil.day]
    for _ in range(uses - 1):
        clock.to_next(at)
        found.append(clock.stamp().civil.day)
    return found


@pytest.mark.parametrize("at", [time(18, 30), time(0, 0), time(3, 59), time(4, 0), time(23, 59)])
def test_the_first_use_falls_on_the_start_and_each_later_one_a_day_later(at: time) -> None:
    """X1: at 03:59 it is still the day before."""
    assert civil_days(LifeClock(START, at, 60), at, 4) == [5, 6, 7, 8]


def test_time_passes_in_whole_milliseconds() -> None:
    clock = LifeClock(START, time(18, 30), -480)
    clock.forward(1)
    clock.forward(299_999)
    assert clock.monotonic_ms() == 300_000.0
    assert (clock.now().hour, clock.now().minute, clock.stamp().offset_min) == (18, 35, -480)


def test_west_across_the_date_line_leaps_over_a_day() -> None:
    at = time(18, 30)
    clock = LifeClock(START, at, -480)
    clock.forward(12 * HOUR_MS)
    clock.offset_min += 1200
    clock.to_next(at)
    assert clock.stamp().civil == date(2026, 1, 7)


def test_east_across_the_date_line_brings_a_day_twice() -> None:
    at = time(18, 30)
    clock = LifeClock(START, at, 720)
    clock.forward(12 * HOUR_MS)
    clock.offset_min -= 1200
    clock.to_next(at)
    assert clock.stamp().civil == START


def test_a_flight_west_at_night_comes_back_to_the_same_evening() -> None:
    """Worked case 13: -8 h at 23:50."""
    at = time(23, 50)
    clock = LifeClock(START, at, 0)
    clock.offset_min -= 480
    assert civil_days(clock, at, 3) == [5, 5, 6]


def test_identifiers_count_up_and_are_of_version_7() -> None:
    new_id = CountedIds()
    found = [new_id() for _ in range(300)]
    assert found == sorted(found)
    assert {one.version for one in found} == {7}
    assert found[0] == CountedIds()()
