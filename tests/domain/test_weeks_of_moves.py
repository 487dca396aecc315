"""Chains of moves from every week and every first weekday (R9, R10, R11)."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise, product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coach.domain.reason import Reason
from coach.domain.terms import DayKind, Weekday
from coach.domain.week import allowed_weeks, kinds, moved, refusal

Days = tuple[Weekday, ...]
MONDAY = date(2026, 1, 5)
ALLOWED = allowed_weeks()


@pytest.mark.parametrize("days", ALLOWED)
@pytest.mark.parametrize("first", Weekday)
def test_every_week_from_every_weekday(days: Days, first: Weekday) -> None:
    """Any seven days in a row hold three full ones, two of rest, and no two full ones touch."""
    start = MONDAY + timedelta(days=first.number)
    table = kinds(days, light=True)
    run = [table[Weekday.of(start + timedelta(days=n))] for n in range(28)]
    for begin in range(len(run) - 6):
        seven = run[begin : begin + 7]
        assert seven.count(DayKind.FULL) == 3
        assert seven.count(DayKind.REST) >= 2
    assert not any(a is b is DayKind.FULL for a, b in pairwise(run))


@given(
    st.sampled_from(ALLOWED),
    st.lists(st.tuples(st.sampled_from(list(Weekday)), st.sampled_from(list(Weekday))), max_size=8),
)
def test_any_chain_of_moves_keeps_the_rule(
    days: Days, moves: list[tuple[Weekday, Weekday]]
) -> None:
    for source, target in moves:
        found = moved(days, source, target)
        days = days if isinstance(found, Reason) else found
        assert refusal(days) is None
        assert days == tuple(sorted(days, key=lambda day: day.number))


@pytest.mark.parametrize("count", [0, 1, 2, 4, 7])
def test_any_other_number_of_days_is_refused_for_that(count: int) -> None:
    found = refusal(list(Weekday)[:count])
    assert found is not None
    assert (found.text, dict(found.params)) == ("days.three", {"count": str(count)})


def test_moves_reach_every_week_that_is_allowed() -> None:
    reached, fresh = {ALLOWED[0]}, [ALLOWED[0]]
    while fresh:
        days = fresh.pop()
        for source, target in product(Weekday, Weekday):
            found = moved(days, source, target)
            if not isinstance(found, Reason) and found not in reached:
                reached.add(found)
                fresh.append(found)
    assert reached == set(ALLOWED)
