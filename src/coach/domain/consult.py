"""When a check with a professional may help: notes that name nothing and block nothing (C1-C8)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from fractions import Fraction
from itertools import pairwise

from coach.domain.consult_signs import (
    Ticks,
    kept_awake,
    lasting_swelling,
    new_one_sided,
    very_tight,
)
from coach.domain.effort_weeks import third_times
from coach.domain.floss_ladder import FlossState
from coach.domain.history import History
from coach.domain.plan_log import standing
from coach.domain.reason import Reason, reason
from coach.domain.standing import Mark
from coach.domain.trend import VerdictKind

REPEAT_DAYS = 28
FIRST_DAYS, LAST_CALL_DAYS = 42, 84
ENOUGH_SESSIONS = 12
HIGH_MEAN = 4
MEAN_DAYS = 14
DELOADS_WITHIN_DAYS = 21


@dataclass(frozen=True, slots=True)
class Note:
    """One message; ``day`` is when it is first shown, for what repeats later (C8)."""

    rule: str
    reason: Reason
    day: date


def consult_notes(
    history: History,
    looks: Sequence[VerdictKind] = (),
    ticks: Ticks | None = None,
    floss: FlossState | None = None,
    told: Sequence[Note] = (),
) -> tuple[Note, ...]:
    """The notes that are due today, in the order of the rule book.

    ``looks`` are the weekly verdicts from plan day 21 on, oldest first, ``told`` the notes shown
    before. A note comes again after 28 days at the soonest; C1b comes once, C3 for each new event.
    """
    given = ticks or Ticks()
    found = [
        *_too_long(history, looks),
        *_rising(looks),
        *_events(history, floss, told),
        *((reason("C4", "consult.c4"),) if lasting_swelling(given, history.today) else ()),
        *((reason("C5", "consult.c5"),) if very_tight(history) else ()),
        *((reason("C6", "consult.c6"),) if new_one_sided(history) else ()),
        *((reason("C7", "consult.c7"),) if kept_awake(given, history.today) else ()),
    ]
    return tuple(Note(why.rule, why, history.today) for why in found if _due(why, history, told))


def _due(why: Reason, history: History, told: Sequence[Note]) -> bool:
    earlier = [note.day for note in told if note.rule == why.rule]
    if not earlier or why.rule == "C3":
        return True
    return why.rule != "C1b" and (history.today - max(earlier)).days >= REPEAT_DAYS


def _too_long(history: History, looks: Sequence[VerdictKind]) -> Iterator[Reason]:
    """C1 and C1b: weeks have gone by without a lower verdict."""
    days = (history.today - history.start).days
    if days < FIRST_DAYS or (looks and looks[-1].is_lower):
        return
    enough = sum(s.is_full for s in history.sessions) >= ENOUGH_SESSIONS
    if not enough and days < LAST_CALL_DAYS:
        yield reason("C1b", "consult.c1b")
        return
    mean = _late_mean(history)
    if mean is not None and mean >= HIGH_MEAN:
        yield reason("C1", "consult.c1")


def _late_mean(history: History) -> Fraction | None:
    """The exact mean of the last 14 days; ``None`` without a rating in them."""
    since = history.today - timedelta(days=MEAN_DAYS - 1)
    scores = [rated.score for rated in history.rated if since <= rated.day <= history.today]
    return Fraction(sum(scores), len(scores)) if scores else None


def _rising(looks: Sequence[VerdictKind]) -> Iterator[Reason]:
    """C2: higher at two looks in a row."""
    if len(looks) >= 2 and all(look.is_higher for look in looks[-2:]):
        yield reason("C2", "consult.c2")


def _events(history: History, floss: FlossState | None, told: Sequence[Note]) -> Iterator[Reason]:
    """C3: what happened since it was last told, within 28 days."""
    told_on = max((note.day for note in told if note.rule == "C3"), default=date.min)
    oldest = history.today - timedelta(days=REPEAT_DAYS)
    removed = (floss.removed_on,) if floss is not None and floss.removed_on is not None else ()
    causes: dict[str, Sequence[date]] = {
        "consult.c3_deload": _second_deloads(history),
        "consult.c3_drop": _begun(history, Mark.DROP),
        "consult.c3_exercise": third_times(history),
        "consult.c3_floss": removed,
    }
    for text, days in causes.items():
        if any(day > told_on and day >= oldest for day in days):
            yield reason("C3", text)


def _begun(history: History, mark: Mark) -> list[date]:
    """First days of deloads or drops; rows that only repeat one begin nothing."""
    return [spell.first for spell in standing(history.plans).spells if spell.mark is mark]


def _second_deloads(history: History) -> list[date]:
    """Deloads with another one in the 21 days before."""
    pairs = pairwise(_begun(history, Mark.DELOAD))
    return [late for early, late in pairs if (late - early).days <= DELOADS_WITHIN_DAYS]
