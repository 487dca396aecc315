"""A bar that tells something and offers what to do about it, without covering anything."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum

from PySide6.QtCore import QPoint, QSize, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QSizePolicy, QWidget

from coach.gui.icons import icon_pixmap
from coach.gui.theme import Size, Token, Weight, current_theme
from coach.gui.widgets.base import Themed
from coach.gui.widgets.buttons import Button, ButtonKind
from coach.gui.widgets.card import Card
from coach.gui.widgets.flow import FlowLayout
from coach.gui.widgets.tab_order import stand_in_place
from coach.gui.widgets.text import Text, TextStyle


class BannerKind(StrEnum):
    """``INFO`` for what is good to know, ``WARN`` for what needs the user."""

    INFO = "info"
    WARN = "warn"


_LOOKS = {
    BannerKind.INFO: ("info", Token.BREATH, Token.BREATH_SOFT),
    BannerKind.WARN: ("triangle-alert", Token.ACCENT, Token.ACCENT_SOFT),
}
STACK_BELOW_PX = 720
WORDS = TextStyle(Size.BODY, Weight.MEDIUM, leading=1.35)


class IconLabel(Themed, QWidget):
    """One tinted icon, for looking at only."""

    def __init__(self, name: str, token: Token, size_px: int = 20) -> None:
        super().__init__()
        self._name, self._token, self._size_px = name, token, size_px
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_icon(self, name: str, token: Token) -> None:
        """Show another icon."""
        self._name, self._token = name, token
        self.update()

    def sizeHint(self) -> QSize:  # noqa: N802
        side = current_theme().px(self._size_px)
        return QSize(side, side)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        theme = current_theme()
        side = theme.px(self._size_px)
        color = theme.color(self._token)
        painter = QPainter(self)
        ratio = self.devicePixelRatioF()
        painter.drawPixmap(QPoint(0, 0), icon_pixmap(self._name, color, side, ratio))
        painter.end()


class Banner(Card):
    """``action`` carries the id of the pressed action; hidden while it has nothing to say."""

    action = Signal(str)

    def __init__(
        self,
        text: str = "",
        kind: BannerKind = BannerKind.INFO,
        actions: Sequence[tuple[str, str]] = (),
        *,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(token=_LOOKS[kind][2], padding_px=16, radius_px=14, parent=parent)
        self._icon = IconLabel(_LOOKS[kind][0], _LOOKS[kind][1])
        self._words = Text("", WORDS)
        self.buttons: dict[str, Button] = {}
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignVCenter)
        self._words.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self._inner = QHBoxLayout()
        self._inner.addWidget(self._words, 1)
        self._actions = FlowLayout()
        self._inner.addLayout(self._actions)
        row.addLayout(self._inner, 1)
        self.body.addLayout(row)
        self.show_message(text, kind, actions)

    def show_message(
        self,
        text: str,
        kind: BannerKind = BannerKind.INFO,
        actions: Sequence[tuple[str, str]] = (),
    ) -> None:
        """Show ``text`` with actions (id, words) and announce it; an empty text hides the bar."""
        icon_name, color, self._token = _LOOKS[kind]
        self._icon.show_icon(icon_name, color)
        self._words.setText(text)
        self.setAccessibleName(text)
        self._replace_actions(actions)
        self.setHidden(not text)
        self.update()
        if text and self.isVisible():
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, text))

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """The actions stand beside the words when there is room, else below."""
        narrow = event.size().width() < current_theme().px(STACK_BELOW_PX)
        below, beside = QBoxLayout.Direction.TopToBottom, QBoxLayout.Direction.LeftToRight
        self._inner.setDirection(below if narrow else beside)
        super().resizeEvent(event)

    def _replace_actions(self, actions: Sequence[tuple[str, str]]) -> None:
        for button in self.buttons.values():
            self._actions.removeWidget(button)
            button.hide()
            button.deleteLater()
        self.buttons = {}
        for name, words in actions:
            kind = ButtonKind.RAISED if self.buttons else ButtonKind.INK
            button = Button(words, kind, compact=True)
            button.clicked.connect(lambda _checked=False, name=name: self.action.emit(name))
            self._actions.addWidget(button)
            button.setVisible(True)
            self.buttons[name] = button
        stand_in_place(self, tuple(self.buttons.values()))
