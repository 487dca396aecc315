"""The controllers together: where the plan for the moment is offered, changed and told (A1)."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from coach.app.intent_view import read_intent
from coach.domain.intent import Chosen, Intent, Part
from coach.gui.pages.intent_card import IntentCard
from coach.gui.pages.routine import RoutinePage
from coach.gui.pages.today import TodayPage
from support.shell import App, make_app

K = Qt.Key
WHEN = "When breakfast is over, I start the session."
BARRIER = "If I am tired, then I do the 2-minute version."


@pytest.fixture
def app(themed: QtBot, tmp_path: Path) -> Iterator[App]:
    one = make_app(tmp_path / "data")
    with themed.waitActive(one.shell.window):
        one.shell.window.activateWindow()
    yield one
    one.close()


def accept_result(app: App) -> None:
    """The result of a check, left by its key."""
    app.shell.controllers.check.show_standing_gate()
    app.settle()
    assert app.page == "result"
    press(app, K.Key_Return)


def press(app: App, key: Qt.Key) -> None:
    QTest.keyClick(QApplication.focusWidget() or app.shell.window, key)
    app.settle()


def today(app: App) -> TodayPage:
    page = app.shell.window.page("today")
    assert isinstance(page, TodayPage)
    return page


def card(app: App) -> IntentCard:
    app.shell.show_page("routine")
    app.settle()
    page = app.shell.window.page("routine")
    assert isinstance(page, RoutinePage)
    assert page.plan is not None
    return page.plan


def kept(app: App) -> Intent:
    return read_intent(app.worker.store.settings())


def test_the_first_result_is_followed_by_the_plan_for_the_moment(app: App) -> None:
    app.check()
    app.attach()
    accept_result(app)
    assert app.page == "intent"
    press(app, K.Key_Escape)
    assert app.page == "today"
    assert kept(app).empty
    accept_result(app)
    assert app.page == "today"


def test_a_start_of_the_app_is_not_held_up(app: App) -> None:
    app.check()
    app.attach()
    assert app.page == "today"


def test_what_was_chosen_stands_on_today(app: App) -> None:
    app.check()
    app.attach()
    assert today(app).session.intent.isHidden()
    accept_result(app)
    press(app, K.Key_Down)
    press(app, K.Key_Return)
    assert app.page == "today"
    assert kept(app) == Intent(Chosen("breakfast"))
    assert today(app).session.intent.text() == WHEN
    assert today(app).session.intent.isVisible()


def test_the_two_minutes_say_when_they_are_meant(app: App) -> None:
    app.check()
    app.attach()
    before = today(app).session.micro.accessibleDescription()
    app.worker.store.save_setting("intent.obstacle", "list:tired")
    app.shell.show_page("today")
    app.settle()
    session = today(app).session
    assert session.micro.accessibleDescription() == f"{before}. {BARRIER}"
    assert session.intent.text() == BARRIER


def test_routine_changes_it(app: App) -> None:
    app.check()
    app.worker.store.save_setting("intent.cue", "list:work")
    app.attach()
    shown = card(app)
    assert shown.intent() == Intent(Chosen("work"))
    field = shown.fields[Part.CUE]
    field.list.setFocus()
    press(app, K.Key_Home)
    press(app, K.Key_Down)
    shown.save.setFocus()
    press(app, K.Key_Return)
    assert kept(app) == Intent(Chosen("breakfast"))
    app.shell.show_page("today")
    app.settle()
    assert today(app).session.intent.text() == WHEN
    shown.clear.click()
    app.settle()
    assert kept(app).empty
    assert [told.rule for told in app.worker.store.decisions()] == ["A1", "A1"]
