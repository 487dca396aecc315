"""One message: what it says, what can be pressed, and why."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from coach.gui.style import apply_theme
from coach.gui.theme import Token, load_theme
from coach.gui.widgets.advice_card import AdviceCard, CardButton, CardModel, Tone
from coach.gui.widgets.buttons import Button
from coach.gui.widgets.disclosure import line_words

EASY = CardModel(
    sentence="Today is tighter than usual.",
    buttons=(CardButton("agree", "Lighter today", taken=True), CardButton("decline", "As planned")),
    why=(("It lies two points above.", "D1"), ("The morning after counts.", "E5")),
    dismiss=True,
)


@pytest.fixture
def card(themed: QtBot) -> AdviceCard:
    shown = AdviceCard(EASY)
    themed.addWidget(shown)
    shown.resize(980, 90)
    with themed.waitExposed(shown):
        shown.show()
    return shown


def test_a_press_tells_which_answer_it_was(themed: QtBot, card: AdviceCard) -> None:
    for name in ("agree", "decline"):
        with themed.waitSignal(card.chosen) as told:
            themed.mouseClick(card.buttons[name], Qt.MouseButton.LeftButton)
        assert told.args == [name]


def test_it_can_be_put_away_by_key(themed: QtBot, card: AdviceCard) -> None:
    with themed.waitSignal(card.dismissed):
        themed.keyClick(card.away, Qt.Key.Key_Return)
    card.show_model(CardModel("Only to read."))
    assert not card.away.isVisible()
    assert card.stops() == ()


def test_why_opens_each_sentence_with_its_rule(themed: QtBot, card: AdviceCard) -> None:
    assert not card.why.isVisible()
    themed.keyClick(card.why.button, Qt.Key.Key_Space)
    assert [line.text() for line in card.why.lines] == [
        "It lies two points above.  ·  D1",
        "The morning after counts.  ·  E5",
    ]
    assert all(line.isVisible() for line in card.why.lines)
    themed.mouseClick(card.why.button, Qt.MouseButton.LeftButton)
    assert not card.why.isVisible()


def test_a_line_without_a_rule_is_the_sentence_alone() -> None:
    assert line_words(("As you wished.", "")) == "As you wished."


def test_without_reasons_there_is_nothing_to_open(card: AdviceCard) -> None:
    card.why.set_open(True)
    card.show_model(CardModel("Only to read."))
    assert not card.why.button.isVisible()
    assert not card.why.is_open()


def test_the_same_message_keeps_its_buttons(card: AdviceCard) -> None:
    before = card.buttons["agree"]
    card.why.set_open(True)
    card.show_model(replace(EASY))
    assert card.buttons["agree"] is before
    assert card.why.is_open()
    card.show_model(CardModel("Something else.", buttons=EASY.buttons, why=EASY.why))
    assert card.buttons["agree"] is before
    assert card.words.text() == "Something else."


def test_each_control_tells_what_it_belongs_to(card: AdviceCard) -> None:
    for stop in card.stops():
        said = QAccessible.queryAccessibleInterface(stop)
        assert said is not None
        assert said.text(QAccessible.Text.Name)
        holds = " This holds now." if stop is card.buttons["agree"] else ""
        assert said.text(QAccessible.Text.Description) == EASY.sentence + holds


@pytest.mark.parametrize("tone", Tone)
@pytest.mark.parametrize("name", ["light", "dark"])
def test_no_tone_is_alarming(qapp: QApplication, card: AdviceCard, tone: Tone, name: str) -> None:
    """Nothing in the colour of stopping."""
    app_theme = load_theme(name)
    apply_theme(qapp, app_theme)
    card.show_model(CardModel("Told.", tone=tone, buttons=EASY.buttons, why=EASY.why))
    image = card.grab().toImage()
    colors = {image.pixelColor(x, y).name() for x in range(0, 980, 2) for y in range(0, 90, 2)}
    loud = {app_theme.color(one).name() for one in (Token.ACCENT, Token.ACCENT_SOFT)}
    assert colors & loud == set()


def test_the_buttons_stand_below_where_it_is_narrow(themed: QtBot, card: AdviceCard) -> None:
    def beside() -> bool:
        return card.buttons["agree"].y() < card.words.geometry().bottom()

    themed.waitUntil(beside)
    card.resize(420, 200)
    themed.waitUntil(lambda: not beside())


def test_tab_walks_the_card_where_it_stands(themed: QtBot) -> None:
    whole = QWidget()
    box = QVBoxLayout(whole)
    card, below = AdviceCard(EASY), Button("below")
    for part in (card, below):
        box.addWidget(part)
    themed.addWidget(whole)
    with themed.waitExposed(whole):
        whole.show()
    card.buttons["agree"].setFocus()
    reached: list[QWidget | None] = []
    for _ in range(4):
        at = whole.focusWidget()
        assert at is not None
        themed.keyClick(at, Qt.Key.Key_Tab)
        reached.append(whole.focusWidget())
    assert reached == [*card.stops()[1:], below]
