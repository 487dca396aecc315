"""Gate, stage, floss, days and items together, and the table of variants."""

from __future__ import annotations

import pytest

from coach.domain.plan import DaysRefusedError, Plan, Wishes
from coach.domain.terms import Emphasis, Gate, Stage, Template, Weekday
from support.book import plan_for


def variants(plan: Plan, weekday: Weekday = Weekday.MON) -> dict[str, str]:
    return {item.exercise: item.dose.variant for item in plan.day(weekday).items}


@pytest.mark.parametrize(
    ("changes", "stage"),
    [
        ({}, Stage.S1),
        ({"q12": {"rating": 7}}, Stage.S0),
        ({"q12": {"training": "regular"}}, Stage.S2),
        ({"q12": {"training": "regular", "rating": 6}}, Stage.S1),
        ({"q12": {"training": "regular"}, "q4": "b"}, Stage.S1),
        ({"q6": ["d"]}, Stage.S0),
    ],
)
def test_entry_stage(changes: dict[str, object], stage: Stage) -> None:
    assert plan_for(**changes).stage is stage


@pytest.mark.parametrize("q6", [["a"], ["c"]])
def test_pregnancy_and_surgery_wait_for_a_clearance(q6: list[str]) -> None:
    assert plan_for(q6=q6).screening.locked
    open_plan = plan_for(q6=q6, clearance=["q6"])
    assert not open_plan.screening.locked
    assert open_plan.stage is Stage.S0
    assert open_plan.effect.cap is Stage.S1


def test_nothing_lies_down_in_pregnancy_not_even_the_micro_session() -> None:
    for template in Template:
        for stage in Stage:
            wishes = Wishes(stage=stage, template=template)
            plan = plan_for(wishes, q6=["a"], clearance=["q6"])
            found = variants(plan)
            assert found.get("breathing_bridge", "chair") == "chair"
            assert found.get("opening_breath", "chair") == "chair"
            assert found.get("single_leg_deadlift", "two_leg_wall") == "two_leg_wall"


def test_surgery_stands_without_rotation() -> None:
    plan = plan_for(Wishes(stage=Stage.S4), q6=["c"], clearance=["q6"])
    release = {i.exercise: i for i in plan.day(Weekday.MON).items}["hip_flexor_release"]
    assert (release.dose.variant, release.dose.positions) == ("split_stance", 1)
    assert plan.stage is Stage.S1


@pytest.mark.parametrize(
    ("stage", "bridge", "release", "deadlift"),
    [
        ("S0", "low", "p1_chair", "two_leg_wall"),
        ("S1", "mid", "arm_down", "toe_hand"),
        ("S2", "full", "arm_up", "toe_free"),
        ("S3", "full", "arm_up", "foot_off_hand"),
        ("S4", "full", "arm_up", "loaded"),
    ],
)
def test_variants_of_the_stage_table(stage: str, bridge: str, release: str, deadlift: str) -> None:
    found = variants(plan_for(Wishes(stage=Stage(stage))))
    assert found["breathing_bridge"] == bridge
    assert found["hip_flexor_release"] == release
    assert found["single_leg_deadlift"] == deadlift


def test_bone_limits_keep_the_arm_down_and_the_hands_empty() -> None:
    plan = plan_for(Wishes(stage=Stage.S4), q6=["d"])
    assert plan.stage is Stage.S2
    assert variants(plan)["hip_flexor_release"] == "arm_down"


def test_unsteady_keeps_a_hand_on_something() -> None:
    plan = plan_for(Wishes(stage=Stage.S4), q7={"unsteady": True})
    assert plan.stage is Stage.S2
    assert variants(plan)["single_leg_deadlift"] == "toe_hand"


def test_light_days_are_for_green_only() -> None:
    kinds = [day.kind for day in plan_for().days]
    assert kinds == ["full", "light", "full", "rest", "full", "light", "rest"]
    gentle = [day.kind for day in plan_for(q6=["b"]).days]
    assert gentle == ["full", "rest", "full", "rest", "full", "rest", "rest"]


