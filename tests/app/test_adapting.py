"""The plan follows the log by itself: deload, drop, floss, return, pause, caps, notes."""

from __future__ import annotations

from dataclasses import replace

import pytest

from coach.app.advice import AdviceKind, Reply
from coach.app.answering import pause_plan
from coach.app.planning import choose_days
from coach.app.today import Due
from coach.domain.decisions import TickKind
from coach.domain.reason import Reason
from coach.domain.records import PlanState, SessionStatus
from coach.domain.standing import Mark
from coach.domain.terms import DayKind, Discomfort, Effort, Floss, Gate, Stage, Template, Weekday
from support.diary import BOOK, Diary

CALM_WEEK = (4, 4, 5, 4, 4, 4, 5)


def rules(rows: list[PlanState] | tuple[PlanState, ...]) -> list[str]:
    return [row.rule for row in rows]


def test_nothing_is_written_twice() -> None:
    diary = Diary()
    rows = diary.rates((*CALM_WEEK, 6, 6))
    assert rules(rows) == [Mark.DELOAD]
    assert diary.adapt(9) == ()
    assert diary.adapt(10) == ()


def test_two_raised_days_bring_three_half_sessions_one_stage_lower() -> None:
    """D2, worked case 7."""
    diary = Diary()
    (row,) = diary.rates((*CALM_WEEK, 6, 6))
    assert (row.stage, row.rule) == (Stage.S0, "D2")
    assert row.reason.startswith("Two rated days in a row")
    assert row.ruleset_version == BOOK.rules.version
    here = diary.here(9)
    assert {day.kind for day in here.plan.days} == {DayKind.HALF, DayKind.REST}
    assert here.outlook.standing.stage is Stage.S1


def test_a_third_raised_day_drops_the_stage_as_well() -> None:
    """D3, worked case 8, with the note of C3."""
    diary = Diary()
    rows = diary.rates((*CALM_WEEK, 6, 6, 6))
    assert rules(rows) == [Mark.DELOAD, Mark.DROP]
    assert diary.here(10).outlook.standing.stage is Stage.S0
    assert [d.rule for d in diary.store.decisions()] == ["C3"]


def test_a_deload_ends_after_three_halves_and_a_calm_rating() -> None:
    diary = Diary()
    diary.rates((*CALM_WEEK, 6, 6))
    for day in (10, 12, 15):
        plan = diary.train(day, Template.FULL)
        assert plan.plan["template"] == "half"
    (row,) = diary.rate(16, 4)
    assert (row.rule, row.stage) == (Mark.DELOAD_END, Stage.S1)


def test_a_deload_can_be_declined_once() -> None:
    diary = Diary(q12={"rating": 4})
    diary.rates((*CALM_WEEK, 6, 6))
    told = diary.told(9, AdviceKind.DELOAD)
    assert told is not None
    assert told.replies == (Reply.AGREE, Reply.DECLINE)
    diary.answer(9, told, Reply.DECLINE)
    here = diary.here(9)
    assert here.plan.stage is Stage.S1
    assert not here.outlook.deloading
    diary.rates((4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 7, 7), first=10)
    again = diary.told(25, AdviceKind.DELOAD)
    assert again is not None
    assert again.replies == (Reply.AGREE,)


def test_the_easy_version_is_the_default_and_can_be_refused_for_the_day() -> None:
    """D1."""
    diary = Diary()
    diary.rates((*CALM_WEEK, 6))
    view = diary.today(8)
    assert (view.due, view.template) == (Due.HALF, Template.HALF)
    told = diary.told(8, AdviceKind.EASY_DAY)
    assert told is not None
    diary.answer(8, told, Reply.DECLINE)
    view = diary.today(8)
    assert (view.due, view.template) == (Due.FULL, Template.FULL)
    again = diary.told(8, AdviceKind.EASY_DAY)
    assert again is not None
    assert again.replies == (Reply.DECLINE, Reply.AGREE)
    diary.answer(8, again, Reply.AGREE)
    assert diary.today(8).due is Due.HALF


def test_the_morning_after_asks_for_the_easy_version() -> None:
    """E5: the session of Friday, a raised Saturday, and full days on Saturday by choice."""
    diary = Diary()
    diary.rates(CALM_WEEK)
    diary.train(8)
    diary.rate(9, 6)
    here = diary.here(9)
    assert here.outlook.lighter is not None
    assert here.outlook.lighter.rule == "E5"


