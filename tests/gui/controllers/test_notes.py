"""Notes for a professional in a real window: read, printed, and left again (C8, W1)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtPdf import QPdfDocument
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from coach.bootstrap import verdict_texts
from coach.domain.decisions import Answer, Decision
from coach.gui import paper
from coach.gui.controllers.notes import NotesController
from coach.gui.pages.check_words import purpose
from coach.gui.pages.notes import NotesPage
from support.book import real_book
from support.standing import checked
from support.store_builders import rating, stamp
from support.window import Stage, set_stage

DAY = 24 * 60


@pytest.fixture
def stage(themed: QtBot, tmp_path: Path) -> Iterator[Stage]:
    made = set_stage(tmp_path, {"today": QWidget, "progress": QWidget})
    notes = NotesController(made.context, made.window, verdict_texts())
    made.window.setProperty("notes", notes)
    themed.addWidget(made.window)
    made.window.resize(1280, 820)
    with themed.waitExposed(made.window):
        made.window.show()
    yield made
    made.close()


def controller(stage: Stage) -> NotesController:
    found = stage.window.property("notes")
    assert isinstance(found, NotesController)
    return found


def opened(themed: QtBot, stage: Stage) -> NotesPage:
    controller(stage).open()
    themed.waitUntil(lambda: stage.window.current_page() == "notes")
    page = stage.window.page("notes")
    assert isinstance(page, NotesPage)
    themed.waitUntil(lambda: page.view is not None)
    return page


def tell(stage: Stage, answer: Answer | None = None) -> None:
    """A check, some ratings, and a note."""
    now, new_id = stamp(), stage.context.new_id
    checked(stage.store, now, new_id)
    for at in range(6):
        then = stamp(at * DAY)
        stage.store.save_rating(rating(8, 5, then), then)
    words = real_book().texts["consult.c5"]
    note = Decision(new_id(), now, "C5", "consult.c5", words, "1")
    stage.store.save_decision(note)
    if answer is not None:
        stage.store.save_decision(replace(note, answer=answer))


@pytest.mark.parametrize("answer", [None, Answer.DISMISSED])
def test_a_note_stays_reachable(themed: QtBot, stage: Stage, answer: Answer | None) -> None:
    tell(stage, answer)
    page = opened(themed, stage)
    told = [words for _, words in page.facts(page.notes)]
    assert told == [f"{real_book().texts['consult.c5']}  ·  C5"]
    assert not page.nothing.isVisible()


def test_without_a_note_it_says_so(themed: QtBot, stage: Stage) -> None:
    checked(stage.store, stamp(), stage.context.new_id)
    page = opened(themed, stage)
    assert page.nothing.isVisible()
    assert not page.chart.isVisible()
    assert not page.events.isVisible()


def test_it_says_what_it_is(themed: QtBot, stage: Stage) -> None:
    """W1."""
    tell(stage)
    assert opened(themed, stage).subtitle.text() == purpose()


def test_back_leads_to_where_it_was_opened(themed: QtBot, stage: Stage) -> None:
    tell(stage)
    stage.window.show_page("today")
    page = opened(themed, stage)
    controller(stage).open()
    with themed.waitSignal(controller(stage).left) as told:
        themed.mouseClick(page.back, Qt.MouseButton.LeftButton)
    assert told.args == ["today"]
    with themed.waitSignal(controller(stage).left):
        QTest.keyClick(page.print_button, Qt.Key.Key_Escape)


def test_the_keys_begin_at_printing(themed: QtBot, stage: Stage) -> None:
    tell(stage)
    stage.clock.local = stage.clock.local.replace(day=8)
    page = opened(themed, stage)
    assert stage.window.focusWidget() is page.print_button


def test_it_is_saved_on_one_page_with_everything(
    themed: QtBot, stage: Stage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    tell(stage)
    stage.clock.local = stage.clock.local.replace(day=8)
    page = opened(themed, stage)
    monkeypatch.setattr(paper, "_printed", lambda _paper, _parent: False)
    chosen = str(tmp_path / "mine")
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (chosen, ""))
    QTest.keyClick(page.print_button, Qt.Key.Key_Return)
    saved = tmp_path / "mine.pdf"
    assert saved.name in stage.window.notice.accessibleName()
    document = QPdfDocument()
    document.load(str(saved))
    assert document.pageCount() == 1
    words = " ".join(document.getAllText(0).text().split())
    for told in (purpose(), real_book().texts["consult.c5"], "Stage 1", "None of these", "8.0"):
        assert told in words
    document.close()


def test_a_place_that_cannot_be_written_is_trouble(
    themed: QtBot, stage: Stage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    tell(stage)
    page = opened(themed, stage)
    monkeypatch.setattr(paper, "_printed", lambda _paper, _parent: False)
    chosen = str(tmp_path / "missing" / "mine.pdf")
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (chosen, ""))
    with themed.waitSignal(stage.context.background.trouble):
        themed.mouseClick(page.print_button, Qt.MouseButton.LeftButton)
