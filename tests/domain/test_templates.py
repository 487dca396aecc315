"""Sessions within the limits of the day (E1, E4, N1, N2, N5, R2): never empty, never harder."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coach.domain.book import Book
from coach.domain.dose import Item, Pace, item_from_data, item_to_data
from coach.domain.limits import Limits
from coach.domain.modifiers import combined
from coach.domain.plan import Wishes
from coach.domain.reason import reason
from coach.domain.ruleset import Effect
from coach.domain.score import compile_timeline
from coach.domain.templates import (
    BREATH,
    BRIDGE,
    DEADLIFT,
    EASE,
    FLOSS,
    RELEASE,
    ROCK,
    SWING,
    Situation,
    session_items,
)
from coach.domain.terms import Emphasis, Floss, Stage, Template
from support.book import plan_for, real_book

BOOK = real_book()
STRONG = (Stage.S1, Stage.S2, Stage.S3, Stage.S4)


def situation(
    stage: Stage = Stage.S2,
    floss: Floss = Floss.F1,
    limits: Limits | None = None,
    *flags: str,
    **more: object,
) -> Situation:
    effect = combined(flags, BOOK.rules)
    given_here: dict[str, object] = {"emphasis": Emphasis.BALANCED, "flags": flags, **more}
    return Situation(
        stage=stage, floss=floss, effect=effect, limits=limits or Limits(), **given_here
    )


def items(template: Template, now: Situation, book: Book = BOOK) -> dict[str, Item]:
    return {item.exercise: item for item in session_items(template, now, book)}


def test_no_limits_change_nothing() -> None:
    bare = Wishes(stage=Stage.S3)
    assert plan_for(bare) == plan_for(replace(bare, limits=Limits()))


def test_a_plan_hands_its_limits_on() -> None:
    limits = Limits(without=frozenset({BRIDGE}), half_range=True)
    plan = plan_for(Wishes(limits=limits))
    assert plan.situation is not None
    assert plan.situation.limits == limits
    assert [item.exercise for item in plan.days[0].items] == [RELEASE, DEADLIFT]
    assert plan.days[0].planned_ms < plan_for().days[0].planned_ms


@pytest.mark.parametrize("template", Template)
@pytest.mark.parametrize("stage", Stage)
def test_what_rests_is_in_no_template(template: Template, stage: Stage) -> None:
    """E4."""
    for name in (BRIDGE, RELEASE, DEADLIFT, FLOSS, ROCK, SWING, BREATH):
        plain = items(template, situation(stage))
        left = items(template, situation(stage, limits=Limits(without=frozenset({name}))))
        assert list(left) == [one for one in plain if one != name]


@pytest.mark.parametrize("template", Template)
@pytest.mark.parametrize("stage", Stage)
def test_where_everything_rests_the_breath_stays(template: Template, stage: Stage) -> None:
    everything = frozenset(BOOK.catalog)
    left = items(template, situation(stage, limits=Limits(without=everything)))
    assert list(left) == [BREATH]
    assert "E4" in left[BREATH].rules
    lying = situation(stage, Floss.F1, Limits(without=everything), "M-PREG")
    assert items(template, lying)[BREATH].dose.variant == "chair"


def test_an_easier_variant_names_its_rule() -> None:
    """E1 where nothing else is told; else the rules of the reasons."""
    bare = items(Template.FULL, situation(limits=Limits(steps_down={BRIDGE: 1})))
    assert (bare[BRIDGE].dose.variant, bare[BRIDGE].rules[-1]) == ("mid", "E1")
    assert not {"E1", "E4"} & {*bare[RELEASE].rules, *bare[DEADLIFT].rules}
    why = {BRIDGE: (reason("E4", "effort.lower_after"), reason("N1", "floss.half_range"))}
    told = items(Template.FULL, situation(limits=Limits(steps_down={BRIDGE: 1}, why=why)))
    assert told[BRIDGE].rules[-1] == "E4"
    assert "N1" not in told[BRIDGE].rules


def test_the_end_of_the_ladder_names_no_rule() -> None:
    low = items(Template.FULL, situation(Stage.S0, limits=Limits(steps_down={DEADLIFT: 2})))
    assert low[DEADLIFT].dose.variant == "two_leg_wall"
    assert "E1" not in low[DEADLIFT].rules


@pytest.mark.parametrize("template", [Template.FULL, Template.EXTENDED])
@pytest.mark.parametrize("stage", STRONG)
def test_after_n2_the_hinge_stays_on_two_legs(template: Template, stage: Stage) -> None:
    now = situation(stage, Floss.LOCK, Limits(two_leg=True, load_kg=4))
    hinge = items(template, now)[DEADLIFT]
    assert hinge.dose == BOOK.rules.extra("two_leg")
    assert hinge.rules[-1] == "N2"
    assert "load_kg" not in hinge.limits


@pytest.mark.parametrize(
    ("flags", "variant"),
    [((), "two_leg"), (("M-BAL",), "two_leg_wall"), (("M-PREG",), "two_leg_wall")],
)
def test_the_answers_still_choose_among_the_two_leg_forms(
    flags: tuple[str, ...], variant: str
) -> None:
    now = situation(Stage.S1, Floss.LOCK, Limits(two_leg=True), *flags)
    assert items(Template.FULL, now)[DEADLIFT].dose.variant == variant
    assert items(Template.HALF, now)[DEADLIFT].dose.variant == variant


@pytest.mark.parametrize(
    ("stage", "two_leg"),
    [(Stage.S0, False), (Stage.S1, True), (Stage.S2, False), (Stage.S3, False)],
)
def test_a_modifier_asks_for_two_legs_at_s1_alone(stage: Stage, *, two_leg: bool) -> None:
    """M-STRAIN goes on after its cap has lifted."""
    hinge = items(Template.FULL, situation(stage, Floss.F1, None, "M-STRAIN"))[DEADLIFT]
    own = BOOK.rules.extra("two_leg") if two_leg else BOOK.rules.stages[stage].doses[DEADLIFT]
    assert (hinge.dose.variant, "M-STRAIN" in hinge.rules) == (own.variant, two_leg)


def test_stretch_and_floss_are_added_only_where_they_are_wished_for() -> None:
    """K8, R7."""
    plain = items(Template.FULL, situation(emphasis=Emphasis.TUCKED))
    assert list(plain) == [BRIDGE, RELEASE, DEADLIFT]
    wished = items(Template.FULL, situation(emphasis=Emphasis.TUCKED, stretch=True))
    assert list(wished) == [BRIDGE, RELEASE, DEADLIFT, EASE]


def test_s0_has_no_long_session() -> None:
    now = situation(Stage.S0)
    assert items(Template.EXTENDED, now) == items(Template.FULL, now)
    strong = situation(Stage.S2)
    assert items(Template.EXTENDED, strong) != items(Template.FULL, strong)


def test_half_sessions_and_s0_have_their_own_two_leg_hinge() -> None:
    """K6; S0's hinge stands on two legs anyway."""
    for stage in STRONG:
        now = situation(stage)
        limited = replace(now, limits=Limits(two_leg=True))
        assert items(Template.HALF, limited) == items(Template.HALF, now)
    now = situation(Stage.S0)
    for template in (Template.FULL, Template.HALF):
        limited = replace(now, limits=Limits(two_leg=True))
        assert items(template, limited) == items(template, now)


