"""What a tap or a key leads to at once (E1-E3)."""

from __future__ import annotations

import pytest

from coach.domain.effort import Action, react
from coach.domain.terms import Discomfort, Effort


@pytest.mark.parametrize(
    ("told", "action", "rule", "easier_next"),
    [
        (Effort.NOT_GIVEN, Action.CONTINUE, "K9", False),
        (Effort.EASY, Action.CONTINUE, "E1", False),
        (Effort.FINE, Action.CONTINUE, "E1", False),
        (Effort.NOTICEABLE, Action.EASIER, "E1", True),
        (Effort.TOO_MUCH, Action.END_EXERCISE, "E1", True),
        (Discomfort.SHARP, Action.END_EXERCISE, "E2", True),
        (Discomfort.TINGLING, Action.END_EXERCISE, "E2", True),
        (Discomfort.DIZZY, Action.END_SESSION, "E3", False),
        (Discomfort.WRONG, Action.RECHECK, "S8", False),
    ],
)
def test_every_tap_and_key_has_its_reaction(
    told: Effort | Discomfort, action: Action, rule: str, easier_next: bool
) -> None:
    found = react(told)
    assert (found.action, found.why.rule, found.easier_next) == (action, rule, easier_next)


def test_only_tingling_asks_about_the_floss() -> None:
    asked = [told for told in (*Effort, *Discomfort) if react(told).ask_floss]
    assert asked == [Discomfort.TINGLING]


def test_a_worse_effort_never_gets_a_milder_reaction() -> None:
    by_effort = [react(e).action for e in (Effort.EASY, Effort.FINE, Effort.NOTICEABLE)]
    order = list(Action)
    ranks = [order.index(action) for action in (*by_effort, react(Effort.TOO_MUCH).action)]
    assert ranks == sorted(ranks)
