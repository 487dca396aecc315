from __future__ import annotations

import random
from collections.abc import Sequence
from datetime import date, timedelta
from itertools import repeat
from time import process_time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from coach.domain.rated_days import rated_days, within_person_sd
from coach.domain.trend import Verdict, VerdictKind, looks, verdict
from support.verdict_reference import reference_verdict

DAY_1 = date(2026, 1, 5)
Ratings = list[tuple[date, int]]
K = VerdictKind


def daily(scores: Sequence[int | None], first: date = DAY_1) -> Ratings:
    """One rating a day; ``None`` is a day without."""
    return [(first + timedelta(days=i), s) for i, s in enumerate(scores) if s is not None]


def drifting(start: int, end: int, days: int = 84) -> list[int]:
    """Ten days at ``start``, an uneasy ramp, and three weeks at ``end``."""
    ramp = days - 31
    steps = [start + (end - start) * (i + 0.5) / ramp + (0.6, -0.6)[i % 2] for i in range(ramp)]
    return [start] * 10 + [min(max(round(s), 0), 10) for s in steps] + [end] * 21


def simulated(rng: random.Random, drop: float, days: int = 84) -> Ratings:
    """A person of M5: mean 5.5, SD 1.2, autocorrelation 0.3, 15 % missing, fall over 6 weeks."""
    rho, sd = 0.3, 1.2
    off, ratings = rng.gauss(0, sd), []
    for i in range(days):
        off = rho * off + rng.gauss(0, sd * (1 - rho**2) ** 0.5) if i else off
        if rng.random() >= 0.15:
            score = round(5.5 - drop * min(i / 42, 1) + off)
            ratings.append((DAY_1 + timedelta(days=i), min(max(score, 0), 10)))
    return ratings


def ever_lower(ratings: Ratings, days: int = 84) -> bool:
    """True where any weekly look up to ``days`` calls the ratings lower."""
    first = ratings[0][0]
    found = (
        verdict([r for r in ratings if (r[0] - first).days < day]) for day in range(21, days + 1, 7)
    )
    return any(look.kind.is_lower for look in found)


@pytest.mark.parametrize("count", [0, 1, 20])
def test_k11_before_day_21_there_is_no_look(count: int) -> None:
    assert verdict(daily([5] * count)) == Verdict(K.NOT_ENOUGH)


@pytest.mark.parametrize(
    ("days", "look"), [(21, 21), (27, 21), (28, 28), (34, 28), (83, 77), (84, 84)]
)
def test_k11_fields_come_from_the_last_weekly_look(days: int, look: int) -> None:
    found = verdict(daily([5] * look + [9] * (days - look)))
    assert (found.look_day, found.n, found.last_mean) == (look, look, 5.0)


def test_k3_the_last_rating_of_a_day_counts_in_any_order_of_days() -> None:
    ratings = daily([5] * 28)
    corrected = [(DAY_1, 9), *ratings[::-1], (DAY_1 + timedelta(days=27), 4)]
    assert verdict(corrected) == verdict(daily([5] * 27 + [4]))


@pytest.mark.parametrize("score", [-1, 11])
def test_a_rating_off_the_scale_is_refused(score: int) -> None:
    with pytest.raises(ValueError, match="from 0 to 10"):
        verdict([(DAY_1, score)])


def test_m4_first_week_is_the_first_seven_rated_of_days_1_to_10() -> None:
    scores = [6, None, 6, 6, None, 6, 6, 6, 6, 0, *[5] * 11]
    found = verdict(daily(scores))
    assert (found.first_mean, found.rated_first) == (6.0, 8)
    sparse = verdict(daily([6, None, None, 6, 6, None, 6, None, None, 1, *[5] * 11]))
    assert (sparse.first_mean, sparse.rated_first) == (5.0, 5)


def test_m4_last_fourteen_days_include_both_ends() -> None:
    found = verdict(daily([9] * 7 + [2] + [4] * 12 + [2]))
    assert (found.look_day, found.rated_last) == (21, 14)
    assert found.last_mean == pytest.approx((2 * 2 + 4 * 12) / 14)
    assert found.difference == pytest.approx((2 * 2 + 4 * 12) / 14 - 9)


@pytest.mark.parametrize(("rated", "kind"), [(4, K.NOT_ENOUGH), (5, K.NO_CLEAR_CHANGE)])
def test_m4_five_rated_days_in_the_first_ten_are_enough(rated: int, kind: K) -> None:
    found = verdict(daily([5] * rated + [None] * (10 - rated) + [5] * 11))
    assert found.kind is kind
    assert found.difference == 0.0


