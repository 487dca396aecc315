"""The gate: a truth table over all combinations of the answers that decide (S4, K1, K5, N3)."""

from __future__ import annotations

from dataclasses import replace
from itertools import product
from typing import Any

import pytest

from coach.domain.answers import Answers, FlossSign
from coach.domain.screening import screen
from coach.domain.terms import Gate
from support.book import answers
from support.gate_table import gate_of

_Q7 = (
    {"age": "<18", "unsteady": False},
    {"age": "18-64", "unsteady": True},
    {"age": "65+", "unsteady": False},
    {"age": "65+", "unsteady": True},
)
_TABLE: dict[str, tuple[Any, ...]] = {
    "q1": ([], ["a"], ["d"], ["e"]),
    "q2": ([], ["a"], ["b"], ["g"]),
    "q3": (False, True),
    "q4": ("a", "c", "d"),
    "q5": (False, True),
    "q6": ([], ["a"], ["b"]),
    "q7": _Q7,
    "q8": (False, True),
    "q12": ({"rating": 5}, {"rating": 6}, {"rating": 8}),
}


def test_every_combination_has_the_gate_of_the_table() -> None:
    order = list(Gate)
    for values in product(*_TABLE.values()):
        given = dict(zip(_TABLE, values, strict=True))
        found = screen(answers(**given))
        assert found.gate is gate_of(given), given
        ranks = [order.index(finding.gate) for finding in found.findings]
        assert ranks == sorted(ranks)
        waits = given["q5"] or "a" in given["q6"]
        open_ = found.gate is Gate.GREEN or (found.gate is Gate.AMBER and not waits)
        assert found.locked is not open_, given


_TOLD = {
    FlossSign.N3: Gate.AMBER,
    FlossSign.N4: Gate.RED_SOON,
    FlossSign.N4_BOTH: Gate.RED_NOW,
}


@pytest.mark.parametrize("sign", FlossSign)
@pytest.mark.parametrize("clearance", [frozenset(), frozenset({"floss"})])
def test_what_was_told_only_ever_makes_the_gate_worse(
    sign: FlossSign, clearance: frozenset[str]
) -> None:
    """N3, N4: over the whole table, and no tick changes the gate."""
    order = list(Gate)
    for values in product(*_TABLE.values()):
        given = answers(**dict(zip(_TABLE, values, strict=True)))
        before, found = screen(given), screen(replace(given, floss=sign, clearance=clearance))
        assert found.gate is min(before.gate, _TOLD[sign], key=order.index)
        assert found.locked is (before.locked or _TOLD[sign].is_red)
        assert len(found.findings) == len(before.findings) + 1
        asked = {f.question for f in before.findings if f.gate is Gate.AMBER}
        open_ = asked & {"q4", "q5", "q6"}
        if sign is FlossSign.N3:
            assert found.cleared is (bool(clearance) and not open_)


def test_all_reasons_are_listed_worst_first() -> None:
    """S4: by gate, then by how soon."""
    found = screen(answers(q1=["e"], q2=["b", "g"], q4="c", q8=True, q12={"rating": 9}))
    assert found.gate is Gate.RED_NOW
    assert [f.urgency for f in found.findings] == [
        "now",
        "today",
        "days",
        "first",
        "first",
        "first",
    ]
    assert [f.question for f in found.findings] == ["q2", "q1", "q2", "q4", "q8", "q12"]


@pytest.mark.parametrize(
    ("changed", "clearance", "locked"),
    [
        ({"q5": True}, [], True),
        ({"q5": True}, ["q6"], True),
        ({"q5": True}, ["q5"], False),
        ({"q6": ["a"]}, [], True),
        ({"q6": ["a"]}, ["q6"], False),
        ({"q6": ["c"]}, [], True),
        ({"q6": ["c"]}, ["q6"], False),
        ({"q5": True, "q6": ["c"]}, ["q5"], True),
        ({"q6": ["b", "d", "e"]}, [], False),
        ({"q4": "c"}, [], False),
        ({"q1": ["e"]}, ["q4", "q5", "q6"], True),
        ({"floss": "N3"}, [], False),
        ({"floss": "N4"}, ["floss"], True),
        ({"floss": "N4-both"}, ["floss"], True),
    ],
)
def test_clearance_opens_what_it_may(
    changed: dict[str, Any], clearance: list[str], locked: bool
) -> None:
    """S4, S5, K1: and never a red gate."""
    assert screen(_with(changed, clearance)).locked is locked


@pytest.mark.parametrize(
    ("changed", "clearance", "cleared"),
    [
        ({"q4": "c"}, [], False),
        ({"q4": "c"}, ["q4"], True),
        ({"q4": "c", "q6": ["b"]}, ["q4"], False),
        ({"q4": "c", "q6": ["b"]}, ["q4", "q6"], True),
        ({"q12": {"rating": 9}}, ["q4"], False),
        ({}, ["q4"], False),
        ({}, ["floss"], False),
        ({"floss": "N3"}, [], False),
        ({"floss": "N3"}, ["q4"], False),
        ({"floss": "N3"}, ["floss"], True),
        ({"floss": "N3", "q4": "c"}, ["floss"], False),
        ({"floss": "N3", "q4": "c"}, ["floss", "q4"], True),
        ({"q4": "c"}, ["q4", "q6"], True),
        ({"q4": "d"}, ["q4"], False),
    ],
)
def test_the_floss_waits_for_every_amber_answer(
    changed: dict[str, Any], clearance: list[str], cleared: bool
) -> None:
    """K5."""
    assert screen(_with(changed, clearance)).cleared is cleared


@pytest.mark.parametrize(
    ("changed", "texts"),
    [
        ({"q12": {"rating": 7}}, []),
        ({"q12": {"rating": 8}}, ["gate.very_tight"]),
        ({"q12": {"rating": 5}, "q8": True}, []),
        ({"q12": {"rating": 6}, "q8": True}, ["gate.sit_bone"]),
    ],
)
def test_how_tight_it_is_counts_from_six_with_an_ache_and_from_eight_alone(
    changed: dict[str, Any], texts: list[str]
) -> None:
    """S4."""
    found = screen(answers(**changed))
    assert [finding.text for finding in found.findings] == texts


def test_k17_speaks_of_age_and_s4_of_everything_else() -> None:
    found = screen(answers(q7={"age": "<18"}, q4="d", q12={"rating": 9}))
    assert [(one.question, one.rule) for one in found.findings] == [
        ("q7", "K17"),
        ("q4", "S4"),
        ("q12", "S4"),
    ]


def test_the_urgency_of_what_was_told() -> None:
    """N4: red immediately."""
    said = {sign: screen(replace(answers(), floss=sign)).findings[0] for sign in FlossSign}
    assert [(f.rule, f.urgency) for f in said.values()] == [
        ("N3", "first"),
        ("N4", "today"),
        ("N4", "now"),
    ]


def _with(changed: dict[str, Any], clearance: list[str]) -> Answers:
    return replace(answers(**changed), clearance=frozenset(clearance))
