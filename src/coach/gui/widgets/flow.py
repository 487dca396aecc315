"""Layouts that give way: a row that wraps, and columns that stack when there is no room."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QLayout, QLayoutItem, QVBoxLayout, QWidget

from coach.gui.theme import Theme, current_theme
from coach.gui.widgets.base import Themed


class FlowLayout(QLayout):
    """Puts widgets in a row and goes on in the next row when the width is used up."""

    def __init__(self, parent: QWidget | None = None, *, centred: bool = False) -> None:
        super().__init__(parent)
        self._items: list[QLayoutItem] = []
        self._centred = centred
        self.setContentsMargins(0, 0, 0, 0)

    def addItem(self, item: QLayoutItem) -> None:  # noqa: N802
        self._items.append(item)

    def count(self) -> int:
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:  # noqa: N802
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:  # noqa: N802
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:  # noqa: N802
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:  # noqa: N802
        return True

    def heightForWidth(self, width: int) -> int:  # noqa: N802
        return self._arrange(QRect(0, 0, width, 0), move=False)

    def setGeometry(self, rect: QRect) -> None:  # noqa: N802
        super().setGeometry(rect)
        self._arrange(rect, move=True)

    def sizeHint(self) -> QSize:  # noqa: N802
        shown = [item.sizeHint() for item in self._items if not item.isEmpty()]
        width = sum(size.width() for size in shown) + self._gap() * max(0, len(shown) - 1)
        return QSize(width, max((size.height() for size in shown), default=0))

    def minimumSize(self) -> QSize:  # noqa: N802
        size = QSize(0, 0)
        for item in self._items:
            if not item.isEmpty():
                size = size.expandedTo(item.minimumSize())
        return size

    def _gap(self) -> int:
        return current_theme().space(12)

    def _rows(self, width: int) -> list[list[tuple[QLayoutItem, QSize]]]:
        rows: list[list[tuple[QLayoutItem, QSize]]] = [[]]
        used = 0
        for item in self._items:
            if item.isEmpty():
                continue
            size = item.sizeHint().expandedTo(item.minimumSize())
            size.setWidth(min(size.width(), max(width, item.minimumSize().width())))
            if item.hasHeightForWidth():
                size.setHeight(item.heightForWidth(size.width()))
            if rows[-1] and used + size.width() > width:
                rows.append([])
                used = 0
            rows[-1].append((item, size))
            used += size.width() + self._gap()
        return rows

    def _arrange(self, rect: QRect, *, move: bool) -> int:
        top = rect.top()
        for row in self._rows(rect.width()):
            height = max((size.height() for _, size in row), default=0)
            used = sum(size.width() for _, size in row) + self._gap() * max(0, len(row) - 1)
            left = rect.left() + (max(0, rect.width() - used) // 2 if self._centred else 0)
            for item, size in row:
                if move:
                    lift = (height - size.height()) // 2
                    item.setGeometry(QRect(QPoint(left, top + lift), size))
                left += size.width() + self._gap()
            top += height + self._gap()
        return max(0, top - self._gap() - rect.top())


class Columns(Themed, QWidget):
    """Two or more columns side by side; stacked below ``stack_below_px`` (at 100 %)."""

    def __init__(
        self, *, stack_below_px: int = 760, gap_px: int = 20, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._stack_below_px = stack_below_px
        self._gap_px = gap_px
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self.restyle(current_theme())

    def add(self, widget: QWidget, stretch: int = 1, *, top: bool = True) -> None:
        """Append a column; ``top`` keeps its own height instead of the tallest one's."""
        self._row.addWidget(widget, stretch)
        if top:
            self._row.setAlignment(widget, Qt.AlignmentFlag.AlignTop)

    def is_stacked(self) -> bool:
        """Whether the columns stand one below the other now."""
        return self._row.direction() is QBoxLayout.Direction.TopToBottom

    def restyle(self, theme: Theme) -> None:
        self._row.setSpacing(theme.space(self._gap_px))
        self._decide(self.width())

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        """As narrow as the widest column alone, so that there is always room to stack."""
        hint = super().minimumSizeHint()
        widths = [
            item.minimumSize().width()
            for index in range(self._row.count())
            if (item := self._row.itemAt(index)) is not None
        ]
        return QSize(max(widths, default=0), hint.height())

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        self._decide(event.size().width())
        super().resizeEvent(event)

    def _decide(self, width: int) -> None:
        narrow = width < current_theme().px(self._stack_below_px)
        stacked, beside = QBoxLayout.Direction.TopToBottom, QBoxLayout.Direction.LeftToRight
        self._row.setDirection(stacked if narrow else beside)


class Column(Themed, QWidget):
    """Widgets below each other, with the gap that stands between cards."""

    def __init__(self, *widgets: QWidget, gap_px: int = 20) -> None:
        super().__init__()
        self._gap_px = gap_px
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(0, 0, 0, 0)
        for widget in widgets:
            self._box.addWidget(widget)
        self.restyle(current_theme())

    def restyle(self, theme: Theme) -> None:
        self._box.setSpacing(theme.space(self._gap_px))


def clear(box: QLayout) -> None:
    """Take everything out of a layout, at once for the eye; the widgets are deleted later."""
    while (item := box.takeAt(0)) is not None:
        widget = item.widget()
        if widget is not None:
            widget.hide()
            widget.deleteLater()
