"""A pose says where hips, hands and feet are; knees and elbows follow (two-bone kinematics).

Side view, facing right, unit = body height, y up, the floor at y = 0. Angles in degrees, 0 points
right and 90 up. *near* is the limb next to the viewer and always the working side (R3); the other
side of the body is shown by mirroring the picture.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass, replace
from enum import StrEnum

Point = tuple[float, float]
Mixer = Callable[[float, float, float], float]


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
    and ``wide`` how far out the front foot is (body heights).
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
    return t * t * t * (t * (6.0 * t - 15.0) + 10.0)


def _mix(a: float, b: float, t: float) -> float:
    return a + (b - a) * t


def _wrap(degrees: float) -> float:
    return (degrees + 180.0) % 360.0 - 180.0


def _swing(a: float, b: float, t: float) -> float:
    """Angles mix along the shorter way round."""
    return a + _wrap(b - a) * t


def blend(a: Pose, b: Pose, t: float) -> Pose:
    """The pose between ``a`` (t = 0) and ``b`` (t = 1). Limbs given in different ways swing by
    their angles; ease ``t`` beforehand where motion should start and stop softly."""
    if t <= 0.0 or a is b:
        return a
    if t >= 1.0:
        return b
    near_leg, far_leg, near_arm, far_arm = _limbs(a, b, t)
    return Pose(
        hip=(_mix(a.hip[0], b.hip[0], t), _mix(a.hip[1], b.hip[1], t)),
        torso=_swing(a.torso, b.torso, t),
        head=_swing(a.head, b.head, t),
        near_leg=near_leg,
        far_leg=far_leg,
        near_arm=near_arm,
        far_arm=far_arm,
        curve=_mix(a.curve, b.curve, t),
        nod=_mix(a.nod, b.nod, t),
        effort=_mix(a.effort, b.effort, t),
        breath=_mix(a.breath, b.breath, t),
        lean=_mix(a.lean, b.lean, t),
        turn=_mix(a.turn, b.turn, t),
        wide=_mix(a.wide, b.wide, t),
    )


def _limbs(a: Pose, b: Pose, t: float) -> tuple[Leg, Leg, Reach, Reach]:
    if _alike(a, b):
        first, second = a, b
    else:
        first, second = _as_angles(a, b), _as_angles(b, a)
    return (
        _mix_leg(first.near_leg, second.near_leg, t),
        _mix_leg(first.far_leg, second.far_leg, t),
        _mix_reach(_forward(first.near_arm), _forward(second.near_arm), t, _mix),
        _mix_reach(_forward(first.far_arm), _forward(second.far_arm), t, _mix),
    )


def _pairs(a: Pose, b: Pose) -> tuple[tuple[Reach, Reach], ...]:
    return (
        (a.near_leg.reach, b.near_leg.reach),
        (a.far_leg.reach, b.far_leg.reach),
        (a.near_arm, b.near_arm),
        (a.far_arm, b.far_arm),
    )


def _same(a: Reach, b: Reach) -> bool:
    return a.anchor is b.anchor and (a.anchor is Anchor.ANGLES or a.bend == b.bend)


def _alike(a: Pose, b: Pose) -> bool:
    return all(_same(first, second) for first, second in _pairs(a, b))


def _as_angles(pose: Pose, other: Pose) -> Pose:
    """The same posture with those limbs as angles that ``other`` gives in another way."""
    bones = solve(pose)
    differs = [not _same(first, second) for first, second in _pairs(pose, other)]
    near, far = pose.near_leg, pose.far_leg
    changed = replace(
        pose,
        near_leg=_leg_angles(near, bones.near_leg) if differs[0] else near,
        far_leg=_leg_angles(far, bones.far_leg) if differs[1] else far,
    )
    return replace(
        changed,
        near_arm=_arm_angles(pose.near_arm, bones.near_arm) if differs[2] else pose.near_arm,
        far_arm=_arm_angles(pose.far_arm, bones.far_arm) if differs[3] else pose.far_arm,
    )


def _leg_angles(leg: Leg, points: LegPoints) -> Leg:
    return replace(leg, reach=_angles(leg.reach, points.hip, points.knee, points.ankle))


def _arm_angles(reach: Reach, points: ArmPoints) -> Reach:
    return _angles(reach, points.shoulder, points.elbow, points.hand)


def _angles(reach: Reach, root: Point, middle: Point, end: Point) -> Reach:
    upper = direction(root, middle)
    turn = _wrap(direction(middle, end) - upper)
    return Reach(Anchor.ANGLES, upper, turn, reach.bend, reach.scale)


def _mix_leg(a: Leg, b: Leg, t: float) -> Leg:
    return Leg(
        reach=_mix_reach(a.reach, b.reach, t),
        toe=_swing(a.toe, b.toe, t),
        toes=_mix(a.toes, b.toes, t),
        thigh=_mix(a.thigh, b.thigh, t),
        shin=_mix(a.shin, b.shin, t),
    )


def _forward(arm: Reach) -> Reach:
    """An arm's angle counted so that the way between any two leads past the front of the body:
    shoulders do not turn far behind it."""
    if arm.anchor is not Anchor.ANGLES:
        return arm
    return replace(arm, x=(arm.x + 225.0) % 360.0 - 225.0)


def _mix_reach(a: Reach, b: Reach, t: float, turn: Mixer = _swing) -> Reach:
    scale = _mix(a.scale, b.scale, t)
    if a.anchor is Anchor.ANGLES:
        return Reach(a.anchor, turn(a.x, b.x, t), _mix(a.y, b.y, t), b.bend, scale)
    return Reach(a.anchor, _mix(a.x, b.x, t), _mix(a.y, b.y, t), a.bend, scale)


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
