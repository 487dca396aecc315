"""The bar: its buttons are reached by Tab where it stands."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from coach.gui.widgets.banner import Banner
from coach.gui.widgets.buttons import Button


@pytest.mark.parametrize("times", [1, 2])
def test_tab_reaches_the_actions_where_the_bar_stands(themed: QtBot, times: int) -> None:
    whole = QWidget()
    box = QVBoxLayout(whole)
    above, bar, below = Button("above"), Banner(), Button("below")
    for part in (above, bar, below):
        box.addWidget(part)
    themed.addWidget(whole)
    with themed.waitExposed(whole):
        whole.show()
    for _ in range(times):
        bar.show_message("What now?", actions=(("on", "Go on"), ("off", "Finish")))
    above.setFocus()
    reached = []
    for _ in range(3):
        focused = whole.focusWidget()
        assert focused is not None
        themed.keyClick(focused, Qt.Key.Key_Tab)
        stop = whole.focusWidget()
        reached.append(stop.text() if isinstance(stop, Button) else "")
    assert reached == ["Go on", "Finish", "below"]
