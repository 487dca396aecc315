"""A session that is taken up again, as the log knows it: what hurt stays over, what was eased
stays easier, and what was not answered after tingling is asked again."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from coach.domain.decisions import FlossTold
from coach.domain.floss_events import FlossRule
from coach.domain.records import DiscomfortLog, EffortLog, SetLog
from coach.domain.session import (
    MAX_GAP_MS,
    SessionState,
    entry_ms,
    floss_items,
    one_leg_items,
)
from coach.domain.terms import Discomfort, Effort, Side
from coach.domain.timeline import Timeline
from coach.domain.tingling import WINDOW_MS, Tingling, rule_of

_ENDS_ITEM = (Discomfort.SHARP, Discomfort.TINGLING)


@dataclass(frozen=True, slots=True)
class Past:
    """What the log already knows of the session; ``told`` may hold answers of others too."""

    sets: tuple[SetLog, ...] = ()
    efforts: tuple[EffortLog, ...] = ()
    discomforts: tuple[DiscomfortLog, ...] = ()
    told: tuple[FlossTold, ...] = ()


@dataclass(frozen=True, slots=True)
class _Tinglings:
    """All tingling keys of the session so far, and the one that is still to be answered."""

    open: Tingling | None = None
    count: int = 0
    troubled: frozenset[Side] = frozenset()
    worse: bool = False


def resumed_session(
    timeline: Timeline, past: Past, clock_ms: float, *, max_gap_ms: float = MAX_GAP_MS
) -> SessionState:
    """The session at its first unfinished set, or at the rate page; the question comes again."""
    ended = frozenset(entry.block for entry in past.sets)
    signs = _signs(past.discomforts)
    tingled = _tinglings(past, clock_ms)
    left_out = _left_out(timeline, past, tingled)
    cursor = next((b.index for b in timeline.blocks if b.index not in ended), len(timeline.blocks))
    todo = (b for b in timeline.blocks[cursor:] if b.index not in ended and b.item not in left_out)
    first = next(todo, None)
    return SessionState(
        timeline,
        entry_ms(timeline, first) if first else timeline.phases[-1].start_ms,
        tick_ms=clock_ms,
        max_gap_ms=max_gap_ms,
        begun=True,
        cursor=cursor,
        ended=ended,
        left_out=left_out,
        worked=frozenset(entry.item for entry in past.sets if entry.reps_done > 0),
        efforts={entry.item: entry.effort for entry in past.efforts},
        signs=signs,
        eased=_eased(timeline, past, ended),
        tingling=tingled.open,
        tinglings=tingled.count,
        troubled=tingled.troubled,
    )


def _signs(discomforts: Iterable[DiscomfortLog]) -> dict[int, Discomfort]:
    return {
        entry.item: entry.kind
        for entry in discomforts
        if entry.item is not None and entry.kind in _ENDS_ITEM
    }


def _left_out(timeline: Timeline, past: Past, tingled: _Tinglings) -> frozenset[int]:
    """What is over for today: E1, E2, and the floss and the one-leg deadlift after N2."""
    too_much = {entry.item for entry in past.efforts if entry.effort is Effort.TOO_MUCH}
    floss = floss_items(timeline) if tingled.count else frozenset()
    one_leg = one_leg_items(timeline) if tingled.worse else frozenset()
    return frozenset(_signs(past.discomforts)) | too_much | floss | one_leg


def _eased(timeline: Timeline, past: Past, ended: frozenset[int]) -> frozenset[int]:
    noticed = {entry.item for entry in past.efforts if entry.effort is Effort.NOTICEABLE}
    return frozenset(b.index for b in timeline.blocks if b.item in noticed and b.index not in ended)


def _tinglings(past: Past, clock_ms: float) -> _Tinglings:
    """What was left unanswered by all but the last counts as N2 (X4); the last is asked again,
    and with N4 nothing goes on."""
    answers = {told.discomfort_id: told for told in past.told}
    keys = [entry for entry in past.discomforts if entry.kind is Discomfort.TINGLING]
    found = _Tinglings(count=len(keys))
    for number, key in enumerate(keys):
        told = answers.get(key.id)
        rule = None if told is None else rule_of(told, told.side, found.troubled)
        asks = rule is FlossRule.N4 or (rule is None and number == len(keys) - 1)
        side = {key.side} if key.side is not None and rule is FlossRule.N2 else set()
        found = _Tinglings(
            open=_open(number, key, rule, clock_ms) if asks else found.open,
            count=found.count,
            troubled=found.troubled | side,
            worse=found.worse or (not asks and rule is not FlossRule.N1),
        )
    return found


def _open(number: int, key: DiscomfortLog, rule: FlossRule | None, clock_ms: float) -> Tingling:
    """Nobody knows how long the app was away, so the minute counts as over."""
    return Tingling(number, key.item, key.side, clock_ms - WINDOW_MS, rule=rule)
