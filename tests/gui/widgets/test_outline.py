"""The three outlines: drawn, different from one another, in the colours of the theme."""

from __future__ import annotations

from itertools import combinations

import pytest
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QImage, QPainter
from pytestqt.qtbot import QtBot

from coach.gui.theme import Theme, Token, load_theme
from coach.gui.widgets.outline import SHAPES, OutlineButton, outline_path, paint_outline


def drawn(shape: str, theme: Theme) -> QImage:
    image = QImage(80, 200, QImage.Format.Format_ARGB32)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    paint_outline(painter, QRectF(0, 0, 80, 200), shape, theme)
    painter.end()
    return image


@pytest.mark.parametrize("shape", SHAPES)
def test_an_outline_stays_in_its_box_and_is_upright(shape: str) -> None:
    box = outline_path(shape).boundingRect()
    assert QRectF(0, 0, 40, 100).contains(box)
    assert box.height() > 90


def test_the_low_back_hollows_from_flat_to_arched() -> None:
    """Where the belt sits, the back lies furthest in for the arched one."""

    def hollow(shape: str) -> float:
        path = outline_path(shape)
        return next(x / 10 for x in range(400) if path.contains(QRectF(x / 10, 44, 0.1, 0.1)))

    assert hollow("flat") < hollow("between") < hollow("arched")


def test_the_three_differ_and_follow_the_theme(theme: Theme) -> None:
    for one, other in combinations(SHAPES, 2):
        assert drawn(one, theme) != drawn(other, theme)
    dark = load_theme("dark")
    image = drawn("flat", dark)
    assert image.pixelColor(40, 20) == dark.color(Token.FIGURE_NEAR)


def test_a_click_and_the_space_bar_choose(themed: QtBot) -> None:
    button = OutlineButton("Arched", "arched", key="1")
    themed.addWidget(button)
    button.show()
    assert button.accessibleName() == "Arched"
    themed.mouseClick(button, Qt.MouseButton.LeftButton)
    assert button.isChecked()
    themed.keyClick(button, Qt.Key.Key_Space)
    assert not button.isChecked()
