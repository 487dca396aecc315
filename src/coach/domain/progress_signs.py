"""What the sessions in a stage told: the evidence that steps up are judged by (G1, K9, N5)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from itertools import takewhile

from coach.domain.history import History, SessionFact
from coach.domain.morning import Morning, morning_after, trained
from coach.domain.standing import Standing
from coach.domain.templates import DEADLIFT, FLOSS
from coach.domain.terms import Discomfort, Effort

LAST = 4
_AGAINST = (Discomfort.SHARP, Discomfort.TINGLING)
_FINE = (Effort.EASY, Effort.FINE)


@dataclass(frozen=True, slots=True)
class Tried:
    """``full`` are the days of the full sessions in the stage with an effort. All else is about
    the last four of them: whether anything was too much, sharp or tingling since the first of
    the four, the taps of "noticeable", calm mornings after, and the latest sessions in a row
    with two or more left. ``all_fine`` looks for one session of the stage that was."""

    full: tuple[date, ...] = ()
    hard: bool = False
    noticeable: int = 0
    calm_mornings: int = 0
    easy_in_a_row: int = 0
    all_fine: bool = False


def tried(history: History, now: Standing) -> Tried:
    """The evidence of the stage that holds now."""
    if now.since is None:
        return Tried()
    since = now.since
    inside = [s for s in history.sessions if s.day >= since and trained(s)]
    full = full_sessions(history, now)
    last = full[-LAST:]
    recent = [s for s in inside if not last or s.day >= last[0].day]
    return Tried(
        full=tuple(s.day for s in full),
        hard=any(map(_hard, recent)),
        noticeable=sum(map(_noticeable, recent)),
        calm_mornings=sum(morning_after(history, s.day) is Morning.CALM for s in last),
        easy_in_a_row=easy_in_a_row(full),
        all_fine=any(map(_all_fine, full)),
    )


def full_sessions(history: History, now: Standing, after: date | None = None) -> list[SessionFact]:
    """Full sessions in the stage that told an effort, those after a day if one is given."""
    first = now.since or date.max
    return [
        s
        for s in history.sessions
        if s.is_full
        and s.stage is now.stage
        and s.day >= first
        and _efforts(s)
        and (after is None or s.day > after)
    ]


def easy_in_a_row(full: list[SessionFact]) -> int:
    """How many of the latest full sessions ended with two or more left in the hinge (R2)."""
    easy = takewhile(lambda s: s.efforts.get(DEADLIFT) is Effort.EASY, reversed(full))
    return sum(1 for _ in easy)


def _efforts(session: SessionFact) -> list[Effort]:
    """What the stage's own exercises told; the floss never counts for a stage (N5)."""
    given = session.efforts.items()
    return [e for name, e in given if name != FLOSS and e is not Effort.NOT_GIVEN]


def _hard(session: SessionFact) -> bool:
    """What speaks against a step does so in every exercise, the floss as well."""
    signs = any(sign.kind in _AGAINST for sign in session.signs)
    return signs or Effort.TOO_MUCH in session.efforts.values()


def _noticeable(session: SessionFact) -> int:
    return _efforts(session).count(Effort.NOTICEABLE)


def _all_fine(session: SessionFact) -> bool:
    return not session.signs and all(effort in _FINE for effort in _efforts(session))
