"""Which level of the nerve floss was in force and what was done at it (N6)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise

from coach.domain.history import History, PlanFact
from coach.domain.templates import FLOSS
from coach.domain.terms import Discomfort, Floss

_RANK = {level: rank for rank, level in enumerate(Floss)}


@dataclass(frozen=True, slots=True)
class Held:
    """The level in force, the day it began, and the day of the last step up."""

    level: Floss
    since: date
    risen: date | None = None


def held_level(history: History, ceiling: Floss, locked: date | None) -> Held:
    """What the states of the plan say; before the first one, F1 or what is allowed.

    ``locked`` is the last day of the newest lock: a level from before its end is not believed,
    so that a missing state can never skip F0.
    """
    plans = history.plans
    if plans:
        held = Held(plans[-1].floss, _since(plans), _risen(plans))
    else:
        held = Held(min(Floss.F1, ceiling, key=_RANK.__getitem__), history.start)
    if locked is not None and held.since <= locked:
        return Held(Floss.LOCK, locked + timedelta(days=1), held.risen)
    return held


def quiet_sessions(history: History, level: Floss, since: date) -> int:
    """Sessions from ``since`` on with the floss done at ``level`` and no tingling."""
    return sum(
        s.day >= since
        and s.floss is level
        and FLOSS in s.done
        and all(sign.kind is not Discomfort.TINGLING for sign in s.signs)
        for s in history.sessions
    )


def _since(plans: Sequence[PlanFact]) -> date:
    since = plans[-1].day
    for plan in reversed(plans):
        if plan.floss is not plans[-1].floss:
            break
        since = plan.day
    return since


def _risen(plans: Sequence[PlanFact]) -> date | None:
    rises = [late.day for early, late in pairwise(plans) if _RANK[late.floss] > _RANK[early.floss]]
    return rises[-1] if rises else None
