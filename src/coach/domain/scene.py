"""One moment of the picture: posture, things around it, glow and view from above."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from coach.domain.exercise_model import Exercise, Variant
from coach.domain.glow import Glow, glow
from coach.domain.pose import Point, Pose, Skeleton, solve
from coach.domain.props import Box, boxes
from coach.domain.terms import PhaseKind, Side

_MARGIN = 0.035
_BODY = 0.06


@dataclass(frozen=True, slots=True)
class Bounds:
    """Box in body heights; pictures are fitted to it and mirrored at its middle."""

    left: float
    bottom: float
    right: float
    top: float

    @property
    def middle_x(self) -> float:
        return (self.left + self.right) / 2

    def joined(self, other: Bounds) -> Bounds:
        return Bounds(
            min(self.left, other.left),
            min(self.bottom, other.bottom),
            max(self.right, other.right),
            max(self.top, other.top),
        )


@dataclass(frozen=True, slots=True)
class TopView:
    """Seen from above, front up, for a right knee behind: ``wide`` is how far out the front foot
    is (body heights), ``turn_deg`` where the rear shin swings, + towards the front leg's side.

    ``lean`` (0-1) is the side bend towards the front leg's side, ``None`` where the variant has
    none; ``reach`` (0-1) how far the arm on the bent-from side is lifted.
    """

    wide: float
    turn_deg: float
    lean: float | None = None
    reach: float = 0.0


@dataclass(frozen=True, slots=True)
class Scene:
    """``facing`` runs from 1 (right side works, facing right) to -1 (left side, mirrored at the
    middle of ``bounds``); values between turn the figure around. The skeleton faces right."""

    skeleton: Skeleton
    facing: float
    props: tuple[Box, ...]
    glow: tuple[Glow, ...]
    top: TopView | None
    bounds: Bounds

    @property
    def mirrored(self) -> bool:
        return self.facing < 0


def facing_of(side: Side | None) -> float:
    """Left works: the mirrored picture."""
    return -1.0 if side is Side.LEFT else 1.0


def build_scene(variant: Variant, pose: Pose, facing: float, box: Bounds | None = None) -> Scene:
    """The scene of one posture of a variant, fitted to ``box`` or else to the whole variant."""
    skeleton = solve(pose)
    return Scene(
        skeleton=skeleton,
        facing=facing,
        props=tuple(box for spec in variant.props for box in boxes(spec, skeleton)),
        glow=tuple(glow(area, skeleton, pose.effort) for area in variant.glow),
        top=_top_view(variant, pose, skeleton),
        bounds=box or _variant_bounds(variant),
    )


_LIFTED = 0.28
"""How far above its shoulder the hand of a lifted arm is, in body heights."""


def _top_view(variant: Variant, pose: Pose, skeleton: Skeleton) -> TopView | None:
    """What the view from the side cannot show: turns and side bends."""
    if not (variant.tags.rotation or variant.tags.side_bend):
        return None
    if not variant.tags.side_bend:
        return TopView(pose.wide, pose.turn)
    arm = skeleton.near_arm
    lifted = (arm.hand[1] - arm.shoulder[1]) / _LIFTED
    return TopView(pose.wide, pose.turn, pose.lean, min(1.0, max(0.0, lifted)))


def still(
    exercise: Exercise, variant: Variant | str, side: Side | None, position: int | None = None
) -> Scene:
    """The most telling posture of a variant, or of one of its positions, as large as it fits."""
    chosen = exercise.variant(variant) if isinstance(variant, str) else variant
    pose = chosen.poses[chosen.still]
    if position and position > 1:
        pose = chosen.pose(PhaseKind.EXHALE, position)
    return build_scene(chosen, pose, facing_of(side), _framed(_pose_bounds(chosen, pose)))


def bounds(exercise: Exercise, variant: Variant | str) -> Bounds:
    """Box around every posture of a variant, so that the figure keeps its size while moving."""
    chosen = exercise.variant(variant) if isinstance(variant, str) else variant
    return _variant_bounds(chosen)


@lru_cache(maxsize=64)
def _variant_bounds(variant: Variant) -> Bounds:
    found = [_pose_bounds(variant, variant.poses[name]) for name in set(variant.motion.values())]
    box = found[0]
    for other in found[1:]:
        box = box.joined(other)
    return _framed(box)


def _framed(box: Bounds) -> Bounds:
    return Bounds(box.left - _MARGIN, box.bottom, box.right + _MARGIN, box.top + _MARGIN)


def _pose_bounds(variant: Variant, pose: Pose) -> Bounds:
    skeleton = solve(pose)
    points: list[Point] = [
        (x + dx, y + dy)
        for x, y in skeleton.points()
        for dx, dy in ((-_BODY / 2, 0.0), (_BODY / 2, 0.0), (0.0, _BODY / 2))
    ]
    head_x, head_y = skeleton.head
    points += [(head_x - _BODY, head_y), (head_x + _BODY, head_y), (head_x, head_y + _BODY)]
    for spec in variant.props:
        points += _corners(boxes(spec, skeleton))
    xs, ys = [point[0] for point in points], [point[1] for point in points]
    return Bounds(min(xs), -0.03, max(xs), max(ys))


def _corners(parts: tuple[Box, ...]) -> list[Point]:
    """Corners of what has to be seen whole; a wall goes on upwards, a mat may end anywhere."""
    found: list[Point] = []
    for box in parts:
        if box.tone == "mat":
            continue
        height = 0.0 if box.tone == "wall" else box.height / 2
        found.append((box.x - box.width / 2, 0.0))
        found.append((box.x + box.width / 2, box.y + height if height else 0.0))
    return found
