"""What has the keyboard is in sight, also when the focus came from outside the scrolled part."""

from __future__ import annotations

from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from coach.gui.page import ScrollPage
from coach.gui.widgets.buttons import Button


def long_page(qtbot: QtBot) -> tuple[ScrollPage, list[Button]]:
    page = ScrollPage("Long")
    buttons = [Button(str(number)) for number in range(30)]
    for button in buttons:
        page.body.addWidget(button)
    qtbot.addWidget(page)
    page.resize(600, 300)
    page.show()
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    return page, buttons


def in_sight(page: ScrollPage, button: Button) -> bool:
    top = button.mapTo(page, button.rect().topLeft()).y()
    return 0 <= top <= page.height() - button.height()


def test_the_page_scrolls_to_what_gets_the_focus(themed: QtBot) -> None:
    page, buttons = long_page(themed)
    assert not in_sight(page, buttons[-1])
    buttons[-1].setFocus()
    assert QApplication.focusWidget() is buttons[-1]
    assert in_sight(page, buttons[-1])


def test_a_page_begins_at_its_top(themed: QtBot) -> None:
    page, buttons = long_page(themed)
    page.setFocus()
    page.hand_focus(buttons[-1])
    assert QApplication.focusWidget() is buttons[-1]
    assert in_sight(page, buttons[0])
