from __future__ import annotations

from dataclasses import replace

from coach.app.session_calendar import (
    DayMark,
    SessionCount,
    build_calendar,
    count_sessions,
    session_days,
    template_of,
)
from coach.domain.records import SessionStatus
from coach.domain.terms import Stage, Template
from support.log_values import day, plan, session


def test_a2_nine_of_twelve_in_28_days() -> None:
    done = [session(n) for n in (2, 40, 43, 45, 47, 50, 52, 54, 57, 60, 70)]
    assert count_sessions(done, [plan(1)], day(67)) == SessionCount(9, 12, 28)
    assert count_sessions(done, [plan(1)], day(67)).per_week == 2.25


def test_the_28_days_include_today_and_the_first_of_them() -> None:
    done = [session(n) for n in (12, 13, 40)]
    assert count_sessions(done, [plan(1)], day(40)).done == 2


def test_r9_r12_small_and_stopped_sessions_do_not_count_as_whole() -> None:
    few = [
        session(1),
        session(2, Template.LIGHT),
        session(3, Template.MICRO),
        session(5, Template.HALF),
        session(7, Template.EXTENDED),
        session(9, status=SessionStatus.STOPPED, sets=3),
    ]
    assert count_sessions(few, [plan(1)], day(60)).done == 0
    assert count_sessions(few, [plan(1)], day(28)) == SessionCount(3, 12, 28)


def test_two_sessions_of_a_day_count_once() -> None:
    assert count_sessions([session(40), session(40)], [plan(1)], day(40)).done == 1


def test_a_young_plan_counts_its_chosen_days_and_never_blames_today() -> None:
    start = [plan(1)]
    assert count_sessions([], start, day(1)) == SessionCount(0, 0, 1)
    assert count_sessions([session(1)], start, day(1)) == SessionCount(1, 1, 1)
    assert count_sessions([session(1)], start, day(3)) == SessionCount(1, 1, 3)
    assert count_sessions([session(1), session(3)], start, day(4)) == SessionCount(2, 2, 4)
    assert count_sessions([session(1)], start, day(8)) == SessionCount(1, 3, 8)
    extra = [session(1), session(2), session(3)]
    assert count_sessions(extra, start, day(3)) == SessionCount(3, 3, 3)
    assert count_sessions([], start, day(2)).per_week == 0
    assert count_sessions([session(1)], start, day(2)).per_week == 1


def test_a_locked_week_plans_nothing() -> None:
    plans = [plan(1), plan(4, None), plan(11, Stage.S0)]
    assert count_sessions([session(1)], plans, day(14)) == SessionCount(1, 3, 14)


def test_a_pause_takes_its_days_out_of_the_count() -> None:
    plans = [plan(1), replace(plan(50), rule="D5"), replace(plan(57), rule="end-D5")]
    assert count_sessions([session(45)], plans, day(67)) == SessionCount(1, 9, 28)


def test_no_plan_and_no_session_is_an_honest_nothing() -> None:
    assert count_sessions([], [], day(9)) == SessionCount(0, 0, 1)


def test_showing_up_needs_a_finished_session_or_a_set() -> None:
    tried = [
        session(1),
        session(2, Template.MICRO),
        session(3, status=SessionStatus.STOPPED, sets=1),
        session(4, status=SessionStatus.STOPPED),
        session(5, status=SessionStatus.ACTIVE, sets=2),
    ]
    assert session_days(tried) == {day(1), day(2), day(3)}


def test_an_unknown_template_counts_as_full() -> None:
    assert template_of(session(1, Template.HALF)) is Template.HALF
    plain = session(1)
    object.__setattr__(plain, "plan", {})
    assert template_of(plain) is Template.FULL


def test_the_calendar_has_twelve_weeks_monday_first() -> None:
    done = [session(1), session(3), session(4, Template.LIGHT), session(80)]
    weeks = build_calendar(done, day(80))
    assert [w.monday for w in weeks] == [day(1 + 7 * i) for i in range(12)]
    none, ahead = DayMark.NONE, DayMark.AHEAD
    assert weeks[0].days[:4] == (DayMark.SESSION, none, DayMark.SESSION, DayMark.SMALL)
    assert weeks[-1].days == (none, none, DayMark.SESSION, ahead, ahead, ahead, ahead)
