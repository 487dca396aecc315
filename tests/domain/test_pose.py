"""Postures: limbs keep their length, nothing is ever NaN, blending starts and ends where due."""

from __future__ import annotations

import math
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coach.domain.blend import blend
from coach.domain.content import Table
from coach.domain.content_error import ContentError
from coach.domain.pose import (
    LENGTHS,
    Anchor,
    Leg,
    Point,
    Pose,
    Reach,
    Skeleton,
    ease,
    mirror,
    solve,
    two_bone,
)
from coach.domain.pose_file import read_poses
from support.book import real_book

numbers = st.floats(-3.0, 3.0)
degrees = st.floats(-720.0, 720.0)
shares = st.floats(0.0, 1.0)


def reaches(*anchors: Anchor) -> st.SearchStrategy[Reach]:
    placed = st.builds(Reach, st.sampled_from(anchors), numbers, numbers, st.sampled_from((-1, 1)))
    turned = st.builds(Reach, st.just(Anchor.ANGLES), degrees, degrees, st.just(-1))
    return placed | turned


legs = st.builds(
    Leg, reaches(Anchor.FLOOR, Anchor.HIP), degrees, degrees, st.floats(0.2, 1), st.floats(0.2, 1)
)
arms = reaches(Anchor.FLOOR, Anchor.HIP, Anchor.SHOULDER, Anchor.TORSO, Anchor.KNEE)
poses = st.builds(
    Pose,
    hip=st.tuples(numbers, numbers),
    torso=degrees,
    head=degrees,
    near_leg=legs,
    far_leg=legs,
    near_arm=arms,
    far_arm=arms,
    curve=st.floats(-90, 90),
    nod=degrees,
    effort=shares,
    breath=shares,
    lean=shares,
)


def finite(skeleton: Skeleton) -> bool:
    return all(math.isfinite(x) and math.isfinite(y) for x, y in skeleton.points())


@given(poses)
def test_every_joint_is_a_number(pose: Pose) -> None:
    assert finite(solve(pose))


@given(poses, poses, st.floats(-0.5, 1.5))
def test_every_blend_is_a_number(a: Pose, b: Pose, t: float) -> None:
    assert finite(solve(blend(a, b, t)))


@given(poses)
def test_limbs_keep_their_lengths(pose: Pose) -> None:
    bones = solve(pose)
    arm, leg = bones.near_arm, bones.near_leg
    assert math.dist(arm.shoulder, arm.elbow) == pytest.approx(LENGTHS.upper_arm)
    assert math.dist(arm.elbow, arm.hand) == pytest.approx(LENGTHS.forearm)
    assert math.dist(leg.hip, leg.knee) == pytest.approx(LENGTHS.thigh * pose.near_leg.thigh)
    assert math.dist(leg.knee, leg.ankle) == pytest.approx(LENGTHS.shin * pose.near_leg.shin)


@given(poses, poses)
def test_a_blend_begins_and_ends_at_its_poses(a: Pose, b: Pose) -> None:
    assert solve(blend(a, b, 0.0)) == solve(a)
    assert solve(blend(a, b, 1.0)) == solve(b)


@pytest.mark.parametrize("exercise", real_book().catalog)
def test_a_blend_leaves_and_reaches_its_poses_without_a_jump(exercise: str) -> None:
    for variant in real_book().catalog[exercise].variants.values():
        poses = [variant.poses[name] for name in variant.motion.values()]
        for a, b in product(poses, poses):
            for t, end in ((1e-6, a), (1 - 1e-6, b)):
                found = solve(blend(a, b, t)).points()
                for got, want in zip(found, solve(end).points(), strict=True):
                    assert math.dist(got, want) < 1e-4


@given(poses, numbers)
def test_mirroring_twice_changes_nothing(pose: Pose, axis: float) -> None:
    bones = solve(pose)
    twice = mirror(mirror(bones, axis), axis)
    for got, want in zip(twice.points(), bones.points(), strict=True):
        assert got == pytest.approx(want)


def test_mirroring_swaps_the_direction() -> None:
    bones = solve(standing())
    other = mirror(bones, 0.0)
    assert other.near_leg.tip[0] == pytest.approx(-bones.near_leg.tip[0])
    assert other.near_leg.tip[1] == bones.near_leg.tip[1]


