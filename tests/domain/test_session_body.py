"""What the body says in a session and what it leads to (E1-E3, N1-N4, S8, K9)."""

from __future__ import annotations

from dataclasses import replace

import pytest

from coach.domain.session import RunStage
from coach.domain.session_facts import (
    BlockEnded,
    Command,
    Decided,
    DiscomfortGiven,
    EffortGiven,
    Fact,
    GiveEffort,
    Jumped,
    Paused,
    PauseReason,
    RatingOpened,
    RecheckAsked,
    Report,
    Resumed,
    RunFinished,
    RunStopped,
    TellAftermath,
    TellStrength,
    TinglingTold,
)
from coach.domain.terms import Discomfort, Effort, PhaseKind, Side
from coach.domain.tingling import Aftermath, Strength, TinglingWords
from support.sessions import (
    BRIDGE,
    DEADLIFT,
    FLOSS,
    RELEASE,
    Run,
    hinge_timeline,
    small_timeline,
    started_run,
    three_sets,
)


def ended(facts: list[Fact]) -> list[tuple[int, str, int]]:
    return [
        (f.block.index, f.status.value, f.reps_done) for f in facts if isinstance(f, BlockEnded)
    ]


def decided(facts: list[Fact]) -> list[tuple[str, str]]:
    return [(f.why.rule, f.why.text) for f in facts if isinstance(f, Decided)]


def told(run: Run, strength: Strength, after: Aftermath, after_s: float = 10) -> list[Fact]:
    """Both taps, the second so many seconds later."""
    run.do(TellStrength(strength))
    return run.do(TellAftermath(after), after_s)


def tingled(at_s: float = 96, variant: str = "") -> Run:
    """A run in which tingling was told at that place."""
    run = started_run(hinge_timeline(variant) if variant else small_timeline())
    run.until(at_s)
    run.do(Report(Discomfort.TINGLING))
    return run


def exercise_now(run: Run) -> str | None:
    return run.state.phase(run.clock_ms).exercise


def test_pain_ends_the_exercise_at_its_second_and_side() -> None:
    """E2."""
    run = started_run()
    run.until(96)
    facts = run.do(Report(Discomfort.SHARP))
    assert facts[0] == DiscomfortGiven(Discomfort.SHARP, 1, RELEASE, Side.LEFT, 96_000)
    assert decided(facts) == [("E2", "effort.sharp")]
    assert ended(facts) == [(2, "stopped", 1), (3, "skipped", 0)]
    phase = run.state.phase(run.clock_ms)
    assert (phase.kind, phase.exercise) == (PhaseKind.MOVE, FLOSS)
    assert run.state.stage is RunStage.RUNNING


def test_pain_answers_for_the_effort() -> None:
    run = started_run()
    run.until(96)
    run.do(Report(Discomfort.SHARP))
    assert run.state.asked_effort(run.clock_ms) is None
    run.wait(60)
    assert run.state.missing_efforts() == (0, 2)


def test_pain_in_the_last_exercise_leads_to_the_rating() -> None:
    run = started_run()
    run.until(155)
    assert run.do(Report(Discomfort.SHARP))[-1] == RatingOpened(162_000)


def test_pain_in_a_rest_ends_the_exercise_too() -> None:
    run = started_run()
    run.until(40)
    facts = run.do(Report(Discomfort.SHARP))
    assert ended(facts) == [(1, "skipped", 0)]
    assert facts[-1] == Jumped(70_000)


def test_pain_during_a_move_speaks_of_the_exercise_before() -> None:
    run = started_run()
    run.until(139)
    facts = run.do(Report(Discomfort.SHARP))
    assert facts[0] == DiscomfortGiven(Discomfort.SHARP, 1, RELEASE, Side.RIGHT, 139_000)
    assert decided(facts) == [("E2", "effort.easier_later")]
    assert run.position_ms == 139_000


def test_nobody_goes_back_into_what_hurt() -> None:
    run = started_run()
    run.until(96)
    run.do(Report(Discomfort.SHARP))
    assert run.do(Command.BACK)[0] == Jumped(50_000)
    assert ended(run.wait(30)) == [(1, "done", 2)]
    assert run.state.phase(run.clock_ms).exercise == FLOSS


def test_what_was_decided_is_told_until_the_next_set() -> None:
    run = started_run()
    run.until(96)
    run.do(Report(Discomfort.SHARP))
    assert run.state.decided is not None
    assert run.state.decided.exercise == RELEASE
    run.until(151)
    assert run.state.decided is not None
    run.until(153)
    assert run.state.decided is None


