"""The tables of amounts and limits against the rule book, written down once more."""

from __future__ import annotations

from itertools import product

import pytest

from coach.domain.dose import Item
from coach.domain.modifiers import combined
from coach.domain.plan import Plan, Wishes
from coach.domain.ruleset import Effect
from coach.domain.terms import DayKind, Emphasis, Stage, Template, Weekday
from support.book import plan_for, real_book

RULES = real_book().rules
ARTICLE = (Stage.S2, Stage.S3, Stage.S4)
BESIDE = {"opening_breath", "nerve_floss", "hamstring_ease"}
S1, S2, S3, S4 = Stage.S1, Stage.S2, Stage.S3, Stage.S4
LIMITS = {
    "M-NERVE1": Effect(ease=False),
    "M-NERVE2": Effect(cap=S1, swings_from=None, ease=False, two_leg=True),
    "M-SIT": Effect(cap=S2, swings_from=None, ease=False, hinge_deg=45),
    "M-STRAIN": Effect(cap=S1, min_stage_days=21, swings_from=S3, two_leg=True),
    "M-HIP": Effect(positions=1, hinge_deg=60, forbid=frozenset({"rotation", "side_bend"})),
    "M-KNEE": Effect(forbid=frozenset({"kneeling"})),
    "M-BONE": Effect(cap=S2, forbid=frozenset({"side_bend", "load"})),
    "M-PREG": Effect(cap=S1, two_leg=True, forbid=frozenset({"lying", "load"})),
    "M-BAL": Effect(cap=S2, min_stage_days=21),
    "M-BP": Effect(cap=S2),
    "M-BACK": Effect(cap=S1, swings_from=None, ease=False, two_leg=True),
}
_PARTS = (
    *("cap", "min_stage_days", "swings_from", "ease"),
    *("two_leg", "forbid", "positions", "hinge_deg"),
)


def items(stage: Stage, template: Template = Template.FULL, **wishes: object) -> dict[str, Item]:
    plan = plan_for(Wishes(stage=stage, template=template, **wishes))  # type: ignore[arg-type]
    return {item.exercise: item for item in plan.day(Weekday.MON).items}


def test_the_limits_are_those_of_the_table() -> None:
    assert set(RULES.modifiers) == set(LIMITS)
    for name, expected in LIMITS.items():
        found = combined([name], RULES)
        assert [getattr(found, part) for part in _PARTS] == [
            getattr(expected, part) for part in _PARTS
        ], name


@pytest.mark.parametrize(
    ("stage", "template"), [*product(ARTICLE, [Template.FULL]), (Stage.S4, Template.EXTENDED)]
)
def test_amounts_lie_within_the_sources_ranges(stage: Stage, template: Template) -> None:
    """R1: bridge 3-5 sets of 5, release 3 breaths in 3 positions, deadlift 2-3 sets of 8-12."""
    found = items(stage, template)
    bridge, release, hinge = (
        found[name].dose
        for name in ("breathing_bridge", "hip_flexor_release", "single_leg_deadlift")
    )
    assert 3 <= bridge.sets <= 5
    assert bridge.reps == 5
    assert (release.positions, release.breaths) == (3, 3)
    assert 2 <= hinge.sets <= 3
    assert hinge.reps is not None
    assert 8 <= hinge.reps <= 12


def test_the_first_stages_stay_below_the_sources_ranges() -> None:
    """R1: on purpose."""
    assert items(Stage.S0)["breathing_bridge"].dose.sets < 3
    assert items(Stage.S0)["single_leg_deadlift"].dose.sets < 2
    assert items(Stage.S1)["single_leg_deadlift"].dose.sets < 2


@pytest.mark.parametrize(("stage", "emphasis"), list(product(Stage, Emphasis)))
def test_the_base_plan_is_small(stage: Stage, emphasis: Emphasis) -> None:
    """A4: three exercises at most, with breath, floss or the short ease beside them."""
    for template in Template:
        assert len(items(stage, template, emphasis=emphasis).keys() - BESIDE) <= 3


@pytest.mark.parametrize(
    "changes",
    [{"q8": True}, {"q6": ["b"]}, {"q6": ["d"]}, {"q7": {"unsteady": True}}, {"q4": "b"}],
)
@pytest.mark.parametrize("stage", [Stage.S0, Stage.S1, Stage.S2])
def test_what_stands_in_keeps_reps_and_time(changes: dict[str, object], stage: Stage) -> None:
    """R8: another variant, the same amounts; positions are a limit of their own (M-HIP)."""
    wishes = Wishes(stage=stage)
    free, limited = plan_for(wishes), plan_for(wishes, **changes)
    swapped = 0
    for plain, other in _same_days(free, limited):
        assert plain.exercise == other.exercise
        amounts = ("sets", "reps", "breaths", "hold_s", "tempo", "rest_s")
        for amount in amounts:
            assert getattr(plain.dose, amount) == getattr(other.dose, amount), amount
        swapped += plain.dose.variant != other.dose.variant
    assert swapped or stage is not Stage.S2 or changes == {"q4": "b"}


def _same_days(free: Plan, limited: Plan) -> list[tuple[Item, Item]]:
    """The items of the full days, where the limits leave the stage as it is."""
    if free.stage is not limited.stage:
        return []
    days = zip(free.days, limited.days, strict=True)
    full = [(a, b) for a, b in days if a.kind is b.kind is DayKind.FULL]
    return [pair for a, b in full for pair in zip(a.items, b.items, strict=True)]
