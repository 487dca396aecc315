"""Reps at one's own pace, and a breath that changes on the way (T2)."""

from __future__ import annotations

import pytest

from coach.domain.session import RunStage, new_session
from coach.domain.session_facts import (
    AnswerCheck,
    Begun,
    BlockEnded,
    Command,
    Fact,
    Held,
    Jumped,
    Paused,
    PauseReason,
    RatingOpened,
    Released,
    Report,
    Resumed,
    Retime,
    Retimed,
    Steer,
    Tick,
)
from coach.domain.session_pace import with_own_pace
from coach.domain.session_past import Past, resumed_session
from coach.domain.terms import Discomfort, PhaseKind
from support.sessions import Run, hinge_timeline, small_timeline, started_run, tempo_timeline
from support.store_builders import session, set_log

COUNT = Command.COUNT


def own_run(at_s: float = 60) -> Run:
    """The deadlift (60-72 left, 78-90 right) at one's own pace, from that place on."""
    run = started_run(tempo_timeline())
    run.until(min(at_s, 55))
    run.do(Command.OWN_PACE)
    if at_s > run.position_ms / 1000:
        run.until(at_s)
    return run


def ended(facts: list[Fact]) -> list[tuple[int, str, int]]:
    return [
        (f.block.index, f.status.value, f.reps_done) for f in facts if isinstance(f, BlockEnded)
    ]


def test_a_rep_is_shown_once_and_then_waited_for() -> None:
    run = own_run()
    assert run.wait(30) == [Held(65_999)]
    assert run.position_ms == 65_999
    phase = run.state.phase(run.clock_ms)
    assert (phase.kind, phase.rep) == (PhaseKind.RAISE, 1)
    assert run.wait(3_600, step_s=60) == []
    assert run.state.stage is RunStage.RUNNING


def test_a_counted_rep_lets_the_next_one_begin() -> None:
    run = own_run()
    run.wait(30)
    assert run.do(COUNT) == [Released(66_000)]
    run.wait(2)
    assert run.position_ms == 68_000


def test_an_early_count_goes_ahead() -> None:
    run = own_run(62)
    assert run.do(COUNT) == [Released(66_000)]
    assert run.position_ms == 66_000


def test_the_set_ends_when_all_reps_are_counted() -> None:
    run = own_run()
    run.do(COUNT, 3)
    facts = run.do(COUNT, 4)
    assert facts[0] == Released(72_000)
    assert ended(facts) == [(2, "done", 2)]
    run.wait(6)
    assert run.position_ms == 78_000


def test_rests_and_other_exercises_never_wait() -> None:
    run = own_run()
    for _ in range(6):
        run.wait(40)
        run.do(COUNT)
    assert run.wait(200)[-1] == RatingOpened(147_000)


def test_a_second_press_in_a_moment_is_the_same_press() -> None:
    run = own_run(62)
    run.do(COUNT)
    assert run.do(COUNT, 0.29) == []
    assert run.do(COUNT, 0.02)[0] == Released(72_000)


@pytest.mark.parametrize("at_s", [20, 27, 50, 57, 75, 100, 140])
def test_a_count_elsewhere_means_nothing(at_s: float) -> None:
    run = started_run(tempo_timeline())
    run.until(at_s)
    assert run.do(COUNT) == []


def test_it_can_be_taken_back_while_it_waits() -> None:
    run = own_run()
    run.wait(30)
    assert run.do(Command.OWN_PACE) == [Released(65_999)]
    run.wait(7)
    assert ended(run.facts)[-1] == (2, "done", 2)


def test_it_can_be_chosen_in_the_middle_of_a_rep() -> None:
    run = started_run(tempo_timeline())
    run.until(68)
    assert run.do(Command.OWN_PACE) == []
    assert run.wait(20) == [Held(71_999)]


def test_breath_keeps_its_own_time() -> None:
    run = started_run(tempo_timeline())
    run.until(20)
    assert run.do(Command.OWN_PACE) == []
    assert run.state.own_pace == frozenset()
    assert with_own_pace(run.state, {0, 1, 2}).own_pace == {1}


def test_one_key_holds_for_the_whole_exercise() -> None:
    run = own_run()
    for _ in range(4):
        run.wait(40)
        run.do(COUNT)
    run.until(110)
    assert run.wait(30) == [Held(115_999)]


def test_a_pause_while_it_waits_goes_on_waiting() -> None:
    run = own_run()
    run.wait(30)
    assert run.do(Command.PAUSE) == [Paused(PauseReason.PAUSED, 65_999)]
    assert run.do(COUNT, 5) == []
    assert run.do(Command.RESUME, 600) == [Resumed(65_999), Held(65_999)]
    assert run.do(COUNT, 1) == [Released(66_000)]


def test_a_computer_that_sleeps_while_it_waits_misses_nothing() -> None:
    run = own_run()
    run.wait(30)
    assert run.do(COUNT, 3_600) == [Released(66_000)]


def test_only_counted_reps_are_done() -> None:
    run = own_run()
    run.wait(30)
    assert ended(run.do(Command.SKIP)) == [(2, "skipped", 0)]
    run = own_run()
    run.do(COUNT, 3)
    run.wait(30)
    facts = run.do(Report(Discomfort.SHARP))
    assert ended(facts)[0] == (2, "stopped", 1)
    assert run.state.phase(run.clock_ms).kind is PhaseKind.MOVE


