"""The figure's motion: smooth across every border between phases, mirrored exactly, and glowing
only where and while it works."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from coach.domain.blend import blend, travel
from coach.domain.motion import scene_at
from coach.domain.pose import Point, ease, solve, swing
from coach.domain.scene import Scene, TopView, build_scene, still
from coach.domain.terms import PhaseKind, Side
from coach.domain.timeline import Timeline
from support.book import real_book
from support.rounds import CASES, RATE, Sample, samples, score

FASTEST = 1.1
"""Body heights a second: the toes of a leg that swings once a second."""

HARDEST = 4.0
"""Body heights a second squared; a body that falls has 5.8."""

SOFT_BORDER = 0.06
"""The most that speed may change in one frame, in body heights a second."""

FADE_MS = 2600
"""After the last rep the glow fades while the figure comes to rest."""


def speeds(found: tuple[Sample, ...]) -> Iterator[tuple[Sample, list[Point]]]:
    """Each joint's speed between frames, body heights a second."""
    for before, now in pairwise(found):
        yield (
            now,
            [
                ((x - was_x) * RATE, (y - was_y) * RATE)
                for (was_x, was_y), (x, y) in zip(before.seen, now.seen, strict=True)
            ],
        )


@pytest.mark.parametrize(("exercise", "variant"), CASES)
def test_motion_is_smooth_in_place_and_speed(exercise: str, variant: str) -> None:
    last: list[Point] | None = None
    for sample, now in speeds(samples(exercise, variant)):
        fastest = max(math.hypot(*speed) for speed in now)
        assert fastest <= FASTEST, f"{fastest:.2f} body heights a second: {sample}"
        if last is not None:
            change = max(math.dist(a, b) for a, b in zip(last, now, strict=True))
            assert change <= SOFT_BORDER, f"{change:.3f} more in one frame: {sample}"
            assert change * RATE <= HARDEST, str(sample)
        last = now


@pytest.mark.parametrize(("exercise", "variant"), CASES)
def test_phases_meet_in_one_posture(exercise: str, variant: str) -> None:
    """Just before and at every border the joints are in the same place."""
    timeline, catalog = score(exercise, variant), real_book().catalog
    for before, after in pairwise(timeline.phases[1:-1]):
        ends = scene_at(catalog, timeline, before.end_ms - 1e-3)
        starts = scene_at(catalog, timeline, after.start_ms)
        assert ends.facing == pytest.approx(starts.facing, abs=1e-6)
        points = zip(ends.skeleton.points(), starts.skeleton.points(), strict=True)
        assert max(math.dist(a, b) for a, b in points) < 1e-6, after.kind


def flipped(timeline: Timeline) -> Timeline:
    phases = (replace(p, side=p.side.other if p.side else None) for p in timeline.phases)
    return Timeline(tuple(phases))


SIDED = [
    (exercise, variant)
    for exercise, variant in CASES
    if real_book().catalog[exercise].variants[variant].sided
]


@given(st.sampled_from(SIDED), st.floats(0, 1))
@settings(max_examples=150, deadline=None)
def test_the_left_side_is_the_right_one_mirrored(case: tuple[str, str], share: float) -> None:
    """The same score for the other side first shows the same bodies, facing the other way."""
    timeline, catalog = score(*case), real_book().catalog
    ms = share * timeline.total_ms
    one, other = scene_at(catalog, timeline, ms), scene_at(catalog, flipped(timeline), ms)
    assert other.skeleton == one.skeleton
    assert other.glow == one.glow
    assert other.props == one.props
    assert other.top == one.top
    if timeline.at(int(ms)).item is not None:
        assert other.facing == -one.facing


@pytest.mark.parametrize(("exercise", "variant"), CASES)
def test_glow_is_seen_only_while_it_works(exercise: str, variant: str) -> None:
    fading = 0.0
    for sample in samples(exercise, variant):
        glow = max((glow.intensity for glow in sample.scene.glow), default=0.0)
        if sample.phase.kind.is_work:
            fading = sample.phase.end_ms + FADE_MS
        elif sample.ms >= fading:
            assert glow == 0.0, str(sample)
    brightest = max(glow.intensity for s in samples(exercise, variant) for glow in s.scene.glow)
    assert brightest >= 0.8


