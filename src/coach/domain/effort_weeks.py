"""What effort and discomfort leave for the sessions after (E1, E4, K9, K14)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise

from coach.domain.effort import react
from coach.domain.history import History, SessionFact
from coach.domain.reason import Reason, reason
from coach.domain.terms import Discomfort, Effort

REMOVED_DAYS = 7
WINDOW_DAYS = 28
THIRD = 3


@dataclass(frozen=True, slots=True)
class Guidance:
    """What one exercise needs in the next session.

    ``steps_down`` counts easier variants below the planned one; the ladder of the exercise ends
    it. ``removed_until`` is the last day without it, set only while that is today or later.
    """

    exercise: str
    removed_until: date | None = None
    steps_down: int = 0
    reasons: tuple[Reason, ...] = ()


def guidance(history: History) -> Mapping[str, Guidance]:
    """What the next session owes to the past, by exercise; those without a limit are left out."""
    named = {name for s in history.sessions for name in (*s.efforts, *_with_signs(s))}
    found = (guidance_for(name, history) for name in sorted(named))
    return {one.exercise: one for one in found if one.reasons}


def guidance_for(exercise: str, history: History) -> Guidance:
    """E1's easier variant and E4's week off for one exercise, the stricter one winning."""
    bad = _bad_days(exercise, history.sessions)
    repeats = [day for day in _repeats(bad) if (history.today - day).days <= WINDOW_DAYS]
    until = max(repeats) + timedelta(days=REMOVED_DAYS) if repeats else None
    if until is not None and until < history.today:
        until = None
    run = _run(exercise, history.sessions)
    return Guidance(
        exercise, until, max(run, len(repeats)), _reasons(until, run, len(repeats), history.today)
    )


def third_times(history: History) -> tuple[date, ...]:
    """Days on which an exercise was too much or sharp in a third session within 28 (E4, K14)."""
    named = {name for s in history.sessions for name in (*s.efforts, *_with_signs(s))}
    return tuple(sorted(day for name in named for day in _thirds(name, history.sessions)))


def _thirds(exercise: str, sessions: Sequence[SessionFact]) -> list[date]:
    bad = _bad_days(exercise, sessions)
    spans = zip(bad, bad[THIRD - 1 :], strict=False)
    return [last for first, last in spans if (last - first).days <= WINDOW_DAYS]


def _bad_days(exercise: str, sessions: Sequence[SessionFact]) -> list[date]:
    """The day of each session in which the exercise was too much or sharp (E4)."""
    return sorted(
        s.day
        for s in sessions
        if s.efforts.get(exercise) is Effort.TOO_MUCH or Discomfort.SHARP in _signs(exercise, s)
    )


def _repeats(bad: Sequence[date]) -> list[date]:
    """Those with another such session within the 28 days before."""
    return [late for early, late in pairwise(bad) if (late - early).days <= WINDOW_DAYS]


def _run(exercise: str, sessions: Sequence[SessionFact]) -> int:
    """How many sessions in a row, up to the latest, were noticeable or worse for the exercise.

    Each was done one variant easier than the one before, so the next is easier by that many. A
    session that says nothing about it neither adds to the run nor ends it (K9).
    """
    count = 0
    for session in sorted(sessions, key=lambda s: s.day, reverse=True):
        effort = session.efforts.get(exercise, Effort.NOT_GIVEN)
        told: list[Effort | Discomfort] = [effort, *_signs(exercise, session)]
        if any(react(one).easier_next for one in told):
            count += 1
        elif effort is not Effort.NOT_GIVEN:
            break
    return count


def _signs(exercise: str, session: SessionFact) -> tuple[Discomfort, ...]:
    return tuple(sign.kind for sign in session.signs if sign.exercise == exercise)


def _with_signs(session: SessionFact) -> set[str]:
    return {sign.exercise for sign in session.signs if sign.exercise}


def _reasons(until: date | None, run: int, repeats: int, today: date) -> tuple[Reason, ...]:
    found = []
    if until is not None:
        days = (until - today).days + 1
        found.append(reason("E4", "effort.removed", days=days))
    if repeats:
        found.append(reason("E4", "effort.lower_after"))
    if run:
        found.append(reason("E1", "effort.easier_next"))
    return tuple(found)
