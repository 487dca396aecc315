"""Whose pace the player shows, and how long it takes from there (T2)."""

from __future__ import annotations

import pytest

from coach.app.pace_view import Coming, PaceView, left_ms, pace_view
from coach.domain.session import new_session
from coach.domain.session_facts import Command, Report, Retime
from coach.domain.terms import Discomfort
from support.sessions import Run, small_timeline, started_run, tempo_timeline


def shown(run: Run) -> PaceView:
    return pace_view(run.state, run.clock_ms)


def left(run: Run) -> int:
    return left_ms(run.state, run.clock_ms)


def test_an_exercise_has_a_breath_or_a_tempo() -> None:
    run = started_run(tempo_timeline())
    run.until(20)
    assert shown(run) == PaceView(own=None, breath=True)
    run.until(50)
    assert shown(run) == PaceView(own=False)
    run.until(62)
    assert shown(run) == PaceView(own=False)


def test_reps_at_ones_own_pace_count_while_the_set_runs() -> None:
    run = started_run(tempo_timeline())
    run.until(50)
    run.do(Command.OWN_PACE)
    assert shown(run) == PaceView(own=True, about=True)
    run.until(62)
    assert shown(run) == PaceView(own=True, counts=True, about=True)
    run.wait(10)
    assert shown(run) == PaceView(own=True, counts=True, waits=True, about=True)
    run.do(Command.PAUSE)
    assert shown(run) == PaceView(own=True, about=True)


@pytest.mark.parametrize("end", [Command.SKIP, Report(Discomfort.SHARP)])
def test_the_time_left_is_exact_again_behind_it(end: Command | Report) -> None:
    run = started_run(tempo_timeline())
    run.until(50)
    run.do(Command.OWN_PACE)
    run.until(62)
    for _ in range(5):
        run.do(end)
    assert not shown(run).about


def test_the_time_left_at_a_new_pace_is_told_at_once() -> None:
    """Seven breaths after the running set, each 2 s longer."""
    run = started_run()
    run.until(20)
    before = left(run)
    run.do(Retime(small_timeline(5, 7)))
    assert shown(run).coming == Coming(5_000, 7_000, 190_000)
    assert left(run) - before == 14_000
    run.wait(15)
    assert left(run) == before + 14_000 - 15_000
    assert shown(run).coming is None


@pytest.mark.parametrize(("session_ms", "longer"), [(720_000, False), (720_001, True)])
def test_more_than_twelve_minutes_is_long(session_ms: int, longer: bool) -> None:
    assert Coming(5_000, 7_000, session_ms).longer is longer


def test_before_the_question_all_of_it_is_left() -> None:
    run = Run(new_session(small_timeline(), 0.0))
    assert left(run) == 152_000
    run.do(Retime(small_timeline(5, 7)))
    assert left(run) == 152_000 + 9 * 2_000
