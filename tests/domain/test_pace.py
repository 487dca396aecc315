"""Steps of the breath pace, and the same place at another pace (R1, T2)."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coach.domain.dose import Pace
from coach.domain.pace import CYCLE_MS, EXHALE_MS, INHALE_MS, same_place, stepped
from support.sessions import small_timeline, tempo_timeline

PACES = st.builds(
    Pace, st.sampled_from(range(3_000, 5_001, 500)), st.sampled_from(range(4_000, 8_001, 500))
).filter(lambda pace: pace.cycle_ms <= CYCLE_MS[1])
SECONDS = st.tuples(st.sampled_from([3, 3.5, 4, 4.5, 5]), st.sampled_from([4, 5.5, 6, 7]))
TIMELINES = st.sampled_from([small_timeline, tempo_timeline])


def test_from_the_fastest_breath_to_the_slowest_and_back() -> None:
    paces = [Pace(3_000, 4_000)]
    for _ in range(7):
        paces.append(stepped(paces[-1], 1))
    assert [(p.inhale_ms, p.exhale_ms) for p in paces] == [
        (3_000, 4_000),
        (3_500, 4_500),
        (4_000, 5_000),
        (4_500, 5_500),
        (5_000, 6_000),
        (5_000, 7_000),
        (5_000, 7_000),
        (5_000, 7_000),
    ]


@pytest.mark.parametrize(
    ("steps", "inhale_ms", "exhale_ms"),
    [
        (1, 4_500, 6_500),
        (2, 5_000, 7_000),
        (3, 5_000, 7_000),
        (-1, 3_500, 5_500),
        (-3, 3_000, 4_000),
    ],
)
def test_a_second_more_or_less_from_the_usual_breath(
    steps: int, inhale_ms: int, exhale_ms: int
) -> None:
    assert stepped(Pace(), steps) == Pace(inhale_ms, exhale_ms)


@given(PACES, st.integers(-6, 6))
def test_a_step_stays_within_the_bounds(pace: Pace, steps: int) -> None:
    after = stepped(pace, steps)
    assert INHALE_MS[0] <= after.inhale_ms <= INHALE_MS[1]
    assert EXHALE_MS[0] <= after.exhale_ms <= EXHALE_MS[1]
    assert CYCLE_MS[0] <= after.cycle_ms <= CYCLE_MS[1]
    wanted = min(max(pace.cycle_ms + 1_000 * steps, CYCLE_MS[0]), CYCLE_MS[1])
    assert after.cycle_ms == wanted


@given(TIMELINES, SECONDS, SECONDS, st.floats(0, 200_000))
def test_another_pace_keeps_set_side_and_rep(
    scored: object, before: tuple[float, float], after: tuple[float, float], place_ms: float
) -> None:
    old, new = scored(*before), scored(*after)  # type: ignore[operator]
    place_ms = min(place_ms, old.total_ms - 1.0)
    there_ms = same_place(old, new, place_ms)
    here, there = old.at(int(place_ms)), new.at(int(there_ms + 1e-6))
    words = ("kind", "item", "exercise", "set", "rep", "side", "position")
    assert all(getattr(here, word) == getattr(there, word) for word in words)
    assert same_place(new, old, there_ms) == pytest.approx(place_ms, abs=1e-3)


@given(TIMELINES, SECONDS, st.floats(0, 200_000))
def test_the_same_pace_is_the_same_place(
    scored: object, pace: tuple[float, float], place_ms: float
) -> None:
    timeline = scored(*pace)  # type: ignore[operator]
    place_ms = min(place_ms, float(timeline.total_ms))
    assert same_place(timeline, scored(*pace), place_ms) == pytest.approx(place_ms)  # type: ignore[operator]


def test_it_is_the_same_share_of_a_breath() -> None:
    """Half of the second breath out, 4-6 and 5-7: 15 + 10 + 4 + 3 s."""
    assert same_place(small_timeline(), small_timeline(5, 7), 32_000) == 35_500


def test_another_session_has_no_same_place() -> None:
    with pytest.raises(ValueError, match="same session"):
        same_place(small_timeline(), tempo_timeline(), 0)
