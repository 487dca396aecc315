"""What a session that is taken up again still knows of pain, effort and tingling."""

from __future__ import annotations

import pytest

from coach.domain.decisions import FlossTold
from coach.domain.records import DiscomfortLog, EffortLog, SetLog, SetStatus
from coach.domain.session import RunStage
from coach.domain.session_facts import (
    AnswerCheck,
    Command,
    PauseReason,
    RecheckAsked,
    TellAftermath,
    TellStrength,
    TinglingTold,
)
from coach.domain.session_past import Past, resumed_session
from coach.domain.terms import Discomfort, Effort, Side
from coach.domain.timeline import Timeline
from coach.domain.tingling import Aftermath, Strength, TinglingWords
from support.sessions import BRIDGE, DEADLIFT, FLOSS, Run, hinge_timeline, three_sets
from support.store_builders import numbered_id, session, stamp

LOG = session()


def sets(timeline: Timeline, count: int) -> tuple[SetLog, ...]:
    """The first sets, done."""
    return tuple(
        SetLog(
            numbered_id(10 + b.index),
            LOG.id,
            stamp(b.index),
            b.index,
            b.item,
            b.exercise,
            b.variant,
            b.set,
            b.side,
            b.reps,
            b.reps,
            SetStatus.DONE,
            b.end_ms,
        )
        for b in timeline.blocks[:count]
    )


def felt(effort: Effort) -> EffortLog:
    return EffortLog(numbered_id(30), LOG.id, stamp(3), 0, BRIDGE, effort)


def tingle(number: int = 0, side: Side | None = Side.LEFT, item: int = 0) -> DiscomfortLog:
    kind = Discomfort.TINGLING
    return DiscomfortLog(
        numbered_id(40 + number), LOG.id, stamp(4 + number), kind, item, FLOSS, side, 20_000
    )


def answer(key: DiscomfortLog, strength: int = 4, lasted_s: int = 90, **more: bool) -> FlossTold:
    made = stamp(6)
    return FlossTold(
        numbered_id(50), LOG.id, key.id, made, strength, lasted_s, side=key.side, **more
    )


def taken_up(timeline: Timeline, past: Past) -> Run:
    """Taken up, and the question answered with no."""
    run = Run(resumed_session(timeline, past, 0.0))
    run.do(AnswerCheck(something_new=False))
    return run


def exercise_now(run: Run) -> str | None:
    return run.state.phase(run.clock_ms).exercise


def test_what_was_too_much_stays_over() -> None:
    """E1."""
    timeline = three_sets()
    run = taken_up(timeline, Past(sets(timeline, 1), (felt(Effort.TOO_MUCH),)))
    assert exercise_now(run) != BRIDGE


def test_what_was_eased_stays_easier() -> None:
    """E1."""
    timeline = three_sets()
    run = taken_up(timeline, Past(sets(timeline, 1), (felt(Effort.NOTICEABLE),)))
    assert exercise_now(run) == BRIDGE
    assert run.state.eased == {1, 2}


def test_tingling_without_an_answer_is_asked_about_again() -> None:
    timeline = hinge_timeline()
    run = Run(resumed_session(timeline, Past(sets(timeline, 1), (), (tingle(),)), 500_000.0))
    run.clock_ms = 500_000
    run.do(TellStrength(Strength.LITTLE))
    assert run.state.stage is RunStage.CHECK
    run.do(AnswerCheck(something_new=False))
    assert run.state.pause is PauseReason.TINGLING
    assert run.state.tingling is not None
    assert run.state.tingling.elapsed_ms(run.clock_ms) == 60_000
    run.do(TellStrength(Strength.LITTLE))
    assert run.do(TellAftermath(Aftermath.GONE))[0] == TinglingTold(
        0, TinglingWords(2, 60), Side.LEFT
    )
    run.do(Command.RESUME)
    assert exercise_now(run) == DEADLIFT


@pytest.mark.parametrize(("lasted_s", "exercise"), [(20, DEADLIFT), (90, BRIDGE)])
def test_an_answer_holds_on(lasted_s: int, exercise: str) -> None:
    """N1 leaves the hinge, N2 does not."""
    timeline, key = hinge_timeline(), tingle()
    past = Past(sets(timeline, 1), (), (key,), (answer(key, 2, lasted_s),))
    run = taken_up(timeline, past)
    assert run.state.stage is RunStage.RUNNING
    assert (run.state.tingling, run.state.tinglings) == (None, 1)
    assert exercise_now(run) == exercise


def test_an_older_key_without_an_answer_counts_as_worse() -> None:
    """X4: only the last one is asked about."""
    timeline, last = hinge_timeline(), tingle(1, None)
    past = Past(sets(timeline, 1), (), (tingle(), last), (answer(last, 2, 20),))
    run = taken_up(timeline, past)
    assert exercise_now(run) == BRIDGE


def test_the_leg_that_was_worse_is_known() -> None:
    """N4: the other leg with the same ends the session."""
    timeline, first, second = hinge_timeline(), tingle(), tingle(1, Side.RIGHT)
    past = Past(sets(timeline, 1), (), (first,), (answer(first),))
    assert taken_up(timeline, past).state.troubled == {Side.LEFT}
    both = Past(sets(timeline, 1), (), (first, second), (answer(first), answer(second)))
    run = taken_up(timeline, both)
    assert run.state.tingling is not None
    assert run.state.tingling.ends_session
    assert run.do(Command.RESUME)[-1] == RecheckAsked()


def test_after_n4_nothing_goes_on() -> None:
    timeline, key = hinge_timeline(), tingle()
    past = Past(sets(timeline, 1), (), (key,), (answer(key, 2, 3_600, numb=True),))
    run = taken_up(timeline, past)
    assert run.state.stage is RunStage.PAUSED
    assert run.do(Command.RESUME)[-1] == RecheckAsked()
