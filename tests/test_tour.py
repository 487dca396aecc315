"""The tour in a process of its own: real windows, real events, a database at the end."""

from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

PICTURES = [
    "welcome",
    "gate",
    "intake",
    "result",
    "intent",
    "today",
    "before",
    "player",
    "floor",
    "paused",
    "rest",
    "effort",
    "position",
    "hinge",
    "rate",
    "done",
    "progress",
    "routine",
    "exercises",
    "settings",
    "exercise",
]


@pytest.fixture(scope="module")
def tour(tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("tour")
    words = ["tour", "--out", str(out), "--days", "3", "--speed", "60", "--size", "800x480"]
    played = subprocess.run(
        [sys.executable, "-m", "coach", *words],
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        check=False,
        timeout=240,
    )
    assert played.returncode == 0, played.stderr
    assert str(out / "data" / "coach.sqlite") in played.stdout
    return out


def test_every_screen_is_pictured(tour: Path) -> None:
    names = {path.stem.partition("-")[2] for path in tour.glob("*.png")}
    assert names == set(PICTURES)


def test_the_database_holds_the_whole_session(tour: Path) -> None:
    log = sqlite3.connect(tour / "data" / "coach.sqlite")
    try:
        assert log.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        [last] = log.execute("SELECT id FROM session ORDER BY utc DESC LIMIT 1").fetchone()
        sets = log.execute(
            "SELECT status, count(*) FROM set_log WHERE session_id = ? GROUP BY status", (last,)
        ).fetchall()
        assert sets == [("done", 7)]
        efforts = log.execute("SELECT effort FROM effort_log WHERE session_id = ?", (last,))
        assert len(efforts.fetchall()) == 3
        kinds = {kind for (kind,) in log.execute("SELECT DISTINCT kind FROM rating")}
        assert kinds == {"daily", "after"}
    finally:
        log.close()
