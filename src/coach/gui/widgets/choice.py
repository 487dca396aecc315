"""Big answers: one or several of a group, a key number before each, a check mark when chosen."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt, Signal
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
        rect = QRectF(self.rect())
        radius = theme.space(RADIUS_PX)
        chosen = self.isChecked()
        ground = theme.color(Token.BREATH_SOFT if chosen else Token.CARD)
        edge = Token.BREATH if chosen or self.underMouse() else Token.LINE
        fill_round(painter, rect, radius, ground, border=theme.color(edge), border_px=2)
        if self._key:
            self._paint_key(painter, theme)
        if chosen or self._multi:
            self._paint_mark(painter, theme)
        if self.shows_ring():
            draw_ring(painter, rect.adjusted(4, 4, -4, -4), radius - 4, theme.color(Token.INK), 2)
        painter.end()

    def _paint_key(self, painter: QPainter, theme: Theme) -> None:
        side = theme.px(MARK_PX)
        spot = QRect(theme.space(PAD_PX), (self.height() - side) // 2, side, side)
        fill = theme.color(Token.CARD if self.isChecked() else Token.LINE)
        fill_round(painter, QRectF(spot), theme.px(7), fill)
        painter.setFont(theme.font(Size.SMALL, Weight.SEMI_BOLD))
        painter.setPen(theme.color(Token.INK))
        painter.drawText(spot, Qt.AlignmentFlag.AlignCenter, self._key)

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


class ChoiceGroup(Themed, QWidget):
    """The answers of one question, keyed 1–9; nothing is chosen at first.

    ``changed`` carries the chosen indexes in their order. ``exclusive`` names an index that
    stands alone ("none of these"): choosing it clears the rest, and the other way round.
    """

    changed = Signal(tuple)

    def __init__(
        self,
        answers: Sequence[str],
        *,
        notes: Sequence[str] = (),
        multi: bool = False,
        exclusive: int | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._multi = multi
        self._exclusive = exclusive
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self.buttons: list[ChoiceButton] = []
        for index, answer in enumerate(answers):
            self._add(index, answer, notes[index] if index < len(notes) else "")
        self.restyle(current_theme())

    def _add(self, index: int, answer: str, note: str) -> None:
        key = str(index + 1) if index < 9 else ""
        button = ChoiceButton(answer, note=note, key=key, multi=self._multi)
        button.clicked.connect(lambda _checked=False, at=index: self._clicked(at))
        self._box.addWidget(button)
        self.buttons.append(button)

    def restyle(self, theme: Theme) -> None:
        self._box.setSpacing(theme.space(12))

    def chosen(self) -> tuple[int, ...]:
        """The chosen indexes in their order."""
        return tuple(i for i, button in enumerate(self.buttons) if button.isChecked())

    def set_chosen(self, chosen: Sequence[int]) -> None:
        """Show these answers as chosen, silently."""
        for index, button in enumerate(self.buttons):
            button.setChecked(index in chosen)

    def press(self, index: int) -> bool:
        """Choose (or untick) by number key; False when there is no such answer."""
        if not 0 <= index < len(self.buttons):
            return False
        button = self.buttons[index]
        button.setFocus(Qt.FocusReason.ShortcutFocusReason)
        button.setChecked(not button.isChecked() if self._multi else True)
        self._clicked(index)
        return True

    def _clicked(self, index: int) -> None:
        if self._multi:
            self._keep_exclusive(index)
        else:
            self.set_chosen((index,))
        self.changed.emit(self.chosen())

    def _keep_exclusive(self, index: int) -> None:
        if self._exclusive is None or not self.buttons[index].isChecked():
            return
        for other, button in enumerate(self.buttons):
            if other != index and self._exclusive in (index, other):
                button.setChecked(False)
