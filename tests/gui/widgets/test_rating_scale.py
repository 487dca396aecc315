"""The rating scale: one tap or one key, never off 0–10."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QAccessible, QWheelEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from coach.gui.widgets.rating_scale import RatingScale


@pytest.fixture
def scale(themed: QtBot) -> RatingScale:
    made = RatingScale("Left tightness")
    themed.addWidget(made)
    made.resize(342, 40)
    with themed.waitExposed(made):
        made.show()
    return made


@pytest.mark.parametrize(
    ("key", "rating"), [(Qt.Key.Key_0, 0), (Qt.Key.Key_9, 9), (Qt.Key.Key_X, 10)]
)
def test_one_key_rates(themed: QtBot, scale: RatingScale, key: Qt.Key, rating: int) -> None:
    with themed.waitSignal(scale.rated) as told:
        themed.keyClick(scale, key)
    assert told.args == [rating]
    assert scale.rating() == rating


def test_nothing_is_rated_at_first(scale: RatingScale) -> None:
    assert scale.rating() is None


@pytest.mark.parametrize("rating", range(11))
def test_a_tap_rates_the_cell(themed: QtBot, scale: RatingScale, rating: int) -> None:
    spot = scale.cell(rating).center().toPoint()
    with themed.waitSignal(scale.rated) as told:
        themed.mouseClick(scale, Qt.MouseButton.LeftButton, pos=spot)
    assert told.args == [rating]


def test_arrows_step_and_stop_at_the_ends(themed: QtBot, scale: RatingScale) -> None:
    scale.set_rating(9)
    for expected in (10, 10):
        themed.keyClick(scale, Qt.Key.Key_Right)
        assert scale.rating() == expected
    themed.keyClick(scale, Qt.Key.Key_Home)
    themed.keyClick(scale, Qt.Key.Key_Left)
    assert scale.rating() == 0


def test_setting_it_tells_nobody(themed: QtBot, scale: RatingScale) -> None:
    with themed.assertNotEmitted(scale.rated):
        scale.set_rating(4)
        scale.set_rating(None)
    assert scale.rating() is None


@given(st.integers().filter(lambda n: not 0 <= n <= 10))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=20)
def test_a_rating_off_the_scale_is_refused(scale: RatingScale, rating: int) -> None:
    with pytest.raises(ValueError, match="0 to 10"):
        scale.set_rating(rating)


def test_screen_readers_hear_a_slider_with_name_and_value(scale: RatingScale) -> None:
    scale.set_rating(7)
    seen = QAccessible.queryAccessibleInterface(scale)
    assert seen.role() is QAccessible.Role.Slider
    assert seen.text(QAccessible.Text.Name) == "Left tightness"
    assert seen.text(QAccessible.Text.Description) == "7 of 10"
    assert seen.valueInterface().currentValue() == 7


@pytest.mark.parametrize("key", [Qt.Key.Key_PageUp, Qt.Key.Key_PageDown, Qt.Key.Key_A])
def test_other_keys_change_nothing(themed: QtBot, scale: RatingScale, key: Qt.Key) -> None:
    scale.set_rating(6)
    themed.keyClick(scale, key)
    assert scale.rating() == 6


@pytest.mark.parametrize("turn", [-120, 120])
def test_the_wheel_changes_nothing(scale: RatingScale, turn: int) -> None:
    scale.set_rating(6)
    event = QWheelEvent(
        QPointF(20, 10),
        QPointF(20, 10),
        QPoint(0, turn),
        QPoint(0, turn),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(scale, event)
    assert scale.rating() == 6


def test_only_a_number_key_says_that_the_rating_is_whole(themed: QtBot, scale: RatingScale) -> None:
    told: list[bool] = []
    scale.keyed.connect(lambda: told.append(True))
    themed.keyClick(scale, Qt.Key.Key_Right)
    assert told == []
    themed.keyClick(scale, Qt.Key.Key_7)
    assert told == [True]
