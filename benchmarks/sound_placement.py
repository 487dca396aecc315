"""How exactly do cues sound where the plan puts them, and does the picture follow the sound?

Starts a private PulseAudio with a null sink, plays a compiled track with the media player in a
window that paints at full rate and is stalled 120 ms every 0.7 s, jumps once in the middle, and
records what the sink receives. Every cue of the track is then looked for in the recording.
Prints figures; ends with 1 when a cue is more than 5 ms from its place. Takes about a minute.
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

import numpy as np
import numpy.typing as npt

from coach.cues.clips import RATE as TRACK_RATE
from coach.cues.clips import ToneSet
from coach.cues.levels import Levels
from coach.cues.schedule import Schedule, schedule
from coach.cues.soundtrack import Clips, render, write_wav
from coach.cues.voice_pack import VoicePack
from coach.domain.terms import PhaseKind
from coach.domain.timeline import Phase, Timeline
from coach.system.clock import SystemClock

ROOT = Path(__file__).resolve().parent.parent
RATE = 48_000
LIMIT_MS = 5.0
STALL_S, STALL_EVERY_S = 0.12, 0.7
SEARCH_MS = 400
RECORD_LATENCY_MS = 10
LOOK_MS = 350
"""Length of a cue that is compared: its attack and its first note."""

Samples = npt.NDArray[np.float64]
Row = tuple[float, float, float]
"""Monotonic clock, position as the player reports it, position as the picture shows it; ms."""


def score(seconds: int) -> Timeline:
    """Get ready, then brisk repetitions and breaths in turn: a cue every one to six seconds."""
    phases = [Phase(0, 5_000, PhaseKind.GET_READY, item=0, set=1)]
    tempo = [("lower", 1_000), ("raise", 1_000), ("inhale", 2_500), ("exhale", 3_500)]
    rep = 0
    while phases[-1].end_ms < seconds * 1000:
        kind, length = tempo[rep % 4]
        start = phases[-1].end_ms
        phases.append(Phase(start, length, PhaseKind(kind), item=0, set=1, rep=rep // 2))
        rep += 1
    return Timeline(tuple(phases))


@contextmanager
def null_sink(folder: Path) -> Iterator[dict[str, str]]:
    """A sound server of our own; yields the environment that leads to it."""
    socket = folder / "pulse.sock"
    command = ["pulseaudio", "--daemonize=no", "-n", "--use-pid-file=no", "--exit-idle-time=-1"]
    command += ["--disable-shm=yes", "-L"]
    command += [f"module-native-protocol-unix socket={socket} auth-anonymous=1", "-L"]
    command += [f"module-null-sink sink_name=coach rate={RATE} channels=2"]
    server = subprocess.Popen(command, stderr=subprocess.DEVNULL)
    try:
        deadline = time.monotonic() + 10
        while not socket.exists() and time.monotonic() < deadline:
            time.sleep(0.05)
        yield {**os.environ, "PULSE_SERVER": f"unix:{socket}", "QT_QPA_PLATFORM": "offscreen"}
    finally:
        server.terminate()
        server.wait(10)


def play(track: Path, legs: list[tuple[int, int]]) -> None:
    """The program under test: a busy window and one player. Prints the legs' reports as JSON.

    A leg is (from, until) in track milliseconds; each starts with ``play(from)``.
    """
    from PySide6.QtCore import QTimer  # noqa: PLC0415 - only the player's process has Qt
    from PySide6.QtGui import QPainter  # noqa: PLC0415
    from PySide6.QtWidgets import QApplication, QWidget  # noqa: PLC0415

    from coach.cues.media_player import MediaPlayerCues  # noqa: PLC0415
    from coach.cues.steered import SteeredCues  # noqa: PLC0415

    class Busy(QWidget):
        """Paints a moving ring at full rate, as the player's page does."""

        def paintEvent(self, _: object) -> None:  # noqa: N802 - Qt's name
            painter = QPainter(self)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            for turn in range(40):
                painter.drawArc(200, 100, 600, 600, int(time.monotonic() * 900) + turn * 90, 60)
            painter.end()

    app = QApplication([])
    window, player = Busy(), MediaPlayerCues()
    cues = SteeredCues(player, SystemClock())
    window.resize(1280, 820)
    window.show()
    reports: list[list[Row]] = [[] for _ in legs]
    at = 0

    def tick() -> None:
        nonlocal at
        window.update()
        raw, where = player.position_ms(), cues.position_ms()
        if raw is None or where is None:
            return
        reports[at].append((time.monotonic() * 1000, raw, where))
        if where >= legs[at][1]:
            at += 1
            if at == len(legs):
                timers.clear()
                app.quit()
            else:
                cues.play(legs[at][0])

    timers = []
    for interval, work in ((16, tick), (int(STALL_EVERY_S * 1000), lambda: time.sleep(STALL_S))):
        timer = QTimer()
        timer.timeout.connect(work)
        timer.start(interval)
        timers.append(timer)
    cues.load(track)
    cues.play(legs[0][0])
    QTimer.singleShot(sum(end - start for start, end in legs) + 20_000, app.quit)
    app.exec()
    problem = cues.problem
    cues.shutdown()
    print(json.dumps({"problem": problem, "reports": reports}))


