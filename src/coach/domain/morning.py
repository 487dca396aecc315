"""The morning after a session (E5): as usual, raised, or not known."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from coach.domain.history import History, SessionFact
from coach.domain.reason import Reason, reason
from coach.domain.records import SessionStatus
from coach.domain.usual import EASED, RAISED, history_at, usual_now

_DAY = timedelta(days=1)


class Morning(StrEnum):
    CALM = "calm"
    RAISED = "raised"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class EasyMorning:
    """The easy version is offered today."""

    reason: Reason


def morning_after(history: History, day: date) -> Morning:
    """How the local day after ``day`` began, against *usual* as it stood then.

    Days before the first *usual* are held against that first one. Without a rating or without
    a *usual* nothing is known, and nothing known is never calm (X4). Between one and two points
    above, which a median of halves allows, the morning counts as raised.
    """
    score = _score(history, day + _DAY)
    base = usual_at(history, day + _DAY)
    if score is None or base is None:
        return Morning.UNKNOWN
    return Morning.CALM if score <= base + EASED else Morning.RAISED


def usual_at(history: History, day: date) -> float | None:
    """*Usual* as it stood on ``day``, or the first one that there was after it."""
    later = (r.day for r in history.rated if r.day > day)
    for known in (day, *later):
        base = usual_now(history_at(history, known))
        if base is not None:
            return base
    return None


def next_morning(history: History) -> EasyMorning | None:
    """Whether today asks for the easy version after what was done yesterday (E5)."""
    if not _trained(history, history.today - _DAY):
        return None
    if morning_after(history, history.today - _DAY) is not Morning.RAISED:
        return None
    return EasyMorning(reason("E5", "morning.easy"))


def second_morning(history: History, after: date | None = None) -> Reason | None:
    """Why the second morning after a session asks for a deload (E5, D2); ``None`` if it does not.

    It does where the first morning was raised by two points and the latest rating is not back
    within one. A first morning without a rating counts as raised, if the second one is (X4).
    Days up to ``after`` have been answered already.
    """
    base = usual_now(history)
    if base is None or not history.rated:
        return None
    latest = history.rated[-1]
    session_day = latest.day - 2 * _DAY
    if after is not None and session_day < after:
        return None
    if not _trained(history, session_day):
        return None
    first = _score(history, latest.day - _DAY)
    if first is None:
        still = latest.score >= base + RAISED
    else:
        still = first >= base + RAISED and latest.score > base + EASED
    return reason("E5", "deload.second_morning") if still else None


def trained(session: SessionFact) -> bool:
    """Something was done, to the end or not."""
    return session.status in (SessionStatus.FINISHED, SessionStatus.STOPPED)


def _trained(history: History, day: date) -> bool:
    return any(s.day == day and trained(s) for s in history.sessions)


def _score(history: History, day: date) -> int | None:
    return next((r.score for r in history.rated if r.day == day), None)
