"""Usual: the median before the latest two, and when it stands still (D4)."""

from __future__ import annotations

import pytest

from coach.domain.terms import Stage
from coach.domain.usual import frozen_on, history_at, usual, usual_now
from support.months import day, done, fact, history, rated

S1, S0 = Stage.S1, Stage.S0
BASE = [4, 4, 5, 4, 4, 4, 5]


@pytest.mark.parametrize(
    ("scores", "expected"),
    [
        ([], None),
        ([4, 4, 4, 4, 9, 9], None),
        ([4, 4, 4, 4, 4, 9, 9], 4.0),
        ([3, 4, 5, 6, 5, 4, 9, 9], 4.5),
        ([*BASE, 6, 6], 4.0),
        ([9] * 6 + [2] * 14 + [8, 8], 2.0),
        ([9] * 8 + [2] * 7 + [8, 8], 5.5),
    ],
)
def test_the_median_of_up_to_fourteen_before_the_latest_two(
    scores: list[int], expected: float | None
) -> None:
    assert usual(rated(scores)) == expected


def test_days_without_a_rating_are_no_days() -> None:
    assert usual(rated([4, None, 4, None, None, 4, 4, 4, None, 9, 9])) == 4.0


def test_d4_usual_is_frozen_while_a_deload_runs() -> None:
    """A slow rise behind a deload never becomes the new normal."""
    scores = [*BASE, 6, 6, 6, 6, 7, 7, 7, 7, 8, 8, 8, 8, 8, 8]
    plans = [fact(1, S1, "G2"), fact(9, S0, "D2")]
    assert usual_now(history(scores, plans=[fact(1, S1, "G2")])) == 7.0
    for today in range(9, len(scores) + 1):
        past = history_at(history(scores, plans=plans), day(today))
        assert (frozen_on(past), usual_now(past)) == (day(9), 4.0)


def test_d4_usual_moves_again_after_the_deload() -> None:
    plans = [fact(1, S1, "G2"), fact(9, S0, "D2"), fact(20, S1, "end-D2")]
    past = history([*BASE, 6, 6, *[5] * 14], plans=plans)
    assert frozen_on(history_at(past, day(19))) == day(9)
    assert frozen_on(history_at(past, day(20))) is None
    assert usual_now(past) == 5.0


def test_d4_a_drop_freezes_for_two_weeks_and_until_things_are_near_usual() -> None:
    plans = [fact(1, S1, "G2"), fact(10, S0, "D3")]
    past = history([*BASE, 6, 6, 6, *[4] * 30], plans=plans)
    assert frozen_on(history_at(past, day(23))) == day(10)
    assert frozen_on(history_at(past, day(24))) is None
    high = history([*BASE, 6, 6, 6, *[7] * 30, 5], plans=plans)
    assert frozen_on(history_at(high, day(40))) == day(10)
    assert usual_now(history_at(high, day(40))) == 4.0
    assert frozen_on(high) is None


def test_d4_spells_that_touch_keep_the_first_usual() -> None:
    plans = [fact(1, S1, "G2"), fact(9, S0, "D2"), fact(10, S0, "D3"), fact(15, S0, "end-D2")]
    assert frozen_on(history([*BASE, 6, 6, 6, *[6] * 8], plans=plans)) == day(9)


def test_a_new_check_lets_usual_move() -> None:
    plans = [fact(1, S1, "G2"), fact(9, S0, "D2"), fact(12, S0, "S6")]
    assert frozen_on(history([*BASE, *[6] * 5], plans=plans)) is None


def test_a_freeze_before_there_was_a_usual_freezes_nothing() -> None:
    plans = [fact(1, S1, "G2"), fact(3, S0, "D2")]
    assert usual_now(history(BASE, plans=plans)) == 4.0


def test_d4_the_day_of_the_freeze_is_part_of_it() -> None:
    assert usual(rated([1, 2, 3, 4, 5, 9, 9, 9, 9]), day(7)) == 3.0
    assert usual(rated([1, 2, 3, 4, 5, 9, 9, 9, 9]), day(6)) is None


def test_d4_a_later_spell_freezes_anew() -> None:
    apart = [fact(1, S1, "G2"), fact(9, S0, "D2"), fact(15, S1, "end-D2"), fact(40, S0, "D2")]
    assert frozen_on(history([4] * 45, plans=apart)) == day(40)
    same_day = [*apart[:3], fact(15, S0, "D3")]
    assert frozen_on(history([4] * 20, plans=same_day)) == day(15)


def test_a_log_cut_at_a_day_keeps_that_day() -> None:
    past = history([4] * 9, [done(3), done(4), done(5)])
    cut = history_at(past, day(4))
    assert (cut.today, len(cut.rated), len(cut.sessions)) == (day(4), 4, 2)
    assert history_at(past, day(30)) == past
