"""Histories for the rules over weeks: a log in few words, day 1 a Monday."""

from __future__ import annotations

import random
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date, timedelta

from coach.domain.history import History, PlanFact, RatedDay, SessionFact, Sign
from coach.domain.records import SessionStatus
from coach.domain.terms import Discomfort, Effort, Floss, Stage, Template

DAY_1 = date(2026, 1, 5)
EASY = dict.fromkeys(("breathing_bridge", "single_leg_deadlift"), Effort.EASY)


def day(number: int) -> date:
    """Plan day ``number`` as a date."""
    return DAY_1 + timedelta(days=number - 1)


def rated(scores: Sequence[int | None], first: int = 1) -> tuple[RatedDay, ...]:
    """One score a day from plan day ``first`` on; ``None`` leaves the day without."""
    numbered = enumerate(scores, first)
    return tuple(RatedDay(day(n), score) for n, score in numbered if score is not None)


def done(
    number: int,
    stage: Stage = Stage.S1,
    template: Template = Template.FULL,
    efforts: dict[str, Effort] | None = None,
    signs: Iterable[Discomfort] = (),
    status: SessionStatus = SessionStatus.FINISHED,
) -> SessionFact:
    given = EASY if efforts is None else efforts
    told = tuple(Sign(kind, "single_leg_deadlift") for kind in signs)
    return SessionFact(day(number), template, stage, Floss.F1, status, frozenset(EASY), given, told)


def fact(number: int, stage: Stage | None, rule: str) -> PlanFact:
    return PlanFact(day(number), stage, Floss.F1, rule)


def history(
    scores: Sequence[int | None] = (),
    sessions: Iterable[SessionFact] = (),
    plans: Iterable[PlanFact] | None = None,
    today: int | None = None,
) -> History:
    """A log that ends on plan day ``today``, or on the last day with a score."""
    facts = (fact(1, Stage.S1, "G2"),) if plans is None else tuple(plans)
    last = today or max(len(scores), 1)
    return History(day(last), DAY_1, rated(scores), tuple(sessions), facts)


def with_latest(past: History, score: int) -> History:
    """The same log with another score on its latest rated day."""
    return replace(past, rated=(*past.rated[:-1], replace(past.rated[-1], score=score)))


def diary(
    rng: random.Random, days: int, sd: float, rho: float, jump: int = 0, jump_at: int = 0
) -> list[int | None]:
    """Daily ratings as the appendix of the rules makes them: AR(1) around 4.5, rounded to 0-10,
    15 % missing, ``jump`` points higher from index ``jump_at`` on."""
    scores: list[int | None] = []
    state = rng.gauss(0, sd)
    for index in range(days):
        raised = jump if index >= jump_at else 0
        score = min(max(round(4.5 + state + raised), 0), 10)
        scores.append(None if rng.random() < 0.15 else score)
        state = rho * state + rng.gauss(0, sd * (1 - rho * rho) ** 0.5)
    return scores
