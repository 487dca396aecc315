"""Ratings by one tap, corrected for 48 hours, yesterday at most (M2, K3); optional ticks (K9)."""

from __future__ import annotations

from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coach.app.checkin import (
    RatingRefusedError,
    TickView,
    checkin_view,
    first_rating,
    may_correct,
    rate,
    tick,
    ticks_for,
)
from coach.app.planning import standing
from coach.domain.decisions import TickKind
from coach.domain.records import Rating, RatingKind
from coach.domain.terms import Discomfort, Effort, Side
from coach.store.sql_store import SqlStore
from support.book import real_book
from support.standing import checked
from support.store_builders import CountedIds, discomfort, effort, numbered_id, session, stamp

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


def asked(store: SqlStore, minutes: int = 0, **answers: object) -> list[TickKind]:
    """The ticks that concern somebody with these answers on a later day."""
    book, now = real_book(), stamp(minutes)
    if store.latest_check() is None:
        checked(store, stamp(), IDS, **answers)
    here = standing(store, book, now)
    assert here is not None
    return [one.kind for one in ticks_for(store, book, now, here.plan)]


DAY = 24 * HOUR
SIGNS = [TickKind.SWELLING, TickKind.AWAKE]


def test_a_calm_plan_asks_only_about_kneeling(store: SqlStore) -> None:
    """K9: each tick is for those whom it concerns."""
    assert asked(store) == [TickKind.KNEELING]


@pytest.mark.parametrize(
    ("answers", "kind"),
    [
        ({"q7": {"age": 70}}, TickKind.STEADY),
        ({"q7": {"unsteady": True}}, TickKind.STEADY),
        ({"q8": True}, TickKind.SIT_BONE),
    ],
)
def test_a_modifier_asks_for_its_tick(
    store: SqlStore, answers: dict[str, object], kind: TickKind
) -> None:
    assert kind in asked(store, **answers)


def test_a_plan_that_does_not_kneel_asks_until_it_has_hurt_once(store: SqlStore) -> None:
    """M-KNEE: with a knee operation nothing kneels."""
    answers = {"q6": ["c"], "clearance": ["q6"]}
    assert TickKind.KNEELING not in asked(store, **answers)
    tick(store, stamp(), IDS, TickKind.KNEELING, on=True)
    assert TickKind.KNEELING in asked(store, 30 * DAY)


@pytest.mark.parametrize(("score", "kinds"), [(6, []), (7, SIGNS)])
def test_a_tight_day_asks_for_the_signs(store: SqlStore, score: int, kinds: list[TickKind]) -> None:
    """C4, C7."""
    rate(store, stamp(), IDS, side=Side.LEFT, score=score)
    assert [kind for kind in asked(store) if kind in SIGNS] == kinds


@pytest.mark.parametrize(
    ("felt", "sharp", "kinds"),
    [(Effort.NOTICEABLE, False, []), (Effort.TOO_MUCH, False, SIGNS), (Effort.FINE, True, SIGNS)],
)
def test_a_hard_session_asks_for_the_signs_for_a_week(
    store: SqlStore, felt: Effort, sharp: bool, kinds: list[TickKind]
) -> None:
    done = session(stamp())
    store.begin_session(done)
    store.add_effort(effort(done, felt=felt))
    if sharp:
        store.add_discomfort(discomfort(done, Discomfort.SHARP))
    for days, wanted in ((0, kinds), (6, kinds), (7, [])):
        assert [kind for kind in asked(store, days * DAY) if kind in SIGNS] == wanted, days


def test_a_sign_that_was_ticked_is_asked_for_a_week(store: SqlStore) -> None:
    tick(store, stamp(), IDS, TickKind.AWAKE, on=True)
    assert asked(store, 6 * DAY)[1:] == SIGNS
    assert asked(store, 7 * DAY)[1:] == []


def test_a_tick_is_of_its_day_and_can_be_taken_back(store: SqlStore) -> None:
    book, now = real_book(), stamp()
    checked(store, now, IDS)
    here = standing(store, book, now)
    assert here is not None

    def shown(minutes: int) -> TickView:
        return ticks_for(store, book, stamp(minutes), here.plan)[0]

    assert shown(0).on is None
    tick(store, now, IDS, TickKind.KNEELING, on=True)
    assert shown(1).on is True
    tick(store, stamp(2), IDS, TickKind.KNEELING, on=False)
    assert shown(3).on is False
    assert shown(DAY).on is None
