"""The few statistics that the verdict needs, on plain sequences (M4, M6, K11).

Written out here because the app must not load a numerical library to say one sentence; the
tests compare them with reference implementations.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise
from statistics import fmean, median, variance
from typing import NamedTuple

_NO_SPREAD = 1e-9
"""Sum of squares below which residuals count as all equal (rounding of a perfect line)."""


class Line(NamedTuple):
    """A straight line ``y = intercept + slope * t``."""

    slope: float
    intercept: float

    def at(self, t: float) -> float:
        return self.intercept + self.slope * t


def kendall_s(values: Sequence[float]) -> int:
    """Kendall's S: rising pairs minus falling pairs, in O(n log n) by merge sort (K11)."""
    n = len(values)
    tied = sum(t * (t - 1) // 2 for t in Counter(values).values())
    return n * (n - 1) // 2 - tied - 2 * _inversions(values)


def _inversions(values: Sequence[float]) -> int:
    """Pairs in which the earlier value is the higher one."""
    runs = [[value] for value in values]
    total = 0
    while len(runs) > 1:
        merged = []
        for left, right in zip(runs[::2], runs[1::2], strict=False):
            run, falling = _merge(left, right)
            merged.append(run)
            total += falling
        if len(runs) % 2:
            merged.append(runs[-1])
        runs = merged
    return total


def _merge(left: list[float], right: list[float]) -> tuple[list[float], int]:
    """Two sorted runs as one, and how many pairs (left, right) fall."""
    run: list[float] = []
    falling = i = 0
    for value in right:
        while i < len(left) and left[i] <= value:
            run.append(left[i])
            i += 1
        falling += len(left) - i
        run.append(value)
    return run + left[i:], falling


def mann_kendall(values: Sequence[float], rho: float) -> tuple[int, float]:
    """Kendall's S and its two-sided p, with tie-corrected variance and continuity correction.

    The variance is widened by (1 + rho) / (1 - rho) for values that follow each other (M4).
    p is 1 where S or the variance is 0.
    """
    n = len(values)
    s = kendall_s(values)
    ties = sum(t * (t - 1) * (2 * t + 5) for t in Counter(values).values())
    var = (n * (n - 1) * (2 * n + 5) - ties) / 18 * (1 + rho) / (1 - rho)
    if s == 0 or var <= 0:
        return s, 1.0
    z = (abs(s) - 1) / math.sqrt(var)
    return s, math.erfc(z / math.sqrt(2))


def theil_sen(days: Sequence[int], values: Sequence[float]) -> Line:
    """Median of the pairwise slopes, and the median of what is left as intercept.

    ``days`` are strictly increasing. One point gives a level line.
    """
    points = list(zip(days, values, strict=True))
    slopes = [(y - y0) / (t - t0) for i, (t0, y0) in enumerate(points) for t, y in points[i + 1 :]]
    slope = median(slopes) if slopes else 0.0
    return Line(slope, median(y - slope * t for t, y in points))


def residuals(line: Line, days: Sequence[int], values: Sequence[float]) -> list[float]:
    """How far each value lies above the line."""
    return [y - line.at(t) for t, y in zip(days, values, strict=True)]


def lag1_autocorrelation(values: Sequence[float]) -> float | None:
    """Lag-1 autocorrelation by index, mean removed; ``None`` where the values do not vary."""
    if len(values) < 2:
        return None
    mean = fmean(values)
    off = [v - mean for v in values]
    spread = math.fsum(v * v for v in off)
    if spread < _NO_SPREAD:
        return None
    return math.fsum(a * b for a, b in pairwise(off)) / spread


def welch_interval(
    first: Sequence[float], last: Sequence[float], rho: float
) -> tuple[float, float] | None:
    """95 % interval of mean(last) - mean(first) with effective sample sizes (M6, K11).

    A group of n counts as n (1 - rho) / (1 + rho) values. Its degrees of freedom are that minus
    one, but at least 1: seven days at rho 0.8 would count as less than one value, and one degree
    of freedom already gives the widest range that is still a range. ``None`` where a group has
    fewer than two values.
    """
    if len(first) < 2 or len(last) < 2:
        return None
    difference = fmean(last) - fmean(first)
    shrink = (1 - rho) / (1 + rho)
    sizes = [len(group) * shrink for group in (first, last)]
    parts = [variance(g) / size for g, size in zip((first, last), sizes, strict=True)]
    if sum(parts) == 0:
        return difference, difference
    spread = sum(part**2 / max(size - 1, 1.0) for part, size in zip(parts, sizes, strict=True))
    half = t_quantile(0.975, sum(parts) ** 2 / spread) * math.sqrt(sum(parts))
    return difference - half, difference + half


def t_quantile(probability: float, df: float) -> float:
    """Quantile of Student's t for ``0.5 <= probability < 1`` and ``df >= 1``, by bisection."""
    if not 0.5 <= probability < 1 or df < 1:
        raise ValueError(f"no t quantile for probability {probability} and df {df}")
    low, high = 0.0, 2.0
    while _t_cdf(high, df) < probability:
        low, high = high, 2 * high
    for _ in range(50):
        middle = (low + high) / 2
        low, high = (middle, high) if _t_cdf(middle, df) < probability else (low, middle)
    return (low + high) / 2


def _t_cdf(t: float, df: float) -> float:
    """P(T <= t) for t >= 0."""
    return 1 - 0.5 * _beta_fraction(df / 2, 0.5, df / (df + t * t))


def _beta_fraction(a: float, b: float, x: float) -> float:
    """Regularised incomplete beta function I_x(a, b)."""
    if x <= 0 or x >= 1:
        return min(max(x, 0.0), 1.0)
    if x > (a + 1) / (a + b + 2):
        return 1 - _beta_fraction(b, a, 1 - x)
    log_front = math.lgamma(a + b) - math.lgamma(a) - math.lgamma(b)
    front = math.exp(log_front + a * math.log(x) + b * math.log1p(-x)) / a
    return front / _continued(a, b, x)


def _continued(a: float, b: float, x: float) -> float:
    """1 + d1/(1 + d2/(1 + ...)), the continued fraction of the incomplete beta, from its tail."""
    value = 1.0
    for m in range(60, 0, -1):
        even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m))
        odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1))
        value = 1 + even / (1 + odd / value)
    return 1 - (a + b) * x / (a + 1) / value
