"""Histories for tests of the rules over weeks, counted in days from a fixed start."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from typing import Any

from coach.domain.history import (
    FlossEvent,
    History,
    PlanFact,
    RatedDay,
    SessionFact,
    Sign,
)
from coach.domain.records import SessionStatus
from coach.domain.templates import FLOSS
from coach.domain.terms import Discomfort, Effort, Floss, Stage, Template

START = date(2026, 3, 2)
HINGE = "single_leg_deadlift"


def on(number: int) -> date:
    """Plan day ``number``, from 1."""
    return START + timedelta(days=number - 1)


def history(today: int, **parts: Any) -> History:
    return History(on(today), START, **{name: tuple(part) for name, part in parts.items()})


def session(
    number: int,
    efforts: Mapping[str, Effort] | None = None,
    signs: Iterable[tuple[Discomfort, str]] = (),
    **changes: Any,
) -> SessionFact:
    """A finished full session on plan day ``number``."""
    facts: dict[str, Any] = {
        "template": Template.FULL,
        "stage": Stage.S1,
        "floss": Floss.F1,
        "status": SessionStatus.FINISHED,
        "efforts": efforts or {},
        "signs": tuple(Sign(kind, exercise) for kind, exercise in signs),
    }
    return SessionFact(on(number), **{**facts, **changes})


def flossed(number: int, level: Floss = Floss.F1, *, tingling: bool = False) -> SessionFact:
    """A light session with the floss done at ``level``."""
    signs = [(Discomfort.TINGLING, FLOSS)] if tingling else []
    return session(
        number, signs=signs, template=Template.LIGHT, floss=level, done=frozenset({FLOSS})
    )


def tingle(number: int, strength: int = 4, lasted_s: int = 180, **changes: Any) -> FlossEvent:
    return FlossEvent(on(number), strength, lasted_s, **changes)


def plan(
    number: int, floss: Floss = Floss.F1, stage: Stage | None = Stage.S1, rule: str = "G2"
) -> PlanFact:
    return PlanFact(on(number), stage, floss, rule)


def rated(scores: Mapping[int, int]) -> list[RatedDay]:
    """Rated days by plan day."""
    return [RatedDay(on(number), score) for number, score in sorted(scores.items())]
