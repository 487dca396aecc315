"""Welcome, question, result and gate pages: they fit, they speak, they keep to the word rules."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QSlider, QWidget
from pytestqt.qtbot import QtBot

from coach.app.check_flow import CheckFlow
from coach.app.check_views import gate_view, out_view, question_view, result_view
from coach.domain.records import Check
from coach.domain.terms import Gate
from coach.gui.pages.check import CheckPage
from coach.gui.pages.check_words import purpose
from coach.gui.pages.gate import GatePage
from coach.gui.pages.result import ResultPage
from coach.gui.pages.welcome import WelcomePage
from coach.gui.stills import Stills
from coach.gui.style import apply_theme
from coach.gui.theme import load_theme
from coach.gui.widgets.text import Text
from support.book import real_book
from support.check_answers import calm, presses
from support.store_builders import numbered_id, stamp
from support.word_rules import forbidden_words

BOOK = real_book()
QUESTIONS = [question.id for question in BOOK.intake.questions]


def check_page(question: str) -> CheckPage:
    flow = CheckFlow(BOOK.intake)
    while flow.question.id != question:
        for at, index in presses(flow.question, calm()[flow.question.id]):
            flow = flow.press(at, index)
        flow = flow.next()
    page = CheckPage()
    page.show_view(question_view(flow, "en"))
    return page


def gate_page(gate: Gate = Gate.RED_SOON, **changed: Any) -> GatePage:
    page = GatePage()
    if gate is Gate.OUT:
        page.show_view(out_view())
    else:
        check = Check(numbered_id(1), stamp(), calm(**changed), gate, "1", 90)
        page.show_view(gate_view(check, BOOK, ""))
    return page


def result_page(**changed: Any) -> ResultPage:
    page = ResultPage(Stills(BOOK))
    page.show_view(result_view(calm(**changed), BOOK))
    return page


PAGES: dict[str, Callable[[], QWidget]] = {
    "welcome": WelcomePage,
    "red now": lambda: gate_page(Gate.RED_NOW, q1=["a"], q2=["b"]),
    "red soon": lambda: gate_page(q2=["a", "c", "d", "e", "f", "g"], q3=True, q4="d"),
    "one sign": lambda: gate_page(q3=True),
    "out": lambda: gate_page(Gate.OUT),
    "green": lambda: result_page(q9="8+", q10="arched", q11=["a", "e", "f"]),
    "amber": lambda: result_page(
        q4="c", q8=True, q12={"rating": 8, "side": "left", "training": "none"}
    ),
    "waiting": lambda: result_page(q5=True, q6=["a", "b", "c", "d", "e"]),
}


def texts(page: QWidget) -> list[str]:
    labels = [label.text() for label in page.findChildren(Text) if not label.isHidden()]
    return labels + [button.text() for button in page.findChildren(QAbstractButton)]


@pytest.mark.parametrize("name", PAGES)
def test_no_page_breaks_the_word_rules(themed: QtBot, name: str) -> None:
    """P5, W2; the sentence of W1 is allowed (K15)."""
    page = PAGES[name]()
    themed.addWidget(page)
    said = [text for text in texts(page) if text != purpose()]
    assert {text: words for text in said if (words := forbidden_words(text))} == {}


def test_the_welcome_says_what_this_is_not(themed: QtBot) -> None:
    """W1."""
    page = WelcomePage()
    themed.addWidget(page)
    assert purpose() in texts(page)
    with themed.waitSignal(page.begin_requested):
        QTest.keyClick(page, Qt.Key.Key_Return)


@pytest.mark.parametrize("size", [(1280, 820), (800, 480)])
@pytest.mark.parametrize("percent", [100, 200])
@pytest.mark.parametrize("name", [*PAGES, *QUESTIONS])
def test_every_page_fits_its_width(
    themed: QtBot, qapp: QApplication, name: str, percent: int, size: tuple[int, int]
) -> None:
    """Nothing is cut at the sides, and no words are squeezed."""
    apply_theme(qapp, load_theme("light", percent))
    page = PAGES[name]() if name in PAGES else check_page(name)
    themed.addWidget(page)
    page.resize(*size)
    page.show()
    themed.waitExposed(page)
    qapp.processEvents()
    for label in page.findChildren(Text):
        if label.isVisible():
            right = label.mapTo(page, label.rect().topRight()).x()
            assert right <= page.width(), label.text()
            assert label.height() >= label.heightForWidth(label.width()), label.text()


@pytest.mark.parametrize("question", QUESTIONS)
def test_every_answer_has_a_name_and_is_reached_by_tab(themed: QtBot, question: str) -> None:
    page = check_page(question)
    themed.addWidget(page)
    page.show()
    page.activateWindow()
    themed.waitUntil(page.isActiveWindow)
    page.setFocus()
    stops = [stop for part in page.parts for stop in part.stops()]
    for stop in stops:
        assert stop.accessibleName()
        QTest.keyClick(QApplication.focusWidget() or page, Qt.Key.Key_Tab)
        assert QApplication.focusWidget() is stop
    assert page.accessibleName().startswith("Question")


@pytest.mark.parametrize("question", QUESTIONS)
def test_nothing_is_chosen_at_first(themed: QtBot, question: str) -> None:
    page = check_page(question)
    themed.addWidget(page)
    assert not any(button.isChecked() for part in page.parts for button in part.buttons)
    assert all(slider.value() == -1 for slider in page.findChildren(QSlider))
    assert not page.next.isEnabled()


@pytest.mark.parametrize(
    ("question", "keys", "told"),
    [
        ("q1", "2", [(0, 1)]),
        ("q1", "06", [(0, 5), (0, 5)]),
        ("q1", "9", []),
        ("q3", "0", []),
        ("q10", "3", [(0, 2)]),
        ("q12", "x", [(0, 10)]),
    ],
)
def test_number_keys_tell_their_answer(
    themed: QtBot, question: str, keys: str, told: list[tuple[int, int]]
) -> None:
    page = check_page(question)
    themed.addWidget(page)
    page.show()
    found: list[tuple[int, int]] = []
    page.pressed.connect(lambda part, index: found.append((part, index)))
    QTest.keyClicks(page, keys)
    assert found == told


def test_a_gate_counts_its_signs(themed: QtBot) -> None:
    one, many = gate_page(q3=True), gate_page(q2=["a", "g"])
    themed.addWidget(one)
    themed.addWidget(many)
    assert one.lead.text().startswith("One of your answers is a sign")
    assert many.lead.text().startswith("Two of your answers are signs")


def test_the_gate_has_no_way_past_it(themed: QtBot) -> None:
    """S5: print, check again, close; nothing else."""
    page = gate_page()
    themed.addWidget(page)
    words = {b.text() for b in page.findChildren(QAbstractButton) if not b.isHidden()}
    assert words == {"Print my answers", "I have been seen: check again", "Close"}


@pytest.mark.parametrize("theme_name", ["light", "dark"])
def test_the_result_redraws_its_pictures_in_a_new_theme(
    themed: QtBot, qapp: QApplication, theme_name: str
) -> None:
    page = result_page()
    themed.addWidget(page)
    page.show()
    apply_theme(qapp, load_theme(theme_name))
    qapp.processEvents()
    assert page.plan.isVisible()


def test_the_keys_of_the_result_begin_at_what_is_asked(themed: QtBot) -> None:
    page = PAGES["waiting"]()
    themed.addWidget(page)
    page.show()
    page.activateWindow()
    themed.waitUntil(page.isActiveWindow)
    assert isinstance(page, ResultPage)
    page.setFocus()
    page.entered()
    ticks = list(page.ticks.values())
    assert QApplication.focusWidget() is ticks[0]
    for stop in (*ticks[1:], page.understood):
        QTest.keyClick(QApplication.focusWidget() or page, Qt.Key.Key_Tab)
        assert QApplication.focusWidget() is stop