@pytest.mark.parametrize("stage", [Stage.S2, Stage.S3, Stage.S4])
def test_no_leg_swings_while_the_hinge_stays_on_two_legs(stage: Stage) -> None:
    """X4: a swing moves along the same line."""
    light = items(Template.LIGHT, situation(stage, Floss.LOCK, Limits(two_leg=True)))
    assert list(light) == [BREATH, ROCK]
    assert SWING in items(Template.LIGHT, situation(stage, Floss.LOCK))


@pytest.mark.parametrize(
    ("limits", "named"),
    [
        (Limits(), {}),
        (Limits(two_leg=True), {DEADLIFT: "N2"}),
        (Limits(half_range=True), {}),
        (Limits(no_floss=True), {ROCK: "N5"}),
        (Limits(steps_down={DEADLIFT: 1}), {DEADLIFT: "E1"}),
        (Limits(steps_down={BRIDGE: 1}), {BRIDGE: "E1"}),
        (Limits(steps_down={RELEASE: 1}), {RELEASE: "E1"}),
    ],
)
def test_a_limit_is_named_by_what_it_changes_and_by_nothing_else(
    limits: Limits, named: dict[str, str]
) -> None:
    """Beside what the exercises name by themselves, as the floss does N1."""
    for template in (Template.FULL, Template.LIGHT):
        now = situation(Stage.S3, limits=limits)
        for name, item in items(template, now).items():
            more = [rule for rule in item.rules if rule not in BOOK.catalog[name].rules]
            assert more == ([named[name]] if name in named else []), (template, name)


def test_half_the_range_of_the_floss() -> None:
    """N1."""
    light = items(Template.LIGHT, situation(limits=Limits(half_range=True)))
    assert light[FLOSS].limits == {"half_range": 1}
    assert "N1" in light[FLOSS].rules
    assert all("N1" not in one.rules for name, one in light.items() if name != FLOSS)
    assert all("half_range" not in one.limits for name, one in light.items() if name != FLOSS)
    gentle = situation(Stage.S0, Floss.F0, Limits(half_range=True))
    assert items(Template.FULL, gentle)[FLOSS].limits == {"half_range": 1}


def test_a_day_without_floss_rocks_instead() -> None:
    """N5."""
    light = items(Template.LIGHT, situation(Stage.S1, limits=Limits(no_floss=True)))
    assert list(light) == [BREATH, ROCK]
    assert light[ROCK].rules[-1] == "N5"
    locked = items(Template.LIGHT, situation(Stage.S1, Floss.LOCK, Limits(no_floss=True)))
    assert "N5" not in locked[ROCK].rules


