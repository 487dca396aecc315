"""*Usual*: what tightness is like when nothing is the matter (section 6, D4)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from statistics import median

from coach.domain.history import History, RatedDay
from coach.domain.plan_log import standing
from coach.domain.standing import DROP_DAYS, Mark, Spell

LATEST = 2
WINDOW = 14
ENOUGH = 5
EASED, RAISED, LEAP = 1, 2, 4
"""Points above *usual*: still as usual, raised, and a leap on one day (E5, D1-D3)."""


def usual(rated: Sequence[RatedDay], frozen_on: date | None = None) -> float | None:
    """The median of the up to 14 rated days before the latest 2, in points of the 0-10 scale.

    ``None`` for fewer than five of them: no trigger rule runs then. ``frozen_on`` is the day on
    which a deload or drop began; later days do not count (D4).
    """
    seen = [r.score for r in rated if frozen_on is None or r.day <= frozen_on]
    before = seen[:-LATEST][-WINDOW:]
    return float(median(before)) if len(before) >= ENOUGH else None


def usual_now(history: History) -> float | None:
    """*Usual* as it stands today, frozen where a deload or drop runs.

    A log without enough days before the freeze, as after a deletion, has nothing to freeze.
    """
    frozen = usual(history.rated, frozen_on(history))
    return usual(history.rated) if frozen is None else frozen


def frozen_on(history: History) -> date | None:
    """The day on which *usual* froze; ``None`` while it moves (D4).

    It stays frozen through spells that touch. A drop lasts 14 days at least and until a rating
    is back within a point of *usual*, so that a slow rise cannot become the new normal.
    """
    began: date | None = None
    thaw = date.min
    for spell in standing(history.plans).spells:
        if began is None or spell.first >= thaw:
            began = spell.first
        thaw = max(thaw, _thaw(spell, history.rated, began))
    return began if history.today < thaw else None


def history_at(history: History, day: date) -> History:
    """What was known at the end of ``day``."""
    return replace(
        history,
        today=min(day, history.today),
        rated=tuple(r for r in history.rated if r.day <= day),
        sessions=tuple(s for s in history.sessions if s.day <= day),
        plans=tuple(p for p in history.plans if p.day <= day),
        floss_events=tuple(e for e in history.floss_events if e.day <= day),
    )


def _thaw(spell: Spell, rated: Sequence[RatedDay], frozen: date) -> date:
    if spell.last is not None:
        return spell.last
    if spell.mark is Mark.DELOAD:
        return date.max
    least = spell.first + timedelta(DROP_DAYS)
    base = usual(rated, frozen)
    if base is None:
        return least
    calm = (r.day for r in rated if r.day >= least and r.score <= base + EASED)
    return next(calm, date.max)
