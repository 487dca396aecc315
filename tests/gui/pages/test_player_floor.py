"""Floor mode: large enough, complete in every state, and hit with a tap."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QFontMetricsF
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMainWindow
from pytestqt.qtbot import QtBot

from coach.domain.session_facts import Command, Event, GiveEffort, Report
from coach.domain.terms import Discomfort, Effort
from coach.gui.pages.floor_choices import FloorButton
from coach.gui.pages.floor_plan import CAP_SHARE, LEAST_TARGET_PX
from coach.gui.pages.floor_text import WRAP, fits
from coach.gui.pages.player import PlayerPage
from coach.gui.pages.player_floor import FloorPanel
from support.player_moments import MOMENTS, KeyStage

SIZES = [(1280, 820), (800, 480), (1920, 1080), (540, 960)]
MOVING = (
    *("running", "rest", "move", "question", "deadlift", "own pace", "pain"),
    *("paused", "stopped", "interrupted", "away", "wrong"),
)
LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def stage(themed: QtBot) -> Iterator[KeyStage]:
    window = QMainWindow()
    themed.addWidget(window)
    page = PlayerPage()
    window.setCentralWidget(page)
    window.resize(1280, 820)
    window.show()
    yield KeyStage(page)
    window.close()


def floor_at(stage: KeyStage, name: str, size: tuple[int, int] = (1280, 820)) -> FloorPanel:
    stage.page.window().setMinimumSize(1, 1)
    stage.page.window().resize(*size)
    stage.show(MOMENTS[name](), floor=True)
    return stage.page.floor


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
@pytest.mark.parametrize("name", MOVING)
def test_all_that_is_written_can_be_read_from_the_mat(
    stage: KeyStage, name: str, size: tuple[int, int]
) -> None:
    floor = floor_at(stage, name, size)
    assert (floor.width(), floor.height()) == size
    lines = floor.lines()
    assert lines
    for line in lines:
        cap_px = QFontMetricsF(line.font).capHeight()
        assert cap_px >= CAP_SHARE * min(size) - 1, line.text
        assert fits(line.font, line.room, line.text, WRAP.value), line.text
        assert floor.rect().toRectF().contains(line.room.adjusted(1, 1, -1, -1)), line.text


@pytest.mark.parametrize(
    ("name", "written"),
    [
        ("running", ["out", "3", "1 of 5", "set 1 of 3"]),
        ("rest", ["Rest. Then set 2.", "rest", "12", "set 1 of 3"]),
        ("move", ["Next, hip flexor release, left knee down.", "next", "1", "left side"]),
        ("stopped", ["Stopped. Go on from here, or finish for today?"]),
        ("paused", ["Paused. Breathing bridge"]),
    ],
)
def test_only_what_is_needed(stage: KeyStage, name: str, written: list[str]) -> None:
    assert [line.text for line in floor_at(stage, name).lines()] == written


def test_a_decision_is_told_with_what_comes_next(stage: KeyStage) -> None:
    """E2."""
    message = floor_at(stage, "pain").lines()[0].text
    assert message.startswith("A sharp feeling ends this exercise at once")
    assert message.endswith("Next, hip flexor release, left knee down.")


def test_the_figure_gives_way_to_a_question(stage: KeyStage) -> None:
    assert floor_at(stage, "running").figure.isVisible()
    assert not floor_at(stage, "question").figure.isVisible()
    assert floor_at(stage, "move").figure.isVisible()


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
@pytest.mark.parametrize("name", ["question", "paused", "stopped", "away", "wrong"])
def test_every_target_is_large(stage: KeyStage, name: str, size: tuple[int, int]) -> None:
    floor = floor_at(stage, name, size)
    assert floor.choices.buttons
    for button in (*floor.choices.buttons, floor.close_button):
        assert min(button.width(), button.height()) >= LEAST_TARGET_PX
        assert button.isVisible()
        assert button.accessibleName()
    inside = floor.choices.rect()
    assert all(inside.contains(button.geometry()) for button in floor.choices.buttons)


@pytest.mark.parametrize(
    ("name", "at", "event"),
    [
        ("question", 2, GiveEffort(Effort.NOTICEABLE)),
        ("paused", 0, Command.RESUME),
        ("paused", 2, Command.SKIP),
        ("paused", 4, Report(Discomfort.SHARP)),
        ("paused", 7, Report(Discomfort.WRONG)),
        ("stopped", 1, Command.FINISH),
        ("away", 0, Command.FINISH),
        ("wrong", 0, Command.RECHECK),
    ],
)
def test_a_choice_is_one_tap(
    stage: KeyStage, qtbot: QtBot, name: str, at: int, event: Event
) -> None:
    button = floor_at(stage, name).choices.buttons[at]
    assert isinstance(button, FloorButton)
    with qtbot.waitSignal(stage.page.happened) as heard:
        qtbot.mouseClick(button, LEFT)
    assert heard.args == [event]


@pytest.mark.parametrize(
    ("name", "event"),
    [
        ("running", Command.PAUSE),
        ("rest", Command.PAUSE),
        ("paused", Command.RESUME),
        ("stopped", None),
        ("wrong", None),
        ("away", None),
    ],
)
@pytest.mark.parametrize("floor", [True, False], ids=["floor", "page"])
def test_a_tap_on_the_picture_pauses_and_goes_on(
    stage: KeyStage, qtbot: QtBot, name: str, event: Event | None, floor: bool
) -> None:
    """What is asked is never answered by it."""
    found = MOMENTS[name]()
    stage.show(found, floor=floor)
    heard: list[object] = []
    stage.page.happened.connect(heard.append)
    target = stage.page.floor if floor else stage.page.run.picture.figure
    qtbot.mouseClick(target, LEFT, pos=QPoint(30, 40))
    assert heard == ([event] if event is not None else [])


@pytest.mark.parametrize("floor", [True, False], ids=["floor", "page"])
def test_a_finger_taps_like_a_mouse(stage: KeyStage, floor: bool) -> None:
    stage.show(MOMENTS["running"](), floor=floor)
    heard: list[object] = []
    stage.page.happened.connect(heard.append)
    target, spot = (stage.page.floor if floor else stage.page.run.picture), QPoint(60, 60)
    screen = QTest.createTouchDevice()
    QTest.touchEvent(target, screen).press(0, spot, target).commit()
    QTest.touchEvent(target, screen).release(0, spot, target).commit()
    assert heard == [Command.PAUSE]


@pytest.mark.parametrize("floor", [True, False], ids=["floor", "page"])
def test_a_double_click_is_one_tap(stage: KeyStage, qtbot: QtBot, floor: bool) -> None:
    stage.show(MOMENTS["running"](), floor=floor)
    heard: list[object] = []
    stage.page.happened.connect(heard.append)
    target = stage.page.floor if floor else stage.page.run.picture.figure
    qtbot.mouseClick(target, LEFT, pos=QPoint(30, 40))
    qtbot.mouseDClick(target, LEFT, pos=QPoint(30, 40))
    assert heard == [Command.PAUSE]


@pytest.mark.parametrize("floor", [True, False], ids=["floor", "page"])
def test_a_finger_that_slides_away_taps_nothing(stage: KeyStage, qtbot: QtBot, floor: bool) -> None:
    stage.show(MOMENTS["running"](), floor=floor)
    heard: list[object] = []
    stage.page.happened.connect(heard.append)
    target = stage.page.floor if floor else stage.page.run.picture
    qtbot.mousePress(target, LEFT, pos=QPoint(30, 40))
    qtbot.mouseRelease(target, LEFT, pos=QPoint(-50, -60))
    qtbot.mouseClick(target, Qt.MouseButton.RightButton, pos=QPoint(30, 40))
    assert heard == []


def test_the_words_of_each_moment_are_spoken_to_a_screen_reader(stage: KeyStage) -> None:
    assert floor_at(stage, "move").accessibleDescription() == (
        "next 1 Next, hip flexor release, left knee down."
    )


def test_it_waits_for_a_rep_at_ones_own_pace(stage: KeyStage) -> None:
    found = MOMENTS["own pace"]()
    state = replace(found.state, held=True)
    stage.show(replace(found, state=state), floor=True)
    assert stage.page.floor.lines()[0].text == "your turn"


@pytest.mark.parametrize("name", MOMENTS)
def test_every_state_is_painted(stage: KeyStage, name: str) -> None:
    stage.show(MOMENTS[name](), floor=True)
    stage.page.show_unsaved("The disk is full.")
    assert not stage.page.grab().isNull()
