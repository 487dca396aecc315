"""Every screen as a screen reader and the keyboard meet it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from itertools import pairwise
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractSlider,
    QApplication,
    QComboBox,
    QLineEdit,
    QScrollBar,
    QWidget,
)
from pytestqt.qtbot import QtBot

from coach.gui.pages.player import PlayerPage
from coach.gui.pages.progress import ProgressPage
from coach.gui.pages.settings import SettingsPage
from coach.gui.pages.today import TodayPage
from coach.gui.widgets.breath_ring import BreathRing
from coach.gui.widgets.buttons import Button
from coach.gui.widgets.chart import Chart
from coach.gui.widgets.figure import FigureWidget
from coach.gui.widgets.rating_scale import RatingScale
from support.screens import SCREENS
from support.shell import App, make_app

CONTROLS = (QAbstractButton, QAbstractSlider, QLineEdit, QComboBox)
SAID = QAccessible.Text
ROLE = QAccessible.Role
Show = Callable[[str], App]


@pytest.fixture
def show(themed: QtBot, tmp_path: Path) -> Iterator[Show]:
    """Brings one of the screens to the front of a whole app."""
    apps: list[App] = []

    def bring(screen: str) -> App:
        apps.append(make_app(tmp_path / "data"))
        with themed.waitActive(apps[0].shell.window):
            apps[0].shell.window.activateWindow()
        SCREENS[screen](apps[0])
        return apps[0]

    yield bring
    for app in apps:
        app.close()


def told(widget: QWidget) -> QAccessibleInterface:
    found = QAccessible.queryAccessibleInterface(widget)
    assert found is not None
    return found


def shown(app: App) -> Iterator[QWidget]:
    """All widgets in sight; scroll bars are for the pointer, pages scroll by their own keys."""
    for widget in app.shell.window.findChildren(QWidget):
        if widget.isVisible() and not isinstance(widget, QScrollBar):
            yield widget


def takes_tab(widget: QWidget) -> bool:
    return bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus) and widget.isEnabled()


def name_of(widget: QWidget) -> str:
    """The name itself; a box of choices has the words of its label on some systems."""
    if isinstance(widget, QComboBox):
        labels = told(widget).relations()
        return " ".join(one.text(SAID.Name) for one, _ in labels) and widget.accessibleName()
    return told(widget).text(SAID.Name)


@pytest.mark.parametrize("screen", SCREENS)
def test_a_screen_can_be_heard_and_walked(show: Show, screen: str) -> None:
    app = show(screen)
    for widget in shown(app):
        _check_described(widget)
    stops = [widget for widget in shown(app) if isinstance(widget, CONTROLS) or takes_tab(widget)]
    assert stops
    for widget in stops:
        assert name_of(widget).strip(), widget
        assert told(widget).role() is not ROLE.NoRole, widget
        assert takes_tab(widget) or _led(widget) or not widget.isEnabled(), widget
    _check_alike(stops)
    _check_walk({widget for widget in stops if takes_tab(widget) and not _led(widget)})


def _check_described(widget: QWidget) -> None:
    """Figures, the ring, charts and bars say in words what they show."""
    said = told(widget)
    if isinstance(widget, FigureWidget | BreathRing | Chart):
        assert said.text(SAID.Name), widget
        assert said.text(SAID.Description), widget
    if said.role() is ROLE.ProgressBar:
        assert said.text(SAID.Name), widget
        assert said.text(SAID.Value).isdecimal(), widget


def _check_alike(stops: list[QWidget]) -> None:
    """No two controls are told alike."""
    said = Counter(
        (name_of(widget), told(widget).text(SAID.Description))
        for widget in stops
        if takes_tab(widget)
    )
    assert {words: count for words, count in said.items() if count > 1} == {}


def _check_walk(wanted: set[QWidget]) -> None:
    """Tab comes to each stop, and to none twice before it is round."""
    walked: list[QWidget] = []
    for _ in range(2 * len(wanted) + 2):
        at = QApplication.focusWidget()
        assert at is not None
        if at in walked:
            break
        walked.append(at)
        QTest.keyClick(at, Qt.Key.Key_Tab)
    assert [name_of(widget) for widget in wanted - set(walked)] == []
    assert at is walked[0] or at is walked[1], name_of(at)


def _led(widget: QWidget) -> bool:
    """One of several that exclude each other is the stop; arrows lead to the others."""
    if not isinstance(widget, QAbstractButton) or widget.isChecked():
        return False
    group = widget.group()
    return widget.autoExclusive() or (group is not None and group.exclusive())


def test_a_scale_tells_its_value(show: Show) -> None:
    app = show("today")
    page = app.shell.window.page("today")
    assert isinstance(page, TodayPage)
    for scale in page.checkin.scales.values():
        assert told(scale).text(SAID.Description) == "not rated yet"
        QTest.keyClick(scale, Qt.Key.Key_4)
        assert told(scale).text(SAID.Value) == "4"
        assert told(scale).text(SAID.Description) == "4 of 10"


def test_a_switch_tells_its_state(show: Show) -> None:
    app = show("settings")
    page = app.shell.window.page("settings")
    assert isinstance(page, SettingsPage)
    switch = page.look.motion
    assert told(switch).role() is ROLE.CheckBox
    assert not told(switch).state().checked
    QTest.keyClick(switch, Qt.Key.Key_Space)
    assert told(switch).state().checked


def test_a_chart_is_there_as_a_table(show: Show) -> None:
    app = show("progress")
    page = app.shell.window.page("progress")
    assert isinstance(page, ProgressPage)
    assert "60" not in told(page.chart.chart).text(SAID.Name)
    QTest.keyClick(page.chart.as_table, Qt.Key.Key_Space)
    table = page.chart.table
    assert table.isVisible()
    assert told(table).role() is ROLE.Table
    assert told(table).text(SAID.Name) == "Tightness, day by day"
    assert takes_tab(table)


@pytest.fixture
def announced(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What screen readers were asked to say."""
    said: list[str] = []

    class Heard:
        @staticmethod
        def updateAccessibility(event: object) -> None:  # noqa: N802
            message = getattr(event, "message", None)
            if message is not None:
                said.append(message())

    for module in ("pages.player", "pages.check", "widgets.banner", "widgets.chart"):
        monkeypatch.setattr(f"coach.gui.{module}.QAccessible", Heard)
    return said


