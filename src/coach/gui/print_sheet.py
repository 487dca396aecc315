"""The answer sheet on paper: one A4 or Letter page, by the printer or as a PDF file (S4)."""

from __future__ import annotations

from datetime import date
from html import escape
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QDate, QLocale, QMarginsF, QRectF, QSizeF
from PySide6.QtGui import (
    QAbstractTextDocumentLayout,
    QPagedPaintDevice,
    QPageLayout,
    QPageSize,
    QPainter,
    QPdfWriter,
    QTextDocument,
)
from PySide6.QtWidgets import QFileDialog, QWidget

from coach.app.answer_sheet import AnswerSheet, SheetRow
from coach.gui.pages.check_words import headline, purpose, urgency

FILE_NAME = "coach-answers.pdf"
RESOLUTION_DPI = 300
MARGIN_MM = 16.0
TEXT_PT, SMALLEST_PT = 10.0, 5.0


def sheet_html(sheet: AnswerSheet, text_pt: float = TEXT_PT) -> str:
    """The page as rich text. Everything from outside is escaped."""
    title = QCoreApplication.translate("sheet", "My answers to the readiness check")
    day = QLocale().toString(_qt_day(sheet.day), QLocale.FormatType.LongFormat)
    findings = "".join(
        f"<tr><td><b>{escape(urgency(one.urgency))}</b></td><td>{escape(one.text)}</td></tr>"
        for one in sheet.findings
    )
    rows = "".join(_row(row) for row in sheet.rows)
    return (
        f'<html><body style="font-family: Inter; font-size: {text_pt}pt">'
        f'<p style="font-size: {text_pt * 1.8}pt"><b>{escape(title)}</b></p>'
        f"<p>{escape(day)} · {escape(headline(sheet.gate))}</p>"
        f'<table cellspacing="0" cellpadding="{round(text_pt / 3)}">{findings}</table><hr>'
        f'<table cellspacing="0" cellpadding="{round(text_pt / 3)}" width="100%">{rows}</table>'
        f'<hr><p style="font-size: {text_pt * 0.85}pt">{escape(purpose())}</p>'
        "</body></html>"
    )


def _qt_day(day: date) -> QDate:
    return QDate(day.year, day.month, day.day)


def _row(row: SheetRow) -> str:
    said = "<br>".join(escape(line) for line in row.answers)
    return (
        f'<tr><td width="6%">{row.number}</td><td width="47%">{escape(row.question)}</td>'
        f'<td width="47%"><b>{said}</b></td></tr>'
    )


def page_layout() -> QPageLayout:
    """Letter where paper is measured in inches, else A4."""
    imperial = QLocale().measurementSystem() is QLocale.MeasurementSystem.ImperialUSSystem
    size = QPageSize.PageSizeId.Letter if imperial else QPageSize.PageSizeId.A4
    margins = QMarginsF(MARGIN_MM, MARGIN_MM, MARGIN_MM, MARGIN_MM)
    return QPageLayout(
        QPageSize(size), QPageLayout.Orientation.Portrait, margins, QPageLayout.Unit.Millimeter
    )


def draw_sheet(sheet: AnswerSheet, device: QPagedPaintDevice) -> int:
    """Draw the sheet on one page, in smaller type where there is much; returns the pages it
    would take, which is 1."""
    room = QSizeF(device.width(), device.height())
    text_pt, document = TEXT_PT, _document(sheet, TEXT_PT, device, room)
    while document.size().height() > room.height() and text_pt > SMALLEST_PT:
        text_pt -= 0.5
        document = _document(sheet, text_pt, device, room)
    painter = QPainter(device)
    document.drawContents(painter, QRectF(0, 0, room.width(), room.height()))
    painter.end()
    return 1 if document.size().height() <= room.height() else 2


def _document(
    sheet: AnswerSheet, text_pt: float, device: QPagedPaintDevice, room: QSizeF
) -> QTextDocument:
    document = QTextDocument()
    layout: QAbstractTextDocumentLayout = document.documentLayout()
    layout.setPaintDevice(device)
    document.setDocumentMargin(0)
    document.setHtml(sheet_html(sheet, text_pt))
    document.setTextWidth(room.width())
    return document


def write_pdf(sheet: AnswerSheet, path: Path) -> None:
    """Write the sheet as a PDF. Raises ``OSError`` where the file cannot be written."""
    with path.open("wb"):  # Qt says nothing where it cannot write; this raises
        pass
    writer = QPdfWriter(str(path))
    writer.setResolution(RESOLUTION_DPI)
    writer.setPageLayout(page_layout())
    writer.setTitle(QCoreApplication.translate("sheet", "My answers to the readiness check"))
    draw_sheet(sheet, writer)


def print_sheet(sheet: AnswerSheet, parent: QWidget) -> Path | None:
    """Ask for a printer; where there is none, ask for a place and save a PDF there.

    Returns the file that was written. Raises ``OSError`` where it cannot be written.
    """
    if _printed(sheet, parent):
        return None
    caption = QCoreApplication.translate("sheet", "Save my answers")
    chosen, _ = QFileDialog.getSaveFileName(parent, caption, FILE_NAME, "PDF (*.pdf)")
    if not chosen:
        return None
    path = Path(chosen)
    if not path.suffix:
        path = path.with_suffix(".pdf")
    write_pdf(sheet, path)
    return path


def _printed(sheet: AnswerSheet, parent: QWidget) -> bool:
    """Whether the printer's dialog was shown, whatever came of it."""
    try:
        from PySide6.QtPrintSupport import QPrintDialog, QPrinter, QPrinterInfo  # noqa: PLC0415
    except ImportError:
        return False
    if not QPrinterInfo.availablePrinterNames():
        return False
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setPageLayout(page_layout())
    dialog = QPrintDialog(printer, parent)
    if dialog.exec() == QPrintDialog.DialogCode.Accepted:
        draw_sheet(sheet, printer)
    return True
