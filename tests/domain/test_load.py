"""Weight, one small step at a time (R2, G4)."""

from __future__ import annotations

from dataclasses import replace

import pytest

from coach.domain.history import History
from coach.domain.load import LoadOffer, load_offer
from coach.domain.ruleset import Effect
from coach.domain.terms import Effort, Stage
from support.months import EASY, day, done, fact, history

S3, S4 = Stage.S3, Stage.S4
FINE = {**EASY, "single_leg_deadlift": Effort.FINE}
READY = history([4] * 11, [done(8, S3), done(10, S3)], [fact(1, S3, "G1")])


@pytest.mark.parametrize(("held", "most", "step"), [(0, 4, 2), (2, 4, 2), (3, 4, 1), (9, None, 2)])
def test_r2_one_to_two_kilograms_within_the_limit(held: int, most: int | None, step: int) -> None:
    found = load_offer(READY, Effect(), held, most)
    assert isinstance(found, LoadOffer)
    assert (found.least_kg, found.most_kg) == (1, step)


@pytest.mark.parametrize(
    ("past", "effect", "held", "step", "text"),
    [
        (READY, Effect(forbid=frozenset({"load"})), 0, None, "load.barred"),
        (READY, Effect(), 4, None, "load.top"),
        (READY, Effect(), 2, 5, "load.again"),
        (READY, Effect(), 2, 8, "load.easy"),
        (history([4] * 11, READY.sessions), Effect(), 0, None, "load.stage"),
        (history([], READY.sessions, [fact(5, S3, "G1")], 11), Effect(), 0, None,
         "load.stage_week"),
        (history([], [done(8, S3), done(10, S3, efforts=FINE)], READY.plans, 11), Effect(), 0,
         None, "load.easy"),
        (replace(READY, plans=(*READY.plans, fact(9, Stage.S2, "D2"))), Effect(), 0, None,
         "load.quiet"),
    ],
)  # fmt: skip
def test_r2_why_not_yet(
    past: History, effect: Effect, held: int, step: int | None, text: str
) -> None:
    found = load_offer(past, effect, held, 4, None if step is None else day(step))
    assert isinstance(found, tuple)
    assert text in [why.text for why in found]


def test_k9_a_session_that_told_nothing_does_not_break_the_row() -> None:
    silent = replace(done(9, S3), efforts={})
    past = replace(READY, sessions=(READY.sessions[0], silent, READY.sessions[1]))
    assert isinstance(load_offer(past, Effect(), 0, 4), LoadOffer)


def test_r2_a_week_is_enough() -> None:
    later = replace(READY, plans=(fact(4, S3, "G1"),))
    assert isinstance(load_offer(later, Effect(), 0, 4), LoadOffer)
    stepped = history([], [done(9, S3), done(11, S3)], READY.plans, 15)
    assert isinstance(load_offer(stepped, Effect(), 2, 4, day(8)), LoadOffer)
    once = replace(stepped, sessions=stepped.sessions[1:])
    assert isinstance(load_offer(once, Effect(), 2, 4, day(8)), tuple)


@pytest.mark.parametrize("rule", ["D3", "D5"])
def test_r2_waits_for_the_usual_course(rule: str) -> None:
    plans = (fact(-5, S4, "G1"), fact(-1, S3, rule))
    found = load_offer(replace(READY, plans=plans), Effect(), 0, 4)
    assert isinstance(found, tuple)
    assert "load.quiet" in [why.text for why in found]


@pytest.mark.parametrize(("held", "room"), [(29, 2), (30, 2), (31, 1), (32, 0), (40, 0)])
def test_r2_no_step_leads_beyond_what_belongs_at_home(held: int, room: int) -> None:
    past = replace(READY, plans=(fact(-5, S4, "G1"),), sessions=(done(9, S4), done(11, S4)))
    found = load_offer(past, Effect(), held, None)
    assert (found.most_kg if isinstance(found, LoadOffer) else 0) == room
