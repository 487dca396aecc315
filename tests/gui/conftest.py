"""The application in its light theme, shared by all tests of the windows."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from coach.gui.fonts import load_fonts
from coach.gui.style import apply_theme
from coach.gui.theme import Theme, load_theme

# The offscreen platform says so for every window with a least size; it means nothing here.
OFFSCREEN_NOISE = "propagateSizeHints"


def pytest_itemcollected(item: pytest.Item) -> None:
    """A warning of Qt during a test of the windows fails that test."""
    item.add_marker(pytest.mark.qt_log_level_fail("WARNING"))
    item.add_marker(pytest.mark.qt_log_ignore(OFFSCREEN_NOISE))


@pytest.fixture(scope="session")
def typeface(qapp: QApplication) -> None:
    """The bundled fonts, loaded once."""
    load_fonts()


@pytest.fixture
def theme(qapp: QApplication, typeface: None) -> Theme:
    """The light theme at 100 %, applied."""
    chosen = load_theme("light")
    apply_theme(qapp, chosen)
    return chosen


@pytest.fixture
def themed(qtbot: QtBot, theme: Theme) -> QtBot:
    """A qtbot in the themed application."""
    return qtbot


@pytest.fixture(autouse=True)
def swept(qapp: QApplication) -> Iterator[None]:
    """No window outlives its test: left-over pages make every later change of theme slower."""
    yield
    for window in qapp.topLevelWidgets():
        window.close()
        window.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
