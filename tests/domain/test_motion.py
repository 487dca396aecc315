"""The figure over a whole session: no jumps inside an item, the right side, the right posture."""

from __future__ import annotations

import math
from dataclasses import replace
from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from coach.domain.book import Book
from coach.domain.motion import scene_at, standing
from coach.domain.pose import Point
from coach.domain.scene import Bounds, Scene, bounds, build_scene, still
from coach.domain.terms import PhaseKind, Side
from coach.domain.timeline import Phase, Timeline
from support.book import real_book

STEP_MS = 16
# A hand that swings overhead in four seconds moves this far in one frame of a 60 Hz screen.
LARGEST_STEP = 0.025

BREATHS = ((PhaseKind.INHALE, 4000), (PhaseKind.EXHALE, 6000))
HINGE = ((PhaseKind.LOWER, 3000), (PhaseKind.HOLD, 1000), (PhaseKind.RAISE, 2000))
SWINGS = ((PhaseKind.RAISE, 1000), (PhaseKind.LOWER, 1000))
GLIDES = ((PhaseKind.RAISE, 2000), (PhaseKind.LOWER, 2000))
RHYTHMS = {
    "breathing_bridge": BREATHS,
    "hip_flexor_release": BREATHS,
    "single_leg_deadlift": HINGE,
    "nerve_floss": GLIDES,
    "leg_swing": SWINGS,
    "pelvic_rock": BREATHS,
    "opening_breath": BREATHS,
    "hamstring_ease": ((PhaseKind.HOLD, 4000),),
}


def book() -> Book:
    return real_book()


class Writer:
    """Puts phases one after another."""

    def __init__(self, exercise: str, variant: str) -> None:
        self.exercise, self.variant = exercise, variant
        self.phases: list[Phase] = []
        self.now = 0

    def add(
        self,
        kind: PhaseKind,
        duration_ms: int,
        side: Side | None = None,
        position: int | None = None,
        *,
        item: bool = True,
    ) -> None:
        self.phases.append(
            Phase(
                self.now,
                duration_ms,
                kind,
                item=0 if item else None,
                exercise=self.exercise if item else None,
                variant=self.variant if item else None,
                side=side,
                position=position,
            )
        )
        self.now += duration_ms


@cache
def timeline(exercise: str, variant: str) -> Timeline:
    """Two sets of an exercise with every kind of gap, between check and rate."""
    found = book().catalog[exercise].variant(variant)
    writer = Writer(exercise, variant)
    writer.add(PhaseKind.CHECK, 10_000, item=False)
    writer.add(PhaseKind.GET_READY, 5000)
    sides = (Side.RIGHT, Side.LEFT) if found.sided else (None,)
    for number in (1, 2):
        if number > 1:
            writer.add(PhaseKind.REST, 3000)
        for side in sides:
            if side is Side.LEFT:
                writer.add(PhaseKind.SWITCH_SIDE, 6000, side)
            for position in range(1, found.positions + 1):
                if position > 1:
                    writer.add(PhaseKind.CHANGE_POSITION, 8000, side, position)
                for kind, duration in RHYTHMS[exercise]:
                    place = position if found.positions > 1 else None
                    writer.add(kind, duration, side, place)
    writer.add(PhaseKind.RATE, 10_000, item=False)
    return Timeline(tuple(writer.phases))


CASES = [
    (exercise.id, variant) for exercise in book().catalog.values() for variant in exercise.variants
]


def shown(scene: Scene) -> list[Point]:
    """Joints as they appear, turned to the side that works."""
    axis = scene.bounds.middle_x
    return [(axis + (x - axis) * scene.facing, y) for x, y in scene.skeleton.points()]


def at(exercise: str, variant: str, ms: float) -> Scene:
    return scene_at(book().catalog, timeline(exercise, variant), ms)


@pytest.mark.parametrize(("exercise", "variant"), CASES)
def test_the_figure_never_jumps_inside_an_item(exercise: str, variant: str) -> None:
    score = timeline(exercise, variant)
    first, last = score.phases[1].start_ms, score.phases[-1].start_ms
    before = shown(at(exercise, variant, first))
    for ms in range(first + STEP_MS, last, STEP_MS):
        now = shown(at(exercise, variant, ms))
        step = max(math.dist(a, b) for a, b in zip(before, now, strict=True))
        assert step <= LARGEST_STEP, f"{step:.3f} body heights at {ms} ms"
        before = now


