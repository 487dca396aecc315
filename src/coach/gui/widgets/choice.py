"""Big answers: one or several of a group, a key number before each, a check mark when chosen."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QVBoxLayout, QWidget

from coach.gui.theme import Size, Theme, Token, Weight, current_theme
from coach.gui.widgets.base import FocusRing, Themed, draw_ring, fill_round, smooth_painter
from coach.gui.widgets.text import Text, TextStyle

RADIUS_PX = 16
PAD_PX = 24
MARK_PX = 24
WORDS = TextStyle(18, Weight.MEDIUM, leading=1.3)
NOTE = TextStyle(Size.BODY, token=Token.SOFT, leading=1.3)


class ChoiceButton(Themed, FocusRing, QAbstractButton):
    """One answer. ``multi`` shows a square mark to tick, else a round one; ``key`` is a badge."""

    def __init__(
        self,
        text: str,
        *,
        note: str = "",
        key: str = "",
        multi: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._multi = multi
        self._key = key
        self._words = Text(text, WORDS, parent=self)
        self._note = Text(note, NOTE, parent=self)
        self._note.setVisible(bool(note))
        for label in (self._words, self._note):
            label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
            label.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.setText(text)
        self.setAccessibleName(text)
        self.setAccessibleDescription(note)
        self.setCheckable(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        box = QVBoxLayout(self)
        box.addWidget(self._words)
        box.addWidget(self._note)
        self.restyle(current_theme())

    def restyle(self, theme: Theme) -> None:
        across, along = theme.space(PAD_PX), theme.space(18)
        right = across + theme.px(MARK_PX) + theme.space(12)
        left = across + (theme.px(MARK_PX) + theme.space(14) if self._key else 0)
        box = self.layout()
        if box is not None:
            box.setContentsMargins(left, along, right, along)
            box.setSpacing(theme.space(2))
        self.setMinimumHeight(theme.px(66))

    def sizeHint(self) -> QSize:  # noqa: N802
        box = self.layout()
        return box.sizeHint() if box is not None else QSize()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        theme = current_theme()
        painter = smooth_painter(self)
        draw_ground(painter, self, theme)
        if self._key:
            side = theme.px(MARK_PX)
            spot = QRectF(theme.space(PAD_PX), (self.height() - side) // 2, side, side)
            draw_key(painter, spot, self._key, theme, chosen=self.isChecked())
        if self.isChecked() or self._multi:
            self._paint_mark(painter, theme)
        if self.shows_ring():
            draw_answer_ring(painter, self, theme)
        painter.end()

    def _paint_mark(self, painter: QPainter, theme: Theme) -> None:
        side = float(theme.px(MARK_PX))
        left = self.width() - theme.space(PAD_PX) - side
        spot = QRectF(left, (self.height() - side) / 2, side, side)
        radius = side * 0.3 if self._multi else side / 2
        if not self.isChecked():
            fill_round(painter, spot, radius, None, border=theme.color(Token.SOFT), border_px=2)
            return
        fill_round(painter, spot, radius, theme.color(Token.BREATH))
        draw_check(painter, spot, theme)


def draw_ground(painter: QPainter, answer: QAbstractButton, theme: Theme) -> None:
    """What an answer stands on; chosen it has another ground and edge."""
    chosen = answer.isChecked()
    ground = theme.color(Token.BREATH_SOFT if chosen else Token.CARD)
    edge = theme.color(Token.BREATH if chosen or answer.underMouse() else Token.LINE)
    rect, radius = QRectF(answer.rect()), theme.space(RADIUS_PX)
    fill_round(painter, rect, radius, ground, border=edge, border_px=2)


def draw_answer_ring(painter: QPainter, answer: QAbstractButton, theme: Theme) -> None:
    """The focus ring, inside the edge so that both can be seen."""
    rect = QRectF(answer.rect()).adjusted(4, 4, -4, -4)
    draw_ring(painter, rect, theme.space(RADIUS_PX) - 4, theme.color(Token.INK), 2)


def draw_key(painter: QPainter, spot: QRectF, key: str, theme: Theme, *, chosen: bool) -> None:
    """The badge with the key that gives this answer."""
    fill_round(painter, spot, theme.px(7), theme.color(Token.CARD if chosen else Token.LINE))
    painter.setFont(theme.font(Size.SMALL, Weight.SEMI_BOLD))
    painter.setPen(theme.color(Token.INK))
    painter.drawText(spot, Qt.AlignmentFlag.AlignCenter, key)


def draw_check(painter: QPainter, spot: QRectF, theme: Theme, token: Token = Token.CARD) -> None:
    """A check mark inside ``spot``."""
    corners = ((0.27, 0.52), (0.43, 0.68), (0.74, 0.34))
    line = QPolygonF(
        [
            QPointF(spot.left() + x * spot.width(), spot.top() + y * spot.height())
            for x, y in corners
        ]
    )
    pen = QPen(theme.color(token), max(1.5, spot.width() * 0.11))
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)
    painter.drawPolyline(line)
