"""Icons are tinted, sharp and kept."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QColor
from pytestqt.qtbot import QtBot

from coach.gui.icons import icon_pixmap
from coach.gui.theme import Token, current_theme
from coach.system.resources import ResourceError, resource_dir
from support.source import modules

NAMES = sorted(path.stem for path in (resource_dir() / "icons").glob("*.svg"))


@pytest.mark.parametrize("name", NAMES)
def test_every_icon_draws_in_the_asked_colour(themed: QtBot, name: str) -> None:
    color = current_theme().color(Token.ACCENT)
    image = icon_pixmap(name, color, 24).toImage()
    solid = [
        image.pixelColor(x, y)
        for x in range(24)
        for y in range(24)
        if image.pixelColor(x, y).alpha() == 255
    ]
    assert solid
    assert {pixel.name() for pixel in solid} == {color.name()}


def test_every_icon_is_used() -> None:
    sources = "".join(module.text for module in modules())
    assert [name for name in NAMES if f'"{name}"' not in sources] == []


def test_a_dense_screen_gets_more_pixels(themed: QtBot) -> None:
    pixmap = icon_pixmap("house", QColor("black"), 20, 2.0)
    assert pixmap.width() == 40
    assert pixmap.deviceIndependentSize().width() == 20


def test_an_unknown_icon_is_named(themed: QtBot) -> None:
    with pytest.raises(ResourceError, match=r"icons/nothing\.svg"):
        icon_pixmap("nothing", QColor("black"), 20)