def test_no_floss_is_appended_on_such_a_day() -> None:
    """N5; neither the gentle plan's own nor the one that was wished for."""
    gentle = situation(Stage.S0, Floss.F0, Limits(no_floss=True))
    assert FLOSS not in items(Template.FULL, gentle)
    wished = situation(limits=Limits(no_floss=True), extra_floss=True)
    assert list(items(Template.FULL, wished)) == [BRIDGE, RELEASE, DEADLIFT]


def test_the_stretch_does_not_come_back_in_its_place() -> None:
    tucked = situation(emphasis=Emphasis.TUCKED, stretch=True, extra_floss=True)
    assert EASE not in items(Template.FULL, replace(tucked, limits=Limits(no_floss=True)))
    plain = replace(tucked, extra_floss=False, limits=Limits(no_floss=True))
    assert EASE in items(Template.FULL, plain)


def test_the_weight_is_behind_its_rule_and_survives_the_log() -> None:
    """R2; what is stored with a session comes back whole."""
    held = items(Template.FULL, situation(Stage.S3, limits=Limits(load_kg=2)))[DEADLIFT]
    assert (held.dose.load_kg, held.limits["load_kg"]) == (2, 2)
    for item in (held, items(Template.FULL, situation(Stage.S3))[DEADLIFT]):
        assert "R2" in item.rules
        assert item_from_data(item_to_data(item, Pace())) == item


FLAGS = st.lists(st.sampled_from(sorted(BOOK.rules.modifiers)), unique=True, max_size=5)
NAMES = sorted(BOOK.catalog)
LIMITS = st.builds(
    Limits,
    without=st.frozensets(st.sampled_from(NAMES)),
    steps_down=st.dictionaries(st.sampled_from(NAMES), st.integers(0, 6)),
    two_leg=st.booleans(),
    half_range=st.booleans(),
    no_floss=st.booleans(),
    load_kg=st.none() | st.integers(0, 20),
)


@st.composite
def situations(draw: st.DrawFn) -> Situation:
    flags = tuple(name for name in BOOK.rules.modifiers if name in draw(FLAGS))
    return situation(
        draw(st.sampled_from(Stage)),
        draw(st.sampled_from(Floss)),
        draw(LIMITS),
        *flags,
        emphasis=draw(st.sampled_from(Emphasis)),
        stretch=draw(st.booleans()),
        extra_floss=draw(st.booleans()),
    )


@given(now=situations(), template=st.sampled_from(Template))
def test_a_session_is_never_empty_and_never_forbidden(now: Situation, template: Template) -> None:
    """K18 holds whatever the day asks for."""
    found = session_items(template, now, BOOK)
    assert found
    for item in found:
        assert not _forbidden(item, now.effect)
        assert item.exercise not in now.limits.without or found[0].exercise == BREATH
        if now.limits.two_leg and item.exercise == DEADLIFT:
            assert item.dose.variant in ("two_leg", "two_leg_wall")
        assert item.dose.load_kg is None or item.dose.load_kg <= (now.limits.load_kg or 0)


def _forbidden(item: Item, effect: Effect) -> list[str]:
    tags = BOOK.catalog[item.exercise].variant(item.dose.variant).tags
    turns = (item.dose.positions or 1) > 1
    asked = effect.forbid if turns else effect.forbid - {"rotation"}
    return [tag for tag in asked if getattr(tags, tag)]


@given(now=situations(), template=st.sampled_from(Template))
def test_limits_never_make_an_exercise_harder(now: Situation, template: Template) -> None:
    free = items(template, replace(now, limits=Limits()))
    held = items(template, now)
    for name, item in held.items():
        if name not in free:
            assert name in (BREATH, ROCK)
            continue
        assert item.dose.variant in _ladder(name, free[name].dose.variant)
        assert (item.dose.positions or 0) <= (free[name].dose.positions or 0)
        assert item.dose.breaths == free[name].dose.breaths


@given(now=situations(), template=st.sampled_from(Template))
def test_limits_never_make_a_session_longer(now: Situation, template: Template) -> None:
    """Apart from the two-leg hinge and the rock, which stand in for something shorter."""
    free = session_items(template, replace(now, limits=Limits()), BOOK)
    held = session_items(template, now, BOOK)
    if len(held) == 1 and held[0].exercise == BREATH:
        return
    assert _ms(held) <= _ms(free)


def _ms(found: Iterable[Item]) -> int:
    """The time of the exercises themselves, without those that stand in for another."""
    timeline = compile_timeline(tuple(found), BOOK)
    blocks = [b for b in timeline.blocks if b.exercise not in (ROCK, FLOSS, DEADLIFT)]
    return sum(block.end_ms - block.start_ms for block in blocks)


def _ladder(name: str, variant: str) -> list[str]:
    exercise = BOOK.catalog[name]
    found = [exercise.variant(variant)]
    while (easier := found[-1].easier) is not None:
        found.append(exercise.variant(easier))
    return [one.id for one in found]
