from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

import pytest

from coach.app.ports import Cues
from coach.cues.steer import START_WAIT_MS
from coach.cues.steered import LOST_MS, SteeredCues


@dataclass
class FakeClock:
    ms: float = 0.0

    def now(self) -> datetime:
        return datetime(2026, 1, 5, 8, 0, tzinfo=UTC)

    def monotonic_ms(self) -> float:
        return self.ms


@dataclass
class FakeBackend:
    """Reports whatever it is told to and notes the calls."""

    audible: bool = True
    problem: str | None = None
    reported: float | None = None
    calls: list[str] = field(default_factory=list)

    def load(self, track: Path) -> None:
        self.calls.append(f"load {track}")

    def play(self, from_ms: int) -> None:
        self.calls.append(f"play {from_ms}")
        self.reported = float(from_ms)

    def pause(self) -> None:
        self.calls.append("pause")

    def position_ms(self) -> float | None:
        return self.reported

    def set_muted(self, muted: bool) -> None:
        self.calls.append(f"muted {muted}")

    def shutdown(self) -> None:
        self.calls.append("shutdown")


@pytest.fixture
def clock() -> FakeClock:
    return FakeClock()


@pytest.fixture
def backend() -> FakeBackend:
    return FakeBackend()


@pytest.fixture
def cues(backend: FakeBackend, clock: FakeClock) -> SteeredCues:
    return SteeredCues(backend, clock)


def test_every_call_reaches_the_backend(cues: SteeredCues, backend: FakeBackend) -> None:
    port: Cues = cues
    port.load(Path("a.wav"))
    port.play(300)
    port.set_muted(True)
    port.pause()
    port.shutdown()
    assert backend.calls == ["load a.wav", "play 300", "muted True", "pause", "shutdown"]


def test_position_is_smooth_between_coarse_reports(
    cues: SteeredCues, backend: FakeBackend, clock: FakeClock
) -> None:
    cues.play(1_000)
    clock.ms, backend.reported = 200.0, 1_085.0
    assert cues.position_ms() == 1_085.0
    clock.ms = 216.0
    assert cues.position_ms() == 1_101.0
    clock.ms = 232.0
    assert cues.position_ms() == 1_117.0


def test_it_stands_still_until_the_sound_starts_but_not_for_ever(
    cues: SteeredCues, clock: FakeClock
) -> None:
    cues.play(1_000)
    clock.ms = START_WAIT_MS
    assert cues.position_ms() == 1_000.0
    clock.ms = START_WAIT_MS + 40.0
    assert cues.position_ms() == 1_040.0


def test_a_report_that_stalls_does_not_stop_the_picture(
    cues: SteeredCues, backend: FakeBackend, clock: FakeClock
) -> None:
    cues.play(0)
    clock.ms, backend.reported = 100.0, 85.0
    cues.position_ms()
    clock.ms = 4_100.0
    assert cues.position_ms() == 4_085.0


def test_unknown_before_play_when_paused_and_without_sound(
    cues: SteeredCues, backend: FakeBackend
) -> None:
    assert cues.position_ms() is None
    cues.play(0)
    assert cues.position_ms() == 0.0
    backend.audible, backend.problem = False, "no device"
    assert cues.position_ms() is None
    assert (cues.audible, cues.problem) == (False, "no device")
    backend.audible = True
    cues.pause()
    assert cues.position_ms() is None


def ticked(cues: SteeredCues, clock: FakeClock, seconds: float) -> float | None:
    """The position after frames a tenth of a second apart."""
    found = None
    for _ in range(round(seconds * 10)):
        clock.ms += 100.0
        found = cues.position_ms()
    return found


@pytest.fixture
def playing(cues: SteeredCues, backend: FakeBackend, clock: FakeClock) -> SteeredCues:
    """One second into the track."""
    cues.play(0)
    clock.ms, backend.reported = 1_000.0, 1_000.0
    cues.position_ms()
    backend.calls.clear()
    return cues


def test_after_a_change_of_device_the_picture_steps_back_to_the_sound(
    playing: SteeredCues, backend: FakeBackend, clock: FakeClock
) -> None:
    assert ticked(playing, clock, 2.0) == 3_000.0
    backend.reported = 1_100.0
    assert playing.position_ms() == 1_100.0
    assert backend.calls == []


def test_a_device_that_fell_silent_is_noticed(
    playing: SteeredCues, backend: FakeBackend, clock: FakeClock
) -> None:
    assert ticked(playing, clock, LOST_MS / 1000) == 1_000.0 + LOST_MS
    assert (playing.audible, playing.problem) == (True, None)
    assert ticked(playing, clock, 0.1) is None
    assert not playing.audible
    assert playing.problem is not None


def test_after_a_long_silence_the_sound_is_put_to_where_the_picture_is(
    playing: SteeredCues, backend: FakeBackend, clock: FakeClock
) -> None:
    """Nobody has to do three minutes again because a plug was out."""
    ticked(playing, clock, 180.0)
    backend.reported = 1_100.0
    assert playing.position_ms() == 181_000.0
    assert backend.calls == ["play 181000"]
    backend.reported = 181_100.0
    assert ticked(playing, clock, 0.1) == 181_100.0
    assert (playing.audible, playing.problem) == (True, None)


def test_a_device_slow_each_time_is_not_put_back_again_and_again(
    playing: SteeredCues, backend: FakeBackend, clock: FakeClock
) -> None:
    for at_ms in (1_100.0, 9_000.0):
        ticked(playing, clock, 6.0)
        backend.reported = at_ms
        playing.position_ms()
    assert len(backend.calls) == 1
    assert playing.position_ms() == 9_000.0


def test_a_sleep_is_no_silence(
    playing: SteeredCues, backend: FakeBackend, clock: FakeClock
) -> None:
    clock.ms += 3_600_000.0
    backend.reported = 1_050.0
    assert playing.position_ms() == 1_050.0
    assert backend.calls == []
    clock.ms += 3_600_000.0
    assert playing.position_ms() is not None
    assert playing.audible


def test_going_on_after_a_pause_begins_anew(
    playing: SteeredCues, backend: FakeBackend, clock: FakeClock
) -> None:
    ticked(playing, clock, 6.0)
    playing.pause()
    assert playing.audible
    playing.play(2_000)
    assert playing.position_ms() == 2_000.0


def test_the_end_of_the_track_is_no_silence(
    playing: SteeredCues, backend: FakeBackend, clock: FakeClock
) -> None:
    backend.reported = None
    assert ticked(playing, clock, 20.0) is not None
    assert playing.audible
