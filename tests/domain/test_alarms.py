"""Easy day, deload, stage drop and their end: known cases and what must always hold (D1-D4)."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coach.domain.alarms import deload, easy_day, stage_drop
from coach.domain.deload_end import deload_end
from coach.domain.history import History, PlanFact, SessionFact
from coach.domain.records import SessionStatus
from coach.domain.terms import Stage, Template
from support.months import day, done, fact, history, with_latest

S0, S1, S2 = Stage.S0, Stage.S1, Stage.S2
BASE = [4, 4, 5, 4, 4, 4, 5]
START = fact(1, S1, "G2")


def test_one_leap_is_enough() -> None:
    found = deload(history([*BASE, 8]))
    assert found is not None
    assert found.reason.text == "deload.leap"
    assert deload(history([*BASE, 7])) is None


def test_no_usual_no_alarm() -> None:
    past = history([4, 4, 4, 4, 9, 9])
    assert (easy_day(past), deload(past), stage_drop(past)) == (None, None, None)
    nothing = history()
    assert (easy_day(nothing), deload(nothing), stage_drop(nothing)) == (None, None, None)


def test_a_locked_plan_has_nothing_to_lower() -> None:
    past = history([*BASE, 6, 6, 6], plans=[fact(1, None, "S4")])
    assert (deload(past), stage_drop(past)) == (None, None)


@pytest.mark.parametrize(
    ("scores", "session", "found"),
    [
        ([*BASE, 6, 6], 7, True),
        ([*BASE, 4, 6, None], 8, False),
        ([*BASE, None, 6], 7, True),
        ([*BASE, None, 5], 7, False),
        ([4, 5, 4, 5, 5, 4, 4, 7, 6], 7, True),
    ],
)
def test_e5_the_second_morning(scores: list[int | None], session: int, found: bool) -> None:
    """Usual is 4, or 4.5 in the last row: a 6 is not back within a point, though not two above."""
    past = history(scores, [done(session)])
    assert (deload(past) is not None) == found


def test_e5_needs_a_session_two_days_ago() -> None:
    scores = [*BASE, None, 6]
    assert deload(history(scores)) is None
    active = done(7, status=SessionStatus.ACTIVE)
    assert deload(history(scores, [active])) is None


def test_a_second_deload_within_21_days_is_a_drop() -> None:
    plans = [START, fact(9, S0, "D2"), fact(15, S1, "end-D2")]
    past = history([*BASE, 6, 6, *[4] * 20, 8], plans=plans)
    found = stage_drop(past)
    assert past.today == day(30)
    assert found is not None
    assert found.reason.text == "drop.second_deload"
    assert deload(past) is not None
    assert stage_drop(replace(past, today=day(31))) is None


def test_a_declined_deload_counts_and_the_next_cannot_be_declined() -> None:
    plans = [START, fact(9, S1, "declined-D2")]
    past = history([*BASE, 6, 6], plans=plans)
    assert deload(past) is None
    later = history([*BASE, 6, 6, 4, 4, 4, 8], plans=plans)
    found = deload(later)
    assert found is not None
    assert not found.may_decline
    assert stage_drop(later) is not None


def test_no_second_drop_within_its_two_weeks() -> None:
    plans = [START, fact(10, S0, "D3")]
    scores = [*BASE, 6, 6, 6, *[7] * 20]
    assert stage_drop(history(scores[:23], plans=plans)) is None
    again = stage_drop(history(scores[:24], plans=plans))
    assert again is not None
    assert again.stage is S0


HALVES = [done(n, S0, Template.HALF) for n in (10, 12, 14)]
DELOAD = [START, fact(9, S0, "D2")]


@pytest.mark.parametrize(
    ("scores", "sessions", "over"),
    [
        ([*BASE, 6, 6, 5, 5, 5, 5, 5], HALVES, True),
        ([*BASE, 6, 6, 5, 5, 5, 5, 6], HALVES, False),
        ([*BASE, 6, 6, 5, 5, 5, 5, 5], HALVES[:2], False),
        ([*BASE, 6, 6, 5, 5, 5, 5, None], HALVES, False),
        ([*BASE, 6, 6, 5, 5, 5, 5, None, 4], HALVES, True),
        ([*BASE, 6, 6, 5, 5, 5, 5, 5], [done(8, S0, Template.HALF), *HALVES[:2]], False),
    ],
)
def test_a_deload_ends_after_three_halves_and_a_rating_near_usual(
    scores: list[int | None], sessions: list[SessionFact], over: bool
) -> None:
    past = replace(history(scores, plans=DELOAD), sessions=tuple(sessions))
    found = deload_end(past)
    assert (found is not None) == over
    if found is not None:
        assert found.stage is S1


def test_no_deload_has_no_end() -> None:
    assert deload_end(history(BASE, HALVES)) is None


SCORES = st.lists(st.none() | st.integers(0, 10), min_size=3, max_size=30)
PLANS = st.sampled_from(
    [
        [START],
        [START, fact(9, S0, "D2")],
        [START, fact(9, S0, "D2"), fact(12, S1, "end-D2")],
        [START, fact(9, S1, "declined-D2")],
        [START, fact(8, S0, "D3")],
        [fact(1, S2, "G2"), fact(6, S1, "D2"), fact(8, S1, "D3")],
    ]
)


@given(SCORES, PLANS, st.sets(st.integers(1, 30)), st.integers(1, 10))
def test_a_worse_latest_rating_never_removes_an_alarm(
    scores: list[int | None], plans: list[PlanFact], trained: set[int], worse: int
) -> None:
    past = history(scores, [done(n) for n in sorted(trained) if n <= len(scores)], plans)
    if not past.rated:
        return
    higher = with_latest(past, min(past.rated[-1].score + worse, 10))
    for alarm in (easy_day, deload, stage_drop):
        assert alarm(past) is None or alarm(higher) is not None
    assert deload_end(past) is not None or deload_end(higher) is None


@given(SCORES, PLANS)
def test_alarms_never_raise_a_stage(scores: list[int | None], plans: list[PlanFact]) -> None:
    past: History = history(scores, plans=plans)
    highest = max(p.stage.level for p in past.plans if p.stage)
    for found in (deload(past), stage_drop(past)):
        assert found is None or found.stage.level < max(highest, 1)


def test_only_finished_half_sessions_end_a_deload() -> None:
    scores = [*BASE, 6, 6, 5, 5, 5, 5, 5]
    on_the_first_day = [done(9, S0, Template.HALF), *HALVES[1:]]
    assert deload_end(history(scores, on_the_first_day, DELOAD)) is not None
    stopped = replace(HALVES[0], status=SessionStatus.STOPPED)
    assert deload_end(history(scores, [stopped, *HALVES[1:]], DELOAD)) is None
    full = [*HALVES[:2], done(14, S0)]
    assert deload_end(history(scores, full, DELOAD)) is None
