"""Entries dated after today are kept, found, and left out of figures and rules until their day."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from coach.app.ahead import Ahead, entries_ahead
from coach.app.checkin import rate
from coach.app.log_facts import facts_of
from coach.domain.records import RatingKind, SessionStatus, Stamp
from coach.domain.returning import gap_days
from coach.domain.terms import Side
from coach.store.sql_store import SqlStore
from support import store_builders as build
from support.book import real_book
from support.standing import checked
from support.store_builders import CountedIds, stamp

DAY_MIN = 24 * 60
TODAY = stamp()


def later(days: int) -> Stamp:
    return stamp(days * DAY_MIN)


def test_a_log_up_to_today_has_none(store: SqlStore) -> None:
    build.fill(store)
    assert entries_ahead(store, later(3)) is None


@pytest.mark.parametrize("days", [1, 400])
def test_each_kind_of_entry_is_found(store: SqlStore, days: int) -> None:
    checked(store, TODAY, CountedIds())
    store.save_rating(build.rating(at=later(days)), later(days))
    assert entries_ahead(store, TODAY) == Ahead(1, later(days).civil)
    store.begin_session(build.session(later(days)))
    assert entries_ahead(store, TODAY) == Ahead(2, later(days).civil)
    store.add_check(build.check(at=later(days)))
    assert entries_ahead(store, TODAY) == Ahead(3, later(days).civil)
    assert entries_ahead(store, later(days)) is None


def test_a_rating_dated_ahead_is_kept_and_waits_for_its_day(store: SqlStore) -> None:
    """The clock was a month ahead for one rating, and was set right."""
    book = real_book()
    check = checked(store, TODAY, CountedIds())
    ahead = build.rating(9, 9, at=later(30))
    store.save_rating(ahead, ahead.stamp)
    rate(store, TODAY, CountedIds(), side=Side.LEFT, score=4)
    assert len(store.ratings(RatingKind.DAILY)) == 2
    assert [one.score for one in facts_of(store, book, check, TODAY).history.rated] == [4]
    assert len(facts_of(store, book, check, later(30)).history.rated) == 2


def trained(store: SqlStore, at: Stamp) -> None:
    log = replace(build.session(at), plan={"template": "full", "items": []})
    store.begin_session(log)
    store.add_set(build.set_log(log))
    store.end_session(log.id, SessionStatus.FINISHED, at)


@pytest.mark.parametrize(("days", "counts"), [(1, True), (2, False), (365, False)])
def test_a_session_dated_far_ahead_hides_no_pause(store: SqlStore, days: int, counts: bool) -> None:
    """One dated tomorrow is a journey over the date line, and still asks for the rest of R9."""
    check = checked(store, TODAY, CountedIds())
    trained(store, TODAY)
    trained(store, later(20 + days))
    history = facts_of(store, real_book(), check, later(20)).history
    assert (len(history.sessions) == 2) is counts
    assert (gap_days(history) == 20) is not counts


def test_dates_fixed_at_entry_do_not_move_with_the_zone(store: SqlStore) -> None:
    """X1: what was entered in one zone keeps its date when the computer moves to another."""
    at = replace(TODAY, offset_min=13 * 60, civil=date(2026, 3, 3))
    store.save_rating(build.rating(at=at), at)
    (kept,) = store.ratings(RatingKind.DAILY)
    assert kept.stamp == at
    assert entries_ahead(store, TODAY) == Ahead(1, date(2026, 3, 3))
    assert entries_ahead(store, replace(TODAY, civil=TODAY.civil + timedelta(days=1))) is None
