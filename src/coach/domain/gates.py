"""Which gate holds among all checks, and since when the nerve floss is cleared (S5, K16, N3, N4).

A clearance of the day on which the tingling was told comes too soon: nobody can have looked at
it. So it counts from the next civil day on.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from itertools import pairwise, takewhile

from coach.domain.answers import FLOSS, WHOLE, FlossSign
from coach.domain.floss_events import FlossRule, Trouble
from coach.domain.records import Check
from coach.domain.terms import Gate

_GATES = list(Gate)
_SIGNS = list(FlossSign)
_LEG = frozenset({"q4", FLOSS})


def newest(checks: Iterable[Check]) -> Check | None:
    """The check that holds: that of the latest instant, wherever it was stored; of one instant
    the worse gate (K16)."""
    return max(checks, key=_standing, default=None)


def _standing(check: Check) -> tuple[object, int, object]:
    return check.stamp.utc, -_GATES.index(check.gate), check.id


def in_order(checks: Iterable[Check]) -> list[Check]:
    """Oldest first; the last one is ``newest``."""
    return sorted(checks, key=_standing)


def sign_of(removal: Trouble) -> FlossSign:
    """What a removal of the floss adds to the answers (N3, N4)."""
    if removal.rule is not FlossRule.N4:
        return FlossSign.N3
    return FlossSign.N4_BOTH if removal.both else FlossSign.N4


def open_sign(check: Check) -> FlossSign | None:
    """What was told after tingling and has not been cleared since."""
    told = check.answers.get(FLOSS)
    if told is None or (told == FlossSign.N3 and FLOSS in _cleared(check)):
        return None
    return FlossSign(told)


def holds(check: Check, sign: FlossSign) -> bool:
    """Whether the check already stands for ``sign`` or a worse one."""
    told = open_sign(check)
    return told is not None and _SIGNS.index(told) >= _SIGNS.index(sign)


def told_on(checks: Sequence[Check]) -> date | None:
    """The civil date on which the standing sign was told; ``None`` where none stands."""
    late_first = in_order(checks)[::-1]
    sign = open_sign(late_first[0]) if late_first else None
    if sign is None:
        return None
    run = list(takewhile(lambda check: open_sign(check) is sign, late_first))
    return run[-1].stamp.civil


def too_soon(checks: Sequence[Check], today: date) -> bool:
    """Whether the sign was told only today, so that nothing can clear it yet."""
    told = told_on(checks)
    return told is not None and told >= today


def whole_day(check: Check) -> date:
    """The civil date of the last whole check: that of ``check``, or where it only adds to an
    earlier one - the signs alone, a tick, tingling told - that of the earlier one (S6)."""
    told = check.answers.get(WHOLE)
    return check.stamp.civil if told is None else date.fromisoformat(told)


def clearance_day(checks: Sequence[Check]) -> date | None:
    """The civil date of the newest clearance of the leg: a tick for Q4 or the floss that leaves
    no sign open, or the whole new check after a red outcome (S5)."""
    days = [
        check.stamp.civil
        for before, check in pairwise(in_order(checks))
        if open_sign(check) is None and (_ticked(before, check) or _opened(before, check))
    ]
    return days[-1] if days else None


def _ticked(before: Check, check: Check) -> bool:
    return bool((_cleared(check) - _cleared(before)) & _LEG)


def _opened(before: Check, check: Check) -> bool:
    return before.gate.is_red and not check.gate.is_red


def _cleared(check: Check) -> frozenset[str]:
    return frozenset(check.answers.get("clearance", ()))
