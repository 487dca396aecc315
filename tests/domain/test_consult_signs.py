"""Signs in ratings and ticks (C4-C7)."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coach.domain.consult_signs import (
    Ticks,
    kept_awake,
    lasting_swelling,
    new_one_sided,
    very_tight,
)
from coach.domain.history import RatedDay
from support.histories import history, on, rated


@pytest.mark.parametrize(
    ("ticked", "today", "due"),
    [
        ([], 6, False),
        ([1], 6, False),
        ([1, 5], 5, False),
        ([1, 6], 6, True),
        ([1, 6], 13, True),
        ([1, 6], 14, False),
        ([1, 9], 9, False),
        ([1, 9, 14], 14, True),
    ],
)
def test_swelling_that_does_not_settle(ticked: list[int], today: int, due: bool) -> None:
    ticks = Ticks(swelling=tuple(on(day) for day in ticked))
    assert lasting_swelling(ticks, on(today)) is due


@pytest.mark.parametrize(
    ("scores", "due"),
    [
        ({1: 8, 2: 8}, False),
        ({1: 8, 2: 9, 3: 10}, True),
        ({1: 8, 4: 9, 9: 8}, True),
        ({1: 8, 2: 7, 3: 8, 4: 8}, False),
        ({1: 8, 2: 8, 3: 8, 4: 7}, False),
    ],
)
def test_three_rated_days_of_8(scores: dict[int, int], due: bool) -> None:
    assert very_tight(history(10, rated=rated(scores))) is due


def sides(days: Sequence[int], left: int, right: int) -> list[RatedDay]:
    return [RatedDay(on(day), max(left, right), left, right) for day in days]


EVEN = sides(range(1, 8), 5, 4)


@pytest.mark.parametrize(
    ("first", "late", "due"),
    [
        (EVEN, sides(range(30, 37), 7, 3), True),
        (EVEN, sides(range(30, 36), 7, 3), False),
        (EVEN, sides(range(30, 37), 6, 3), False),
        (EVEN, [*sides(range(30, 34), 7, 3), *sides(range(34, 37), 3, 7)], False),
        (sides(range(1, 8), 8, 3), sides(range(30, 37), 7, 3), False),
        (sides(range(1, 8), 3, 8), sides(range(30, 37), 7, 3), True),
        ([*EVEN[:6], *sides([7], 8, 3)], sides(range(30, 37), 7, 3), True),
        (rated(dict.fromkeys(range(1, 8), 5)), sides(range(30, 37), 3, 7), True),
    ],
)
def test_a_new_one_sided_pattern(first: list[RatedDay], late: list[RatedDay], due: bool) -> None:
    assert new_one_sided(history(40, rated=[*first, *late])) is due


def test_one_sided_days_older_than_14_do_not_count() -> None:
    past = [*EVEN, *sides(range(30, 37), 7, 3)]
    assert new_one_sided(history(43, rated=past))
    assert not new_one_sided(history(44, rated=past))


def test_no_ratings_show_no_pattern() -> None:
    assert not new_one_sided(history(40))


@pytest.mark.parametrize(
    ("ticked", "due"), [([7], False), ([1, 7], True), ([0, 7], False), ([7, 7], False)]
)
def test_kept_awake_on_two_of_seven_days(ticked: list[int], due: bool) -> None:
    assert kept_awake(Ticks(awake=tuple(on(day) for day in ticked)), on(7)) is due


TICKED = st.sets(st.integers(1, 40).map(on), max_size=8).map(tuple)


@given(TICKED, TICKED)
def test_more_ticks_never_take_a_note_away(some: tuple[date, ...], more: tuple[date, ...]) -> None:
    fewer, all_of_them = Ticks(some, some), Ticks((*some, *more), (*some, *more))
    assert lasting_swelling(all_of_them, on(40)) >= lasting_swelling(fewer, on(40))
    assert kept_awake(all_of_them, on(40)) >= kept_awake(fewer, on(40))
