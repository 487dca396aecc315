"""Days move by mouse and by keyboard; a refusal is told on the board."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible, QPixmap
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from coach.gui.widgets.day_column import DayColumn, DayKind, DayState
from coach.gui.widgets.week_board import WeekBoard

NAMES = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
KINDS = "flfrflr"


def week() -> list[DayState]:
    pictures = ((QPixmap(), "Breathing bridge"), (None, "Deadlift"))
    made = {
        "f": lambda name: DayState(name, "9:33", DayKind.FULL, pictures, movable=True),
        "l": lambda name: DayState(name, "", DayKind.LIGHT, (), "Light: 3:06", movable=True),
        "r": lambda name: DayState(name, "", DayKind.REST, (), "Rest."),
    }
    return [made[kind](name) for name, kind in zip(NAMES, KINDS, strict=True)]


@pytest.fixture
def board(themed: QtBot) -> Iterator[WeekBoard]:
    window = QWidget()
    themed.addWidget(window)
    made = WeekBoard(parent=window)
    made.show_days(week())
    made.resize(984, 450)
    window.resize(1000, 900)
    with themed.waitExposed(window):
        window.show()
    yield made
    window.close()


def middle(column: DayColumn) -> QPoint:
    return column.rect().center()


def drag(source: DayColumn, target: DayColumn) -> None:
    """Press on one day, carry it over another and let go."""
    end = source.mapFromGlobal(target.mapToGlobal(middle(target)))
    QTest.mousePress(source, Qt.MouseButton.LeftButton, pos=middle(source))
    QTest.mouseMove(source, middle(source) + QPoint(30, 0))
    QTest.mouseMove(source, end)
    QTest.mouseRelease(source, Qt.MouseButton.LeftButton, pos=end)


def test_alt_and_an_arrow_asks_to_move(themed: QtBot, board: WeekBoard) -> None:
    with themed.waitSignal(board.move_requested) as asked:
        themed.keyClick(board.columns[2], Qt.Key.Key_Right, Qt.KeyboardModifier.AltModifier)
    assert asked.args == [2, 3]


def test_an_arrow_alone_walks_the_week(themed: QtBot, board: WeekBoard) -> None:
    board.focus_day(0)
    themed.keyClick(board.columns[0], Qt.Key.Key_Right)
    assert board.columns[1].hasFocus()
    board.focus_day(6)
    themed.keyClick(board.columns[6], Qt.Key.Key_Right)
    assert board.columns[6].hasFocus()


def test_dragging_asks_to_move(themed: QtBot, board: WeekBoard) -> None:
    with themed.waitSignal(board.move_requested) as asked:
        drag(board.columns[0], board.columns[3])
    assert asked.args == [0, 3]


@pytest.mark.parametrize(("source", "target"), [(0, 0), (3, 1)])
def test_a_day_stays_where_it_may_not_or_does_not_move(
    themed: QtBot, board: WeekBoard, source: int, target: int
) -> None:
    with themed.assertNotEmitted(board.move_requested):
        drag(board.columns[source], board.columns[target])


def test_the_ends_of_the_week_hold(themed: QtBot, board: WeekBoard) -> None:
    with themed.assertNotEmitted(board.move_requested):
        themed.keyClick(board.columns[0], Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)


def test_escape_lets_a_dragged_day_go(themed: QtBot, board: WeekBoard) -> None:
    source = board.columns[0]
    with themed.assertNotEmitted(board.move_requested):
        QTest.mousePress(source, Qt.MouseButton.LeftButton, pos=middle(source))
        QTest.mouseMove(source, middle(source) + QPoint(200, 0))
        assert source.dragging
        themed.keyClick(source, Qt.Key.Key_Escape)
        QTest.mouseRelease(source, Qt.MouseButton.LeftButton, pos=middle(source))
    assert not any(column.is_target for column in board.columns)


def test_a_refusal_is_told_until_the_next_week_is_shown(board: WeekBoard) -> None:
    board.show_notice("Two full days need a day between them.")
    assert board.notice.isVisible()
    board.show_days(week())
    assert not board.notice.isVisible()


def test_focus_stays_when_the_week_is_shown_anew(board: WeekBoard) -> None:
    board.focus_day(4)
    board.show_days(week())
    assert board.columns[4].hasFocus()


def test_screen_readers_hear_the_whole_day(board: WeekBoard) -> None:
    seen = QAccessible.queryAccessibleInterface(board.columns[0])
    assert seen.text(QAccessible.Text.Name) == "Mon, 9:33, Breathing bridge, Deadlift"


def test_the_week_stacks_when_there_is_no_room(board: WeekBoard, qapp: QApplication) -> None:
    beside = board.columns[1].x() > board.columns[0].x()
    board.resize(400, 900)
    qapp.processEvents()
    assert beside
    assert board.columns[1].x() == board.columns[0].x()
    assert board.columns[1].y() > board.columns[0].y()
