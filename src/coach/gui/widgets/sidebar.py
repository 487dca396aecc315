"""The way between pages: brand, icons with words, a foot note; icons alone when narrow."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QVBoxLayout, QWidget

from coach.gui.icons import icon_pixmap
from coach.gui.theme import Size, Theme, Token, Weight, current_theme
from coach.gui.widgets.base import FocusRing, Themed, draw_ring, fill_round, smooth_painter
from coach.gui.widgets.text import SMALL, Text, TextStyle

WIDTH_PX, COLLAPSED_PX = 208, 68
BRAND = TextStyle(20, Weight.BOLD, leading=1.2)
_STOP = Qt.FocusPolicy.StrongFocus
_STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


@dataclass(frozen=True, slots=True)
class SidebarItem:
    """One page: the id told by the signal, the words, the icon, the shortcut's text."""

    name: str
    words: str
    icon_name: str
    hint: str = ""


class _Entry(Themed, FocusRing, QAbstractButton):
    """One line of the sidebar."""

    def __init__(self, item: SidebarItem, parent: QWidget) -> None:
        super().__init__(parent)
        self._item = item
        self.collapsed = False
        self.setText(item.words)
        self.setAccessibleName(item.words)
        self.setAccessibleDescription(item.hint)
        self.setCheckable(True)
        self.setAutoExclusive(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.restyle(current_theme())

    def restyle(self, theme: Theme) -> None:
        self.setFont(theme.font(Size.BODY, Weight.MEDIUM))

    def sizeHint(self) -> QSize:  # noqa: N802
        theme = current_theme()
        return QSize(theme.px(44), theme.px(42))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        theme = current_theme()
        painter = smooth_painter(self)
        rect, radius = QRectF(self.rect()), theme.space(12)
        active = self.isChecked()
        if active:
            fill_round(painter, rect, radius, theme.color(Token.CARD))
        elif self.underMouse():
            ground = theme.color(Token.CARD)
            ground.setAlphaF(0.5)
            fill_round(painter, rect, radius, ground)
        color = theme.color(Token.INK if active or self.underMouse() else Token.SOFT)
        side = theme.px(20)
        left = (self.width() - side) // 2 if self.collapsed else theme.space(12)
        ratio = self.devicePixelRatioF()
        pixmap = icon_pixmap(self._item.icon_name, color, side, ratio)
        painter.drawPixmap(QPoint(left, (self.height() - side) // 2), pixmap)
        if not self.collapsed:
            self._paint_words(painter, theme, left + side)
        if self.shows_ring():
            draw_ring(painter, rect, radius, theme.color(Token.INK), 2)
        painter.end()

    def _paint_words(self, painter: QPainter, theme: Theme, left: int) -> None:
        color = theme.color(Token.INK if self.isChecked() or self.underMouse() else Token.SOFT)
        left += theme.space(12)
        room = QRect(left, 0, self.width() - left - theme.space(8), self.height())
        painter.setFont(self.font())
        painter.setPen(color)
        shown = painter.fontMetrics().elidedText(
            self.text(), Qt.TextElideMode.ElideRight, room.width()
        )
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, shown)


class Sidebar(Themed, QWidget):
    """``picked`` carries the name of the page the user asks for; up and down walk the list."""

    picked = Signal(str)

    def __init__(
        self,
        brand: str,
        items: Sequence[SidebarItem],
        foot: str = "",
        *,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._collapsed = False
        self._brand = Text(brand, BRAND, wrap=False)
        self._foot = Text(foot, SMALL)
        self.entries: dict[str, _Entry] = {}
        self._box = QVBoxLayout(self)
        self._head = QVBoxLayout()
        self._head.addWidget(self._brand)
        self._box.addLayout(self._head)
        for item in items:
            self.add_item(item)
        self._box.addStretch(1)
        self._tail = QVBoxLayout()
        self._tail.addWidget(self._foot)
        self._box.addLayout(self._tail)
        self.setAccessibleName(self.tr("Pages"))
        self.restyle(current_theme())

    def add_item(self, item: SidebarItem) -> None:
        """Append a page below the others."""
        entry = _Entry(item, self)
        entry.clicked.connect(lambda _checked=False: self._pick(item.name))
        self._box.insertWidget(len(self.entries) + 1, entry)
        self.entries[item.name] = entry
        self._collapse_entry(entry)

    def _pick(self, name: str) -> None:
        self.picked.emit(name)

    def select(self, name: str) -> None:
        """Show ``name`` as the open page; a page without entry leaves none selected. Tab comes
        to the selected entry, and to all where there is none; arrows lead to the others."""
        for other, entry in self.entries.items():
            entry.setAutoExclusive(False)
            entry.setChecked(other == name)
            entry.setAutoExclusive(True)
            stop = other == name or name not in self.entries
            entry.setFocusPolicy(_STOP if stop else Qt.FocusPolicy.ClickFocus)

    def is_collapsed(self) -> bool:
        """Whether icons stand alone."""
        return self._collapsed

    def set_collapsed(self, collapsed: bool) -> None:
        """Icons alone (words become tool tips) or icons with words."""
        if collapsed != self._collapsed:
            self._collapsed = collapsed
            self.refresh(current_theme())

    def _collapse_entry(self, entry: _Entry) -> None:
        entry.collapsed = self._collapsed
        entry.setToolTip(entry.text() if self._collapsed else "")
        entry.update()

    def restyle(self, theme: Theme) -> None:
        narrow = self._collapsed
        width = theme.space(COLLAPSED_PX - 20) + theme.px(20) if narrow else theme.px(WIDTH_PX)
        self.setFixedWidth(width)
        side, inner = theme.space(12 if narrow else 16), theme.space(12)
        self._box.setContentsMargins(side, theme.space(28), side, theme.space(26))
        self._box.setSpacing(theme.space(4))
        self._head.setContentsMargins(inner, 0, 0, theme.space(25))
        self._tail.setContentsMargins(inner, 0, 0, 0)
        self._brand.setVisible(not narrow)
        self._foot.setVisible(not narrow)
        for entry in self.entries.values():
            self._collapse_entry(entry)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        step = _STEPS.get(Qt.Key(event.key()), 0)
        entries = list(self.entries.values())
        at = next((i for i, entry in enumerate(entries) if entry.hasFocus()), None)
        if not step or at is None:
            super().keyPressEvent(event)
            return
        entries[(at + step) % len(entries)].setFocus(Qt.FocusReason.TabFocusReason)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        painter = smooth_painter(self)
        painter.fillRect(self.rect(), current_theme().color(Token.SIDEBAR))
        painter.end()
