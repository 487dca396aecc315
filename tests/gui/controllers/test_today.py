"""Today in a real window over a real log: ratings, ticks, advice, requests, open sessions."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from coach.app.answering import pause_plan
from coach.app.stamps import stamp_of
from coach.domain.decisions import TickKind
from coach.domain.records import RatingKind
from coach.domain.terms import Side, Template
from coach.gui.controllers.today import TodayController
from coach.gui.pages.today import TodayPage
from coach.gui.stills import Stills
from coach.gui.widgets.exercise_row import ExerciseRow
from support.book import real_book
from support.standing import checked, left_half_way
from support.store_builders import rating, stamp
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


def days_of(stage: Stage, scores: Sequence[int]) -> None:
    """A check, and a rating on each day up to the one the clock shows then."""
    checked(stage.store, stamp_of(stage.clock), stage.context.new_id)
    for at, score in enumerate(scores):
        now = stamp_of(stage.clock)
        stage.store.save_rating(rating(score, score, now), now)
        if at < len(scores) - 1:
            stage.clock.local += timedelta(days=1)


CALM_WEEKS = (4,) * 14
"""The day after these is a Monday."""


def test_a_rating_brings_what_follows_from_it(themed: QtBot, stage: Stage) -> None:
    """D1: asked for as soon as it is rated, with the lighter version taken already."""
    days_of(stage, CALM_WEEKS)
    stage.clock.local += timedelta(days=1)
    page = shown(themed, stage)
    assert not page.advice.cards
    QTest.keyClick(page.checkin.scales[Side.LEFT], Qt.Key.Key_6)
    themed.waitUntil(lambda: ("easy-day", "D1") in page.advice.cards)
    assert page.title.text() == "Monday. Your half session is ready."
    assert page.checkin.scales[Side.LEFT].rating() == 6
    card = page.advice.cards["easy-day", "D1"]
    with themed.waitSignal(controller(stage).advice_answered) as told:
        themed.mouseClick(card.buttons["decline"], Qt.MouseButton.LeftButton)
    assert told.args == ["easy-day", "D1", "decline"]


def test_a_paused_plan_begins_at_going_on(themed: QtBot, stage: Stage) -> None:
    """D5."""
    checked(stage.store, stamp(), stage.context.new_id)
    pause_plan(stage.store, real_book(), stamp(), stage.context.new_id)
    page = shown(themed, stage)
    assert page.title.text() == "Monday. Your plan is paused."
    assert not page.session.isVisible()
    card = page.advice.cards["paused", "D5"]
    assert stage.window.focusWidget() is card.buttons["go-on"]
    with themed.waitSignal(controller(stage).advice_answered) as told:
        QTest.keyClick(card.buttons["go-on"], Qt.Key.Key_Return)
    assert told.args == ["paused", "D5", "go-on"]


def test_after_three_months_the_check_comes_first(themed: QtBot, stage: Stage) -> None:
    """S6: there is no way to start, and the card opens the questions."""
    checked(stage.store, stamp(), stage.context.new_id)
    stage.clock.local += timedelta(days=95)
    page = shown(themed, stage)
    assert "check comes first" in page.title.text()
    assert not page.session.isVisible()
    assert not page.gate.isVisible()
    [card] = [card for key, card in page.advice.cards.items() if key[0] == "recheck"]
    assert stage.window.focusWidget() is card.buttons["start-check"]
    with themed.waitSignal(controller(stage).recheck_requested):
        QTest.keyClick(card.buttons["start-check"], Qt.Key.Key_Space)


def test_notes_can_be_opened_from_their_card(themed: QtBot, stage: Stage) -> None:
    """C5, C8."""
    days_of(stage, [*CALM_WEEKS, 5, 8, 8, 8])
    page = shown(themed, stage)
    QTest.mouseClick(page.advice.more, Qt.MouseButton.LeftButton)
    card = page.advice.cards["consult", "C5"]
    with themed.waitSignal(controller(stage).notes_requested):
        themed.mouseClick(card.buttons["notes"], Qt.MouseButton.LeftButton)


def test_ticks_come_after_a_tight_rating_and_are_kept(themed: QtBot, stage: Stage) -> None:
    """K9, C7: never first, and only for those whom they concern."""
    checked(stage.store, stamp(), stage.context.new_id)
    page = shown(themed, stage)
    assert list(page.checkin.ticks.chips) == ["kneeling"]
    QTest.keyClick(page.checkin.scales[Side.LEFT], Qt.Key.Key_8)
    themed.waitUntil(lambda: "awake" in page.checkin.ticks.chips)
    assert stage.window.focusWidget() is page.checkin.scales[Side.RIGHT]
    chip = page.checkin.ticks.chips["awake"]
    QTest.keyClick(chip, Qt.Key.Key_Space)
    themed.waitUntil(lambda: len(stage.store.ticks()) == 1)
    [kept] = stage.store.ticks()
    assert (kept.kind, kept.on) == (TickKind.AWAKE, True)
    assert page.checkin.ticks.chips["awake"] is chip
    assert chip.isChecked()


def test_yesterday_has_no_ticks(themed: QtBot, stage: Stage) -> None:
    checked(stage.store, stamp(), stage.context.new_id)
    page = shown(themed, stage)
    assert page.checkin.ticks.isVisible()
    themed.mouseClick(page.checkin.other, Qt.MouseButton.LeftButton)
    themed.waitUntil(lambda: not page.checkin.ticks.isVisible())
    themed.mouseClick(page.checkin.other, Qt.MouseButton.LeftButton)
    themed.waitUntil(lambda: page.checkin.ticks.isVisible())


def test_the_session_card_keeps_its_rows_where_they_are_the_same(
    themed: QtBot, stage: Stage
) -> None:
    checked(stage.store, stamp(), stage.context.new_id)
    page = shown(themed, stage)
    before = page.session.findChildren(ExerciseRow)
    with themed.waitSignal(controller(stage).rated):
        QTest.keyClick(page.checkin.scales[Side.LEFT], Qt.Key.Key_4)
    assert page.session.findChildren(ExerciseRow) == before
