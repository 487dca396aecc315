"""Every posture that the figure takes, in rows as long as one rep: what the contact sheet shows."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import groupby

from coach.app.exercise_dose import usual_item
from coach.domain.book import Book
from coach.domain.dose import Dose, Item
from coach.domain.exercise_model import Exercise, Variant
from coach.domain.motion import scene_at
from coach.domain.scene import Scene
from coach.domain.score import compile_timeline
from coach.domain.terms import PhaseKind, Side
from coach.domain.timeline import Phase, Timeline

STRIP_SHOTS = 10
"""Moments of a motion strip, evenly spread over a rep."""

_KEY_SHARES = (1 / 3, 2 / 3, 1.0)
_SHOWN_HOLD_S = 5
_REST_S = 4


@dataclass(frozen=True, slots=True)
class Shot:
    """The figure at ``share`` (0-1) of a phase; a share of 1 is a key pose."""

    phase: Phase
    share: float
    scene: Scene

    @property
    def is_key(self) -> bool:
        return self.share >= 1.0


@dataclass(frozen=True, slots=True)
class Row:
    """One rep of a variant on one side in one position, with the phase that leads to it.

    ``shots`` are its key poses with two postures between each, ``strip`` the same rep at even
    distances in time.
    """

    exercise: str
    variant: str
    side: Side | None
    position: int | None
    shots: tuple[Shot, ...]
    strip: tuple[Shot, ...]


def rows(book: Book, exercise: Exercise, variant: Variant) -> tuple[Row, ...]:
    """A row for each side and position, and one for the rest between two sets."""
    timeline = full_round(book, exercise, variant)
    found = groupby(_shown(timeline), key=_place)
    return tuple(_row(book, timeline, exercise, variant, tuple(group)) for _, group in found)


def full_round(book: Book, exercise: Exercise, variant: Variant, reps: int = 1) -> Timeline:
    """Two sets of the variant's usual dose, cut to ``reps`` reps or breaths, on both sides."""
    item = usual_item(exercise, variant, book)
    return compile_timeline((_few_of_each(item, reps),), book, first_side=Side.RIGHT)


def _few_of_each(item: Item, reps: int) -> Item:
    dose: Dose = replace(
        item.dose,
        sets=2,
        reps=reps if item.dose.reps else None,
        breaths=reps if item.dose.breaths else None,
        hold_s=_SHOWN_HOLD_S if item.dose.hold_s else None,
        rest_s=item.dose.rest_s or _REST_S,
    )
    return replace(item, dose=dose)


def _shown(timeline: Timeline) -> Iterator[Phase]:
    """The first set on both sides and the rest after it; the second set is the same again."""
    return (phase for phase in timeline if phase.item is not None and phase.set == 1)


def _place(phase: Phase) -> tuple[Side | None, int | None, bool]:
    resting = phase.kind is PhaseKind.REST
    return (None, None, True) if resting else (phase.side, phase.position, False)


def _row(
    book: Book,
    timeline: Timeline,
    exercise: Exercise,
    variant: Variant,
    phases: tuple[Phase, ...],
) -> Row:
    shots = [
        _shot(book, timeline, phase, share)
        for phase in phases
        for share in (_KEY_SHARES if phase.kind is not PhaseKind.GET_READY else (1.0,))
    ]
    moving = [phase for phase in phases if phase.kind is not PhaseKind.GET_READY]
    work = [phase for phase in moving if phase.kind.is_work] or moving
    strip = tuple(_strip(book, timeline, work[0].start_ms, work[-1].end_ms))
    first = work[0]
    return Row(exercise.id, variant.id, first.side, first.position, tuple(shots), strip)


def _shot(book: Book, timeline: Timeline, phase: Phase, share: float) -> Shot:
    ms = min(phase.start_ms + share * phase.duration_ms, phase.end_ms - 0.01)
    return Shot(phase, share, scene_at(book.catalog, timeline, ms))


def _strip(book: Book, timeline: Timeline, start_ms: int, end_ms: int) -> Iterator[Shot]:
    """Even distances in time from start to end, both of them included."""
    for number in range(STRIP_SHOTS):
        ms = start_ms + (end_ms - start_ms) * number / (STRIP_SHOTS - 1)
        phase = timeline.at(min(int(ms), end_ms - 1))
        yield _shot(book, timeline, phase, (ms - phase.start_ms) / phase.duration_ms)