def test_swings_come_at_s2_and_are_barred_at_the_sitting_bone() -> None:
    at_s2 = Wishes(stage=Stage.S2)
    assert "leg_swing" in variants(plan_for(at_s2), Weekday.TUE)
    assert "leg_swing" not in variants(plan_for(), Weekday.TUE)
    assert "leg_swing" not in variants(plan_for(at_s2, q8=True), Weekday.TUE)


def test_days_that_touch_are_refused() -> None:
    with pytest.raises(DaysRefusedError):
        plan_for(Wishes(days=(Weekday.MON, Weekday.WED, Weekday.SUN)))


@pytest.mark.parametrize("age", [12, 17])
def test_under_age_is_out(age: int) -> None:
    plan = plan_for(q7={"age": age})
    assert plan.screening.gate is Gate.OUT
    assert plan.screening.locked


def test_an_empty_choice_of_days_is_refused() -> None:
    """R9: it does not pass for "not chosen"."""
    with pytest.raises(DaysRefusedError):
        plan_for(days=[])


def test_no_choice_of_days_stands_before_a_call_for_help() -> None:
    plan = plan_for(q1=["b"], days=["mon", "tue", "wed"])
    assert plan.screening.gate is Gate.RED_NOW


@pytest.mark.parametrize(
    ("changes", "first"),
    [
        ({"q1": ["a"]}, ("S4", "lock.now")),
        ({"q2": ["g"]}, ("S4", "lock.soon")),
        ({"q5": True}, ("S4", "lock.clearance")),
        ({"q7": {"age": 15}}, ("K17", "lock.out")),
    ],
)
def test_a_locked_plan_says_first_what_to_do(
    changes: dict[str, object], first: tuple[str, str]
) -> None:
    why = plan_for(**changes).why[0]
    assert (why.rule, why.text) == first


@pytest.mark.parametrize("template", Template)
@pytest.mark.parametrize("stage", Stage)
def test_only_a_second_set_has_a_rest_before_it(template: Template, stage: Stage) -> None:
    """3.1: "-" where there is one set."""
    plan = plan_for(Wishes(stage=stage, template=template, emphasis=Emphasis.TUCKED))
    for item in (item for day in plan.days for item in day.items):
        assert (item.dose.rest_s > 0) == (item.dose.sets > 1), item


@pytest.mark.parametrize(
    ("changes", "behind"),
    [
        ({}, {}),
        ({"q6": ["b"]}, {"hip_flexor_release": {"M-HIP"}, "single_leg_deadlift": {"M-HIP"}}),
        (
            {"q8": True, "q4": "b"},
            {"breathing_bridge": {"M-SIT"}, "single_leg_deadlift": {"M-SIT"}},
        ),
        ({"q11": ["d"]}, {"single_leg_deadlift": {"M-STRAIN"}}),
        ({"q7": {"unsteady": True}}, {"single_leg_deadlift": {"M-BAL"}}),
    ],
)
def test_an_item_names_the_modifiers_that_touch_it(
    changes: dict[str, object], behind: dict[str, set[str]]
) -> None:
    items = plan_for(Wishes(stage=Stage.S1), **changes).day(Weekday.MON).items
    found = {item.exercise: {r for r in item.rules if r.startswith("M-")} for item in items}
    assert {name: rules for name, rules in found.items() if rules} == behind


def test_no_template_stretches_the_hamstring_but_the_tucked_one() -> None:
    for emphasis in Emphasis:
        for stage in Stage:
            plan = plan_for(Wishes(stage=stage, emphasis=emphasis))
            stretched = "hamstring_ease" in variants(plan)
            assert stretched == (emphasis is Emphasis.TUCKED and stage is not Stage.S0)


def test_the_floss_is_never_beside_a_stretch() -> None:
    plan = plan_for(Wishes(stage=Stage.S2, emphasis=Emphasis.TUCKED, extra_floss=True))
    found = variants(plan)
    assert "nerve_floss" in found
    assert "hamstring_ease" not in found
