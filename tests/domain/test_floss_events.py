"""How bad tingling was, and what it leaves behind (N1-N4)."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from coach.domain.floss_events import (
    FlossRule,
    Trouble,
    classify,
    least_gate,
    lock_end,
    removals,
    troubles,
)
from coach.domain.history import FlossEvent
from coach.domain.terms import Gate, Side
from support.histories import flossed, history, on, rated, tingle


def no_usual(_: date) -> float | None:
    return None


def usual_4(_: date) -> float | None:
    return 4.0


@pytest.mark.parametrize(
    ("strength", "lasted_s", "more", "rule"),
    [
        (0, 0, {}, "N1"),
        (2, 60, {}, "N1"),
        (3, 10, {}, "N2"),
        (1, 61, {}, "N2"),
        (1, 10, {"further_down": True}, "N2"),
        (0, 10, {"numb": True}, "N2"),
        (1, 3_599, {"numb": True}, "N2"),
        (1, 3_600, {"numb": True}, "N4"),
    ],
)
def test_the_kinds_of_tingling(
    strength: int, lasted_s: int, more: dict[str, Any], rule: str
) -> None:
    assert classify(FlossEvent(on(1), strength, lasted_s, **more)) == FlossRule(rule)


def test_tingling_that_nobody_described_counts_as_worse() -> None:
    assert troubles(history(2, sessions=[flossed(1, tingling=True)])) == (
        Trouble(on(1), FlossRule.N2),
    )
    described = history(2, sessions=[flossed(1, tingling=True)], floss_events=[tingle(1, 1, 20)])
    assert troubles(described) == (Trouble(on(1), FlossRule.N1),)


def test_both_legs_on_one_day_are_red_at_once() -> None:
    events = [tingle(1, side=Side.LEFT), tingle(1, side=Side.RIGHT)]
    (found,) = troubles(history(1, floss_events=events))
    assert (found.rule, least_gate(found)) == (FlossRule.N4, Gate.RED_NOW)
    echoes = [tingle(1, 1, 10, side=Side.LEFT), tingle(1, 1, 10, side=Side.RIGHT)]
    assert troubles(history(1, floss_events=echoes)) == (Trouble(on(1), FlossRule.N1),)


def test_constant_numbness_is_red_soon() -> None:
    (found,) = troubles(history(1, floss_events=[tingle(1, 1, 7_200, numb=True)]))
    assert least_gate(found) is Gate.RED_SOON


@pytest.mark.parametrize(
    ("told", "end"),
    [
        ([], None),
        ([(1, "N1")], None),
        ([(1, "N2")], 8),
        ([(1, "N2"), (8, "N1")], 15),
        ([(1, "N2"), (9, "N1")], 8),
        ([(1, "N2"), (5, "N2")], 12),
    ],
)
def test_the_lock_lasts_seven_quiet_days(told: list[tuple[int, str]], end: int | None) -> None:
    troubles_told = [Trouble(on(day), FlossRule(rule)) for day, rule in told]
    assert lock_end(troubles_told) == (None if end is None else on(end))


@pytest.mark.parametrize(("second", "removed"), [(2, True), (29, True), (30, False)])
def test_a_second_n2_within_28_days_takes_it_out(second: int, removed: bool) -> None:
    past = history(second, floss_events=[tingle(1), tingle(second)])
    assert removals(past, no_usual) == ((Trouble(on(second), FlossRule.N3),) if removed else ())


@pytest.mark.parametrize(("score", "removed"), [(4, False), (5, True)])
def test_a_morning_still_above_usual_takes_it_out(score: int, removed: bool) -> None:
    past = history(2, floss_events=[tingle(1)], rated=rated({2: score}))
    assert removals(past, usual_4) == ((Trouble(on(2), FlossRule.N3),) if removed else ())
    assert removals(past, no_usual) == ()


def test_only_the_next_morning_counts() -> None:
    past = history(3, floss_events=[tingle(1)], rated=rated({1: 9, 3: 9}))
    assert removals(past, usual_4) == ()


def test_what_goes_down_the_leg_and_stays_two_days_takes_it_out() -> None:
    spreads = tingle(1, 1, 2 * 86_400, further_down=True)
    assert removals(history(3, floss_events=[spreads]), no_usual) == (Trouble(on(3), FlossRule.N3),)


def test_n3_leaves_amber() -> None:
    assert least_gate(Trouble(on(1), FlossRule.N3)) is Gate.AMBER
