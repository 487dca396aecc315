"""Labels: wrapping heights, bold runs, eliding, chips."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QAccessible, QFontMetricsF
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from coach.gui.style import apply_theme
from coach.gui.theme import load_theme
from coach.gui.widgets.chip import Chip, ChipKind
from coach.gui.widgets.text import BODY, DISPLAY, Text

WORDS = "Breathe out, ribs down, tuck the pelvis until the front of the hip feels a stretch."


def test_more_width_needs_no_more_height(themed: QtBot) -> None:
    label = Text(WORDS)
    themed.addWidget(label)
    heights = [label.heightForWidth(width) for width in range(80, 900, 20)]
    assert heights == sorted(heights, reverse=True)
    assert heights[-1] == 22


def test_lines_stand_at_the_leading_of_the_style(themed: QtBot) -> None:
    label = Text("one\ntwo\nthree", BODY)
    themed.addWidget(label)
    assert label.heightForWidth(400) == 66


def test_a_layout_gives_a_wrapped_label_its_height(themed: QtBot) -> None:
    box = QWidget()
    themed.addWidget(box)
    column = QVBoxLayout(box)
    label = Text(WORDS)
    column.addWidget(label)
    column.addStretch(1)
    box.resize(240, 400)
    with themed.waitExposed(box):
        box.show()
    assert label.height() >= label.heightForWidth(label.width()) > 40


def test_stars_set_words_bold_and_are_not_shown(themed: QtBot) -> None:
    label = Text("**Why we ask.** Long sitting")
    themed.addWidget(label)
    assert label.text() == "Why we ask. Long sitting"
    seen = QAccessible.queryAccessibleInterface(label)
    assert seen.text(QAccessible.Text.Name) == "Why we ask. Long sitting"
    plain = Text("Why we ask. Long sitting")
    themed.addWidget(plain)
    assert label.sizeHint().width() > plain.sizeHint().width()


def test_one_line_is_elided_with_the_rest_in_the_tool_tip(themed: QtBot) -> None:
    label = Text(WORDS, wrap=False)
    themed.addWidget(label)
    label.resize(120, 24)
    label.grab()
    assert label.toolTip() == WORDS
    label.resize(2000, 24)
    label.grab()
    assert label.toolTip() == ""


@pytest.mark.parametrize("percent", [80, 100, 200, 300])
def test_the_longest_word_always_fits(themed: QtBot, qapp: QApplication, percent: int) -> None:
    apply_theme(qapp, load_theme("light", percent))
    label = Text("Extraordinary breathing", DISPLAY)
    themed.addWidget(label)
    word = QFontMetricsF(label.font()).horizontalAdvance("Extraordinary")
    assert label.minimumSizeHint().width() >= word


@pytest.mark.parametrize("kind", list(ChipKind))
def test_a_chip_wraps_rather_than_clips(themed: QtBot, kind: ChipKind) -> None:
    chip = Chip("Easier: holding a chair", kind)
    themed.addWidget(chip)
    one_line = chip.sizeHint()
    assert chip.heightForWidth(one_line.width()) == one_line.height()
    assert chip.heightForWidth(one_line.width() - 30) > one_line.height()
