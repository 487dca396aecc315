"""Ten years of ratings and one set: verdict, progress screen, chart, commit, sound track.

Usage: ``python benchmarks/data.py [--runs N]``; medians of N runs in this process.
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtGui import QImage
from support.figures import Figure, report
from support.logs import add_session, calm_plan, full_day, new_log, one_set

from coach.app.preferences import Preferences
from coach.app.progress_chart import Span
from coach.app.stamps import stamp_of
from coach.bootstrap import load_book, verdict_texts
from coach.bootstrap_sound import TrackMaker
from coach.domain.records import RatingKind
from coach.domain.score import compile_timeline
from coach.domain.trend import verdict
from coach.gui.application import make_application
from coach.gui.controllers.progress import read_progress
from coach.gui.pages.progress import ProgressPage
from coach.store.opening import open_store
from coach.system.clock import SystemClock
from coach.system.ids import new_id

TEN_YEARS_DAYS = 3652


def took_ms(work: Callable[[], object], runs: int) -> float:
    """Median time of ``work``."""
    found = []
    for _ in range(runs):
        start = time.perf_counter()
        work()
        found.append((time.perf_counter() - start) * 1000)
    return median(found)


def store_figures(folder: Path, runs: int) -> list[Figure]:
    book = load_book()
    new_log(folder, book, days=TEN_YEARS_DAYS)
    store = open_store(folder, SystemClock(), new_id)
    now, texts = stamp_of(SystemClock()), verdict_texts()
    ratings = store.ratings(RatingKind.DAILY)
    counting = [(r.stamp.civil, r.score) for r in ratings]
    verdict(counting)
    log = add_session(store, book, now, sets=1)
    sets = iter(range(1, 1000))
    commit = took_ms(lambda: store.add_set(one_set(log, next(sets))), runs * 5)
    found = [
        Figure("verdict of ten years", took_ms(lambda: verdict(counting), runs), "ms", 100),
        Figure("a set written and durable", commit, "ms", None, "on this disk"),
        Figure(
            "progress read from a log of ten years",
            took_ms(lambda: read_progress(store, now, Span.ALL, texts), 3),
            "ms",
            None,
            "beside the window's thread",
        ),
    ]
    view = read_progress(store, now, Span.ALL, texts)
    store.close()
    make_application()
    page = ProgressPage()
    page.resize(1200, 1600)
    image = QImage(page.size(), QImage.Format.Format_RGB32)

    def show() -> None:
        page.show_view(view)
        page.render(image)

    show()
    found.append(Figure("progress page of ten years, painted", took_ms(show, runs), "ms"))
    return found


def track_figure(folder: Path) -> Figure:
    """The first of a process pays for the imports too; it is made beside the window's thread."""
    book = load_book()
    line = compile_timeline(full_day(book).items, book, pace=calm_plan(book).pace)
    maker = TrackMaker(folder, Preferences, "en", print)
    start = time.perf_counter()
    maker(line)
    took = (time.perf_counter() - start) * 1000
    return Figure(
        "sound track of a full session", took, "ms", 500, f"{line.total_ms / 60000:.0f} min"
    )


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--runs", type=int, default=9)
    runs = parser.parse_args().runs
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder)
        return report([track_figure(place / "cache"), *store_figures(place / "data", runs)])


if __name__ == "__main__":
    sys.exit(main())
