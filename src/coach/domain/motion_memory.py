"""The pictures of a session while it plays: a movement that comes again is not worked out again.

A breath lifts and lowers the same hips ten times. Ways are cut into steps too small to be seen,
and the picture of each step is kept; where nothing moved as far as a step, it is the same object.
"""

from __future__ import annotations

import math
from collections.abc import Iterable

from coach.domain.exercise_model import Catalog, Variant
from coach.domain.motion import Motion, Spot, motion_of, scene_of, standing
from coach.domain.pose import Pose, solve
from coach.domain.scene import Scene
from coach.domain.timeline import Timeline

STEP = 0.0006
"""How far the joint that moves most goes with one step, in body heights: about half a pixel of a
figure that fills the window."""

LEAST_STEPS = 48
"""Steps where little but breath and glow changes."""

KEPT = 400
"""Pictures kept at most: a whole breath of the largest movement."""

_Road = tuple[Variant, Pose, Pose]


class MotionMemory:
    """``scene_at`` as in ``motion``, to within a step. One for each session."""

    def __init__(self, catalog: Catalog) -> None:
        self._catalog = catalog
        self._timeline: Timeline | None = None
        self._index = -1
        self._motion: Motion | None = None
        self._standing = standing()
        self._roads: dict[_Road, int] = {}
        self._known: dict[tuple[int, int], tuple[_Road, tuple[int, bool, int]]] = {}
        self._scenes: dict[tuple[int, int, float], Scene] = {}

    def __len__(self) -> int:
        return len(self._scenes)

    def scene_at(self, timeline: Timeline, ms: float) -> Scene:
        """What the figure does at ``ms``; raises ``KeyError`` as ``motion.scene_at`` does."""
        index = timeline.index_at(int(ms))
        if timeline is not self._timeline or index != self._index:
            self._motion = motion_of(self._catalog, timeline, index)
            self._timeline, self._index = timeline, index
            self._known.clear()
        if self._motion is None:
            return self._standing
        phase = timeline.phases[index]
        elapsed = min(max(ms - phase.start_ms, 0.0), float(phase.duration_ms))
        return self._scene(self._motion.spot(elapsed))

    def _scene(self, spot: Spot) -> Scene:
        if abs(spot.facing) != 1.0:  # turning to the other side, which is short
            return scene_of(spot)
        road, backwards, steps = self._road(spot)
        step = round(spot.share * steps)
        if backwards:
            step = steps - step
        key = (road, step, spot.facing)
        scene = self._scenes.pop(key, None)
        if scene is None:
            share = 1.0 - step / steps if backwards else step / steps
            scene = scene_of(Spot(spot.variant, spot.came_from, spot.target, share, spot.facing))
        self._scenes[key] = scene
        if len(self._scenes) > KEPT:
            del self._scenes[next(iter(self._scenes))]
        return scene

    def _road(self, spot: Spot) -> tuple[int, bool, int]:
        """The number of the way, whether it is gone backwards, and its steps. Looked up by
        identity while the phase lasts: comparing postures takes as long as drawing them."""
        short = (id(spot.came_from), id(spot.target))
        found = self._known.get(short)
        if found is None:
            there = (spot.variant, spot.came_from, spot.target)
            back = (spot.variant, spot.target, spot.came_from)
            backwards = there not in self._roads and back in self._roads and _two_way(spot)
            number = self._roads.setdefault(back if backwards else there, len(self._roads))
            found = self._known[short] = (there, (number, backwards, _steps(spot)))
        return found[1]


def _two_way(spot: Spot) -> bool:
    """Whether the way back is the same way: not where each posture is gone to by another one."""
    first, second = spot.came_from, spot.target
    return (first.via or second.via) == (second.via or first.via)


def _steps(spot: Spot) -> int:
    if spot.came_from is spot.target:
        return 1
    first, second = (solve(pose).points() for pose in (spot.came_from, spot.target))
    far = max(map(math.dist, first, second))
    for via in _between(spot):
        middle = solve(via).points()
        far = max(far, *map(math.dist, first, middle), *map(math.dist, middle, second))
    return max(LEAST_STEPS, math.ceil(far / STEP))


def _between(spot: Spot) -> Iterable[Pose]:
    return (pose for pose in (spot.came_from.via, spot.target.via) if pose is not None)