@pytest.mark.parametrize(("exercise", "variant"), CASES)
def test_glow_changes_softly(exercise: str, variant: str) -> None:
    for before, now in pairwise(samples(exercise, variant)):
        for old, new in zip(before.scene.glow, now.scene.glow, strict=True):
            assert abs(new.intensity - old.intensity) <= 0.08, str(now)


WORKED = {
    "breathing_bridge": ("hip", "nk"),
    "hip_flexor_release": ("waist", "nk"),
    "single_leg_deadlift": ("hip", "nk"),
    "nerve_floss": ("hip", "na"),
    "leg_swing": ("hip", "nk"),
    "pelvic_rock": ("hip", "shoulder"),
    "opening_breath": ("waist", "shoulder"),
    "hamstring_ease": ("hip", "nk"),
}


def path(scene: Scene, exercise: str) -> list[Point]:
    """The bones of the part that the exercise works, as a line."""
    bones = scene.skeleton
    line = {
        "shoulder": bones.shoulder,
        "waist": bones.waist,
        "hip": bones.hip,
        "nk": bones.near_leg.knee,
        "na": bones.near_leg.ankle,
    }
    names = list(line)
    first, last = sorted(names.index(name) for name in WORKED[exercise])
    return [line[name] for name in names[first : last + 1]]


def distance(point: Point, line: list[Point]) -> float:
    return min(_to_bone(point, a, b) for a, b in pairwise(line))


def _to_bone(point: Point, a: Point, b: Point) -> float:
    dx, dy = b[0] - a[0], b[1] - a[1]
    along = ((point[0] - a[0]) * dx + (point[1] - a[1]) * dy) / (dx * dx + dy * dy)
    share = min(1.0, max(0.0, along))
    return math.dist(point, (a[0] + share * dx, a[1] + share * dy))


@pytest.mark.parametrize(("exercise", "variant"), CASES)
def test_glow_lies_on_the_limb_that_works(exercise: str, variant: str) -> None:
    """Within the flesh round the near limb's bones, never on the other limb alone."""
    for sample in samples(exercise, variant)[::5]:
        line = path(sample.scene, exercise)
        for glow in sample.scene.glow:
            assert all(distance(point, line) <= 0.05 for point in glow.points), str(sample)


DRAWN = {
    "mat": {"mat"},
    "pad": {"pad"},
    "block": {"block"},
    "cushion": {"pillow"},
    "chair": {"chair", "stool"},
    "wall": {"wall"},
    "weight": {"kettlebell"},
}


@pytest.mark.parametrize(("exercise", "variant"), CASES)
def test_all_that_is_needed_is_drawn(exercise: str, variant: str) -> None:
    found = real_book().catalog[exercise].variants[variant]
    kinds = {spec.kind for spec in found.props}
    for thing in found.equipment:
        assert kinds & DRAWN[thing], f"{thing} is nowhere to be seen"


@pytest.mark.parametrize(("exercise", "variant"), CASES)
def test_a_mat_lies_under_the_body(exercise: str, variant: str) -> None:
    """Lying or kneeling, whatever rests on the floor rests on the mat, feet aside."""
    for sample in samples(exercise, variant)[::30]:
        for mat in (box for box in sample.scene.props if box.tone == "mat"):
            bones = sample.scene.skeleton
            for x, y in (bones.hip, bones.shoulder, bones.near_leg.knee):
                assert y > 0.15 or abs(x - mat.x) <= mat.width / 2, str(sample)


@pytest.mark.parametrize(("exercise", "variant"), CASES)
def test_a_second_view_shows_turns_and_side_bends(exercise: str, variant: str) -> None:
    """Wherever the view from the side cannot show what happens, and nowhere else."""
    found = real_book().catalog[exercise].variants[variant]
    hidden = found.tags.rotation or found.tags.side_bend
    for sample in samples(exercise, variant)[::20]:
        top = sample.scene.top
        assert (top is not None) == hidden
        if top is not None:
            assert (top.lean is not None) == found.tags.side_bend


