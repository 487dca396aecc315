"""A remembered picture is the worked-out one to within a step, and comes again as itself."""

from __future__ import annotations

import functools
import math

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from coach.domain.motion import scene_at, standing
from coach.domain.motion_memory import KEPT, STEP, MotionMemory
from coach.domain.score import compile_timeline
from coach.domain.terms import PhaseKind, Weekday
from coach.domain.timeline import Timeline
from support.book import plan_for, real_book

CATALOG = real_book().catalog


@functools.cache
def timeline() -> Timeline:
    return compile_timeline(plan_for().day(Weekday.MON).items, real_book())


MEMORY = MotionMemory(CATALOG)


@given(st.floats(-100, 580_000))
@settings(max_examples=400, deadline=None)
def test_it_shows_what_is_worked_out_to_within_a_step(ms: float) -> None:
    found, wanted = MEMORY.scene_at(timeline(), ms), scene_at(CATALOG, timeline(), ms)
    pairs = zip(found.skeleton.points(), wanted.skeleton.points(), strict=True)
    assert max(math.dist(one, other) for one, other in pairs) < STEP
    assert found.facing == wanted.facing
    assert found.bounds == wanted.bounds
    for one, other in zip(found.glow, wanted.glow, strict=True):
        assert abs(one.intensity - other.intensity) < 0.1


def test_the_ends_of_a_movement_are_its_postures() -> None:
    for phase in timeline().phases[1:30]:
        last_ms = phase.end_ms - 1e-6
        found, wanted = MEMORY.scene_at(timeline(), last_ms), scene_at(CATALOG, timeline(), last_ms)
        for one, other in zip(found.skeleton.points(), wanted.skeleton.points(), strict=True):
            assert one == pytest.approx(other, abs=1e-9)


def test_the_next_breath_shows_the_same_pictures() -> None:
    memory = MotionMemory(CATALOG)
    breaths = [p for p in timeline().phases if p.kind is PhaseKind.INHALE and p.item == 0]
    first, second = (
        [memory.scene_at(timeline(), phase.start_ms + ms) for ms in range(0, 4000, 50)]
        for phase in breaths[1:3]
    )
    assert all(one is other for one, other in zip(first, second, strict=True))


def test_breathing_out_takes_the_way_in_backwards() -> None:
    memory = MotionMemory(CATALOG)
    inhale = next(p for p in timeline().phases if p.kind is PhaseKind.INHALE and p.rep == 2)
    exhale = timeline().at(inhale.end_ms)
    for share in (0.0, 0.25, 0.5, 0.75, 1.0):
        memory.scene_at(timeline(), inhale.start_ms + share * inhale.duration_ms)
    known = len(memory)
    for share in (0.25, 0.5, 0.75):
        memory.scene_at(timeline(), exhale.start_ms + share * exhale.duration_ms)
    assert len(memory) == known


def test_nothing_moves_in_a_hold_that_was_reached() -> None:
    memory = MotionMemory(CATALOG)
    rest = next(p for p in timeline().phases if p.kind is PhaseKind.REST)
    middle = (rest.start_ms + rest.end_ms) / 2
    assert memory.scene_at(timeline(), middle) is memory.scene_at(timeline(), middle + 500)


def test_it_keeps_only_so_many() -> None:
    memory = MotionMemory(CATALOG)
    for ms in range(10_000, timeline().total_ms, 70):
        memory.scene_at(timeline(), ms)
    assert len(memory) == KEPT


def test_before_and_after_somebody_stands() -> None:
    assert MEMORY.scene_at(timeline(), 0.0) == standing()
    assert MEMORY.scene_at(timeline(), 1e7) == standing()
