"""Compiling items into a ``Timeline`` (T1): one small composer for each rhythm.

All times are integer milliseconds, all phrases come from the exercises, sides are mirrored from
one source (R3).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from typing import Any

from coach.domain.book import Book
from coach.domain.dose import Item, Pace, Rhythm, RhythmKind
from coach.domain.terms import PhaseKind, Side
from coach.domain.timeline import Block, Phase, Timeline

_LEARNING_SETS = 2
_LEARNING_REPS = 2


def compile_timeline(
    items: Sequence[Item], book: Book, *, pace: Pace | None = None, first_side: Side = Side.LEFT
) -> Timeline:
    """The whole session from check to rate; an empty one where there is nothing to do."""
    if not items:
        return Timeline(())
    times = book.rules.times
    score = _Score(book, pace or book.rules.pace, first_side)
    score.add(PhaseKind.CHECK, times.check_ms)
    for number, item in enumerate(items):
        score.begin(number, item)
        if number:
            score.add(PhaseKind.MOVE, times.move_ms, say=score.phrase("next", score.first))
        score.add(
            PhaseKind.GET_READY,
            times.get_ready_ms,
            set=1,
            side=score.first,
            position=1 if item.dose.positions else None,
            say=score.phrase("ready", score.first),
        )
        _COMPOSERS[score.rhythm.kind](score, item)
    score.end()
    score.add(PhaseKind.RATE, times.rate_ms)
    return Timeline(tuple(score.phases), tuple(score.blocks))


def tempo_ms(tempo: str) -> tuple[int, ...]:
    """ "3-1-2" → (3000, 1000, 2000)."""
    return tuple(round(float(part) * 1000) for part in tempo.split("-"))


class _Score:
    """Collects phases and blocks; knows which item is being written."""

    def __init__(self, book: Book, pace: Pace, first_side: Side) -> None:
        self.book = book
        self.pace = pace
        self.first_side = first_side
        self.phases: list[Phase] = []
        self.blocks: list[Block] = []
        self._now_ms = 0
        self._number: int | None = None
        self._item: Item | None = None

    def begin(self, number: int, item: Item) -> None:
        self._number, self._item = number, item

    def end(self) -> None:
        self._number = self._item = None

    @property
    def item(self) -> Item:
        if self._item is None:
            raise LookupError("no item is being written")
        return self._item

    @property
    def rhythm(self) -> Rhythm:
        return self.book.rules.rhythms[self.item.exercise]

    @property
    def first(self) -> Side | None:
        return self.first_side if self.item.dose.per_side else None

    @property
    def sides(self) -> tuple[Side | None, ...]:
        first = self.first
        return (first, first.other) if first is not None else (None,)

    def phrase(self, key: str, side: Side | None = None) -> str:
        exercise = self.book.catalog[self.item.exercise]
        return exercise.say(self.item.dose.variant, key, side, self.book.language)

    def add(self, kind: PhaseKind, duration_ms: int, *, say: str = "", **where: Any) -> None:
        """Append a phase; one of no length is left out."""
        if duration_ms == 0:
            return
        item = self._item
        self.phases.append(
            Phase(
                self._now_ms,
                duration_ms,
                kind,
                item=self._number,
                exercise=item.exercise if item else None,
                variant=item.dose.variant if item else None,
                say=say,
                **where,
            )
        )
        self._now_ms += duration_ms

    @contextmanager
    def block(self, number: int, side: Side | None = None) -> Iterator[None]:
        """What is added inside becomes one set on one side."""
        start_ms = self._now_ms
        yield
        dose = self.item.dose
        reps = dose.reps or (dose.breaths or dose.sets) * (dose.positions or 1)
        self.blocks.append(
            Block(
                index=len(self.blocks),
                item=self._number or 0,
                exercise=self.item.exercise,
                variant=dose.variant,
                set=number,
                side=side,
                start_ms=start_ms,
                end_ms=self._now_ms,
                reps=reps,
            )
        )

    def breath(self, kind: PhaseKind, *, teach: bool, **where: Any) -> None:
        duration = self.pace.inhale_ms if kind is PhaseKind.INHALE else self.pace.exhale_ms
        self.add(kind, duration, say=self.phrase(kind.value) if teach else "", **where)

    def rests(self) -> Iterator[int]:
        """Set numbers from 1, with the rest between them added on the way."""
        dose = self.item.dose
        for number in range(1, dose.sets + 1):
            if number > 1:
                last = "rest_last" if number == dose.sets else "rest"
                say = self.book.texts[f"speech.{last}"].format(set=number)
                self.add(PhaseKind.REST, dose.rest_s * 1000, set=number - 1, say=say)
            yield number

    def switch(self, side: Side, **where: Any) -> None:
        say = self.phrase("switch", side)
        self.add(PhaseKind.SWITCH_SIDE, self.rhythm.switch_ms, side=side, say=say, **where)


def _breath(score: _Score, item: Item) -> None:
    for number in score.rests():
        with score.block(number):
            _breaths(score, number, item.dose.breaths or 0)


def _breaths(score: _Score, number: int, count: int) -> None:
    for rep in range(1, count + 1):
        teach = number == 1 and rep <= _LEARNING_REPS
        for kind in (PhaseKind.INHALE, PhaseKind.EXHALE):
            score.breath(kind, teach=teach, set=number, rep=rep)


def _bridge(score: _Score, item: Item) -> None:
    for number in score.rests():
        with score.block(number):
            _bridge_set(score, number, item.dose.reps or 0)


def _bridge_set(score: _Score, number: int, reps: int) -> None:
    """One breath in to begin, then each rep lifts on the way out and lowers on the way in."""
    teach = number <= _LEARNING_SETS
    score.breath(PhaseKind.INHALE, teach=teach, set=number)
    for rep in range(1, reps + 1):
        for kind in (PhaseKind.EXHALE, PhaseKind.INHALE):
            score.breath(kind, teach=teach, set=number, rep=rep)


def _positions(score: _Score, item: Item) -> None:
    for number in score.rests():
        for side in score.sides:
            if side is not None and side is not score.first:
                score.switch(side, set=number, position=1)
            with score.block(number, side):
                _hold_positions(score, number, side)


def _hold_positions(score: _Score, number: int, side: Side | None) -> None:
    dose = score.item.dose
    for position in range(1, (dose.positions or 1) + 1):
        where = {"set": number, "side": side, "position": position}
        if position > 1:
            say = score.phrase(f"position_{position}", side)
            change_ms = score.book.rules.times.position_change_ms
            score.add(PhaseKind.CHANGE_POSITION, change_ms, say=say, **where)
        for rep in range(1, (dose.breaths or 0) + 1):
            for kind in (PhaseKind.INHALE, PhaseKind.EXHALE):
                score.breath(kind, teach=position == 1, rep=rep, **where)


def _reps(score: _Score, item: Item) -> None:
    for number in score.rests():
        for side in score.sides:
            if side is not None and side is not score.first:
                score.switch(side, set=number)
            with score.block(number, side):
                _rep_set(score, number, side)


def _rep_set(score: _Score, number: int, side: Side | None) -> None:
    moves = tuple(_moves(score.item.dose.tempo or "", score.rhythm.first))
    for rep in range(1, (score.item.dose.reps or 0) + 1):
        teach = number == 1 and rep <= _LEARNING_REPS
        for kind, duration_ms in moves:
            say = score.phrase(kind.value) if teach else ""
            score.add(kind, duration_ms, set=number, rep=rep, side=side, say=say)


def _moves(tempo: str, first: PhaseKind) -> Iterable[tuple[PhaseKind, int]]:
    """The phases of one rep: down-hold-up for three numbers, there and back for two."""
    parts = tempo_ms(tempo)
    if len(parts) == 3:
        return zip((PhaseKind.LOWER, PhaseKind.HOLD, PhaseKind.RAISE), parts, strict=True)
    back = PhaseKind.LOWER if first is PhaseKind.RAISE else PhaseKind.RAISE
    return zip((first, back), parts, strict=True)


def _holds(score: _Score, item: Item) -> None:
    for side in score.sides:
        if side is not None and side is not score.first:
            score.switch(side, set=1)
        with score.block(1, side):
            _hold_side(score, side)


def _hold_side(score: _Score, side: Side | None) -> None:
    dose = score.item.dose
    for number in range(1, dose.sets + 1):
        if number > 1:
            score.add(PhaseKind.REST, dose.rest_s * 1000, set=number - 1, side=side)
        say = score.phrase("hold", side) if number == 1 else ""
        score.add(
            PhaseKind.HOLD, (dose.hold_s or 0) * 1000, set=number, rep=number, side=side, say=say
        )


_COMPOSERS: dict[RhythmKind, Callable[[_Score, Item], None]] = {
    RhythmKind.BREATH: _breath,
    RhythmKind.BRIDGE: _bridge,
    RhythmKind.POSITIONS: _positions,
    RhythmKind.REPS: _reps,
    RhythmKind.HOLDS: _holds,
}
