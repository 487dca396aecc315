"""Three standing people seen from the side, told apart by pelvis and low back alone."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QVBoxLayout, QWidget

from coach.gui.theme import Size, Theme, Token, Weight, current_theme
from coach.gui.widgets.base import FocusRing, Themed, fill_round, smooth_painter
from coach.gui.widgets.choice import MARK_PX, draw_answer_ring, draw_check, draw_ground, draw_key
from coach.gui.widgets.text import Text, TextStyle

SHAPES = ("arched", "flat", "between")
PICTURE_PX = 204
BROAD = 1.16
WORDS = TextStyle(Size.BODY, Weight.MEDIUM, leading=1.3)

# Outlines in a box of 40 × 100, facing right, y down. Each is the back from the neck to the heel,
# then the front from the toes to the chin; only the trunk differs.
Points = list[tuple[float, float]]
_BACK: dict[str, Points] = {
    "arched": [(15, 21), (12, 29), (16.5, 40), (17.5, 44), (11, 52), (14.5, 60)],
    "flat": [(16, 21), (13.5, 29), (13.5, 40), (13.5, 45), (14, 52), (15.5, 60)],
    "between": [(15.5, 21), (12.5, 29), (15, 40), (15.5, 44.5), (12.2, 52), (15, 60)],
}
_FRONT: dict[str, Points] = {
    "arched": [(24.5, 60), (27, 51), (28.5, 43), (26, 34), (25.5, 27), (21.5, 21)],
    "flat": [(24.5, 60), (24, 51), (23.5, 43), (24, 34), (24.5, 27), (21.5, 21)],
    "between": [(24.5, 60), (25.5, 51), (25.8, 43), (25, 34), (25, 27), (21.5, 21)],
}
_LEG_BACK: Points = [(16.5, 72), (14.5, 80), (16.5, 91), (15, 96)]
_LEG_FRONT: Points = [(27.5, 96), (21.5, 91), (21.5, 80), (22.5, 72)]
_BELT_DEG = {"arched": 20.0, "flat": -8.0, "between": 6.0}
_HEAD = (20.0, 10.0, 6.2, 7.2)


def _smooth(path: QPainterPath, points: Points) -> None:
    """Go on through ``points`` in a curve without corners (Catmull-Rom)."""
    start = path.currentPosition()
    first = (start.x(), start.y())
    chain = [first, *points]
    for at in range(len(chain) - 1):
        before, one, two = chain[max(0, at - 1)], chain[at], chain[at + 1]
        after = chain[min(len(chain) - 1, at + 2)]
        path.cubicTo(
            QPointF(one[0] + (two[0] - before[0]) / 6, one[1] + (two[1] - before[1]) / 6),
            QPointF(two[0] - (after[0] - one[0]) / 6, two[1] - (after[1] - one[1]) / 6),
            QPointF(two[0], two[1]),
        )


def outline_path(shape: str) -> QPainterPath:
    """Body and head in a box of 40 × 100. Raises ``KeyError`` for an unknown shape."""
    body = QPainterPath(QPointF(17.2, 15))
    _smooth(body, [*_BACK[shape], *_LEG_BACK])
    body.lineTo(27.5, 96)
    _smooth(body, [*_LEG_FRONT[1:], *_FRONT[shape]])
    body.lineTo(21.8, 15)
    body.closeSubpath()
    x, y, across, along = _HEAD
    head = QPainterPath()
    head.addEllipse(QPointF(x, y), across, along)
    return body.united(head)


def paint_outline(painter: QPainter, rect: QRectF, shape: str, theme: Theme) -> None:
    """The outline fitted into ``rect``: body, an arm in front of it, the tilt of the belt."""
    scale = min(rect.width() / 40, rect.height() / 100)
    painter.save()
    across = scale * BROAD
    painter.translate(rect.center().x() - 20 * across, rect.center().y() - 50 * scale)
    painter.scale(across, scale)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.color(Token.FIGURE_NEAR))
    painter.drawPath(outline_path(shape))
    _paint_arm(painter, theme)
    _paint_belt(painter, shape, theme)
    painter.restore()


def _paint_arm(painter: QPainter, theme: Theme) -> None:
    arm = QPolygonF([QPointF(19, 25), QPointF(19.5, 39), QPointF(22, 52)])
    for token, width in ((Token.FIGURE_NEAR, 6.2), (Token.FIGURE_FAR, 4.4)):
        pen = QPen(theme.color(token), width)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        painter.setPen(pen)
        painter.drawPolyline(arm)


def _paint_belt(painter: QPainter, shape: str, theme: Theme) -> None:
    """The line that the answer speaks of: forward and down, level, or tucked."""
    painter.save()
    painter.translate(20, 47.5)
    painter.rotate(_BELT_DEG[shape])
    pen = QPen(theme.color(Token.ACCENT), 2.0)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    painter.setPen(pen)
    painter.drawLine(QPointF(-10.5, 0), QPointF(10.5, 0))
    painter.restore()


class OutlineButton(Themed, FocusRing, QAbstractButton):
    """An answer with an outline above its words; ``key`` is shown as a badge."""

    def __init__(
        self, text: str, shape: str, *, key: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._shape = shape
        self._key = key
        self._words = Text(text, WORDS, align=Qt.AlignmentFlag.AlignHCenter, parent=self)
        self._words.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setText(text)
        self.setAccessibleName(text)
        self.setCheckable(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        box = QVBoxLayout(self)
        box.addWidget(self._words)
        box.addStretch(1)
        self.restyle(current_theme())

    def restyle(self, theme: Theme) -> None:
        box = self.layout()
        if box is not None:
            side = theme.space(14)
            box.setContentsMargins(side, self._picture_px() + side, side, side)

    def _picture_px(self) -> int:
        return current_theme().space(PICTURE_PX)

    def sizeHint(self) -> QSize:  # noqa: N802
        box = self.layout()
        return box.sizeHint() if box is not None else QSize()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        theme = current_theme()
        painter = smooth_painter(self)
        draw_ground(painter, self, theme)
        top = theme.space(14)
        spot = QRectF(0, top, self.width(), self._picture_px() - top + theme.space(4))
        paint_outline(painter, spot, self._shape, theme)
        self._paint_badges(painter, theme)
        if self.shows_ring():
            draw_answer_ring(painter, self, theme)
        painter.end()

    def _paint_badges(self, painter: QPainter, theme: Theme) -> None:
        side, pad = theme.px(MARK_PX), theme.space(14)
        if self._key:
            spot = QRectF(pad, pad, side, side)
            draw_key(painter, spot, self._key, theme, chosen=self.isChecked())
        if self.isChecked():
            spot = QRectF(self.width() - pad - side, pad, side, side)
            fill_round(painter, spot, side / 2, theme.color(Token.BREATH))
            draw_check(painter, spot, theme)
