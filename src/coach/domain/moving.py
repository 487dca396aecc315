"""A missed full session: to the next day where that leaves room, else it lapses (R9, R10, R12)."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, timedelta

from coach.domain.day import monday_of
from coach.domain.history import History, SessionFact
from coach.domain.morning import trained
from coach.domain.reason import Reason, reason
from coach.domain.records import SessionStatus
from coach.domain.terms import Template, Weekday

FULL_A_WEEK = 3
ACTIVE_A_WEEK = 5
_DAY = timedelta(days=1)
_FULL = (Template.FULL, Template.EXTENDED, Template.HALF)


@dataclass(frozen=True, slots=True)
class Moved:
    """The session that was planned for ``source`` stands on ``target``."""

    reason: Reason
    source: date
    target: date


@dataclass(frozen=True, slots=True)
class Lapsed:
    """The session of ``source`` is let go; nothing is stacked (R10)."""

    reason: Reason
    source: date


def missed(history: History, planned: date) -> bool:
    """A full day that is over without its session. A session that was begun, full or half, is
    not missed; a micro or light one does not stand in for it (R12)."""
    ended = {s.day for s in history.sessions if trained(s) and _counts(s, full=True)}
    return planned < history.today and planned not in ended


def after_missed(history: History, source: date, days: Collection[Weekday]) -> Moved | Lapsed:
    """Where the missed full session of ``source`` goes; ``days`` are the full weekdays.

    Only the day after comes into question, and only where R9 then holds with what was really
    done in the seven days up to it, and with what its week still plans.
    """
    target = source + _DAY
    why = _no_room(history, target, days)
    if why is not None:
        return Lapsed(why, source)
    return Moved(reason("R10", "missed.moved"), source, target)


def done_today(history: History) -> bool:
    """A full or half session was finished today; a second one would be stacked on it (R10)."""
    return any(
        s.day == history.today and _counts(s, full=True) and s.status is SessionStatus.FINISHED
        for s in history.sessions
    )


def crowded(history: History, day: date) -> Reason | None:
    """Why no full session fits on ``day`` beside those that were really done (R9)."""
    full = _days(history, full=True)
    if {day - _DAY, day + _DAY} & full:
        return reason("R9", "missed.rest_between")
    week = {monday_of(day) + n * _DAY for n in range(7)} - {day}
    if len(full & week) >= FULL_A_WEEK:
        return reason("R9", "missed.three")
    return None


def _no_room(history: History, target: date, days: Collection[Weekday]) -> Reason | None:
    full = _days(history, full=True)
    if history.today > target:
        return reason("R10", "missed.over")
    if {target - _DAY, target, target + _DAY} & full or _planned(target + _DAY, days):
        return reason("R9", "missed.adjacent")
    if _planned(target, days):
        return reason("R9", "missed.adjacent")
    before = {target - n * _DAY for n in range(7)}
    week = {monday_of(target) + n * _DAY for n in range(7)}
    ahead = {day for day in week if day > target and _planned(day, days)}
    if max(len(full & before), len((full & week) | ahead)) + 1 > FULL_A_WEEK:
        return reason("R9", "missed.enough")
    active = _days(history, full=False) - {target}
    if max(len(active & before), len((active & week) | ahead)) + 1 > ACTIVE_A_WEEK:
        return reason("R9", "missed.rest")
    return None


def _planned(day: date, days: Collection[Weekday]) -> bool:
    return Weekday.of(day) in days


def _days(history: History, *, full: bool) -> set[date]:
    """Days with a session that was done at least in part; a micro one leaves a day of rest."""
    return {s.day for s in history.sessions if _touched(s) and _counts(s, full=full)}


def _touched(session: SessionFact) -> bool:
    """Finished, stopped, or left open with something done: the body had it all the same."""
    return trained(session) or bool(session.done or session.signs)


def _counts(session: SessionFact, *, full: bool) -> bool:
    return session.template in _FULL if full else session.template is not Template.MICRO
