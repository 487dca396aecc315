"""A window stays where it can be seen, whatever happens to the screens."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from coach.gui.main_window import LEAST_PX
from coach.gui.on_screen import GRIP_PX, OnScreen, on_screen
from support.player_stage import PlayerStage, set_player

LAPTOP = QRect(0, 0, 1366, 728)
BESIDE = QRect(1366, 0, 1920, 1080)
ABOVE_LEFT = QRect(-1920, -1080, 1920, 1040)
SMALL, BESIDE_SMALL = QRect(0, 0, 780, 560), QRect(780, 0, 1920, 1080)


@pytest.mark.parametrize(
    ("frame", "areas", "expected"),
    [
        (QRect(1500, 100, 1280, 820), [LAPTOP, BESIDE], QRect(1500, 100, 1280, 820)),
        (QRect(1500, 100, 1280, 820), [LAPTOP], QRect(86, 0, 1280, 728)),
        (QRect(1300, 100, 1000, 600), [LAPTOP], QRect(366, 100, 1000, 600)),
        (QRect(-1800, -1000, 900, 600), [LAPTOP], QRect(0, 0, 900, 600)),
        (QRect(-1800, -1000, 900, 600), [LAPTOP, ABOVE_LEFT], QRect(-1800, -1000, 900, 600)),
        (QRect(100, -400, 900, 600), [LAPTOP], QRect(100, 0, 900, 600)),
        (QRect(200, 600, 900, 600), [LAPTOP], QRect(200, 600, 900, 600)),
        (QRect(0, 0, 3000, 2000), [LAPTOP, BESIDE], QRect(1366, 0, 1920, 1080)),
        (QRect(50, 50, 800, 480), [QRect(0, 0, 640, 400)], QRect(50, 50, 800, 480)),
        (QRect(50, 50, 900, 480), [QRect(0, 0, 640, 400)], QRect(0, 0, 800, 480)),
        (QRect(9000, 50, 900, 600), [], QRect(9000, 50, 900, 600)),
    ],
)
def test_where_a_window_belongs(frame: QRect, areas: list[QRect], expected: QRect) -> None:
    assert on_screen(frame, areas, LEAST_PX) == expected


spans = st.integers(400, 4_000)
areas_seen = st.lists(
    st.builds(QRect, st.integers(-8_000, 8_000), st.integers(-4_000, 4_000), spans, spans),
    min_size=1,
    max_size=4,
)
frames = st.builds(
    QRect,
    st.integers(-20_000, 20_000),
    st.integers(-20_000, 20_000),
    st.integers(LEAST_PX.width(), 9_000),
    st.integers(LEAST_PX.height(), 9_000),
)


@given(frames, areas_seen)
def test_the_upper_edge_can_always_be_reached(frame: QRect, areas: list[QRect]) -> None:
    found = on_screen(frame, areas, LEAST_PX)
    upper = QRect(found.topLeft(), QSize(found.width(), GRIP_PX.height()))
    seen = [area.intersected(upper) for area in areas]
    assert any(s.width() >= GRIP_PX.width() and s.height() >= GRIP_PX.height() for s in seen)
    assert on_screen(found, areas, LEAST_PX) == found


class Desk:
    """Screens that can be pulled out."""

    def __init__(self, *areas: QRect) -> None:
        self.areas = list(areas)

    def __call__(self) -> list[QRect]:
        return self.areas

    def unplug(self, area: QRect, app: QApplication) -> None:
        self.areas.remove(area)
        app.screenRemoved.emit(app.primaryScreen())


@pytest.fixture
def desk() -> Desk:
    return Desk(SMALL, BESIDE_SMALL)


@pytest.fixture
def window(themed: QtBot) -> QWidget:
    made = QWidget()
    made.setMinimumSize(400, 300)
    themed.addWidget(made)
    made.setGeometry(1000, 200, 1280, 820)
    made.show()
    return made


def test_a_window_comes_back_from_a_screen_that_is_gone(
    qapp: QApplication, window: QWidget, desk: Desk
) -> None:
    OnScreen(window, desk)
    desk.unplug(BESIDE_SMALL, qapp)
    assert window.frameGeometry() == SMALL


def test_where_nothing_is_lost_nothing_moves(
    qapp: QApplication, window: QWidget, desk: Desk
) -> None:
    OnScreen(window, desk)
    before = window.geometry()
    desk.unplug(SMALL, qapp)
    assert window.geometry() == before


@pytest.mark.parametrize("fill", [QWidget.showFullScreen, QWidget.showMaximized])
def test_a_window_that_fills_its_screen_fills_the_next(
    qapp: QApplication, window: QWidget, desk: Desk, fill: object
) -> None:
    assert callable(fill)
    fill(window)
    state = window.windowState()
    desk.areas = [QRect(3_000, 0, 1_000, 800)]
    OnScreen(window, desk).fit()
    assert window.windowState() == state
    assert window.isVisible()


def test_a_minimised_window_comes_back_in_sight(
    themed: QtBot, qapp: QApplication, window: QWidget, desk: Desk
) -> None:
    OnScreen(window, desk)
    window.showMinimized()
    desk.unplug(BESIDE_SMALL, qapp)
    assert window.isMinimized()
    window.showNormal()
    themed.waitUntil(lambda: desk.areas[0].contains(window.geometry().topLeft()), timeout=3_000)


@pytest.fixture
def running(themed: QtBot, tmp_path: Path) -> PlayerStage:
    made = set_player(tmp_path, track=tmp_path / "s.wav")
    themed.addWidget(made.stage.window)
    made.stage.window.setGeometry(1000, 200, 1280, 820)
    made.stage.window.show()
    made.start()
    themed.keyClick(made.page.check, Qt.Key.Key_N)
    made.until(20)
    return made


def test_a_session_runs_on_when_its_screen_is_pulled_out(
    qapp: QApplication, running: PlayerStage, desk: Desk
) -> None:
    keeper = OnScreen(running.stage.window, desk)
    calls = list(running.cues.calls)
    desk.areas[0] = QRect(0, 0, 1024, 700)
    desk.unplug(BESIDE_SMALL, qapp)
    running.forward(30)
    assert running.stage.window.frameGeometry() == QRect(0, 0, 1024, 700)
    assert running.position_ms == 50_000
    assert running.bridge.ticking
    assert running.cues.calls == calls
    assert running.page.run.isVisible()
    keeper.deleteLater()
    running.controller.shutdown()
    running.settle()
    running.stage.close()


START = """
import sys
from pathlib import Path
from PySide6.QtCore import QRect
from coach.gui.application import make_application
from coach.gui.main_window import MainWindow
from coach.gui.on_screen import OnScreen
from coach.gui.window_memory import WindowMemory

