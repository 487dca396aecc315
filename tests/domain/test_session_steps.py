"""What a run does with each event, and what always holds whatever the events."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from coach.domain.records import SetStatus
from coach.domain.session import RunStage, SessionState, new_session, reps_done
from coach.domain.session_facts import (
    AnswerCheck,
    Begun,
    BlockEnded,
    Command,
    Event,
    Fact,
    GiveEffort,
    Jumped,
    Paused,
    PauseReason,
    RatingOpened,
    RecheckAsked,
    Report,
    Resumed,
    Retime,
    RunFinished,
    RunStopped,
    Steer,
    TellAftermath,
    TellStrength,
    Tick,
)
from coach.domain.session_past import Past, resumed_session
from coach.domain.terms import Discomfort, Effort, PhaseKind
from coach.domain.timeline import Timeline
from coach.domain.tingling import Aftermath, Strength
from support.sessions import FLOSS, Run, small_timeline, started_run, tempo_timeline


def ended(facts: list[Fact]) -> list[tuple[int, str, int]]:
    return [
        (f.block.index, f.status.value, f.reps_done) for f in facts if isinstance(f, BlockEnded)
    ]


def test_a_quiet_run_does_every_set() -> None:
    run = started_run()
    run.wait(200)
    assert run.facts[0] == Begun(10_000)
    assert ended(run.facts) == [(i, "done", r) for i, r in enumerate((2, 2, 2, 2, 1))]
    assert run.facts[-1] == RatingOpened(162_000)
    assert run.do(Command.FINISH)[-1] == RunFinished(172_000)
    assert run.position_ms == 172_000


def test_the_rate_page_waits_however_long() -> None:
    run = started_run()
    run.until(162)
    run.wait(7_200, step_s=600)
    assert (run.state.stage, run.position_ms) == (RunStage.RATING, 162_000)


def test_something_new_ends_it_before_it_begins() -> None:
    run = Run(new_session(small_timeline(), 0.0))
    facts = run.do(AnswerCheck(something_new=True))
    assert facts == [RecheckAsked()]
    assert run.state.stage is RunStage.STOPPED


def test_not_now_leaves_a_taken_up_session_open() -> None:
    run = Run(resumed_session(small_timeline(), Past(), 0.0))
    assert run.do(Command.STOP) == []
    assert run.state.stage is RunStage.STOPPED


def test_something_new_ends_a_taken_up_session() -> None:
    run = Run(resumed_session(small_timeline(), Past(), 0.0))
    assert run.do(AnswerCheck(something_new=True)) == [RunStopped(0), RecheckAsked()]


def test_a_pause_stands_still_and_goes_on() -> None:
    run = started_run()
    run.until(20)
    assert run.do(Command.PAUSE, 0.5) == [Paused(PauseReason.PAUSED, 20_500)]
    assert run.wait(900, step_s=100) == []
    assert run.do(Command.RESUME) == [Resumed(20_500)]
    run.wait(1)
    assert run.position_ms == 21_500


def test_a_sleeping_computer_pauses_and_catches_nothing_up() -> None:
    """More than 5 s between two readings."""
    run = started_run()
    run.until(28)
    assert run.do(Tick(), 5.1) == [Paused(PauseReason.INTERRUPTED, 28_000)]
    assert run.state.gap_ms == 5_100
    assert run.do(Command.RESUME) == [Resumed(15_000)]
    assert run.wait(4) == []


def test_a_slow_tick_is_no_gap() -> None:
    run = started_run()
    run.until(28)
    assert run.do(Tick(), 5.0) == []
    assert run.position_ms == 33_000


def test_a_key_after_sleep_finds_a_paused_run() -> None:
    run = started_run()
    run.until(28)
    facts = run.do(Command.SKIP, 60)
    assert facts[0] == Paused(PauseReason.INTERRUPTED, 28_000)
    assert ended(facts) == [(0, "skipped", 1)]


def test_skip_counts_what_was_really_done() -> None:
    run = started_run()
    run.until(26)
    facts = run.do(Command.SKIP)
    assert ended(facts) == [(0, "skipped", 1)]
    assert facts[-1] == Jumped(35_000)
    assert run.do(Command.SKIP) == [Jumped(50_000)]


def test_skipping_to_the_end_opens_the_rating() -> None:
    run = started_run()
    for _ in range(10):
        run.do(Command.SKIP)
    assert run.state.stage is RunStage.RATING
    assert [entry[:2] for entry in ended(run.facts)] == [(i, "skipped") for i in range(5)]


@pytest.mark.parametrize(
    ("at_s", "to_ms"),
    [(12, 10_000), (17, 15_000), (20, 15_000), (40, 15_000), (52, 15_000), (54, 50_000)],
)
def test_back_means_this_set_or_the_one_before(at_s: float, to_ms: int) -> None:
    run = started_run()
    run.until(at_s)
    assert run.do(Command.BACK) == [Jumped(to_ms)]


def test_a_set_done_again_is_told_again() -> None:
    run = started_run()
    run.until(40)
    run.do(Command.BACK)
    assert ended(run.wait(21)) == [(0, "done", 2)]


def test_stop_asks_nothing_and_can_be_taken_back() -> None:
    run = started_run()
    run.until(26)
    assert run.do(Command.STOP) == [Paused(PauseReason.STOPPED, 26_000)]
    assert run.do(Command.RESUME, 60) == [Resumed(26_000)]
    run.do(Command.STOP)
    facts = run.do(Command.FINISH)
    assert ended(facts) == [(0, "stopped", 1)]
    assert facts[-1] == RunStopped(26_000)
    assert run.do(Command.RESUME) == []


def test_a_skipped_exercise_is_not_asked_about() -> None:
    run = started_run()
    for _ in range(4):
        run.do(Command.SKIP)
    assert run.state.phase(run.clock_ms).kind is PhaseKind.MOVE
    assert run.state.asked_effort(run.clock_ms) is None


def test_the_sound_steers_gently() -> None:
    run = started_run()
    run.until(20)
    run.do(Steer(1.02))
    run.wait(5)
    assert run.position_ms == pytest.approx(25_100)
    run.do(Steer(1.0, jump_ms=-600.0))
    assert run.position_ms == pytest.approx(24_500)


def test_steering_never_ends_a_set_twice() -> None:
    run = started_run()
    run.until(36)
    run.do(Steer(1.0, jump_ms=-2_000.0))
    assert ended(run.wait(5)) == []


def test_a_run_that_is_over_hears_nothing() -> None:
    run = started_run()
    run.do(Command.STOP)
    run.do(Command.FINISH)
    over = run.state
    for event in (Tick(), Command.RESUME, Report(Discomfort.DIZZY), Steer(1.0, 50.0)):
        assert run.do(event, 1) == []
    assert run.state == over


EVENTS = st.one_of(
    st.builds(TellStrength, st.sampled_from(list(Strength))),
    st.builds(TellAftermath, st.sampled_from(list(Aftermath))),
    st.sampled_from(list(Command)),
    st.builds(Report, st.sampled_from(list(Discomfort))),
    st.builds(GiveEffort, st.sampled_from(list(Effort)), st.sampled_from([None, 0, 1, 2])),
    st.builds(Steer, st.floats(0.98, 1.02), st.floats(-3_000, 3_000)),
    st.builds(AnswerCheck, st.booleans()),
)


PACES = ((4, 6), (3, 4), (5, 7), (4.5, 6.5))


class AnyRun(RuleBasedStateMachine):
    """Any events at any times, at any pace."""

    @initialize(begin=st.booleans(), scored=st.sampled_from([small_timeline, tempo_timeline]))
    def begin(self, begin: bool, scored: Callable[[float, float], Timeline]) -> None:
        self.scored = scored
        timeline = scored(4, 6)
        self.run_ = started_run(timeline) if begin else Run(new_session(timeline, 0.0))
        self.ended: set[int] = set()
        self.last_index = -1

    def _do(self, event: Event, after_s: float) -> None:
        before, place = self.run_.state, self.run_.position_ms
        facts = self.run_.do(event, after_s)
        if isinstance(event, Tick) and (before.stage is RunStage.PAUSED or before.held):
            assert self.run_.position_ms == place
            assert facts == []
        if not isinstance(event, Steer | Command | Report | GiveEffort | Retime):
            self._ran_on(before, place, after_s)
        if event is Command.BACK and self.run_.state.cursor < before.cursor:
            self.ended -= set(range(self.run_.state.cursor, len(before.timeline.blocks)))
            self.last_index = self.run_.state.cursor - 1
        for fact in facts:
            if isinstance(fact, BlockEnded):
                self._ended(fact)

    def _ran_on(self, before: SessionState, place: float, after_s: float) -> None:
        """Time alone leads on, never past a rep that is not counted, and not faster than time."""
        state, here_ms = self.run_.state, self.run_.position_ms
        if state.timeline is not before.timeline or before.stage is not RunStage.RUNNING:
            return
        if not state.left_out:
            assert place <= here_ms <= place + after_s * 1020 + 0.01
            assert here_ms <= before.hold_ms(place) or state.stage is RunStage.RATING

    def _ended(self, fact: BlockEnded) -> None:
        assert fact.block.index not in self.ended
        assert fact.block.index > self.last_index
        assert 0 <= fact.reps_done <= fact.block.reps
        assert fact.status is not SetStatus.DONE or fact.reps_done == fact.block.reps
        self.ended.add(fact.block.index)
        self.last_index = fact.block.index

    @rule(event=EVENTS, after_s=st.floats(0, 4))
    def anything(self, event: Event, after_s: float) -> None:
        self._do(event, after_s)

    @rule(after_s=st.floats(0, 30))
    def time(self, after_s: float) -> None:
        self._do(Tick(), after_s)

    @rule(seconds=st.integers(1, 120))
    def quiet(self, seconds: int) -> None:
        for _ in range(seconds // 4):
            self._do(Tick(), 4)

    @rule(pace=st.sampled_from(PACES), after_s=st.floats(0, 4))
    def breathe(self, pace: tuple[float, float], after_s: float) -> None:
        """Another pace keeps set, side and rep, and leaves a set that runs as it is."""
        state, clock_ms = self.run_.state, self.run_.clock_ms
        phase, block = state.phase(clock_ms), state.block(clock_ms)
        self._do(Retime(self.scored(*pace)), 0)
        after, now = self.run_.state, self.run_.state.phase(clock_ms)
        assert (now.kind, now.item, now.set, now.rep, now.side) == (
            (phase.kind, phase.item, phase.set, phase.rep, phase.side)
        )
        if block is not None and state.stage in (RunStage.RUNNING, RunStage.PAUSED):
            assert after.timeline is state.timeline
        self._do(Tick(), after_s)

    @rule(after_s=st.floats(0, 8))
    def count(self, after_s: float) -> None:
        """A count ends one rep at most, and only one that is at one's own pace."""
        self._do(Tick(), after_s)
        before, place = self.run_.state, self.run_.position_ms
        block = before.block(self.run_.clock_ms)
        facts = self.run_.do(Command.COUNT)
        for fact in facts:
            if isinstance(fact, BlockEnded):
                self._ended(fact)
        if block is None or block.item not in before.own_pace:
            assert facts == []
            return
        done = reps_done(before.timeline, block, place)
        after = reps_done(before.timeline, block, self.run_.position_ms)
        assert after in (done, done + 1)
        assert after <= block.reps

    @rule()
    def own_pace(self) -> None:
        self._do(Command.OWN_PACE, 0)

    @rule()
    def go_on(self) -> None:
        self._do(Command.RESUME, 0)

    @invariant()
    def inside_the_timeline(self) -> None:
        if hasattr(self, "run_"):
            assert 0 <= self.run_.position_ms <= self.run_.state.timeline.total_ms

    @invariant()
    def time_stands_while_tingling_is_asked_about(self) -> None:
        if hasattr(self, "run_") and self.run_.state.tingling is not None:
            assert self.run_.state.stage is not RunStage.RUNNING

    @invariant()
    def tingling_keeps_the_floss_out(self) -> None:
        if hasattr(self, "run_") and self.run_.state.tinglings:
            block = self.run_.state.block(self.run_.clock_ms)
            assert block is None or block.exercise != FLOSS

    @invariant()
    def only_reps_at_ones_own_pace_are_waited_for(self) -> None:
        if hasattr(self, "run_") and self.run_.state.held:
            state = self.run_.state
            block = state.block(self.run_.clock_ms)
            assert block is not None
            assert block.item in state.own_pace
            assert state.stage is RunStage.RUNNING

    @invariant()
    def can_always_be_stopped(self) -> None:
        if hasattr(self, "run_"):
            copy = Run(self.run_.state, self.run_.clock_ms)
            copy.do(Command.STOP)
            copy.do(Command.FINISH)
            if copy.state.tingling is not None:  # asked about on the rate page
                copy.do(Command.FINISH)
            assert copy.state.stage.is_over

    def teardown(self) -> None:
        """A run that is finished told every set exactly once since the last step back."""
        if not hasattr(self, "run_"):
            return
        kinds = [type(fact) for fact in self.run_.facts]
        assert kinds.count(RunFinished) + kinds.count(RunStopped) <= 1
        if RunFinished in kinds:
            assert self.run_.state.ended == set(range(len(self.run_.state.timeline.blocks)))


TestAnyRun = AnyRun.TestCase
TestAnyRun.settings = settings(max_examples=60, stateful_step_count=30, deadline=None)
