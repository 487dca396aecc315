"""A small timeline for one exercise alone, that a page can play round and round."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from coach.domain.book import Book
from coach.domain.dose import Dose, Item, Pace
from coach.domain.exercise_model import Variant
from coach.domain.score import compile_timeline
from coach.domain.terms import PhaseKind, Side
from coach.domain.timeline import Phase, Timeline

HOLD_S = 5
"""How long a hold lasts in the picture; the dose says how long it really is."""

PAUSE_MS = 3_000
"""Time to change the position, or to come back from a hold."""


@dataclass(frozen=True, slots=True)
class Preview:
    """Play ``start_ms`` to ``end_ms`` of ``timeline`` again and again; before ``start_ms`` stands
    the same round once, so that the end leads into the beginning. ``rest_ms`` shows the most
    telling posture. All times lie within the timeline."""

    timeline: Timeline
    start_ms: int
    end_ms: int
    rest_ms: int

    def at(self, played_ms: float) -> float:
        """The place in the timeline after ``played_ms`` from ``start_ms``, however often round."""
        return self.start_ms + played_ms % (self.end_ms - self.start_ms)


def preview(item: Item, book: Book, side: Side, pace: Pace | None = None) -> Preview:
    """One round of the work on one side: a rep, or a breath in each position.

    Raises ``KeyError`` for an exercise or variant that is not in the book.
    """
    shown = replace(item, dose=_shortened(item.dose))
    compiled = compile_timeline((shown,), book, pace=pace, first_side=side)
    block = compiled.blocks[0]
    variant = book.catalog[item.exercise].variant(item.dose.variant)
    work = [phase for phase in compiled if block.start_ms <= phase.start_ms < block.end_ms]
    once = tuple(_round(work))
    timeline = Timeline(tuple(_rebased((*once, *once))))
    start_ms = timeline.total_ms // 2
    return Preview(timeline, start_ms, timeline.total_ms, _telling(variant, timeline, start_ms))


def _shortened(dose: Dose) -> Dose:
    """One set of one of each that the dose counts."""
    return replace(
        dose,
        sets=1,
        reps=1 if dose.reps else None,
        breaths=1 if dose.breaths else None,
        hold_s=HOLD_S if dose.hold_s else None,
    )


def _round(work: list[Phase]) -> Iterator[Phase]:
    """The counted work; a way back first where the last posture does not lead into the first."""
    first = work[0]
    if any(phase.kind is PhaseKind.CHANGE_POSITION for phase in work):
        yield replace(first, kind=PhaseKind.CHANGE_POSITION, duration_ms=PAUSE_MS, rep=None)
    elif all(phase.kind is PhaseKind.HOLD for phase in work):
        yield replace(first, kind=PhaseKind.REST, duration_ms=PAUSE_MS, rep=None)
    for phase in work:
        if phase.kind is PhaseKind.CHANGE_POSITION:
            yield replace(phase, duration_ms=PAUSE_MS)
        elif phase.rep is not None:
            yield phase


def _rebased(phases: tuple[Phase, ...]) -> Iterator[Phase]:
    now_ms = 0
    for phase in phases:
        yield replace(phase, start_ms=now_ms)
        now_ms += phase.duration_ms


def _telling(variant: Variant, timeline: Timeline, start_ms: int) -> int:
    """The end of the phase that leads to the variant's still, else of the first one."""
    still = variant.poses[variant.still]
    played = [phase for phase in timeline if phase.start_ms >= start_ms]
    found = (p for p in played if variant.pose(p.kind, p.position) is still)
    return next(found, played[0]).end_ms - 1
