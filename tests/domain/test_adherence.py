"""Days at rest, and the words after a gap (A2, A3, A6, D5, K14)."""

from __future__ import annotations

import pytest

from coach.domain.adherence import at_rest, dose_claim, habit_note, welcome_back
from coach.domain.history import SessionFact
from coach.domain.terms import Floss
from support.histories import history, on, plan, session


def test_paused_and_locked_days_plan_nothing() -> None:
    pause = [plan(1), plan(8, rule="D5"), plan(15, rule="end-D5")]
    assert [n for n in range(1, 29) if at_rest(pause, on(n))] == list(range(8, 15))
    lock = [plan(1), plan(8, Floss.LOCK, stage=None, rule="S4"), plan(22)]
    assert [n for n in range(1, 29) if at_rest(lock, on(n))] == list(range(8, 22))


def test_a_pause_rests_for_27_days_at_the_most_and_before_a_plan_nothing_is_planned() -> None:
    pause = [plan(3), plan(8, rule="D5")]
    assert [n for n in range(1, 60) if at_rest(pause, on(n))] == [1, 2, *range(8, 35)]


@pytest.mark.parametrize(
    ("today", "text"),
    [
        (10, None),
        (11, "adherence.welcome"),
        (28, "adherence.welcome"),
        (29, "adherence.welcome_long"),
    ],
)
def test_a_gap_is_welcomed(today: int, text: str | None) -> None:
    found = welcome_back(history(today, sessions=[session(1)], plans=[plan(1)]))
    assert (None if found is None else found.text) == text


@pytest.mark.parametrize("sessions", [[], [session(1)]])
def test_a_pause_or_a_first_day_says_nothing(sessions: list[SessionFact]) -> None:
    pause = [plan(1), plan(3, rule="D5"), plan(10, rule="end-D5")]
    assert welcome_back(history(12, sessions=sessions, plans=pause)) is None


def test_a_pause_that_began_before_the_last_session_counts_too() -> None:
    pause = [plan(1), plan(2, rule="D5")]
    assert welcome_back(history(15, sessions=[session(3)], plans=pause)) is None


def test_the_claims_name_their_rule() -> None:
    assert [dose_claim().rule, habit_note().rule] == ["A6", "A6"]
