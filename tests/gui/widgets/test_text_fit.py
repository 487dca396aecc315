"""At every text size, words have the room they need, in the smallest window too."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from coach.gui.page import ScrollPage
from coach.gui.style import apply_theme
from coach.gui.theme import load_theme
from coach.gui.widgets.banner import Banner, BannerKind
from coach.gui.widgets.buttons import Button, ButtonKind
from coach.gui.widgets.card import Card
from coach.gui.widgets.chip import Chip
from coach.gui.widgets.choice import ChoiceButton
from coach.gui.widgets.day_column import DayKind, DayState
from coach.gui.widgets.flow import Columns, FlowLayout
from coach.gui.widgets.rating_scale import RatingScale
from coach.gui.widgets.stat_card import StatCard
from coach.gui.widgets.step_list import StepList
from coach.gui.widgets.text import Text
from coach.gui.widgets.toggle import Toggle
from coach.gui.widgets.week_board import WeekBoard

LEAST = (732, 480)


def full_page() -> ScrollPage:
    """A page with one of everything that carries words."""
    page = ScrollPage("Your session is ready", "A mat, a rolled towel and a wall", crumb="Today")
    page.tools.addWidget(Button("Report for my physio"))
    words = "This rating is not saved yet: the disk is full. It is kept here until there is room."
    page.body.addWidget(Banner(words, BannerKind.WARN, [("a", "Try again"), ("b", "Not now")]))
    card = Card("How tight are they this morning?", note="0 is loose, 10 is the tightest")
    card.head.addWidget(Chip("Stage 1 · Control"))
    card.body.addWidget(RatingScale("Left"))
    for number, answer in enumerate(("Less than 4 hours", "None of these"), start=1):
        card.body.addWidget(ChoiceButton(answer, key=str(number), multi=True))
    card.body.addWidget(StepList(["Kneel with the right knee on a pad under the hip."]))
    card.body.addWidget(Toggle("Still pictures instead of moving ones"))
    row = FlowLayout()
    for kind in ButtonKind:
        row.addWidget(Button("Two minutes today", kind, icon_name="play"))
    card.body.addLayout(row)
    stats = Columns(stack_below_px=640)
    for caption in ("Tightness now", "Sessions", "After a session", "Left vs right"):
        stats.add(StatCard(caption, "31 of 36", "points on the day, median"))
    board = WeekBoard()
    rest = "Rest. A short walk every half hour of sitting."
    board.show_days(
        [DayState("Wed", "9:33", DayKind.FULL), *(DayState("Thu", "", text=rest) for _ in range(6))]
    )
    for widget in (card, stats, board):
        page.body.addWidget(widget)
    return page


def too_small(page: QWidget) -> list[str]:
    """The words of every visible label or button that is smaller than its words."""
    found = []
    for label in page.findChildren(Text):
        narrow = label.width() < label.minimumSizeHint().width()
        low = label.height() < label.heightForWidth(label.width())
        if label.isVisible() and (narrow or low):
            found.append(label.text())
    for button in page.findChildren(Button):
        if button.isVisible() and button.width() < min(button.sizeHint().width(), page.width()):
            found.append(button.text())
    return found


@pytest.mark.parametrize("percent", [80, 100, 150, 200, 300])
@pytest.mark.parametrize("size", [LEAST, (1072, 820)])
def test_words_are_never_clipped(
    themed: QtBot, qapp: QApplication, size: tuple[int, int], percent: int
) -> None:
    apply_theme(qapp, load_theme("light", percent))
    page = full_page()
    themed.addWidget(page)
    page.resize(*size)
    with themed.waitExposed(page):
        page.show()
    qapp.processEvents()
    assert too_small(page) == []


def test_words_fit_after_the_text_size_changes(themed: QtBot, qapp: QApplication) -> None:
    page = full_page()
    themed.addWidget(page)
    page.resize(*LEAST)
    with themed.waitExposed(page):
        page.show()
    apply_theme(qapp, load_theme("dark", 200))
    qapp.processEvents()
    assert too_small(page) == []
