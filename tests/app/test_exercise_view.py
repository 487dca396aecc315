"""The exercise pages' content: doses, order of variants, sides, the round that is played."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coach.app.exercise_dose import Planned, planned_now, ruled_out
from coach.app.exercise_view import ExerciseView, by_ease, exercise_view, exercises_view
from coach.domain.motion import scene_at
from coach.domain.reason import Texts
from coach.domain.terms import PhaseKind, Side
from coach.store.sql_store import SqlStore
from coach.system.resources import read_toml
from support.book import plan_for, real_book
from support.standing import checked
from support.store_builders import CountedIds, stamp

BOOK = real_book()
SOURCES = Texts(read_toml("texts/sources.en.toml"))
EVERY = [(e.id, v) for e in BOOK.catalog.values() for v in e.variants]
RELEASE = "hip_flexor_release"


def view(
    exercise: str,
    variant: str | None = None,
    side: Side = Side.RIGHT,
    planned: Planned | None = None,
) -> ExerciseView:
    return exercise_view(BOOK, planned or Planned(), SOURCES, exercise, variant, side)


def test_every_exercise_stands_in_the_list_once() -> None:
    cards = exercises_view(BOOK, Planned()).cards
    assert sorted(card.exercise for card in cards) == sorted(BOOK.catalog)
    assert not any(card.in_plan for card in cards)


def test_the_exercises_of_the_plan_come_first_in_its_order(store: SqlStore) -> None:
    checked(store, stamp(), CountedIds())
    cards = exercises_view(BOOK, planned_now(store, BOOK, stamp())).cards
    assert [card.exercise for card in cards if card.in_plan] == [
        "breathing_bridge",
        RELEASE,
        "single_leg_deadlift",
        "opening_breath",
        "nerve_floss",
    ]
    assert [card.in_plan for card in cards] == [True] * 5 + [False] * 3


def test_the_dose_is_the_plans_own(store: SqlStore) -> None:
    """S1 has three positions of three breaths with the arms down: 3:44 by T1."""
    checked(store, stamp(), CountedIds())
    shown = view(RELEASE, planned=planned_now(store, BOOK, stamp()))
    assert (shown.variant, shown.in_plan) == ("arm_down", True)
    assert shown.dose == "3 positions of 3 breaths, each side"
    assert shown.length_ms == 224_000
    assert shown.equipment == ("a mat", "a folded towel")


def test_another_variant_has_its_usual_dose_and_is_not_planned(store: SqlStore) -> None:
    checked(store, stamp(), CountedIds())
    shown = view(RELEASE, "p1_chair", planned=planned_now(store, BOOK, stamp()))
    assert not shown.in_plan
    assert (shown.dose, shown.positions) == ("2 breaths, each side", 1)


def test_a_locked_plan_says_so_and_plans_nothing(store: SqlStore) -> None:
    checked(store, stamp(), CountedIds(), q1=["a"])
    shown = exercises_view(BOOK, planned_now(store, BOOK, stamp()))
    assert shown.locked
    assert not any(card.in_plan for card in shown.cards)


def test_without_a_check_the_pace_of_the_settings_still_counts(store: SqlStore) -> None:
    store.save_setting("exhale_ms", "8000")
    assert view("opening_breath", planned=planned_now(store, BOOK, stamp())).length_ms == 72_000


@pytest.mark.parametrize(
    ("exercise", "order"),
    [
        (RELEASE, ["split_stance", "p1_chair", "arm_down", "arm_up"]),
        ("breathing_bridge", ["chair", "side_lying", "low", "mid", "full"]),
        (
            "single_leg_deadlift",
            ["two_leg_wall", "two_leg", "toe_hand", "toe_free", "foot_off_hand", "loaded"],
        ),
    ],
)
def test_variants_run_from_easier_to_harder(exercise: str, order: list[str]) -> None:
    assert [variant.id for variant in by_ease(BOOK.catalog[exercise])] == order


def test_what_the_answers_rule_out_is_said() -> None:
    """K1: after surgery the release keeps to its first position."""
    effect = plan_for(q6=["b"]).effect
    shown = view(RELEASE, "arm_up", planned=Planned(effect=effect))
    assert shown.ruled_out
    assert {option.id for option in shown.variants if option.ruled_out} == {"arm_up"}
    assert not ruled_out(BOOK.catalog[RELEASE].variant("arm_up"), None)


def test_left_and_right_mirror_every_word() -> None:
    """R3."""
    left, right = view(RELEASE, "arm_up", Side.LEFT), view(RELEASE, "arm_up", Side.RIGHT)
    swap = {"left": "right", "right": "left", "Left": "Right", "Right": "Left"}
    mirrored = [_swapped(step, swap) for step in left.steps]
    assert mirrored == list(right.steps)
    assert (left.side_word, left.other_word) == ("left", "right")


def _swapped(text: str, swap: dict[str, str]) -> str:
    for word in swap:
        text = text.replace(word, f"<{word}>")
    for word, other in swap.items():
        text = text.replace(f"<{word}>", other)
    return text


def test_the_dose_of_the_ladder_names_no_side() -> None:
    assert view("single_leg_deadlift", "loaded", Side.LEFT).dose == "2 sets of 10 each side"


@pytest.mark.parametrize(("exercise", "variant"), EVERY)
def test_every_variant_says_where_it_comes_from(exercise: str, variant: str) -> None:
    shown = view(exercise, variant)
    assert tuple(origin.id for origin in shown.articles) == BOOK.catalog[exercise].sources
    assert tuple(origin.id for origin in shown.rules) == BOOK.catalog[exercise].rules


@pytest.mark.parametrize(("exercise", "variant"), EVERY)
@pytest.mark.parametrize("side", list(Side))
def test_a_round_is_work_of_one_side_that_leads_into_itself(
    exercise: str, variant: str, side: Side
) -> None:
    preview = view(exercise, variant, side).preview
    assert preview.start_ms <= preview.rest_ms < preview.end_ms == preview.timeline.total_ms
    sides = {phase.side for phase in preview.timeline}
    assert sides == ({side} if BOOK.catalog[exercise].variant(variant).sided else {None})
    at_end = scene_at(BOOK.catalog, preview.timeline, preview.end_ms - 1).skeleton.hip
    at_start = scene_at(BOOK.catalog, preview.timeline, preview.start_ms).skeleton.hip
    assert at_start == pytest.approx(at_end, abs=0.005)


def test_the_release_shows_its_three_positions_in_a_round() -> None:
    preview = view(RELEASE, "arm_up").preview
    work = [p for p in preview.timeline if p.start_ms >= preview.start_ms and p.kind.is_work]
    assert [(p.kind, p.position) for p in work] == [
        (kind, position) for position in (1, 2, 3) for kind in (PhaseKind.INHALE, PhaseKind.EXHALE)
    ]


@given(played=st.floats(0, 1e7))
def test_playing_stays_within_the_round(played: float) -> None:
    preview = view("nerve_floss").preview
    assert preview.start_ms <= preview.at(played) < preview.end_ms


def test_an_unknown_exercise_or_variant_is_an_error() -> None:
    with pytest.raises(KeyError):
        view("cartwheel")
    with pytest.raises(KeyError):
        view(RELEASE, "cartwheel")


def test_a_rule_without_a_sentence_is_left_out() -> None:
    shown = exercise_view(BOOK, replace(Planned()), Texts({}), RELEASE)
    assert (shown.articles, shown.rules) == ((), ())
