"""The tightness chart: painted once, kept as a pixmap, read with pointer, keys or by ear."""

from __future__ import annotations

from datetime import date, timedelta

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPixmap,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from coach.gui.theme import Size, Theme, Token, current_theme
from coach.gui.widgets.base import FocusRing, Themed, draw_ring, smooth_painter
from coach.gui.widgets.chart_dates import long_date
from coach.gui.widgets.chart_model import ChartColors, ChartModel
from coach.gui.widgets.chart_paint import chart_frame, paint_chart, paint_cursor

_STEPS = {
    Qt.Key.Key_Left: -1,
    Qt.Key.Key_Right: 1,
    Qt.Key.Key_PageUp: -7,
    Qt.Key.Key_PageDown: 7,
}


class Chart(Themed, FocusRing, QWidget):
    """Shows a ``ChartModel``.

    The pointer, or Left and Right (a day), Page Up and Page Down (a week), Home and End, move a
    cursor over the days; what lies under it stands in a bubble and in the accessible
    description. Escape takes the cursor away.
    """

    def __init__(self, name: str, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model: ChartModel | None = None
        self._cursor: date | None = None
        self._kept: QPixmap | None = None
        self._summary = ""
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.restyle(current_theme())

    def show_model(self, model: ChartModel, summary: str) -> None:
        """Show this; ``summary`` is the description while no day is looked at."""
        self._model, self._summary = model, summary
        self._kept = None
        self.move_cursor(None)
        self.update()

    def model(self) -> ChartModel | None:
        """What is shown now."""
        return self._model

    @property
    def cursor_day(self) -> date | None:
        """The day under the cursor."""
        return self._cursor

    def move_cursor(self, day: date | None) -> None:
        """Look at ``day``, held within the chart; ``None`` looks away."""
        model = self._model
        if model is None:
            return
        self._cursor = None if day is None else min(max(day, model.first), model.last)
        self.setAccessibleDescription(self.cursor_words() or self._summary)
        self.update()

    def cursor_words(self) -> str:
        """Date, rating and session of the day under the cursor; empty without one."""
        model, day = self._model, self._cursor
        if model is None or day is None:
            return ""
        score = model.scores.get(day)
        parts = [
            long_date(day),
            self.tr("no rating")
            if score is None
            else self.tr("tightness {score}").format(score=score),
        ]
        if day in model.sessions:
            parts.append(self.tr("session"))
        parts.extend(mark.label for mark in model.marks if mark.day == day)
        return " · ".join(parts)

    def restyle(self, theme: Theme) -> None:
        self._kept = None
        self.setFont(theme.font(Size.SMALL))

    def sizeHint(self) -> QSize:  # noqa: N802
        theme = current_theme()
        return QSize(theme.px(640), theme.px(264))

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        return QSize(current_theme().space(160), self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        if self._model is None:
            return
        theme = current_theme()
        painter = smooth_painter(self)
        painter.drawPixmap(QPointF(0, 0), self._picture(self._model, theme))
        if self._cursor is not None:
            painter.setFont(self.font())
            words, colors = self.cursor_words(), ChartColors.of(theme)
            paint_cursor(painter, QRectF(self.rect()), self._model, colors, self._cursor, words)
        if self.shows_ring():
            ring = theme.color(Token.INK)
            draw_ring(painter, QRectF(self.rect()), theme.space(8), ring, 2)
        painter.end()

    def _picture(self, model: ChartModel, theme: Theme) -> QPixmap:
        ratio = self.devicePixelRatioF()
        size_px = self.size() * ratio
        if self._kept is None or self._kept.size() != size_px:
            self._kept = QPixmap(size_px)
            self._kept.setDevicePixelRatio(ratio)
            self._kept.fill(Qt.GlobalColor.transparent)
            painter = QPainter(self._kept)
            painter.setFont(self.font())
            paint_chart(painter, QRectF(self.rect()), model, ChartColors.of(theme))
            painter.end()
        return self._kept

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        if self._model is not None:
            frame = chart_frame(self.font(), QRectF(self.rect()), self._model)
            self.move_cursor(frame.day_at(event.position().x()))
        super().mouseMoveEvent(event)

    def leaveEvent(self, event: QEvent) -> None:  # noqa: N802
        self.move_cursor(None)
        super().leaveEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:  # noqa: N802
        super().focusOutEvent(event)
        self.move_cursor(None)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        target = self._target(Qt.Key(event.key()))
        if target is not None:
            super().keyPressEvent(event)
            self.move_cursor(target)
            said = QAccessibleAnnouncementEvent(self, self.cursor_words())
            QAccessible.updateAccessibility(said)
            event.accept()
        elif event.key() == Qt.Key.Key_Escape and self._cursor is not None:
            self.move_cursor(None)
        else:
            super().keyPressEvent(event)

    def _target(self, key: Qt.Key) -> date | None:
        if self._model is None:
            return None
        ends = {Qt.Key.Key_Home: self._model.first, Qt.Key.Key_End: self._newest(self._model)}
        if key not in _STEPS:
            return ends.get(key)
        if self._cursor is None:
            return self._newest(self._model)
        return self._cursor + timedelta(days=_STEPS[key])

    @staticmethod
    def _newest(model: ChartModel) -> date:
        return model.dots[-1][0] if model.dots else model.last