def test_a_sharp_feeling_told_at_the_end_speaks_of_the_next_time() -> None:
    run = started_run()
    run.until(162)
    facts = run.do(Report(Discomfort.SHARP, item=1))
    assert decided(facts) == [("E2", "effort.easier_later")]
    assert run.state.signs == {1: Discomfort.SHARP}


# ---- tingling -----------------------------------------------------------------------------------
def test_tingling_ends_the_exercise_and_time_stands() -> None:
    """E2 with N2: the floss is left out whatever follows."""
    run = started_run(hinge_timeline())
    run.until(20)
    facts = run.do(Report(Discomfort.TINGLING))
    assert facts[0] == DiscomfortGiven(Discomfort.TINGLING, 0, FLOSS, Side.LEFT, 20_000)
    assert decided(facts) == [("E2", "effort.tingling")]
    assert ended(facts) == [(0, "stopped", 0), (1, "skipped", 0)]
    assert Paused(PauseReason.TINGLING, 20_000) in facts
    assert run.wait(600, step_s=60) == []
    assert (run.state.stage, run.state.pause) == (RunStage.PAUSED, PauseReason.TINGLING)
    assert exercise_now(run) == DEADLIFT


def test_tingling_elsewhere_leaves_the_floss_out_too() -> None:
    run = tingled(96)
    assert ended(run.facts)[2:] == [(2, "stopped", 1), (3, "skipped", 0), (4, "skipped", 0)]
    assert run.facts[-1] == RatingOpened(162_000)


def test_a_faint_echo_lets_the_rest_stand() -> None:
    """N1."""
    run = tingled(20, "toe_free")
    facts = told(run, Strength.LITTLE, Aftermath.GONE)
    assert facts[0] == TinglingTold(0, TinglingWords(2, 10), Side.LEFT)
    assert decided(facts) == [("N1", "floss.echo")]
    assert run.wait(60) == []
    assert run.do(Command.RESUME) == [Resumed(47_000)]
    assert exercise_now(run) == DEADLIFT
    run.until(63)
    assert run.state.tingling is None
    assert run.state.block(run.clock_ms) is not None


def test_worse_tingling_leaves_the_one_leg_hinge_out() -> None:
    """N2."""
    run = tingled(20, "toe_free")
    facts = told(run, Strength.CLEAR, Aftermath.GONE)
    assert decided(facts) == [("N2", "floss.rests")]
    facts = run.do(Command.RESUME)
    assert ended(facts) == [(2, "skipped", 0), (3, "skipped", 0)]
    assert exercise_now(run) == BRIDGE


@pytest.mark.parametrize("variant", ["two_leg", "two_leg_wall"])
def test_a_hinge_on_both_legs_may_stay(variant: str) -> None:
    """N2."""
    run = tingled(20, variant)
    told(run, Strength.CLEAR, Aftermath.STILL)
    run.do(Command.RESUME)
    assert exercise_now(run) == DEADLIFT


def test_numbness_that_stays_ends_it_with_the_questions() -> None:
    """N4."""
    run = tingled(20, "toe_free")
    facts = told(run, Strength.LITTLE, Aftermath.NUMB_STAYS)
    assert decided(facts) == [("N4", "floss.ends")]
    run.do(Command.BACK)
    run.do(Command.SKIP)
    assert [type(fact) for fact in run.facts[-2:]] == [RunStopped, RecheckAsked]
    assert run.state.stage is RunStage.STOPPED


def test_stopping_does_not_get_round_the_questions() -> None:
    """N4."""
    run = tingled(20, "toe_free")
    told(run, Strength.LITTLE, Aftermath.NUMB_STAYS)
    run.do(Command.STOP)
    assert run.do(Command.FINISH)[-1] == RecheckAsked()


def test_both_legs_in_one_session_end_it() -> None:
    """N4."""
    run = started_run(hinge_timeline())
    run.until(20)
    run.state = replace(run.state, troubled=frozenset({Side.RIGHT}))
    run.do(Report(Discomfort.TINGLING))
    assert decided(told(run, Strength.CLEAR, Aftermath.STILL)) == [("N4", "floss.ends")]


def test_the_leg_that_told_of_worse_is_remembered() -> None:
    run = tingled(20, "toe_free")
    told(run, Strength.CLEAR, Aftermath.STILL)
    run.do(Command.RESUME)
    assert run.state.troubled == {Side.LEFT}


