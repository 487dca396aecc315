"""Sound and frames while a rep is waited for, and when the breath changes (T2)."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from coach.cues.steer import correction
from coach.domain.session import new_session
from coach.domain.session_facts import AnswerCheck, Command, Event, Retime, Tick
from coach.domain.timeline import Timeline
from coach.gui.player_bridge import HIDDEN_MS, PlayerBridge
from coach.gui.player_sound import LEAD_MS, PlayerSound, ms_to_stand
from support.book import real_book
from support.player_stage import FakeCues
from support.sessions import small_timeline, started_run, tempo_timeline
from support.store_builders import SteadyClock

NO = AnswerCheck(something_new=False)
RELEASE, DEADLIFT = "hip_flexor_release", "single_leg_deadlift"


class Bench:
    """The sound of a session by itself; track 0 is second 10 of the score."""

    def __init__(self, timeline: Timeline) -> None:
        self.cues = FakeCues()
        self.sound = PlayerSound(self.cues, correction)
        self.run = started_run(timeline)
        self.sound.follow(self.run.facts, self.run.state, 0.0)

    def do(self, event: Event, after_s: float = 0.0) -> None:
        facts = self.run.do(event, after_s)
        self.sound.follow(facts, self.run.state, self.run.clock_ms)

    def until(self, position_s: float, step_s: float = 0.05) -> None:
        while self.run.position_ms < position_s * 1000 - 1e-6:
            self.do(Tick(), step_s)

    @property
    def calls(self) -> list[tuple[str, object]]:
        return self.cues.calls


@pytest.fixture
def own() -> Bench:
    bench = Bench(tempo_timeline())
    bench.until(58)
    bench.do(Command.OWN_PACE)
    bench.cues.calls.clear()
    return bench


def test_the_track_stops_before_the_next_rep_can_be_heard(own: Bench) -> None:
    own.until(65.8)
    assert own.calls == []
    own.do(Tick(), 0.1)
    assert own.calls == [("pause", None)]
    own.do(Tick(), 5)
    assert own.calls == [("pause", None)]
    assert own.run.state.held


def test_a_counted_rep_plays_on_from_the_next(own: Bench) -> None:
    own.until(65.9)
    own.do(Tick(), 1)
    own.do(Command.COUNT, 10)
    assert own.calls == [("pause", None), ("play", 56_000)]


def test_an_early_count_goes_ahead_in_the_track_too(own: Bench) -> None:
    own.until(62)
    own.do(Command.COUNT)
    assert own.calls == [("play", 56_000)]


def test_a_change_of_mind_just_before_the_end_plays_on(own: Bench) -> None:
    own.until(65.9)
    own.do(Command.OWN_PACE)
    assert own.calls == [("pause", None), ("play", 55_900)]


def test_going_on_after_a_pause_is_silent_while_it_waits(own: Bench) -> None:
    own.until(65.9)
    own.do(Command.PAUSE, 1)
    own.do(Command.RESUME, 1)
    assert {name for name, _ in own.calls} == {"pause"}
    own.do(Command.COUNT, 1)
    assert own.calls[-1] == ("play", 56_000)


def test_a_late_track_is_silent_while_it_waits(own: Bench, tmp_path: Path) -> None:
    own.until(65.9)
    own.sound.load(tmp_path / "late.wav", own.run.state, own.run.clock_ms)
    assert own.calls[-1] == ("load", "late.wav")
    own.do(Command.COUNT)
    assert own.calls[-1] == ("play", 56_000)


# ---- breath ------------------------------------------------------------------------------
SLOW = small_timeline(5, 7)


@pytest.fixture
def breath() -> Bench:
    bench = Bench(small_timeline())
    bench.until(20)
    bench.cues.calls.clear()
    return bench


def test_the_new_track_waits_for_the_rest(breath: Bench, tmp_path: Path) -> None:
    breath.do(Retime(SLOW))
    breath.sound.prepare(tmp_path / "slow.wav", SLOW)
    breath.do(Command.PAUSE)
    breath.do(Command.RESUME)
    assert breath.calls == [("pause", None), ("play", 10_000)]
    breath.calls.clear()
    breath.do(Command.SKIP)
    assert breath.calls == [("load", "slow.wav"), ("play", 29_000)]


def test_silence_is_better_than_the_wrong_pace(breath: Bench, tmp_path: Path) -> None:
    breath.do(Retime(SLOW))
    breath.do(Command.SKIP)
    breath.do(Command.PAUSE, 2)
    breath.do(Command.RESUME, 2)
    assert {name for name, _ in breath.calls} == {"pause"}
    breath.sound.load(tmp_path / "slow.wav", breath.run.state, breath.run.clock_ms)
    assert breath.calls[-2:] == [("load", "slow.wav"), ("play", 31_000)]


def test_a_track_for_a_pace_that_was_left_again_is_not_used(breath: Bench, tmp_path: Path) -> None:
    breath.do(Retime(SLOW))
    breath.sound.prepare(tmp_path / "slow.wav", SLOW)
    breath.do(Retime(small_timeline(3, 4)))
    breath.do(Command.SKIP)
    assert {name for name, _ in breath.calls} == {"pause"}


# ---- the bridge --------------------------------------------------------------------------
@pytest.fixture
def bridge(qtbot: QtBot) -> tuple[PlayerBridge, SteadyClock, FakeCues]:
    clock, cues = SteadyClock(), FakeCues()
    state = new_session(_real(tempo_timeline()), 0.0)
    made = PlayerBridge(state, real_book(), clock, PlayerSound(cues, correction))
    made.do(NO)
    for _ in range(48):
        clock.forward(1_000)
        made.tick()
    made.do(Command.OWN_PACE)
    return made, clock, cues


def _real(timeline: Timeline) -> Timeline:
    """With variants that the book knows, so that there is a figure."""
    variants = {"breathing_bridge": "mid", RELEASE: "arm_down", DEADLIFT: "toe_free"}
    return replace(
        timeline,
        phases=tuple(
            replace(p, variant=variants.get(p.exercise or "")) if p.exercise else p
            for p in timeline.phases
        ),
        blocks=tuple(replace(b, variant=variants[b.exercise]) for b in timeline.blocks),
    )


def test_nothing_ticks_while_a_rep_is_waited_for(
    bridge: tuple[PlayerBridge, SteadyClock, FakeCues],
) -> None:
    made, clock, _ = bridge
    assert made.ticking
    for _ in range(10):
        clock.forward(1_000)
        made.tick()
    assert made.state.held
    assert not made.ticking
    made.do(Command.COUNT)
    assert made.ticking


def test_unseen_it_wakes_in_time_for_the_end_of_the_rep(
    bridge: tuple[PlayerBridge, SteadyClock, FakeCues],
) -> None:
    made, clock, cues = bridge
    made.set_visible(False)
    assert made.frame_ms == HIDDEN_MS
    while ms_to_stand(made.state, clock.monotonic_ms()) > 0:
        left_ms = ms_to_stand(made.state, clock.monotonic_ms())
        clock.forward(made.frame_ms)
        made.tick()
        assert left_ms > 0
    place_ms = made.state.position(clock.monotonic_ms())
    assert 66_000 - LEAD_MS - 1 <= place_ms < 66_000
    assert cues.calls[-1] == ("pause", None)


def test_a_track_for_a_score_that_holds_no_more_is_dropped(
    bridge: tuple[PlayerBridge, SteadyClock, FakeCues], tmp_path: Path
) -> None:
    made, _, cues = bridge
    cues.calls.clear()
    made.use_track(tmp_path / "old.wav", small_timeline())
    assert cues.calls == []
    made.use_track(tmp_path / "now.wav", made.state.timeline)
    assert cues.calls[0] == ("load", "now.wav")
