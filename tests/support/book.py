"""The real content, read once, and answers to begin from."""

from __future__ import annotations

from functools import cache
from typing import Any

from coach.bootstrap import load_book
from coach.domain.answers import Answers, parse_answers
from coach.domain.book import Book
from coach.domain.plan import Plan, Wishes, build_plan

CALM: dict[str, Any] = {
    "q1": [],
    "q2": [],
    "q3": False,
    "q4": "a",
    "q5": False,
    "q6": [],
    "q7": {"age": 45, "unsteady": False},
    "q8": False,
    "q9": "<4",
    "q10": "unsure",
    "q11": [],
    "q12": {"rating": 5, "side": "both", "training": "none"},
}


@cache
def real_book() -> Book:
    return load_book()


def answers(**changes: Any) -> Answers:
    """Calm answers with some questions changed; ``q12`` and ``q7`` may be given in part."""
    data = dict(CALM)
    for key, value in changes.items():
        data[key] = {**CALM[key], **value} if key in ("q7", "q12") else value
    return parse_answers(data, real_book().intake)


def plan_for(wishes: Wishes | None = None, **changes: Any) -> Plan:
    """The plan of calm answers with some questions changed."""
    return build_plan(answers(**changes), real_book(), wishes)
