"""A computer that sleeps in the middle of a set, and clocks that are set while it runs."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from coach.cues.steer import correction
from coach.domain.session import RunStage
from coach.domain.session_facts import PauseReason
from support.player_stage import PlayerStage, set_player

K = Qt.Key
HOUR_MS = 3_600_000.0


@pytest.fixture
def running(themed: QtBot, tmp_path: Path) -> Iterator[PlayerStage]:
    """In the second set: its first three breaths are over."""
    made = set_player(tmp_path, track=tmp_path / "s.wav", steering=correction)
    themed.addWidget(made.stage.window)
    made.stage.window.show()
    made.start()
    themed.keyClick(made.page.check, K.Key_N)
    made.until(made.bridge.state.timeline.blocks[1].start_ms / 1000 + 31)
    made.cues.calls.clear()
    yield made
    made.controller.shutdown()
    made.settle()
    made.stage.close()


def sleep(player: PlayerStage, ms: float, *, counted: bool = True) -> None:
    """The computer sleeps; its steady clock counts that or stands. The first thing that runs
    after it is a tick."""
    clock = player.stage.clock
    clock.local += timedelta(milliseconds=ms)
    clock.passed_ms += ms if counted else 0.0
    player.bridge.tick()
    player.settle()


def plays(player: PlayerStage) -> list[object]:
    return [value for name, value in player.cues.calls if name == "play"]


def test_where_sleep_counts_the_set_is_asked_about(running: PlayerStage, qtbot: QtBot) -> None:
    start_ms = running.bridge.state.timeline.blocks[1].start_ms
    sleep(running, 7_000)
    assert running.bridge.state.pause is PauseReason.INTERRUPTED
    assert running.cues.calls == [("pause", None)]
    assert not running.bridge.ticking
    bar = running.page.run.notice.bar
    assert "Go on from this set?" in bar.accessibleName()
    assert list(bar.buttons) == ["resume", "finish"]
    qtbot.mouseClick(bar.buttons["resume"], Qt.MouseButton.LeftButton)
    assert running.position_ms == start_ms
    assert plays(running) == [start_ms - running.bridge.state.guided_start_ms]


def test_where_sleep_does_not_count_it_goes_on_where_it_was(running: PlayerStage) -> None:
    """A system without a clock that counts through sleep: no gap, and nothing to catch up."""
    place_ms = running.position_ms
    sleep(running, HOUR_MS, counted=False)
    assert running.bridge.state.stage is RunStage.RUNNING
    assert running.position_ms == place_ms
    assert running.cues.calls == []


@pytest.mark.parametrize("counted", [True, False])
@pytest.mark.parametrize("ms", [5_100, 30 * HOUR_MS])
def test_nothing_is_caught_up(running: PlayerStage, ms: float, counted: bool) -> None:
    """No set ends in its sleep, and no cue is played late."""
    place_ms = running.position_ms
    sleep(running, ms, counted=counted)
    assert running.position_ms == place_ms
    assert plays(running) == []
    (log,) = running.stage.store.sessions()
    assert [entry.block for entry in log.sets] == [0]


@pytest.mark.parametrize(("ms", "asked"), [(4_900, False), (5_001, True)])
def test_five_seconds_are_the_border(running: PlayerStage, ms: float, asked: bool) -> None:
    """A busy computer is no sleeping one."""
    sleep(running, ms)
    assert (running.bridge.state.stage is RunStage.PAUSED) is asked


@pytest.mark.parametrize(("minutes", "first"), [(10, "resume"), (10.1, "finish"), (900, "finish")])
def test_after_ten_minutes_ending_is_offered_first(
    running: PlayerStage, minutes: float, first: str
) -> None:
    sleep(running, minutes * 60_000)
    assert next(iter(running.page.run.notice.bar.buttons)) == first


def test_sleep_in_a_pause_or_on_the_rate_page_asks_nothing(
    running: PlayerStage, qtbot: QtBot
) -> None:
    qtbot.keyClick(running.page.run, K.Key_Space)
    sleep(running, HOUR_MS)
    assert running.bridge.state.pause is PauseReason.PAUSED
    qtbot.keyClick(running.page.run, K.Key_Space)
    running.until(565)
    assert running.bridge.state.stage is RunStage.RATING
    sleep(running, HOUR_MS)
    assert running.page.rate.isVisible()


def test_a_key_that_wakes_the_computer_finds_the_question(
    running: PlayerStage, qtbot: QtBot
) -> None:
    """Space that woke it does not answer what was not asked yet."""
    running.stage.clock.forward(HOUR_MS)
    qtbot.keyClick(running.page.run, K.Key_Space)
    assert running.bridge.state.pause is PauseReason.INTERRUPTED
    assert "60 minutes" in running.page.run.notice.bar.accessibleName()


@pytest.mark.parametrize("hours", [-9_000, 1])
def test_a_clock_that_is_set_is_no_gap(running: PlayerStage, hours: float) -> None:
    place_ms = running.position_ms
    running.stage.clock.local += timedelta(hours=hours)
    running.forward(4)
    assert running.bridge.state.stage is RunStage.RUNNING
    assert running.position_ms == place_ms + 4_000


def test_what_was_done_is_dated_by_the_clock_of_that_moment(running: PlayerStage) -> None:
    """A clock set back between two sets: both are kept as they were entered."""
    running.stage.clock.local -= timedelta(days=400)
    running.until(running.bridge.state.timeline.blocks[2].end_ms / 1000 + 1)
    (log,) = running.stage.store.sessions()
    days = [entry.stamp.civil for entry in log.sets]
    assert [entry.block for entry in log.sets] == [0, 1, 2]
    assert (days[0] - days[2]).days == 400
