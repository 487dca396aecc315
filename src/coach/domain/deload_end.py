"""When a deload is over (D2)."""

from __future__ import annotations

from dataclasses import dataclass

from coach.domain.history import History, SessionFact
from coach.domain.plan_log import standing
from coach.domain.reason import Reason, reason
from coach.domain.records import SessionStatus
from coach.domain.terms import Stage, Template
from coach.domain.usual import EASED, usual_now

HALF_SESSIONS = 3


@dataclass(frozen=True, slots=True)
class DeloadEnd:
    """The deload is over; the plan goes on at ``stage``."""

    reason: Reason
    stage: Stage


def deload_end(history: History) -> DeloadEnd | None:
    """Three half sessions are done and a rating since the last of them is near *usual* (D2).

    Without such a rating, or without *usual*, the deload goes on (X4).
    """
    now, base = standing(history.plans), usual_now(history)
    if now.stage is None or now.deload_since is None or base is None:
        return None
    halves = [s.day for s in history.sessions if s.day >= now.deload_since and _half_done(s)]
    if len(halves) < HALF_SESSIONS:
        return None
    latest = history.rated[-1]
    if latest.day < halves[HALF_SESSIONS - 1] or latest.score > base + EASED:
        return None
    return DeloadEnd(reason("D2", "deload.over", stage=now.stage.level), now.stage)


def _half_done(session: SessionFact) -> bool:
    return session.template is Template.HALF and session.status is SessionStatus.FINISHED
