"""A pose says where hips, hands and feet are; knees and elbows follow (two-bone kinematics).

Side view, facing right, unit = body height, y up, the floor at y = 0. Angles in degrees, 0 points
right and 90 up. *near* is the limb next to the viewer and always the working side (R3); the other
side of the body is shown by mirroring the picture.
"""

from __future__ import annotations

import math
from dataclasses import dataclass, replace
from enum import StrEnum

Point = tuple[float, float]


class Anchor(StrEnum):
    """What a limb's end is measured from; ``ANGLES`` gives upper limb and joint instead."""

    FLOOR = "floor"
    HIP = "hip"
    SHOULDER = "shoulder"
    TORSO = "torso"
    KNEE = "knee"
    ANGLES = "angles"


@dataclass(frozen=True, slots=True)
class Reach:
    """End of a limb: an offset from the anchor, or (upper angle, turn of the lower part).

    ``scale`` below 1 foreshortens an arm whose elbow points towards the viewer.
    """

    anchor: Anchor
    x: float
    y: float
    bend: int
    scale: float = 1.0


@dataclass(frozen=True, slots=True)
class Leg:
    """``toe`` is where the foot points, ``toes`` how far the toes are bent up from it.

    ``thigh`` and ``shin`` below 1 foreshorten a part that turns towards or away from the viewer.
    """

    reach: Reach
    toe: float = 0.0
    toes: float = 0.0
    thigh: float = 1.0
    shin: float = 1.0


@dataclass(frozen=True, slots=True)
class Pose:
    """One posture. ``curve`` rounds the back (+) or arches it (-), ``nod`` lifts the face.

    ``effort`` (0-1) drives the glow, ``breath`` (0-1) the ribs, ``lean`` (0-1) the side bend away
    from the raised arm, ``turn`` the rear shin seen from above (+ towards the front leg's side)
    and ``wide`` how far out the front foot is (body heights). ``via`` bends the way to and from
    this posture towards another one, which leads: the pelvis tucks before it lifts.
    """

    hip: Point
    torso: float
    head: float
    near_leg: Leg
    far_leg: Leg
    near_arm: Reach
    far_arm: Reach
    curve: float = 0.0
    nod: float = 0.0
    effort: float = 0.5
    breath: float = 0.0
    lean: float = 0.0
    turn: float = 0.0
    wide: float = 0.0
    via: Pose | None = None


@dataclass(frozen=True, slots=True)
class Lengths:
    """Parts of the body in body heights; ``neck`` runs from the shoulder to the head's centre."""

    torso: float = 0.285
    neck: float = 0.116
    upper_arm: float = 0.165
    forearm: float = 0.162
    thigh: float = 0.245
    shin: float = 0.235


LENGTHS = Lengths()


@dataclass(frozen=True, slots=True)
class LegPoints:
    hip: Point
    knee: Point
    ankle: Point
    heel: Point
    ball: Point
    tip: Point


@dataclass(frozen=True, slots=True)
class ArmPoints:
    shoulder: Point
    elbow: Point
    hand: Point


@dataclass(frozen=True, slots=True)
class Skeleton:
    """Joint points of a solved pose, facing right, plus what the drawing needs beside them."""

    hip: Point
    waist: Point
    shoulder: Point
    head: Point
    neck_deg: float
    face_deg: float
    near_leg: LegPoints
    far_leg: LegPoints
    near_arm: ArmPoints
    far_arm: ArmPoints
    breath: float = 0.0

    def points(self) -> tuple[Point, ...]:
        """Every joint in a fixed order."""
        trunk = (self.hip, self.waist, self.shoulder, self.head)
        legs = tuple(
            point
            for leg in (self.near_leg, self.far_leg)
            for point in (leg.hip, leg.knee, leg.ankle, leg.heel, leg.ball, leg.tip)
        )
        arms = tuple(
            point
            for arm in (self.near_arm, self.far_arm)
            for point in (arm.shoulder, arm.elbow, arm.hand)
        )
        return trunk + legs + arms


def along(origin: Point, degrees: float, length: float) -> Point:
    """The point ``length`` away from ``origin`` in the direction ``degrees``."""
    angle = math.radians(degrees)
    return (origin[0] + length * math.cos(angle), origin[1] + length * math.sin(angle))


def direction(start: Point, end: Point) -> float:
    """Degrees from ``start`` to ``end``."""
    return math.degrees(math.atan2(end[1] - start[1], end[0] - start[0]))


def two_bone(origin: Point, target: Point, upper: float, lower: float, bend: int) -> Point:
    """The middle joint of a limb that reaches for ``target``; out of reach is clamped."""
    reach = math.dist(origin, target)
    reach = min(max(reach, abs(upper - lower) + 1e-6), upper + lower - 1e-6)
    cosine = (upper * upper + reach * reach - lower * lower) / (2 * upper * reach)
    inner = math.degrees(math.acos(min(1.0, max(-1.0, cosine))))
    return along(origin, direction(origin, target) + bend * inner, upper)


