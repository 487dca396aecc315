"""The cards of a page: order, how many, answers, and the focus when they change."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessibleAnnouncementEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from coach.app.advice import Advice, AdviceKind, Reply, WhyLine
from coach.gui.pages.advice_list import AdviceList
from coach.gui.pages.advice_words import card_of
from coach.gui.widgets.advice_card import Tone
from coach.gui.widgets.buttons import Button

K, R = AdviceKind, Reply


def told(kind: AdviceKind, *replies: Reply, subject: str = "one") -> Advice:
    return Advice(kind, subject, f"About {kind.value}.", (WhyLine("D1", "So it is."),), replies)


EASY = told(K.EASY_DAY, R.AGREE, R.DECLINE)
STEP = told(K.STEP_UP, R.AGREE, R.DECLINE)
NOTE = told(K.CONSULT, R.DISMISS, subject="C5")
BACK = told(K.WELCOME, R.DISMISS)


@pytest.fixture
def shown(themed: QtBot) -> Iterator[AdviceList]:
    """A list between two buttons."""
    whole = QWidget()
    box = QVBoxLayout(whole)
    found = AdviceList(most=2)
    for part in (Button("above"), found, Button("below")):
        box.addWidget(part)
    themed.addWidget(whole)
    whole.resize(980, 500)
    with themed.waitExposed(whole):
        whole.show()
    yield found
    whole.close()


def kinds(shown: AdviceList) -> list[str]:
    """What stands open, from top to bottom."""
    cards = [(card.y(), kind) for (kind, _), card in shown.cards.items() if card.isVisible()]
    return [kind for _, kind in sorted(cards)]


def test_nothing_to_tell_takes_no_room(shown: AdviceList) -> None:
    shown.show_advice((EASY,))
    assert shown.isVisible()
    shown.show_advice(())
    assert not shown.isVisible()


def test_the_most_urgent_two_stand_open(themed: QtBot, shown: AdviceList) -> None:
    shown.show_advice((NOTE, STEP, EASY, BACK))
    themed.waitUntil(lambda: kinds(shown) == ["welcome", "easy-day"])
    assert shown.more.text() == "2 more"
    QTest.mouseClick(shown.more, Qt.MouseButton.LeftButton)
    themed.waitUntil(lambda: kinds(shown) == ["welcome", "easy-day", "step-up", "consult"])
    QTest.mouseClick(shown.more, Qt.MouseButton.LeftButton)
    assert len(kinds(shown)) == 2
    shown.show_advice((NOTE, STEP))
    assert not shown.more.isVisible()
    assert len(kinds(shown)) == 2


def test_an_answer_names_kind_subject_and_reply(themed: QtBot, shown: AdviceList) -> None:
    shown.show_advice((STEP, NOTE))
    card = shown.cards["step-up", "one"]
    with themed.waitSignal(shown.answered) as answer:
        QTest.keyClick(card.buttons["decline"], Qt.Key.Key_Return)
    assert answer.args == ["step-up", "one", "decline"]
    with themed.waitSignal(shown.answered) as answer:
        QTest.mouseClick(shown.cards["consult", "C5"].away, Qt.MouseButton.LeftButton)
    assert answer.args == ["consult", "C5", "dismiss"]


def test_a_consult_note_leads_to_the_notes(themed: QtBot, shown: AdviceList) -> None:
    shown.show_advice((NOTE,))
    with themed.waitSignal(shown.notes_requested):
        QTest.mouseClick(shown.cards["consult", "C5"].buttons["notes"], Qt.MouseButton.LeftButton)


def test_cards_that_stay_keep_the_focus(shown: AdviceList) -> None:
    shown.show_advice((EASY, STEP))
    before = shown.cards["easy-day", "one"]
    before.buttons["decline"].setFocus()
    shown.show_advice((BACK, EASY))
    assert shown.cards["easy-day", "one"] is before
    assert shown.window().focusWidget() is before.buttons["decline"]


def test_the_focus_goes_on_to_the_card_after_one_that_goes(shown: AdviceList) -> None:
    shown.show_advice((EASY, STEP))
    shown.cards["easy-day", "one"].buttons["agree"].setFocus()
    shown.show_advice((STEP,))
    assert shown.window().focusWidget() is shown.cards["step-up", "one"].buttons["agree"]
    shown.show_advice(())
    at = shown.window().focusWidget()
    assert isinstance(at, Button)
    assert at.text() == "below"


def test_tab_walks_the_cards_in_their_order(themed: QtBot, shown: AdviceList) -> None:
    shown.show_advice((STEP,))
    shown.show_advice((EASY, STEP, NOTE))
    whole = shown.window()
    above = next(b for b in whole.findChildren(Button) if b.text() == "above")
    below = next(b for b in whole.findChildren(Button) if b.text() == "below")
    above.setFocus()
    reached: list[QWidget | None] = []
    for _ in range(len(shown.stops()) + 1):
        at = whole.focusWidget()
        assert at is not None
        QTest.keyClick(at, Qt.Key.Key_Tab)
        reached.append(whole.focusWidget())
    assert reached == [*shown.stops(), below]


def test_what_comes_while_it_is_looked_at_is_announced(
    shown: AdviceList, monkeypatch: pytest.MonkeyPatch
) -> None:
    said: list[str] = []

    class Heard:
        @staticmethod
        def updateAccessibility(event: QAccessibleAnnouncementEvent) -> None:  # noqa: N802
            said.append(event.message())

    monkeypatch.setattr("coach.gui.pages.advice_list.QAccessible", Heard)
    shown.show_advice((EASY,))
    shown.show_advice((EASY, STEP, NOTE))
    assert said == ["About easy-day.", "About step-up."]


def test_it_can_be_folded_again(shown: AdviceList) -> None:
    shown.show_advice((NOTE, STEP, EASY))
    shown.fold()
    QTest.mouseClick(shown.more, Qt.MouseButton.LeftButton)
    assert len(kinds(shown)) == 3
    shown.fold()
    assert len(kinds(shown)) == 2


@pytest.mark.parametrize("kind", K)
def test_each_kind_has_its_card(themed: QtBot, kind: AdviceKind) -> None:
    made = card_of(told(kind, *R))
    assert len({one.words for one in made.buttons}) == len(made.buttons)
    assert made.dismiss
    assert made.why == (("So it is.", "D1"),)
    by_itself = kind in (K.EASY_DAY, K.DELOAD)
    assert (made.buttons[0].taken, made.buttons[1].taken) == (by_itself, False)


def test_a_reason_that_the_card_says_is_not_said_twice(themed: QtBot) -> None:
    same = Advice(K.DROP, "D3", "So it is.", (WhyLine("D3", "So it is."),))
    assert card_of(same).why == (("This follows from the guidance.", "D3"),)


def test_steps_up_are_offered_quietly(themed: QtBot) -> None:
    """G1, R2: never pressed on anybody."""
    assert {card_of(told(kind)).tone for kind in (K.STEP_UP, K.LOAD)} == {Tone.QUIET}
