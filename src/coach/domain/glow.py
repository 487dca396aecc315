"""Where an exercise works: soft lines along muscles of a solved posture."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from coach.domain.pose import Point, Skeleton, along, direction

_SEEN_SOON = 0.6


@dataclass(frozen=True, slots=True)
class Glow:
    """A soft line through ``points``, ``width`` body heights wide; ``intensity`` 0-1."""

    points: tuple[Point, ...]
    width: float
    intensity: float


def glow(area: str, skeleton: Skeleton, effort: float) -> Glow:
    """The glow of a body area: none without ``effort`` (0-1), and soon seen with a little."""
    shape, width = GLOW_AREAS[area]
    return Glow(shape(skeleton), width, min(1.0, max(0.0, effort)) ** _SEEN_SOON)


def _glute(bones: Skeleton) -> tuple[Point, ...]:
    trunk = direction(bones.hip, bones.waist)
    thigh = direction(bones.hip, bones.near_leg.knee)
    seat = along(bones.hip, trunk + 90, 0.026)
    return (along(seat, trunk, 0.012), along(along(bones.hip, thigh - 90, 0.03), thigh, 0.055))


def _hip_flexor(bones: Skeleton) -> tuple[Point, ...]:
    trunk = direction(bones.hip, bones.waist)
    thigh = direction(bones.hip, bones.near_leg.knee)
    return (
        along(along(bones.hip, trunk - 90, 0.024), trunk, 0.045),
        along(along(bones.hip, thigh + 90, 0.03), thigh, 0.012),
        along(along(bones.hip, thigh + 90, 0.026), thigh, 0.085),
    )


def _hamstring(bones: Skeleton) -> tuple[Point, ...]:
    leg = bones.near_leg
    thigh = direction(leg.hip, leg.knee)
    return (
        along(along(leg.hip, thigh - 90, 0.022), thigh, 0.062),
        along(along(leg.knee, thigh - 90, 0.012), thigh, -0.045),
    )


def _nerve(bones: Skeleton) -> tuple[Point, ...]:
    leg = bones.near_leg
    thigh = direction(leg.hip, leg.knee)
    shin = direction(leg.knee, leg.ankle)
    return (
        along(along(leg.hip, thigh - 90, 0.018), thigh, 0.035),
        along(along(leg.knee, thigh - 90, 0.01), thigh, -0.03),
        along(along(leg.knee, shin - 90, 0.01), shin, 0.03),
        along(leg.ankle, shin, -0.02),
    )


def _ribs(bones: Skeleton) -> tuple[Point, ...]:
    trunk = direction(bones.waist, bones.shoulder)
    return (
        along(along(bones.waist, trunk - 90, 0.016), trunk, 0.03),
        along(along(bones.waist, trunk - 90, 0.02), trunk, 0.085),
    )


def _low_back(bones: Skeleton) -> tuple[Point, ...]:
    lower = direction(bones.hip, bones.waist)
    upper = direction(bones.waist, bones.shoulder)
    return (
        along(along(bones.hip, lower + 90, 0.02), lower, 0.03),
        along(bones.waist, lower + 90, 0.018),
        along(along(bones.waist, upper + 90, 0.018), upper, 0.03),
    )


GLOW_AREAS: dict[str, tuple[Callable[[Skeleton], tuple[Point, ...]], float]] = {
    "glute": (_glute, 0.036),
    "hip_flexor": (_hip_flexor, 0.026),
    "hamstring": (_hamstring, 0.026),
    "nerve": (_nerve, 0.013),
    "ribs": (_ribs, 0.04),
    "low_back": (_low_back, 0.028),
}
