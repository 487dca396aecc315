"""The gate: a truth table over every combination of the answers that decide (S4, K1, K5)."""

from __future__ import annotations

from dataclasses import replace
from itertools import product
from typing import Any

import pytest

from coach.domain.answers import Answers
from coach.domain.screening import screen
from coach.domain.terms import Gate
from support.book import answers

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


def expected(given: dict[str, Any]) -> Gate:
    """The table of S4, written down once more."""
    if set(given["q1"]) & set("abcd") or "b" in given["q2"]:
        return Gate.RED_NOW
    if given["q7"]["age"] == "<18":
        return Gate.OUT
    if "e" in given["q1"] or given["q2"] or given["q3"] or given["q4"] == "d":
        return Gate.RED_SOON
    rating = given["q12"]["rating"]
    unsteady = given["q7"] == {"age": "65+", "unsteady": True}
    sore = given["q8"] and rating >= 6
    if given["q4"] == "c" or given["q5"] or given["q6"] or sore or unsteady or rating >= 8:
        return Gate.AMBER
    return Gate.GREEN


def test_every_combination_has_the_gate_of_the_table() -> None:
    order = list(Gate)
    for values in product(*_TABLE.values()):
        given = dict(zip(_TABLE, values, strict=True))
        found = screen(answers(**given))
        assert found.gate is expected(given), given
        ranks = [order.index(finding.gate) for finding in found.findings]
        assert ranks == sorted(ranks)
        waits = given["q5"] or "a" in given["q6"]
        open_ = found.gate is Gate.GREEN or (found.gate is Gate.AMBER and not waits)
        assert found.locked is not open_, given


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
    ],
)
def test_the_floss_waits_for_every_amber_answer(
    changed: dict[str, Any], clearance: list[str], cleared: bool
) -> None:
    """K5."""
    assert screen(_with(changed, clearance)).cleared is cleared


def _with(changed: dict[str, Any], clearance: list[str]) -> Answers:
    return replace(answers(**changed), clearance=frozenset(clearance))
