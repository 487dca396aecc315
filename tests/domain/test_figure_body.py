"""The figure's body through every phase of every exercise, sixty times a second: bones keep their
length, joints stay in their range, nothing passes the floor, and what is planted stays put."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass

import pytest

from coach.domain.exercise_model import Variant
from coach.domain.pose import (
    LENGTHS,
    Anchor,
    ArmPoints,
    Leg,
    LegPoints,
    Point,
    Pose,
    Reach,
    Skeleton,
    direction,
    solve,
)
from coach.domain.props import SEAT_Y, Box
from coach.domain.scene import build_scene
from coach.domain.terms import PhaseKind
from support.book import real_book
from support.rounds import CASES, Sample, samples

TWO_MM = 0.0012
"""Two millimetres on somebody of 1.7 m, in body heights."""

BALL, HEEL, TIP, HAND, ELBOW = 0.016, 0.02, 0.0125, 0.019, 0.0225
"""Radii as drawn: a part whose middle is that high lies on the floor."""

SUNK = 0.0065
"""How deep soft parts are pressed into a mat."""


@dataclass(frozen=True, slots=True)
class Range:
    """Degrees from ``low`` to ``high``; 0 is the upright body with straight limbs."""

    low: float
    high: float

    def holds(self, degrees: float) -> bool:
        return self.low <= degrees <= self.high


# Healthy adults, as in the tables of the American Academy of Orthopaedic Surgeons (Joint motion,
# 1965), rounded; toes and trunk by common anatomy. Bent forward is positive everywhere.
RANGES = {
    "knee": Range(0, 140),
    "hip": Range(-25, 120),
    "ankle": Range(-50, 30),
    "toes": Range(-5, 75),
    "elbow": Range(0, 145),
    "shoulder": Range(-50, 180),
    "neck": Range(-45, 45),
    "face": Range(-45, 45),
    "back": Range(-30, 45),
}


def turned(degrees: float) -> float:
    return (degrees + 180) % 360 - 180


def is_flat(a: Point, b: Point, length: float) -> bool:
    """Seen from its side, not turned to the viewer: only then the picture shows its angle."""
    return math.dist(a, b) > 0.995 * length


def leg_angles(bones: Skeleton, leg: LegPoints) -> Iterator[tuple[str, float]]:
    thigh, shin = direction(leg.hip, leg.knee), direction(leg.knee, leg.ankle)
    foot = direction(leg.heel, leg.ball)
    flat = is_flat(leg.hip, leg.knee, LENGTHS.thigh) and is_flat(leg.knee, leg.ankle, LENGTHS.shin)
    if flat:
        yield "knee", turned(thigh - shin)
        yield "hip", turned(thigh - direction(bones.hip, bones.waist) - 180)
        yield "ankle", turned(foot - shin - 90)
    yield "toes", turned(direction(leg.ball, leg.tip) - foot)


def arm_angles(bones: Skeleton, arm: ArmPoints, bend: int) -> Iterator[tuple[str, float]]:
    """An arm with its elbow to the other side is turned in, palm down, as beside a lying body."""
    upper, lower = direction(arm.shoulder, arm.elbow), direction(arm.elbow, arm.hand)
    if is_flat(arm.shoulder, arm.elbow, LENGTHS.upper_arm):
        yield "elbow", turned(lower - upper) * -bend
        trunk = direction(bones.shoulder, bones.waist)
        yield "shoulder", (turned(upper - trunk) + 90) % 360 - 90


def angles(bones: Skeleton) -> Iterator[tuple[str, float]]:
    low, high = direction(bones.hip, bones.waist), direction(bones.waist, bones.shoulder)
    lying = math.sin(math.radians(high)) < 0.5 and bones.near_arm.hand[1] < 0.1
    for leg in (bones.near_leg, bones.far_leg):
        yield from leg_angles(bones, leg)
    for arm in (bones.near_arm, bones.far_arm):
        yield from arm_angles(bones, arm, 1 if lying else -1)
    yield "neck", turned(high - bones.neck_deg)
    yield "face", turned(bones.neck_deg - 90 - bones.face_deg)
    yield "back", turned(low - high)


@pytest.mark.parametrize(("exercise", "variant"), CASES)
def test_no_joint_leaves_its_range(exercise: str, variant: str) -> None:
    for sample in samples(exercise, variant):
        for joint, degrees in angles(sample.scene.skeleton):
            assert RANGES[joint].holds(degrees), f"{joint} at {degrees:.0f} degrees: {sample}"


@pytest.mark.parametrize(("exercise", "variant"), CASES)
def test_bones_keep_their_length(exercise: str, variant: str) -> None:
    """A part that turns to the viewer looks shorter, but never grows."""
    found = real_book().catalog[exercise].variants[variant]
    turns = {name for name in found.motion.values() if shortened(found.poses[name])}
    for sample in samples(exercise, variant):
        for got, length in bones_of(sample.scene.skeleton):
            assert got <= length + 1e-9, str(sample)
            assert turns or got == pytest.approx(length), str(sample)


def shortened(pose: Pose) -> bool:
    legs, arms = (pose.near_leg, pose.far_leg), (pose.near_arm, pose.far_arm)
    return any(x.thigh < 1 or x.shin < 1 for x in legs) or any(x.scale < 1 for x in arms)


def bones_of(bones: Skeleton) -> Iterator[tuple[float, float]]:
    for leg in (bones.near_leg, bones.far_leg):
        yield math.dist(leg.hip, leg.knee), LENGTHS.thigh
        yield math.dist(leg.knee, leg.ankle), LENGTHS.shin
    for arm in (bones.near_arm, bones.far_arm):
        yield math.dist(arm.shoulder, arm.elbow), LENGTHS.upper_arm
        yield math.dist(arm.elbow, arm.hand), LENGTHS.forearm


@pytest.mark.parametrize(("exercise", "variant"), CASES)
def test_the_trunk_is_as_long_as_ever(exercise: str, variant: str) -> None:
    """A side bend takes a twentieth from the view from the side, nothing else does."""
    for sample in samples(exercise, variant):
        bones = sample.scene.skeleton
        half = LENGTHS.torso / 2
        for got in (math.dist(bones.hip, bones.waist), math.dist(bones.waist, bones.shoulder)):
            assert 0.949 * half <= got <= half + 1e-9, str(sample)
        assert math.dist(bones.shoulder, bones.head) == pytest.approx(LENGTHS.neck)


@pytest.mark.parametrize(("exercise", "variant"), CASES)
def test_nothing_passes_the_floor(exercise: str, variant: str) -> None:
    for sample in samples(exercise, variant):
        bones = sample.scene.skeleton
        for leg in (bones.near_leg, bones.far_leg):
            for (_, y), radius in ((leg.heel, HEEL), (leg.ball, BALL), (leg.tip, TIP)):
                assert y - radius >= -SUNK, str(sample)
        for arm in (bones.near_arm, bones.far_arm):
            assert arm.hand[1] - HAND >= -SUNK, str(sample)
            assert arm.elbow[1] - ELBOW >= -SUNK, str(sample)


def planted(pose: Pose) -> list[tuple[str, Reach]]:
    """Limbs whose end the pose puts somewhere in the room."""
    limbs = {
        "near_leg": pose.near_leg.reach,
        "far_leg": pose.far_leg.reach,
        "near_arm": pose.near_arm,
        "far_arm": pose.far_arm,
    }
    return [(name, reach) for name, reach in limbs.items() if reach.anchor is Anchor.FLOOR]


def end_of(bones: Skeleton, name: str) -> Point:
    limb = getattr(bones, name)
    return limb.ankle if isinstance(limb, LegPoints) else limb.hand


@pytest.mark.parametrize(("exercise", "variant"), CASES)
def test_what_is_planted_does_not_slide(exercise: str, variant: str) -> None:
    """Where a phase starts and ends with a foot or a hand in one place, it stays there between."""
    found = real_book().catalog[exercise].variants[variant]
    before: dict[str, Reach] = {}
    phase, target = None, {}
    for sample in samples(exercise, variant):
        if sample.phase is not phase:
            phase, before = sample.phase, target
            kind = PhaseKind.GET_READY if phase.kind is PhaseKind.REST else phase.kind
            target = dict(planted(found.pose(kind, phase.position)))
        if not phase.kind.is_work:
            continue
        for name, reach in target.items():
            if before.get(name) == reach:
                ends = end_of(sample.scene.skeleton, name)
                assert math.dist(ends, (reach.x, reach.y)) <= TWO_MM, f"{name}: {sample}"


@pytest.mark.parametrize(("exercise", "variant"), CASES)
def test_every_limb_reaches_what_its_pose_names(exercise: str, variant: str) -> None:
    found = real_book().catalog[exercise].variants[variant]
    for name in dict.fromkeys(found.motion.values()):
        pose = found.poses[name]
        bones = solve(pose)
        for limb, reach in planted(pose):
            gap = math.dist(end_of(bones, limb), (reach.x, reach.y))
            assert gap <= TWO_MM, f"{limb} of {name} is {gap:.4f} body heights off"


def standing_legs(variant: Variant) -> Iterator[tuple[str, Leg, LegPoints]]:
    for name in dict.fromkeys(variant.motion.values()):
        pose, bones = variant.poses[name], solve(variant.poses[name])
        for leg, points in ((pose.near_leg, bones.near_leg), (pose.far_leg, bones.far_leg)):
            if leg.reach.anchor is Anchor.FLOOR:
                yield name, leg, points


@pytest.mark.parametrize(("exercise", "variant"), CASES)
def test_feet_on_the_floor_touch_it(exercise: str, variant: str) -> None:
    """Flat from heel to toes, on the toes, or on the heel; never in the air."""
    for name, leg, points in standing_legs(real_book().catalog[exercise].variants[variant]):
        lowest = {
            "heel": points.heel[1] - HEEL,
            "ball": points.ball[1] - BALL,
            "tip": points.tip[1] - TIP,
        }
        assert min(lowest.values()) == pytest.approx(0.0, abs=0.006), name
        if leg.toe == 0:
            assert max(lowest.values()) <= 0.004, f"{name} is not flat: {lowest}"


def kneeling(sample: Sample) -> bool:
    return sample.scene.skeleton.near_leg.knee[1] < 0.1


@pytest.mark.parametrize("variant", ["p1_chair", "arm_down", "arm_up"])
def test_the_kneeling_knee_stays_on_the_pad(variant: str) -> None:
    knees = [
        sample.scene.skeleton.near_leg.knee
        for sample in samples("hip_flexor_release", variant)
        if kneeling(sample)
    ]
    assert len(knees) == len(samples("hip_flexor_release", variant))
    xs, ys = [x for x, _ in knees], [y for _, y in knees]
    assert max(xs) - min(xs) <= 0.006
    assert max(ys) - min(ys) <= 0.006


@pytest.mark.parametrize("variant", ["low", "mid", "full"])
def test_shoulders_stay_on_the_mat_while_the_hips_lift(variant: str) -> None:
    shoulders = [s.scene.skeleton.shoulder for s in samples("breathing_bridge", variant)]
    for axis in (0, 1):
        found = [point[axis] for point in shoulders]
        assert max(found) - min(found) <= 0.012


@pytest.mark.parametrize("variant", ["low", "mid", "full"])
def test_the_pelvis_rolls_before_it_lifts(variant: str) -> None:
    """A third of the way through the breath out the pelvis has tucked more than it has lifted."""
    found = real_book().catalog["breathing_bridge"].variants[variant]
    out = [s for s in samples("breathing_bridge", variant) if s.phase.kind is PhaseKind.EXHALE]
    first = [s for s in out if s.phase is out[0].phase]
    early = first[len(first) * 2 // 5].scene.skeleton
    down, up = found.start, found.poses[found.motion["exhale"]]
    lifted = (early.hip[1] - down.hip[1]) / (up.hip[1] - down.hip[1])
    tuck = turned(direction(early.hip, early.waist) - down.torso)
    assert lifted < 0.45
    assert tuck > 4


def gap(box: Box, point: Point) -> float:
    """From a point to the nearest edge of a box, 0 inside."""
    angle = math.radians(-box.angle_deg)
    dx, dy = point[0] - box.x, point[1] - box.y
    along = abs(dx * math.cos(angle) - dy * math.sin(angle)) - box.width / 2
    across = abs(dx * math.sin(angle) + dy * math.cos(angle)) - box.height / 2
    return math.hypot(max(0.0, along), max(0.0, across))


@pytest.mark.parametrize(("exercise", "variant"), CASES)
def test_hands_in_the_room_hold_on_to_something(exercise: str, variant: str) -> None:
    """A hand that a pose puts in one place touches the floor, the wall or the chair there."""
    found = real_book().catalog[exercise].variants[variant]
    for name in dict.fromkeys(found.motion.values()):
        scene = build_scene(found, found.poses[name], 1.0)
        for limb, reach in planted(found.poses[name]):
            hand = (reach.x, reach.y)
            if limb.endswith("arm") and reach.y > 0.03:
                nearest = min(gap(box, hand) for box in scene.props)
                assert nearest <= HAND + 0.004, f"{limb} of {name} holds on to nothing"


SEAT = 0.052
"""Half the thickness of a seat, from the hip to the chair."""


@pytest.mark.parametrize(("exercise", "variant"), CASES)
def test_who_sits_sits_on_the_seat(exercise: str, variant: str) -> None:
    found = real_book().catalog[exercise].variants[variant]
    chairs = [spec for spec in found.props if spec.kind in ("chair", "stool")]
    for name in dict.fromkeys(found.motion.values()):
        pose = found.poses[name]
        x, y = pose.hip
        thigh = turned(direction(pose.hip, solve(pose).far_leg.knee))
        if not chairs or y > 0.35 or abs(thigh) > 15 or pose.near_leg.toes:
            continue
        assert y - SEAT == pytest.approx(SEAT_Y, abs=0.004), name
        assert any(abs(spec.x - x) <= 0.115 for spec in chairs), name


SITTING = [case for case in CASES if case[0] in ("nerve_floss", "hamstring_ease")]


@pytest.mark.parametrize(("exercise", "variant"), SITTING)
def test_who_sits_does_not_slide(exercise: str, variant: str) -> None:
    hips = {sample.scene.skeleton.hip for sample in samples(exercise, variant)}
    assert len(hips) == 1


def test_hands_on_the_hips_are_on_the_hips() -> None:
    for exercise, variant in (("leg_swing", "standard"), ("single_leg_deadlift", "loaded")):
        for sample in samples(exercise, variant):
            bones = sample.scene.skeleton
            assert math.dist(bones.near_arm.hand, bones.hip) <= SEAT + HAND, str(sample)


@pytest.mark.parametrize("variant", ["foot_off_hand", "loaded"])
def test_the_free_leg_is_in_line_with_the_trunk(variant: str) -> None:
    """Like a seesaw: from the bend on, trunk and thigh of the free leg make one line."""
    for sample in samples("single_leg_deadlift", variant):
        bones = sample.scene.skeleton
        if sample.phase.kind.is_work:
            thigh = direction(bones.far_leg.hip, bones.far_leg.knee)
            assert abs(turned(thigh - direction(bones.hip, bones.waist) - 180)) <= 12, str(sample)


def test_the_nerve_glide_moves_both_ends_together() -> None:
    """The further the knee has straightened, the further up the face looks (N1)."""
    found = samples("nerve_floss", "standard")
    up = next(sample.phase for sample in found if sample.phase.kind is PhaseKind.RAISE)
    bones = [sample.scene.skeleton for sample in found if sample.phase is up]
    faces = [turned(one.face_deg) for one in bones]
    legs = [one.near_leg for one in bones]
    knees = [direction(x.hip, x.knee) - direction(x.knee, x.ankle) for x in legs]
    assert knees == sorted(knees, reverse=True)
    assert faces == sorted(faces)
    assert knees[0] - knees[-1] > 60
    assert faces[-1] - faces[0] > 60
