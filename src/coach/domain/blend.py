"""The way from one posture to another: eased in time, limbs swinging as limbs do."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from coach.domain.pose import (
    Anchor,
    ArmPoints,
    Leg,
    LegPoints,
    Point,
    Pose,
    Reach,
    direction,
    solve,
)

Mixer = Callable[[float, float, float], float]


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


def travel(a: Pose, b: Pose, t: float) -> Pose:
    """The pose on the way from ``a`` to ``b``: straight, or a smooth bow towards the posture that
    either of them goes by. Effort goes straight."""
    via = b.via or a.via
    if via is None or a is b or t <= 0.0 or t >= 1.0:
        return blend(a, b, t)
    bowed = blend(blend(a, via, t), blend(via, b, t), t)
    return replace(bowed, effort=_mix(a.effort, b.effort, t))


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
