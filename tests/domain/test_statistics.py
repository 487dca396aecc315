from __future__ import annotations

import math

import numpy as np
import pymannkendall
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import stats

from coach.domain.statistics import (
    Line,
    kendall_s,
    lag1_autocorrelation,
    mann_kendall,
    residuals,
    t_quantile,
    theil_sen,
    welch_interval,
)

scores = st.lists(st.integers(0, 10), min_size=2, max_size=80)


def spread_out(count: int) -> list[int]:
    """Increasing day numbers with gaps of one, two and three days."""
    return list(np.cumsum([1 + i % 3 for i in range(count)]).tolist())


def test_kendall_s_by_hand() -> None:
    assert kendall_s([1, 2, 3, 4]) == 6
    assert kendall_s([4, 3, 2, 1]) == -6
    assert kendall_s([1, 3, 2, 3]) == 3
    assert kendall_s([5]) == kendall_s([]) == kendall_s([5, 5, 5]) == 0


@given(scores)
def test_kendall_s_counts_every_pair(values: list[int]) -> None:
    pairs = [np.sign(b - a) for i, a in enumerate(values) for b in values[i + 1 :]]
    assert kendall_s(values) == sum(pairs)


@given(scores.filter(lambda v: len(set(v)) > 1))
def test_k11_mann_kendall_without_correlation_is_the_textbook_one(values: list[int]) -> None:
    expected = pymannkendall.original_test(values)
    s, p = mann_kendall(values, rho=0.0)
    assert s == expected.s
    assert p == pytest.approx(expected.p, abs=1e-12)


@given(scores.filter(lambda v: len(set(v)) > 1))
def test_kendall_s_agrees_with_tau(values: list[int]) -> None:
    tau = stats.kendalltau(range(len(values)), values, variant="c").statistic
    m = min(len(set(values)), len(values))
    assert kendall_s(values) == pytest.approx(tau * len(values) ** 2 * (m - 1) / m / 2, abs=1e-6)


def test_m4_correlation_widens_the_variance() -> None:
    values = [6, 5, 6, 4, 5, 4, 3, 4, 3, 2]
    var = pymannkendall.original_test(values).var_s * (1.3 / 0.7)
    s, p = mann_kendall(values, rho=0.3)
    assert p == pytest.approx(2 * stats.norm.sf((abs(s) - 1) / math.sqrt(var)), abs=1e-12)


@pytest.mark.parametrize("values", [[], [5], [5, 5, 5], [1, 2, 1]])
def test_k11_no_trend_gives_p_one(values: list[int]) -> None:
    assert mann_kendall(values, rho=0.3) == (0, 1.0)


@given(scores)
def test_theil_sen_agrees_with_the_reference(values: list[int]) -> None:
    days = spread_out(len(values))
    expected = stats.theilslopes(values, days)
    line = theil_sen(days, values)
    assert line.slope == pytest.approx(expected.slope, abs=1e-12)
    left = [y - line.slope * t for t, y in zip(days, values, strict=True)]
    assert line.intercept == pytest.approx(np.median(left), abs=1e-12)


def test_theil_sen_of_one_point_is_level() -> None:
    assert theil_sen([3], [4]) == Line(0.0, 4.0)


def test_residuals_lie_around_the_line() -> None:
    assert residuals(Line(2.0, 1.0), [1, 2, 4], [3, 6, 8]) == [0.0, 1.0, -1.0]


def test_autocorrelation_by_hand() -> None:
    assert lag1_autocorrelation([1, -1, 1, -1]) == pytest.approx(-0.75)
    assert lag1_autocorrelation([1, 2, 3, 4]) == pytest.approx(0.25)


@pytest.mark.parametrize("values", [[], [1.0], [2.0, 2.0, 2.0], [1e-16, -1e-16, 2e-16]])
def test_autocorrelation_of_no_spread_is_undefined(values: list[float]) -> None:
    assert lag1_autocorrelation(values) is None


@given(st.floats(0.5, 0.9999), st.floats(1.0, 10_000.0))
def test_k11_t_quantile_agrees_with_the_reference(probability: float, df: float) -> None:
    expected = float(stats.t.ppf(probability, df))
    assert t_quantile(probability, df) == pytest.approx(expected, rel=1e-6, abs=1e-6)


@pytest.mark.parametrize(("probability", "df"), [(0.4, 5), (1.0, 5), (0.9, 0.5)])
def test_t_quantile_refuses_what_it_cannot_answer(probability: float, df: float) -> None:
    with pytest.raises(ValueError, match="no t quantile"):
        t_quantile(probability, df)


def test_m6_interval_without_correlation_is_welch() -> None:
    first, last = [6, 7, 5, 6, 8, 6, 7], [4, 5, 4, 3, 6, 5, 4, 4, 5, 3]
    expected = stats.ttest_ind(last, first, equal_var=False).confidence_interval(0.95)
    found = welch_interval(first, last, rho=0.0)
    assert found == pytest.approx((expected.low, expected.high), abs=1e-9)


def test_m6_correlation_shrinks_the_samples() -> None:
    first, last, rho = [6, 7, 5, 6, 8, 6, 7], [4, 5, 4, 3, 6, 5, 4, 4, 5, 3], 0.3
    sizes = [len(g) * 0.7 / 1.3 for g in (first, last)]
    parts = [np.var(g, ddof=1) / n for g, n in zip((first, last), sizes, strict=True)]
    df = sum(parts) ** 2 / sum(v**2 / (n - 1) for v, n in zip(parts, sizes, strict=True))
    half = stats.t.ppf(0.975, df) * math.sqrt(sum(parts))
    d = np.mean(last) - np.mean(first)
    assert welch_interval(first, last, rho) == pytest.approx((d - half, d + half), abs=1e-9)


def test_m6_a_group_keeps_one_degree_of_freedom() -> None:
    low, high = welch_interval([4, 6, 5], [5, 5, 5], rho=0.8) or (0.0, 0.0)
    half = stats.t.ppf(0.975, 1) * math.sqrt(1 / (3 * 0.2 / 1.8))
    assert (low, high) == pytest.approx((-half, half), abs=1e-6)


def test_m6_equal_values_have_no_width_and_one_value_no_interval() -> None:
    assert welch_interval([5, 5], [4, 4, 4], rho=0.3) == (-1.0, -1.0)
    assert welch_interval([5], [4, 4], rho=0.3) is None
    assert welch_interval([5, 4], [4], rho=0.3) is None
