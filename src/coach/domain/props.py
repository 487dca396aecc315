"""Things around the figure, as rounded boxes: chair, wall, block, pad, weight, mat."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from coach.domain.content import Table
from coach.domain.pose import Point, Skeleton, along, direction

SEAT_Y = 0.236
_GAP = 0.05
_WOOD, _METAL = "prop", "metal"


@dataclass(frozen=True, slots=True)
class PropSpec:
    """A thing of an exercise. ``x`` and ``y`` place it where its kind needs that, ``face`` is
    where a chair looks (1 right, -1 left), ``size`` its length or height, ``front`` draws it
    before the figure."""

    kind: str
    x: float = 0.0
    y: float = 0.0
    size: float = 0.0
    face: int = 1
    front: bool = False


@dataclass(frozen=True, slots=True)
class Box:
    """A rounded rectangle: centre, width, height, turn in degrees, corner radius, tone.

    A box with ``hollow`` is a line of that width along its edge.
    """

    x: float
    y: float
    width: float
    height: float
    angle_deg: float = 0.0
    corner: float = 0.008
    tone: str = _WOOD
    hollow: float = 0.0
    front: bool = False


def read_props(table: Table, values: Sequence[Any]) -> tuple[PropSpec, ...]:
    """``props = [{kind = "chair", x = 0.0, face = 1}, …]``. Raises ``ContentError``."""
    specs = []
    for index, value in enumerate(values, start=1):
        entry = Table(value, table.file, table.where(f"props[{index}]"))
        spec = PropSpec(
            kind=entry.text("kind"),
            x=entry.finite("x", 0.0),
            y=entry.finite("y", 0.0),
            size=entry.finite("size", 0.0),
            face=entry.integer("face", 1),
            front=entry.flag("front"),
        )
        if spec.kind not in _SHAPES:
            raise entry.fail("kind", f"is no known thing: '{spec.kind}'")
        entry.done()
        specs.append(spec)
    return tuple(specs)


def boxes(spec: PropSpec, skeleton: Skeleton) -> tuple[Box, ...]:
    """The parts of a thing where the posture puts them."""
    return _SHAPES[spec.kind](spec, skeleton)


def _mat(spec: PropSpec, _: Skeleton) -> tuple[Box, ...]:
    return (Box(spec.x, -0.006, spec.size, 0.012, corner=0.006, tone="mat"),)


def _wall(spec: PropSpec, _: Skeleton) -> tuple[Box, ...]:
    """Taller than any picture: whoever paints it cuts it off at the edge."""
    return (Box(spec.x, 1.5, 0.026, 3.0, corner=0.0, tone="wall"),)


def _pad(spec: PropSpec, _: Skeleton) -> tuple[Box, ...]:
    return (Box(spec.x, 0.011, spec.size or 0.15, 0.022, corner=0.011),)


def _pillow(spec: PropSpec, _: Skeleton) -> tuple[Box, ...]:
    height = spec.y or 0.04
    return (Box(spec.x, height / 2, spec.size or 0.16, height, corner=height / 2),)


def _chair(spec: PropSpec, _: Skeleton) -> tuple[Box, ...]:
    """A plain chair, its seat centred on ``x``; the backrest stands behind the sitter."""
    seat = 0.25
    back_x = spec.x - spec.face * (seat / 2 - 0.012)
    front_x = spec.x + spec.face * (seat / 2 - 0.02)
    top = spec.size or 0.53
    return (
        Box(back_x, top / 2, 0.018, top, corner=0.009, front=spec.front),
        Box(front_x, SEAT_Y / 2, 0.018, SEAT_Y, corner=0.009, front=spec.front),
        Box(spec.x, SEAT_Y - 0.012, seat, 0.024, corner=0.011, front=spec.front),
        Box(back_x, top - 0.045, 0.026, 0.09, corner=0.012, front=spec.front),
    )


def _stool(spec: PropSpec, _: Skeleton) -> tuple[Box, ...]:
    width = spec.size or 0.24
    legs = (spec.x - width / 2 + 0.025, spec.x + width / 2 - 0.025)
    return (
        *(Box(x, SEAT_Y / 2, 0.018, SEAT_Y, corner=0.009) for x in legs),
        Box(spec.x, SEAT_Y - 0.012, width, 0.024, corner=0.011),
    )


def _block(spec: PropSpec, skeleton: Skeleton) -> tuple[Box, ...]:
    """Between the knees: it sticks out a little above and below the near thigh. On the side, with
    one knee above the other, it lies in the gap."""
    leg, other = skeleton.near_leg, skeleton.far_leg
    if leg.knee[1] - other.knee[1] > _GAP:
        x, y = (leg.knee[0] + other.knee[0]) / 2, (leg.knee[1] + other.knee[1]) / 2
        return (Box(x + 0.005, y, 0.13, 0.06, corner=0.012, front=spec.front),)
    tilt = direction(leg.hip, leg.knee)
    centre = along(along(leg.knee, tilt, -0.012), tilt + 90, 0.01)
    return (Box(centre[0], centre[1], 0.1, 0.086, tilt, corner=0.012, front=spec.front),)


def _kettlebell(spec: PropSpec, skeleton: Skeleton) -> tuple[Box, ...]:
    hand: Point = skeleton.far_arm.hand
    x, y = hand[0], hand[1] - 0.004
    return (
        Box(x, y - 0.016, 0.046, 0.048, corner=0.02, tone=_METAL, hollow=0.011),
        Box(x, y - 0.058, 0.07, 0.066, corner=0.032, tone=_METAL),
        Box(x, y - 0.084, 0.04, 0.014, corner=0.005, tone=_METAL),
    )


_SHAPES: dict[str, Callable[[PropSpec, Skeleton], tuple[Box, ...]]] = {
    "mat": _mat,
    "wall": _wall,
    "pad": _pad,
    "pillow": _pillow,
    "chair": _chair,
    "stool": _stool,
    "block": _block,
    "kettlebell": _kettlebell,
}
