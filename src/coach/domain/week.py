"""Which weekdays carry what (R9, R11, K4): three full days, two light, two of rest."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations

from coach.domain.reason import Reason, reason
from coach.domain.terms import DayKind, Weekday

DEFAULT_DAYS = (Weekday.MON, Weekday.WED, Weekday.FRI)
_WEEK = tuple(Weekday)


def refusal(days: Sequence[Weekday]) -> Reason | None:
    """Why ``days`` cannot be the full days; ``None`` where they can (R9, Sunday meets Monday)."""
    chosen = set(days)
    if len(chosen) != 3:
        return reason("R9", "days.three", count=len(chosen))
    for day in sorted(chosen, key=lambda d: d.number):
        if _after(day) in chosen:
            return reason("R9", "days.adjacent", first=day.value, second=_after(day).value)
    return None


def allowed_weeks() -> tuple[tuple[Weekday, ...], ...]:
    """Every choice of full days that R9 allows, the default first."""
    every = [days for days in combinations(_WEEK, 3) if refusal(days) is None]
    return tuple(sorted(every, key=lambda days: days != DEFAULT_DAYS))


def light_days(days: Sequence[Weekday]) -> tuple[Weekday, Weekday]:
    """The free days after the first and after the third full day (K4)."""
    first, _, third = sorted(days, key=lambda d: d.number)
    return _after(first), _after(third)


def kinds(days: Sequence[Weekday], *, light: bool) -> dict[Weekday, DayKind]:
    """The kind of each weekday, Monday first."""
    lights = light_days(days) if light else ()
    return {
        day: DayKind.FULL if day in days else DayKind.LIGHT if day in lights else DayKind.REST
        for day in _WEEK
    }


def moved(
    days: Sequence[Weekday], source: Weekday, target: Weekday
) -> tuple[Weekday, ...] | Reason:
    """The full days after moving one from ``source`` to ``target``, or why that is refused."""
    if source not in days:
        return reason("R9", "days.only_full")
    rest = [day for day in days if day is not source]
    new = tuple(sorted({*rest, target}, key=lambda d: d.number))
    return refusal(new) or new


def _after(day: Weekday) -> Weekday:
    return _WEEK[(day.number + 1) % 7]
