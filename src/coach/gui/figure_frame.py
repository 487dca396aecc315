"""Turns a domain scene into the plain values that the figure widget paints."""

from __future__ import annotations

import math

from coach.domain.pose import ArmPoints, LegPoints, Point, Skeleton, along, direction
from coach.domain.props import Box
from coach.domain.scene import Scene
from coach.gui.widgets.figure import Chain, Disc, FigureBox, FigureFrame, FigureGlow
from coach.gui.widgets.top_view import TopViewFrame


def figure_frame(scene: Scene) -> FigureFrame:
    """The frame of a scene, already turned to the side that works."""
    bones = scene.skeleton
    axis, facing = scene.bounds.middle_x, scene.facing
    boxes = [(_box(box, axis, facing), box) for box in scene.props]
    return FigureFrame(
        box=(scene.bounds.left, scene.bounds.bottom, scene.bounds.right, scene.bounds.top),
        far=_turn(_leg(bones.far_leg), axis, facing),
        far_arm=_turn(_arm(bones.far_arm), axis, facing),
        body=_turn((*_trunk(bones), *_head(bones), *_leg(bones.near_leg)), axis, facing),
        arm=_turn(_arm(bones.near_arm), axis, facing),
        back=tuple(b for b, source in boxes if not source.front and source.tone != "metal"),
        front=tuple(b for b, source in boxes if source.front),
        held=tuple(b for b, source in boxes if source.tone == "metal"),
        glow=tuple(
            FigureGlow(
                tuple((_x(x, axis, facing), y) for x, y in glow.points),
                glow.width,
                glow.intensity,
            )
            for glow in scene.glow
        ),
    )


def top_view_frame(scene: Scene) -> TopViewFrame | None:
    """The small second view, where the exercise turns or bends to the side."""
    top = scene.top
    if top is None:
        return None
    return TopViewFrame(top.wide, top.turn_deg, scene.mirrored, top.lean, top.reach)


def _x(x: float, axis: float, facing: float) -> float:
    return axis + (x - axis) * facing


def _turn(chains: tuple[Chain, ...], axis: float, facing: float) -> tuple[Chain, ...]:
    return tuple(tuple((_x(x, axis, facing), y, r) for x, y, r in chain) for chain in chains)


def _box(box: Box, axis: float, facing: float) -> FigureBox:
    narrow = abs(facing) if box.width < box.height or box.tone == "prop" else 1.0
    return FigureBox(
        x=_x(box.x, axis, facing),
        y=box.y,
        width=max(box.width * narrow, min(box.width, 0.018)),
        height=box.height,
        angle_deg=box.angle_deg * facing,
        corner=box.corner,
        tone=box.tone,
        hollow=box.hollow,
    )


def _disc(point: Point, radius: float) -> Disc:
    return (point[0], point[1], radius)


def _trunk(bones: Skeleton) -> tuple[Chain, ...]:
    """Seat, waist, ribs, shoulders and neck; the ribs widen with the breath."""
    lower = direction(bones.hip, bones.waist)
    upper = direction(bones.waist, bones.shoulder)
    thigh = direction(bones.hip, bones.near_leg.knee)
    seat = along(along(bones.hip, lower + 90, 0.006), thigh - 90, 0.005)
    waist = along(bones.waist, lower, -0.022)
    ribs = along(along(bones.shoulder, upper, -0.09), upper - 90, 0.003 + 0.006 * bones.breath)
    top = along(bones.shoulder, upper, -0.032)
    trunk = (
        _disc(seat, 0.052),
        _disc(waist, 0.0465),
        _disc(ribs, 0.053 + 0.005 * bones.breath),
        _disc(top, 0.0455),
        _disc(along(bones.shoulder, upper, 0.012), 0.03),
    )
    buttock = (_disc(seat, 0.052), _disc(_thigh_middle(bones.near_leg), 0.0435))
    return (_smooth(trunk), buttock)


def _head(bones: Skeleton) -> tuple[Chain, ...]:
    """Neck, skull and chin; the chin shows where the face looks."""
    neck = along(bones.shoulder, direction(bones.waist, bones.shoulder), 0.005)
    skull = along(bones.head, bones.face_deg + 90, 0.008)
    jaw = along(along(bones.head, bones.face_deg, 0.014), bones.face_deg - 90, 0.024)
    return (
        (_disc(neck, 0.029), _disc(along(bones.head, bones.neck_deg, -0.025), 0.026)),
        (_disc(skull, 0.0575), _disc(jaw, 0.0415)),
    )


def _leg(leg: LegPoints) -> tuple[Chain, ...]:
    """Thigh, shin with its calf, and the foot from heel to toes."""
    shin = direction(leg.knee, leg.ankle)
    long = math.dist(leg.knee, leg.ankle)
    calf = along(along(leg.knee, shin, 0.3 * long), shin - 90, 0.007)
    thigh = (_disc(leg.hip, 0.048), _disc(_thigh_middle(leg), 0.0435), _disc(leg.knee, 0.0345))
    lower = (_disc(leg.knee, 0.0345), _disc(calf, 0.033), _disc(leg.ankle, 0.0215))
    return (
        _smooth(thigh),
        _smooth(lower),
        (_disc(leg.ankle, 0.0215), _disc(leg.heel, 0.02)),
        (_disc(leg.heel, 0.02), _disc(leg.ball, 0.016)),
        (_disc(leg.ankle, 0.0215), _disc(leg.ball, 0.016)),
        (_disc(leg.ball, 0.016), _disc(leg.tip, 0.0125)),
    )


def _thigh_middle(leg: LegPoints) -> Point:
    thigh = direction(leg.hip, leg.knee)
    return along(along(leg.hip, thigh, 0.45 * math.dist(leg.hip, leg.knee)), thigh + 90, 0.004)


_STEPS = 5


def _weights(t: float) -> tuple[float, float, float, float]:
    """How much each of four discs counts on a Catmull-Rom curve, ``t`` of the way from the
    second to the third."""
    square, cube = t * t, t * t * t
    return (
        0.5 * (2 * square - cube - t),
        0.5 * (3 * cube - 5 * square + 2),
        0.5 * (4 * square - 3 * cube + t),
        0.5 * (cube - square),
    )


_WEIGHTS = tuple(_weights(step / _STEPS) for step in range(1, _STEPS + 1))


def _smooth(chain: Chain) -> Chain:
    """More discs on a Catmull-Rom curve through the given ones, for an even outline."""
    padded = (chain[0], *chain, chain[-1])
    discs = [chain[0]]
    for four in zip(padded, chain, chain[1:], padded[3:], strict=False):
        (ax, ay, ar), (bx, by, br), (cx, cy, cr), (dx, dy, dr) = four
        discs += [
            (
                a * ax + b * bx + c * cx + d * dx,
                a * ay + b * by + c * cy + d * dy,
                a * ar + b * br + c * cr + d * dr,
            )
            for a, b, c, d in _WEIGHTS
        ]
    return tuple(discs)


def _arm(arm: ArmPoints) -> tuple[Chain, ...]:
    forearm = direction(arm.elbow, arm.hand)
    wrist = along(arm.hand, forearm, -0.035)
    return (
        (_disc(arm.shoulder, 0.0275), _disc(arm.elbow, 0.0225)),
        _smooth((_disc(arm.elbow, 0.0225), _disc(wrist, 0.0172), _disc(arm.hand, 0.019))),
    )
