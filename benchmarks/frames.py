"""What the moving picture costs: share of one core at 60, 30 and 15 pictures a second, paused and
hidden, how often it wakes up then, and the longest work of the window's thread.

Plays a real session in the real window on a screen of its own, in real time, without sound. Time
on a core is counted, which other programs hardly change; the display's server is not counted.
Usage: ``python benchmarks/frames.py [--seconds N]``; takes about eight times as long.
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
LEAST_WAKES_S = 20
"""Shorter, and one wake-up more or less decides."""


class Meter:
    """Time on a core, pictures and wake-ups of this process, from ``begin`` on."""

    def __init__(self) -> None:
        self._cpu = self._wall = 0.0
        self._woken = self.frames = 0

    def begin(self) -> None:
        self.frames, self._woken = 0, woken()
        self._cpu, self._wall = time.process_time(), time.perf_counter()

    def end(self) -> dict[str, float]:
        wall = time.perf_counter() - self._wall
        return {
            "cpu_percent": 100 * (time.process_time() - self._cpu) / wall,
            "fps": self.frames / wall,
            "wakes": (woken() - self._woken) / wall,
        }


def woken() -> int:
    """How often a thread of this process went to sleep by itself so far; 0 outside of Linux."""
    key, found = "voluntary_ctxt_switches:", 0
    for status in Path("/proc/self/task").glob("*/status"):
        lines = status.read_text(encoding="ascii").splitlines()
        found += sum(int(line.removeprefix(key)) for line in lines if line.startswith(key))
    return found


def play(folder: Path, seconds: int, rate: int, exercise: int) -> dict[str, dict[str, float]]:
    """The program under test: a session that runs, then waits, then is hidden."""
    from support.running_app import RunningApp, rest  # noqa: PLC0415

    from coach.domain.session_facts import Command  # noqa: PLC0415 - only this process has Qt

    app, meter = RunningApp(folder), Meter()
    page = app.start()
    app.until_work(page, exercise)
    app.bridge.set_rate(rate)

    def count(*_: object) -> None:
        meter.frames += 1

    app.bridge.shown.connect(count)

    def measured(ms: int, calm_ms: int = 1_000) -> dict[str, float]:
        rest(calm_ms)
        meter.begin()
        rest(ms)
        return meter.end()

    found = {"running": measured(seconds * 1000)}
    if exercise == BRIDGE and rate == 30:
        unseen_ms = 1000 * max(LEAST_WAKES_S, seconds)
        app.shell.window.showMinimized()
        found["hidden"] = measured(unseen_ms, 3_000)
        app.shell.window.showNormal()
        rest(500)
        app.bridge.do(Command.PAUSE)
        found["paused"] = {**measured(unseen_ms, 3_000), "timers": float(app.bridge.ticking)}
    app.close()
    return found


def watch(folder: Path, seconds: int) -> dict[str, float]:
    """How long the window's thread is busy at a time; apart, since watching costs time too."""
    from support.running_app import RunningApp, rest  # noqa: PLC0415
    from support.watchdog import Watchdog  # noqa: PLC0415

    app, dog = RunningApp(folder), Watchdog()
    page = app.start()
    app.until_work(page, BRIDGE)
    rest(500)
    dog.begin()
    rest(seconds * 1000)
    dog.end()
    for step in dog.long_steps():
        print(step.told(), file=sys.stderr)
    app.close()
    return {
        "longest_ms": max(step.own_ms for step in dog.steps),
        "on_core_ms": max(step.core_ms for step in dog.steps),
        "long_steps": float(len(dog.long_steps())),
    }


def child(*words: object) -> dict[str, dict[str, float]]:
    """Run this script as the program under test on a screen of its own."""
    with tempfile.TemporaryDirectory() as folder, screen() as (env, _):
        call = [sys.executable, __file__, "--child", *map(str, words), folder]
        # Only Qt's own event loop tells exactly when it wakes and when it goes to sleep.
        own = {**env, "QT_NO_GLIB": "1"}
        done = subprocess.run(call, env=own, check=True, stdout=subprocess.PIPE, text=True)
    found: dict[str, dict[str, float]] = json.loads(done.stdout.splitlines()[-1])
    return found


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--seconds", type=int, default=20)
    parser.add_argument("--child", nargs=4, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.child:
        seconds, rate, exercise = map(int, options.child[:3])
        folder = Path(options.child[3])
        if rate:
            print(json.dumps(play(folder, seconds, rate, exercise)))
        else:
            print(json.dumps({"watched": watch(folder, seconds)}))
        return 0
    return measure(options.seconds)


CORE, WAKES = "% of a core", "a second"


def running(name: str, found: dict[str, dict[str, float]], limit: float | None) -> Figure:
    """The row of a session that runs."""
    run = found["running"]
    return Figure(
        f"player at {name}", run["cpu_percent"], CORE, limit, f"{run['fps']:.0f} frames/s"
    )


def measure(seconds: int) -> int:
    slow = child(seconds, 30, BRIDGE)
    watched = child(seconds, 0, BRIDGE)["watched"]
    hidden, paused = slow["hidden"], slow["paused"]
    return report(
        [
            running("60 frames/s, bridge", child(seconds, 60, BRIDGE), 18),
            running("60 frames/s, hip flexor release", child(seconds, 60, RELEASE), 18),
            running("30 frames/s, bridge", slow, 9),
            running("30 frames/s, hip flexor release", child(seconds, 30, RELEASE), 9),
            running("15 frames/s, bridge", child(seconds, 15, BRIDGE), None),
            Figure("player hidden", hidden["cpu_percent"], CORE, 0.05),
            Figure("player paused", paused["cpu_percent"], CORE, 0.05),
            Figure("wake-ups hidden", hidden["wakes"], WAKES, 0.5),
            Figure("wake-ups paused", paused["wakes"], WAKES, 0.5),
            Figure("longest step of the window's thread", watched["longest_ms"], "ms", 8),
            Figure("  of it on a core", watched["on_core_ms"], "ms", 8),
            Figure("steps over 8 ms", watched["long_steps"], "", 0),
        ]
    )


if __name__ == "__main__":
    sys.exit(main())