def solve(pose: Pose, lengths: Lengths = LENGTHS) -> Skeleton:
    """Joint points of a pose. Never NaN for finite input; limbs keep their lengths."""
    half = lengths.torso / 2 * (1.0 - 0.05 * pose.lean)
    waist = along(pose.hip, pose.torso + pose.curve / 2, half)
    upper_deg = pose.torso - pose.curve / 2
    shoulder = along(waist, upper_deg, half)
    near_leg = _leg(pose.hip, pose.near_leg, lengths)
    far_leg = _leg(pose.hip, pose.far_leg, lengths)
    near_shoulder = along(shoulder, upper_deg, 0.014 * pose.lean - 0.012)
    far_shoulder = along(shoulder, upper_deg, -0.022 * pose.lean - 0.012)
    return Skeleton(
        hip=pose.hip,
        waist=waist,
        shoulder=shoulder,
        head=along(shoulder, pose.head, lengths.neck),
        neck_deg=pose.head,
        face_deg=pose.head - 90.0 + pose.nod,
        near_leg=near_leg,
        far_leg=far_leg,
        near_arm=_arm(near_shoulder, pose, pose.near_arm, near_leg.knee, lengths),
        far_arm=_arm(far_shoulder, pose, pose.far_arm, far_leg.knee, lengths),
        breath=pose.breath,
    )


def _leg(hip: Point, leg: Leg, lengths: Lengths) -> LegPoints:
    upper, lower = lengths.thigh * leg.thigh, lengths.shin * leg.shin
    reach = leg.reach
    if reach.anchor is Anchor.ANGLES:
        knee = along(hip, reach.x, upper)
        ankle = along(knee, reach.x + reach.y, lower)
    else:
        base = hip if reach.anchor is Anchor.HIP else (0.0, 0.0)
        target = (base[0] + reach.x, base[1] + reach.y)
        knee = two_bone(hip, target, upper, lower, reach.bend)
        ankle = along(knee, direction(knee, target), lower)
    ball = _turned(ankle, leg.toe, 0.062, -0.026)
    return LegPoints(
        hip=hip,
        knee=knee,
        ankle=ankle,
        heel=_turned(ankle, leg.toe, -0.022, -0.022),
        ball=ball,
        tip=_turned(ball, leg.toe + leg.toes, 0.033, -0.002),
    )


def _arm(shoulder: Point, pose: Pose, reach: Reach, knee: Point, lengths: Lengths) -> ArmPoints:
    upper, lower = lengths.upper_arm * reach.scale, lengths.forearm * reach.scale
    if reach.anchor is Anchor.ANGLES:
        elbow = along(shoulder, reach.x, upper)
        hand = along(elbow, reach.x + reach.y, lower)
        return ArmPoints(shoulder, elbow, hand)
    if reach.anchor is Anchor.TORSO:
        target = _turned(pose.hip, pose.torso, reach.x, -reach.y)
    else:
        bases = {Anchor.HIP: pose.hip, Anchor.SHOULDER: shoulder, Anchor.KNEE: knee}
        base = bases.get(reach.anchor, (0.0, 0.0))
        target = (base[0] + reach.x, base[1] + reach.y)
    elbow = two_bone(shoulder, target, upper, lower, reach.bend)
    hand = along(elbow, direction(elbow, target), lower)
    return ArmPoints(shoulder, elbow, hand)


def _turned(origin: Point, degrees: float, x: float, y: float) -> Point:
    angle = math.radians(degrees)
    cos, sin = math.cos(angle), math.sin(angle)
    return (origin[0] + x * cos - y * sin, origin[1] + x * sin + y * cos)


def ease(t: float) -> float:
    """Smooth start and stop: 0 at 0, 1 at 1, no slope at either end (clamped outside)."""
    t = min(1.0, max(0.0, t))
    return min(1.0, t * t * t * (t * (6.0 * t - 15.0) + 10.0))


def swing(t: float) -> float:
    """Half a swing of a pendulum from 0 to 1: unlike ``ease`` it does not dwell at its ends."""
    return 0.5 - 0.5 * math.cos(math.pi * min(1.0, max(0.0, t)))


def mirror(skeleton: Skeleton, axis_x: float = 0.0) -> Skeleton:
    """The same posture facing the other way, reflected at the vertical through ``axis_x``."""

    def flip(point: Point) -> Point:
        return (2 * axis_x - point[0], point[1])

    def leg(points: LegPoints) -> LegPoints:
        parts = (points.hip, points.knee, points.ankle, points.heel, points.ball, points.tip)
        return LegPoints(*(flip(part) for part in parts))

    def arm(points: ArmPoints) -> ArmPoints:
        return ArmPoints(flip(points.shoulder), flip(points.elbow), flip(points.hand))

    return replace(
        skeleton,
        hip=flip(skeleton.hip),
        waist=flip(skeleton.waist),
        shoulder=flip(skeleton.shoulder),
        head=flip(skeleton.head),
        neck_deg=180.0 - skeleton.neck_deg,
        face_deg=180.0 - skeleton.face_deg,
        near_leg=leg(skeleton.near_leg),
        far_leg=leg(skeleton.far_leg),
        near_arm=arm(skeleton.near_arm),
        far_arm=arm(skeleton.far_arm),
    )
