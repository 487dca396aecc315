"""What a running session paints: only what changed, and nothing while nobody looks or time stands.

A fake clock moves, the timers of Qt never fire in between: each frame is one ``tick``.
"""

from __future__ import annotations

import itertools
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QObject, QPoint, QRect
from PySide6.QtGui import QImage, QRegion
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from coach.app.preferences import Preferences
from coach.domain.motion import scene_at
from coach.domain.session_facts import AnswerCheck, Command
from coach.gui.frame_clock import FrameClock, frame_rate
from coach.gui.pages.player_picture import RunPicture
from coach.gui.widgets.breath_ring import BreathRing, RingState
from support.book import real_book
from support.player_stage import PlayerStage, set_player

FRAME_S = 1 / 60


class Paints(QObject):
    """Counts paint events by the class of the widget."""

    def __init__(self) -> None:
        super().__init__()
        self.of: Counter[str] = Counter()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        if event.type() is QEvent.Type.Paint:
            self.of[type(watched).__name__] += 1
        return False


@pytest.fixture
def paints(qapp: QApplication) -> Iterator[Paints]:
    found = Paints()
    qapp.installEventFilter(found)
    yield found
    qapp.removeEventFilter(found)


@pytest.fixture
def running(themed: QtBot, tmp_path: Path) -> PlayerStage:
    """In the first breath of the bridge, on screen."""
    player = set_player(tmp_path)
    window = player.stage.window
    with themed.waitExposed(window):
        window.show()
    player.start()
    player.bridge.do(AnswerCheck(something_new=False))
    player.until(16.0)
    settled()
    return player


def settled() -> None:
    for _ in range(6):
        QCoreApplication.processEvents()


def frames(player: PlayerStage, count: int, step_s: float = FRAME_S) -> None:
    for _ in range(count):
        player.stage.clock.forward(step_s * 1000)
        player.bridge.tick()
        settled()


def test_a_frame_paints_figure_and_ring_alone(running: PlayerStage, paints: Paints) -> None:
    frames(running, 12)
    assert paints.of["BreathRing"] == 12
    assert 0 < paints.of["FigureWidget"] <= 12
    assert paints.of["MainWindow"] <= 1  # the bar of progress may go on by a pixel
    assert paints.of["Text"] <= 1  # and one second may pass


def test_a_frame_that_changes_nothing_paints_nothing(running: PlayerStage, paints: Paints) -> None:
    frames(running, 3)
    paints.of.clear()
    for _ in range(5):
        running.bridge.tick()
        running.bridge.show()
        settled()
    assert not paints.of


def test_nothing_is_painted_and_nothing_ticks_while_paused(
    running: PlayerStage, paints: Paints
) -> None:
    running.bridge.do(Command.PAUSE)
    settled()
    paints.of.clear()
    running.stage.clock.forward(60_000)
    settled()
    assert not running.bridge.ticking
    assert not paints.of


def test_nothing_is_painted_while_minimised_and_the_clock_is_read_seldom(
    running: PlayerStage, paints: Paints
) -> None:
    running.stage.window.showMinimized()
    settled()
    paints.of.clear()
    frames(running, 8, running.bridge.frame_ms / 1000)
    assert not paints.of
    assert running.bridge.frame_ms >= 2_000


def test_a_set_that_ends_unseen_is_logged_at_once(running: PlayerStage) -> None:
    running.until(55.0)
    running.stage.window.showMinimized()
    settled()
    block = running.bridge.state.timeline.blocks[0]
    before = running.position_ms
    while running.bridge.state.cursor == 0:
        running.stage.clock.forward(running.bridge.frame_ms)
        running.bridge.tick()
    assert before < block.end_ms <= running.position_ms < block.end_ms + 50


def test_reduced_motion_shows_one_posture_a_phase(themed: QtBot, tmp_path: Path) -> None:
    player = set_player(tmp_path)
    player.start()
    player.bridge.reduced_motion = True
    shown: list[tuple[str, object]] = []
    player.bridge.shown.connect(lambda view, scene: shown.append((view.kind, scene.skeleton)))
    player.bridge.do(AnswerCheck(something_new=False))
    player.until(16.0)
    shown.clear()
    frames(player, 300, 0.1)
    timeline, catalog = player.bridge.state.timeline, real_book().catalog
    ends = [scene_at(catalog, timeline, p.end_ms - 1).skeleton for p in timeline.phases[2:6]]
    seen = [skeleton for _, skeleton in shown]
    changes = [b for a, b in itertools.pairwise(seen) if a != b]
    assert len(changes) <= 6
    assert all(any(near(skeleton, end) for end in ends) for skeleton in seen[:20])


def near(one: object, other: object) -> bool:
    pairs = zip(one.points(), other.points(), strict=True)  # type: ignore[attr-defined]
    return all(abs(a - b) < 0.001 for p, q in pairs for a, b in zip(p, q, strict=True))


# ---- the parts: what is painted in part looks as if it were painted whole -----------------------
def image_of(widget: QWidget) -> QImage:
    picture = QImage(widget.size(), QImage.Format.Format_RGB32)
    picture.fill(0)
    widget.render(picture)
    return picture


