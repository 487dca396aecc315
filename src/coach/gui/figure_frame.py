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
    """The small view from above, where the exercise has positions."""
    if scene.top is None:
        return None
    return TopViewFrame(scene.top.wide, scene.top.turn_deg, scene.mirrored)


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
    """Seat, waist, ribs and shoulders; the ribs widen with the breath."""
    lower = direction(bones.hip, bones.waist)
    upper = direction(bones.waist, bones.shoulder)
    thigh = direction(bones.hip, bones.near_leg.knee)
    seat = along(along(bones.hip, lower + 90, 0.006), thigh - 90, 0.004)
    waist = along(bones.waist, lower, -0.03)
    ribs = along(along(bones.shoulder, upper, -0.085), upper - 90, 0.003 + 0.006 * bones.breath)
    top = along(bones.shoulder, upper, -0.028)
    return (
        (
            _disc(seat, 0.05),
            _disc(waist, 0.0425),
            _disc(ribs, 0.05 + 0.005 * bones.breath),
            _disc(top, 0.042),
            _disc(along(bones.shoulder, upper, 0.02), 0.022),
        ),
    )


def _head(bones: Skeleton) -> tuple[Chain, ...]:
    """Neck, skull and chin; the chin shows where the face looks."""
    neck = along(bones.shoulder, direction(bones.waist, bones.shoulder), -0.01)
    skull = along(bones.head, bones.face_deg + 90, 0.006)
    jaw = along(along(bones.head, bones.face_deg, 0.02), bones.face_deg - 90, 0.028)
    return (
        (_disc(neck, 0.028), _disc(along(bones.head, bones.neck_deg, -0.03), 0.025)),
        (_disc(skull, 0.057), _disc(jaw, 0.032)),
    )


def _leg(leg: LegPoints) -> tuple[Chain, ...]:
    thigh = direction(leg.hip, leg.knee)
    shin = direction(leg.knee, leg.ankle)
    middle = along(along(leg.hip, thigh, 0.45 * _length(leg.hip, leg.knee)), thigh + 90, 0.004)
    calf = along(along(leg.knee, shin, 0.3 * _length(leg.knee, leg.ankle)), shin - 90, 0.007)
    return (
        (_disc(leg.hip, 0.046), _disc(middle, 0.042), _disc(leg.knee, 0.0335)),
        (_disc(leg.knee, 0.0335), _disc(calf, 0.031), _disc(leg.ankle, 0.0205)),
        (_disc(leg.ankle, 0.0205), _disc(leg.heel, 0.02), _disc(leg.ball, 0.016)),
        (_disc(leg.ankle, 0.0205), _disc(leg.ball, 0.016), _disc(leg.tip, 0.0125)),
    )


def _arm(arm: ArmPoints) -> tuple[Chain, ...]:
    forearm = direction(arm.elbow, arm.hand)
    wrist = along(arm.hand, forearm, -0.035)
    return (
        (
            _disc(arm.shoulder, 0.0265),
            _disc(arm.elbow, 0.0215),
            _disc(wrist, 0.0165),
            _disc(arm.hand, 0.0185),
        ),
    )


def _length(a: Point, b: Point) -> float:
    return math.dist(a, b)
