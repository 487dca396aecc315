"""Small timelines for the tests of sound, built by hand: no plan and no catalog needed."""

from __future__ import annotations

from dataclasses import replace

from coach.domain.terms import PhaseKind, Side
from coach.domain.timeline import Phase, Timeline

K = PhaseKind


def score(*phases: Phase) -> Timeline:
    """The phases one after the other; their ``start_ms`` is filled in."""
    placed: list[Phase] = []
    start = 0
    for phase in phases:
        placed.append(replace(phase, start_ms=start))
        start += phase.duration_ms
    return Timeline(tuple(placed))


def part(kind: PhaseKind, duration_ms: int, say: str = "", **where: object) -> Phase:
    """A phase without a place yet."""
    return replace(Phase(0, duration_ms, kind, say=say), **where)  # type: ignore[arg-type]


def breathing(breaths: int, *, learning: int = 2) -> list[Phase]:
    """Get ready, then breaths of 4 s in and 6 s out; the first ones are spoken."""
    parts = [part(K.GET_READY, 5_000, "Breathing bridge.", item=0, set=1)]
    for rep in range(1, breaths + 1):
        spoken = rep <= learning
        parts.append(part(K.INHALE, 4_000, "In." if spoken else "", item=0, set=1, rep=rep))
        parts.append(part(K.EXHALE, 6_000, "Out." if spoken else "", item=0, set=1, rep=rep))
    return parts


def session(breaths: int = 70) -> Timeline:
    """Check, breaths, glides of 2 s and 2 s on one side, rate: about 12 minutes by default."""
    glides: list[Phase] = [part(K.MOVE, 10_000, "Nerve floss.", item=1)]
    for rep in range(1, 3):
        where = {"item": 1, "set": 1, "rep": rep, "side": Side.LEFT}
        glides += [part(K.LOWER, 2_000, **where), part(K.RAISE, 2_000, **where)]
    start, end = part(K.CHECK, 10_000, "Ready?"), part(K.RATE, 10_000, "Well done.")
    return score(start, *breathing(breaths), *glides, end)
