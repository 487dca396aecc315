"""Caps that lift (M-STRAIN, M-SIT, M-BAL), and kneeling that hurts (M-KNEE): exact days."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import timedelta
from typing import Any
from uuid import uuid4

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coach.domain.answers import Answers
from coach.domain.decisions import Tick, TickKind
from coach.domain.lifting import Lifting, LiftingFacts, lifting
from coach.domain.modifiers import combined
from coach.domain.plan import Wishes, build_plan
from coach.domain.ruleset import Lift
from coach.domain.terms import Stage
from support.book import answers, real_book
from support.log_values import day, stamp

BOOK = real_book()
RULES = BOOK.rules

STRAIN = answers(q11=["d"])
SIT = answers(q8=True)
SEVENTY = answers(q7={"age": 70})


def ticks(kind: TickKind, told: Mapping[int, bool]) -> tuple[Tick, ...]:
    return tuple(Tick(uuid4(), stamp(number), kind, on) for number, on in told.items())


def found(
    today: int,
    *checks: tuple[int, Answers],
    told: tuple[Tick, ...] = (),
    start: int = 1,
    full: Iterable[int] = (),
) -> Lifting:
    facts = LiftingFacts(
        today=day(today),
        start=day(start),
        checks=tuple((day(number), given) for number, given in checks),
        ticks=told,
        full_days=frozenset(map(day, full)),
    )
    return lifting(facts, RULES)


def said(lifted: Lifting) -> list[tuple[str, str, Mapping[str, str]]]:
    return [(why.rule, why.text, dict(why.params)) for why in lifted.why]


def test_a_calm_person_has_nothing_to_lift() -> None:
    assert found(1, (1, answers())) == Lifting((), combined((), RULES))


def test_there_is_no_answer_without_a_check() -> None:
    with pytest.raises(ValueError, match="finished check"):
        lifting(LiftingFacts(day(1), day(1), ()), RULES)


@pytest.mark.parametrize(("today", "cap"), [(1, "S1"), (21, "S1"), (22, "S4"), (400, "S4")])
def test_a_strain_holds_for_three_weeks(today: int, cap: str) -> None:
    here = found(today, (1, STRAIN))
    assert here.effect.cap == cap
    left = 22 - today
    why = (
        ("M-STRAIN", "lift.strain_waits", {"days": str(left)})
        if left > 0
        else ("M-STRAIN", "lift.strain_over", {"days": "21"})
    )
    assert said(here) == [why]


def test_only_the_cap_of_a_strain_lifts() -> None:
    """M-STRAIN: each stage lasts 21 days and swings wait for S3 all the same."""
    effect = found(60, (1, STRAIN)).effect
    assert effect == replace(RULES.modifiers["M-STRAIN"], cap=Stage.S4, capped_by=())
    assert (effect.min_stage_days, effect.swings_from, effect.two_leg) == (21, Stage.S3, True)


@pytest.mark.parametrize(
    ("checks", "start", "first_free"),
    [
        ([(1, STRAIN)], 5, 26),
        ([(1, answers()), (30, STRAIN)], 1, 51),
        ([(1, STRAIN), (30, STRAIN)], 1, 22),
        ([(1, STRAIN), (30, answers()), (40, STRAIN)], 1, 61),
        ([(1, STRAIN), (30, replace(STRAIN, seen=frozenset({"q3"})))], 1, 51),
        ([(1, replace(STRAIN, seen=frozenset({"q3"}))), (30, STRAIN)], 1, 22),
    ],
)
def test_the_three_weeks_begin_when_the_strain_was_told(
    checks: list[tuple[int, Answers]], start: int, first_free: int
) -> None:
    """From the start of the plan or the check in which it appeared; a new one begins anew."""
    assert found(first_free - 1, *checks, start=start).effect.cap is Stage.S1
    assert found(first_free, *checks, start=start).effect.cap is Stage.S4


def test_a_strain_that_was_red_in_between_begins_anew() -> None:
    """Q3 answered with yes again, and seen again."""
    seen = replace(answers(), seen=frozenset({"q3"}))
    again = replace(answers(q3=True), seen=frozenset({"q3"}))
    checks = [(1, seen), (30, again), (40, seen)]
    assert found(60, *checks).effect.cap is Stage.S1
    assert found(61, *checks).effect.cap is Stage.S4


@pytest.mark.parametrize(
    ("told", "first_free"),
    [
        ({3: False, 10: False}, 15),
        ({8: False, 9: False}, 15),
        ({8: False, 15: False}, 15),
        ({10: False, 12: False}, 17),
        ({2: False, 14: False, 20: False}, 15),
        ({2: False, 16: False, 22: False}, 23),
        ({3: False, 10: True, 12: False, 18: False}, 24),
        ({3: False, 10: True, 12: False, 18: False, 24: False}, 24),
    ],
)
def test_fourteen_days_without_an_ache(told: dict[int, bool], first_free: int) -> None:
    """Counted from the check or the latest ache, with a tick in each of the two weeks."""
    told_ticks = ticks(TickKind.SIT_BONE, told)
    before = found(first_free - 1, (1, SIT), told=told_ticks)
    assert before.effect.cap is Stage.S2
    assert said(before) == [("M-SIT", "lift.sit_waits", {"days": "14"})]
    after = found(first_free, (1, SIT), told=told_ticks)
    assert after.effect.cap is Stage.S4
    assert said(after) == [("M-SIT", "lift.sit_over", {"days": "14"})]


@pytest.mark.parametrize(
    "told", [{}, {20: False}, {1: False, 2: False}, {2: False, 30: False}, {5: True}]
)
def test_no_word_is_not_the_same_as_no_ache(told: dict[int, bool]) -> None:
    """X4. A tick of the day of the check says nothing more than the check."""
    here = found(200, (1, SIT), told=ticks(TickKind.SIT_BONE, told))
    assert here.effect.cap is Stage.S2


@pytest.mark.parametrize("other", [kind for kind in TickKind if kind is not TickKind.SIT_BONE])
def test_what_is_told_of_something_else_lifts_no_cap(other: TickKind) -> None:
    quiet = ticks(other, {3: False, 10: False})
    assert found(15, (1, SIT), told=quiet).effect.cap is Stage.S2


def test_what_has_lifted_stays_until_an_ache_is_told() -> None:
    quiet = {3: False, 10: False}
    assert found(200, (1, SIT), told=ticks(TickKind.SIT_BONE, quiet)).effect.cap is Stage.S4
    ache = ticks(TickKind.SIT_BONE, quiet | {100: True})
    assert found(99, (1, SIT), told=ache).effect.cap is Stage.S4
    assert found(100, (1, SIT), told=ache).effect.cap is Stage.S2
    again = found(100, (1, SIT), (90, SIT), told=ticks(TickKind.SIT_BONE, quiet))
    assert again.effect.cap is Stage.S2


def test_only_the_cap_of_the_sitting_bone_lifts() -> None:
    effect = found(15, (1, SIT), told=ticks(TickKind.SIT_BONE, {3: False, 10: False})).effect
    assert (effect.hinge_deg, effect.swings_from, effect.ease) == (45, None, False)


def test_the_last_word_of_a_day_counts() -> None:
    told = (
        *ticks(TickKind.SIT_BONE, {3: False}),
        Tick(uuid4(), stamp(10, hour=20), TickKind.SIT_BONE, False),
        Tick(uuid4(), stamp(10, hour=8), TickKind.SIT_BONE, True),
    )
    assert found(15, (1, SIT), told=told).effect.cap is Stage.S4


@pytest.mark.parametrize(
    ("told", "full", "done"),
    [
        ({}, range(1, 30), 0),
        (dict.fromkeys((1, 3, 5, 8), True), (1, 3, 5, 8), 4),
        (dict.fromkeys((1, 3, 5, 8), True), (1, 3, 5, 9), 3),
        ({1: True, 3: True, 5: False, 8: True, 10: True}, (1, 3, 5, 8, 10), 4),
        (dict.fromkeys((1, 3, 5, 31), True), (1, 3, 5, 31), 3),
    ],
)
def test_four_steady_sessions(told: dict[int, bool], full: Iterable[int], done: int) -> None:
    here = found(30, (1, SEVENTY), told=ticks(TickKind.STEADY, told), full=full)
    assert here.effect.cap is (Stage.S4 if done == 4 else Stage.S2)
    assert here.lifted == ({"M-BAL"} if done == 4 else set())
    needed = {"needed": "4"}
    waits = ("M-BAL", "lift.steady_waits", {"done": str(done)} | needed)
    assert said(here) == [("M-BAL", "lift.steady_over", needed) if done == 4 else waits]


def test_more_than_four_steady_sessions_are_enough_too() -> None:
    days = (1, 3, 5, 8, 10)
    told = ticks(TickKind.STEADY, dict.fromkeys(days, True))
    assert found(30, (1, SEVENTY), told=told, full=days).lifted == {"M-BAL"}


def test_a_hand_stays_on_something_solid() -> None:
    """M-BAL: the cap lifts, the hand and the 21 days stay."""
    told = ticks(TickKind.STEADY, dict.fromkeys((1, 3, 5, 8), True))
    here = found(30, (1, SEVENTY), told=told, full=(1, 3, 5, 8))
    assert here.effect.min_stage_days == 21
    wishes = Wishes(stage=Stage.S4, effect=here.effect, extra_flags=here.extra)
    plan = build_plan(SEVENTY, BOOK, wishes)
    assert plan.stage is Stage.S4
    assert {i.exercise: i.dose.variant for i in plan.days[0].items}["single_leg_deadlift"] == (
        "foot_off_hand"
    )


def test_unsteady_at_a_later_check_counts_anew() -> None:
    told = ticks(TickKind.STEADY, dict.fromkeys((1, 3, 5, 8), True))
    later = answers(q7={"age": 70, "unsteady": True})
    here = found(30, (1, SEVENTY), (20, later), told=told, full=(1, 3, 5, 8))
    assert here.effect.cap is Stage.S2
    same = found(30, (1, SEVENTY), (20, SEVENTY), told=told, full=(1, 3, 5, 8))
    assert same.effect.cap is Stage.S4


@pytest.mark.parametrize(
    ("today", "extra"), [(9, ()), (10, ("M-KNEE",)), (37, ("M-KNEE",)), (38, ()), (39, ())]
)
def test_kneeling_that_hurts_counts_for_four_weeks(today: int, extra: tuple[str, ...]) -> None:
    told = ticks(TickKind.KNEELING, {10: True, 20: False})
    here = found(today, (1, answers()), told=told)
    assert (here.extra, here.names) == (extra, extra)
    assert ("kneeling" in here.effect.forbid) == bool(extra)
    assert [why.text for why in here.why] == ["lift.kneeling"] * len(extra)


def test_a_tick_that_counts_for_no_days_adds_nothing() -> None:
    """How long a tick adds M-KNEE stands in the tables alone."""
    facts = LiftingFacts(
        day(10), day(1), ((day(1), answers()),), ticks(TickKind.KNEELING, {10: True})
    )
    assert lifting(facts, RULES).extra == ("M-KNEE",)
    rules = replace(RULES, lifts={**RULES.lifts, "M-KNEE": Lift()})
    assert lifting(facts, rules).extra == ()


def test_kneeling_stands_the_release_up_and_leaves_the_stage() -> None:
    trained = answers(q12={"training": "regular"})
    here = found(10, (1, trained), told=ticks(TickKind.KNEELING, {10: True}))
    plan = build_plan(trained, BOOK, Wishes(effect=here.effect, extra_flags=here.extra))
    assert plan.modifiers == ("M-KNEE",)
    assert plan.stage is Stage.S2
    release = next(i for i in plan.days[0].items if i.exercise == "hip_flexor_release")
    assert (release.dose.variant, "M-KNEE" in release.rules) == ("split_stance", True)


def test_what_surgery_asks_for_is_not_said_twice() -> None:
    here = found(10, (1, answers(q6=["c"])), told=ticks(TickKind.KNEELING, {10: True}))
    assert here.names == ("M-HIP", "M-KNEE", "M-BACK")
    assert (here.extra, here.why) == ((), ())


def test_the_strictest_cap_left_stands_and_is_named() -> None:
    """Q11 d and 65+: the strain's cap is over, the balance's is not."""
    both = answers(q11=["d"], q7={"age": 70})
    young = found(21, (1, both))
    assert (young.effect.cap, young.effect.capped_by) == (Stage.S1, ("M-STRAIN",))
    old = found(22, (1, both))
    assert (old.effect.cap, old.effect.capped_by) == (Stage.S2, ("M-BAL",))
    plan = build_plan(both, BOOK, Wishes(stage=Stage.S4, effect=old.effect))
    assert (plan.stage, plan.why[0].rule, plan.why[0].text) == (Stage.S2, "M-BAL", "stage.capped")


ANY_TICKS = st.lists(
    st.tuples(st.sampled_from(TickKind), st.integers(-5, 60), st.booleans()), max_size=25
)
SOME_ANSWERS = st.fixed_dictionaries(
    {},
    optional={
        "q8": st.just(True),
        "q11": st.just(["d"]),
        "q7": st.just({"age": 70}),
        "q6": st.sampled_from((["b"], ["c"], ["d"])),
    },
)


@given(given_ticks=ANY_TICKS, changes=SOME_ANSWERS, today=st.integers(1, 60))
def test_nothing_but_a_cap_ever_loosens(
    given_ticks: list[tuple[TickKind, int, bool]], changes: dict[str, Any], today: int
) -> None:
    told = tuple(Tick(uuid4(), stamp(at), kind, on) for kind, at, on in given_ticks)
    given_answers = answers(**changes)
    here = found(today, (1, given_answers), told=told, full=range(1, today + 1))
    full = combined(here.names, RULES)
    assert here.effect.cap.level >= full.cap.level
    assert replace(here.effect, cap=full.cap, capped_by=full.capped_by) == full
    assert all(BOOK.texts.sentence(why) for why in here.why)


@given(given_ticks=ANY_TICKS, today=st.integers(1, 60))
def test_ticks_of_days_to_come_say_nothing_yet(
    given_ticks: list[tuple[TickKind, int, bool]], today: int
) -> None:
    person = answers(q8=True, q7={"age": 70})
    past = [one for one in given_ticks if one[1] <= today]

    def made(chosen: list[tuple[TickKind, int, bool]]) -> tuple[Tick, ...]:
        return tuple(Tick(uuid4(), stamp(at), kind, on) for kind, at, on in chosen)

    full = range(1, 60)
    assert found(today, (1, person), told=made(given_ticks), full=full) == found(
        today, (1, person), told=made(past), full=full
    )


def test_ten_years_of_ticks_are_read_at_once() -> None:
    """A day's rules stay quick: an ache every third day never lifts anything."""
    told = ticks(TickKind.SIT_BONE, {n: n % 3 == 0 for n in range(2, 3650)})
    assert found(3650, (1, SIT), told=told).effect.cap is Stage.S2


def test_the_days_are_civil_days() -> None:
    facts = LiftingFacts(day(1) + timedelta(days=21), day(1), ((day(1), STRAIN),))
    assert lifting(facts, RULES).lifted == {"M-STRAIN"}
