from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise

import pytest

from coach.domain.rated_days import (
    RatedDays,
    off_line,
    rated_days,
    serial_rho,
    spread,
    within_person_sd,
)

DAY_1 = date(2026, 1, 5)


def test_k11_days_count_from_the_first_rated_date() -> None:
    entered = [(DAY_1 + timedelta(days=4), 6), (DAY_1, 5), (DAY_1 + timedelta(days=4), 7)]
    assert rated_days(entered) == RatedDays((1, 5), (5, 7))
    assert rated_days([]) == RatedDays((), ())


def test_windows_include_both_ends() -> None:
    rated = RatedDays((1, 3, 7, 9), (4, 5, 6, 7))
    assert rated.up_to(7).scores == (4, 5, 6)
    assert rated.between(3, 7).days == (3, 7)
    assert rated.latest(2).days == (7, 9)
    assert rated.latest(9) == rated


def test_days_without_their_scores_are_refused() -> None:
    with pytest.raises(ValueError, match="shorter"):
        RatedDays((1, 2), (4,)).up_to(1)


def test_m4_the_first_week_takes_seven_of_the_first_ten_days() -> None:
    assert RatedDays(tuple(range(1, 12)), tuple(range(11))).first_week() == (0, 1, 2, 3, 4, 5, 6)
    assert RatedDays((1, 9, 10, 11), (4, 5, 6, 7)).first_week() == (4, 5, 6)


def test_a_steady_fall_is_no_unrest() -> None:
    rated = RatedDays(tuple(range(1, 11)), tuple(range(10, 0, -1)))
    assert off_line(rated) == [0.0] * 10
    assert within_person_sd(rated) == 0.0
    assert serial_rho(off_line(rated)) == 0.3


def test_unrest_is_the_spread_around_the_line() -> None:
    assert spread([1.0, -1.0, 1.0, -1.0]) == pytest.approx((4 / 3) ** 0.5)
    assert spread([1.0, 2.0, 3.0]) == 1.0
    assert spread([1.0, 2.0]) is None
    assert within_person_sd(RatedDays((), ())) is None


def test_m4_rho_is_corrected_and_clamped() -> None:
    slow = [1.0, 2.0, 3.0, 2.0, 1.0, -1.0, -2.0, -3.0, -2.0, -1.0] * 2
    raw = sum(a * b for a, b in pairwise(slow)) / sum(v * v for v in slow)
    assert serial_rho(slow) == pytest.approx(min(raw + (1 + 3 * raw) / 20, 0.8))
    assert serial_rho([1.0, -1.0] * 10) == 0.3
    assert serial_rho([]) == 0.3


@pytest.mark.parametrize(("count", "seen"), [(1, 1), (365, 365), (366, 365)])
def test_unrest_looks_back_on_365_rated_days(count: int, seen: int) -> None:
    rated = RatedDays(tuple(range(1, count + 1)), (10,) + (4,) * (count - 1))
    off = off_line(rated)
    assert (len(off), max(off)) == (seen, 0.0 if count in (1, 366) else 6.0)
