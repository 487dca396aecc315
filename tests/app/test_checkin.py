"""Ratings by one tap, corrected for 48 hours, yesterday at most (M2, K3)."""

from __future__ import annotations

from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coach.app.checkin import RatingRefusedError, checkin_view, first_rating, may_correct, rate
from coach.domain.records import Rating, RatingKind
from coach.domain.terms import Side
from coach.store.sql_store import SqlStore
from support.store_builders import CountedIds, numbered_id, stamp

IDS = CountedIds()
HOUR = 60


def test_two_taps_make_one_rating_of_the_higher_side(store: SqlStore) -> None:
    rate(store, stamp(), IDS, side=Side.LEFT, score=4)
    view = rate(store, stamp(1), IDS, side=Side.RIGHT, score=6)
    assert (view.left, view.right) == (4, 6)
    [kept] = store.ratings(RatingKind.DAILY)
    assert kept.score == 6


def test_a_correction_replaces_the_value_of_that_day(store: SqlStore) -> None:
    rate(store, stamp(), IDS, side=Side.LEFT, score=4)
    rate(store, stamp(3 * HOUR), IDS, side=Side.LEFT, score=7)
    [kept] = store.ratings(RatingKind.DAILY)
    assert (kept.left, kept.right) == (7, None)


def test_yesterday_can_be_filled_in_and_is_marked(store: SqlStore) -> None:
    view = rate(store, stamp(), IDS, side=Side.LEFT, score=5, yesterday=True)
    [kept] = store.ratings(RatingKind.DAILY)
    assert kept.backfilled
    assert kept.stamp.civil == stamp().civil - timedelta(days=1)
    assert view.yesterday
    assert checkin_view(store, stamp()).left is None


@given(minutes=st.integers(0, 5 * 24 * HOUR))
def test_the_window_of_correction_is_48_hours(minutes: int) -> None:
    rating = Rating(numbered_id(1), RatingKind.DAILY, stamp(), left=3)
    assert may_correct(rating, stamp(minutes)) == (minutes <= 48 * HOUR)


def test_after_48_hours_a_rating_stays(store: SqlStore) -> None:
    rate(store, stamp(), IDS, side=Side.LEFT, score=4)
    late = stamp(48 * HOUR + 1, civil=stamp().civil + timedelta(days=1))
    assert not checkin_view(store, late, yesterday=True).open
    with pytest.raises(RatingRefusedError):
        rate(store, late, IDS, side=Side.LEFT, score=1, yesterday=True)
    assert store.ratings(RatingKind.DAILY)[0].left == 4


@pytest.mark.parametrize("score", [-1, 11])
def test_eleven_is_refused_and_nothing_is_lost(store: SqlStore, score: int) -> None:
    rate(store, stamp(), IDS, side=Side.LEFT, score=4)
    with pytest.raises(ValueError, match="0 to 10"):
        rate(store, stamp(1), IDS, side=Side.RIGHT, score=score)
    assert store.ratings(RatingKind.DAILY)[0].score == 4


@pytest.mark.parametrize(
    ("side", "left", "right"), [("left", 6, None), ("right", None, 6), ("both", 6, 6)]
)
def test_the_check_gives_the_first_rating_of_its_day(
    store: SqlStore, side: str, left: int | None, right: int | None
) -> None:
    first_rating(store, stamp(), IDS, score=6, side=side)
    [kept] = store.ratings(RatingKind.DAILY)
    assert (kept.left, kept.right) == (left, right)
    first_rating(store, stamp(1), IDS, score=1, side="both")
    assert store.ratings(RatingKind.DAILY)[0].score == 6