@dataclass(slots=True)
class Recording:
    """What the sink received; sample 0 was taken at ``start_ms`` of the monotonic clock or,
    by the recorder's latency, a little before."""

    samples: Samples
    start_ms: float


class Tap:
    """Reads the sink's monitor in a thread and keeps the earliest start the chunks allow."""

    def __init__(self, env: Mapping[str, str]) -> None:
        command = ["parec", "-d", "coach.monitor", "--format=s16le", f"--rate={RATE}"]
        command += ["--channels=1", f"--latency-msec={RECORD_LATENCY_MS}"]
        self._process = subprocess.Popen(command, stdout=subprocess.PIPE, env=dict(env), bufsize=0)
        self._data = bytearray()
        self._start_ms = float("inf")
        self._thread = threading.Thread(target=self._read)
        self._thread.start()

    def _read(self) -> None:
        stream = self._process.stdout
        while stream is not None and (chunk := stream.read(1 << 16)):
            self._data += chunk
            start = time.monotonic() * 1000 - len(self._data) / 2 / RATE * 1000
            self._start_ms = min(self._start_ms, start)

    def stop(self) -> Recording:
        self._process.terminate()
        self._process.wait(10)
        self._thread.join(10)
        whole = bytes(self._data[: len(self._data) // 2 * 2])
        return Recording(np.frombuffer(whole, dtype="<i2").astype(np.float64), self._start_ms)


def record(
    track: Path, legs: list[tuple[int, int]], env: Mapping[str, str]
) -> tuple[Recording, str]:
    """What the sink received while the player's process ran, and what that process printed."""
    tap = Tap(env)
    try:
        call = [sys.executable, __file__, "--play", str(track), "--legs", json.dumps(legs)]
        budget = sum(end - start for start, end in legs) / 1000 + 60
        done = subprocess.run(
            call, env=dict(env), capture_output=True, text=True, timeout=budget, check=True
        )
    finally:
        heard = tap.stop()
    return heard, done.stdout


def upsampled(track: npt.NDArray[np.int16]) -> Samples:
    """The track at the recording's rate, by its spectrum."""
    spectrum = np.fft.rfft(track.astype(np.float64))
    count = len(track) * RATE // TRACK_RATE
    return np.fft.irfft(np.pad(spectrum, (0, count // 2 + 1 - len(spectrum))), count)


def lag(piece: Samples, place: Samples) -> tuple[int, float]:
    """Where in ``place`` the ``piece`` fits best, and how well (1 = the same up to loudness)."""
    size = 1 << (len(piece) + len(place)).bit_length()
    product = np.fft.rfft(place, size) * np.conj(np.fft.rfft(piece, size))
    found = np.fft.irfft(product, size)[: len(place) - len(piece) + 1]
    # Without the local energy a louder neighbour, one wave further, would win.
    energy = np.concatenate(([0.0], np.cumsum(np.square(place))))
    local = energy[len(piece) :] - energy[: -len(piece)]
    match = found / (np.sqrt(np.maximum(local, local.max() * 1e-4)) * np.linalg.norm(piece))
    at = int(np.argmax(match))
    return at, float(match[at])


def places(
    plan: Schedule, track: Samples, heard: Samples, leg: tuple[int, int], after: int
) -> list[tuple[int, float]]:
    """(planned ms, recorded − planned in ms) of every cue of a leg that was recognised."""
    begin, end = (round(ms * RATE / 1000) for ms in leg)
    inside = [cue for cue in plan.tones if leg[0] + 200 <= cue.at_ms <= leg[1] - 800]
    whole = track[begin : end - RATE // 2]
    start = after + lag(whole, heard[after:])[0]
    found = []
    for cue in inside:
        at = round(cue.at_ms * RATE / 1000)
        piece = track[at : at + LOOK_MS * RATE // 1000]
        reach = SEARCH_MS * RATE // 1000
        first = max(start + at - begin - reach, 0)
        offset, match = lag(piece, heard[first : first + len(piece) + 2 * reach])
        if match > 0.9:
            found.append((cue.at_ms, (first + offset - at) / RATE * 1000))
    print(f"  {len(found)} of {len(inside)} cues recognised")
    return found


def picture(reports: list[Row]) -> tuple[float, float, float]:
    """Coarse step, spread of the steered playhead in ms, and its mean place against the clock."""
    raw = [row[1] for row in reports]
    steps = [b - a for a, b in pairwise(raw) if b != a]
    ahead = np.array([where - clock for clock, _, where in reports])[len(reports) // 4 :]
    return float(np.median(steps)), float(np.ptp(ahead)), float(np.median(ahead))


def measure(seconds: int, folder: Path) -> bool:
    """Run once and print the figures; true when every cue is in its place."""
    timeline = score(seconds)
    clips = Clips(ToneSet.load(ROOT / "resources" / "sounds"), VoicePack())
    started = time.perf_counter()
    sound = render(timeline, clips, Levels(tones=100))
    print(f"rendered {timeline.total_ms / 1000:.0f} s in {time.perf_counter() - started:.3f} s")
    write_wav(sound, folder / "track.wav")
    plan = schedule(timeline, clips.voice, clips.tones.durations_ms())
    half, end = timeline.total_ms // 2, timeline.total_ms
    legs = [(0, half), (half // 2 + 137, end - 500)]
    with null_sink(folder) as env:
        heard, printed = record(folder / "track.wav", legs, env)
    return _report(plan, upsampled(sound.samples), heard, legs, json.loads(printed))


def _report(
    plan: Schedule,
    track: Samples,
    heard: Recording,
    legs: list[tuple[int, int]],
    said: Mapping[str, list[list[Row]]],
) -> bool:
    after, worst = 0, 0.0
    for leg, reports in zip(legs, said["reports"], strict=True):
        print(f"leg {leg[0] / 1000:.1f}-{leg[1] / 1000:.1f} s")
        found = places(plan, track, heard.samples, leg, after)
        at, late = (np.array(column) for column in zip(*found, strict=True))
        middle = float(np.median(late))
        error = float(np.abs(late - middle).max())
        drift = float(np.polyfit(at / 1000, late, 1)[0])
        step, spread, place = picture(reports)
        # The same track moment: heard on the monotonic clock, minus shown on it.
        behind = heard.start_ms + middle + place
        print(f"  worst cue {error:.2f} ms from its place, drift {drift:+.4f} ms/s")
        print(f"  position() steps {step:.0f} ms, steered playhead within {spread:.0f} ms")
        print(f"  recorded {behind:.0f} ms after the picture shows it, recorder included")
        worst = max(worst, error)
        after = round((leg[1] + middle) * RATE / 1000) - RATE // 2
    print(f"worst cue {worst:.2f} ms (limit {LIMIT_MS:g}), problem: {said['problem']}")
    return worst <= LIMIT_MS


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--seconds", type=int, default=40, help="length of the track")
    parser.add_argument("--play", type=Path, help=argparse.SUPPRESS)
    parser.add_argument("--legs", type=json.loads, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.play:
        play(options.play, options.legs)
        return 0
    absent = [tool for tool in ("pulseaudio", "parec") if shutil.which(tool) is None]
    if absent:
        print(f"not measured: install {' and '.join(absent)}")
        return 0
    with tempfile.TemporaryDirectory() as folder:
        return 0 if measure(options.seconds, Path(folder)) else 1


if __name__ == "__main__":
    sys.exit(main())
