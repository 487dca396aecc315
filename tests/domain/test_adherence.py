"""The count of sessions and the words after a gap (A2, A3, A6, R12, K14)."""

from __future__ import annotations

import pytest

from coach.domain.adherence import dose_claim, habit_note, regularity, welcome_back
from coach.domain.history import SessionFact
from coach.domain.records import SessionStatus
from coach.domain.terms import Floss, Template, Weekday
from support.histories import history, plan, session

DAYS = (Weekday.MON, Weekday.WED, Weekday.FRI)
FULL_DAYS = [1, 3, 5, 8, 10, 12, 15, 17, 19, 22, 24, 26]


def test_nine_of_twelve() -> None:
    past = history(28, sessions=[session(day) for day in FULL_DAYS[:9]])
    found = regularity(past, DAYS)
    assert (found.done, found.planned) == (9, 12)
    assert found.sentence.params == (("done", "9"), ("planned", "12"))


def test_only_the_last_28_days_count() -> None:
    past = history(57, sessions=[session(day) for day in (1, 3, 29, 31)])
    assert regularity(past, DAYS).done == 1


@pytest.mark.parametrize(
    ("changes", "done", "showed_up"),
    [
        ({"template": Template.FULL}, 1, 1),
        ({"template": Template.EXTENDED}, 1, 1),
        ({"template": Template.HALF}, 1, 1),
        ({"template": Template.MICRO}, 0, 1),
        ({"template": Template.LIGHT}, 0, 1),
        ({"status": SessionStatus.STOPPED}, 0, 0),
        ({"status": SessionStatus.ACTIVE}, 0, 0),
    ],
)
def test_what_counts(changes: dict[str, object], done: int, showed_up: int) -> None:
    found = regularity(history(7, sessions=[session(1, **changes)]), DAYS)
    assert (found.done, found.showed_up) == (done, showed_up)


def test_a_day_that_is_not_over_is_not_held_against_anyone() -> None:
    assert regularity(history(1), DAYS).planned == 0
    assert regularity(history(1), DAYS).sentence.text == "adherence.none_planned"
    assert regularity(history(2), DAYS).planned == 1
    assert regularity(history(1, sessions=[session(1)]), DAYS).planned == 1


def test_sessions_on_other_days_are_never_more_than_planned() -> None:
    past = history(4, sessions=[session(1), session(2), session(4)])
    found = regularity(past, DAYS)
    assert (found.done, found.planned) == (3, 3)


def test_paused_and_locked_days_plan_nothing() -> None:
    pause = [plan(1), plan(8, rule="D5"), plan(15, rule="end-D5")]
    assert regularity(history(28, plans=pause), DAYS).planned == 9
    lock = [plan(1), plan(8, Floss.LOCK, stage=None, rule="S4"), plan(22)]
    assert regularity(history(28, plans=lock), DAYS).planned == 6


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
