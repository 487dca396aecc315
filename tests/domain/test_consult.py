"""When a note is due (C1-C8)."""

from __future__ import annotations

from typing import Any

import pytest

from coach.domain.consult import Note, consult_notes
from coach.domain.consult_signs import Ticks
from coach.domain.floss_ladder import FlossState
from coach.domain.history import History
from coach.domain.reason import reason
from coach.domain.terms import Effort, Floss
from coach.domain.trend import VerdictKind
from support.histories import HINGE, history, on, plan, rated, session

SAME = (VerdictKind.NO_CLEAR_CHANGE,)
SPANS = (range(33, 47), range(47, 61))
LATE = dict.fromkeys(range(25, 100), 5)


def told(rule: str, number: int) -> Note:
    return Note(rule, reason(rule, "consult.c1"), on(number))


def rules(past: History, **inputs: Any) -> list[str]:
    return [note.rule for note in consult_notes(past, **inputs)]


def sessions(count: int) -> list[Any]:
    return [session(1 + 3 * n) for n in range(count)]


@pytest.mark.parametrize(
    ("today", "count", "looks", "score", "due"),
    [
        (42, 14, SAME, 5, []),
        (43, 12, SAME, 5, ["C1"]),
        (43, 11, SAME, 5, ["C1b"]),
        (43, 12, SAME, 4, ["C1"]),
        (43, 12, SAME, 3, []),
        (43, 12, (), 5, ["C1"]),
        (43, 12, (VerdictKind.LOWER,), 5, []),
        (43, 3, (VerdictKind.CLEARLY_LOWER,), 5, []),
        (84, 6, SAME, 5, ["C1b"]),
        (85, 6, SAME, 5, ["C1"]),
        (85, 6, SAME, 3, []),
        (86, 6, SAME, 5, ["C1"]),
        (60, 14, (VerdictKind.LOWER, *SAME), 5, ["C1"]),
        (60, 14, (VerdictKind.LOWER, *SAME, *SAME), 5, ["C1"]),
        (60, 14, (*SAME, VerdictKind.LOWER), 5, []),
        (60, 14, (*SAME, *SAME, VerdictKind.LOWER), 5, []),
    ],
)
def test_weeks_without_a_lower_verdict(
    today: int, count: int, looks: tuple[VerdictKind, ...], score: int, due: list[str]
) -> None:
    scores = dict.fromkeys(range(1, today + 1), score)
    past = history(today, sessions=sessions(count), rated=rated(scores))
    assert rules(past, looks=looks) == due


def test_without_recent_ratings_nothing_is_said_about_them() -> None:
    past = history(43, sessions=sessions(14), rated=rated(dict.fromkeys(range(1, 29), 5)))
    assert rules(past, looks=SAME) == []


@pytest.mark.parametrize(("scores", "due"), [((0, 4), ["C1"]), ((9, 3), [])])
def test_c1_means_the_14_days_up_to_today(scores: tuple[int, int], due: list[str]) -> None:
    """Day 46 is the last one before them."""
    before, within = (dict.fromkeys(days, n) for days, n in zip(SPANS, scores, strict=True))
    past = history(60, sessions=sessions(14), rated=rated({**before, **within}))
    assert rules(past, looks=SAME) == due


@pytest.mark.parametrize(("first", "due"), [(4, ["C1"]), (3, [])])
def test_c1_the_first_of_the_14_days_counts(first: int, due: list[str]) -> None:
    past = history(60, sessions=sessions(14), rated=rated({46: 9 - 2 * first, 47: first, 60: 4}))
    assert rules(past, looks=SAME) == due


def test_c1_the_last_of_the_14_days_counts() -> None:
    past = history(60, sessions=sessions(14), rated=rated({47: 3, 60: 6}))
    assert rules(past, looks=SAME) == ["C1"]


def test_c1_comes_again_after_28_days_at_the_soonest_and_c1b_never() -> None:
    often = history(80, sessions=sessions(14), rated=rated(LATE))
    assert rules(often, looks=SAME, told=[told("C1", 53)]) == []
    assert rules(often, looks=SAME, told=[told("C1", 20), told("C1", 52)]) == ["C1"]
    assert rules(often, looks=SAME, told=[told("C2", 79)]) == ["C1"]
    seldom = history(80, sessions=sessions(3), rated=rated(LATE))
    assert rules(seldom, looks=SAME, told=[told("C1b", 43)]) == []


