"""The playhead is a function of the clock: it runs, stands, moves and is steered."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coach.domain.playhead import Playhead

TIMES = st.floats(0, 1e7)


def test_it_stands_until_it_is_started() -> None:
    head = Playhead(500.0)
    assert head.position(9_999) == 500
    assert head.started(10_000).position(12_500) == 3_000


def test_a_pause_keeps_the_place_whatever_the_clock_says() -> None:
    head = Playhead().started(0).paused(4_200)
    assert [head.position(clock) for clock in (4_200, 9_000, 1e9)] == [4_200] * 3
    assert head.started(60_000).position(61_000) == 5_200


def test_a_move_keeps_it_running_or_standing() -> None:
    assert Playhead().started(0).moved(70_000, 1_000).position(3_000) == 72_000
    assert Playhead().moved(70_000, 1_000).position(3_000) == 70_000


def test_steering_bends_the_rate_and_may_jump() -> None:
    head = Playhead().started(0).steered(10_000, rate=1.02)
    assert head.position(20_000) == pytest.approx(20_200)
    assert head.steered(20_000, rate=1.0, jump_ms=-700).position(20_000) == pytest.approx(19_500)


def test_starting_again_forgets_the_bend() -> None:
    head = Playhead().started(0).steered(0, rate=0.98).paused(1_000).started(1_000)
    assert head.rate == 1.0


def test_time_never_runs_backwards() -> None:
    with pytest.raises(ValueError, match="forwards"):
        Playhead().started(0).steered(0, rate=0.0)


def test_an_older_reading_does_not_move_it_back() -> None:
    assert Playhead(1_000.0, 5_000.0, running=True).position(4_000) == 1_000


@given(TIMES, TIMES, TIMES)
def test_it_is_monotonic(start: float, first: float, second: float) -> None:
    head = Playhead(0.0, start, running=True)
    low, high = sorted((first, second))
    assert head.position(low) <= head.position(high)


def test_it_stands_at_its_limit_until_it_is_moved() -> None:
    head = Playhead().started(0).limited(3_000)
    assert [head.position(clock) for clock in (2_999, 3_000, 1e9)] == [2_999, 3_000, 3_000]
    assert head.paused(5_000).started(9_000).position(9_500) == 3_000
    assert head.steered(2_900, 1.0, jump_ms=500).position(2_900) == 3_000
    assert head.moved(3_001, 60_000).position(60_500) == 3_501


@given(TIMES, TIMES)
def test_a_limit_never_moves_it_back(base: float, limit: float) -> None:
    assert Playhead(base, 0.0, running=True, limit_ms=limit).position(1_000) >= base
