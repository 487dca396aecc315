"""The one window: a sidebar and the pages, each built when it is first shown."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QCloseEvent, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import (
    QApplication,
    QHBoxLayout,
    QMainWindow,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from coach.gui.page import Page
from coach.gui.theme import Theme, current_theme
from coach.gui.widgets.banner import Banner
from coach.gui.widgets.base import FocusRing, Themed
from coach.gui.widgets.sidebar import Sidebar, SidebarItem

LEAST_PX = QSize(800, 480)
COLLAPSE_BELOW_PX = 900


@dataclass(frozen=True, slots=True)
class PageSpec:
    """How a page is made and found. Without ``words`` it has no entry in the sidebar;
    ``alone`` hides the sidebar while it is shown (check, gate, player)."""

    name: str
    build: Callable[[], QWidget]
    words: str = ""
    icon_name: str = ""
    alone: bool = False


class _Stack(QStackedWidget):
    """Pages scroll, so the stack asks for no size of its own."""

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        return QSize(0, 0)


class MainWindow(Themed, QMainWindow):
    """Knows pages by name only. ``page_requested`` asks for a page by sidebar or Ctrl+1…9;
    whoever listens calls ``show_page``. ``notice`` is a bar above every page. ``closing`` comes
    before the window is gone."""

    page_requested = Signal(str)
    page_shown = Signal(str)
    closing = Signal()

    def __init__(self, specs: Sequence[PageSpec], *, brand: str, foot: str) -> None:
        super().__init__()
        self._specs = {spec.name: spec for spec in specs}
        self._pages: dict[str, QWidget] = {}
        self._current = ""
        listed = [spec for spec in specs if spec.words]
        self.sidebar = Sidebar(
            brand,
            [
                SidebarItem(spec.name, spec.words, spec.icon_name, f"Ctrl+{at}")
                for at, spec in enumerate(listed, start=1)
            ],
            foot,
        )
        self.sidebar.picked.connect(self.page_requested)
        self._stack = _Stack()
        self.notice = Banner()
        self._arrange()
        self._add_shortcuts([spec.name for spec in listed])
        self.setWindowTitle(brand)
        self.setAccessibleName(brand)
        self.setMinimumSize(LEAST_PX)

    def _arrange(self) -> None:
        middle = QWidget()
        row = QHBoxLayout(middle)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.sidebar)
        column = QVBoxLayout()
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.notice)
        column.addWidget(self._stack, 1)
        row.addLayout(column, 1)
        self.setCentralWidget(middle)

    def _add_shortcuts(self, names: Sequence[str]) -> None:
        for at, name in enumerate(names[:9], start=1):
            shortcut = QShortcut(QKeySequence(f"Ctrl+{at}"), self)
            shortcut.activated.connect(lambda name=name: self.page_requested.emit(name))
        full = QShortcut(QKeySequence("F11"), self)
        full.activated.connect(self.toggle_full_screen)

    def current_page(self) -> str:
        """The name of the page shown, empty before the first one."""
        return self._current

    def add_page(self, spec: PageSpec) -> None:
        """Make a page known that has no entry in the sidebar."""
        self._specs[spec.name] = spec

    def page(self, name: str) -> QWidget:
        """The page, built now if it has not been. Raises ``KeyError`` for an unknown name."""
        spec = self._specs[name]
        if name not in self._pages:
            self._pages[name] = spec.build()
            self._stack.addWidget(self._pages[name])
        return self._pages[name]

    def show_page(self, name: str) -> None:
        """Bring a page to the front. Raises ``KeyError`` for an unknown name."""
        page, reason = self.page(name), _reason()
        previous = self._stack.currentWidget()
        if isinstance(previous, Page) and self._current and previous is not page:
            previous.left()
        self._current = name
        self.sidebar.setVisible(not self._specs[name].alone)
        self.sidebar.select(name)
        self._stack.setCurrentWidget(page)
        page.setFocus(reason)
        if isinstance(page, Page):
            page.entered()
        self.page_shown.emit(name)

    def focus_page(self) -> None:
        """Give the keys back to the page that is shown."""
        if self._current:
            self._pages[self._current].setFocus(Qt.FocusReason.OtherFocusReason)

    def rebuild_page(self, name: str) -> None:
        """Forget a page, so that it is built anew; shown again at once if it is in front."""
        page = self._pages.pop(name, None)
        if page is None:
            return
        self._stack.removeWidget(page)
        page.deleteLater()
        if self._current == name:
            self.show_page(name)

    def toggle_full_screen(self) -> None:
        """Whole screen, and back."""
        if self.isFullScreen():
            self.showNormal()
        else:
            self.showFullScreen()

    def restyle(self, theme: Theme) -> None:
        self.sidebar.set_collapsed(self.width() < theme.px(COLLAPSE_BELOW_PX))

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        super().resizeEvent(event)
        self.restyle(current_theme())

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: N802
        self.closing.emit()
        super().closeEvent(event)


def _reason() -> Qt.FocusReason:
    """What leads to the next page: a click on something, or a key (or the app itself)."""
    before = QApplication.focusWidget()
    clicked = isinstance(before, FocusRing) and before.came_by_mouse()
    return Qt.FocusReason.MouseFocusReason if clicked else Qt.FocusReason.OtherFocusReason
