"""The morning after a session (E5)."""

from __future__ import annotations

import pytest

from coach.domain.morning import Morning, morning_after, next_morning, second_morning, usual_at
from coach.domain.terms import Stage
from support.months import day, done, fact, history

BASE = [4, 4, 5, 4, 4, 4, 5]


@pytest.mark.parametrize(
    ("scores", "expected"),
    [
        ([*BASE, 5], Morning.CALM),
        ([*BASE, 6], Morning.RAISED),
        ([*BASE, None, 4], Morning.UNKNOWN),
        ([4, 4, None, 4, None, 4, 4, 9], Morning.UNKNOWN),
    ],
)
def test_e5_the_first_rating_of_the_next_day(scores: list[int | None], expected: Morning) -> None:
    assert morning_after(history(scores), day(7)) is expected


def test_between_one_and_two_points_is_not_calm() -> None:
    past = history([4, 5, 4, 5, 4, 5, 4, 6])
    assert usual_at(past, day(8)) == 4.5
    assert morning_after(past, day(7)) is Morning.RAISED


def test_mornings_before_the_first_usual_are_held_against_it() -> None:
    past = history(BASE)
    assert usual_at(past, day(2)) == 4.0
    assert morning_after(past, day(1)) is Morning.CALM
    assert morning_after(history([4, 7, 4, 4, 4, 4, 4]), day(1)) is Morning.RAISED


def test_later_ratings_do_not_rejudge_a_morning() -> None:
    past = history([*BASE, 5, *[1] * 20])
    assert morning_after(past, day(7)) is Morning.CALM


def test_the_easy_version_follows_a_raised_morning_after_a_session() -> None:
    found = next_morning(history([*BASE, 6], [done(7)]))
    assert found is not None
    assert found.reason.rule == "E5"
    assert next_morning(history([*BASE, 5], [done(7)])) is None
    assert next_morning(history([*BASE, 6], [done(6)])) is None
    assert next_morning(history(BASE, [done(7)], today=8)) is None


def test_a_frozen_usual_judges_mornings_too() -> None:
    plans = [fact(1, Stage.S1, "G2"), fact(9, Stage.S0, "D2")]
    past = history([*BASE, 6, 6, *[6] * 12], [done(20)], plans)
    assert morning_after(past, day(20)) is Morning.RAISED


HALVES = [4, 5, 4, 5, 4, 5]


@pytest.mark.parametrize(
    ("scores", "after", "found"),
    [
        ([*BASE, 6, 6], None, True),
        ([*BASE, 6, 5], None, False),
        ([*BASE, 5, 6], None, False),
        ([*BASE, None, 6], None, True),
        ([*BASE, None, 5], None, False),
        ([*HALVES, None, 7, 6], None, True),
        ([*HALVES, None, 6, 7], None, False),
        ([*HALVES, 4, None, 6], None, False),
        ([*BASE, 6, 6], 7, True),
        ([*BASE, 6, 6], 8, False),
        ([4, 4, 4, 4, None, None, None, 9, 9], None, False),
    ],
)
def test_e5_not_back_by_the_second_morning(
    scores: list[int | None], after: int | None, found: bool
) -> None:
    """A session on day 7; usual is 4, or 4.5 where the ratings alternate."""
    past = history(scores, [done(7)])
    why = second_morning(past, None if after is None else day(after))
    assert (why is not None) == found
    assert second_morning(history(scores, [done(6)])) is None


def test_e5_nothing_rated_is_no_second_morning() -> None:
    assert second_morning(history(sessions=[done(7)], today=9)) is None