def test_the_second_tap_waits_for_the_first() -> None:
    run = tingled(20, "toe_free")
    assert run.do(TellAftermath(Aftermath.GONE)) == []
    assert run.do(Command.RESUME) == []
    assert run.state.pause is PauseReason.TINGLING


def test_a_slip_of_the_finger_can_be_put_right() -> None:
    run = tingled(20, "toe_free")
    told(run, Strength.STRONG, Aftermath.STILL)
    assert run.do(Command.BACK) == []
    facts = told(run, Strength.LITTLE, Aftermath.GONE)
    assert facts[0] == TinglingTold(0, TinglingWords(2, 20), Side.LEFT)
    run.do(Command.RESUME)
    assert exercise_now(run) == DEADLIFT


def test_no_answer_takes_the_careful_way() -> None:
    """X4."""
    run = tingled(20, "toe_free")
    run.do(TellStrength(Strength.LITTLE))
    facts = run.do(Command.SKIP)
    assert decided(facts) == [("X4", "floss.silent")]
    assert not any(isinstance(fact, TinglingTold) for fact in facts)
    assert exercise_now(run) == BRIDGE
    assert run.state.stage is RunStage.RUNNING


@pytest.mark.parametrize("key", [Command.STOP, Report(Discomfort.WRONG)])
def test_the_questions_wait_behind_another_key(key: Command | Report) -> None:
    run = tingled(20, "toe_free")
    run.do(key)
    assert run.do(TellStrength(Strength.LITTLE)) == []
    assert run.state.tingling is not None
    assert run.state.tingling.strength is None
    run.do(Command.RESUME)
    assert run.state.pause is PauseReason.TINGLING


def test_dizzy_goes_before_the_questions() -> None:
    """E3."""
    run = tingled(20, "toe_free")
    assert run.do(Report(Discomfort.DIZZY))[-1] == RunStopped(47_000)
    assert run.state.stopped_for is Discomfort.DIZZY


def test_the_same_key_twice_is_one_sign() -> None:
    run = tingled(20, "toe_free")
    assert run.do(Report(Discomfort.TINGLING)) == []
    assert run.do(Report(Discomfort.SHARP)) == []


def test_tingling_told_at_the_end_asks_there() -> None:
    """K9."""
    run = started_run()
    run.until(162)
    facts = run.do(Report(Discomfort.TINGLING, item=1))
    assert decided(facts) == [("E2", "effort.tingling_later")]
    assert run.do(Command.STOP) == []
    assert told(run, Strength.LITTLE, Aftermath.GONE)[0] == TinglingTold(
        0, TinglingWords(2, 10), None
    )
    run.do(Command.RESUME)
    assert (run.state.stage, run.state.tingling) == (RunStage.RATING, None)
    assert run.do(Command.FINISH)[-1] == RunFinished(172_000)


def test_each_tingling_has_its_number() -> None:
    run = started_run()
    run.until(162)
    for item in (0, 1):
        run.do(Report(Discomfort.TINGLING, item=item))
        told(run, Strength.LITTLE, Aftermath.GONE)
        run.do(Command.RESUME)
    assert [f.number for f in run.facts if isinstance(f, TinglingTold)] == [0, 1]


# ---- dizzy, wrong -------------------------------------------------------------------------------
def test_dizzy_stops_the_session() -> None:
    """E3."""
    run = started_run()
    run.until(26)
    facts = run.do(Report(Discomfort.DIZZY))
    assert [type(fact) for fact in facts] == [DiscomfortGiven, Decided, BlockEnded, RunStopped]
    assert decided(facts) == [("E3", "effort.dizzy")]
    assert run.state.stopped_for is Discomfort.DIZZY


def test_something_wrong_stops_time_and_offers_the_questions() -> None:
    """S8."""
    run = started_run()
    run.until(26)
    facts = run.do(Report(Discomfort.WRONG))
    assert facts[-1] == Paused(PauseReason.WRONG, 26_000)
    assert [type(f) for f in run.do(Command.RECHECK)] == [BlockEnded, RunStopped, RecheckAsked]


def test_an_effort_is_given_during_the_move() -> None:
    """K9."""
    run = started_run()
    run.until(72)
    given = EffortGiven(0, "breathing_bridge", Effort.EASY)
    assert run.do(GiveEffort(Effort.EASY)) == [given]
    assert run.do(GiveEffort(Effort.FINE)) == []
    assert run.wait(20) == []


