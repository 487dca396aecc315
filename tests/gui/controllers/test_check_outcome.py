"""Tingling that was told, on the result and the gate of the real window (N3, N4, S5, K16)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from coach.app.stamps import stamp_of
from coach.domain.floss_events import FlossRule
from coach.domain.records import Check
from coach.domain.terms import Floss, Gate, Stage
from coach.gui.controllers.check import CHECK, CheckController
from coach.gui.controllers.check_outcome import GATE, RESULT
from coach.gui.pages.check import CheckPage
from coach.gui.pages.gate import GatePage
from coach.gui.pages.result import ResultPage
from support.check_person import Person
from support.standing import checked
from support.window import set_stage


class Run:
    """Somebody with an open plan, and the window they look at."""

    def __init__(self, qtbot: QtBot, folder: Path) -> None:
        self.qtbot = qtbot
        self.place = set_stage(folder, {"today": QWidget})
        self.store, self.window = self.place.store, self.place.window
        self.check = CheckController(self.place.context, self.window)
        self.completed: list[Check] = []
        self.check.completed.connect(self.completed.append)
        qtbot.addWidget(self.window)
        self.window.show()
        checked(self.store, stamp_of(self.place.clock), self.place.context.new_id)

    def tell(self, rule: FlossRule) -> None:
        person = Person(self.store)
        person.ids = self.place.context.new_id
        person.minutes = 1
        person.tell(rule.value)

    def sleep(self) -> None:
        self.place.clock.local += timedelta(days=1)

    def open(self, page: str) -> QWidget:
        self.check.open()
        self.qtbot.waitUntil(lambda: self.window.current_page() == page)
        return self.window.page(page)

    @property
    def result(self) -> ResultPage:
        page = self.window.page(RESULT)
        assert isinstance(page, ResultPage)
        return page

    def click(self, widget: QWidget) -> None:
        self.qtbot.mouseClick(widget, Qt.MouseButton.LeftButton)

    def answer_signs(self) -> None:
        """Nothing new."""
        page = self.window.page(CHECK)
        assert isinstance(page, CheckPage)
        for keys in ("0", "0", "2", "1"):
            QTest.keyClicks(page, keys)
            QTest.keyClick(page, Qt.Key.Key_Return)

    def accept(self) -> None:
        """Say "I understand", and start."""
        self.completed.clear()
        self.click(self.result.understood)
        self.click(self.result.start)
        self.qtbot.waitUntil(lambda: bool(self.completed))


@pytest.fixture
def run(themed: QtBot, tmp_path: Path) -> Iterator[Run]:
    made = Run(themed, tmp_path)
    yield made
    made.place.close()


def test_a_removed_floss_waits_for_i_understand_and_cannot_be_ticked_today(run: Run) -> None:
    """N3: the page comes first, with the finding and the words about tomorrow."""
    run.tell(FlossRule.N3)
    run.open(RESULT)
    assert run.result.ticks == {}
    assert run.result.headline.text() == "Check with a professional first."
    assert not run.result.start.isEnabled()
    run.accept()
    plan = run.store.plan()
    assert plan is not None
    assert (plan.stage, plan.floss) == (Stage.S0, Floss.LOCK)


def test_the_tick_of_a_later_day_is_kept_though_the_plan_is_open(run: Run) -> None:
    """N3: the floss returns with it, also where sessions were open before."""
    run.tell(FlossRule.N3)
    run.open(RESULT)
    run.accept()
    run.sleep()
    run.check.show_standing_gate()
    run.qtbot.waitUntil(lambda: bool(run.result.ticks))
    run.click(run.result.ticks["floss"])
    run.accept()
    plan, check = run.store.plan(), run.store.latest_check()
    assert plan is not None
    assert check is not None
    assert check.answers["clearance"] == ["floss"]
    assert (plan.stage, plan.floss, plan.check_id) == (Stage.S0, Floss.F0, check.id)
    assert run.completed == [check]


def test_the_signs_alone_lead_to_a_tick_that_is_still_open(run: Run) -> None:
    """N3, K5: otherwise there would be no place for it until the next whole check."""
    run.tell(FlossRule.N3)
    run.open(RESULT)
    run.accept()
    run.sleep()
    run.check.start_recheck()
    run.qtbot.waitUntil(lambda: run.window.current_page() == CHECK)
    run.completed.clear()
    run.answer_signs()
    run.qtbot.waitUntil(lambda: run.window.current_page() == RESULT)
    run.click(run.result.ticks["floss"])
    run.accept()
    run.check.start_recheck()
    run.qtbot.waitUntil(lambda: run.window.current_page() == CHECK)
    run.completed.clear()
    run.answer_signs()
    run.qtbot.waitUntil(lambda: bool(run.completed))
    plan = run.store.plan()
    assert plan is not None
    assert plan.floss is Floss.F0


def test_looking_at_an_open_plan_again_changes_nothing(run: Run) -> None:
    run.tell(FlossRule.N3)
    run.open(RESULT)
    run.accept()
    plans = run.store.plans()
    run.completed.clear()
    run.window.show_page("today")
    run.check.show_standing_gate()
    run.qtbot.waitUntil(lambda: run.window.current_page() == RESULT)
    run.click(run.result.start)
    run.qtbot.waitUntil(lambda: bool(run.completed))
    assert run.store.plans() == plans


def test_constant_numbness_shows_the_gate_and_no_way_past_it(run: Run) -> None:
    """N4, S5: from tomorrow on a new check is offered."""
    run.tell(FlossRule.N4)
    gate = run.open(GATE)
    assert isinstance(gate, GatePage)
    assert gate.headline.text() == "See someone before exercising."
    assert gate.again.isHidden()
    assert "from tomorrow on" in gate.note.text()
    run.sleep()
    run.window.show_page("today")
    run.open(GATE)
    assert not gate.again.isHidden()
    run.click(gate.again)
    run.qtbot.waitUntil(lambda: run.window.current_page() == CHECK)


def test_a_gate_that_came_meanwhile_is_shown_instead_of_a_plan(run: Run) -> None:
    """K16: the result on the screen is older than what was told since."""
    run.tell(FlossRule.N3)
    run.open(RESULT)
    run.tell(FlossRule.N4)
    run.click(run.result.understood)
    run.click(run.result.start)
    run.qtbot.waitUntil(lambda: run.window.current_page() == GATE)
    assert run.completed == []
    assert run.store.plan().stage is None  # type: ignore[union-attr]


def test_a_check_that_can_no_longer_open_the_plan_leads_to_the_gate(run: Run) -> None:
    """S5: the signs alone do not open what was told while they were asked."""
    run.check.start_recheck()
    run.qtbot.waitUntil(lambda: run.window.current_page() == CHECK)
    run.tell(FlossRule.N4)
    run.answer_signs()
    run.qtbot.waitUntil(lambda: run.window.current_page() == GATE)
    stands = run.store.latest_check()
    assert stands is not None
    assert (stands.gate, stands.answers["floss"]) == (Gate.RED_SOON, "N4")