@pytest.mark.parametrize(("rated", "kind"), [(7, K.NOT_ENOUGH), (8, K.NO_CLEAR_CHANGE)])
def test_m4_eight_rated_days_in_the_last_fourteen_are_enough(rated: int, kind: K) -> None:
    found = verdict(daily([5] * 14 + [None] * (14 - rated) + [5] * rated))
    assert (found.kind, found.rated_last) == (kind, rated)


def test_empty_last_window_leaves_no_difference() -> None:
    found = verdict(daily([5] * 10 + [None] * 24 + [5]))
    assert (found.look_day, found.difference, found.last_mean) == (35, 0.0, 5.0)
    gone = verdict(daily([5] * 10 + [None] * 27 + [5]))
    assert (gone.look_day, gone.kind) == (35, K.NOT_ENOUGH)
    assert (gone.difference, gone.low, gone.last_mean) == (None, None, None)


def test_m4_a_fall_is_called_only_at_the_second_look() -> None:
    scores = drifting(8, 4, days=56)
    seen = [verdict(daily(scores[:day])) for day in range(21, 57, 7)]
    passed = [look.p is not None and look.p < 0.05 and look.difference <= -1 for look in seen]  # type: ignore[operator]
    first = passed.index(True)
    assert all(passed[first:])
    kinds = [look.kind for look in seen]
    assert kinds[: first + 1] == [K.NO_CLEAR_CHANGE] * (first + 1)
    assert all(kind.is_lower for kind in kinds[first + 1 :])


@pytest.mark.parametrize("days", [0, 1, 20, 21, 27, 28, 34, 35, 56])
def test_c2_looks_are_the_latest_weekly_verdicts_from_day_21_on(days: int) -> None:
    ratings = daily(drifting(8, 4, days=56)[:days])
    kinds = [verdict(ratings[:day]).kind for day in range(21, days + 1, 7)]
    assert looks(ratings) == tuple(kinds[-2:])
    assert looks(ratings, 1) == tuple(kinds[-1:])
    assert looks(ratings, 9) == tuple(kinds)


def test_m4_the_look_before_needs_enough_ratings_too() -> None:
    fall = drifting(8, 4, days=63)
    thin: list[int | None] = [*fall[:42], *repeat(None, 7), *fall[49:]]
    assert verdict(daily(fall)).kind is K.CLEARLY_LOWER
    found = verdict(daily(thin))
    assert (found.rated_last, found.difference) == (14, -4.0)
    assert found.p is not None
    assert found.p < 0.05
    assert found.kind is K.NO_CLEAR_CHANGE


@pytest.mark.parametrize(
    ("start", "end", "kind"),
    [
        (9, 8, K.LOWER),
        (9, 7, K.LOWER),
        (9, 6, K.CLEARLY_LOWER),
        (7, 5, K.LOWER),
        (10, 7, K.CLEARLY_LOWER),
        (3, 2, K.LOWER),
        (3, 4, K.HIGHER),
        (5, 6, K.HIGHER),
        (5, 7, K.CLEARLY_HIGHER),
        (8, 10, K.HIGHER),
        (0, 3, K.HIGHER),
    ],
)
def test_m4_k12_strength_by_points_and_share(start: int, end: int, kind: K) -> None:
    found = verdict(daily(drifting(start, end)))
    assert found.difference == end - start
    assert found.kind is kind


@pytest.mark.parametrize(("start", "kind"), [(1, K.LOWER), (2, K.LOWER), (3, K.CLEARLY_LOWER)])
def test_m8_a_low_first_week_is_never_clearly_lower(start: int, kind: K) -> None:
    found = verdict(daily(drifting(start, 0)))
    assert (found.difference, found.kind) == (-start, kind)


def test_m4_one_point_is_compared_exactly() -> None:
    """From 8 1/7 to 7 1/7: as floats the difference stays a little short of a point."""
    ramp = drifting(8, 7)[10:-21]
    found = verdict(daily([8, 8, 8, 8, 8, 9, 8, 8, 8, 8, *ramp, *[7, 7, 7, 7, 8, 7, 7] * 3]))
    assert found.difference == -1.0
    assert found.kind is K.LOWER


def test_m4_rho_is_corrected_for_few_days_and_clamped() -> None:
    calm = verdict(daily([5, 6] * 20))
    assert calm.rho == 0.3
    rng, level, scores = random.Random(5), 0.0, []
    for _ in range(200):
        level = 0.95 * level + rng.gauss(0, 1)
        scores.append(min(max(round(5 + level), 0), 10))
    assert verdict(daily(scores)).rho == 0.8


