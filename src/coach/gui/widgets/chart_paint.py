"""One painter function for the chart on the screen, in PNG, SVG and PDF (M3)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen, QPolygonF

from coach.gui.widgets.chart_dates import date_ticks
from coach.gui.widgets.chart_model import ChartColors, ChartFrame, ChartModel

_CENTRE = Qt.AlignmentFlag.AlignCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


def chart_frame(font: QFont, rect: QRectF, model: ChartModel) -> ChartFrame:
    """Where the chart lies in ``rect`` when its words are set in ``font``."""
    metrics = QFontMetricsF(font)
    return ChartFrame.inside(rect, model, metrics.height(), metrics.horizontalAdvance("10"))


def paint_chart(
    painter: QPainter, rect: QRectF, model: ChartModel, colors: ChartColors
) -> ChartFrame:
    """Draw the chart into ``rect``, every size in proportion to the painter's font.

    Paints no ground. Returns the frame, for whoever draws more upon it.
    """
    frame = chart_frame(painter.font(), rect, model)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    if model.band is not None:
        _paint_band(painter, frame, model.band, colors)
    _paint_scale(painter, frame, colors)
    _paint_dates(painter, rect, frame, model, colors)
    _paint_marks(painter, rect, frame, model, colors)
    _paint_dots(painter, frame, model, colors)
    _paint_line(painter, frame, model, colors)
    _paint_sessions(painter, frame, model.sessions, colors)
    painter.restore()
    return frame


def paint_cursor(
    painter: QPainter, rect: QRectF, model: ChartModel, colors: ChartColors, day: date, words: str
) -> None:
    """A line through ``day``, a ring around its rating, and ``words`` in a bubble."""
    frame = chart_frame(painter.font(), rect, model)
    em, x, score = frame.em_px, frame.x(day), model.scores.get(day)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(colors.mark, em / 12))
    painter.drawLine(QPointF(x, frame.plot.top()), QPointF(x, frame.plot.bottom()))
    if score is not None:
        painter.setPen(QPen(colors.mark, em / 6))
        painter.setBrush(colors.ground)
        painter.drawEllipse(frame.point(day, score), em * 0.34, em * 0.34)
    width = QFontMetricsF(painter.font()).horizontalAdvance(words) + 1.4 * em
    left = min(max(x - width / 2, rect.left()), max(rect.right() - width, rect.left()))
    bubble = QRectF(left, rect.top(), min(width, rect.width()), 1.8 * em)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colors.bubble)
    painter.drawRoundedRect(bubble, em * 0.5, em * 0.5)
    painter.setPen(colors.bubble_text)
    painter.drawText(bubble, _CENTRE, words)
    painter.restore()


def _paint_scale(painter: QPainter, frame: ChartFrame, colors: ChartColors) -> None:
    em = frame.em_px
    for score in range(0, 11, 2):
        y = frame.y(score)
        painter.setPen(QPen(colors.grid, max(em / 16, 0.8)))
        painter.drawLine(QPointF(frame.plot.left(), y), QPointF(frame.plot.right(), y))
        painter.setPen(colors.text)
        spot = QRectF(frame.plot.left() - 4 * em, y - em, 3.3 * em, 2 * em)
        painter.drawText(spot, _RIGHT, str(score))


def _paint_dates(
    painter: QPainter, rect: QRectF, frame: ChartFrame, model: ChartModel, colors: ChartColors
) -> None:
    em, metrics = frame.em_px, QFontMetricsF(painter.font())
    room = frame.plot.width() / (metrics.horizontalAdvance("28 Sept") + 1.5 * em)
    painter.setPen(colors.text)
    top = frame.plot.bottom() + 1.75 * em
    for day, words in date_ticks(model.first, model.last, max(int(room), 1)):
        half = metrics.horizontalAdvance(words) / 2 + 1
        x = min(max(frame.x(day), rect.left() + half), rect.right() - half)
        painter.drawText(QRectF(x - half, top, 2 * half, 1.2 * em), _CENTRE, words)


def _paint_band(
    painter: QPainter, frame: ChartFrame, band: tuple[float, float], colors: ChartColors
) -> None:
    """At least a hair high, so that a first week of equal ratings shows too."""
    low, high = frame.y(band[0]), frame.y(band[1])
    spare = max(frame.em_px / 4 - (low - high), 0) / 2
    plot = frame.plot
    strip = QRectF(plot.left(), high - spare, plot.width(), low - high + 2 * spare)
    painter.fillRect(strip, colors.band)


def _paint_marks(
    painter: QPainter, rect: QRectF, frame: ChartFrame, model: ChartModel, colors: ChartColors
) -> None:
    """A dashed line for each change; its words only where they do not run into the last ones."""
    em, metrics = frame.em_px, QFontMetricsF(painter.font())
    taken = rect.left()
    for mark in model.marks:
        x = frame.x(mark.day)
        painter.setPen(QPen(colors.text, em / 14, Qt.PenStyle.DashLine))
        top = frame.plot.top() - 0.4 * em
        painter.drawLine(QPointF(x, top), QPointF(x, frame.plot.bottom()))
        width = metrics.horizontalAdvance(mark.label) + 1
        left = min(max(x - width / 2, rect.left()), rect.right() - width)
        if left >= taken:
            painter.setPen(colors.mark)
            spot = QRectF(left, top - 1.3 * em, width, 1.2 * em)
            painter.drawText(spot, _LEFT, mark.label)
            taken = left + width + em


def _paint_dots(
    painter: QPainter, frame: ChartFrame, model: ChartModel, colors: ChartColors
) -> None:
    """Round points; of those that fall on the same spot of a crowded chart only one."""
    crowded = _crowded(frame)
    size = frame.em_px * (0.26 if crowded else 0.44)
    step = size / 2
    spots = {
        (round(frame.x(day) / step) if crowded else day, score): frame.point(day, score)
        for day, score in model.dots
    }
    painter.setPen(_round_pen(colors.dot, size))
    painter.drawPoints(QPolygonF(list(spots.values())))


def _paint_line(
    painter: QPainter, frame: ChartFrame, model: ChartModel, colors: ChartColors
) -> None:
    width = frame.em_px * (0.14 if _crowded(frame) else 0.22)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for part in model.line:
        points = list(_thinned((frame.point(day, value) for day, value in part), width / 2))
        if len(points) == 1:
            painter.setPen(_round_pen(colors.line, width * 2))
            painter.drawPoints(QPolygonF(points))
        else:
            painter.setPen(_round_pen(colors.line, width))
            painter.drawPolyline(QPolygonF(points))


def _crowded(frame: ChartFrame) -> bool:
    return frame.days > frame.plot.width() / (0.3 * frame.em_px)


def _thinned(points: Iterable[QPointF], least: float) -> Iterator[QPointF]:
    """Points at least ``least`` apart from left to right, and the last one."""
    kept: QPointF | None = None
    last: QPointF | None = None
    for point in points:
        last = point
        if kept is None or point.x() - kept.x() >= least:
            yield point
            kept = point
    if last is not None and last is not kept:
        yield last


def _paint_sessions(
    painter: QPainter, frame: ChartFrame, days: Sequence[date], colors: ChartColors
) -> None:
    em = frame.em_px
    room = frame.plot.width() / frame.days
    wide, high = min(0.34 * em, max(room * 0.8, 0.06 * em)), 0.62 * em
    top = frame.plot.bottom() + 0.5 * em
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colors.session)
    drawn = float("-inf")
    for day in days:
        x = frame.x(day)
        if x - drawn >= wide / 2:
            painter.drawRoundedRect(QRectF(x - wide / 2, top, wide, high), wide / 3, wide / 3)
            drawn = x


def _round_pen(color: QColor, width: float) -> QPen:
    pen = QPen(color, width)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    return pen
