"""What the moving picture costs: share of one core at 30 and 60 frames a second, paused, hidden.

Plays a real session in the real window on a screen of its own, in real time, without sound.
Usage: ``python benchmarks/frames.py [--seconds N]``; takes about three times as long.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from support.figures import Figure, report
from support.screen import screen

BRIDGE, RELEASE = 0, 1
LONG_MS = 8.0
"""Work in the window's thread that takes longer can cost a frame."""


class Meter:
    """CPU of this process and steps of the window's thread, from ``begin`` on."""

    def __init__(self) -> None:
        self._cpu = self._wall = 0.0
        self.frames = 0
        self.steps_ms: list[float] = []

    def begin(self) -> None:
        self.frames = 0
        self.steps_ms.clear()
        self._cpu, self._wall = time.process_time(), time.perf_counter()

    def end(self) -> dict[str, float]:
        wall = time.perf_counter() - self._wall
        steps = sorted(self.steps_ms) or [0.0]
        return {
            "cpu_percent": 100 * (time.process_time() - self._cpu) / wall,
            "fps": self.frames / wall,
            "longest_ms": steps[-1],
            "long_steps": float(sum(step > LONG_MS for step in steps)),
        }


def play(folder: Path, seconds: int, frame_ms: int, exercise: int) -> dict[str, dict[str, float]]:
    """The program under test: a session that runs, then waits, then is hidden."""
    from support.running_app import RunningApp, rest  # noqa: PLC0415

    from coach.domain.session_facts import Command  # noqa: PLC0415 - only this process has Qt
    from coach.gui import player_bridge  # noqa: PLC0415

    player_bridge.FRAME_MS = frame_ms
    app, meter = RunningApp(folder), Meter()
    page = app.start()
    app.until_work(page, exercise)

    def count(*_: object) -> None:
        meter.frames += 1

    app.bridge.shown.connect(count)

    def measured(ms: int) -> dict[str, float]:
        rest(1_000)
        meter.begin()
        rest(ms)
        return meter.end()

    found = {"running": measured(seconds * 1000)}
    if exercise == BRIDGE and frame_ms > 20:
        app.shell.window.showMinimized()
        found["hidden"] = measured(seconds * 500)
        app.shell.window.showNormal()
        app.bridge.do(Command.PAUSE)
        found["paused"] = {**measured(seconds * 500), "timers": float(app.bridge.ticking)}
    app.close()
    return found


def watch(folder: Path, seconds: int) -> dict[str, float]:
    """How long the window's thread is busy at a time; apart, since watching costs time too."""
    from PySide6.QtCore import QAbstractEventDispatcher  # noqa: PLC0415
    from support.running_app import RunningApp, rest  # noqa: PLC0415

    app, meter = RunningApp(folder), Meter()
    page = app.start()
    awake = [time.perf_counter()]

    def wake() -> None:
        awake[0] = time.perf_counter()

    def sleep() -> None:
        meter.steps_ms.append((time.perf_counter() - awake[0]) * 1000)

    dispatcher = QAbstractEventDispatcher.instance()
    dispatcher.awake.connect(wake)
    dispatcher.aboutToBlock.connect(sleep)
    app.until_work(page, BRIDGE)
    meter.begin()
    rest(seconds * 1000)
    found = meter.end()
    app.close()
    return found


def child(*words: object) -> dict[str, dict[str, float]]:
    """Run this script as the program under test on a screen of its own."""
    with tempfile.TemporaryDirectory() as folder, screen() as (env, _):
        call = [sys.executable, __file__, "--child", *map(str, words), folder]
        # Only Qt's own event loop tells exactly when it wakes and when it goes to sleep.
        own = {**env, "QT_NO_GLIB": "1"}
        done = subprocess.run(call, env=own, check=True, capture_output=True, text=True)
    found: dict[str, dict[str, float]] = json.loads(done.stdout.splitlines()[-1])
    return found


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--seconds", type=int, default=20)
    parser.add_argument("--child", nargs=4, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.child:
        seconds, frame_ms, exercise = map(int, options.child[:3])
        folder = Path(options.child[3])
        if frame_ms:
            print(json.dumps(play(folder, seconds, frame_ms, exercise)))
        else:
            print(json.dumps({"watched": watch(folder, seconds)}))
        return 0
    return measure(options.seconds)


def measure(seconds: int) -> int:
    slow = child(seconds, 33, BRIDGE)
    release = child(seconds, 33, RELEASE)
    fast = child(seconds, 16, BRIDGE)
    watched = child(seconds, 0, BRIDGE)["watched"]
    at = "{:.0f} frames/s"
    return report(
        [
            Figure(
                "player at 30 frames/s, bridge",
                slow["running"]["cpu_percent"],
                "% of a core",
                9,
                at.format(slow["running"]["fps"]),
            ),
            Figure(
                "player at 30 frames/s, hip flexor release",
                release["running"]["cpu_percent"],
                "% of a core",
                9,
                at.format(release["running"]["fps"]),
            ),
            Figure(
                "player at 60 frames/s, bridge",
                fast["running"]["cpu_percent"],
                "% of a core",
                18,
                at.format(fast["running"]["fps"]),
            ),
            Figure("player hidden", slow["hidden"]["cpu_percent"], "% of a core"),
            Figure("player paused", slow["paused"]["cpu_percent"], "% of a core", 0.05),
            Figure("longest step of the window's thread", watched["longest_ms"], "ms"),
            Figure("steps over 8 ms", watched["long_steps"], ""),
        ]
    )


if __name__ == "__main__":
    sys.exit(main())