def test_k11_the_line_sees_the_last_365_rated_days_only() -> None:
    restless, calm = [0, 10] * 100, [5, 6, 5] * 122
    found = verdict(daily(restless + calm))
    assert found.sd is not None
    assert found.sd < 1
    assert within_person_sd(rated_days(daily([5] * 30))) == 0.0
    assert within_person_sd(rated_days(daily([5, 5]))) is None


def test_k11_ten_years_take_far_less_than_a_tenth_of_a_second() -> None:
    rng = random.Random(1)
    ratings = daily([min(max(round(7 - i / 1000 + rng.gauss(0, 1)), 0), 10) for i in range(3650)])
    times = []
    for _ in range(3):
        begun = process_time()
        assert verdict(ratings).kind is K.CLEARLY_LOWER
        times.append(process_time() - begun)
    assert min(times) < 0.1


some_days = st.lists(st.one_of(st.none(), st.integers(0, 10)), min_size=21, max_size=70)


@given(
    st.integers(0, 10_000), st.sampled_from([-4, -3, 0, 3, 4]), st.integers(1, 3), st.integers(4, 6)
)
@settings(max_examples=60, deadline=None)
def test_mirrored_ratings_mirror_the_verdict(seed: int, move: int, noise: int, start: int) -> None:
    rng = random.Random(seed)
    scores = [
        min(max(round(start + move * min(i / 28, 1) + rng.gauss(0, noise / 2)), 0), 10)
        for i in range(56)
    ]
    there, back = verdict(daily(scores)), verdict(daily([10 - s for s in scores]))
    assert back.difference == pytest.approx(-there.difference)  # type: ignore[operator]
    assert (back.low, back.high) == pytest.approx((-there.high, -there.low))  # type: ignore[operator]
    assert back.p == pytest.approx(there.p)
    assert there.kind.is_lower == back.kind.is_higher
    assert there.kind.is_higher == back.kind.is_lower


@given(some_days, st.integers(-4000, 4000))
@settings(deadline=None)
def test_shifted_dates_change_nothing(scores: list[int | None], days: int) -> None:
    assert verdict(daily(scores)) == verdict(daily(scores, DAY_1 + timedelta(days=days)))


@given(st.lists(st.one_of(st.none(), st.integers(0, 8)), min_size=21, max_size=70))
@settings(deadline=None)
def test_two_points_more_on_every_day_change_no_statistic(scores: list[int | None]) -> None:
    here = verdict(daily(scores))
    above = verdict(daily([None if s is None else s + 2 for s in scores]))
    for field in ("difference", "low", "high", "rho", "p", "sd", "n", "look_day"):
        assert getattr(above, field) == pytest.approx(getattr(here, field)), field


@given(some_days)
@settings(deadline=None)
def test_a_verdict_never_claims_without_its_conditions(scores: list[int | None]) -> None:
    found = verdict(daily(scores))
    if found.kind.is_lower or found.kind.is_higher:
        assert found.p is not None
        assert found.p < 0.05
        assert found.difference is not None
        assert abs(found.difference) >= 1
    if found.rho is not None:
        assert 0.3 <= found.rho <= 0.8


@given(
    seed=st.integers(0, 100_000),
    days=st.integers(21, 75),
    start=st.integers(0, 10),
    move=st.integers(-6, 6),
    missing=st.sampled_from([0, 0.1, 0.3, 0.5]),
)
@settings(max_examples=120)
def test_k11_every_field_agrees_with_the_reference(
    seed: int, days: int, start: int, move: int, missing: float
) -> None:
    rng = random.Random(seed)
    scores: list[int | None] = [
        None
        if 0 < i < days - 1 and rng.random() < missing
        else min(max(round(start + move * i / 40 + rng.gauss(0, 0.8)), 0), 10)
        for i in range(days)
    ]
    kind, numbers = reference_verdict({i: s for i, s in enumerate(scores, 1) if s is not None})
    found = verdict(daily(scores))
    assert found.kind.value == kind
    for name, value in numbers.items():
        assert getattr(found, name) == pytest.approx(value, abs=1e-6), name


def test_m5_unchanged_people_are_seldom_called_lower() -> None:
    rng = random.Random(7)
    assert sum(ever_lower(simulated(rng, drop=0)) for _ in range(150)) <= 0.08 * 150


def test_m5_a_fall_of_two_points_is_mostly_found_by_week_12() -> None:
    rng = random.Random(7)
    assert sum(ever_lower(simulated(rng, drop=2)) for _ in range(120)) >= 0.60 * 120
