"""Flags from the answers, and how their effects combine (K1, K13, K18)."""

from __future__ import annotations

from dataclasses import replace
from itertools import combinations
from typing import Any

import pytest

from coach.domain.modifiers import combined, flags
from coach.domain.terms import Stage
from support.book import answers, real_book

RULES = real_book().rules
NAMES = tuple(RULES.modifiers)


@pytest.mark.parametrize(
    ("changed", "names"),
    [
        ({}, ()),
        ({"q4": "b"}, ("M-NERVE1",)),
        ({"q4": "c"}, ("M-NERVE2",)),
        ({"q8": True}, ("M-SIT",)),
        ({"q11": ["d"]}, ("M-STRAIN",)),
        ({"q6": ["a"]}, ("M-PREG",)),
        ({"q6": ["b"]}, ("M-HIP",)),
        ({"q6": ["c"]}, ("M-HIP", "M-KNEE", "M-BACK")),
        ({"q6": ["d"]}, ("M-BONE",)),
        ({"q6": ["e"]}, ("M-BACK",)),
        ({"q7": {"age": "65+"}}, ("M-BAL",)),
        ({"q7": {"unsteady": True}}, ("M-BAL",)),
        ({"q5": True}, ()),
    ],
)
def test_answers_set_flags(changed: dict[str, Any], names: tuple[str, ...]) -> None:
    assert flags(answers(**changed)) == names


def test_blood_pressure_counts_once_cleared() -> None:
    """M-BP: "Q5 cleared"."""
    given = replace(answers(q5=True), clearance=frozenset({"q5"}))
    assert flags(given) == ("M-BP",)


def test_a_strain_seen_since_counts_as_an_old_one() -> None:
    given = replace(answers(), seen=frozenset({"q3"}))
    assert flags(given) == ("M-STRAIN",)
    assert flags(replace(answers(), seen=frozenset({"q1"}))) == ()


@pytest.mark.parametrize(
    ("name", "cap"),
    [
        ("M-NERVE1", Stage.S4),
        ("M-NERVE2", Stage.S1),
        ("M-SIT", Stage.S2),
        ("M-STRAIN", Stage.S1),
        ("M-HIP", Stage.S4),
        ("M-KNEE", Stage.S4),
        ("M-BONE", Stage.S2),
        ("M-PREG", Stage.S1),
        ("M-BAL", Stage.S2),
        ("M-BP", Stage.S2),
        ("M-BACK", Stage.S1),
    ],
)
def test_caps_are_those_of_the_table(name: str, cap: Stage) -> None:
    assert combined([name], RULES).cap is cap


def test_surgery_is_capped_at_the_first_step() -> None:
    """K1."""
    assert combined(("M-HIP", "M-KNEE", "M-BACK"), RULES).cap is Stage.S1


def test_combining_never_loosens() -> None:
    """The strictest value wins, in whatever order."""
    for one, other in combinations(NAMES, 2):
        both = combined((one, other), RULES)
        assert both == replace(combined((other, one), RULES), swap=both.swap)
        for name in (one, other):
            alone = combined([name], RULES)
            assert both.cap.level <= alone.cap.level
            assert both.min_stage_days >= alone.min_stage_days
            assert both.forbid >= alone.forbid
            assert both.ease <= alone.ease
            assert both.two_leg >= alone.two_leg
            assert _at_most(both.positions, alone.positions)
            assert _at_most(both.hinge_deg, alone.hinge_deg)
            assert alone.swings_from is not None or both.swings_from is None


def test_a_cap_names_who_set_it() -> None:
    both = combined(("M-STRAIN", "M-SIT", "M-PREG"), RULES)
    assert both.capped_by == ("M-PREG", "M-STRAIN")
    assert combined(("M-HIP",), RULES).capped_by == ()


def test_a_lifted_cap_leaves_the_rest() -> None:
    names = ("M-STRAIN", "M-SIT")
    lifted = combined(names, RULES, {"M-STRAIN"})
    assert (lifted.cap, lifted.capped_by) == (Stage.S2, ("M-SIT",))
    assert replace(lifted, cap=Stage.S1, capped_by=("M-STRAIN",)) == combined(names, RULES)


def _at_most(value: int | None, bound: int | None) -> bool:
    return bound is None or (value is not None and value <= bound)
