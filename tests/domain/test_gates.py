"""Which gate stands, and what clears the leg (S5, K16, N3, N4)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coach.domain.answers import FlossSign
from coach.domain.floss_events import FlossRule, Trouble
from coach.domain.gates import (
    clearance_day,
    holds,
    in_order,
    newest,
    open_sign,
    sign_of,
    told_on,
    too_soon,
    whole_day,
)
from coach.domain.records import Check
from coach.domain.terms import Gate
from support.histories import on
from support.store_builders import numbered_id, stamp

DAY_MIN = 24 * 60


def check(day: float, gate: Gate = Gate.GREEN, number: int = 1, **answers: Any) -> Check:
    """A check of plan day ``day``, with some of its answers."""
    return Check(numbered_id(number), stamp((day - 1) * DAY_MIN), answers, gate, "1", 0)


def n3(day: float, *clearance: str) -> Check:
    return check(day, Gate.AMBER, floss="N3", clearance=list(clearance))


def test_a_green_backup_does_not_open_a_red_gate() -> None:
    """Worked case 14: the newest gate wins, in whatever order the files are read."""
    green, red = check(1, Gate.GREEN, 2), check(3, Gate.RED_SOON, 1)
    assert newest([green, red]) is red
    assert newest([red, green]) is red
    assert newest([]) is None


def test_a_later_green_check_opens_an_older_red_gate() -> None:
    red, green = check(1, Gate.RED_NOW, 2), check(3, Gate.GREEN, 1)
    assert newest([green, red]) is green


@given(st.lists(st.tuples(st.integers(1, 3), st.sampled_from(Gate)), min_size=1, max_size=6))
def test_of_one_instant_the_worst_gate_stands(made: list[tuple[int, Gate]]) -> None:
    checks = [check(day, gate, number) for number, (day, gate) in enumerate(made, start=1)]
    stands = newest(checks)
    assert stands is not None
    last = max(day for day, _ in made)
    worst = min((gate for day, gate in made if day == last), key=list(Gate).index)
    assert (stands.stamp, stands.gate) == (stamp((last - 1) * DAY_MIN), worst)
    assert in_order(checks)[-1] is stands
    assert newest(reversed(checks)) is stands


@pytest.mark.parametrize(
    ("rule", "both", "sign"),
    [
        (FlossRule.N3, False, FlossSign.N3),
        (FlossRule.N4, False, FlossSign.N4),
        (FlossRule.N4, True, FlossSign.N4_BOTH),
    ],
)
def test_a_removal_says_what_it_adds(rule: FlossRule, both: bool, sign: FlossSign) -> None:
    assert sign_of(Trouble(on(1), rule, both)) is sign


def test_only_the_mildest_sign_ends_with_a_tick() -> None:
    assert open_sign(check(1)) is None
    assert open_sign(n3(1)) is FlossSign.N3
    assert open_sign(n3(1, "q4")) is FlossSign.N3
    assert open_sign(n3(1, "floss")) is None
    for worse in (FlossSign.N4, FlossSign.N4_BOTH):
        told = check(1, Gate.RED_SOON, floss=worse.value, clearance=["floss"])
        assert open_sign(told) is worse
        assert holds(told, FlossSign.N3)
    assert holds(n3(1), FlossSign.N3)
    assert not holds(n3(1), FlossSign.N4)
    assert not holds(n3(1, "floss"), FlossSign.N3)


@pytest.mark.parametrize(
    ("checks", "told"),
    [
        ([], None),
        ([check(1)], None),
        ([check(1), n3(4)], 4),
        ([check(1), n3(4), n3(6), n3(7, "q4")], 4),
        ([check(1), n3(4), n3(6, "floss")], None),
        ([n3(4), n3(6, "floss"), n3(8)], 8),
        ([n3(4), check(5, Gate.RED_SOON, floss="N4")], 5),
    ],
)
def test_since_when_a_sign_stands(checks: Sequence[Check], told: int | None) -> None:
    assert told_on(checks) == (None if told is None else on(told))
    if told is not None:
        assert too_soon(checks, on(told))
        assert too_soon(checks, on(told - 1))
        assert not too_soon(checks, on(told + 1))


@pytest.mark.parametrize(
    ("checks", "day"),
    [
        ([], None),
        ([check(1), n3(4)], None),
        ([check(1), n3(4), n3(6, "floss")], 6),
        ([n3(4), n3(6, "floss"), n3(8, "floss"), check(9)], 6),
        ([n3(4), n3(6, "floss"), n3(8), n3(11, "floss")], 11),
        ([n3(4), n3(6, "q4")], None),
        ([check(1), check(2, Gate.AMBER, q4="c"), check(3, clearance=["q4"])], 3),
        ([check(1), check(2, clearance=["q5", "q6"])], None),
        ([check(1), check(2, Gate.RED_SOON, floss="N4"), check(5)], 5),
        ([check(1, Gate.RED_NOW), check(2, Gate.RED_SOON)], None),
        ([check(1, Gate.RED_NOW), n3(2)], None),
    ],
)
def test_the_day_of_the_newest_clearance(checks: Sequence[Check], day: int | None) -> None:
    expected = None if day is None else on(day)
    assert clearance_day(checks) == expected
    assert clearance_day(checks[::-1]) == expected


def test_s6_a_check_that_only_adds_keeps_the_day_of_the_whole_one() -> None:
    assert whole_day(check(9)) == on(9)
    assert whole_day(check(9, whole=on(4).isoformat())) == on(4)
