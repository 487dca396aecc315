"""The plan for the moment over a real log: offered once, kept, changed on another page (A1)."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from coach.app.intent_view import read_intent
from coach.domain.intent import Chosen, Intent, Part
from coach.gui.controllers.intent import PAGE, IntentController
from coach.gui.pages.intent import IntentPage
from support.standing import checked
from support.store_builders import stamp
from support.window import Stage, set_stage

K = Qt.Key
BREAKFAST = Intent(Chosen("breakfast"))


@pytest.fixture
def stage(themed: QtBot, tmp_path: Path) -> Iterator[Stage]:
    made = set_stage(tmp_path, {})
    themed.addWidget(made.window)
    made.window.show()
    checked(made.store, stamp(), made.context.new_id)
    yield made
    made.close()


@pytest.fixture
def controller(stage: Stage) -> IntentController:
    return IntentController(stage.context, stage.window)


def offered(qtbot: QtBot, stage: Stage, controller: IntentController) -> IntentPage:
    controller.offer()
    qtbot.waitUntil(lambda: stage.window.current_page() == PAGE)
    page = stage.window.page(PAGE)
    assert isinstance(page, IntentPage)
    return page


def test_it_is_offered_once(themed: QtBot, stage: Stage, controller: IntentController) -> None:
    page = offered(themed, stage, controller)
    assert page.things.isVisible()
    with themed.waitSignal(controller.left):
        QTest.keyClick(page, K.Key_Escape)
    with themed.waitSignal(controller.left):
        controller.offer()
    assert read_intent(stage.store.settings()).empty
    assert stage.store.decisions() == []


def test_what_is_chosen_is_in_the_log(
    themed: QtBot, stage: Stage, controller: IntentController
) -> None:
    page = offered(themed, stage, controller)
    QTest.keyClick(page.card.fields[Part.CUE].list, K.Key_Down)
    with themed.waitSignal(controller.left):
        QTest.keyClick(page, K.Key_Return)
    themed.waitUntil(lambda: read_intent(stage.store.settings()) == BREAKFAST)
    [told] = stage.store.decisions()
    assert (told.rule, told.reason) == ("A1", "When breakfast is over, I start the session.")


def test_the_card_of_another_page_shows_and_changes_it(
    themed: QtBot, stage: Stage, controller: IntentController
) -> None:
    stage.store.save_setting("intent.cue", "list:breakfast")
    card = controller.build_card()
    themed.addWidget(card)
    controller.refresh()
    themed.waitUntil(lambda: card.intent() == BREAKFAST)
    card.clear.click()
    themed.waitUntil(lambda: read_intent(stage.store.settings()).empty)
    assert [told.text for told in stage.store.decisions()] == ["intent.cleared"]


def test_it_can_be_opened_again(themed: QtBot, stage: Stage, controller: IntentController) -> None:
    offered(themed, stage, controller)
    stage.store.save_setting("intent.obstacle", "list:tired")
    controller.open()
    page = stage.window.page(PAGE)
    assert isinstance(page, IntentPage)
    themed.waitUntil(lambda: page.card.intent() == Intent(obstacle=Chosen("tired")))