@pytest.mark.parametrize("variant", ["arm_down", "arm_up", "split_stance"])
def test_the_second_view_moves_softly_and_flips_edge_on(variant: str) -> None:
    for before, now in pairwise(samples("hip_flexor_release", variant)):
        old, new = before.scene.top, now.scene.top
        assert old is not None
        assert new is not None
        assert abs(new.turn_deg - old.turn_deg) <= 1.2, str(now)
        assert abs(new.wide - old.wide) <= 0.002, str(now)
        assert abs((new.lean or 0.0) - (old.lean or 0.0)) <= 0.02, str(now)
        assert abs(new.reach - old.reach) <= 0.05, str(now)
        if before.scene.mirrored != now.scene.mirrored:
            assert abs(now.scene.facing) < 0.05, str(now)


def view(position: int, side: Side) -> TopView:
    top = still(real_book().catalog["hip_flexor_release"], "arm_up", side, position).top
    assert top is not None
    return top


@pytest.mark.parametrize("side", Side)
def test_positions_turn_out_then_in(side: Side) -> None:
    """Position 2 swings the rear foot towards the front leg's side, position 3 away from it, both
    with the front foot wide; the arm is up and the trunk bends in each (R3)."""
    turns = [view(n, side).turn_deg for n in (1, 2, 3)]
    assert turns[0] == 0
    assert turns[1] > 20
    assert turns[2] < -20
    assert [view(n, side).wide > 0.05 for n in (1, 2, 3)] == [False, True, True]
    for n in (1, 2, 3):
        assert view(n, side).lean == 1.0
        assert view(n, side).reach == 1.0


def test_the_pelvis_tucks_before_the_trunk_bends() -> None:
    """Half-way through the breath out the tuck is further along than the bend."""
    found = real_book().catalog["hip_flexor_release"].variants["arm_up"]
    start, end = found.poses["reach"], found.poses["bend"]
    middle = travel(start, end, 0.5)
    tucked = (middle.curve - start.curve) / (end.curve - start.curve)
    bent = (middle.lean - start.lean) / (end.lean - start.lean)
    assert tucked > bent + 0.2


@pytest.mark.parametrize(("exercise", "variant"), CASES)
def test_a_bowed_way_leaves_and_arrives_where_a_straight_one_does(
    exercise: str, variant: str
) -> None:
    found = real_book().catalog[exercise].variants[variant]
    for name in dict.fromkeys(found.motion.values()):
        a, b = found.start, found.poses[name]
        for t, end in ((0.0, a), (1.0, b)):
            assert solve(travel(a, b, t)) == solve(blend(a, b, t)) == solve(end)
        there = solve(travel(a, b, 0.3)).points()
        back = solve(travel(b, a, 0.7)).points()
        assert max(math.dist(p, q) for p, q in zip(there, back, strict=True)) < 1e-9


@given(st.floats(0, 1))
def test_a_pendulum_is_quickest_in_the_middle_and_even_there_and_back(t: float) -> None:
    assert swing(t) + swing(1 - t) == pytest.approx(1)
    assert (swing(-1), swing(0), swing(1), swing(2)) == (0, 0, 1, 1)
    assert swing(0.51) - swing(0.49) < ease(0.51) - ease(0.49)


def test_rest_stands_on_both_feet_and_is_ready_in_time() -> None:
    timeline = score("single_leg_deadlift", "loaded")
    catalog = real_book().catalog
    rest = next(p for p in timeline.phases if p.kind is PhaseKind.REST)
    middle = scene_at(catalog, timeline, (rest.start_ms + rest.end_ms) / 2).skeleton
    assert middle.far_leg.heel[1] < 0.025
    assert middle.near_leg.heel[1] < 0.025
    ready = catalog["single_leg_deadlift"].variants["loaded"]
    last = scene_at(catalog, timeline, rest.end_ms - 1e-3)
    start = build_scene(ready, replace(ready.start, effort=0.0), last.facing)
    pairs = zip(last.skeleton.points(), start.skeleton.points(), strict=True)
    assert max(math.dist(a, b) for a, b in pairs) < 1e-6
