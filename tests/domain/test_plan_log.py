"""Where the rows of the plan's log leave the user (D2, D3, D5, G5)."""

from __future__ import annotations

import pytest

from coach.domain.plan_log import standing
from coach.domain.standing import Mark, lower
from coach.domain.terms import Stage
from support.months import day, fact

S0, S1, S2, S3 = Stage.S0, Stage.S1, Stage.S2, Stage.S3
START = fact(1, S2, "G2")


def test_no_row_means_no_stage() -> None:
    assert standing([]).stage is None
    assert standing([]).days_in_stage(day(50)) == 0


def test_a_deload_leaves_the_stage_and_its_days_alone() -> None:
    during = standing([START, fact(11, S1, "D2")])
    assert (during.stage, during.deload_since, during.days_in_stage(day(15))) == (S2, day(11), 10)
    after = standing([START, fact(11, S1, "D2"), fact(18, S2, "end-D2")])
    assert (after.stage, after.deload_since, after.deload_over) == (S2, None, day(18))
    assert after.days_in_stage(day(20)) == 12


def test_other_rows_within_a_deload_change_nothing_unless_they_go_lower() -> None:
    during = [START, fact(11, S1, "D2")]
    moved = standing([*during, fact(12, S1, "R11"), fact(13, S1, "D2")])
    assert (moved.stage, moved.deload_since, moved.deload_last) == (S2, day(11), day(11))
    assert standing([*during, fact(12, S0, "G5")]).stage is S0


def test_a_drop_during_a_deload_lowers_what_it_returns_to() -> None:
    now = standing([START, fact(9, S1, "D2"), fact(10, S1, "D3"), fact(16, S1, "end-D2")])
    assert (now.stage, now.since, now.drop_since) == (S1, day(10), day(10))
    assert now.in_drop(day(23))
    assert not now.in_drop(day(24))


def test_rows_that_end_something_never_raise_the_stage() -> None:
    assert standing([START, fact(9, S1, "D2"), fact(16, S3, "end-D2")]).stage is S2
    assert standing([START, fact(9, S3, "D3")]).stage is S2


def test_declined_before_or_after_it_began() -> None:
    for rows in ([START, fact(9, S2, "declined-D2")],
                 [START, fact(9, S1, "D2"), fact(9, S2, "declined-D2")]):  # fmt: skip
        now = standing(rows)
        assert (now.stage, now.deload_since, now.declined) == (S2, None, True)
        assert (now.deload_last, now.deload_over) == (day(9), day(9))


def test_d5_a_pause_takes_no_days_from_the_stage() -> None:
    now = standing([START, fact(5, S2, "D5"), fact(9, S2, "D5"), fact(12, S2, "end-D5")])
    assert (now.pause_since, now.days_in_stage(day(14))) == (None, 6)
    forgotten = standing([START, fact(5, S2, "D5"), fact(60, S2, "D5")])
    assert (forgotten.pause_since, forgotten.days_in_stage(day(60))) == (day(60), 32)


@pytest.mark.parametrize("rule", ["S6", "S5", "S4"])
def test_a_lock_or_a_new_check_ends_what_ran(rule: str) -> None:
    rows = [START, fact(5, S1, "D2"), fact(6, S1, "D3"), fact(7, S1, "D5"), fact(8, None, rule)]
    now = standing([*rows, fact(20, S1, "G2")])
    assert (now.stage, now.since, now.deload_since) == (S1, day(20), None)
    assert (now.drop_since, now.pause_since, now.entry) == (None, None, S2)


def test_the_list_of_changes_reads_only_the_begin_as_a_deload() -> None:
    assert [mark for mark in Mark if mark.startswith("D2")] == [Mark.DELOAD]


def test_lower_ends_at_the_first_stage() -> None:
    assert [lower(stage) for stage in (S2, S1, S0)] == [S1, S0, S0]


def test_d5_days_of_a_pause_that_runs_do_not_count() -> None:
    now = standing([START, fact(5, S2, "D5")])
    assert [now.days_in_stage(day(n)) for n in (5, 12, 31, 32, 40)] == [4, 4, 4, 4, 12]


def test_the_end_of_a_deload_leaves_a_drop_open() -> None:
    now = standing([START, fact(9, S1, "D2"), fact(10, S1, "D3"), fact(16, S1, "end-D2")])
    assert [(spell.mark, spell.last) for spell in now.spells] == [
        (Mark.DELOAD, day(16)),
        (Mark.DROP, None),
    ]


def test_a_stage_that_a_check_keeps_keeps_its_days() -> None:
    assert standing([START, fact(8, S2, "G2")]).since == day(1)
    assert standing([START, fact(8, S1, "K5")]).since == day(8)
