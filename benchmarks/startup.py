"""Time from the start of a process to the first painted window and to Today, and its memory.

Usage: ``python benchmarks/startup.py [--runs N]``. Each run is a fresh process on a screen of its
own; medians, beside a bare window of Qt in the same run.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from statistics import median

from support.figures import Figure, report
from support.screen import screen

BARE, APP = "bare", "app"
UNWANTED = ("sqlalchemy", "alembic", "numpy", "soundfile", "PySide6.QtMultimedia")
Moments = dict[str, float]


def bare(begun: float) -> None:
    """A window of Qt without anything in it."""
    from PySide6.QtWidgets import QApplication, QWidget  # noqa: PLC0415 - what is measured

    class Window(QWidget):
        def paintEvent(self, _: object) -> None:  # noqa: N802 - Qt's name
            tell({"painted": time.monotonic() - begun, "heavy": 0})
            app.quit()

    app = QApplication([])
    window = Window()
    window.resize(1280, 820)
    window.show()
    app.exec()


def coach(begun: float, folder: Path) -> None:
    """The whole app as the command starts it, until Today shows its plan."""
    from coach.bootstrap import run_app  # noqa: PLC0415 - what is measured

    moments: Moments = {}

    def watch() -> None:
        from PySide6.QtCore import QEvent, QObject, QTimer  # noqa: PLC0415
        from PySide6.QtWidgets import QApplication  # noqa: PLC0415

        from coach.gui import application  # noqa: PLC0415

        launch = application.launch

        def watched(app: QApplication, shell: object, *rest: object) -> int:
            class Eye(QObject):
                def eventFilter(self, seen: QObject, event: QEvent) -> bool:  # noqa: N802
                    if seen is shell.window and event.type() is QEvent.Type.Paint:  # type: ignore[attr-defined]
                        moments.setdefault("painted", time.monotonic() - begun)
                        moments.setdefault("heavy", sum(name in sys.modules for name in UNWANTED))
                        app.removeEventFilter(self)
                    return False

            def look() -> None:
                page = shell.window.page("today") if hasattr(shell, "controllers") else None  # type: ignore[attr-defined]
                if page is not None and getattr(page, "view", None) is not None:
                    moments["today"] = time.monotonic() - begun
                    timer.stop()
                    app.quit()

            eye, timer = Eye(app), QTimer(app)
            app.installEventFilter(eye)
            timer.timeout.connect(look)
            timer.start(5)
            return launch(app, shell, *rest)  # type: ignore[arg-type]

        application.launch = watched  # type: ignore[assignment]

    watch()
    run_app(folder)
    tell(moments)


def tell(moments: Moments) -> None:
    peak = [line for line in Path("/proc/self/status").read_text().splitlines() if "VmHWM" in line]
    print(json.dumps({**moments, "peak_mb": int(peak[0].split()[1]) / 1024}), flush=True)


def child(env: dict[str, str], kind: str, folder: str) -> Moments:
    begun = str(time.monotonic())
    call = [sys.executable, __file__, "--child", kind, begun, folder]
    done = subprocess.run(call, env=env, check=True, capture_output=True, text=True, timeout=60)
    found: Moments = json.loads(done.stdout.splitlines()[-1])
    return found


def measure(runs: int) -> int:
    from support.logs import new_log  # noqa: PLC0415

    from coach.bootstrap import load_book  # noqa: PLC0415 - the children measure their own

    found: dict[str, list[Moments]] = {BARE: [], APP: []}
    with tempfile.TemporaryDirectory() as folder, screen() as (env, _):
        new_log(Path(folder), load_book())
        for kind in (BARE, APP) * (runs + 1):
            found[kind].append(child(env, kind, folder))

    def middle(kind: str, what: str) -> float:
        return median(one[what] for one in found[kind][1:])

    plain, first = 1000 * middle(BARE, "painted"), 1000 * middle(APP, "painted")
    today = 1000 * middle(APP, "today")
    times = "{:.1f} × a bare window"
    return report(
        [
            Figure("bare window of Qt, first paint", plain, "ms"),
            Figure("first painted window", first, "ms", None, times.format(first / plain)),
            Figure("Today with its plan", today, "ms", None, times.format(today / plain)),
            Figure("heavy modules before the first paint", middle(APP, "heavy"), "", 0),
            Figure("peak memory of a bare window", middle(BARE, "peak_mb"), "MB"),
            Figure("peak memory when Today shows", middle(APP, "peak_mb"), "MB"),
        ]
    )


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--runs", type=int, default=7)
    parser.add_argument("--child", nargs=3, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if not options.child:
        return measure(options.runs)
    kind, begun, folder = options.child
    if kind == BARE:
        bare(float(begun))
    else:
        coach(float(begun), Path(folder))
    return 0


if __name__ == "__main__":
    sys.exit(main())
