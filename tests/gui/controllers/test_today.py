"""Today in a real window over a real log: ratings by key and mouse, requests, open sessions."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from coach.domain.records import RatingKind
from coach.domain.terms import Side, Template
from coach.gui.controllers.today import TodayController
from coach.gui.pages.today import TodayPage
from coach.gui.stills import Stills
from support.book import real_book
from support.standing import checked, left_half_way
from support.store_builders import stamp
from support.window import Stage, set_stage


@pytest.fixture
def stage(themed: QtBot, tmp_path: Path) -> Iterator[Stage]:
    made = set_stage(tmp_path, {"today": lambda: controllers[0].build_page()})
    controllers = [TodayController(made.context, made.window, Stills(real_book()))]
    made.window.setProperty("today", controllers[0])
    themed.addWidget(made.window)
    made.window.show()
    yield made
    made.close()


def controller(stage: Stage) -> TodayController:
    found = stage.window.property("today")
    assert isinstance(found, TodayController)
    return found


def shown(qtbot: QtBot, stage: Stage) -> TodayPage:
    """The page, once what is due has arrived."""
    stage.window.show_page("today")
    controller(stage).refresh()
    page = stage.window.page("today")
    assert isinstance(page, TodayPage)
    qtbot.waitUntil(lambda: bool(page.title.text()))
    return page


def test_without_a_check_the_page_asks_for_it(themed: QtBot, stage: Stage) -> None:
    with themed.waitSignal(controller(stage).missing):
        controller(stage).refresh()


def test_start_asks_for_the_session_of_the_day(themed: QtBot, stage: Stage) -> None:
    checked(stage.store, stamp(), stage.context.new_id)
    page = shown(themed, stage)
    with themed.waitSignal(controller(stage).start_requested) as asked:
        themed.mouseClick(page.session.start, Qt.MouseButton.LeftButton)
    assert asked.args == [Template.FULL.value]
    with themed.waitSignal(controller(stage).start_requested) as asked:
        themed.mouseClick(page.session.micro, Qt.MouseButton.LeftButton)
    assert asked.args == [Template.MICRO.value]


def test_a_rating_by_key_and_one_by_mouse_are_in_the_log(themed: QtBot, stage: Stage) -> None:
    checked(stage.store, stamp(), stage.context.new_id)
    page = shown(themed, stage)
    left, right = page.checkin.scales[Side.LEFT], page.checkin.scales[Side.RIGHT]
    with themed.waitSignal(controller(stage).rated):
        QTest.keyClick(left, Qt.Key.Key_X)
    with themed.waitSignal(controller(stage).rated):
        QTest.mouseClick(right, Qt.MouseButton.LeftButton, pos=right.cell(3).center().toPoint())
    [rating] = stage.store.ratings(RatingKind.DAILY)
    assert (rating.left, rating.right) == (10, 3)
    themed.waitUntil(lambda: page.fortnight.days.text() == "1 of 14 days")


def test_yesterday_can_be_rated_too(themed: QtBot, stage: Stage) -> None:
    checked(stage.store, stamp(), stage.context.new_id)
    page = shown(themed, stage)
    themed.mouseClick(page.checkin.other, Qt.MouseButton.LeftButton)
    themed.waitUntil(lambda: "yesterday" in page.checkin.title.text())
    with themed.waitSignal(controller(stage).rated):
        QTest.keyClick(page.checkin.scales[Side.LEFT], Qt.Key.Key_4)
    [rating] = stage.store.ratings(RatingKind.DAILY)
    assert rating.backfilled


def test_an_open_session_offers_three_ways(themed: QtBot, stage: Stage) -> None:
    checked(stage.store, stamp(), stage.context.new_id)
    left_half_way(stage.store, stamp(1), stage.context.new_id)
    page = shown(themed, stage)
    themed.waitUntil(lambda: page.banner.isVisible())
    assert list(page.banner.buttons) == ["resume", "finish", "discard"]
    assert page.banner.buttons["resume"].text() == "Continue at set 2"
    with themed.waitSignal(controller(stage).resume_requested):
        themed.mouseClick(page.banner.buttons["resume"], Qt.MouseButton.LeftButton)


def test_a_locked_plan_has_no_way_to_start(themed: QtBot, stage: Stage) -> None:
    checked(stage.store, stamp(), stage.context.new_id, q1=["a"])
    left_half_way(stage.store, stamp(1), stage.context.new_id)
    page = shown(themed, stage)
    themed.waitUntil(lambda: page.banner.isVisible())
    assert not page.session.isVisible()
    assert "resume" not in page.banner.buttons
    with themed.waitSignal(controller(stage).gate_requested):
        themed.mouseClick(page.gate, Qt.MouseButton.LeftButton)


def test_the_keys_begin_at_start(themed: QtBot, stage: Stage) -> None:
    checked(stage.store, stamp(), stage.context.new_id)
    page = shown(themed, stage)
    assert stage.window.focusWidget() is page.session.start


def test_the_keys_begin_at_an_open_session(themed: QtBot, stage: Stage) -> None:
    checked(stage.store, stamp(), stage.context.new_id)
    left_half_way(stage.store, stamp(), stage.context.new_id)
    page = shown(themed, stage)
    assert stage.window.focusWidget() is page.banner.buttons["resume"]


def test_numbers_rate_both_sides_from_anywhere_on_the_page(themed: QtBot, stage: Stage) -> None:
    checked(stage.store, stamp(), stage.context.new_id)
    page = shown(themed, stage)
    with themed.waitSignal(controller(stage).rated):
        QTest.keyClick(page.session.micro, Qt.Key.Key_4)
    assert stage.window.focusWidget() is page.checkin.scales[Side.RIGHT]
    with themed.waitSignal(controller(stage).rated):
        QTest.keyClick(page.checkin.scales[Side.RIGHT], Qt.Key.Key_X)
    [rating] = stage.store.ratings(RatingKind.DAILY)
    assert (rating.left, rating.right) == (4, 10)


def test_arrows_stay_on_their_side(themed: QtBot, stage: Stage) -> None:
    checked(stage.store, stamp(), stage.context.new_id)
    page = shown(themed, stage)
    left = page.checkin.scales[Side.LEFT]
    left.setFocus()
    QTest.keyClick(left, Qt.Key.Key_Right)
    QTest.keyClick(left, Qt.Key.Key_Right)
    assert (left.rating(), stage.window.focusWidget()) == (1, left)
