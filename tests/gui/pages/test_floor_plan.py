"""What is needed can be read from three metres, in every window."""

from __future__ import annotations

import itertools
import math

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtGui import QFontMetricsF
from pytestqt.qtbot import QtBot

from coach.gui.pages.floor_plan import (
    BAR_SHARE,
    CAP_OF_EM,
    CAP_SHARE,
    LEAST_TARGET_PX,
    Shown,
    floor_plan,
    needed_px,
)
from coach.gui.pages.floor_text import sized
from coach.gui.theme import Weight, current_theme

SIZES = [(1280, 820), (800, 480), (1920, 1080), (540, 960), (1080, 1920), (1000, 1000)]
EVERYTHING = [
    Shown(message=m, figure=f, choices=c, band=b)
    for m, f, c, b in itertools.product((False, True), repeat=4)
]


def test_a_capital_is_21_mm_on_a_24_inch_screen() -> None:
    """0.4 degrees at 3 m: the share of the height, worked out by hand."""
    assert math.isclose(CAP_SHARE * 298.9, 20.9, abs_tol=0.05)
    assert math.isclose(CAP_SHARE * 1080, 75.7, abs_tol=0.2)


def test_the_font_is_as_tall_as_reckoned(themed: QtBot) -> None:
    """The capitals of the font in use have the share of the window that the angle asks for."""
    for width, height in SIZES:
        font = sized(current_theme(), needed_px(width, height), Weight.SEMI_BOLD)
        cap_px = QFontMetricsF(font).capHeight()
        assert cap_px >= CAP_SHARE * min(width, height) - 1
        assert math.isclose(cap_px / font.pixelSize(), CAP_OF_EM, abs_tol=0.03)


@given(
    width=st.integers(480, 4000),
    height=st.integers(480, 4000),
    shown=st.sampled_from(EVERYTHING),
)
def test_nothing_covers_anything(width: int, height: int, shown: Shown) -> None:
    plan = floor_plan(width, height, shown)
    places = [plan.figure, plan.message, plan.choices, plan.word, plan.count]
    seen = [place for place in places if not place.isEmpty()]
    for one, other in itertools.combinations(seen, 2):
        assert not one.adjusted(1, 1, -1, -1).intersects(other)
    assert all(place.bottom() <= height * (1 - BAR_SHARE) + 1 for place in seen)
    assert not plan.close.intersects(plan.choices)
    if plan.figure.isEmpty():
        assert not plan.close.intersects(plan.message)
    assert plan.close.width() >= LEAST_TARGET_PX


@pytest.mark.parametrize("size", SIZES)
def test_words_give_way_to_nothing_but_a_question(size: tuple[int, int]) -> None:
    alone = floor_plan(*size, Shown(message=True, figure=False))
    beside = floor_plan(*size, Shown(message=True))
    assert alone.figure.isEmpty()
    assert alone.message.height() > beside.message.height()
    assert floor_plan(*size, Shown()).message.isEmpty()