@pytest.mark.parametrize(
    ("looks", "due"),
    [
        ([VerdictKind.HIGHER], []),
        ([VerdictKind.HIGHER, VerdictKind.CLEARLY_HIGHER], ["C2"]),
        ([VerdictKind.HIGHER, VerdictKind.NO_CLEAR_CHANGE, VerdictKind.HIGHER], []),
        ([VerdictKind.HIGHER, VerdictKind.HIGHER, VerdictKind.NO_CLEAR_CHANGE], []),
        ([VerdictKind.NO_CLEAR_CHANGE, VerdictKind.HIGHER, VerdictKind.HIGHER], ["C2"]),
    ],
)
def test_higher_at_two_looks_in_a_row(looks: list[VerdictKind], due: list[str]) -> None:
    assert rules(history(35), looks=looks) == due


@pytest.mark.parametrize(("told_on", "due"), [(1, ["C2"]), (7, ["C2"]), (8, [])])
def test_c8_what_was_told_of_another_rule_does_not_count(told_on: int, due: list[str]) -> None:
    looks = [VerdictKind.HIGHER, VerdictKind.HIGHER]
    others = [told("C1", 34), told("C3", 34), told("C7", 35)]
    assert rules(history(35), looks=looks, told=[told("C2", told_on), *others]) == due


def deload(first: int, last: int) -> list[Any]:
    return [plan(first, rule="D2"), plan(last, rule="end-D2")]


@pytest.mark.parametrize(("second", "due"), [(20, ["C3"]), (31, ["C3"]), (32, [])])
def test_a_second_deload_in_21_days(second: int, due: list[str]) -> None:
    past = history(40, plans=[plan(1), *deload(10, 17), *deload(second, second + 7)])
    assert rules(past) == due


def test_a_drop_after_a_deload_is_no_second_deload() -> None:
    rows = [plan(1), *deload(10, 17), plan(20, rule="D3")]
    assert [n.reason.text for n in consult_notes(history(21, plans=rows))] == ["consult.c3_drop"]


def test_a_repeated_row_is_no_second_deload() -> None:
    rows = [plan(1), plan(10, rule="D2"), plan(11, rule="D2"), plan(17, rule="end-D2")]
    assert rules(history(20, plans=rows)) == []


def test_a_stage_drop_the_third_time_and_a_removal_are_told() -> None:
    drop = history(20, plans=[plan(1), plan(19, rule="D3")])
    assert [note.reason.text for note in consult_notes(drop)] == ["consult.c3_drop"]
    bad = [session(day, {HINGE: Effort.TOO_MUCH}) for day in (1, 5, 15)]
    third = consult_notes(history(15, sessions=bad))
    assert [note.reason.text for note in third] == ["consult.c3_exercise"]
    removed = FlossState(Floss.LOCK, removed=True, removed_on=on(10))
    found = consult_notes(history(10), floss=removed)
    assert [note.reason.text for note in found] == ["consult.c3_floss"]


def test_c3_comes_for_each_new_event_and_once_for_each() -> None:
    drop = history(20, plans=[plan(1), plan(19, rule="D3")])
    assert rules(drop, told=[told("C3", 19)]) == []
    assert rules(drop, told=[told("C3", 18)]) == ["C3"]
    assert rules(drop, told=[told("C2", 20), told("C3", 18), told("C4", 20)]) == ["C3"]


@pytest.mark.parametrize(("today", "due"), [(40, ["C3"]), (41, [])])
def test_c3_is_told_of_what_happened_within_28_days(today: int, due: list[str]) -> None:
    assert rules(history(today, plans=[plan(1), plan(12, rule="D3")])) == due


def test_signs_of_the_check_in_and_the_ratings() -> None:
    ticks = Ticks(swelling=(on(10), on(15)), awake=(on(14), on(15)))
    past = history(15, rated=rated({13: 8, 14: 8, 15: 9}))
    assert rules(past, ticks=ticks) == ["C4", "C5", "C7"]
    assert rules(past, ticks=ticks, told=[told("C5", 14)]) == ["C4", "C7"]


def test_a_calm_month_has_no_notes() -> None:
    past = history(30, sessions=sessions(9), rated=rated(dict.fromkeys(range(1, 31), 4)))
    assert consult_notes(past, SAME) == ()
