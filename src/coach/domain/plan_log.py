"""The log of the plan's states, added up into where the user stands.

Only ``PlanFact`` rows are read, so the same log always gives the same answer (X2, X3).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from datetime import date
from functools import lru_cache

from coach.domain.history import PlanFact
from coach.domain.standing import PAUSE_DAYS, Mark, Spell, Standing, days_between, paused_days

# A new plan from a check: nothing that ran before runs on.
_ANEW = frozenset({Mark.RECHECK.value, "G2", "K5", "S4", "S5"})


def standing(plans: Iterable[PlanFact]) -> Standing:
    """The sum of all rows, oldest first."""
    return _sum(tuple(plans))


# A day asks for the same sum many times, and rows are few and far between.
@lru_cache(maxsize=64)
def _sum(plans: tuple[PlanFact, ...]) -> Standing:
    now = Standing()
    for fact in plans:
        now = _after(now, fact)
    return now


def refused_before(plans: Iterable[PlanFact]) -> bool:
    """Whether the deload before the newest one was declined: then this one stands (D2)."""
    facts = list(plans)
    begun = standing(facts).deload_since
    before = [fact for fact in facts if begun is None or fact.day < begun]
    return standing(before).declined


def _after(now: Standing, fact: PlanFact) -> Standing:
    if fact.stage is None or now.stage is None or fact.rule in _ANEW:
        now = _anew(now, fact)
    usual = _moved if now.deload_since is None else _moved_in_deload
    return _BY_MARK.get(fact.rule, usual)(now, fact)


def _anew(now: Standing, fact: PlanFact) -> Standing:
    """A new plan; a stage that stays the same keeps its days."""
    spells = _closed(now.spells, fact.day, *Mark)
    now = replace(_moved(_deload_over(now, fact.day), fact), spells=spells)
    return replace(now, entry=now.entry or fact.stage, drop_since=None, pause_since=None)


def _deload(now: Standing, fact: PlanFact) -> Standing:
    """A repeated row within a deload, as a change of days writes it, begins nothing new."""
    if now.deload_since is not None:
        return now
    spells = (*now.spells, Spell(Mark.DELOAD, fact.day))
    begun = replace(now, deload_since=fact.day, deload_last=fact.day, spells=spells)
    return replace(begun, deload_stage=fact.stage, declined=False)


def _deload_over(now: Standing, day: date) -> Standing:
    if now.deload_since is None:
        return now
    off = now.days_off + days_between(now.deload_since, day)
    spells = _closed(now.spells, day, Mark.DELOAD)
    over = replace(now, deload_since=None, deload_stage=None, deload_over=day)
    return replace(over, days_off=off, spells=spells)


def _end(now: Standing, fact: PlanFact) -> Standing:
    return _moved_down(_deload_over(now, fact.day), fact)


def _declined(now: Standing, fact: PlanFact) -> Standing:
    """Declined before it began or after: it counts as one that was asked for."""
    now = _deload_over(now, fact.day)
    return replace(now, deload_last=fact.day, deload_over=fact.day, declined=True)


def _paused(now: Standing, fact: PlanFact) -> Standing:
    """A row within a pause repeats it; one after its 27 days begins another."""
    spent = paused_days(now.pause_since, fact.day)
    if now.pause_since is not None and spent < PAUSE_DAYS:
        return now
    return replace(now, pause_since=fact.day, days_off=now.days_off + spent)


def _resumed(now: Standing, fact: PlanFact) -> Standing:
    off = now.days_off + paused_days(now.pause_since, fact.day)
    return replace(now, pause_since=None, days_off=off)


def _drop(now: Standing, fact: PlanFact) -> Standing:
    """A drop inside the 14 days of another is a copy of its row, as a re-check writes it."""
    if not now.in_drop(fact.day):
        spells = (*now.spells, Spell(Mark.DROP, fact.day))
        now = replace(now, drop_since=fact.day, spells=spells)
    return _moved_down(now, fact)


def _moved(now: Standing, fact: PlanFact) -> Standing:
    if fact.stage is now.stage:
        return now
    return replace(now, stage=fact.stage, since=fact.day, days_off=0)


def _moved_down(now: Standing, fact: PlanFact) -> Standing:
    """Rows that begin or end a spell never raise a stage (X3)."""
    if fact.stage is None or now.stage is None or fact.stage.level >= now.stage.level:
        return now
    return _moved(now, fact)


def _moved_in_deload(now: Standing, fact: PlanFact) -> Standing:
    """Rows of a deload repeat its lower stage; only what is lower still is a step by hand."""
    least = now.deload_stage
    if fact.stage is None or least is None or fact.stage.level >= least.level:
        return now
    return _moved(replace(now, deload_stage=fact.stage), fact)


def _closed(spells: Iterable[Spell], day: date, *marks: Mark) -> tuple[Spell, ...]:
    return tuple(
        replace(spell, last=day) if spell.last is None and spell.mark in marks else spell
        for spell in spells
    )


_BY_MARK: Mapping[str, Callable[[Standing, PlanFact], Standing]] = {
    Mark.DELOAD: _deload,
    Mark.DELOAD_END: _end,
    Mark.DELOAD_DECLINED: _declined,
    Mark.DROP: _drop,
    Mark.PAUSE: _paused,
    Mark.PAUSE_END: _resumed,
}
