"""The figure at any moment of a timeline, a pure function of (catalogue, timeline, ms).

A phase moves from the target posture of the phase before it, in the same item, to its own target.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from coach.domain.blend import travel
from coach.domain.exercise_model import Catalog, Variant, VariantTags
from coach.domain.pose import Anchor, Leg, Pose, Reach, ease, swing
from coach.domain.scene import (
    Bounds,
    Scene,
    TopView,
    bounds,
    build_scene,
    facing_of,
    still,
)
from coach.domain.terms import PhaseKind, Side
from coach.domain.timeline import Phase, Timeline

__all__ = [
    "Bounds",
    "Motion",
    "Scene",
    "Spot",
    "TopView",
    "Way",
    "bounds",
    "motion_of",
    "scene_at",
    "scene_of",
    "standing",
    "still",
]

REST = PhaseKind.REST.value
"""The name of the posture between sets, for variants that have one of their own."""

_SETTLE_MS = 2600
_ENDLESS_MS = 60_000
_LONGEST_MS = {kind: _ENDLESS_MS for kind in PhaseKind if kind.is_work} | {PhaseKind.HOLD: 4000}
"""How long a way takes at most: a breath all its time, a hold is soon reached and then held."""

_TURN_MS = 1800
_SWING_MS = 1500
"""A movement as short as this goes to and fro like a pendulum."""

_LEAD_IN = frozenset({PhaseKind.MOVE, PhaseKind.GET_READY})
_IDLE = frozenset({PhaseKind.CHECK, PhaseKind.RATE})


def _calm_pose() -> Pose:
    leg = Leg(Reach(Anchor.FLOOR, 0.0, 0.042, 1))
    far = Leg(Reach(Anchor.FLOOR, 0.016, 0.042, 1))
    arm = Reach(Anchor.ANGLES, -94.0, 12.0, -1)
    return Pose((0.0, 0.518), 90.0, 88.0, leg, far, arm, arm, effort=0.0)


_CALM = Variant(
    id="standing",
    tags=VariantTags(),
    easier=None,
    harder=None,
    equipment=(),
    phases=(),
    positions=1,
    sided=False,
    glow=(),
    props=(),
    poses={"standing": _calm_pose()},
    motion={"start": "standing"},
    still="standing",
)


def standing() -> Scene:
    """A calm standing figure: while the player waits for an answer."""
    return build_scene(_CALM, _CALM.start, 1.0)


@dataclass(frozen=True, slots=True)
class Spot:
    """A place on the way from one posture to another, ``share`` of it done (0-1, already eased),
    turned by ``facing`` as a scene is."""

    variant: Variant
    came_from: Pose
    target: Pose
    share: float
    facing: float


@dataclass(frozen=True, slots=True)
class Way:
    """From one posture to another within ``span_ms``, beginning ``start_ms`` into the phase."""

    came_from: Pose
    target: Pose
    span_ms: float
    start_ms: float = 0.0
    pace: Callable[[float], float] = ease


@dataclass(frozen=True, slots=True)
class Motion:
    """All that moves in one phase: ways in the order of time, the first from its begin on, and
    ``facing`` from one value to another within ``turn_ms``."""

    variant: Variant
    ways: tuple[Way, ...]
    facing: tuple[float, float]
    turn_ms: float

    def spot(self, elapsed_ms: float) -> Spot:
        """Where it is so long after the begin of the phase."""
        way = self.ways[0]
        for later in self.ways[1:]:
            way = later if elapsed_ms >= later.start_ms else way
        share = way.pace((elapsed_ms - way.start_ms) / way.span_ms)
        facing, target = self.facing
        if facing != target:
            facing += (target - facing) * ease(elapsed_ms / self.turn_ms)
        return Spot(self.variant, way.came_from, way.target, share, facing)


def scene_of(spot: Spot) -> Scene:
    """The picture of that place."""
    pose = travel(spot.came_from, spot.target, spot.share)
    return build_scene(spot.variant, pose, spot.facing)


def scene_at(catalog: Catalog, timeline: Timeline, ms: int | float) -> Scene:
    """What the figure does at ``ms``; times outside are clamped to the first and last phase.

    Raises ``KeyError`` where the timeline names an exercise or variant that is not in the
    catalogue.
    """
    index = timeline.index_at(int(ms))
    motion = motion_of(catalog, timeline, index)
    if motion is None:
        return standing()
    phase = timeline.phases[index]
    return scene_of(motion.spot(min(max(ms - phase.start_ms, 0.0), float(phase.duration_ms))))


def motion_of(catalog: Catalog, timeline: Timeline, index: int) -> Motion | None:
    """How the figure moves in the phase of that index; ``None`` where it calmly stands.

    Raises ``KeyError`` as ``scene_at`` does.
    """
    shown = _shown(timeline, index)
    if shown is None or shown.exercise is None or shown.variant is None:
        return None
    variant = catalog[shown.exercise].variant(shown.variant)
    before = _before(timeline, index)
    facing = facing_of(_side(timeline, index))
    start = facing if before is None else facing_of(_side(timeline, before))
    turn_ms = min(_TURN_MS, timeline.phases[index].duration_ms)
    return Motion(variant, _ways(variant, timeline, index, before), (start, facing), turn_ms)


def _shown(timeline: Timeline, index: int) -> Phase | None:
    """The phase whose exercise is in the picture: a move shows where it leads to."""
    phase = timeline.phases[index]
    if phase.kind in _IDLE:
        return None
    if phase.kind is PhaseKind.MOVE or phase.exercise is None:
        return next((p for p in timeline.phases[index + 1 :] if p.exercise is not None), None)
    return phase


def _before(timeline: Timeline, index: int) -> int | None:
    """Index of the phase before, where it belongs to the same item."""
    if index == 0 or timeline.phases[index].kind in _LEAD_IN:
        return None
    previous = timeline.phases[index - 1]
    if previous.kind is PhaseKind.MOVE or previous.item != timeline.phases[index].item:
        return None
    return index - 1


def _position(timeline: Timeline, index: int) -> int | None:
    """A rest or a change of side takes the place that comes next."""
    for phase in timeline.phases[index:]:
        if phase.kind.is_work or phase.position is not None:
            return phase.position
    return None


def _target(variant: Variant, timeline: Timeline, index: int) -> Pose:
    """Where a phase leads to; between the sets nothing works, so nothing glows."""
    kind = timeline.phases[index].kind
    if kind.is_work:
        return variant.pose(kind, _position(timeline, index))
    ready = PhaseKind.GET_READY if kind is PhaseKind.REST else kind
    return replace(variant.pose(ready, _position(timeline, index)), effort=0.0)


def _ways(variant: Variant, timeline: Timeline, index: int, before: int | None) -> tuple[Way, ...]:
    phase = timeline.phases[index]
    target = _target(variant, timeline, index)
    if before is None:
        return (Way(target, target, phase.duration_ms),)
    came_from = _target(variant, timeline, before)
    if phase.kind is PhaseKind.REST and REST in variant.motion:
        rest = replace(variant.poses[variant.motion[REST]], effort=0.0)
        return _rested(came_from, rest, target, phase.duration_ms)
    span = min(_LONGEST_MS.get(phase.kind, _SETTLE_MS), phase.duration_ms)
    pace = swing if phase.kind.is_work and span <= _SWING_MS else ease
    return (Way(came_from, target, span, pace=pace),)


def _rested(came_from: Pose, rest: Pose, ready: Pose, duration_ms: int) -> tuple[Way, ...]:
    """Down into the posture of rest, and in time back to where the next set begins."""
    span = min(_SETTLE_MS, duration_ms / 2)
    return (Way(came_from, rest, span), Way(rest, ready, span, duration_ms - span))


def _side(timeline: Timeline, index: int) -> Side | None:
    """The side a phase works on; phases between sets already turn to the next one."""
    for phase in timeline.phases[index:]:
        if phase.kind.is_work:
            return phase.side
    return timeline.phases[index].side
