"""The morning after a session (E5)."""

from __future__ import annotations

import pytest

from coach.domain.morning import Morning, morning_after, next_morning, usual_at
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
