"""Signs in ratings and ticks that a professional may want to hear of (C4-C7)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise

from coach.domain.history import History, RatedDay
from coach.domain.rated_days import FIRST_WEEK_DAYS, FIRST_WEEK_RATED

SETTLES_DAYS = 5
SWELLING_GAP_DAYS = 7
VERY_TIGHT, VERY_TIGHT_DAYS = 8, 3
APART = 4
ONE_SIDED_DAYS, SIDES_DAYS = 7, 14
AWAKE_DAYS, AWAKE_WITHIN_DAYS = 2, 7


@dataclass(frozen=True, slots=True)
class Ticks:
    """Days on which the check-in's optional ticks were set: swelling or bruising with pain, and
    "keeps me awake or stops normal activity" (K9)."""

    swelling: tuple[date, ...] = ()
    awake: tuple[date, ...] = ()


def lasting_swelling(ticks: Ticks, today: date) -> bool:
    """C4: the newest ticks, never more than a week apart, reach back over at least 5 days."""
    days = sorted(day for day in set(ticks.swelling) if day <= today)
    if not days or (today - days[-1]).days > SWELLING_GAP_DAYS:
        return False
    first = days[0]
    for early, late in pairwise(days):
        if (late - early).days > SWELLING_GAP_DAYS:
            first = late
    return (days[-1] - first).days >= SETTLES_DAYS


def very_tight(history: History) -> bool:
    """C5: 8 or more on the last three rated days."""
    last = history.rated[-VERY_TIGHT_DAYS:]
    return len(last) == VERY_TIGHT_DAYS and all(rated.score >= VERY_TIGHT for rated in last)


def new_one_sided(history: History) -> bool:
    """C6: one side at least 4 higher on 7 of 14 days, and not on half of the first week's days.

    A first week without sides counts as even (X4).
    """
    since = history.today - timedelta(days=SIDES_DAYS - 1)
    late = [rated for rated in history.rated if since <= rated.day <= history.today]
    first = _first_week(history.rated)
    return any(
        _apart(late, sign) >= ONE_SIDED_DAYS and 2 * _apart(first, sign) < max(len(first), 1)
        for sign in (1, -1)
    )


def kept_awake(ticks: Ticks, today: date) -> bool:
    """C7: ticked on two of the last seven days."""
    since = today - timedelta(days=AWAKE_WITHIN_DAYS - 1)
    return sum(since <= day <= today for day in set(ticks.awake)) >= AWAKE_DAYS


def _first_week(rated: Sequence[RatedDay]) -> list[RatedDay]:
    """Its days with both sides (K11: day 1 is the first rated date)."""
    if not rated:
        return []
    end = rated[0].day + timedelta(days=FIRST_WEEK_DAYS - 1)
    week = [one for one in rated if one.day <= end][:FIRST_WEEK_RATED]
    return [one for one in week if one.left is not None and one.right is not None]


def _apart(rated: Sequence[RatedDay], sign: int) -> int:
    """Days on which the left (1) or the right (-1) is at least 4 higher."""
    return sum(
        sign * (one.left - one.right) >= APART
        for one in rated
        if one.left is not None and one.right is not None
    )
