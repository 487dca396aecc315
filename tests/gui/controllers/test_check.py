"""The readiness check in the real window: real keys and clicks, a real log."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from coach.app.ports import StoreError
from coach.app.preferences import save_preference
from coach.domain.records import CheckDraft
from coach.domain.terms import Floss, Gate, Stage, Weekday
from coach.gui.controllers.check import CHECK, WELCOME, CheckController
from coach.gui.controllers.check_outcome import GATE, RESULT
from coach.gui.pages.check import CheckPage
from coach.gui.pages.gate import GatePage
from coach.gui.pages.result import ResultPage
from coach.gui.widgets.text import Text
from support.check_answers import calm
from support.window import Stage as Place
from support.window import set_stage

#: One key for each answer and Enter for Next: somebody at ease, who sits a lot.
CALM_KEYS = ["0", "0", "2", "1", "2", "0", "22", "2", "4", "1", "1", "531"]


class Run:
    """The controller in its window, and what it told."""

    def __init__(self, qtbot: QtBot, folder: Path) -> None:
        self.qtbot = qtbot
        self.place: Place = set_stage(folder, {"today": QWidget})
        self.store = self.place.store
        self.window = self.place.window
        self.check = CheckController(self.place.context, self.window)
        self.completed: list[Any] = []
        self.left: list[bool] = []
        self.check.completed.connect(self.completed.append)
        self.check.left.connect(lambda: self.left.append(True))
        qtbot.addWidget(self.window)
        self.window.resize(1280, 820)
        self.window.show()

    def until(self, page: str) -> None:
        self.qtbot.waitUntil(lambda: self.window.current_page() == page)

    def key(self, key: Qt.Key) -> None:
        QTest.keyClick(QApplication.focusWidget() or self.window, key)

    def type(self, text: str) -> None:
        for letter in text:
            QTest.keyClicks(QApplication.focusWidget() or self.window, letter)

    def answer(self, keys: list[str]) -> None:
        for text in keys:
            self.type(text)
            self.key(Qt.Key.Key_Return)

    @property
    def asked(self) -> CheckPage:
        page = self.window.page(CHECK)
        assert isinstance(page, CheckPage)
        return page

    @property
    def gate(self) -> GatePage:
        page = self.window.page(GATE)
        assert isinstance(page, GatePage)
        return page

    @property
    def result(self) -> ResultPage:
        page = self.window.page(RESULT)
        assert isinstance(page, ResultPage)
        return page


@pytest.fixture
def run(themed: QtBot, tmp_path: Path) -> Iterator[Run]:
    made = Run(themed, tmp_path)
    yield made
    made.place.close()


def words(page: QWidget) -> str:
    return "\n".join(label.text() for label in page.findChildren(Text) if not label.isHidden())


def test_keys_alone_lead_from_the_welcome_to_the_result(run: Run) -> None:
    run.check.open()
    run.until(WELCOME)
    run.key(Qt.Key.Key_Return)
    run.until(CHECK)
    run.answer(CALM_KEYS)
    run.until(RESULT)
    stored = run.store.latest_check()
    assert stored is not None
    training = {"rating": 5, "side": "both", "training": "none"}
    assert stored.answers == calm(q9="8+", q10="arched", q11=["a"], q12=training)
    assert stored.gate is Gate.GREEN
    plan = run.store.plan()
    assert plan is not None
    assert (plan.stage, plan.check_id) == (Stage.S1, stored.id)
    assert "9:33" in words(run.result)
    run.key(Qt.Key.Key_Space)
    run.qtbot.waitUntil(lambda: run.completed == [stored])


def test_the_days_chosen_on_the_result_are_kept(run: Run) -> None:
    run.check.open()
    run.until(WELCOME)
    run.key(Qt.Key.Key_Return)
    run.until(CHECK)
    run.answer(CALM_KEYS)
    run.until(RESULT)
    QTest.mouseClick(run.result.days.chips["tue thu sat"], Qt.MouseButton.LeftButton)
    QTest.mouseClick(run.result.start, Qt.MouseButton.LeftButton)
    run.qtbot.waitUntil(lambda: bool(run.completed))
    plan = run.store.plan()
    assert plan is not None
    assert plan.days == (Weekday.TUE, Weekday.THU, Weekday.SAT)


def test_clicks_alone_do_it_in_at_most_thirty(run: Run) -> None:
    """S1."""
    run.check.start()
    run.until(CHECK)
    clicks = 0
    for text in CALM_KEYS:
        parts = run.asked.parts
        for part, digit in zip(parts, text, strict=True):
            if part.scale is not None:
                spot = part.scale.cell(int(digit)).center().toPoint()
                run.qtbot.mouseClick(part.scale, Qt.MouseButton.LeftButton, pos=spot)
            else:
                button = part.buttons[int(digit) - 1]
                run.qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
            clicks += 1
        run.qtbot.mouseClick(run.asked.next, Qt.MouseButton.LeftButton)
        clicks += 1
    run.until(RESULT)
    assert clicks <= 30


def test_next_waits_for_every_part(run: Run) -> None:
    """S3: Enter does nothing on an unanswered screen."""
    run.check.start()
    run.until(CHECK)
    assert not run.asked.next.isEnabled()
    run.key(Qt.Key.Key_Return)
    assert run.asked.place.text().startswith("Question 1 of 12")
    run.answer(CALM_KEYS[:6])
    assert run.asked.place.text().startswith("Question 7 of 12")
    run.type("2")
    assert not run.asked.next.isEnabled()
    run.type("2")
    assert run.asked.next.isEnabled()


def test_red_now_ends_at_once_on_the_gate(run: Run) -> None:
    """K2: and no plan exists."""
    save_preference(run.store, "emergency_number", "112")
    run.check.start()
    run.until(CHECK)
    run.answer(["2"])
    run.until(GATE)
    assert run.store.plan() is None
    stored = run.store.latest_check()
    assert stored is not None
    assert stored.answers == {"q1": ["b"]}
    shown = words(run.gate)
    assert "Get help now." in shown
    assert "112" in shown
    assert "Trouble starting, feeling or holding pee or poo" in shown
    assert not run.completed


def test_red_soon_is_asked_to_the_end_of_the_signs(run: Run) -> None:
    run.check.start()
    run.until(CHECK)
    run.answer(["0", "17", "2", "1"])
    run.until(GATE)
    shown = words(run.gate)
    assert "See someone before exercising." in shown
    assert shown.index("Today") < shown.index("In the next days")
    assert "your local emergency number" in shown
    assert run.store.plan() is None


def test_being_seen_opens_by_a_whole_new_check_with_the_tick(run: Run) -> None:
    """S5, K10."""
    run.check.start()
    run.until(CHECK)
    run.answer(["5", "0", "2", "1"])
    run.until(GATE)
    run.qtbot.mouseClick(run.gate.again, Qt.MouseButton.LeftButton)
    run.until(CHECK)
    assert run.asked.question.text().startswith("Since you were seen")
    run.answer(CALM_KEYS)
    assert run.window.current_page() == CHECK
    assert not run.asked.next.isEnabled()
    run.qtbot.mouseClick(run.asked.tick, Qt.MouseButton.LeftButton)
    run.key(Qt.Key.Key_Return)
    run.until(RESULT)
    assert run.store.plan() is not None


def test_answers_survive_a_restart(run: Run, themed: QtBot) -> None:
    run.check.start()
    run.until(CHECK)
    run.answer(CALM_KEYS[:4])
    run.type("2")
    kept = run.store.draft()
    assert kept is not None
    again = CheckController(run.place.context, set_window(run, themed))
    again.open()
    page = again._window
    themed.waitUntil(lambda: page.current_page() == CHECK)
    shown = page.page(CHECK)
    assert isinstance(shown, CheckPage)
    assert shown.place.text().startswith("Question 5 of 12")
    assert shown.parts[0].buttons[1].isChecked()
    assert shown.next.isEnabled()


def set_window(run: Run, qtbot: QtBot) -> Any:
    from coach.gui.main_window import MainWindow

    window = MainWindow([], brand="coach", foot="")
    qtbot.addWidget(window)
    window.show()
    return window


def test_under_eighteen_keeps_nothing(run: Run) -> None:
    """K17."""
    run.check.start()
    run.until(CHECK)
    run.answer([*CALM_KEYS[:6], "1"])
    run.until(GATE)
    assert "This app is written for adults." in words(run.gate)
    assert run.gate.print_button.isHidden()
    assert run.gate.again.isHidden()
    assert run.store.draft() is None
    assert run.store.latest_check() is None


def test_amber_waits_for_i_understand_and_the_tick(run: Run) -> None:
    """S4: Q5 stays locked until a professional has said that it is fine."""
    run.check.start()
    run.until(CHECK)
    run.answer([*CALM_KEYS[:4], "1", *CALM_KEYS[5:]])
    run.until(RESULT)
    page = run.result
    assert not page.start.isEnabled()
    run.qtbot.mouseClick(page.understood, Qt.MouseButton.LeftButton)
    assert not page.start.isEnabled()
    run.qtbot.mouseClick(page.ticks["q5"], Qt.MouseButton.LeftButton)
    assert page.understood.isChecked()
    assert page.start.isEnabled()
    assert run.store.plan() is None
    run.qtbot.mouseClick(page.start, Qt.MouseButton.LeftButton)
    run.qtbot.waitUntil(lambda: bool(run.completed))
    plan, stored = run.store.plan(), run.store.latest_check()
    assert plan is not None
    assert stored is not None
    assert (plan.stage, plan.floss) == (Stage.S0, Floss.F0)
    assert stored.answers["clearance"] == ["q5"]


def test_a_recheck_asks_four_and_goes_back_to_the_day(run: Run) -> None:
    """S7: "anything new?" yes."""
    run.check.start()
    run.until(CHECK)
    run.answer(CALM_KEYS)
    run.until(RESULT)
    run.check.start_recheck()
    run.until(CHECK)
    assert run.asked.place.text().startswith("Question 1 of 4")
    run.answer(CALM_KEYS[:4])
    run.qtbot.waitUntil(lambda: bool(run.completed))
    stored = run.store.latest_check()
    assert stored is not None
    assert stored.answers["q9"] == "8+"


def test_backspace_goes_back_and_answers_stay(run: Run) -> None:
    run.check.start()
    run.until(CHECK)
    run.answer(CALM_KEYS[:2])
    run.key(Qt.Key.Key_Backspace)
    assert run.asked.place.text().startswith("Question 2 of 12")
    assert run.asked.parts[0].buttons[-1].isChecked()
    run.key(Qt.Key.Key_Backspace)
    run.key(Qt.Key.Key_Backspace)
    run.until(WELCOME)


def test_a_full_disk_keeps_the_last_screen(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing is lost: Finish can be pressed again."""
    told: list[BaseException] = []
    run.place.context.background.trouble.connect(told.append)
    run.check.start()
    run.until(CHECK)
    run.answer(CALM_KEYS[:-1])
    run.type(CALM_KEYS[-1])

    def full(check: Any) -> None:
        raise StoreError("The disk is full.")

    with monkeypatch.context() as broken:
        broken.setattr(run.store, "add_check", full)
        run.key(Qt.Key.Key_Return)
        run.qtbot.waitUntil(lambda: bool(told))
    assert run.window.current_page() == CHECK
    assert run.asked.next.isEnabled()
    run.key(Qt.Key.Key_Return)
    run.until(RESULT)
    assert run.store.latest_check() is not None


def test_a_broken_draft_begins_where_it_can_be_read(run: Run) -> None:
    run.store.save_draft(CheckDraft({"q1": [], "q2": ["z"], "mode": 5}, 9))
    run.check.open()
    run.until(CHECK)
    assert run.asked.place.text().startswith("Question 2 of 12")


def test_the_standing_gate_is_shown_after_a_restart(run: Run) -> None:
    run.check.start()
    run.until(CHECK)
    run.answer(["1"])
    run.until(GATE)
    run.window.show_page("today")
    run.check.open()
    run.until(GATE)
    run.window.show_page("today")
    run.check.start()
    run.until(GATE)
    run.qtbot.mouseClick(run.gate.close_button, Qt.MouseButton.LeftButton)
    assert run.left == [True]


def test_a_recheck_that_was_left_is_gone_on_with(run: Run) -> None:
    """The plan waits for it (K16), so what comes first is the rest of it."""
    run.check.start()
    run.until(CHECK)
    run.answer(CALM_KEYS)
    run.until(RESULT)
    run.check.start_recheck()
    run.until(CHECK)
    run.window.show_page("today")
    run.check.show_standing_gate()
    run.until(CHECK)
    assert run.asked.place.text().startswith("Question 1 of 4")
