"""What is said beside the plan's own words: breaths, and the last repetition of a set. Pure.

The timeline speaks a breath only while it is learnt; from then on the tones lead. Who wants to hear
every breath, or none, says so in the settings. Counting is rare: the last one of a set.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from itertools import groupby

from coach.domain.terms import PhaseKind
from coach.domain.timeline import Phase, Timeline

COUNTED_FROM = 4
"""Repetitions in a row from which the last one is named."""

LONG_ENOUGH_MS = 2_000
"""A phase has to have room for a word."""

_BREATHS = frozenset({PhaseKind.INHALE, PhaseKind.EXHALE})


class BreathWords(StrEnum):
    """When "in" and "out" are spoken."""

    LEARNING = "learning"
    ALWAYS = "always"
    NEVER = "never"


@dataclass(frozen=True, slots=True)
class Wording:
    """``last_one`` names the last repetition of a long set; empty, nothing does."""

    breaths: BreathWords = BreathWords.LEARNING
    last_one: str = ""


def worded(timeline: Timeline, wording: Wording) -> Timeline:
    """The timeline with the words that are wanted; no phase moves."""
    last = _last_ones(timeline) if wording.last_one else frozenset()
    known = _breaths_by_item(timeline)
    phases = tuple(
        replace(phase, say=_said(phase, wording, last, known)) for phase in timeline.phases
    )
    return replace(timeline, phases=phases)


def _said(
    phase: Phase,
    wording: Wording,
    last: frozenset[int],
    known: Mapping[tuple[int | None, PhaseKind], str],
) -> str:
    silent = phase.kind in _BREATHS and wording.breaths is BreathWords.NEVER
    if phase.say and not silent:
        return phase.say
    if phase.start_ms in last:
        return wording.last_one
    if wording.breaths is BreathWords.ALWAYS:
        return known.get((phase.item, phase.kind), "")
    return ""


def _breaths_by_item(timeline: Timeline) -> dict[tuple[int | None, PhaseKind], str]:
    """How each exercise speaks its breaths, as far as it does at all."""
    return {
        (phase.item, phase.kind): phase.say
        for phase in reversed(timeline.phases)
        if phase.kind in _BREATHS and phase.say
    }


def _last_ones(timeline: Timeline) -> frozenset[int]:
    """Where the last repetition of a long row begins, in ms of the timeline."""
    found = set()
    work = [phase for phase in timeline if phase.kind.is_work and phase.rep is not None]
    for _, group in groupby(work, key=lambda p: (p.item, p.set, p.side, p.position)):
        row = list(group)
        count = row[-1].rep or 0
        first = next(phase for phase in row if phase.rep == count)
        if count >= COUNTED_FROM and first.duration_ms >= LONG_ENOUGH_MS:
            found.add(first.start_ms)
    return frozenset(found)