@given(shares, shares)
def test_easing_never_goes_back(a: float, b: float) -> None:
    low, high = sorted((a, b))
    assert 0.0 <= ease(low) <= ease(high) + 1e-12
    assert ease(high) <= 1.0


def test_easing_has_soft_ends() -> None:
    assert (ease(-1.0), ease(0.0), ease(0.5), ease(1.0), ease(2.0)) == (0.0, 0.0, 0.5, 1.0, 1.0)
    assert ease(0.01) < 0.0001


@pytest.mark.parametrize(
    ("target", "bend", "middle"),
    [((0.0, -0.3), 1, (1.0, 0.0)), ((0.0, -0.3), -1, (-1.0, 0.0)), ((0.3, 0.0), 1, (0.0, 1.0))],
)
def test_a_knee_bends_to_its_side(target: Point, bend: int, middle: Point) -> None:
    knee = two_bone((0.0, 0.0), target, 0.245, 0.235, bend)
    assert knee[0] * middle[0] + knee[1] * middle[1] > 0.1


def test_out_of_reach_is_a_straight_limb() -> None:
    knee = two_bone((0.0, 0.0), (9.0, 0.0), 0.3, 0.2, 1)
    assert knee == pytest.approx((0.3, 0.0), abs=1e-2)


def test_an_arm_swings_up_past_the_front() -> None:
    down = standing(near_arm=Reach(Anchor.ANGLES, -120.0, 30.0, -1))
    up = standing(near_arm=Reach(Anchor.ANGLES, 85.0, 20.0, -1))
    half_way = solve(blend(down, up, 0.5)).near_arm
    assert half_way.elbow[0] > half_way.shoulder[0] + 0.1


def test_a_free_leg_swings_without_bending() -> None:
    front = standing(near_leg=Leg(Reach(Anchor.ANGLES, -45.0, 0.0, 1)))
    behind = standing(near_leg=Leg(Reach(Anchor.ANGLES, -135.0, 0.0, 1)))
    leg = solve(blend(front, behind, 0.5)).near_leg
    assert math.dist(leg.hip, leg.ankle) == pytest.approx(LENGTHS.thigh + LENGTHS.shin)


def test_a_file_pose_inherits_and_fills_in_the_far_side() -> None:
    table = {
        "tall": {"hip": [0, 0.5], "torso": 90, "near_foot": [0, 0.04], "near_arm": [-90, 10]},
        "reach": {"like": "tall", "near_hand": [0.1, 0.2, "shoulder"]},
    }
    found = read_poses(Table(table, "some.toml", "poses"))
    tall, reach = found["tall"], found["reach"]
    assert tall.head == 90
    assert tall.far_leg.reach.x > tall.near_leg.reach.x
    assert tall.far_arm == tall.near_arm
    assert reach.near_arm == Reach(Anchor.SHOULDER, 0.1, 0.2, -1)
    assert reach.near_leg == tall.near_leg


BOWED = {
    "flat": {"hip": [0, 0.5], "torso": 90, "near_foot": [0, 0.04], "near_arm": [-90, 10]},
    "tucked": {"like": "flat", "via": "flat", "curve": 20},
    "up": {"like": "tucked", "via": "tucked", "hip": [0, 0.52]},
    "other": {"like": "up"},
}


def test_a_file_pose_may_be_reached_by_way_of_another() -> None:
    found = read_poses(Table(BOWED, "some.toml", "poses"))
    assert found["up"].via is not None
    assert found["up"].via.curve == 20
    assert found["up"].via.via is None
    assert found["other"].via is None


@pytest.mark.parametrize("via", ["nowhere", 3, ["flat"]])
def test_a_way_by_no_pose_is_an_error_that_names_it(via: object) -> None:
    table = {**BOWED, "up": {"like": "flat", "via": via}}
    with pytest.raises(ContentError, match=r"up\.via"):
        read_poses(Table(table, "some.toml", "poses"))


def standing(
    near_arm: Reach = Reach(Anchor.ANGLES, -94.0, 10.0, -1),  # noqa: B008
    near_leg: Leg = Leg(Reach(Anchor.FLOOR, 0.0, 0.042, 1)),  # noqa: B008
) -> Pose:
    far = Leg(Reach(Anchor.FLOOR, 0.01, 0.042, 1))
    return Pose((0.0, 0.52), 90.0, 88.0, near_leg, far, near_arm, near_arm)
