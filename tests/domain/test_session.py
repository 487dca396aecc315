"""Reading a session and taking it up again."""

from __future__ import annotations

import pytest

from coach.domain.records import DiscomfortLog, SetLog, SetStatus
from coach.domain.session import (
    RunStage,
    entry_ms,
    new_session,
    reps_done,
)
from coach.domain.session_facts import AnswerCheck, BlockEnded
from coach.domain.session_past import Past, resumed_session
from coach.domain.terms import Discomfort, Effort, Side
from coach.domain.timeline import Timeline
from support.sessions import FLOSS, RELEASE, Run, small_timeline, started_run
from support.store_builders import discomfort, effort, session, set_log

LOG = session()


def logged(block: int, reps: int = 2, status: SetStatus = SetStatus.DONE) -> SetLog:
    found = small_timeline().blocks[block]
    made = set_log(LOG, block, reps, found.side, status)
    return SetLog(**{**_fields(made), "item": found.item, "exercise": found.exercise})


def _fields(entry: SetLog) -> dict[str, object]:
    return {name: getattr(entry, name) for name in SetLog.__slots__}


def sign(kind: Discomfort, item: int) -> DiscomfortLog:
    made = discomfort(LOG, kind)
    return DiscomfortLog(made.id, LOG.id, made.stamp, kind, item, RELEASE, Side.LEFT, 90_000)


def test_a_session_without_sets_cannot_be_run() -> None:
    with pytest.raises(ValueError, match="at least one set"):
        new_session(Timeline(()), 0.0)


def test_it_waits_for_the_question_however_long() -> None:
    run = Run(new_session(small_timeline(), 0.0))
    run.wait(3_600, step_s=60)
    assert (run.state.stage, run.position_ms, run.facts) == (RunStage.CHECK, 0, [])


def test_reps_count_when_they_are_finished() -> None:
    timeline = small_timeline()
    first = timeline.blocks[0]
    moments = (15_000, 24_999, 25_000, 34_999, 35_000, 160_000)
    assert [reps_done(timeline, first, at) for at in moments] == [0, 0, 1, 1, 2, 2]


def test_a_set_is_entered_with_time_to_get_ready() -> None:
    timeline = small_timeline()
    entries = [entry_ms(timeline, block) for block in timeline.blocks]
    assert entries == [10_000, 45_000, 80_000, 112_000, 147_000]


def test_it_is_taken_up_at_the_first_unfinished_set() -> None:
    past = Past((logged(0), logged(1), logged(2)), (effort(LOG, 0, Effort.EASY),))
    run = Run(resumed_session(small_timeline(), past, 0.0))
    assert run.state.stage is RunStage.CHECK
    run.do(AnswerCheck(something_new=False))
    assert run.position_ms == 112_000
    assert run.state.efforts == {0: Effort.EASY}
    ended = [f.block.index for f in run.until(160) if isinstance(f, BlockEnded)]
    assert ended == [3]


def test_a_whole_session_is_taken_up_at_its_rating() -> None:
    past = Past(tuple(logged(block) for block in range(5)))
    run = Run(resumed_session(small_timeline(), past, 0.0))
    run.do(AnswerCheck(something_new=False))
    assert run.state.stage is RunStage.RATING
    assert run.state.missing_efforts() == (0, 1, 2)


def test_an_exercise_that_hurt_stays_over() -> None:
    """E2 also holds after a crash: its sets may not all have been written."""
    past = Past((logged(0), logged(1), logged(2, 1, SetStatus.STOPPED)), (), (sign("sharp", 1),))
    run = Run(resumed_session(small_timeline(), past, 0.0))
    run.do(AnswerCheck(something_new=False))
    assert run.state.phase(run.clock_ms).exercise == FLOSS
    assert [(f.block.index, f.status) for f in run.facts if isinstance(f, BlockEnded)] == [
        (3, SetStatus.SKIPPED)
    ]


def test_tingling_keeps_the_floss_out_after_a_crash() -> None:
    past = Past((logged(0), logged(1), logged(2)), (), (sign(Discomfort.TINGLING, 1),))
    run = Run(resumed_session(small_timeline(), past, 0.0))
    run.do(AnswerCheck(something_new=False))
    assert run.state.stage is RunStage.RATING
    assert run.state.left_out == {1, 2}


def test_the_effort_is_asked_for_eight_seconds_of_the_move() -> None:
    run = started_run()
    run.until(69)
    assert run.state.asked_effort(run.clock_ms) is None
    run.until(70)
    assert run.state.asked_effort(run.clock_ms) == 0
    run.until(77)
    assert run.state.asked_effort(run.clock_ms) == 0
    run.until(78)
    assert run.state.asked_effort(run.clock_ms) is None