def test_a_late_effort_is_not_given_and_asked_once_more() -> None:
    """K9."""
    run = started_run()
    run.until(77)
    told = run.wait(3)
    assert told == [EffortGiven(0, "breathing_bridge", Effort.NOT_GIVEN)]
    assert run.do(GiveEffort(Effort.FINE)) == []
    run.until(162)
    assert run.state.missing_efforts() == (0, 1, 2)
    run.do(GiveEffort(Effort.FINE, item=1))
    assert run.state.missing_efforts() == (0, 2)
    assert run.do(Command.FINISH) == [
        EffortGiven(2, FLOSS, Effort.NOT_GIVEN),
        RunFinished(172_000),
    ]


def test_too_much_between_sets_ends_the_exercise() -> None:
    """E1."""
    run = started_run()
    run.until(40)
    assert run.state.asked_effort(run.clock_ms) is None
    assert run.state.effort_welcome(run.clock_ms) == 0
    facts = run.do(GiveEffort(Effort.TOO_MUCH))
    assert facts[0] == EffortGiven(0, BRIDGE, Effort.TOO_MUCH)
    assert decided(facts) == [("E1", "effort.too_much")]
    assert ended(facts) == [(1, "skipped", 0)]
    assert facts[-1] == Jumped(70_000)
    assert run.state.asked_effort(run.clock_ms) is None
    assert run.do(Command.BACK)[-1] == Jumped(70_000)


def test_noticeable_between_sets_eases_what_remains() -> None:
    """E1."""
    run = started_run()
    run.until(110)
    facts = run.do(GiveEffort(Effort.NOTICEABLE))
    assert decided(facts) == [("E1", "effort.easier_now")]
    assert run.state.eased == {3}
    run.until(138)
    assert run.state.asked_effort(run.clock_ms) is None


@pytest.mark.parametrize("effort", [Effort.EASY, Effort.FINE])
def test_what_is_fine_changes_nothing(effort: Effort) -> None:
    run = started_run()
    run.until(40)
    assert run.do(GiveEffort(effort)) == [EffortGiven(0, BRIDGE, effort)]
    assert (run.state.eased, run.state.left_out, run.state.decided) == (set(), set(), None)


def test_an_effort_given_early_is_asked_for_again() -> None:
    """K9: the last rest counts as after the exercise, earlier ones do not."""
    run = started_run(three_sets())
    run.until(26)
    run.do(GiveEffort(Effort.NOTICEABLE))
    assert run.state.eased == {1, 2}
    run.until(66)
    assert run.state.asked_effort(run.clock_ms) == 0
    run.do(GiveEffort(Effort.FINE))
    assert run.state.asked_effort(run.clock_ms) is None
    assert run.state.efforts == {0: Effort.FINE}


def test_an_early_effort_stands_where_no_later_one_is_given() -> None:
    run = started_run(three_sets())
    run.until(26)
    run.do(GiveEffort(Effort.FINE))
    run.until(80)
    assert run.state.efforts == {0: Effort.FINE}
    assert 0 not in run.state.missing_efforts()


def test_a_later_tap_takes_the_easier_range_back() -> None:
    """K9."""
    run = started_run(three_sets())
    run.until(26)
    run.do(GiveEffort(Effort.NOTICEABLE))
    run.do(GiveEffort(Effort.FINE))
    assert run.state.eased == set()
    assert run.state.decided is None


def test_an_effort_in_the_last_rest_is_enough() -> None:
    run = started_run(three_sets())
    run.until(46)
    run.do(GiveEffort(Effort.FINE))
    run.until(66)
    assert run.state.asked_effort(run.clock_ms) is None


def test_no_effort_is_taken_within_a_set_or_before_any() -> None:
    run = started_run()
    for place_s in (12, 20):
        run.until(place_s)
        assert run.do(GiveEffort(Effort.TOO_MUCH)) == []


def test_an_effort_at_the_end_speaks_of_the_next_time() -> None:
    """E1."""
    run = started_run()
    run.until(72)
    assert decided(run.do(GiveEffort(Effort.TOO_MUCH))) == [("E1", "effort.easier_later")]
    run.until(162)
    assert decided(run.do(GiveEffort(Effort.NOTICEABLE, item=2))) == [("E1", "effort.easier_later")]
    assert run.state.eased == set()
