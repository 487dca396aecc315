"""The plan in force and the changes a user makes to it."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from coach.app.planning import (
    Standing,
    choose_days,
    choose_emphasis,
    move_day,
    standing,
    step_down,
)
from coach.app.week_view import build_week
from coach.domain.reason import Reason
from coach.domain.records import CheckDraft
from coach.domain.terms import DayKind, Emphasis, Stage, Weekday
from coach.store.sql_store import SqlStore
from support.book import real_book
from support.standing import checked
from support.store_builders import CountedIds, stamp

IDS = CountedIds()


def test_before_the_first_check_there_is_nothing(store: SqlStore) -> None:
    assert standing(store, real_book(), stamp()) is None
    assert step_down(store, real_book(), stamp(), IDS) is None


def test_moving_a_day_is_kept_and_named(store: SqlStore) -> None:
    checked(store, stamp(), IDS)
    here = move_day(store, real_book(), stamp(1), IDS, source=Weekday.FRI, target=Weekday.SAT)
    assert here is not None
    assert not isinstance(here, Reason)
    assert here.plan.full_days == (Weekday.MON, Weekday.WED, Weekday.SAT)
    again = standing(store, real_book(), stamp())
    assert again is not None
    assert again.plan.full_days == here.plan.full_days
    assert store.plans()[-1].rule == "R11"
    assert "Saturday" in store.plans()[-1].reason


def test_a_move_next_to_a_full_day_is_refused_with_the_reason(store: SqlStore) -> None:
    checked(store, stamp(), IDS)
    refused = move_day(store, real_book(), stamp(1), IDS, source=Weekday.FRI, target=Weekday.THU)
    assert isinstance(refused, Reason)
    assert "Wednesday" in real_book().texts.sentence(refused)
    assert len(store.plans()) == 1


def test_all_three_days_are_chosen_at_once_or_refused(store: SqlStore) -> None:
    checked(store, stamp(), IDS)
    days = (Weekday.TUE, Weekday.THU, Weekday.SUN)
    here = choose_days(store, real_book(), stamp(1), IDS, days)
    assert isinstance(here, Standing)
    assert here.plan.full_days == days
    same = choose_days(store, real_book(), stamp(2), IDS, days)
    assert isinstance(same, Standing)
    assert len(store.plans()) == 2
    touching = (Weekday.MON, Weekday.TUE, Weekday.FRI)
    assert isinstance(choose_days(store, real_book(), stamp(3), IDS, touching), Reason)


def test_the_accent_by_hand_can_be_handed_back(store: SqlStore) -> None:
    checked(store, stamp(), IDS)
    by_hand = choose_emphasis(store, real_book(), stamp(1), IDS, Emphasis.GLUTE)
    assert by_hand is not None
    assert by_hand.plan.emphasis is Emphasis.GLUTE
    assert build_week(by_hand, real_book(), stamp().civil).by_hand
    back = choose_emphasis(store, real_book(), stamp(2), IDS, None)
    assert back is not None
    assert back.plan.emphasis is Emphasis.BALANCED


def test_down_goes_one_stage_at_a_time_to_the_lowest(store: SqlStore) -> None:
    checked(store, stamp(), IDS)
    lower = step_down(store, real_book(), stamp(1), IDS)
    assert lower is not None
    assert lower.plan.stage is Stage.S0
    assert step_down(store, real_book(), stamp(2), IDS) is None


def test_the_week_shows_pictures_and_the_next_review(store: SqlStore) -> None:
    checked(store, stamp(), IDS, q7={"age": 70})
    here = standing(store, real_book(), stamp())
    assert here is not None
    week = build_week(here, real_book(), stamp().civil + timedelta(days=2))
    assert [day.today for day in week.days].index(True) == 2
    assert all(day.pictures for day in week.days if day.kind is not DayKind.REST)
    assert "21 days" in week.review
    assert {line.rule for line in week.why} >= {"R1", "P4"}


def test_a_locked_week_rests_and_offers_nothing(store: SqlStore) -> None:
    checked(store, stamp(), IDS, q3=True)
    here = standing(store, real_book(), stamp())
    assert here is not None
    week = build_week(here, real_book(), stamp().civil)
    assert week.locked
    assert {day.kind for day in week.days} == {DayKind.REST}
    assert not week.can_step_down


def test_an_amber_plan_that_was_not_accepted_opens_no_session(store: SqlStore) -> None:
    check = checked(store, stamp(), IDS, q6=["b"])
    accepted = standing(store, real_book(), stamp())
    assert accepted is not None
    assert accepted.ready
    newer = replace(check, id=IDS(), stamp=stamp(5))
    store.add_check(newer)
    waiting = standing(store, real_book(), stamp())
    assert waiting is not None
    assert not waiting.ready


def test_a_check_that_waits_to_be_finished_opens_no_session(store: SqlStore) -> None:
    checked(store, stamp(), IDS)
    store.save_draft(CheckDraft({"q1": [], "mode": "recheck"}, 1))
    waiting = standing(store, real_book(), stamp())
    assert waiting is not None
    assert not waiting.ready
