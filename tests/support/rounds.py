"""The figure over a whole round of each exercise, sampled as a screen shows it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from coach.app.figure_rows import full_round
from coach.domain.motion import scene_at
from coach.domain.pose import Point
from coach.domain.scene import Scene
from coach.domain.terms import PhaseKind
from coach.domain.timeline import Phase, Timeline
from support.book import real_book

RATE = 60
"""Samples a second."""

CASES = [(one.id, variant) for one in real_book().catalog.values() for variant in one.variants]


@dataclass(frozen=True, slots=True)
class Sample:
    """One moment: its phase, how far in it is, what is shown and where the joints appear."""

    phase: Phase
    ms: float
    scene: Scene
    seen: tuple[Point, ...]

    def __str__(self) -> str:
        return f"{self.phase.kind} {self.phase.position or ''} at {self.ms:.0f} ms"


@cache
def score(exercise: str, variant: str) -> Timeline:
    """Two sets with two reps each, both sides: every border between phases that there can be."""
    found = real_book().catalog[exercise]
    return full_round(real_book(), found, found.variants[variant], reps=2)


@cache
def samples(exercise: str, variant: str) -> tuple[Sample, ...]:
    """From getting ready to the first phase of the second set."""
    return tuple(_samples(score(exercise, variant)))


def _samples(timeline: Timeline) -> Iterator[Sample]:
    catalog = real_book().catalog
    rest = [index for index, p in enumerate(timeline.phases) if p.kind is PhaseKind.REST][-1]
    start, end = timeline.phases[1].start_ms, timeline.phases[rest + 1].end_ms
    for number in range((end - start) * RATE // 1000):
        ms = start + number * 1000 / RATE
        scene = scene_at(catalog, timeline, ms)
        middle, facing = scene.bounds.middle_x, scene.facing
        seen = tuple((middle + (x - middle) * facing, y) for x, y in scene.skeleton.points())
        yield Sample(timeline.at(int(ms)), ms, scene, seen)