def test_a_pause_plans_nothing_and_ends_by_itself() -> None:
    """D5, K14."""
    diary = Diary()
    diary.train(1)
    pause_plan(diary.store, BOOK, diary.at(3), diary.ids)
    assert diary.today(3).due is Due.PAUSED
    told = diary.told(3, AdviceKind.PAUSED)
    assert told is not None
    assert isinstance(diary.start(3), Reason)
    diary.answer(4, told, Reply.GO_ON)
    assert diary.today(5).due is Due.FULL
    pause_plan(diary.store, BOOK, diary.at(5, 10), diary.ids)
    assert rules(diary.adapt(31)) == []
    assert rules(diary.adapt(32))[0] == Mark.PAUSE_END


def test_after_ten_days_the_first_session_is_one_stage_lower() -> None:
    """R13 and A3."""
    diary = Diary(q12={"training": "regular"})
    diary.train(1)
    assert diary.here(3).plan.stage is Stage.S2
    view = diary.today(15)
    assert view.stage == BOOK.texts["stage_name.S1"]
    assert diary.told(15, AdviceKind.WELCOME) is not None
    diary.train(15)
    assert diary.here(17).plan.stage is Stage.S2


def test_after_four_weeks_the_check_comes_first_and_nothing_starts() -> None:
    """S6."""
    diary = Diary()
    diary.train(1)
    assert diary.today(29).due is Due.CHECK
    assert diary.told(29, AdviceKind.RECHECK) is not None
    refused = diary.start(29)
    assert isinstance(refused, Reason)
    assert refused.rule == "S6"


def test_tingling_locks_the_floss_and_keeps_both_legs_down() -> None:
    """N2, worked case 11."""
    diary = Diary()
    diary.train(1)
    diary.train(2, Template.LIGHT, signs={"nerve_floss": Discomfort.TINGLING})
    diary.tell_floss(2)
    here = diary.here(3)
    assert here.plan.floss is Floss.LOCK
    hinge = next(i for i in diary.today(3).rows if i.exercise == "single_leg_deadlift")
    assert hinge.variant == "two_leg"
    assert rules(diary.adapt(9)) == []
    assert [row.floss for row in diary.adapt(10)] == [Floss.F0]


def test_tingling_again_takes_the_floss_out_by_the_gate() -> None:
    """N3, worked case 11: amber, waiting to be understood."""
    diary = Diary()
    for day in (1, 10):
        diary.train(day, signs={"single_leg_deadlift": Discomfort.TINGLING})
        diary.tell_floss(day)
    check = diary.store.latest_check()
    assert check is not None
    assert check.gate is Gate.AMBER
    assert diary.today(11).due is Due.LOCKED
    assert "C3" in [d.rule for d in diary.store.decisions()]


def test_too_much_twice_leaves_the_exercise_out_for_a_week() -> None:
    """E4."""
    diary = Diary()
    for day in (1, 3):
        diary.train(day, efforts={"single_leg_deadlift": Effort.TOO_MUCH})
    view = diary.today(5)
    assert "single_leg_deadlift" not in [row.exercise for row in view.rows]
    told = diary.told(5, AdviceKind.LEFT_OUT)
    assert told is not None
    assert "E4" in [line.rule for line in told.why]


def test_a_noticeable_exercise_comes_back_easier() -> None:
    """E1."""
    diary = Diary()
    planned = {row.exercise: row.variant for row in diary.today(1).rows}
    diary.train(1, efforts={"breathing_bridge": Effort.NOTICEABLE})
    easier = {row.exercise: row.variant for row in diary.today(3).rows}
    assert planned["breathing_bridge"] == "mid"
    assert easier["breathing_bridge"] == "low"


def test_a_missed_day_moves_only_where_there_is_room() -> None:
    """R10: Friday's session fits on Saturday, Monday's does not on Tuesday."""
    diary = Diary()
    assert diary.today(2).due is Due.LIGHT
    diary.train(3)
    view = diary.today(6)
    assert (view.due, view.template) == (Due.FULL, Template.FULL)
    assert diary.told(6, AdviceKind.MOVED) is not None
    log = diary.train(6)
    assert log.plan["template"] == "full"
    assert diary.today(7).due is Due.REST


def test_a_note_is_shown_for_a_month_and_stays_to_be_read() -> None:
    """C8."""
    diary = Diary()
    diary.rates((*CALM_WEEK, 8, 8, 8, 4, 4, 4))
    shown = [day for day in (10, 37, 38, 41) if diary.told(day, AdviceKind.CONSULT)]
    assert shown == [10, 37]
    assert {d.rule for d in diary.store.decisions()} == {"C3", "C5"}


