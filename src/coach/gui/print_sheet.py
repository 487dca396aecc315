"""The answer sheet on paper (S4)."""

from __future__ import annotations

from datetime import date
from html import escape
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QDate, QLocale
from PySide6.QtWidgets import QWidget

from coach.app.answer_sheet import AnswerSheet, SheetRow
from coach.gui.pages.check_words import headline, purpose, urgency
from coach.gui.paper import TEXT_PT, Paper, print_paper

FILE_NAME = "coach-answers.pdf"


def sheet_html(sheet: AnswerSheet, text_pt: float = TEXT_PT) -> str:
    """The page as rich text. Everything from outside is escaped."""
    title = QCoreApplication.translate("sheet", "My answers to the readiness check")
    findings = "".join(
        f"<tr><td><b>{escape(urgency(one.urgency))}</b></td><td>{escape(one.text)}</td></tr>"
        for one in sheet.findings
    )
    rows = "".join(_row(row) for row in sheet.rows)
    return (
        f'<html><body style="font-family: Inter; font-size: {text_pt}pt">'
        f'<p style="font-size: {text_pt * 1.8}pt"><b>{escape(title)}</b></p>'
        f"<p>{escape(written_day(sheet.day))} · {escape(headline(sheet.gate))}</p>"
        f'<table cellspacing="0" cellpadding="{round(text_pt / 3)}">{findings}</table><hr>'
        f'<table cellspacing="0" cellpadding="{round(text_pt / 3)}" width="100%">{rows}</table>'
        f'<hr><p style="font-size: {text_pt * 0.85}pt">{escape(purpose())}</p>'
        "</body></html>"
    )


def written_day(day: date) -> str:
    """The whole date, as the user's language writes it."""
    return QLocale().toString(QDate(day.year, day.month, day.day), QLocale.FormatType.LongFormat)


def _row(row: SheetRow) -> str:
    said = "<br>".join(escape(line) for line in row.answers)
    return (
        f'<tr><td width="6%">{row.number}</td><td width="47%">{escape(row.question)}</td>'
        f'<td width="47%"><b>{said}</b></td></tr>'
    )


def paper_of(sheet: AnswerSheet) -> Paper:
    """The sheet as a page to print."""
    return Paper(
        title=QCoreApplication.translate("sheet", "My answers to the readiness check"),
        caption=QCoreApplication.translate("sheet", "Save my answers"),
        file_name=FILE_NAME,
        html=lambda text_pt: sheet_html(sheet, text_pt),
    )


def print_sheet(sheet: AnswerSheet, parent: QWidget) -> Path | None:
    """Ask for a printer; where there is none, ask for a place and save a PDF there.

    Returns the file that was written. Raises ``OSError`` where it cannot be written.
    """
    return print_paper(paper_of(sheet), parent)
