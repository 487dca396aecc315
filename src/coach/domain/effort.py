"""What effort and discomfort lead to within the session (E1-E3, K9, S8).

Effort 0-3 is easy or fine, 4-5 noticeable, 6-10 too much.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from enum import StrEnum

from coach.domain.reason import Reason, reason
from coach.domain.terms import Discomfort, Effort


class Action(StrEnum):
    """What happens at once, mildest first."""

    CONTINUE = "continue"
    EASIER = "easier"
    END_EXERCISE = "end-exercise"
    END_SESSION = "end-session"
    RECHECK = "recheck"


@dataclass(frozen=True, slots=True)
class Reaction:
    """The decision in the session. ``easier_next`` asks for the easier variant next time,
    ``ask_floss`` for the questions of N1-N3 and a session without the nerve floss."""

    action: Action
    why: Reason
    easier_next: bool = False
    ask_floss: bool = False


_REACTIONS: Mapping[Effort | Discomfort, Reaction] = {
    Effort.NOT_GIVEN: Reaction(Action.CONTINUE, reason("K9", "effort.not_given")),
    Effort.EASY: Reaction(Action.CONTINUE, reason("E1", "effort.go_on")),
    Effort.FINE: Reaction(Action.CONTINUE, reason("E1", "effort.go_on")),
    Effort.NOTICEABLE: Reaction(Action.EASIER, reason("E1", "effort.easier_now"), easier_next=True),
    Effort.TOO_MUCH: Reaction(
        Action.END_EXERCISE, reason("E1", "effort.too_much"), easier_next=True
    ),
    Discomfort.SHARP: Reaction(Action.END_EXERCISE, reason("E2", "effort.sharp"), easier_next=True),
    Discomfort.TINGLING: Reaction(
        Action.END_EXERCISE, reason("E2", "effort.tingling"), easier_next=True, ask_floss=True
    ),
    Discomfort.DIZZY: Reaction(Action.END_SESSION, reason("E3", "effort.dizzy")),
    Discomfort.WRONG: Reaction(Action.RECHECK, reason("S8", "effort.wrong")),
}


_AFTERWARDS: Mapping[Effort | Discomfort, Reason] = {
    Effort.NOTICEABLE: reason("E1", "effort.easier_later"),
    Effort.TOO_MUCH: reason("E1", "effort.easier_later"),
    Discomfort.SHARP: reason("E2", "effort.easier_later"),
    Discomfort.TINGLING: reason("E2", "effort.tingling_later"),
}

SMALLER_RANGE = "effort.smaller_range"
"""The words that go with a set in the easier range (E1)."""

BEHIND: Mapping[str, str] = {
    "E1": "effort.why_e1",
    "E2": "effort.why_e2",
    "E3": "effort.why_e3",
    "S8": "effort.why_s8",
    "N1": "floss.why_n1",
    "N2": "floss.why_n2",
    "N4": "floss.why_n4",
    "X4": "floss.why_x4",
}
"""The sentence behind each rule that decides within a session, by the rule's id."""


def react(told: Effort | Discomfort, *, over: bool = False) -> Reaction:
    """What a tap after an exercise, or a key during it, leads to (E1-E3, S8).

    ``over`` says that nothing of the exercise is left today: the sentence speaks of the next time.
    """
    found = _REACTIONS[told]
    return replace(found, why=_AFTERWARDS.get(told, found.why)) if over else found


def soreness() -> Reason:
    """What is ordinary in the days after, and what is not (E7)."""
    return reason("E7", "effort.soreness")
