"""What the plan does by itself, one change at a time (D2-D5, N1-N6, R13, K18, X2)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from coach.domain.adapt import Change, next_change, raised_gate
from coach.domain.facts import Facts
from coach.domain.floss_events import FlossRule, Trouble
from coach.domain.history import FlossEvent, History, PlanFact, SessionFact
from coach.domain.lifting import Lifting
from coach.domain.reason import reason
from coach.domain.ruleset import Effect
from coach.domain.standing import Mark
from coach.domain.terms import Floss, Gate, Stage, Template
from support.months import day, done, fact, history

S0, S1, S2, S3 = Stage.S0, Stage.S1, Stage.S2, Stage.S3
BASE = [4, 4, 5, 4, 4, 4, 5]
BEGIN = fact(1, S1, "G2")
PAUSED = [BEGIN, fact(3, S1, Mark.PAUSE)]
DELOADED = [BEGIN, fact(2, S0, Mark.DELOAD)]


def change(past: History, gate: Gate = Gate.GREEN, **more: Any) -> Change | None:
    checked = {"last_check": past.today, **more}
    return next_change(Facts(past, gate, **checked))


def capped(stage: Stage) -> Lifting:
    return Lifting((), Effect(cap=stage))


def tingling(*days: int) -> tuple[FlossEvent, ...]:
    return tuple(FlossEvent(day(number), 4, 180) for number in days)


def halves(*days: int) -> list[SessionFact]:
    return [done(number, S0, Template.HALF) for number in days]


def test_nothing_is_due_in_a_calm_week() -> None:
    assert change(history(BASE, [done(1), done(3)])) is None


# ---- pauses -----------------------------------------------------------------------------------
@pytest.mark.parametrize(("today", "over"), [(29, False), (30, True), (31, True)])
def test_d5_a_pause_ends_by_itself_after_27_days(today: int, *, over: bool) -> None:
    found = change(history(plans=PAUSED, today=today))
    due = Change(Mark.PAUSE_END, reason("D5", "pause.over"), S1, Floss.F1)
    assert found == (due if over else None)


def test_d5_a_pause_that_began_in_a_deload_goes_back_to_its_stage() -> None:
    found = change(history(plans=[*DELOADED, fact(3, S0, Mark.PAUSE)], today=30))
    assert found is not None
    assert (found.rule, found.stage) == (Mark.PAUSE_END, S0)


@pytest.mark.parametrize("rows", [[], PAUSED[1:], [fact(3, None, "S4")]])
def test_d5_nothing_adapts_while_the_plan_is_paused_or_locked(rows: list[PlanFact]) -> None:
    """Raised days, a deload that is over and four weeks away are due, but for the rows."""
    raised = history([*BASE, 6, 6, 6], plans=[BEGIN, *rows], today=10)
    deload = [BEGIN, fact(1, S0, Mark.DELOAD), *rows]
    settled = history([*BASE, 4], halves(1, 2, 3), deload, today=8)
    away = history(sessions=[done(1)], plans=[BEGIN, *rows], today=29)
    found = [change(past) for past in (raised, settled, away)]
    rules = [Mark.DROP, Mark.DELOAD_END, Mark.RETURN]
    assert [one and one.rule for one in found] == ([None] * 3 if rows else rules)


def test_d5_the_pause_of_a_locked_plan_does_not_end() -> None:
    assert change(history(plans=[*PAUSED, fact(4, None, "S4")], today=60)) is None


# ---- deload, drop, return ---------------------------------------------------------------------
def test_d2_two_raised_days_bring_a_deload_and_keep_the_floss() -> None:
    plans = [fact(1, S2, "G2"), PlanFact(day(8), S2, Floss.F0, "N6")]
    found = change(history([*BASE, 6, 6], plans=plans))
    assert found == Change("D2", reason("D2", "deload.two_days", usual="4"), S1, Floss.F0)


def test_d2_a_deload_ends_at_the_stage_before_it() -> None:
    plans = [BEGIN, fact(7, S0, Mark.DELOAD)]
    found = change(history([*BASE, 4, 4, 4], halves(7, 8, 9), plans))
    assert found == Change("end-D2", reason("D2", "deload.over", stage=1), S1, Floss.F1)


def test_d3_the_drop_comes_before_the_deload() -> None:
    found = change(history([*BASE, 6, 6, 6], plans=[fact(1, S2, "G2")]))
    assert found == Change("D3", reason("D3", "drop.three_of_four", usual="4"), S1, Floss.F1)


@pytest.mark.parametrize(("today", "due"), [(28, False), (29, True)])
def test_r13_28_days_away_restart_one_stage_lower(today: int, *, due: bool) -> None:
    past = history(sessions=[done(1, S2)], plans=[fact(1, S2, "G2")], today=today)
    restart = Change("R13", reason("R13", "return.restart", stage=1), S1, Floss.F1)
    assert change(past) == (restart if due else None)


def test_s6_the_check_comes_before_the_restart() -> None:
    past = history(sessions=[done(1, S2)], plans=[fact(1, S2, "G2")], today=29)
    assert change(past, last_check=day(1)) is None
    assert change(past, last_check=None) is None
    assert change(past, last_check=day(2)) is not None


# ---- caps -------------------------------------------------------------------------------------
@pytest.mark.parametrize(("stage", "due"), [(S0, False), (S1, False), (S2, True), (S3, True)])
def test_k18_a_stage_above_the_cap_goes_down_to_it(stage: Stage, *, due: bool) -> None:
    found = change(history(plans=[fact(1, stage, "G2")]), lifting=capped(S1))
    assert found == (
        Change("K18", reason("K18", "step.capped", stage=1), S1, Floss.F1) if due else None
    )


def test_k18_a_deload_within_the_cap_goes_on_and_what_follows_it_is_capped() -> None:
    """S3 in a deload at S2, capped at S2: the row would change nothing and be due for ever."""
    plans = [fact(1, S3, "G2"), fact(7, S2, Mark.DELOAD)]
    runs = history([*BASE, 4, 4, 4], plans=plans)
    assert changes(runs, lifting=capped(S2)) == []
    over = replace(runs, sessions=tuple(halves(7, 8, 9)))
    told = [(one.rule, one.stage) for one in changes(over, lifting=capped(S2))]
    assert told == [(Mark.DELOAD_END, S3), ("K18", S2)]


def test_k18_a_locked_plan_has_no_stage_to_cap() -> None:
    past = history(plans=[fact(1, S2, "G2"), fact(1, None, "S4")])
    assert change(past, lifting=capped(S0)) is None


# ---- floss ------------------------------------------------------------------------------------
def test_n2_tingling_locks_the_floss_alone() -> None:
    past = replace(history(plans=[fact(1, S2, "G2")], today=3), floss_events=tingling(3))
    found = change(past)
    assert found == Change("N2", reason("N2", "floss.locked", days=7), S2, Floss.LOCK)


def test_n6_a_step_of_the_floss_leaves_a_deload_as_it_is() -> None:
    plans = [PlanFact(one.day, one.stage, Floss.F0, one.rule) for one in DELOADED]
    flossed = replace(done(5, S0, Template.LIGHT), floss=Floss.F0, done=frozenset({"nerve_floss"}))
    found = change(history(sessions=[flossed], plans=plans, today=8))
    assert found == Change("N6", reason("N6", "floss.step_up"), S0, Floss.F1)


@pytest.mark.parametrize(("gate", "text"), [(Gate.AMBER, "clearance"), (Gate.RED_NOW, "red")])
def test_what_the_answers_do_to_the_floss_begins_no_new_plan(gate: Gate, text: str) -> None:
    """Rows of K5 and S4 are new plans in the log of the plan."""
    found = change(history(), gate)
    assert found is not None
    assert (found.rule, found.why.text, found.floss) == ("N6", f"floss.{text}", Floss.LOCK)


def test_a_locked_plan_keeps_its_floss() -> None:
    assert change(history(plans=[fact(1, None, "S4")]), Gate.RED_NOW) is None


# ---- order ------------------------------------------------------------------------------------
def test_the_end_of_what_runs_comes_first_and_the_floss_last() -> None:
    """One log in which everything is due, each change written down in turn."""
    plans = [fact(1, S3, "G2"), fact(2, S2, Mark.DELOAD), fact(3, S2, Mark.PAUSE)]
    past = history([*BASE, *([4] * 23), 6, 6, 6], halves(2, 3, 4), plans, today=33)
    past = replace(past, floss_events=tingling(33))
    told = [one.rule for one in changes(past, lifting=capped(S1))]
    assert told == ["end-D5", "K18", "D3", "R13", "N2"]


def changes(past: History, **more: Any) -> list[Change]:
    """Every change that is due, each written down before the next is asked for."""
    found: list[Change] = []
    while (one := change(past, **more)) is not None and len(found) < 12:
        found.append(one)
        past = replace(
            past, plans=(*past.plans, PlanFact(past.today, one.stage, one.floss, one.rule))
        )
    return found


@given(
    scores=st.lists(st.integers(0, 10), min_size=6, max_size=40),
    trained=st.sets(st.integers(1, 40), max_size=12),
    tingled=st.sets(st.integers(1, 40), max_size=3),
    stage=st.sampled_from(Stage),
    cap=st.sampled_from(Stage),
)
@settings(max_examples=60, deadline=None)
def test_whoever_writes_changes_down_comes_to_an_end_and_is_never_raised(
    scores: list[int], trained: Iterable[int], tingled: Iterable[int], stage: Stage, cap: Stage
) -> None:
    today = len(scores)
    sessions = [done(n, stage) for n in sorted(trained) if n <= today]
    past = history(scores, sessions, [fact(1, stage, "G2")])
    past = replace(past, floss_events=tingling(*(n for n in sorted(tingled) if n <= today)))
    found = changes(past, lifting=capped(cap))
    assert len(found) <= 5
    levels = [stage.level, *(one.stage.level for one in found)]
    assert levels == sorted(levels, reverse=True)


# ---- the gate of the newest check -------------------------------------------------------------
@pytest.mark.parametrize(
    ("gate", "sign", "due"),
    [
        (Gate.GREEN, False, True),
        (Gate.GREEN, True, True),
        (Gate.AMBER, False, True),
        (Gate.AMBER, True, False),
        (Gate.RED_SOON, False, False),
        (Gate.RED_NOW, True, False),
    ],
)
def test_n3_tingling_again_asks_for_a_check_that_holds_it(
    gate: Gate, *, sign: bool, due: bool
) -> None:
    past = replace(history(today=5), floss_events=tingling(1, 5))
    found = raised_gate(Facts(past, gate, floss_sign=sign))
    assert found == (Trouble(day(5), FlossRule.N3) if due else None)


def test_n2_alone_asks_for_no_other_check() -> None:
    past = replace(history(today=5), floss_events=tingling(5))
    assert raised_gate(Facts(past, Gate.AMBER)) is None


@pytest.mark.parametrize(
    ("gate", "due"), [(Gate.AMBER, True), (Gate.RED_SOON, True), (Gate.RED_NOW, False)]
)
def test_n4_numbness_that_stays_asks_for_a_red_gate_unless_a_worse_one_stands(
    gate: Gate, *, due: bool
) -> None:
    numb = FlossEvent(day(5), 1, 9_000, numb=True)
    found = raised_gate(Facts(replace(history(today=5), floss_events=(numb,)), gate))
    assert found == (Trouble(day(5), FlossRule.N4) if due else None)
