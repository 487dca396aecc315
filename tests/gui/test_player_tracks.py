"""Tracks are made one after the other, and only the last wish is heard."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from concurrent.futures import Future
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QCoreApplication
from pytestqt.qtbot import QtBot

from coach.domain.timeline import Timeline
from coach.gui.background import Background
from coach.gui.player_tracks import PlayerTracks
from support.sessions import small_timeline, tempo_timeline


class SlowWorker:
    """Works when it is told to."""

    def __init__(self) -> None:
        self.waiting: deque[tuple[Future[Any], Callable[[Any], Any]]] = deque()

    def submit(self, work: Callable[[Any], Any]) -> Future[Any]:
        future: Future[Any] = Future()
        self.waiting.append((future, work))
        return future

    def work(self) -> None:
        while self.waiting:
            future, work = self.waiting.popleft()
            future.set_result(work(None))
        QCoreApplication.sendPostedEvents()


class Bench:
    def __init__(self) -> None:
        self.worker = SlowWorker()
        self.rendered: list[Timeline] = []
        self.heard: list[tuple[Timeline, Path | None]] = []
        self.side = Background(self.worker)
        self.tracks = PlayerTracks(self.side, self.render)
        self.tracks.made.connect(lambda score, track: self.heard.append((score, track)))

    def render(self, score: Timeline) -> Path:
        self.rendered.append(score)
        return Path(f"{len(self.rendered)}.wav")


@pytest.fixture
def bench(qtbot: QtBot) -> Bench:
    return Bench()


SMALL, TEMPO = small_timeline(), tempo_timeline()


def test_each_score_gets_its_track(bench: Bench) -> None:
    bench.tracks.make([SMALL, TEMPO])
    bench.worker.work()
    assert bench.heard == [(SMALL, Path("1.wav")), (TEMPO, Path("2.wav"))]


def test_what_is_overtaken_is_not_even_made(bench: Bench) -> None:
    bench.tracks.make([SMALL])
    bench.tracks.make([TEMPO])
    bench.worker.work()
    assert bench.rendered == [TEMPO]
    assert bench.heard == [(TEMPO, Path("1.wav"))]


def test_one_more_overtakes_nothing(bench: Bench) -> None:
    bench.tracks.make([SMALL])
    bench.tracks.add(TEMPO)
    bench.worker.work()
    assert [score for score, _ in bench.heard] == [SMALL, TEMPO]


def test_a_closed_window_asks_for_nothing_more(bench: Bench) -> None:
    bench.tracks.close()
    bench.tracks.make([SMALL])
    assert not bench.worker.waiting
