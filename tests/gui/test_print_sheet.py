"""The answer sheet as a PDF: one page, whatever was answered."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QLocale
from PySide6.QtGui import QPageSize, QPdfWriter
from PySide6.QtWidgets import QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from coach.app.answer_sheet import AnswerSheet, SheetRow, answer_sheet
from coach.app.check_views import FindingView
from coach.domain.records import Check
from coach.domain.terms import Gate
from coach.gui import paper, print_sheet
from coach.gui.pages.check_words import purpose
from support.book import real_book
from support.check_answers import calm
from support.store_builders import numbered_id, stamp

EVERYTHING = calm(
    q1=list("abcde"),
    q2=list("abcdefg"),
    q3=True,
    q4="d",
    q5=True,
    q6=list("abcde"),
    q8=True,
    q11=list("abcdefgh"),
)


def sheet(answers: dict[str, Any] = EVERYTHING) -> AnswerSheet:
    check = Check(numbered_id(1), stamp(), answers, Gate.RED_NOW, "1", 90)
    return answer_sheet(check, real_book())


def test_the_longest_sheet_fits_one_page(themed: QtBot, tmp_path: Path) -> None:
    writer = QPdfWriter(str(tmp_path / "sheet.pdf"))
    writer.setResolution(paper.RESOLUTION_DPI)
    writer.setPageLayout(paper.page_layout())
    assert paper.draw(print_sheet.paper_of(sheet()), writer) == 1


def test_a_pdf_is_written(themed: QtBot, tmp_path: Path) -> None:
    path = tmp_path / "mine.pdf"
    paper.write_pdf(print_sheet.paper_of(sheet()), path)
    data = path.read_bytes()
    assert data.startswith(b"%PDF")
    assert data.count(b"/Type /Page\n") == 1


def test_the_sheet_says_what_it_is_and_escapes_the_rest(themed: QtBot) -> None:
    """W1."""
    odd = AnswerSheet(
        stamp().civil,
        Gate.RED_SOON,
        (FindingView("today", "<b>sign</b>"),),
        (SheetRow(1, "a & b?", ("x < y",)),),
    )
    html = print_sheet.sheet_html(odd)
    assert purpose() in html
    assert "&lt;b&gt;sign" in html
    assert "a &amp; b?" in html
    assert "x &lt; y" in html


@pytest.mark.parametrize(
    ("locale", "size"),
    [("en_US", QPageSize.PageSizeId.Letter), ("de_DE", QPageSize.PageSizeId.A4)],
)
def test_paper_follows_the_country(locale: str, size: QPageSize.PageSizeId) -> None:
    before = QLocale()
    QLocale.setDefault(QLocale(locale))
    try:
        assert paper.page_layout().pageSize().id() is size
    finally:
        QLocale.setDefault(before)


def test_without_a_printer_a_place_is_chosen(
    themed: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    parent = QWidget()
    themed.addWidget(parent)
    monkeypatch.setattr(paper, "_printed", lambda _sheet, _parent: False)
    chosen = str(tmp_path / "answers")
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (chosen, ""))
    assert print_sheet.print_sheet(sheet(), parent) == tmp_path / "answers.pdf"
    assert (tmp_path / "answers.pdf").stat().st_size > 1000
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: ("", ""))
    assert print_sheet.print_sheet(sheet(), parent) is None


def test_a_place_that_cannot_be_written_is_told(themed: QtBot, tmp_path: Path) -> None:
    with pytest.raises(OSError, match="missing"):
        paper.write_pdf(print_sheet.paper_of(sheet()), tmp_path / "missing" / "x.pdf")
