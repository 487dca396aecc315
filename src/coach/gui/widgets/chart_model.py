"""What a chart shows, as plain values, and where a day and a score stand on it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor

from coach.gui.theme import Theme, Token
from coach.gui.widgets.base import mix

TOP_SCORE = 10


@dataclass(frozen=True, slots=True)
class ChartMark:
    """A change on a day, with a word or two."""

    day: date
    label: str


@dataclass(frozen=True, slots=True)
class ChartModel:
    """Days ``first`` to ``last``, both shown; scores 0-10.

    ``line`` is in parts with gaps between them; ``band`` is (low, high).
    """

    first: date
    last: date
    dots: tuple[tuple[date, int], ...] = ()
    line: tuple[tuple[tuple[date, float], ...], ...] = ()
    band: tuple[float, float] | None = None
    sessions: tuple[date, ...] = ()
    marks: tuple[ChartMark, ...] = ()
    scores: dict[date, int] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        if self.last < self.first:
            raise ValueError(f"a chart cannot end on {self.last} and begin on {self.first}")
        object.__setattr__(self, "scores", dict(self.dots))

    @property
    def days(self) -> int:
        """How many days lie between the first and the last."""
        return max((self.last - self.first).days, 1)

    def busy_days(self) -> Iterator[date]:
        """Days with anything on them, in order."""
        yield from sorted({*self.scores, *self.sessions, *(mark.day for mark in self.marks)})


@dataclass(frozen=True, slots=True)
class ChartColors:
    """Colours by their part in the chart, all opaque: not every program reads soft ones in SVG."""

    text: QColor
    grid: QColor
    dot: QColor
    line: QColor
    band: QColor
    session: QColor
    mark: QColor
    ground: QColor
    bubble: QColor
    bubble_text: QColor

    @classmethod
    def of(cls, theme: Theme) -> ChartColors:
        card = theme.color(Token.CARD)
        dot = mix(card, theme.color(Token.SOFT), 0.7 if theme.dark else 0.55)
        band = mix(card, theme.color(Token.BREATH), 0.26 if theme.dark else 0.16)
        return cls(
            text=theme.color(Token.SOFT),
            grid=theme.color(Token.LINE),
            dot=dot,
            line=theme.color(Token.BREATH),
            band=band,
            session=theme.color(Token.ACCENT),
            mark=theme.color(Token.INK),
            ground=card,
            bubble=theme.color(Token.INK),
            bubble_text=theme.color(Token.BACKGROUND),
        )


@dataclass(frozen=True, slots=True)
class ChartFrame:
    """The plot inside a picture; ``em_px`` is the height of its text, the unit of all sizes."""

    plot: QRectF
    em_px: float
    first: date
    days: int

    @classmethod
    def inside(cls, rect: QRectF, model: ChartModel, em_px: float, gutter_px: float) -> ChartFrame:
        """Room for the scores at the left, for marks above, for sessions and dates below."""
        above = em_px * (2.0 if model.marks else 0.7)
        plot = rect.adjusted(gutter_px + 1.1 * em_px, above, -0.9 * em_px, -3.4 * em_px)
        return cls(plot, em_px, model.first, model.days)

    def x(self, day: date) -> float:
        return self.plot.left() + self.plot.width() * (day - self.first).days / self.days

    def y(self, score: float) -> float:
        return self.plot.bottom() - self.plot.height() * score / TOP_SCORE

    def point(self, day: date, score: float) -> QPointF:
        return QPointF(self.x(day), self.y(score))

    def day_at(self, x: float) -> date:
        """The day nearest to ``x``, held within the chart."""
        share = (x - self.plot.left()) / max(self.plot.width(), 1.0)
        return self.first + timedelta(days=round(min(max(share, 0.0), 1.0) * self.days))
