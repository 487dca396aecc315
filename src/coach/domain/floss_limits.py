"""What keeps the nerve floss low or out of a session, whatever was reached (N2-N5, K5, K7)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from coach.domain.floss_events import LOCK_DAYS, Trouble, UsualOn, least_gate, removals
from coach.domain.history import History
from coach.domain.reason import Reason, reason
from coach.domain.templates import EASE
from coach.domain.terms import Floss, Gate
from coach.domain.trend import VerdictKind

FLARE = 2


@dataclass(frozen=True, slots=True)
class Allowance:
    """What stands beside the history: the answers' gate and modifiers, whether every answer that
    needs it is cleared, the day of the newest clearance, the verdict, and the wish for F3."""

    gate: Gate
    flags: tuple[str, ...] = ()
    cleared: bool = False
    cleared_on: date | None = None
    verdict: VerdictKind = VerdictKind.NOT_ENOUGH
    wants_f3: bool = False


def withheld(history: History, usual_on: UsualOn, beside: Sequence[str] = ()) -> tuple[Reason, ...]:
    """Why the floss has no place in a session today, whatever its level (N5).

    ``beside`` are the other exercises of the session. After a flare it waits for a calmer rating.
    """
    found = []
    usual = usual_on(history.today)
    if history.rated and usual is not None and history.rated[-1].score >= usual + FLARE:
        found.append(reason("N5", "floss.flare"))
    if EASE in beside:
        found.append(reason("N5", "floss.stretch"))
    return tuple(found)


def standing_removal(history: History, allowed: Allowance, usual_on: UsualOn) -> Trouble | None:
    """The worst removal that no later clearance has lifted; a tick of the same day is too soon."""
    cleared = allowed.cleared_on or date.min
    standing = [one for one in removals(history, usual_on) if one.day >= cleared]
    return max(standing, key=lambda one: (one.rule, one.both, one.day), default=None)


def ceiling_of(
    allowed: Allowance, removal: Trouble | None, until: date | None, today: date
) -> tuple[Floss, tuple[Reason, ...]]:
    """The highest level that anything allows today, and what keeps it there."""
    found: list[Reason] = []
    if allowed.gate.is_red or allowed.gate is Gate.OUT:
        found.append(reason("S4", "floss.red"))
    if removal is not None:
        red = least_gate(removal).is_red
        found.append(reason(removal.rule, "floss.check" if red else "floss.removed"))
    if until is not None:
        left = min((until - today).days + 1, LOCK_DAYS)
        found.append(reason("N2", "floss.locked", days=left))
    gentle = allowed.gate is Gate.AMBER or "M-NERVE2" in allowed.flags
    if gentle and not allowed.cleared:
        found.append(reason("K5", "floss.clearance"))
    if found:
        return Floss.LOCK, tuple(found)
    if gentle:
        return Floss.F0, (reason("K5", "floss.gentle"),)
    better = "M-NERVE1" in allowed.flags and allowed.verdict.is_lower
    return (Floss.F3 if better and allowed.wants_f3 else Floss.F2), ()
