"""Gaps, pauses and the next check (R13, D5, S6, K14)."""

from __future__ import annotations

from dataclasses import replace

import pytest

from coach.domain.history import PlanFact
from coach.domain.records import SessionStatus
from coach.domain.returning import gap_days, may_pause, pause, recheck_due, returning
from coach.domain.terms import Stage, Template
from support.months import day, done, fact, history

S0, S1, S2 = Stage.S0, Stage.S1, Stage.S2
PLANS = [fact(1, S2, "G2")]


@pytest.mark.parametrize(
    ("gap", "expected"),
    [(9, None), (10, (S1, False)), (27, (S1, False)), (28, (S1, True)), (200, (S1, True))],
)
def test_r13_one_stage_lower_after_a_gap(gap: int, expected: tuple[Stage, bool] | None) -> None:
    found = returning(history(sessions=[done(5, S2)], plans=PLANS, today=5 + gap))
    assert (found and (found.stage, found.restart)) == expected
    if found is not None:
        assert found.reason.text == ("return.restart" if found.restart else "return.first")
        assert not found.silent


def test_r13_then_back_after_the_first_session() -> None:
    sessions = [done(5, S2), done(15, S1)]
    assert returning(history(sessions=sessions, plans=PLANS, today=17)) is None


def test_r13_s0_is_the_least_and_a_locked_plan_has_no_stage() -> None:
    found = returning(history(sessions=[done(5)], plans=[fact(1, S0, "G2")], today=20))
    assert found is not None
    assert found.stage is S0
    assert returning(history(sessions=[done(5)], plans=[fact(1, None, "S4")], today=20)) is None


def test_a_restart_is_not_lowered_again() -> None:
    plans = [*PLANS, fact(40, S1, "R13")]
    assert returning(history(sessions=[done(5, S2)], plans=plans, today=41)) is None


def test_r12_a_micro_session_ends_a_gap_and_an_open_one_does_not() -> None:
    micro = done(12, template=Template.MICRO)
    assert gap_days(history(sessions=[done(5), micro], today=16)) == 4
    open_one = replace(micro, status=SessionStatus.ACTIVE)
    assert gap_days(history(sessions=[done(5), open_one], today=16)) == 11
    assert gap_days(history(today=60)) is None
    assert returning(history(today=60)) is None


@pytest.mark.parametrize("rows", [[fact(6, S2, "D5")], [fact(6, S2, "D5"), fact(20, S2, "end-D5")]])
def test_k14_a_pause_lowers_without_a_message(rows: list[PlanFact]) -> None:
    past = history(sessions=[done(5, S2)], plans=[*PLANS, *rows], today=21)
    found = returning(past)
    assert found is not None
    assert found.silent


def test_d5_a_pause_lasts_27_days_at_most() -> None:
    plans = [*PLANS, fact(10, S2, "D5")]
    first = pause(history(plans=plans, today=10))
    assert first is not None
    assert (first.since, first.last, first.reason.params) == (day(10), day(36), (("left", "27"),))
    assert pause(history(plans=plans, today=36)) is not None
    assert pause(history(plans=plans, today=37)) is None
    assert pause(history(plans=[*plans, fact(12, S2, "end-D5")], today=12)) is None


def test_a_pause_needs_an_open_plan() -> None:
    assert may_pause(history(plans=PLANS))
    assert not may_pause(history(plans=[*PLANS, fact(1, S2, "D5")]))
    assert not may_pause(history(plans=[fact(1, None, "S4")]))


@pytest.mark.parametrize(
    ("today", "check", "text"),
    [
        (90, 1, None),
        (91, 1, "recheck.regular"),
        (91, 60, None),
        (50, None, "recheck.unknown"),
    ],
)
def test_s6_every_90_days(today: int, check: int | None, text: str | None) -> None:
    past = history(sessions=[done(today - 2)], today=today)
    found = recheck_due(past, None if check is None else day(check))
    assert (found and found.text) == text


def test_s6_after_four_weeks_away() -> None:
    past = history(sessions=[done(5)], today=33)
    found = recheck_due(past, day(1))
    assert found is not None
    assert (found.rule, found.text) == ("S6", "recheck.gap")
    assert recheck_due(replace(past, today=day(32)), day(1)) is None
    assert recheck_due(past, day(30)) is None
    never = recheck_due(history(today=29), day(1))
    assert never is not None
    assert never.text == "recheck.gap"
