"""Progress in pieces: one segment for each set or question, as wide as its weight."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QProgressBar, QSizePolicy, QWidget

from coach.gui.theme import Token, current_theme
from coach.gui.widgets.base import Themed, fill_round, smooth_painter


@dataclass(frozen=True, slots=True)
class Segment:
    """``weight`` is a relative length, at least 0; ``fill`` is the share done, 0 … 1."""

    weight: float = 1.0
    fill: float = 0.0


class SegmentBar(Themed, QProgressBar):
    """A row of segments; to screen readers one progress bar in per cent, named ``name``."""

    def __init__(self, name: str, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._segments: tuple[Segment, ...] = ()
        self.setAccessibleName(name)
        self.setRange(0, 100)
        self.setTextVisible(False)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_segments(self, segments: Sequence[Segment]) -> None:
        """Show these segments from left to right."""
        shown = tuple(segments)
        if shown == self._segments:
            return
        seen = self._seen(self._segments) != self._seen(shown)
        self._segments = shown
        whole = sum(part.weight for part in shown)
        done = sum(part.weight * part.fill for part in shown)
        self.setValue(round(100 * done / whole) if whole else 0)
        if seen:
            self.update()

    def _seen(self, segments: tuple[Segment, ...]) -> list[tuple[float, int]]:
        """The segments to a pixel: a session moves them less than that with a frame."""
        wide = self.width() / (sum(part.weight for part in segments) or 1.0)
        return [(part.weight, round(wide * part.weight * part.fill)) for part in segments]

    def show_steps(self, done: int, count: int) -> None:
        """Equal segments, the first ``done`` of them full: for the questions of a check."""
        self.show_segments([Segment(1.0, float(index < done)) for index in range(count)])

    def sizeHint(self) -> QSize:  # noqa: N802
        return QSize(current_theme().px(320), self._thick_px())

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        return QSize(current_theme().px(80), self._thick_px())

    def _thick_px(self) -> int:
        return current_theme().px(6)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        theme = current_theme()
        painter = smooth_painter(self)
        thick = self._thick_px()
        top = (self.height() - thick) / 2
        gap = min(theme.space(5), self.width() // (4 * max(1, len(self._segments))))
        whole = sum(part.weight for part in self._segments) or 1.0
        room = self.width() - gap * max(0, len(self._segments) - 1)
        left = 0.0
        for part in self._segments:
            width = room * part.weight / whole
            spot = QRectF(left, top, width, thick)
            fill_round(painter, spot, thick / 2, theme.color(Token.LINE))
            if part.fill > 0:
                done = QRectF(left, top, max(thick, width * min(1.0, part.fill)), thick)
                fill_round(painter, done, thick / 2, theme.color(Token.BREATH))
            left += width + gap
        painter.end()
