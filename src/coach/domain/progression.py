"""One stage up is offered, never taken (G1, K7, K9): every condition, each with its reason."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from coach.domain.day import plan_day
from coach.domain.history import History
from coach.domain.plan_log import standing
from coach.domain.progress_signs import Tried, tried
from coach.domain.reason import Reason, reason
from coach.domain.returning import GAP_DAYS, gap_days
from coach.domain.ruleset import Effect
from coach.domain.standing import Standing, lower
from coach.domain.terms import Stage

SESSIONS = 4
CALM_MORNINGS = 3
EASY_SESSIONS = 2
CALM_DAYS = 7
S4_DAY = 31


@dataclass(frozen=True, slots=True)
class Offer:
    """The next stage, which the user may take."""

    reason: Reason
    stage: Stage


@dataclass(frozen=True, slots=True)
class StepDown:
    """A step down by hand: always there, whatever the rest says (G5)."""

    reason: Reason
    stage: Stage


def offer(
    history: History, effect: Effect, load_step: date | None = None
) -> Offer | tuple[Reason, ...]:
    """The next stage where every condition of G1 holds; else why not yet, all of it.

    ``effect`` is the combined effect of the modifiers: its cap and its least days in a stage.
    ``load_step`` is the day of the latest step in weight (R2).
    """
    now = standing(history.plans)
    if now.stage is None:
        return (reason("X4", "step.no_plan"),)
    if now.stage is Stage.S4:
        return (reason("G4", "step.plateau"),)
    if now.stage.level >= effect.cap.level:
        return (reason("G1", "step.cap"),)
    following = list(Stage)[now.stage.level + 1]
    missing = (
        *_quiet(history, now, load_step),
        *_time(history, now, effect, following),
        *_sessions(tried(history, now), now, following),
    )
    return missing or Offer(reason("G1", "step.offer", stage=following.level), following)


def step_down(history: History) -> StepDown | None:
    """One stage down with one click (G5); ``None`` at S0 and where the plan is locked."""
    stage = standing(history.plans).stage
    if stage is None or stage is Stage.S0:
        return None
    below = lower(stage)
    return StepDown(reason("G5", "step.down", stage=below.level), below)


def _quiet(history: History, now: Standing, load_step: date | None) -> Iterator[Reason]:
    """Nothing runs that holds the stage, and nothing else has just changed."""
    today = history.today
    if now.deload_since is not None or _within(now.deload_over, today, CALM_DAYS):
        yield reason("G1", "step.deload")
    if now.in_drop(today):
        yield reason("D3", "step.drop")
    if now.pause_since is not None:
        yield reason("D5", "step.paused")
    gap = gap_days(history)
    if gap is not None and gap >= GAP_DAYS:
        yield reason("R13", "step.gap")
    if _within(load_step, today, CALM_DAYS):
        yield reason("R2", "step.load_week")


def _time(history: History, now: Standing, effect: Effect, following: Stage) -> Iterator[Reason]:
    """Days in the stage, and the floor for the last one (G3, K7)."""
    days = now.days_in_stage(history.today)
    if days < effect.min_stage_days:
        yield reason("G1", "step.days", done=days, needed=effect.min_stage_days)
    if following is Stage.S4 and plan_day(history.start, history.today) < S4_DAY:
        yield reason("K7", "step.s4_day", day=S4_DAY)


def _sessions(seen: Tried, now: Standing, following: Stage) -> Iterator[Reason]:
    """What the sessions in the stage told; those without any effort tell nothing (K9)."""
    if len(seen.full) < SESSIONS:
        yield reason("G1", "step.sessions", done=len(seen.full), needed=SESSIONS)
    if seen.hard:
        yield reason("G1", "step.discomfort")
    if seen.noticeable > 1:
        yield reason("G1", "step.noticeable")
    if seen.calm_mornings < CALM_MORNINGS:
        yield reason("G1", "step.mornings", done=seen.calm_mornings, needed=CALM_MORNINGS)
    if seen.easy_in_a_row < EASY_SESSIONS:
        yield reason("G1", "step.easy")
    fast = now.entry is Stage.S2 and following is Stage.S3
    if fast and not seen.all_fine:
        yield reason("G2", "step.fast_track")


def _within(day: date | None, today: date, days: int) -> bool:
    return day is not None and (today - day).days < days
