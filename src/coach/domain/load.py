"""A little weight, offered at the strength stages (R2, G4)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from coach.domain.history import History
from coach.domain.plan_log import standing
from coach.domain.progress_signs import easy_in_a_row, full_sessions
from coach.domain.reason import Reason, reason
from coach.domain.ruleset import Effect
from coach.domain.standing import Standing, days_between
from coach.domain.terms import Stage

EASY_SESSIONS = 2
LEAST_KG, MOST_KG = 1, 2
TOP_KG = 32
"""No step leads beyond it: more is a matter for a gym and a coach beside one."""
APART_DAYS = 7


@dataclass(frozen=True, slots=True)
class LoadOffer:
    """One step of ``least_kg`` to ``most_kg`` more, or a filled bottle."""

    reason: Reason
    least_kg: int
    most_kg: int


def load_offer(
    history: History, effect: Effect, load_kg: int, most_kg: int | None, step: date | None = None
) -> LoadOffer | tuple[Reason, ...]:
    """A step in weight where R2 allows one; else why not.

    ``load_kg`` is what is held now, ``most_kg`` the stage's own limit (4 at S3, none at S4) and
    ``step`` the day of the latest step in weight; only sessions after it count.
    """
    now = standing(history.plans)
    if now.stage not in (Stage.S3, Stage.S4):
        return (reason("R2", "load.stage"),)
    if "load" in effect.forbid:
        return (reason("K18", "load.barred"),)
    top_kg = TOP_KG if most_kg is None else most_kg
    room = min(MOST_KG, top_kg - load_kg)
    if room < LEAST_KG:
        return (reason("R2", "load.top", most=top_kg),)
    missing = tuple(_missing(history, now, step))
    return missing or LoadOffer(
        reason("R2", "load.offer", least=LEAST_KG, most=room), LEAST_KG, room
    )


def _missing(history: History, now: Standing, step: date | None) -> Iterator[Reason]:
    today = history.today
    if now.deload_since is not None or now.pause_since is not None or now.in_drop(today):
        yield reason("D2", "load.quiet")
    if days_between(now.since, today) < APART_DAYS:
        yield reason("R2", "load.stage_week")
    if step is not None and (today - step).days < APART_DAYS:
        yield reason("R2", "load.again")
    if easy_in_a_row(full_sessions(history, now, step)) < EASY_SESSIONS:
        yield reason("R2", "load.easy")
