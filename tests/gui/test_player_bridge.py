"""The bridge reads the clock, follows the sound and rests when nothing moves."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from coach.app.run_view import RunView
from coach.cues.steer import correction
from coach.domain.score import compile_timeline
from coach.domain.session import RunStage, new_session
from coach.domain.session_facts import AnswerCheck, Begun, Command, Fact, Report, Steer
from coach.domain.terms import Discomfort
from coach.gui.player_bridge import FRAME_MS, HIDDEN_MS, PlayerBridge
from coach.gui.player_sound import PlayerSound
from support.book import real_book
from support.player_stage import MONDAY, FakeCues
from support.store_builders import SteadyClock

NO = AnswerCheck(something_new=False)


@dataclass
class Bench:
    """A bridge with everything around it."""

    clock: SteadyClock
    cues: FakeCues
    bridge: PlayerBridge
    facts: list[Fact]
    views: list[RunView]

    @property
    def position_ms(self) -> float:
        return self.bridge.state.position(self.clock.monotonic_ms())

    def forward(self, seconds: float, step_s: float = 1.0) -> None:
        for _ in range(round(seconds / step_s)):
            self.clock.forward(step_s * 1000)
            self.bridge.tick()

    def plays(self) -> list[object]:
        return [value for name, value in self.cues.calls if name == "play"]


@pytest.fixture
def bench(qtbot: QtBot) -> Bench:
    clock, cues = SteadyClock(), FakeCues()
    state = new_session(compile_timeline(MONDAY.items, real_book()), 0.0)
    bridge = PlayerBridge(state, real_book(), clock, PlayerSound(cues, correction))
    facts: list[Fact] = []
    views: list[RunView] = []
    bridge.told.connect(facts.extend)
    bridge.shown.connect(lambda view, _scene: views.append(view))
    return Bench(clock, cues, bridge, facts, views)


def test_nothing_ticks_before_the_question_is_answered(bench: Bench) -> None:
    assert not bench.bridge.ticking
    bench.bridge.do(NO)
    assert bench.bridge.ticking
    assert bench.facts == [Begun(10_000)]


def test_the_track_starts_where_the_check_ends(bench: Bench) -> None:
    bench.bridge.do(NO)
    assert bench.plays() == [0]


def test_a_sound_that_is_gone_no_longer_stretches_the_time(bench: Bench) -> None:
    """T3: without a report the clock leads, at its own rate."""
    bench.bridge.do(NO)
    bench.bridge.do(Steer(0.98))
    assert bench.bridge.state.playhead.rate == 0.98

    bench.forward(1)
    assert bench.bridge.state.playhead.rate == 1.0


def test_pausing_stops_sound_and_frames(bench: Bench) -> None:
    bench.bridge.do(NO)
    bench.forward(20)
    bench.bridge.do(Command.PAUSE)
    assert (bench.cues.calls[-1], bench.bridge.ticking) == (("pause", None), False)
    bench.bridge.do(Command.RESUME)
    assert bench.plays() == [0, 20_000]


def test_a_jump_seeks_the_track(bench: Bench) -> None:
    bench.bridge.do(NO)
    bench.forward(20)
    bench.bridge.do(Command.SKIP)
    assert bench.plays() == [0, 59_000]


def test_the_words_of_the_rate_page_ring_out(bench: Bench) -> None:
    bench.bridge.do(NO)
    bench.forward(560)
    assert bench.bridge.state.stage is RunStage.RATING
    assert "pause" not in {name for name, _ in bench.cues.calls}
    assert not bench.bridge.ticking
    bench.bridge.do(Command.FINISH)
    assert bench.cues.calls[-1] == ("pause", None)


def test_the_picture_follows_the_sound(bench: Bench) -> None:
    bench.bridge.do(NO)
    bench.forward(10)
    for _ in range(30):
        place_ms = bench.position_ms - 10_000 + 1_000
        bench.cues.report_ms = place_ms + 200
        bench.forward(1)
    assert bench.bridge.state.playhead.rate == pytest.approx(1.02)


def test_a_far_report_jumps(bench: Bench) -> None:
    bench.bridge.do(NO)
    bench.forward(10)
    bench.cues.report_ms = 8_000.0
    bench.bridge.tick()
    assert bench.position_ms == pytest.approx(18_000)


def test_a_report_right_after_a_seek_is_old_news(bench: Bench) -> None:
    bench.bridge.do(NO)
    bench.forward(30)
    bench.bridge.do(Command.SKIP)
    bench.cues.report_ms = 30_100.0
    bench.forward(0.6, step_s=0.1)
    assert bench.position_ms == pytest.approx(69_600)


def test_the_picture_waits_for_a_slow_device(bench: Bench) -> None:
    bench.bridge.do(NO)
    bench.cues.report_ms = 0.0
    bench.forward(1.5, step_s=0.1)
    assert bench.position_ms == 10_000
    bench.cues.report_ms = 40.0
    bench.forward(0.1, step_s=0.1)
    assert bench.position_ms == 10_040
    for step in range(1, 20):
        bench.cues.report_ms = 40.0 + step * 100
        bench.forward(0.1, step_s=0.1)
    assert bench.position_ms == pytest.approx(11_940)
    assert bench.bridge.state.playhead.rate == 1.0


def test_a_device_that_never_starts_is_not_waited_for(bench: Bench) -> None:
    bench.bridge.do(NO)
    bench.cues.report_ms = 0.0
    bench.forward(10, step_s=0.1)
    assert bench.position_ms > 17_000


def test_a_late_track_joins_in(bench: Bench, tmp_path: Path) -> None:
    bench.bridge.do(NO)
    bench.forward(12)
    bench.bridge.use_track(tmp_path / "track.wav")
    assert bench.cues.calls[-2:] == [("load", "track.wav"), ("play", 12_000)]


def test_a_hidden_page_gets_no_frames_but_time_goes_on(bench: Bench) -> None:
    bench.bridge.do(NO)
    bench.bridge.set_visible(False)
    shown = len(bench.views)
    bench.forward(60)
    assert len(bench.views) == shown
    assert bench.position_ms == 70_000
    bench.bridge.set_visible(True)
    assert bench.views[-1].position_ms == 70_000


def test_frames_come_at_the_rate_of_the_page(bench: Bench, qtbot: QtBot) -> None:
    bench.bridge.do(NO)
    assert bench.bridge.frame_ms == FRAME_MS
    bench.bridge.set_visible(False)
    assert bench.bridge.frame_ms == HIDDEN_MS
    bench.bridge.set_visible(True)
    with qtbot.waitSignals([bench.bridge.shown] * 3):
        bench.clock.forward(33)


def test_the_minute_after_tingling_is_shown_and_then_nothing_ticks(
    bench: Bench, qtbot: QtBot
) -> None:
    bench.bridge.do(NO)
    bench.forward(20)
    with qtbot.waitSignals([bench.bridge.shown] * 3):
        bench.bridge.do(Report(Discomfort.TINGLING))
    bench.bridge.set_visible(False)
    assert not bench.bridge.ticking
    bench.bridge.set_visible(True)
    assert bench.bridge.ticking
    bench.clock.forward(60_000)
    bench.bridge.tick()
    assert not bench.bridge.ticking


def test_a_gap_pauses(bench: Bench) -> None:
    bench.bridge.do(NO)
    bench.forward(20)
    bench.clock.forward(3_600_000)
    bench.bridge.tick()
    assert bench.bridge.state.stage is RunStage.PAUSED
    assert bench.cues.calls[-1] == ("pause", None)
    assert bench.position_ms == 30_000


def test_reduced_motion_shows_still_poses(bench: Bench) -> None:
    bench.bridge.reduced_motion = True
    scenes: list[object] = []
    bench.bridge.shown.connect(lambda _view, scene: scenes.append(scene))
    bench.bridge.do(NO)
    bench.forward(5.5, step_s=0.5)
    first = len(scenes)
    bench.forward(3, step_s=0.5)
    assert all(scene == scenes[first - 1] for scene in scenes[first:])


def test_shutting_ends_frames_and_sound(bench: Bench) -> None:
    bench.bridge.do(NO)
    bench.bridge.shut()
    assert (bench.bridge.ticking, bench.cues.calls[-1]) == (False, ("pause", None))


def test_dizziness_is_told_and_silent(bench: Bench) -> None:
    bench.bridge.do(NO)
    bench.forward(20)
    bench.bridge.do(Report(Discomfort.DIZZY))
    assert bench.bridge.state.stage is RunStage.STOPPED
    assert bench.cues.calls[-1] == ("pause", None)
