"""What the rules over weeks read on one day (D5, N6, X2)."""

from __future__ import annotations

import pytest

from coach.domain.facts import Facts, floss_state, usual_of
from coach.domain.history import PlanFact
from coach.domain.lifting import Lifting
from coach.domain.ruleset import Effect
from coach.domain.standing import Mark
from coach.domain.terms import Floss, Gate, Stage
from coach.domain.trend import VerdictKind
from support.months import day, fact, history

SAME, LOWER = VerdictKind.NO_CLEAR_CHANGE, VerdictKind.LOWER
BEGIN = fact(1, Stage.S1, "G2")
F2 = [BEGIN, PlanFact(day(8), Stage.S1, Floss.F2, "N6")]


def test_the_effect_and_the_day_are_those_of_the_parts() -> None:
    effect = Effect(cap=Stage.S1)
    facts = Facts(history(today=5), Gate.GREEN, lifting=Lifting(("M-SIT",), effect))
    assert (facts.effect, facts.today) == (effect, day(5))
    assert Facts(history(), Gate.GREEN).effect == Effect()


def test_usual_is_that_of_the_day_that_is_asked_for() -> None:
    facts = Facts(history([4] * 7 + [8] * 14), Gate.GREEN)
    assert (usual_of(facts, day(7)), usual_of(facts, day(21))) == (4.0, 8.0)


@pytest.mark.parametrize(
    ("row", "closed"),
    [
        (fact(5, Stage.S1, Mark.PAUSE), [5, 6, 7]),
        (fact(5, None, "S4"), [5, 6, 7]),
        (fact(5, Stage.S1, "N6"), []),
    ],
)
def test_d5_a_day_is_open_unless_a_lock_or_a_pause_stood_at_its_end(
    row: PlanFact, closed: list[int]
) -> None:
    facts = Facts(
        history(plans=[BEGIN, row, fact(8, Stage.S1, Mark.PAUSE_END)], today=9), Gate.GREEN
    )
    assert [n for n in range(1, 10) if not facts.open_on(day(n))] == closed


@pytest.mark.parametrize(
    ("looks", "level"),
    [
        ((), Floss.F2),
        ((LOWER,), Floss.F3),
        ((SAME, LOWER), Floss.F3),
        ((SAME, SAME, LOWER), Floss.F3),
        ((LOWER, SAME), Floss.F2),
        ((LOWER, LOWER, SAME), Floss.F2),
    ],
)
def test_the_floss_goes_by_the_latest_verdict(looks: tuple[VerdictKind, ...], level: Floss) -> None:
    nerve = Lifting(("M-NERVE1",), Effect())
    facts = Facts(
        history(plans=F2, today=15), Gate.GREEN, lifting=nerve, looks=looks, wants_f3=True
    )
    assert floss_state(facts).level is level
    unasked = Facts(facts.history, Gate.GREEN, lifting=nerve, looks=looks)
    assert floss_state(unasked).level is Floss.F2


def test_k5_amber_waits_for_the_clearance_of_every_answer() -> None:
    past = history(plans=F2, today=15)
    held = [floss_state(Facts(past, Gate.AMBER, cleared=one)).level for one in (False, True)]
    assert held == [Floss.LOCK, Floss.F0]