class Noted(BreathRing):
    """Remembers what it asked to be painted, and paints just that into one picture."""

    def __init__(self) -> None:
        super().__init__()
        self.asked = QRegion()

    def update(self, *where: object) -> None:
        if where and isinstance(where[0], QRect):
            self.asked += QRegion(where[0])
        super().update(*where)  # type: ignore[call-overload]

    def catch_up(self, picture: QImage) -> int:
        """Paint what was asked for; how many pixels that were."""
        region, self.asked = self.asked, QRegion()
        if not region.isEmpty():
            self.render(picture, region.boundingRect().topLeft(), region)
        return sum(rect.width() * rect.height() for rect in region)


def breath(step: int, steps: int = 90) -> RingState:
    share = step / steps
    return RingState(share, share, str(4 - int(share * 4)), "breathe in")


def fresh(state: RingState, like: QWidget) -> BreathRing:
    """One that has painted nothing before."""
    ring = BreathRing()
    ring.resize(like.size())
    ring.show_state(state)
    return ring


@pytest.mark.parametrize(("width", "height"), [(254, 254), (335, 200), (201, 254)])
def test_a_breath_painted_bit_by_bit_leaves_no_traces(
    themed: QtBot, width: int, height: int
) -> None:
    ring = Noted()
    themed.addWidget(ring)
    ring.resize(width, height)
    ring.show_state(breath(0))
    picture = image_of(ring)
    ring.asked = QRegion()
    for step in (*range(1, 91), 3, 70):
        ring.show_state(breath(step))
        ring.catch_up(picture)
        if step % 15 == 0 or step in (3, 70):
            assert picture == image_of(fresh(breath(step), ring)), step


def test_the_end_of_the_arc_is_a_small_part_of_the_ring(themed: QtBot) -> None:
    ring = Noted()
    themed.addWidget(ring)
    ring.resize(254, 254)
    ring.show_state(RingState(0.4, 0.5, "3", "hold"))
    picture = image_of(ring)
    ring.asked = QRegion()
    ring.show_state(RingState(0.404, 0.5, "3", "hold"))
    assert 0 < ring.catch_up(picture) < 0.02 * 254 * 254
    ring.show_state(RingState(0.40401, 0.5001, "3", "hold"))
    assert ring.catch_up(picture) == 0


def test_a_still_ring_fills_its_bar_alone(themed: QtBot) -> None:
    ring = Noted()
    themed.addWidget(ring)
    ring.resize(254, 254)
    ring.show_state(RingState(0.2, 0.5, "3", "hold", reduced_motion=True))
    picture = image_of(ring)
    ring.asked = QRegion()
    ring.show_state(RingState(0.5, 0.9, "3", "hold", reduced_motion=True))
    assert 0 < ring.catch_up(picture) < 0.2 * 254 * 254
    assert picture == image_of(fresh(ring.state(), ring))


def test_a_figure_painted_bit_by_bit_leaves_no_traces(running: PlayerStage) -> None:
    page = running.page.run.picture
    assert isinstance(page, RunPicture)
    picture = image_of(page.figure)
    for _ in range(12):
        running.stage.clock.forward(150)
        before = page.figure.frame
        running.bridge.tick()
        if page.figure.frame is not before:
            where = page.figure.changed
            page.figure.render(picture, QPoint(where.topLeft()), QRegion(where))
    assert picture == image_of(page.figure)


# ---- when pictures come -------------------------------------------------------------------------
@pytest.mark.parametrize(
    ("display", "wanted", "rate"),
    [
        (60.0, "display", 60.0),
        (60.0, "30", 30.0),
        (60.0, "15", 15.0),
        (144.0, "display", 72.0),
        (144.0, "30", 28.8),
        (75.0, "display", 75.0),
        (59.94, "30", 29.97),
        (0.0, "display", 60.0),
        (-1.0, "15", 15.0),
    ],
)
def test_pictures_come_in_step_with_the_display(display: float, wanted: str, rate: float) -> None:
    assert frame_rate(display, wanted) == pytest.approx(rate)


def test_a_filling_bar_needs_few_pictures() -> None:
    assert frame_rate(60.0, "display", reduced=True) == pytest.approx(10.0)


def test_a_late_picture_does_not_shift_the_next(qtbot: QtBot) -> None:
    now = [0.0]
    clock = FrameClock(now=lambda: now[0])
    due: list[float] = []

    def note() -> None:
        due.append(now[0])
        now[0] += 0.0005

    clock.due.connect(note)
    clock.run(20.0)
    now[0] = 0.027  # seven milliseconds late
    with qtbot.waitSignal(clock.due):
        pass
    assert clock._timer.interval() == 13
    now[0] = 0.099  # and two are missed
    with qtbot.waitSignal(clock.due):
        pass
    assert clock._timer.interval() == 1
    clock.stop()
    assert not clock.running


def test_fewer_pictures_as_it_was_chosen(running: PlayerStage) -> None:
    usual = running.bridge.frame_ms
    for chosen, rate in (("30", 30.0), ("15", 15.0), ("display", 1000 / usual)):
        running.controller.set_preferences(Preferences(frame_rate=chosen))
        assert 1000 / running.bridge.frame_ms == pytest.approx(rate, rel=0.02)
    running.controller.set_preferences(Preferences(reduced_motion=True))
    assert 1000 / running.bridge.frame_ms == pytest.approx(10.0)
