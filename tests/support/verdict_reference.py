"""The verdict once more, straight from the text of rules M4 and K11 with reference libraries.

Written apart from the program's own code, and slowly, so that the two can be compared.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from fractions import Fraction

import numpy as np
import pymannkendall
from scipy import stats

Fields = dict[str, float | None]


def _look(scores: Mapping[int, int], day: int) -> tuple[bool, Fraction | None, Fields, int]:
    """Enough data, exact difference, numbers, and direction of a look; by day number."""
    days = [d for d in sorted(scores) if d <= day]
    y = [scores[d] for d in days]
    line_days, line_y = days[-365:], y[-365:]
    rho = 0.3
    if len(days) > 1:
        slope = stats.theilslopes(line_y, line_days).slope
        left = np.array(line_y) - slope * np.array(line_days)
        off = left - np.median(left)
        off -= off.mean()
        if (off**2).sum() > 1e-9:
            raw = (off[1:] * off[:-1]).sum() / (off**2).sum()
            rho = float(np.clip(raw + (1 + 3 * raw) / len(off), 0.3, 0.8))
    p, s = 1.0, 0
    if len(set(y)) > 1:
        plain = pymannkendall.original_test(y)
        s = int(plain.s)
        if s:
            z = (abs(s) - 1) / math.sqrt(plain.var_s * (1 + rho) / (1 - rho))
            p = float(2 * stats.norm.sf(z))
    first = [scores[d] for d in days if d <= 10][:7]
    last = [scores[d] for d in days if d > day - 14]
    enough = sum(d <= 10 for d in days) >= 5 and len(last) >= 8
    d = Fraction(sum(last), len(last)) - Fraction(sum(first), len(first)) if last else None
    low, high = _interval(first, last, rho)
    numbers: Fields = {
        "difference": None if d is None else float(d),
        "low": low,
        "high": high,
        "n": len(days),
        "rho": rho,
        "p": p,
        "first_mean": float(np.mean(first)),
    }
    return enough, d, numbers, int(np.sign(s))


def _interval(
    first: list[int], last: list[int], rho: float
) -> tuple[float, float] | tuple[None, None]:
    if min(len(first), len(last)) < 2:
        return None, None
    d = float(np.mean(last) - np.mean(first))
    sizes = [len(g) * (1 - rho) / (1 + rho) for g in (first, last)]
    a, b = (np.var(g, ddof=1) / n for g, n in zip((first, last), sizes, strict=True))
    if a + b == 0:
        return d, d
    df = (a + b) ** 2 / (a**2 / max(sizes[0] - 1, 1) + b**2 / max(sizes[1] - 1, 1))
    half = float(stats.t.ppf(0.975, df) * math.sqrt(a + b))
    return d - half, d + half


def reference_verdict(scores: Mapping[int, int]) -> tuple[str, Fields]:
    """Kind and numbers for scores by day number; day 1 is rated, the last day 21 or later."""
    day = max(scores) // 7 * 7
    enough, d, numbers, way = _look(scores, day)
    if not enough:
        return "not-enough", numbers
    before_enough, before_d, before, before_way = _look(scores, day - 7)
    for sign, name in ((-1, "lower"), (1, "higher")):
        now_moved = numbers["p"] < 0.05 and way == sign and d * sign >= 1  # type: ignore[operator]
        if not (now_moved and before_enough and day - 7 >= 21):
            continue
        if not (before["p"] < 0.05 and before_way == sign and before_d * sign >= 1):  # type: ignore[operator]
            continue
        first = [scores[n] for n in sorted(scores) if n <= 10][:7]
        mean = Fraction(sum(first), len(first))
        share = mean > 0 and abs(d) * 10 >= 3 * mean  # type: ignore[arg-type]
        clearly = share and abs(d) >= 2  # type: ignore[arg-type]
        if sign < 0 and mean < 3:
            return ("lower" if share else "no-clear-change"), numbers
        return (f"clearly-{name}" if clearly else name), numbers
    return "no-clear-change", numbers
