"""Caps that lift over time, and a modifier that a tick adds (M-STRAIN, M-SIT, M-BAL, M-KNEE, K9).

Only the cap lifts; whatever else a modifier asks for stays. Without information nothing lifts
(X4).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from coach.domain.answers import Answers
from coach.domain.decisions import Tick, TickKind
from coach.domain.modifiers import combined, flags
from coach.domain.reason import Reason, reason
from coach.domain.ruleset import Effect, Lift, Ruleset

KNEE = "M-KNEE"
WEEK_DAYS = 7


@dataclass(frozen=True, slots=True)
class LiftingFacts:
    """What lifts a cap. ``start`` is plan day 1, ``checks`` the finished checks with their days,
    oldest first, the newest one being the one that holds. ``ticks`` come in any order;
    ``full_days`` are the days of all finished full sessions, however long ago."""

    today: date
    start: date
    checks: tuple[tuple[date, Answers], ...]
    ticks: tuple[Tick, ...] = ()
    full_days: frozenset[date] = frozenset()

    def told(self, kind: TickKind) -> Mapping[date, bool]:
        """The ticks of a kind up to today; the last one of a date counts."""
        kept = [tick for tick in self.ticks if tick.kind is kind]
        in_order = sorted(kept, key=lambda tick: tick.stamp.utc)
        days = {tick.stamp.civil: tick.on for tick in in_order}
        return {day: on for day, on in days.items() if day <= self.today}


@dataclass(frozen=True, slots=True)
class Lifting:
    """The modifiers that hold, ``extra`` ones that no answer gave among them, and their effect.

    ``lifted`` are those whose cap is gone; ``why`` says for each of the lifting kind what lifted
    its cap, or what it still waits for.
    """

    names: tuple[str, ...]
    effect: Effect
    extra: tuple[str, ...] = ()
    lifted: frozenset[str] = frozenset()
    why: tuple[Reason, ...] = ()


def lifting(facts: LiftingFacts, rules: Ruleset) -> Lifting:
    """What the modifiers ask for today. Raises ``ValueError`` where no check was finished."""
    if not facts.checks:
        raise ValueError("modifiers come from a finished check")
    given = flags(facts.checks[-1][1])
    extra = (KNEE,) if KNEE not in given and _knee_hurts(facts, rules.lifts[KNEE]) else ()
    names = tuple(name for name in rules.modifiers if name in (*given, *extra))
    lifted, why = set(), []
    for name in given:
        for over, text in _judged(name, facts, rules.lifts.get(name, Lift())):
            lifted |= {name} if over else set()
            why.append(text)
    why += [reason(KNEE, "lift.kneeling") for _ in extra]
    effect = combined(names, rules, lifted)
    return Lifting(names, effect, extra, frozenset(lifted), tuple(why))


def _judged(name: str, facts: LiftingFacts, lift: Lift) -> Iterator[tuple[bool, Reason]]:
    """Whether the cap of a modifier has lifted, and why; nothing for one that stays."""
    if lift.days is not None:
        yield _after_days(name, facts, lift.days)
    if lift.calm_days is not None:
        yield _after_calm(name, facts, lift.calm_days)
    if lift.steady_sessions is not None:
        yield _after_steady(name, facts, lift.steady_sessions)


def _after_days(name: str, facts: LiftingFacts, days: int) -> tuple[bool, Reason]:
    """M-STRAIN: so many days from the start of the plan, or from when it was told."""
    since = max(facts.start, _appeared(facts, _strain_signs))
    left = days - (facts.today - since).days
    if left > 0:
        return False, reason(name, "lift.strain_waits", days=left)
    return True, reason(name, "lift.strain_over", days=days)


def _after_calm(name: str, facts: LiftingFacts, days: int) -> tuple[bool, Reason]:
    """M-SIT: so many days without an ache, counted from the newest check, or the latest ache.

    Once they have gone by the cap stays away until an ache is told, by a tick or in a check.
    """
    told = facts.told(TickKind.SIT_BONE)
    begin = max([facts.checks[-1][0], *(day for day, ache in told.items() if ache)])
    calm = {day for day, ache in told.items() if not ache}
    ends = (day + timedelta(days=more) for day in calm for more in range(WEEK_DAYS))
    spell = timedelta(days=days)
    if any(begin + spell <= end <= facts.today and _every_week(calm, end, days) for end in ends):
        return True, reason(name, "lift.sit_over", days=days)
    return False, reason(name, "lift.sit_waits", days=days)


def _every_week(calm: set[date], end: date, days: int) -> bool:
    """Whether each week of the days up to ``end`` has one that was told to be without ache."""
    weeks = {(end - day).days // WEEK_DAYS for day in calm if 0 <= (end - day).days < days}
    return len(weeks) == days // WEEK_DAYS


def _after_steady(name: str, facts: LiftingFacts, sessions: int) -> tuple[bool, Reason]:
    """M-BAL: so many days with a full session and the tick "steady"."""
    since = _appeared(facts, _balance_signs)
    told = facts.told(TickKind.STEADY)
    steady = [day for day, on in told.items() if on and day in facts.full_days and day >= since]
    if len(steady) < sessions:
        return False, reason(name, "lift.steady_waits", done=len(steady), needed=sessions)
    return True, reason(name, "lift.steady_over", needed=sessions)


def _knee_hurts(facts: LiftingFacts, lift: Lift) -> bool:
    """M-KNEE: whether kneeling was told to hurt in the days that such a tick counts."""
    last = lift.tick_days or 0
    told = facts.told(TickKind.KNEELING)
    return any(on and (facts.today - day).days < last for day, on in told.items())


def _appeared(facts: LiftingFacts, signs: Callable[[Answers], frozenset[str]]) -> date:
    """The day of the latest check that told a sign which the one before it did not."""
    before: frozenset[str] = frozenset()
    found = facts.checks[-1][0]
    for day, answers in facts.checks:
        now = signs(answers)
        if now - before:
            found = day
        before = now
    return found


def _strain_signs(answers: Answers) -> frozenset[str]:
    """An old strain that comes back, and a new one that was seen since (Q11 d, Q3)."""
    seen = "q3" in answers.seen and not answers.has("q3")
    told = {"old": answers.has("q11", "d"), "seen": seen}
    return frozenset(name for name, given in told.items() if given)


def _balance_signs(answers: Answers) -> frozenset[str]:
    told = {"age": answers.has("q7.age", "65+"), "unsteady": answers.has("q7.unsteady")}
    return frozenset(name for name, given in told.items() if given)
