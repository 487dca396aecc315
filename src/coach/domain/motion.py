"""The figure at any moment of a timeline, a pure function of (catalogue, timeline, ms).

A phase moves from the target posture of the phase before it, in the same item, to its own target.
"""

from __future__ import annotations

from dataclasses import replace

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

__all__ = ["Bounds", "Scene", "TopView", "bounds", "scene_at", "standing", "still"]

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


def scene_at(catalog: Catalog, timeline: Timeline, ms: int | float) -> Scene:
    """What the figure does at ``ms``; times outside are clamped to the first and last phase.

    Raises ``KeyError`` where the timeline names an exercise or variant that is not in the
    catalogue.
    """
    index = timeline.index_at(int(ms))
    phase = timeline.phases[index]
    shown = _shown(timeline, index)
    if shown is None or shown.exercise is None or shown.variant is None:
        return standing()
    variant = catalog[shown.exercise].variant(shown.variant)
    elapsed = min(max(ms - phase.start_ms, 0.0), float(phase.duration_ms))
    before = _before(timeline, index)
    pose = _pose(variant, timeline, index, before, elapsed)
    facing = _facing(timeline, index, before, elapsed)
    return build_scene(variant, pose, facing)


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


def _pose(
    variant: Variant, timeline: Timeline, index: int, before: int | None, elapsed: float
) -> Pose:
    target = _target(variant, timeline, index)
    if before is None:
        return target
    phase = timeline.phases[index]
    came_from = _target(variant, timeline, before)
    if phase.kind is PhaseKind.REST and REST in variant.motion:
        rest = replace(variant.poses[variant.motion[REST]], effort=0.0)
        return _rested(came_from, rest, target, elapsed, phase.duration_ms)
    span = min(_LONGEST_MS.get(phase.kind, _SETTLE_MS), phase.duration_ms)
    pace = swing if phase.kind.is_work and span <= _SWING_MS else ease
    return travel(came_from, target, pace(elapsed / span))


def _rested(came_from: Pose, rest: Pose, ready: Pose, elapsed: float, duration_ms: int) -> Pose:
    """Down into the posture of rest, and in time back to where the next set begins."""
    span = min(_SETTLE_MS, duration_ms / 2)
    back = duration_ms - span
    if elapsed < back:
        return travel(came_from, rest, ease(elapsed / span))
    return travel(rest, ready, ease((elapsed - back) / span))


def _side(timeline: Timeline, index: int) -> Side | None:
    """The side a phase works on; phases between sets already turn to the next one."""
    for phase in timeline.phases[index:]:
        if phase.kind.is_work:
            return phase.side
    return timeline.phases[index].side


def _facing(timeline: Timeline, index: int, before: int | None, elapsed: float) -> float:
    target = facing_of(_side(timeline, index))
    if before is None:
        return target
    start = facing_of(_side(timeline, before))
    if start == target:
        return target
    span = min(_TURN_MS, timeline.phases[index].duration_ms)
    return start + (target - start) * ease(elapsed / span)
