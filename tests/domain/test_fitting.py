"""A dose within answers and limits: easier variants, positions, weight (K18, E1, E4, R2)."""

from __future__ import annotations

import pytest

from coach.domain.dose import Dose
from coach.domain.fitting import Fitted, allowed_variant, fitted
from coach.domain.limits import Limits
from coach.domain.modifiers import combined
from coach.domain.ruleset import Effect
from coach.domain.templates import BRIDGE, DEADLIFT, FLOSS, RELEASE, SWING
from coach.domain.terms import Floss, Stage
from support.book import real_book

BOOK = real_book()
RULES = BOOK.rules


def stepped(name: str, stage: str, steps: int, *flags: str) -> Dose:
    dose = RULES.stages[Stage(stage)].doses[name]
    limits = Limits(steps_down={name: steps})
    return fitted(name, dose, combined(flags, RULES), limits, BOOK).dose


@pytest.mark.parametrize(
    ("name", "stage", "flags", "ladder"),
    [
        (BRIDGE, "S2", (), ["full", "mid", "low", "chair", "chair"]),
        (BRIDGE, "S2", ("M-SIT",), ["low", "chair", "chair"]),
        (BRIDGE, "S1", ("M-PREG",), ["chair", "chair"]),
        (RELEASE, "S2", (), ["arm_up", "arm_down", "p1_chair", "split_stance", "split_stance"]),
        (RELEASE, "S2", ("M-BONE",), ["arm_down", "p1_chair", "split_stance"]),
        (RELEASE, "S2", ("M-KNEE",), ["split_stance", "split_stance"]),
        (RELEASE, "S1", ("M-HIP",), ["arm_down", "p1_chair", "split_stance"]),
        (DEADLIFT, "S4", (), ["loaded", "foot_off_hand", "toe_free", "toe_hand", "two_leg"]),
        (DEADLIFT, "S4", ("M-BAL",), ["foot_off_hand", "toe_hand", "two_leg_wall"]),
        (DEADLIFT, "S4", ("M-BONE",), ["toe_free", "toe_hand", "two_leg"]),
        (DEADLIFT, "S0", (), ["two_leg_wall", "two_leg_wall"]),
    ],
)
def test_each_step_is_the_next_easier_variant_that_is_allowed(
    name: str, stage: str, flags: tuple[str, ...], ladder: list[str]
) -> None:
    found = [stepped(name, stage, steps, *flags).variant for steps in range(len(ladder))]
    assert found == ladder


def test_a_floss_has_nothing_easier() -> None:
    found = fitted(FLOSS, RULES.floss[Floss.F1], Effect(), Limits(steps_down={FLOSS: 3}), BOOK)
    assert found == Fitted(RULES.floss[Floss.F1], {})


def test_swings_get_a_chair() -> None:
    found = fitted(SWING, RULES.extra("swings"), Effect(), Limits(steps_down={SWING: 1}), BOOK)
    assert found.dose == RULES.extra("swings").with_({"variant": "chair"})


def test_a_step_keeps_reps_sets_and_tempo() -> None:
    """R8; the sides follow the variant."""
    dose = RULES.stages[Stage.S1].doses[DEADLIFT]
    assert stepped(DEADLIFT, "S1", 1) == dose.with_({"variant": "two_leg", "per_side": False})


def test_one_position_forbids_no_turn_by_itself() -> None:
    """Rotation is done from the second position on."""
    assert allowed_variant(RELEASE, "arm_up", Effect(positions=1), BOOK).id == "arm_up"


def test_fewer_positions_stay_fewer_further_down() -> None:
    """The split stance has three positions of its own, the step above it only one."""
    assert [stepped(RELEASE, "S1", steps).positions for steps in range(3)] == [3, 1, 1]
    assert stepped(RELEASE, "S1", 0, "M-KNEE").positions == 3


@pytest.mark.parametrize(
    ("stage", "steps", "load_kg", "held", "most"),
    [
        ("S2", 0, 3, None, None),
        ("S3", 0, None, None, 4),
        ("S3", 0, 0, None, 4),
        ("S3", 0, 3, 3, 3),
        ("S3", 0, 5, 4, 4),
        ("S3", 1, 3, None, None),
        ("S4", 0, None, None, None),
        ("S4", 0, 9, 9, 9),
        ("S4", 1, 9, 4, 4),
        ("S4", 2, 9, None, None),
    ],
)
def test_the_weight_is_what_was_reached_within_the_variants_most(
    stage: str, steps: int, load_kg: int | None, held: int | None, most: int | None
) -> None:
    """R2: it starts at none, S3 ends at 4 kg, and only the strength variants hold any."""
    dose = RULES.stages[Stage(stage)].doses[DEADLIFT]
    limits = Limits(steps_down={DEADLIFT: steps}, load_kg=load_kg)
    found = fitted(DEADLIFT, dose, Effect(), limits, BOOK)
    assert (found.dose.load_kg, found.limits.get("load_kg")) == (held, most)


@pytest.mark.parametrize("flag", ["M-BONE", "M-PREG"])
def test_where_answers_bar_a_load_none_is_held(flag: str) -> None:
    dose = RULES.stages[Stage.S4].doses[DEADLIFT]
    found = fitted(DEADLIFT, dose, combined([flag], RULES), Limits(load_kg=6), BOOK)
    assert found.dose.load_kg is None
    assert "load_kg" not in found.limits


def test_no_variant_left_is_said() -> None:
    with pytest.raises(LookupError, match="no variant of single_leg_deadlift"):
        allowed_variant(DEADLIFT, "loaded", Effect(forbid=frozenset({"hinge_deg"})), BOOK)


def test_a_step_never_reaches_a_forbidden_tag() -> None:
    """K18: what is easier but turns is no way down for somebody who must not turn."""
    dose = RULES.stages[Stage.S1].doses[RELEASE].with_({"variant": "p1_chair"})
    limits = Limits(steps_down={RELEASE: 1})
    stays = fitted(RELEASE, dose, Effect(forbid=frozenset({"rotation"})), limits, BOOK)
    assert stays.dose.variant == "p1_chair"
    assert fitted(RELEASE, dose, Effect(), limits, BOOK).dose.variant == "split_stance"
