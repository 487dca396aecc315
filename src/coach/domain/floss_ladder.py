"""The level of the nerve floss: at most one step up in seven days, down at once (N1-N6, K5, K7).

The states of the plan say which level was in force on which day, so whoever finds another level
here than in the newest state has to write it down. A date in ``..._until`` is the last day of
what it limits.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from coach.domain.floss_events import Trouble, UsualOn, least_gate, lock_end, troubles
from coach.domain.floss_limits import Allowance, ceiling_of, standing_removal
from coach.domain.floss_steps import Held, held_level, quiet_sessions
from coach.domain.history import History
from coach.domain.reason import Reason, reason
from coach.domain.terms import Floss, Gate

TWO_LEG = "floss.two_leg"
STEP_DAYS = 7
QUIET_F1_SESSIONS = 4
_LEVELS = list(Floss)


@dataclass(frozen=True, slots=True)
class FlossState:
    """What holds today.

    ``gate`` is the mildest gate that a removal leaves, ``removed_on`` its day and ``trouble`` what
    it was; ``two_leg`` limits the hinge to its two-leg forms, ``half_range`` the floss itself.
    """

    level: Floss
    locked_until: date | None = None
    two_leg: bool = False
    two_leg_until: date | None = None
    removed: bool = False
    removed_on: date | None = None
    gate: Gate | None = None
    trouble: Trouble | None = None
    half_range: bool = False
    reasons: tuple[Reason, ...] = ()

    @property
    def why(self) -> Reason:
        """The first reason; where nothing speaks for a level the lower one is kept (X4)."""
        return self.reasons[0] if self.reasons else reason("X4", "floss.held")


def ladder(history: History, allowed: Allowance, usual_on: UsualOn) -> FlossState:
    """The state of the floss on ``history.today`` (N1-N4, N6)."""
    told = troubles(history)
    removal = standing_removal(history, allowed, usual_on)
    end = lock_end(told)
    until = end if end is not None and end >= history.today else None
    ceiling, why = ceiling_of(allowed, removal, until, history.today)
    level, steps = _level(history, ceiling, held_level(history, ceiling, end), told)
    half = _half_range(history, told)
    notes = (reason("N1", "floss.half_range"),) if half and level is not Floss.LOCK else ()
    two_leg = until is not None or removal is not None
    return FlossState(
        level=level,
        locked_until=until,
        two_leg=two_leg,
        two_leg_until=until,
        removed=removal is not None,
        removed_on=None if removal is None else removal.day,
        gate=None if removal is None else least_gate(removal),
        trouble=removal,
        half_range=half,
        reasons=(*why, *steps, *notes, *((reason("N2", TWO_LEG),) if two_leg else ())),
    )


def _level(
    history: History, ceiling: Floss, held: Held, told: Sequence[Trouble]
) -> tuple[Floss, tuple[Reason, ...]]:
    """The held level, one step up where it is due, and never above the ceiling (N6)."""
    if _rank(ceiling) < _rank(held.level):
        return ceiling, (reason("K7", "floss.least"),) if ceiling is Floss.F2 else ()
    if _rank(ceiling) > _rank(held.level) and _due(history, held, told):
        above = _LEVELS[_rank(held.level) + 1]
        return above, (reason("N6", "floss.step_up"),)
    return held.level, ()


def _due(history: History, held: Held, told: Sequence[Trouble]) -> bool:
    """Whether the next level may begin today (N1, N6 and the levels' own entries)."""
    week_ago = history.today - timedelta(days=STEP_DAYS)
    if held.risen is not None and held.risen > week_ago:
        return False
    if held.level is Floss.LOCK:
        return True
    last = told[-1].day if told else date.min
    if held.since > week_ago or last > week_ago:
        return False
    needed = {Floss.F0: 1, Floss.F1: QUIET_F1_SESSIONS}.get(held.level, 0)
    return quiet_sessions(history, held.level, max(held.since, last + timedelta(days=1))) >= needed


def _half_range(history: History, told: Sequence[Trouble]) -> bool:
    """After any tingling the range is halved until one floss went by without it (N1)."""
    if not told:
        return False
    return not any(
        quiet_sessions(history, level, told[-1].day + timedelta(days=1)) for level in _LEVELS[1:]
    )


def _rank(level: Floss) -> int:
    return _LEVELS.index(level)
