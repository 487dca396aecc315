"""Every answer, every pair of answers and thousands of whole checks against the table of S4."""

from __future__ import annotations

import random
from itertools import combinations
from typing import Any

import pytest

from coach.domain.answers import parse_answers
from coach.domain.screening import Screening, screen
from coach.domain.terms import Gate
from support.book import CALM, real_book
from support.gate_table import every_answer, gate_of, locked_without_clearance

EVERY = every_answer()
_CALM = {**CALM, "q7": {"age": "18-64", "unsteady": False}}
_SEED, _CHECKS = 7, 6_000


def whole(**changes: Any) -> dict[str, Any]:
    q12 = {**_CALM["q12"], **changes.pop("q12", {})}
    return {**_CALM, **changes, "q12": q12}


def verify(given: dict[str, Any]) -> Screening:
    found = screen(parse_answers(given, real_book().intake))
    assert found.gate is gate_of(given), given
    assert found.locked is locked_without_clearance(given), given
    return found


@pytest.mark.parametrize("question", EVERY)
def test_every_answer_of_every_question_alone(question: str) -> None:
    for answer in EVERY[question]:
        verify(whole(**{question: answer}))


@pytest.mark.parametrize("pair", list(combinations(EVERY, 2)), ids="-".join)
def test_every_pair_of_questions_in_every_combination(pair: tuple[str, str]) -> None:
    """The gate is the worst of the findings, and findings come of one question or of two."""
    first, second = pair
    for one in EVERY[first]:
        for other in EVERY[second]:
            verify(whole(**{first: one, second: other}))


def test_whole_checks_drawn_from_all_combinations() -> None:
    rng, seen = random.Random(_SEED), set()
    for _ in range(_CHECKS):
        drawn = {name: rng.choice(values) for name, values in EVERY.items()}
        # Most draws are red; a calm start leaves room for the milder outcomes.
        calm = {name: drawn[name] for name in ("q1", "q2", "q3") if rng.random() < 0.4}
        seen.add(
            verify(whole(**{**drawn, **{n: _CALM[n] for n in ("q1", "q2", "q3")}, **calm})).gate
        )
    assert seen == set(Gate)