def test_back_begins_the_set_again() -> None:
    run = own_run()
    run.do(COUNT, 3)
    run.wait(30)
    assert run.do(Command.BACK) == [Jumped(60_000)]
    assert run.wait(30) == [Held(65_999)]


def test_the_sound_never_steers_behind_a_counted_rep() -> None:
    run = own_run()
    run.wait(30)
    run.do(COUNT)
    run.do(Steer(1.0, -40.0))
    assert run.position_ms == 66_000
    run.do(Steer(1.0, 30_000.0))
    assert run.position_ms == 71_999


# ---- breath ------------------------------------------------------------------------------
SLOW = small_timeline(5, 7)


def test_the_running_set_ends_as_it_began() -> None:
    run = started_run()
    run.until(20)
    assert run.do(Retime(SLOW)) == []
    facts = run.wait(15)
    assert facts[1:] == [Retimed(39_000)]
    assert ended(facts) == [(0, "done", 2)]
    run.wait(15 + 24 - 1)
    assert ended(run.facts)[-1] == (0, "done", 2)
    run.wait(1)
    assert ended(run.facts)[-1] == (1, "done", 2)


def test_a_rest_takes_it_at_once() -> None:
    run = started_run()
    run.until(40)
    assert run.do(Retime(SLOW)) == [Retimed(44_000)]
    assert run.state.timeline is SLOW
    assert run.position_ms == 44_000


def test_before_the_question_it_holds_from_the_start() -> None:
    run = Run(new_session(small_timeline(), 0.0))
    run.do(Retime(SLOW))
    run.do(AnswerCheck(something_new=False))
    assert run.state.timeline is SLOW
    assert run.position_ms == 10_000


def test_changing_ones_mind_leaves_all_as_it_was() -> None:
    run = started_run()
    run.until(20)
    run.do(Retime(SLOW))
    run.do(Retime(small_timeline()))
    run.wait(20)
    assert not any(isinstance(fact, Retimed) for fact in run.facts)
    assert run.position_ms == 40_000


def test_a_skipped_set_makes_way_for_it() -> None:
    run = started_run()
    run.until(20)
    run.do(Retime(SLOW))
    facts = run.do(Command.SKIP)
    assert [type(fact) for fact in facts] == [BlockEnded, Jumped, Retimed]
    assert run.position_ms == 39_000


def test_a_pause_in_a_set_keeps_it_waiting() -> None:
    run = started_run()
    run.until(20)
    run.do(Command.PAUSE)
    assert run.do(Retime(SLOW)) == []
    assert run.do(Command.RESUME, 60) == [Resumed(20_000)]


def test_reps_wait_at_the_new_places() -> None:
    run = started_run(tempo_timeline())
    run.until(50)
    run.do(Command.OWN_PACE)
    run.do(Retime(tempo_timeline(5, 7)))
    assert run.wait(40)[-1] == Held(69_999)
    assert run.do(COUNT, 1) == [Released(70_000)]


def test_the_rate_page_has_no_breath() -> None:
    run = started_run()
    run.until(162)
    assert run.do(Retime(SLOW)) == []
    assert run.do(Tick()) == []


def test_another_sessions_score_is_refused() -> None:
    run = started_run()
    with pytest.raises(ValueError, match="same session"):
        run.do(Retime(hinge_timeline()))


def test_back_to_another_set_makes_way_for_it() -> None:
    run = started_run()
    run.until(52)
    run.do(Retime(SLOW))
    assert run.do(Command.BACK) == [Jumped(15_000), Retimed(15_000)]


def test_a_session_taken_up_begins_at_the_same_set_at_another_breath() -> None:
    run = Run(resumed_session(small_timeline(), Past((set_log(session(), 0, 2),)), 0.0))
    run.do(Retime(SLOW))
    assert run.do(AnswerCheck(something_new=False)) == [Begun(49_000)]


def test_the_sound_may_steer_after_a_change_of_places() -> None:
    """What was counted is behind, wherever the session has gone since."""
    run = own_run()
    run.do(COUNT, 3)
    run.do(Command.BACK)
    run.do(Steer(1.0, 10.0))
    assert run.position_ms == 60_010
    run = own_run()
    run.do(COUNT, 3)
    run.do(COUNT, 3)
    run.wait(1)
    run.do(Retime(tempo_timeline(3, 4)))
    run.do(Steer(1.0, 0.0))
    assert run.position_ms == 67_000


def test_a_set_that_is_over_is_not_waited_for_again() -> None:
    run = started_run(tempo_timeline())
    run.until(74)
    run.do(Command.OWN_PACE)
    run.do(Steer(1.0, -3_000.0))
    assert run.position_ms == 71_000
    run.wait(5)
    assert not any(isinstance(fact, Held) for fact in run.facts)
    assert run.position_ms == 76_000


def test_the_very_last_moment_of_a_set_counts_to_its_end() -> None:
    run = started_run(tempo_timeline())
    run.until(71)
    run.do(Tick(), 0.9995)
    run.do(Command.OWN_PACE)
    facts = run.do(COUNT)
    assert facts[0] == Released(72_000)
    assert ended(facts) == [(2, "done", 2)]