def test_phases_are_announced(show: Show, announced: list[str]) -> None:
    show("player")
    assert announced[0].startswith("Breathing bridge, get ready.")
    assert any("breathe in" in words for words in announced)
    assert all(one != other for one, other in pairwise(announced))


def test_a_stop_and_its_choices_are_announced(show: Show, announced: list[str]) -> None:
    show("player stopped")
    assert "Stopped. Go on from here, or finish for today?" in announced


def test_each_question_is_announced(show: Show, announced: list[str]) -> None:
    show("question 3")
    assert [words.split(" · ")[0] for words in announced][-1].startswith("Question 3 of 12")


def test_the_chart_is_read_by_keys(show: Show, announced: list[str]) -> None:
    page = show("progress").shell.window.page("progress")
    assert isinstance(page, ProgressPage)
    QTest.keyClick(page.chart.chart, Qt.Key.Key_Left)
    assert announced[-1].endswith("tightness 4")


KEYS = {
    "pause": "Space",
    "back": "Left",
    "skip": "Right",
    "hurts": "P",
    "tingling": "T",
    "dizzy": "D",
    "wrong": "W",
}


def test_every_key_of_the_player_is_told(show: Show) -> None:
    app = show("player")
    page = app.shell.window.page("player")
    assert isinstance(page, PlayerPage)
    controls = page.run.controls
    controls.set_voice(on=True, muted=False, silent=False)
    for name, key in KEYS.items():
        button = getattr(controls, name)
        assert isinstance(button, Button)
        assert told(button).text(SAID.Description) == f"Key: {key}"
        QTest.mouseMove(button)
        button.enterEvent(None)  # type: ignore[arg-type]
        assert button.toolTip().endswith(f"Key: {key}")
    line = controls.hint_label.text()
    for hint in ("Space pauses", "← → move by one set", "S stops", "F floor mode", "V voice"):
        assert hint in line
    assert "M mutes" in line


def test_the_keys_of_the_effort_question_are_told(show: Show) -> None:
    page = show("player effort").shell.window.page("player")
    assert isinstance(page, PlayerPage)
    bar = page.run.notice.effort
    assert bar is not None
    keys = [told(button).text(SAID.Description)[-6:] for button in bar.buttons.values()]
    assert keys == ["Key: 1", "Key: 2", "Key: 3", "Key: 4"]


def test_scales_tell_their_keys(show: Show) -> None:
    page = show("today").shell.window.page("today")
    assert isinstance(page, TodayPage)
    assert "Keys 0–9, X for ten" in page.checkin.state.text()
    assert all(isinstance(scale, RatingScale) for scale in page.checkin.scales.values())
