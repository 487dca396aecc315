from __future__ import annotations

from dataclasses import replace

import pytest

from coach.app.plan_changes import ChangeKind, plan_changes
from coach.domain.records import PlanState
from coach.domain.terms import Emphasis, Floss, Stage, Weekday
from support.log_values import day, plan

K = ChangeKind


def test_no_plan_no_changes() -> None:
    assert plan_changes([]) == ()


def test_the_first_state_starts_the_weeks() -> None:
    (start,) = plan_changes([plan(3)])
    assert (start.kind, start.week, start.day, start.stage) == (K.START, 1, day(3), Stage.S1)
    (locked,) = plan_changes([plan(3, None)])
    assert locked.kind is K.LOCKED


@pytest.mark.parametrize(
    ("now", "kind"),
    [
        (plan(57, Stage.S2), K.STAGE_UP),
        (plan(57, Stage.S0), K.STAGE_DOWN),
        (plan(57, Stage.S0, rule="D2"), K.DELOAD),
        (plan(57, None), K.LOCKED),
        (plan(57, floss=Floss.F2), K.FLOSS),
        (plan(57, emphasis=Emphasis.GLUTE), K.EMPHASIS),
        (plan(57, rule="D3"), K.STAGE_DOWN),
        (plan(57, rule="D5"), K.PAUSED),
        (plan(57, rule="end-D5"), K.GOES_ON),
        (plan(57, rule="declined-D2"), K.DECLINED),
        (replace(plan(57), load_kg=2), K.LOAD),
        (plan(57, days=(Weekday.TUE, Weekday.THU, Weekday.SAT)), K.DAYS),
    ],
)
def test_each_step_has_its_kind_week_and_reason(now: PlanState, kind: K) -> None:
    _, change = plan_changes([plan(1), now])
    assert (change.kind, change.week, change.reason) == (kind, 9, now.reason)


def test_d2_the_way_back_from_an_easier_week_is_no_step_up() -> None:
    eased = [plan(1, Stage.S2), plan(30, Stage.S1, rule="D2"), plan(38, Stage.S2)]
    assert [c.kind for c in plan_changes(eased)] == [K.START, K.DELOAD, K.BACK]


def test_a_change_of_days_does_not_end_an_easier_week() -> None:
    other = (Weekday.TUE, Weekday.THU, Weekday.SAT)
    eased = [
        plan(1, Stage.S2),
        plan(30, Stage.S1, rule="D2"),
        plan(31, Stage.S1, rule="R11", days=other),
        plan(32, Stage.S1, rule="D2", days=other),
        plan(38, Stage.S2, rule="end-D2", days=other),
    ]
    assert [c.kind for c in plan_changes(eased)] == [K.START, K.DELOAD, K.DAYS, K.BACK]


def test_a_deload_at_the_lowest_stage_has_its_end_too() -> None:
    eased = [plan(1, Stage.S0), plan(9, Stage.S0, rule="D2"), plan(16, Stage.S0, rule="end-D2")]
    assert [c.kind for c in plan_changes(eased)] == [K.START, K.DELOAD, K.BACK]


@pytest.mark.parametrize(
    ("mark", "rule"), [("D2", "D2"), ("end-D2", "D2"), ("declined-D2", "D2"), ("G2", "G2")]
)
def test_each_change_names_its_rule(mark: str, rule: str) -> None:
    """Whatever mark the log of the plan carries."""
    *_, change = plan_changes([plan(1, Stage.S2), plan(9, Stage.S1, rule=mark)])
    assert change.rule == rule


def test_opening_again_is_a_change_and_the_same_state_is_none() -> None:
    kinds = [c.kind for c in plan_changes([plan(1, None), plan(8), plan(9)])]
    assert kinds == [K.LOCKED, K.OPENED]
    assert len(plan_changes([plan(1, None), plan(2, None)])) == 1
