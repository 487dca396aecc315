"""The week in a real window: moved by keyboard and by mouse, refused with the reason."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from coach.gui.controllers.routine import RoutineController
from coach.gui.pages.routine import RoutinePage
from coach.gui.stills import Stills
from support.book import real_book
from support.standing import checked
from support.store_builders import stamp
from support.window import Stage, set_stage


@pytest.fixture
def stage(themed: QtBot, tmp_path: Path) -> Iterator[Stage]:
    made = set_stage(tmp_path, {"routine": lambda: controllers[0].build_page()})
    controllers = [RoutineController(made.context, made.window, Stills(real_book()))]
    checked(made.store, stamp(), made.context.new_id, q9="8+", q10="arched", q11=["a"])
    made.window.setProperty("routine", controllers[0])
    themed.addWidget(made.window)
    made.window.resize(1280, 820)
    made.window.show()
    made.window.show_page("routine")
    controllers[0].refresh()
    yield made
    made.close()


@pytest.fixture
def page(themed: QtBot, stage: Stage) -> RoutinePage:
    found = stage.window.page("routine")
    assert isinstance(found, RoutinePage)
    themed.waitUntil(lambda: len(found.board.columns) == 7)
    return found


def days(stage: Stage) -> list[str]:
    plan = stage.store.plan()
    assert plan is not None
    return [day.value for day in plan.days]


def test_alt_and_an_arrow_move_a_day(themed: QtBot, stage: Stage, page: RoutinePage) -> None:
    page.board.focus_day(4)
    QTest.keyClick(page.board.columns[4], Qt.Key.Key_Right, Qt.KeyboardModifier.AltModifier)
    themed.waitUntil(lambda: days(stage) == ["mon", "wed", "sat"])
    themed.waitUntil(lambda: page.board.columns[5].state.movable)


def test_a_refused_move_says_why_and_changes_nothing(
    themed: QtBot, stage: Stage, page: RoutinePage
) -> None:
    page.board.focus_day(4)
    QTest.keyClick(page.board.columns[4], Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    themed.waitUntil(lambda: page.board.notice.isVisible())
    assert "Wednesday and Thursday are neighbours" in page.board.notice.accessibleName()
    assert days(stage) == ["mon", "wed", "fri"]


def test_a_day_is_dragged_onto_another(themed: QtBot, stage: Stage, page: RoutinePage) -> None:
    source, target = page.board.columns[4], page.board.columns[5]
    start = source.rect().center()
    end = source.mapFromGlobal(target.mapToGlobal(target.rect().center()))
    QTest.mousePress(source, Qt.MouseButton.LeftButton, pos=start)
    for step in (start + QPoint(30, 0), end):
        QTest.mouseMove(source, step)
    QTest.mouseRelease(source, Qt.MouseButton.LeftButton, pos=end)
    themed.waitUntil(lambda: days(stage) == ["mon", "wed", "sat"])


def test_the_accent_is_set_by_hand(themed: QtBot, stage: Stage, page: RoutinePage) -> None:
    page.accent.setFocus()
    page.accent.setCurrentIndex(page.accent.findData("glute"))
    page.accent.activated.emit(page.accent.currentIndex())
    themed.waitUntil(lambda: "accent yourself" in page.why_words.text())
    assert stage.store.plans()[-1].rule == "P6"


def test_going_down_is_one_click(themed: QtBot, stage: Stage, page: RoutinePage) -> None:
    themed.mouseClick(page.down, Qt.MouseButton.LeftButton)
    themed.waitUntil(lambda: not page.down.isVisible())
    plan = stage.store.plan()
    assert plan is not None
    assert plan.stage == "S0"


def test_the_plan_can_be_paused_and_says_so(themed: QtBot, stage: Stage, page: RoutinePage) -> None:
    """D5: with one press, and going on is offered at once."""
    themed.mouseClick(page.pause, Qt.MouseButton.LeftButton)
    themed.waitUntil(lambda: ("paused", "D5") in page.advice.cards)
    assert not page.pause.isVisible()
    assert page.subtitle.text().startswith("The plan is paused")
    assert not any(column.state.movable for column in page.board.columns)
    with themed.waitSignal(page.advice_answered) as told:
        card = page.advice.cards["paused", "D5"]
        QTest.keyClick(card.buttons["go-on"], Qt.Key.Key_Return)
    assert told.args == ["paused", "D5", "go-on"]


def test_what_is_still_missing_for_the_next_stage_opens(
    themed: QtBot, stage: Stage, page: RoutinePage
) -> None:
    """G1: each condition that does not hold yet, with its rule."""
    themed.waitUntil(page.waits.button.isVisible)
    assert not page.waits.isVisible()
    QTest.keyClick(page.waits.button, Qt.Key.Key_Space)
    lines = [line.text() for line in page.waits.lines]
    assert "Full sessions in this stage with a tap for how they felt: 0 of 4.  ·  G1" in lines
    assert all(line.isVisible() for line in page.waits.lines)


def test_why_this_routine_names_the_rules(themed: QtBot, stage: Stage, page: RoutinePage) -> None:
    themed.waitUntil(lambda: bool(page.why_words.text()))
    told = page.why_words.text()
    QTest.mouseClick(page.rules.button, Qt.MouseButton.LeftButton)
    assert not page.why_words.isVisible()
    for line in page.rules.lines:
        sentence, rule = line.text().split("  ·  ")
        assert sentence in told
        assert rule
    QTest.mouseClick(page.rules.button, Qt.MouseButton.LeftButton)
    assert page.why_words.isVisible()


def test_a_check_that_is_due_is_opened_from_here_too(
    themed: QtBot, stage: Stage, page: RoutinePage
) -> None:
    """S6."""
    stage.clock.local += timedelta(days=95)
    stage.window.property("routine").refresh()
    themed.waitUntil(lambda: any(kind == "recheck" for kind, _ in page.advice.cards))
    [card] = page.advice.cards.values()
    with themed.waitSignal(page.recheck_requested):
        QTest.mouseClick(card.buttons["start-check"], Qt.MouseButton.LeftButton)
