from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coach.cues.steer import JUMP_MS, MAX_RATE, START_WAIT_MS, Correction, Playhead, correction


@pytest.mark.parametrize(
    ("playhead", "reported", "expected"),
    [
        (1_000.0, 1_000.0, Correction(1.0, 0.0)),
        (1_000.0, 1_015.0, Correction(1.0, 0.0)),
        (1_000.0, 1_020.0, Correction(1.01, 0.0)),
        (1_000.0, 980.0, Correction(0.99, 0.0)),
        (1_000.0, 1_300.0, Correction(1.02, 0.0)),
        (1_000.0, 600.0, Correction(0.98, 0.0)),
        (1_000.0, 1_401.0, Correction(1.0, 401.0)),
        (9_000.0, 1_000.0, Correction(1.0, -8_000.0)),
    ],
)
def test_known_corrections(playhead: float, reported: float, expected: Correction) -> None:
    found = correction(playhead, reported)
    assert found.rate == pytest.approx(expected.rate)
    assert found.jump_ms == expected.jump_ms


@given(st.floats(0, 1e6), st.floats(0, 1e6))
def test_gentle_or_a_jump_but_never_both(playhead: float, reported: float) -> None:
    found = correction(playhead, reported)
    assert abs(found.rate - 1.0) <= MAX_RATE + 1e-12
    assert (found.jump_ms != 0.0) == (abs(reported - playhead) > JUMP_MS)


def test_playhead_follows_the_clock_between_reports() -> None:
    head = Playhead(clock_ms=500.0, track_ms=2_000.0)
    assert head.at(1_500.0) == 3_000.0


def test_a_repeated_report_is_stale_and_changes_nothing() -> None:
    head = Playhead(0.0, 0.0).steered(100.0, 100.0)
    assert head.steered(180.0, 100.0) is head
    assert head.steered(180.0, None) is head


def test_the_picture_waits_for_the_sound_to_start() -> None:
    head = Playhead.waiting(1_000.0, 5_000.0)
    assert head.at(1_900.0) == 5_000.0
    assert head.steered(1_900.0, 5_000.0) is head
    begun = head.steered(1_950.0, 5_085.0)
    assert begun.at(1_950.0) == 5_085.0
    assert begun.at(2_950.0) == 6_085.0


def test_the_picture_does_not_wait_for_ever() -> None:
    head = Playhead.waiting(1_000.0, 5_000.0)
    assert head.at(1_000.0 + START_WAIT_MS + 700.0) == 5_700.0


def test_a_jump_lands_on_the_report() -> None:
    head = Playhead(0.0, 0.0).steered(1_000.0, 5_000.0)
    assert head.at(1_000.0) == 5_000.0


def test_coarse_reports_with_delays_keep_the_playhead_smooth_and_near() -> None:
    """Steps of 100 ms, seen up to 16 ms late, from a track that lags the clock by 60 ms."""
    head = Playhead(0.0, 0.0)
    before = 0.0
    for clock in range(0, 20_000, 16):
        heard = max(clock - 60, 0) // 100 * 100
        head = head.steered(float(clock), float(heard))
        here = head.at(float(clock))
        assert 0.0 <= here - before <= 16 * (1 + MAX_RATE) + 1e-6
        before = here
    assert before == pytest.approx(clock - 60, abs=30)


@given(st.lists(st.tuples(st.integers(1, 200), st.floats(-300, 300)), max_size=60))
def test_never_runs_backwards_without_a_jump(steps: list[tuple[int, float]]) -> None:
    head, clock = Playhead(0.0, 0.0), 0.0
    for wait, error in steps:
        before = head.at(clock)
        clock += wait
        here = head.at(clock)
        assert here > before
        head = head.steered(clock, here + error)
        assert head.at(clock) == pytest.approx(here)