app = make_application()
window = MainWindow([], brand="coach", foot="")
memory = WindowMemory(Path(sys.argv[1]))
memory.restore(window)
OnScreen(window).fit()
if len(sys.argv) > 2:
    window.setGeometry(QRect(*map(int, sys.argv[2:])))
window.show()
app.processEvents()
memory.keep(window)
print(len(app.screens()), *window.geometry().getRect())
"""


def started(folder: Path, screens: list[QRect], *place: int) -> list[int]:
    """Start on those screens: how many there are, and where the window stands."""
    keys = ("name", "x", "y", "width", "height")
    told = [
        dict(zip(keys, (f"s{n}", *area.getRect()), strict=True)) for n, area in enumerate(screens)
    ]
    config = folder / "screens.json"
    config.write_text(json.dumps({"screens": told}), encoding="utf-8")
    call = [sys.executable, "-c", START, str(folder), *map(str, place)]
    env = {**os.environ, "QT_QPA_PLATFORM": f"offscreen:configfile={config}"}
    done = subprocess.run(call, env=env, capture_output=True, text=True, timeout=60, check=True)
    return [int(number) for number in done.stdout.split()]


def test_a_place_kept_on_a_screen_that_is_gone_is_not_used(tmp_path: Path) -> None:
    both = [QRect(0, 0, 1366, 768), QRect(1366, 0, 1920, 1080)]
    assert started(tmp_path, both, 1500, 100, 1280, 820) == [2, 1500, 100, 1280, 820]
    assert started(tmp_path, both) == [2, 1500, 100, 1280, 820]
    count, left, top, wide, high = started(tmp_path, both[:1])
    assert count == 1
    assert both[0].contains(left, top)
    assert wide <= 1366
    assert high <= 768
