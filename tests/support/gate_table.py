"""The table of S4 written down once more, apart from the program's own code."""

from __future__ import annotations

from itertools import combinations, product
from typing import Any

from coach.domain.terms import Gate

_SOON = {"q1": {"e"}, "q2": set("acdefg")}
_AGES = ("<18", "18-64", "65+")


def gate_of(given: dict[str, Any]) -> Gate:
    """The gate of a whole answers file, worst outcome first."""
    if set(given["q1"]) & set("abcd") or "b" in given["q2"]:
        return Gate.RED_NOW
    if given["q7"]["age"] == "<18":
        return Gate.OUT
    if any(set(given[name]) & soon for name, soon in _SOON.items()):
        return Gate.RED_SOON
    if given["q3"] or given["q4"] == "d":
        return Gate.RED_SOON
    rating = given["q12"]["rating"]
    unsteady = given["q7"] == {"age": "65+", "unsteady": True}
    sore = given["q8"] and rating >= 6
    if given["q4"] == "c" or given["q5"] or given["q6"] or sore or unsteady or rating >= 8:
        return Gate.AMBER
    return Gate.GREEN


def locked_without_clearance(given: dict[str, Any]) -> bool:
    """Whether nothing may start while no professional has said that it is fine (K1)."""
    gate = gate_of(given)
    return gate not in (Gate.GREEN, Gate.AMBER) or bool(given["q5"] or set(given["q6"]) & {*"ac"})


def every_answer() -> dict[str, list[Any]]:
    """All that can be answered to each question that decides on the gate."""
    return {
        "q1": _subsets("abcde"),
        "q2": _subsets("abcdefg"),
        "q3": [False, True],
        "q4": list("abcd"),
        "q5": [False, True],
        "q6": _subsets("abcde"),
        "q7": [{"age": a, "unsteady": u} for a, u in product(_AGES, (False, True))],
        "q8": [False, True],
        "q12": [{"rating": rating} for rating in range(11)],
    }


def _subsets(letters: str) -> list[list[str]]:
    sizes = range(len(letters) + 1)
    return [list(found) for size in sizes for found in combinations(letters, size)]
