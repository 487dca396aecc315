"""A frame that lights up for a moment and is in nobody's way."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from coach.gui.theme import Token, current_theme
from coach.gui.widgets.buttons import Button
from coach.gui.widgets.flash import FLASH_MS, LEAST_APART_MS, FlashFrame


@pytest.fixture
def host(themed: QtBot) -> QWidget:
    made = QWidget()
    box = QVBoxLayout(made)
    box.setContentsMargins(0, 0, 0, 0)
    box.addWidget(Button("Pause"))
    themed.addWidget(made)
    made.resize(400, 300)
    with themed.waitExposed(made):
        made.show()
    return made


def test_it_lights_the_edge_for_a_moment(themed: QtBot, host: QWidget) -> None:
    frame = FlashFrame(host)
    before = host.grab().toImage().pixelColor(3, 150)
    frame.flash()
    seen = host.grab().toImage()
    assert seen.pixelColor(3, 150) == current_theme().color(Token.BREATH)
    assert seen.pixelColor(396, 150) == current_theme().color(Token.BREATH)
    assert seen.pixelColor(40, 40) == before
    themed.waitUntil(lambda: not frame.isVisible(), timeout=FLASH_MS + 2_000)
    assert host.grab().toImage().pixelColor(3, 150) == before


def test_it_never_flickers(host: QWidget) -> None:
    """Three flashes a second may harm somebody."""
    frame = FlashFrame(host)
    frame.flash()
    frame.hide()
    frame.flash()
    assert not frame.isVisible()
    assert FLASH_MS < LEAST_APART_MS
    assert LEAST_APART_MS > 1_000 / 3


def test_clicks_and_keys_go_through(themed: QtBot, host: QWidget) -> None:
    frame = FlashFrame(host)
    button = host.findChild(Button)
    assert button is not None
    button.setFocus()
    frame.flash()
    assert button.hasFocus()
    below_the_frame = QPoint(5, button.geometry().center().y())
    assert frame.mask().contains(below_the_frame)
    assert host.childAt(below_the_frame) is button


def test_it_follows_the_size_of_what_it_frames(host: QWidget) -> None:
    frame = FlashFrame(host)
    frame.flash()
    host.resize(700, 200)
    assert frame.geometry() == host.rect()
    assert not frame.mask().contains(QPoint(350, 100))
    assert frame.mask().contains(QPoint(698, 100))