def test_a_session_that_is_done_is_not_done_again() -> None:
    """R10: nothing is stacked; the two minutes stay."""
    diary = Diary()
    diary.train(1)
    refused = diary.start(1)
    assert isinstance(refused, Reason)
    assert refused.rule == "R10"
    assert not isinstance(diary.start(1, Template.MICRO), Reason)


def test_a_session_left_open_counts_as_one_beside_it() -> None:
    """R9: days are changed, and the one of yesterday waits to be ended."""
    diary = Diary()
    log = diary.train(1)
    diary.store.begin_session(replace(log, status=SessionStatus.ACTIVE))
    days = (Weekday.TUE, Weekday.THU, Weekday.SAT)
    choose_days(diary.store, BOOK, diary.at(1, 40), diary.ids, days)
    assert isinstance(diary.start(2), Reason)


def test_a_move_does_not_push_the_weeks_after_it() -> None:
    """R9, R10: three a week from Monday to Sunday, never next to each other."""
    diary = Diary()
    for day in (1, 3, 6):
        diary.train(day)
    for day in (8, 10, 12):
        assert diary.today(day).due is Due.FULL
        diary.train(day)
    assert diary.told(13, AdviceKind.MOVED) is None


def test_a_moved_session_can_be_left_out() -> None:
    """R10: nothing is asked twice."""
    diary = Diary()
    diary.train(3)
    told = diary.told(6, AdviceKind.MOVED)
    assert told is not None
    diary.answer(6, told, Reply.DECLINE)
    assert diary.today(6).due is Due.LIGHT
    assert diary.told(6, AdviceKind.MOVED) is None


def test_too_few_sessions_offer_a_smaller_plan() -> None:
    """C1b, worked case 10, and C8: it can be put away and stays to be read."""
    diary = Diary()
    for day in (1, 3, 22, 24, 38, 40):
        diary.rate(day, 5)
        diary.train(day)
    diary.rate(43, 5)
    told = diary.told(43, AdviceKind.CONSULT)
    assert told is not None
    assert (told.subject, told.replies) == ("C1b", (Reply.AGREE, Reply.DISMISS))
    diary.answer(43, told, Reply.AGREE)
    assert diary.here(43).plan.stage is Stage.S0
    assert diary.told(43, AdviceKind.CONSULT) is None
    assert [d.rule for d in diary.store.decisions()] == ["C1b"]


def test_no_full_session_stands_beside_another_whatever_days_are_chosen() -> None:
    """R9: days are changed in the middle of a week."""
    diary = Diary()
    diary.train(1)
    days = (Weekday.TUE, Weekday.THU, Weekday.SAT)
    choose_days(diary.store, BOOK, diary.at(1, 40), diary.ids, days)
    assert diary.today(2).due is Due.REST
    assert isinstance(diary.start(2), Reason)
    assert diary.today(4).due is Due.FULL


def test_an_offer_is_taken_only_by_hand() -> None:
    """G1."""
    diary = Diary()
    for day in range(1, 12):
        diary.rate(day, 4)
        if day in (1, 3, 5, 8, 10):
            diary.train(day)
    told = diary.told(11, AdviceKind.STEP_UP)
    assert told is not None
    assert diary.here(11).plan.stage is Stage.S1
    diary.answer(11, told, Reply.DECLINE)
    assert diary.told(11, AdviceKind.STEP_UP) is None
    assert diary.here(11).outlook.offer is not None
    diary.answer(12, told, Reply.AGREE)
    state = diary.store.plan()
    assert state is not None
    assert (state.stage, state.rule) == (Stage.S2, Mark.STEP_UP)


def test_an_ache_brings_a_lifted_cap_back() -> None:
    """M-SIT: the cap lifts after calm weeks and comes back with an ache."""
    diary = Diary(q8=True, q12={"rating": 3})
    assert diary.here(1).outlook.lifting.effect.cap is Stage.S2
    for day in range(2, 17):
        diary.tick(day, TickKind.SIT_BONE, on=False)
    assert diary.here(16).outlook.lifting.effect.cap is Stage.S4
    diary.tick(17, TickKind.SIT_BONE)
    assert diary.here(17).outlook.lifting.effect.cap is Stage.S2


@pytest.mark.parametrize("told", [None, {"numb": True, "lasted_s": 4000}])
def test_numbness_that_stays_locks_everything(told: dict[str, object] | None) -> None:
    """N4; tingling that nobody described is N2 only."""
    diary = Diary()
    diary.train(1, signs={"single_leg_deadlift": Discomfort.TINGLING})
    if told is not None:
        diary.tell_floss(1, 3, 4000, numb=True)
    check = diary.store.latest_check()
    assert check is not None
    assert check.gate.is_red is (told is not None)
    assert diary.here(1).ready is (told is None)
