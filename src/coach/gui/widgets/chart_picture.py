"""The chart as a file: PNG, SVG or PDF, by the same painting as on the screen."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMarginsF, QRect, QRectF, QSize, QSizeF
from PySide6.QtGui import (
    QFont,
    QFontMetricsF,
    QImage,
    QImageWriter,
    QPageSize,
    QPainter,
    QPdfWriter,
)
from PySide6.QtSvg import QSvgGenerator

from coach.gui.widgets.chart_model import ChartColors, ChartModel
from coach.gui.widgets.chart_paint import paint_chart

SIZE_PX = QSize(1200, 560)
SHARPNESS = 2
"""Pixels of a PNG for each unit of length."""


class PictureKind(StrEnum):
    """File types, named like their suffix."""

    PNG = "png"
    SVG = "svg"
    PDF = "pdf"


@dataclass(frozen=True, slots=True)
class PictureWords:
    """What stands above the chart; ``note`` says what its parts are."""

    title: str
    note: str


def chart_picture(
    kind: PictureKind, model: ChartModel, colors: ChartColors, font: QFont, words: PictureWords
) -> bytes:
    """The chart under its words, as the content of a file."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    draw = {PictureKind.PNG: _png, PictureKind.SVG: _svg, PictureKind.PDF: _pdf}[kind]
    draw(buffer, model, colors, font, words)
    buffer.close()
    return bytes(buffer.data().data())


def _paint(
    painter: QPainter, model: ChartModel, colors: ChartColors, font: QFont, words: PictureWords
) -> None:
    """Ground, title and chart in units of ``SIZE_PX``."""
    whole = QRectF(0, 0, SIZE_PX.width(), SIZE_PX.height())
    painter.fillRect(whole, colors.ground)
    strong = QFont(font)
    strong.setPixelSize(round(font.pixelSize() * 1.4))
    strong.setWeight(QFont.Weight.DemiBold)
    painter.setFont(strong)
    painter.setPen(colors.mark)
    line_px = QFontMetricsF(strong).height()
    inner = whole.adjusted(28, 24, -28, -20)
    painter.drawText(QRectF(inner.topLeft(), QSizeF(inner.width(), line_px)), words.title)
    painter.setFont(font)
    painter.setPen(colors.text)
    below = inner.adjusted(0, 1.2 * line_px, 0, 0)
    painter.drawText(QRectF(below.topLeft(), QSizeF(inner.width(), line_px)), words.note)
    paint_chart(painter, below.adjusted(0, 1.5 * line_px, 0, 0), model, colors)


def _png(
    device: QIODevice, model: ChartModel, colors: ChartColors, font: QFont, words: PictureWords
) -> None:
    image = QImage(SIZE_PX * SHARPNESS, QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(SHARPNESS)
    painter = QPainter(image)
    _paint(painter, model, colors, font, words)
    painter.end()
    QImageWriter(device, QByteArray(b"png")).write(image)


def _svg(
    device: QIODevice, model: ChartModel, colors: ChartColors, font: QFont, words: PictureWords
) -> None:
    generator = QSvgGenerator()
    generator.setOutputDevice(device)
    generator.setSize(SIZE_PX)
    generator.setViewBox(QRect(0, 0, SIZE_PX.width(), SIZE_PX.height()))
    generator.setTitle(words.title)
    painter = QPainter(generator)
    _paint(painter, model, colors, font, words)
    painter.end()


def _pdf(
    device: QIODevice, model: ChartModel, colors: ChartColors, font: QFont, words: PictureWords
) -> None:
    writer = QPdfWriter(device)
    points = QSizeF(SIZE_PX.width() * 0.6, SIZE_PX.height() * 0.6)
    writer.setPageSize(QPageSize(points, QPageSize.Unit.Point))
    writer.setPageMargins(QMarginsF())
    writer.setTitle(words.title)
    painter = QPainter(writer)
    scale = writer.width() / SIZE_PX.width()
    painter.scale(scale, scale)
    _paint(painter, model, colors, font, words)
    painter.end()
