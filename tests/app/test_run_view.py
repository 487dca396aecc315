"""What the player shows at known moments of the S1 session."""

from __future__ import annotations

import pytest

from coach.app.run_view import Count, CountUnit, NextUp, RunView, run_view
from coach.domain.score import compile_timeline
from coach.domain.session import RunStage, new_session
from coach.domain.session_facts import Report
from coach.domain.terms import Discomfort, PhaseKind, Side, Weekday
from coach.domain.timeline import Timeline
from support.book import plan_for, real_book
from support.sessions import Run, started_run

RELEASE = real_book().catalog["hip_flexor_release"].text().name


def timeline() -> Timeline:
    return compile_timeline(plan_for().day(Weekday.MON).items, real_book())


def view(run: Run) -> RunView:
    return run_view(run.state, run.clock_ms, real_book())


def at(seconds: float) -> RunView:
    run = started_run(timeline())
    run.until(seconds)
    return view(run)


def test_the_bridge_counts_breaths() -> None:
    shown = at(153 + 4 + 30 + 3.4)
    assert shown.name == "Breathing bridge"
    assert shown.count == Count(3, 3, 0, 0, 4, 5, CountUnit.BREATH)
    assert (shown.kind, shown.seconds_left) == (PhaseKind.EXHALE, 3)
    assert shown.cue.startswith("Ribs down, press through the heels")
    assert shown.next == NextUp("Hip flexor release", Side.LEFT, 0, 1)
    assert [round(fill, 2) for _, fill in shown.segments] == [1, 1, 0.69, 0, 0, 0, 0]


def test_the_release_tells_side_and_position() -> None:
    shown = at(222 + 30 + 8 + 1)
    assert (shown.side, shown.kind) == (Side.LEFT, PhaseKind.INHALE)
    assert shown.count == Count(1, 1, 2, 3, 1, 3, CountUnit.BREATH)
    assert shown.next is not None
    assert shown.next.side is Side.RIGHT


def test_the_deadlift_counts_reps() -> None:
    shown = at(461 + 6 + 1)
    assert shown.count == Count(1, 1, 0, 0, 2, 8, CountUnit.REP)
    assert shown.kind is PhaseKind.LOWER


def test_a_rest_shows_what_comes() -> None:
    shown = at(70)
    assert (shown.kind, shown.seconds_left) == (PhaseKind.REST, 14)
    assert shown.count == Count(set=1, sets=3)
    assert shown.next == NextUp("Bridge", None, 2, 3)


def test_a_move_names_the_next_exercise_and_asks_about_the_last() -> None:
    shown = at(208)
    assert shown.name == RELEASE
    assert shown.question is not None
    assert shown.question.name == "Bridge"
    assert shown.cue == "Left knee on the pad, right foot forward."
    assert shown.hint == "hands on the hips"


def test_the_last_set_has_nothing_after_it() -> None:
    shown = at(520)
    assert (shown.next, shown.side) == (None, Side.RIGHT)


def test_time_left_runs_to_the_rate_page() -> None:
    assert at(11).left_ms == 552_000
    assert at(563).stage is RunStage.RATING
    assert [question.item for question in at(563).missing] == [0, 1, 2]


@pytest.mark.parametrize(
    ("seconds", "breath"), [(15.0, 0.0), (18.999, 1.0), (19.0, 1.0), (22.0, 0.5), (24.999, 0.0)]
)
def test_the_disc_grows_in_and_shrinks_out(seconds: float, breath: float) -> None:
    assert at(seconds).breath == pytest.approx(breath, abs=0.01)


def test_the_check_shows_no_exercise() -> None:
    run = Run(new_session(timeline(), 0.0))
    shown = view(run)
    assert (shown.stage, shown.name, shown.count) == (RunStage.CHECK, "", Count())
    assert shown.left_ms == 553_000


def test_what_hurt_is_said_in_the_move() -> None:
    run = started_run(timeline())
    run.until(100)
    run.do(Report(Discomfort.SHARP))
    assert view(run).hurt is Discomfort.SHARP
    run.wait(100)
    assert view(run).hurt is None
