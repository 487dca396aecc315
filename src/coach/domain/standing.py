"""Where the user stands in the plan: the stage that holds, what runs and since when."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from coach.domain.terms import Stage

DROP_DAYS = 14
PAUSE_DAYS = 27


class Mark(StrEnum):
    """The rules of plan rows that begin or end something. None but ``DELOAD`` begins with
    "D2", which the list of changes reads as a deload."""

    DELOAD = "D2"
    DELOAD_END = "end-D2"
    DELOAD_DECLINED = "declined-D2"
    DROP = "D3"
    PAUSE = "D5"
    PAUSE_END = "end-D5"
    STEP_UP = "G1"
    STEP_DOWN = "G5"
    RETURN = "R13"
    RECHECK = "S6"


@dataclass(frozen=True, slots=True)
class Spell:
    """A deload or a drop that freezes *usual* (D4): from ``first`` until ``last``, exclusive.
    A drop has no fixed end; it lasts 14 days at least. ``last`` is ``None`` while open."""

    mark: Mark
    first: date
    last: date | None = None


@dataclass(frozen=True, slots=True)
class Standing:
    """Where the user stands. ``stage`` leaves a running deload aside; ``since`` is its first
    day and ``days_off`` the days of it that went to deloads and pauses that are over.
    ``deload_last`` is the latest start or refusal of a deload, ``deload_over`` its end."""

    stage: Stage | None = None
    since: date | None = None
    days_off: int = 0
    entry: Stage | None = None
    deload_since: date | None = None
    deload_stage: Stage | None = None
    deload_last: date | None = None
    deload_over: date | None = None
    declined: bool = False
    drop_since: date | None = None
    pause_since: date | None = None
    spells: tuple[Spell, ...] = ()

    def days_in_stage(self, today: date) -> int:
        """Whole days at the stage, without deloads and pauses; 0 where there is no stage."""
        if self.since is None:
            return 0
        deload = days_between(self.deload_since, today)
        paused = paused_days(self.pause_since, today)
        return max((today - self.since).days - self.days_off - deload - paused, 0)

    def in_drop(self, today: date) -> bool:
        """Within the 14 days that a drop lasts at least (D3)."""
        return self.drop_since is not None and today < self.drop_since + timedelta(DROP_DAYS)


def lower(stage: Stage) -> Stage:
    """One stage down, S0 at the least."""
    return list(Stage)[max(stage.level - 1, 0)]


def paused_days(since: date | None, end: date) -> int:
    """Days of a pause up to ``end``: 27 at most (D5)."""
    return min(days_between(since, end), PAUSE_DAYS)


def days_between(since: date | None, end: date) -> int:
    """Whole days from ``since`` to ``end``; 0 where nothing began."""
    return 0 if since is None else max((end - since).days, 0)
