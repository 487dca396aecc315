"""The window: lazy pages, sidebar, shortcuts, small sizes."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from coach.gui.main_window import MainWindow, PageSpec
from coach.gui.page import Page, ScrollPage
from coach.gui.style import apply_theme
from coach.gui.theme import load_theme


class Recorder(Page):
    """Remembers when it came and went."""

    def __init__(self) -> None:
        super().__init__()
        self.seen: list[str] = []

    def entered(self) -> None:
        self.seen.append("in")

    def left(self) -> None:
        self.seen.append("out")


@pytest.fixture
def built() -> list[str]:
    return []


@pytest.fixture
def window(themed: QtBot, built: list[str]) -> MainWindow:
    def make(name: str) -> QWidget:
        built.append(name)
        return Recorder()

    made = MainWindow(
        [
            PageSpec("today", lambda: make("today"), "Today", "house"),
            PageSpec("week", lambda: make("week"), "Routine", "calendar"),
            PageSpec("player", lambda: make("player"), alone=True),
        ],
        brand="coach",
        foot="Everything stays on this computer.",
    )
    themed.addWidget(made)
    made.resize(1280, 820)
    with themed.waitExposed(made):
        made.show()
    return made


def test_a_page_is_built_when_first_shown(window: MainWindow, built: list[str]) -> None:
    assert built == []
    window.show_page("week")
    window.show_page("today")
    window.show_page("week")
    assert built == ["week", "today"]
    assert window.current_page() == "week"


def test_pages_hear_that_they_come_and_go(window: MainWindow) -> None:
    window.show_page("today")
    window.show_page("week")
    page = window.page("today")
    assert isinstance(page, Recorder)
    assert page.seen == ["in", "out"]


def test_an_unknown_page_is_an_error(window: MainWindow) -> None:
    with pytest.raises(KeyError):
        window.show_page("nowhere")


def test_ctrl_number_asks_for_a_page(themed: QtBot, window: MainWindow) -> None:
    window.show_page("today")
    window.activateWindow()
    with themed.waitSignal(window.page_requested) as asked:
        themed.keyClick(window, Qt.Key.Key_2, Qt.KeyboardModifier.ControlModifier)
    assert asked.args == ["week"]


def test_the_sidebar_asks_and_the_page_is_marked(themed: QtBot, window: MainWindow) -> None:
    window.page_requested.connect(window.show_page)
    themed.mouseClick(window.sidebar.entries["week"], Qt.MouseButton.LeftButton)
    assert window.current_page() == "week"
    assert [e.isChecked() for e in window.sidebar.entries.values()] == [False, True]


def test_arrows_walk_the_sidebar(themed: QtBot, window: MainWindow) -> None:
    window.show_page("today")
    first, second = window.sidebar.entries.values()
    first.setFocus(Qt.FocusReason.TabFocusReason)
    themed.keyClick(first, Qt.Key.Key_Down)
    assert second.hasFocus()


def test_the_player_stands_alone(window: MainWindow) -> None:
    window.show_page("player")
    assert not window.sidebar.isVisible()
    window.show_page("today")
    assert window.sidebar.isVisible()


def test_the_sidebar_gives_way_when_narrow(window: MainWindow) -> None:
    assert not window.sidebar.is_collapsed()
    assert window.sidebar.width() == 208
    window.resize(800, 480)
    assert window.sidebar.is_collapsed()
    assert (window.width(), window.height()) == (800, 480)
    assert window.sidebar.entries["week"].toolTip() == "Routine"


def test_large_text_collapses_the_sidebar_at_once(window: MainWindow, qapp: QApplication) -> None:
    apply_theme(qapp, load_theme("light", 200))
    assert window.sidebar.is_collapsed()


def test_a_page_can_be_built_anew(window: MainWindow, built: list[str]) -> None:
    window.show_page("today")
    window.rebuild_page("today")
    assert built == ["today", "today"]


def test_f11_fills_the_screen_and_back(themed: QtBot, window: MainWindow) -> None:
    window.show_page("today")
    themed.keyClick(window, Qt.Key.Key_F11)
    assert window.isFullScreen()
    themed.keyClick(window, Qt.Key.Key_F11)
    assert not window.isFullScreen()


def test_closing_is_told(themed: QtBot, window: MainWindow) -> None:
    with themed.waitSignal(window.closing):
        window.close()


@pytest.mark.parametrize("percent", [100, 200, 300])
def test_a_scroll_page_fits_the_smallest_window(
    themed: QtBot, qapp: QApplication, percent: int
) -> None:
    apply_theme(qapp, load_theme("light", percent))
    page = ScrollPage("Your session is ready.", "A mat, a towel and a wall.", crumb="Today")
    themed.addWidget(page)
    page.resize(732, 480)
    with themed.waitExposed(page):
        page.show()
    for label in (page.crumb, page.title, page.subtitle):
        assert label.width() >= label.minimumSizeHint().width()
        assert label.height() >= label.heightForWidth(label.width())
