"""The edges of effort, floss and signs for a professional, pinned like those of the weeks."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from coach.domain.consult_signs import (
    Ticks,
    kept_awake,
    lasting_swelling,
    new_one_sided,
    very_tight,
)
from coach.domain.effort import react
from coach.domain.effort_weeks import Guidance, guidance_for, third_times
from coach.domain.floss_events import lock_end, removals, troubles
from coach.domain.floss_ladder import ladder
from coach.domain.floss_limits import Allowance, withheld
from coach.domain.floss_steps import held_level, quiet_sessions
from coach.domain.history import RatedDay, SessionFact
from coach.domain.terms import Discomfort, Effort, Floss, Gate, Side
from support import histories
from support.histories import HINGE, flossed, on, session, tingle
from support.histories import plan as floss_plan


# ---- effort -----------------------------------------------------------------------------------
@pytest.mark.parametrize("told", [Effort.NOTICEABLE, Effort.TOO_MUCH, Discomfort.SHARP])
def test_what_is_over_speaks_of_the_next_time(told: Effort | Discomfort) -> None:
    assert react(told, over=True).why.text == "effort.easier_later"
    assert react(told).why == react(told, over=False).why != react(told, over=True).why


def test_without_more_words_nothing_is_asked_of_an_exercise() -> None:
    assert Guidance(HINGE) == Guidance(HINGE, None, 0, ())


def test_three_times_in_a_few_days_are_told_too() -> None:
    bad = [session(n, {HINGE: Effort.TOO_MUCH}) for n in (1, 3, 5)]
    assert third_times(histories.history(5, sessions=bad)) == (on(5),)


@pytest.mark.parametrize("other", ["breathing_bridge", "zigzag"])
def test_what_hurt_in_another_exercise_leaves_this_one_alone(other: str) -> None:
    sharp = [session(n, signs=[(Discomfort.SHARP, other)]) for n in (1, 3)]
    found = guidance_for(HINGE, histories.history(4, sessions=sharp))
    assert found == Guidance(HINGE, None, 0, ())


# ---- floss ------------------------------------------------------------------------------------
@pytest.mark.parametrize(("score", "rules"), [(5, []), (6, ["N5"]), (8, ["N5"])])
def test_a_flare_is_the_latest_rating_two_points_up_or_more(score: int, rules: list[str]) -> None:
    past = histories.history(4, rated=histories.rated({1: 4, 2: 9, 3: 4, 4: score}))
    assert [why.rule for why in withheld(past, lambda _: 4.0)] == rules
    calm = histories.history(4, rated=histories.rated({1: 9, 2: 4, 3: 4, 4: 4}))
    assert withheld(calm, lambda _: 4.0) == ()


@pytest.mark.parametrize(("today", "days"), [(1, "7"), (3, "6"), (8, "1")])
def test_the_days_of_a_lock_include_today_and_are_seven_at_most(today: int, days: str) -> None:
    past = histories.history(today, floss_events=[tingle(1)], plans=[floss_plan(1)])
    found = ladder(past, Allowance(Gate.GREEN), lambda _: None)
    assert [dict(w.params) for w in found.reasons if w.text == "floss.locked"] == [{"days": days}]


def felt(number: int, kind: Discomfort) -> SessionFact:
    """A session with the floss, in which something else was felt in the hinge."""
    return replace(flossed(number), signs=session(number, signs=[(kind, HINGE)]).signs)


def test_quiet_sessions_are_those_of_the_level_with_the_floss_and_without_tingling() -> None:
    before = [flossed(0), flossed(1)]
    others = [flossed(3, tingling=True), flossed(4, Floss.F0), session(5), flossed(6, Floss.F2)]
    quiet = [flossed(2), felt(7, Discomfort.SHARP), felt(8, Discomfort.SHARP)]
    told = [*before, *others, *quiet, felt(9, Discomfort.WRONG)]
    assert quiet_sessions(histories.history(9, sessions=told), Floss.F1, on(2)) == 4


def test_rows_hold_in_the_order_in_which_they_were_written() -> None:
    """A clock that was set back gives the newest row an earlier day."""
    plans = [floss_plan(9, Floss.F2), floss_plan(7, Floss.LOCK)]
    found = held_level(histories.history(9, plans=plans), Floss.F2, None)
    assert (found.level, found.since) == (Floss.LOCK, on(7))


@pytest.mark.parametrize(
    ("rows", "since", "risen"),
    [
        ([(1, Floss.F1), (8, Floss.F2), (10, Floss.F2)], 8, 8),
        ([(1, Floss.F2), (8, Floss.F1), (10, Floss.F1)], 8, None),
        ([(1, Floss.F2), (5, Floss.F1), (20, Floss.F2)], 20, 20),
        ([(1, Floss.F1)], 1, None),
    ],
)
def test_a_level_holds_since_the_first_of_its_rows(
    rows: list[tuple[int, Floss]], since: int, risen: int | None
) -> None:
    plans = [floss_plan(number, level) for number, level in rows]
    found = held_level(histories.history(30, plans=plans), Floss.F2, None)
    assert (found.level, found.since) == (rows[-1][1], on(since))
    assert found.risen == (None if risen is None else on(risen))


def test_a_level_of_the_locks_last_day_is_not_believed() -> None:
    plans = [floss_plan(8, Floss.F1)]
    locked = held_level(histories.history(9, plans=plans), Floss.F2, on(8))
    assert (locked.level, locked.since) == (Floss.LOCK, on(9))
    assert held_level(histories.history(9, plans=plans), Floss.F2, on(7)).level is Floss.F1


@pytest.mark.parametrize(
    ("lasted_s", "further", "taken_out"),
    [
        (172_799, True, []),
        (172_800, True, [on(3)]),
        (300_000, True, [on(3)]),
        (300_000, False, []),
    ],
)
def test_what_goes_down_the_leg_for_two_days_or_more(
    lasted_s: int, further: bool, taken_out: list[date]
) -> None:
    """N3: on the day on which the two days are over."""
    told = histories.history(9, floss_events=[tingle(1, 3, lasted_s, further_down=further)])
    assert [one.day for one in removals(told, lambda _: None)] == taken_out


def test_an_echo_within_the_lock_begins_its_days_anew() -> None:
    told = histories.history(9, floss_events=[tingle(1), tingle(5, 1, 30)])
    assert lock_end(troubles(told)) == on(12)


def test_both_legs_count_beside_one_that_was_not_named() -> None:
    events = [tingle(1), tingle(1, side=Side.LEFT), tingle(1, side=Side.RIGHT)]
    assert [one.both for one in troubles(histories.history(2, floss_events=events))] == [True]


@pytest.mark.parametrize("kind", [Discomfort.SHARP, Discomfort.DIZZY, Discomfort.WRONG])
def test_other_keys_are_no_tingling(kind: Discomfort) -> None:
    assert troubles(histories.history(2, sessions=[felt(1, kind)])) == ()


def test_an_echo_is_no_first_time_and_a_morning_without_a_rating_no_second() -> None:
    """N3, for somebody whose usual is nothing at all."""
    told = histories.history(9, floss_events=[tingle(1, 1, 30), tingle(5)])
    assert removals(told, lambda _: 0.0) == ()


# ---- signs for a professional -----------------------------------------------------------------
def days(*numbers: int) -> tuple[date, ...]:
    return tuple(on(number) for number in numbers)


def test_ticks_a_week_apart_belong_together_and_those_ahead_do_not_count() -> None:
    assert lasting_swelling(Ticks(swelling=days(1, 8)), on(8))
    assert not lasting_swelling(Ticks(swelling=days(1, 7)), on(3))
    assert not kept_awake(Ticks(awake=days(7, 9)), on(7))


def test_only_the_last_three_rated_days_are_looked_at() -> None:
    assert very_tight(histories.history(9, rated=histories.rated({1: 5, 2: 8, 3: 8, 4: 8})))


def sides(numbers: range | tuple[int, ...], left: int | None, right: int | None) -> list[RatedDay]:
    score = max(value for value in (left, right) if value is not None)
    return [RatedDay(on(number), score, left, right) for number in numbers]


LATE = sides(range(30, 37), 8, 3)


@pytest.mark.parametrize(
    ("first", "late", "today", "due"),
    [
        (sides(range(1, 8), 5, 5), LATE, 36, True),
        (sides(range(1, 8), 5, 5), LATE, 33, False),
        (sides(range(1, 8), 5, 5), sides(range(29, 37), 8, 3), 36, True),
        (sides(range(1, 8), 5, 5), sides(range(30, 37), 5, 8), 36, False),
        (sides(range(1, 8), 5, 5), [*LATE[:6], *sides((36,), 8, None)], 36, False),
        ([*sides((1, 2, 3), 8, 3), *sides((4, 5, 6, 7), 5, 5)], LATE, 36, True),
        ([*sides((1, 2, 3, 4), 8, 3), *sides((5, 6, 7), 5, 5)], LATE, 36, False),
        ([*sides((1, 2, 3), 8, 3), *sides((4, 5, 6), 5, 5)], LATE, 36, False),
        ([*sides((1,), 5, 5), *sides((10,), 8, 3)], LATE, 36, False),
        ([*sides((1,), 5, 5), *sides((11,), 8, 3)], LATE, 36, True),
        ([*sides((1, 5), 5, 5), *sides((12, 13, 14), 8, 3)], LATE, 36, True),
        ([*sides((1,), 8, 3), *sides((2, 3), 5, None)], LATE, 36, False),
    ],
)
def test_one_side_beside_its_limits(
    first: list[RatedDay], late: list[RatedDay], today: int, due: bool
) -> None:
    """At least 4 points on 7 of 14 days, and on less than half of the first week's days."""
    assert new_one_sided(histories.history(today, rated=[*first, *late])) is due
