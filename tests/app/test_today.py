"""What Today shows: due, rest, done, locked; equipment; two weeks."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from coach.app.checkin import rate
from coach.app.running import LostPlanError, take_up
from coach.app.today import Due, OpenSession, TodayView, build_today
from coach.domain.records import SessionStatus, Stamp
from coach.domain.terms import Side, Template, Weekday
from coach.store.sql_store import SqlStore
from support.book import real_book
from support.standing import checked, left_half_way
from support.store_builders import CountedIds, session, set_log, stamp

IDS = CountedIds()
DAY = 24 * 60


def view_at(store: SqlStore, days: int = 0) -> TodayView:
    """The view ``days`` after Monday."""
    view = build_today(store, real_book(), stamp(days * DAY))
    assert view is not None
    return view


def test_nothing_before_the_check(store: SqlStore) -> None:
    assert build_today(store, real_book(), stamp()) is None


def test_a_full_day_shows_its_rows_and_time(store: SqlStore) -> None:
    checked(store, stamp(), IDS)
    view = view_at(store)
    assert (view.due, view.template, view.total_ms) == (Due.FULL, Template.FULL, 573_000)
    assert [row.length_ms for row in view.rows] == [192_000, 224_000, 102_000]
    assert view.rows[0].dose == "3 sets of 5 breaths"
    assert view.with_floss_ms == 573_000 + 101_000
    assert view.micro_ms == 154_000
    assert "a mat" in view.equipment


def test_a_rest_day_shows_the_next_session(store: SqlStore) -> None:
    checked(store, stamp(), IDS)
    view = view_at(store, 3)
    assert (view.due, view.shown) == (Due.REST, Weekday.FRI)
    assert view.rows


def test_a_light_day_offers_the_light_session(store: SqlStore) -> None:
    checked(store, stamp(), IDS)
    view = view_at(store, 1)
    assert (view.due, view.template, view.total_ms) == (Due.LIGHT, Template.LIGHT, 186_000)
    assert view.with_floss_ms is None


def finished(store: SqlStore, at: Stamp, template: str) -> None:
    log = replace(session(at), plan={"template": template, "items": []})
    store.begin_session(log)
    store.add_set(set_log(log))
    store.end_session(log.id, SessionStatus.FINISHED, at)


def test_after_the_session_the_day_is_done_and_the_next_is_shown(store: SqlStore) -> None:
    checked(store, stamp(), IDS)
    finished(store, stamp(5), "full")
    view = view_at(store)
    assert (view.due, view.shown) == (Due.DONE, Weekday.TUE)


def test_two_minutes_do_not_replace_the_session(store: SqlStore) -> None:
    checked(store, stamp(), IDS)
    finished(store, stamp(5), "micro")
    assert view_at(store).due is Due.FULL


def test_a_locked_plan_shows_no_session(store: SqlStore) -> None:
    checked(store, stamp(), IDS, q1=["a"])
    view = view_at(store)
    assert (view.due, view.rows, view.micro_ms) == (Due.LOCKED, (), 0)


def test_an_open_session_is_offered(store: SqlStore) -> None:
    checked(store, stamp(), IDS)
    left_half_way(store, stamp(1), IDS)
    found = view_at(store).open_session
    assert found == OpenSession(saved=1, next_set=2)


@pytest.mark.parametrize("lost", [{"exercise": "cartwheel"}, {"variant": "blindfold"}])
def test_an_open_session_of_another_version_can_still_be_ended(
    store: SqlStore, lost: dict[str, str]
) -> None:
    checked(store, stamp(), IDS)
    log = left_half_way(store, stamp(1), IDS)
    items = [{**log.plan["items"][0], **lost}, *log.plan["items"][1:]]
    store.begin_session(replace(log, plan={**log.plan, "items": items}))
    assert view_at(store).open_session == OpenSession(saved=1, next_set=None, lost=True)
    found = store.open_session()
    assert found is not None
    with pytest.raises(LostPlanError):
        take_up(store, real_book(), found, stamp(1))


def test_two_weeks_keep_their_gaps(store: SqlStore) -> None:
    checked(store, stamp(), IDS)
    for days in (0, 2, 3):
        rate(store, stamp(days * DAY), IDS, side=Side.LEFT, score=4 + days)
    fortnight = view_at(store, 3).fortnight
    assert fortnight.values[-4:] == (4, None, 6, 7)
    assert (fortnight.rated, len(fortnight.values)) == (3, 14)
    assert fortnight.waiting


def test_the_wait_for_an_answer_ends_with_the_second_look(store: SqlStore) -> None:
    checked(store, stamp(), IDS)
    rate(store, stamp(), IDS, side=Side.LEFT, score=4)
    later = stamp(27 * DAY)
    assert later.civil - stamp().civil == timedelta(days=27)
    assert not view_at(store, 27).fortnight.waiting
    assert view_at(store, 26).fortnight.waiting
