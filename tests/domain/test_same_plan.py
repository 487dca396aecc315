"""The same answers give the same plan, in every language and locale (P7)."""

from __future__ import annotations

import locale
from collections.abc import Iterator
from dataclasses import replace
from itertools import combinations, product

import pytest

from coach.domain.answers import Answers
from coach.domain.modifiers import flags
from coach.domain.patterns import profile
from coach.domain.plan import Plan, build_plan
from support.book import answers, real_book

LOCALES = ("C", "C.UTF-8", "de_DE.UTF-8", "en_US.UTF-8", "fr_FR.UTF-8", "tr_TR.UTF-8")
Shape = tuple[object, ...]


def everything() -> Iterator[Answers]:
    """All 32 768 combinations of the answers that score, beside calm ones."""
    base = answers()
    questions = {q.id: q.parts[0].options for q in real_book().intake.questions}
    kept = tuple(pair for pair in base.chosen if pair[0] not in ("q4", "q8", "q9", "q10"))
    letters = questions["q11"]
    ticks = [c for n in range(9) for c in combinations(letters, n)]
    for q4, q8, q9, q10 in product(*(questions[name] for name in ("q4", "q8", "q9", "q10"))):
        fixed = (("q4", q4), ("q8", q8), ("q9", q9), ("q10", q10))
        for ticked in ticks:
            chosen = (*kept, *fixed, *(("q11", option) for option in ticked))
            yield replace(base, chosen=chosen)


def shape(plan: Plan) -> Shape:
    """All of a plan that is not words."""
    return (plan.stage, plan.floss, plan.emphasis, plan.modifiers, plan.effect, plan.days)


def key(given: Answers) -> Shape:
    """What decides on a plan beside the gate: accent, limits, and whether the ease fits (R7)."""
    ease = given.has("q4", "a") and not given.has("q8") and not given.has("q11", "f")
    red = given.has("q4", "d")
    return (profile(given).emphasis, flags(given), ease, red)


def test_every_combination_has_one_plan_in_every_language() -> None:
    """Each plan is built twice, from the first and the last answers that lead to it."""
    first: dict[Shape, Answers] = {}
    last: dict[Shape, Answers] = {}
    count = 0
    for given in everything():
        first.setdefault(key(given), given)
        last[key(given)] = given
        count += 1
    assert count == 32_768
    books = [replace(real_book(), language=language) for language in ("en", "de")]
    for one, begun in first.items():
        pairs = product((begun, last[one]), books)
        plans = [shape(build_plan(given, book)) for given, book in pairs]
        assert all(plan == plans[0] for plan in plans)


@pytest.mark.parametrize("name", LOCALES)
def test_no_locale_changes_a_plan(name: str) -> None:
    """One that the machine does not have leaves the plan to the one it has."""
    given = answers(q9="8+", q10="arched", q11=["a", "b", "c"], q8=True)
    before, plain = locale.setlocale(locale.LC_ALL), build_plan(given, real_book())
    try:
        locale.setlocale(locale.LC_ALL, name)
    except locale.Error:
        name = before
    try:
        assert build_plan(given, real_book()) == plain
    finally:
        locale.setlocale(locale.LC_ALL, before)