@given(st.sampled_from(CASES), st.floats(-10_000, 400_000))
@settings(max_examples=200)
def test_any_moment_has_a_scene_inside_its_bounds(case: tuple[str, str], ms: float) -> None:
    scene = at(*case, ms)
    box = scene.bounds
    for x, y in scene.skeleton.points():
        assert box.left - 0.08 <= x <= box.right + 0.08
        assert box.bottom - 0.08 <= y <= box.top + 0.08


def test_work_sides_face_their_way() -> None:
    score = timeline("nerve_floss", "standard")
    for phase in score.phases:
        if phase.kind.is_work:
            scene = scene_at(book().catalog, score, phase.end_ms - 1)
            assert scene.mirrored == (phase.side is Side.LEFT)


def test_a_switch_turns_the_figure_around() -> None:
    score = timeline("single_leg_deadlift", "loaded")
    switch = next(p for p in score.phases if p.kind is PhaseKind.SWITCH_SIDE)
    facings = [
        scene_at(book().catalog, score, switch.start_ms + ms).facing for ms in range(0, 6000, 50)
    ]
    assert facings[0] == 1.0
    assert facings[-1] == -1.0
    assert facings == sorted(facings, reverse=True)


def test_a_breath_out_lifts_the_bridge() -> None:
    score = timeline("breathing_bridge", "full")
    out = next(p for p in score.phases if p.kind is PhaseKind.EXHALE)
    low = scene_at(book().catalog, score, out.start_ms).skeleton.hip[1]
    high = scene_at(book().catalog, score, out.end_ms - 1).skeleton.hip[1]
    assert 0.055 <= high - low <= 0.09


def test_looking_up_goes_with_the_straight_knee() -> None:
    score = timeline("nerve_floss", "standard")
    up = next(p for p in score.phases if p.kind is PhaseKind.RAISE)
    bent = scene_at(book().catalog, score, up.start_ms).skeleton
    long = scene_at(book().catalog, score, up.end_ms - 1).skeleton
    assert long.face_deg > bent.face_deg + 30
    assert long.near_leg.ankle[0] > bent.near_leg.ankle[0] + 0.15


def test_the_weight_hangs_in_the_far_hand() -> None:
    found = book().catalog["single_leg_deadlift"]
    scene = still(found, "loaded", Side.RIGHT)
    metal = [box for box in scene.props if box.tone == "metal"]
    assert metal
    assert all(abs(box.x - scene.skeleton.far_arm.hand[0]) < 0.01 for box in metal)


def test_hinges_stay_within_their_tag() -> None:
    for variant in book().catalog["single_leg_deadlift"].variants.values():
        pose = variant.pose(PhaseKind.LOWER)
        assert 90 - pose.torso <= variant.tags.hinge_deg


def test_positions_are_seen_from_above() -> None:
    found = book().catalog["hip_flexor_release"]
    turns = [still(found, "arm_up", Side.RIGHT, n).top for n in (1, 2, 3)]
    assert [top.turn_deg if top else None for top in turns] == [0.0, 38.0, -38.0]
    assert still(found, "p1_chair", Side.RIGHT).top is None


def test_waiting_phases_show_a_calm_figure() -> None:
    score = timeline("leg_swing", "standard")
    assert scene_at(book().catalog, score, 0) == standing()
    assert scene_at(book().catalog, score, score.total_ms) == standing()
    assert standing().glow == ()


def test_a_move_shows_where_it_leads() -> None:
    writer = Writer("opening_breath", "standard")
    writer.add(PhaseKind.EXHALE, 6000)
    writer.phases.append(Phase(6000, 10_000, PhaseKind.MOVE, item=0))
    seated = book().catalog["nerve_floss"].variant("standard")
    writer.phases.append(
        Phase(16_000, 5000, PhaseKind.GET_READY, item=1, exercise="nerve_floss", variant="standard")
    )
    scene = scene_at(book().catalog, Timeline(tuple(writer.phases)), 9000)
    assert scene == build_scene(seated, replace(seated.start, effort=0.0), 1.0)


def test_bounds_are_common_to_a_variant_and_stills_fill_their_own() -> None:
    found = book().catalog["single_leg_deadlift"]
    whole = bounds(found, "toe_free")
    assert isinstance(whole, Bounds)
    assert build_scene(found.variant("toe_free"), found.variant("toe_free").start, 1.0).bounds == (
        whole
    )
    assert still(found, "toe_free", Side.LEFT).bounds.top < whole.top
