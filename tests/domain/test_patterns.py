"""The pattern profile over every combination of the answers that score (P1-P3, P7, K8)."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations, product
from typing import Any

import pytest

from coach.domain.answers import Answers
from coach.domain.patterns import Profile, profile
from coach.domain.terms import Emphasis
from support.book import answers, real_book

INTAKE = real_book().intake
RANK = [
    Emphasis.NERVE_LIKE,
    Emphasis.OLD_INJURY,
    Emphasis.GLUTE,
    Emphasis.FRONT,
    Emphasis.TUCKED,
]


def points(q4: Any, q8: Any, q9: Any, q10: Any, q11: frozenset[str]) -> dict[Emphasis, int]:
    """The scoring table of P1, written down once more."""
    front = 2 * (q10 == "arched") + 2 * ("a" in q11) + (q9 in ("6-8", "8+")) + ("h" in q11)
    return {
        Emphasis.NERVE_LIKE: {"b": 3, "c": 5}.get(q4, 0) + ("f" in q11),
        Emphasis.OLD_INJURY: 3 * ("d" in q11) + q8,
        Emphasis.GLUTE: 2 * ("b" in q11) + 2 * ("c" in q11) + ("g" in q11),
        Emphasis.FRONT: front,
        Emphasis.TUCKED: 3 * (q10 == "flat") + (q9 == "8+"),
    }


MOST = {
    Emphasis.NERVE_LIKE: 6,
    Emphasis.OLD_INJURY: 4,
    Emphasis.GLUTE: 5,
    Emphasis.FRONT: 6,
    Emphasis.TUCKED: 4,
}
SITTING = {"<4": 0, "4-6": 1, "6-8": 2, "8+": 3}


def _everything() -> Iterator[tuple[tuple[Any, ...], frozenset[str], Answers]]:
    """All 32 768 combinations; options are looked up once, so that this stays fast."""
    names = ("q4", "q8", "q9", "q10")
    options = {q.id: q.parts[0].options for q in INTAKE.questions}
    letters = {str(o.value): o for o in options["q11"]}
    ticks = [frozenset(c) for n in range(9) for c in combinations(letters, n)]
    for picked in product(*(options[name] for name in names)):
        fixed = tuple(zip(names, picked, strict=True))
        values = tuple(option.value for option in picked)
        for ticked in ticks:
            more = (("q11", letters[letter]) for letter in sorted(ticked))
            yield values, ticked, Answers((*fixed, *more), rating=5)


def _verify(values: tuple[Any, ...], ticked: frozenset[str], found: Profile) -> None:
    _, _, q9, q10 = values
    scores = points(*values, ticked)
    ranked = sorted(RANK, key=lambda one: -scores[one] / MOST[one])
    *competing, sitting = found.patterns
    assert [(p.id, p.points, p.most) for p in competing] == [
        (one, scores[one], MOST[one]) for one in ranked
    ]
    barred = Emphasis.FRONT if q10 == "flat" else Emphasis.TUCKED
    shown = [one for one in ranked if scores[one] >= 3 and one is not barred][:2]
    assert [p.id for p in found.shown] == shown
    assert found.emphasis is (shown[0] if shown else Emphasis.BALANCED)
    assert (sitting.id, sitting.points) == (Emphasis.SITTING, SITTING[q9])
    assert found.sitting is sitting.shown is (q9 == "8+")
    assert found.guarding == len(ticked & set("efg"))


def test_all_combinations_score_and_rank_by_the_table() -> None:
    """P1-P3, P7: the same answers give the same profile."""
    count = 0
    for values, ticked, given in _everything():
        found = profile(given)
        _verify(values, ticked, found)
        assert profile(given) == found
        count += 1
    assert count == 4 * 2 * 4 * 4 * 2**8


def test_no_pattern_is_the_common_case_and_has_a_plan() -> None:
    """P2."""
    found = profile(answers())
    assert found.shown == ()
    assert found.emphasis is Emphasis.BALANCED


def test_worked_case_one() -> None:
    found = profile(answers(q9="8+", q10="arched", q11=["a"]))
    assert found.emphasis is Emphasis.FRONT
    assert [(p.id, p.points, p.most) for p in found.shown] == [(Emphasis.FRONT, 5, 6)]
    assert found.patterns[-1].points == found.patterns[-1].most == 3
    assert found.sitting


@pytest.mark.parametrize("outline", ["between", "unsure", "arched"])
def test_tucked_is_shown_by_the_outline_alone(outline: str) -> None:
    """P3."""
    shown = profile(answers(q9="8+", q10=outline)).shown
    assert Emphasis.TUCKED not in [p.id for p in shown]


def test_answers_are_counted_by_question() -> None:
    """P4: "based on 12 answers", "none of these" among them."""
    assert profile(answers()).answered == 12
