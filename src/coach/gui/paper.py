"""Pages to take along: one A4 or Letter page, by the printer or as a PDF file."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from PySide6.QtCore import QLocale, QMarginsF, QRectF, QSizeF, QUrl
from PySide6.QtGui import (
    QAbstractTextDocumentLayout,
    QImage,
    QPagedPaintDevice,
    QPageLayout,
    QPageSize,
    QPainter,
    QPdfWriter,
    QTextDocument,
)
from PySide6.QtWidgets import QFileDialog, QWidget

RESOLUTION_DPI = 300
MARGIN_MM = 16.0
TEXT_PT, SMALLEST_PT = 10.0, 5.0


@dataclass(frozen=True, slots=True)
class Paper:
    """What is printed: ``html`` makes the page for a text size in points, ``pictures`` are named
    in it. ``caption`` stands above the dialog that asks for a place."""

    title: str
    caption: str
    file_name: str
    html: Callable[[float], str]
    pictures: Mapping[str, QImage] = field(default_factory=dict)


def page_layout() -> QPageLayout:
    """Letter where paper is measured in inches, else A4."""
    imperial = QLocale().measurementSystem() is QLocale.MeasurementSystem.ImperialUSSystem
    size = QPageSize.PageSizeId.Letter if imperial else QPageSize.PageSizeId.A4
    margins = QMarginsF(MARGIN_MM, MARGIN_MM, MARGIN_MM, MARGIN_MM)
    return QPageLayout(
        QPageSize(size), QPageLayout.Orientation.Portrait, margins, QPageLayout.Unit.Millimeter
    )


def draw(paper: Paper, device: QPagedPaintDevice) -> int:
    """Draw it on one page, in smaller type where there is much; returns the pages it would take,
    which is 1."""
    room = QSizeF(device.width(), device.height())
    text_pt, document = TEXT_PT, _document(paper, TEXT_PT, device, room)
    while document.size().height() > room.height() and text_pt > SMALLEST_PT:
        text_pt -= 0.5
        document = _document(paper, text_pt, device, room)
    painter = QPainter(device)
    document.drawContents(painter, QRectF(0, 0, room.width(), room.height()))
    painter.end()
    return 1 if document.size().height() <= room.height() else 2


def _document(
    paper: Paper, text_pt: float, device: QPagedPaintDevice, room: QSizeF
) -> QTextDocument:
    document = QTextDocument()
    layout: QAbstractTextDocumentLayout = document.documentLayout()
    layout.setPaintDevice(device)
    document.setDocumentMargin(0)
    for name, image in paper.pictures.items():
        document.addResource(QTextDocument.ResourceType.ImageResource, QUrl(name), image)
    document.setHtml(paper.html(text_pt))
    document.setTextWidth(room.width())
    return document


def write_pdf(paper: Paper, path: Path) -> None:
    """Write it as a PDF. Raises ``OSError`` where the file cannot be written."""
    with path.open("wb"):  # Qt says nothing where it cannot write; this raises
        pass
    writer = QPdfWriter(str(path))
    writer.setResolution(RESOLUTION_DPI)
    writer.setPageLayout(page_layout())
    writer.setTitle(paper.title)
    draw(paper, writer)


def print_paper(paper: Paper, parent: QWidget) -> Path | None:
    """Ask for a printer; where there is none, ask for a place and save a PDF there.

    Returns the file that was written. Raises ``OSError`` where it cannot be written.
    """
    if _printed(paper, parent):
        return None
    chosen, _ = QFileDialog.getSaveFileName(parent, paper.caption, paper.file_name, "PDF (*.pdf)")
    if not chosen:
        return None
    path = Path(chosen)
    if not path.suffix:
        path = path.with_suffix(".pdf")
    write_pdf(paper, path)
    return path


def _printed(paper: Paper, parent: QWidget) -> bool:
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
        draw(paper, printer)
    return True
