"""Everything that the rules over weeks read on one day, as one value (X2)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from coach.domain.consult import Note
from coach.domain.consult_signs import Ticks
from coach.domain.floss_ladder import FlossState, ladder
from coach.domain.floss_limits import Allowance
from coach.domain.history import History
from coach.domain.lifting import Lifting
from coach.domain.morning import usual_at
from coach.domain.plan_log import standing
from coach.domain.returning import pause
from coach.domain.ruleset import Effect
from coach.domain.terms import Gate, Stage, Weekday
from coach.domain.trend import VerdictKind
from coach.domain.usual import history_at


@dataclass(frozen=True, slots=True)
class Facts:
    """The log, and what stands beside it.

    ``gate`` and the modifiers of ``lifting`` come from the newest check; ``floss_sign`` says that
    it already holds what tingling led to (N3, N4), ``cleared`` that every answer that needs it
    is cleared, ``cleared_on`` when. ``looks`` are the latest weekly verdicts,
    ``told`` the notes shown before, ``declined`` the rules that were refused today. ``load_kg``
    and ``load_step`` are the weight held and the day of its latest step, ``most_kg`` the most
    of a stage that has a limit (R2).
    """

    history: History
    gate: Gate
    days: tuple[Weekday, ...] = ()
    lifting: Lifting = field(default_factory=lambda: Lifting((), Effect()))
    floss_sign: bool = False
    cleared: bool = False
    cleared_on: date | None = None
    last_check: date | None = None
    looks: tuple[VerdictKind, ...] = ()
    ticks: Ticks = field(default_factory=Ticks)
    told: tuple[Note, ...] = ()
    declined: frozenset[str] = frozenset()
    load_kg: int | None = None
    load_step: date | None = None
    most_kg: Mapping[Stage, int] = field(default_factory=dict)
    wants_f3: bool = False

    @property
    def effect(self) -> Effect:
        """What the modifiers ask for today, caps that have lifted left aside."""
        return self.lifting.effect

    @property
    def today(self) -> date:
        return self.history.today

    def open_on(self, day: date) -> bool:
        """Whether sessions were planned at the end of ``day``: neither locked nor paused."""
        past = history_at(self.history, day)
        return standing(past.plans).stage is not None and pause(past) is None


def usual_of(facts: Facts, day: date) -> float | None:
    """*Usual* as it stood on ``day``."""
    return usual_at(facts.history, day)


def floss_state(facts: Facts) -> FlossState:
    """Where the nerve floss stands today (N1-N6)."""
    allowed = Allowance(
        gate=facts.gate,
        flags=facts.lifting.names,
        cleared=facts.cleared,
        cleared_on=facts.cleared_on,
        verdict=facts.looks[-1] if facts.looks else VerdictKind.NOT_ENOUGH,
        wants_f3=facts.wants_f3,
    )
    return ladder(facts.history, allowed, lambda day: usual_of(facts, day))
