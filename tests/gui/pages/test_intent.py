"""The plan for the moment by keys and clicks: picked, written, previewed, kept or skipped (A1)."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from coach.app.intent_view import IntentView
from coach.domain.intent import LISTED, LONGEST, Chosen, Intent, Part, own_words
from coach.gui.pages.intent import IntentPage
from coach.gui.pages.intent_card import IntentCard
from coach.gui.pages.intent_field import IntentField
from support.book import real_book

K = Qt.Key
LEFT = Qt.MouseButton.LeftButton
TEXTS = real_book().texts
WORK, TIRED = Chosen("work"), Chosen("tired")
THINGS = ("a mat", "a wall")


@pytest.fixture
def card(themed: QtBot) -> IntentCard:
    made = IntentCard(TEXTS)
    themed.addWidget(made)
    made.resize(1000, 300)
    with themed.waitActive(made):
        made.show()
        made.activateWindow()
    return made


@pytest.fixture
def page(themed: QtBot) -> IntentPage:
    made = IntentPage(TEXTS)
    themed.addWidget(made)
    made.resize(800, 480)
    with themed.waitActive(made):
        made.show()
        made.activateWindow()
    made.show_view(IntentView(Intent(), THINGS))
    return made


def pick(field: IntentField, key: str) -> None:
    """By the arrow key, from the first entry."""
    part = next(part for part, keys in LISTED.items() if key in keys and _has(field, part))
    for _ in range(1 + LISTED[part].index(key)):
        QTest.keyClick(field.list, K.Key_Down)


def _has(field: IntentField, part: Part) -> bool:
    return (
        field.list.count() == len(LISTED[part]) + 2
        and TEXTS[f"intent.{part}.{LISTED[part][0]}"].lower() == field.list.itemText(1).lower()
    )


def write(field: IntentField, words: str) -> None:
    """Own words are the last entry; the keys go on to their line."""
    QTest.keyClick(field.list, K.Key_End)
    assert field.own.isVisible()
    assert QGuiApplication.focusObject() is field.own
    paste(field, words)


def paste(field: IntentField, words: str) -> None:
    """As a keyboard of any language would bring them."""
    QGuiApplication.clipboard().setText(words)
    field.own.paste()


def lines(card: IntentCard) -> list[str]:
    return [line.text() for line in (card.start, card.barrier) if line.isVisible()]


def test_at_first_everything_is_open(card: IntentCard) -> None:
    assert card.intent() == Intent()
    assert lines(card) == []
    assert card.hint.isVisible()
    assert not card.clear.isEnabled()


def test_the_sentence_follows_each_key(themed: QtBot, card: IntentCard) -> None:
    pick(card.fields[Part.CUE], "work")
    assert lines(card) == ["When I come home from work, I start the session."]
    pick(card.fields[Part.OBSTACLE], "tired")
    write(card.fields[Part.PLACE], "in the shed")
    assert lines(card) == [
        "When I come home from work, in the shed, I start the session.",
        "If I am tired, then I do the 2-minute version.",
    ]
    assert not card.hint.isVisible()
    with themed.waitSignal(card.saved) as kept:
        QTest.keyClick(card.save, K.Key_Return)
    assert kept.args == [Intent(WORK, own_words("in the shed"), TIRED)]
    assert card.state.text() == "Saved."


def test_a_screen_reader_hears_the_sentence_with_the_list(card: IntentCard) -> None:
    field = card.fields[Part.CUE]
    pick(field, "work")
    assert field.list.accessibleDescription() == "When I come home from work, I start the session."
    assert field.own.accessibleName() == "When, in own words"


def test_nothing_is_kept_before_it_is_saved(themed: QtBot, card: IntentCard) -> None:
    with themed.assertNotEmitted(card.saved):
        pick(card.fields[Part.CUE], "work")
        write(card.fields[Part.PLACE], "in the shed")


def test_clear_takes_everything_back(themed: QtBot, card: IntentCard) -> None:
    card.show_intent(Intent(WORK, own_words("in the shed"), TIRED))
    assert len(lines(card)) == 2
    with themed.waitSignal(card.saved) as kept:
        themed.mouseClick(card.clear, LEFT)
    assert kept.args == [Intent()]
    assert lines(card) == []
    assert not card.fields[Part.PLACE].own.isVisible()
    assert card.fields[Part.CUE].list.hasFocus()


def test_own_words_that_are_not_written_leave_it_open(card: IntentCard) -> None:
    write(card.fields[Part.CUE], "  ")
    assert card.intent() == Intent()


def test_signs_that_cannot_be_shown_are_refused_with_a_reason(card: IntentCard) -> None:
    field = card.fields[Part.CUE]
    write(field, "the \u202edog sleeps")
    assert field.problem.isVisible()
    assert card.intent() is None
    assert not card.save.isEnabled()
    field.own.selectAll()
    paste(field, "the dog sleeps")
    assert not field.problem.isVisible()
    assert card.save.isEnabled()


def test_own_words_end_at_their_limit(card: IntentCard) -> None:
    field = card.fields[Part.CUE]
    write(field, "x" * (LONGEST + 5))
    assert card.intent() == Intent(own_words("x" * LONGEST))


def test_what_is_being_written_stays_when_the_page_is_read_again(card: IntentCard) -> None:
    card.show_intent(Intent(WORK))
    write(card.fields[Part.PLACE], "in the sh")
    card.show_intent(Intent(WORK))
    assert card.fields[Part.PLACE].own.text() == "in the sh"
    card.show_intent(Intent(obstacle=TIRED))
    assert card.intent() == Intent(obstacle=TIRED)


def test_own_words_are_shown_as_they_are(card: IntentCard) -> None:
    card.show_intent(Intent(own_words("I say {cue} <b>loud</b>")))
    assert lines(card) == ["When I say {cue} <b>loud</b>, I start the session."]


def test_the_keys_begin_at_the_first_list(page: IntentPage) -> None:
    assert page.card.fields[Part.CUE].list.hasFocus()
    assert not page.card.save.isVisible()


@pytest.mark.parametrize("key", [K.Key_Return, K.Key_Enter])
def test_enter_keeps_what_stands_there(themed: QtBot, page: IntentPage, key: Qt.Key) -> None:
    write(page.card.fields[Part.CUE], "the kettle boils")
    with themed.waitSignal(page.done) as kept:
        QTest.keyClick(page.card.fields[Part.CUE].own, key)
    assert kept.args == [Intent(own_words("the kettle boils"))]


def test_the_button_does_the_same(themed: QtBot, page: IntentPage) -> None:
    with themed.waitSignal(page.done) as kept:
        QTest.keyClick(page.finish, K.Key_Return)
    assert kept.args == [Intent()]


@pytest.mark.parametrize("where", ["list", "own", "finish"])
def test_escape_skips_from_anywhere(themed: QtBot, page: IntentPage, where: str) -> None:
    field = page.card.fields[Part.CUE]
    write(field, "the kettle boils")
    places: dict[str, QWidget] = {"list": field.list, "own": field.own, "finish": page.finish}
    with themed.assertNotEmitted(page.done), themed.waitSignal(page.skipped):
        QTest.keyClick(places[where], K.Key_Escape)


def test_words_that_cannot_be_kept_hold_the_page(themed: QtBot, page: IntentPage) -> None:
    write(page.card.fields[Part.CUE], "\u202eback")
    with themed.assertNotEmitted(page.done):
        themed.mouseClick(page.finish, LEFT)


def test_what_is_needed_is_named(page: IntentPage) -> None:
    chips = [page.things.findChildren(QWidget, options=Qt.FindChildOption.FindDirectChildrenOnly)]
    words = {chip.accessibleName() for row in chips for chip in row}
    assert {"A mat", "A wall"} <= words
    page.show_view(IntentView(Intent(), ()))
    assert not page.things.isVisible()
