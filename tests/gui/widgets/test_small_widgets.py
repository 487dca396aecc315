"""Rings, bars, calendars, banners, switches and the rest: state in, signals out."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QImage
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from coach.gui.theme import Token, current_theme
from coach.gui.widgets.banner import Banner, BannerKind
from coach.gui.widgets.breath_ring import BreathRing, RingState
from coach.gui.widgets.calendar_grid import CalendarDay, CalendarGrid, DayMark
from coach.gui.widgets.effort_bar import EffortBar, EffortOption
from coach.gui.widgets.segment_bar import Segment, SegmentBar
from coach.gui.widgets.sparkline import Sparkline
from coach.gui.widgets.stat_card import StatCard
from coach.gui.widgets.step_list import StepList
from coach.gui.widgets.toggle import Toggle

EFFORTS = (EffortOption("easy", "Easy", "1"), EffortOption("right", "Just right", "2"))
SIGNS = (EffortOption("sharp", "Sharp pain", "P"),)


def name_of(widget: QWidget) -> str:
    return QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name)


def share_of(widget: QWidget, token: Token) -> float:
    """The share of the widget's pixels in one colour of the theme."""
    image = widget.grab().toImage()
    wanted = current_theme().color(token).rgb()
    hits = sum(
        image.pixel(x, y) == wanted
        for x in range(0, image.width(), 3)
        for y in range(0, image.height(), 3)
    )
    return hits / (image.width() * image.height() / 9)


@pytest.fixture
def ring(themed: QtBot) -> BreathRing:
    made = BreathRing()
    themed.addWidget(made)
    made.resize(254, 254)
    return made


def test_the_disc_grows_with_the_breath(ring: BreathRing) -> None:
    shares = []
    for breath in (0.0, 0.5, 1.0):
        ring.show_state(RingState(0.5, breath))
        shares.append(share_of(ring, Token.BREATH_SOFT))
    assert shares[0] < shares[1] < shares[2]


@pytest.mark.parametrize("reduced", [False, True])
def test_the_arc_and_the_bar_grow_with_the_phase(ring: BreathRing, reduced: bool) -> None:
    shares = []
    for fraction in (0.0, 0.4, 1.0):
        ring.show_state(RingState(fraction, 0.5, reduced_motion=reduced))
        shares.append(share_of(ring, Token.BREATH))
    assert shares[0] == 0 < shares[1] < shares[2]


def test_reduced_motion_has_no_moving_disc(ring: BreathRing) -> None:
    ring.show_state(RingState(0.5, 1.0, reduced_motion=True))
    assert share_of(ring, Token.BREATH_SOFT) == 0


def test_the_ring_tells_word_and_number(ring: BreathRing) -> None:
    ring.show_state(RingState(0.5, 0.5, "3", "breathe out"))
    assert ring.accessibleDescription() == "breathe out 3"
    assert name_of(ring) == "Breath"


def test_segments_count_by_weight(themed: QtBot) -> None:
    bar = SegmentBar("Session")
    themed.addWidget(bar)
    bar.show_segments([Segment(3, 1.0), Segment(1, 0.0), Segment(4, 0.5)])
    assert bar.value() == 62
    bar.show_steps(3, 12)
    assert bar.value() == 25
    bar.show_segments([])
    assert bar.value() == 0
    assert name_of(bar) == "Session"


def test_the_calendar_knows_its_days(themed: QtBot) -> None:
    grid = CalendarGrid("Sessions")
    themed.addWidget(grid)
    days = [CalendarDay(DayMark.DONE, f"day {n}") for n in range(84)]
    grid.show_days(days, "84 sessions")
    grid.resize(grid.sizeHint())
    assert grid.label_at(grid.cell(9).center().toPoint()) == "day 9"
    assert grid.accessibleDescription() == "84 sessions"


def test_done_and_partial_differ_by_shape(themed: QtBot) -> None:
    grid = CalendarGrid("Sessions")
    themed.addWidget(grid)
    seen = set()
    for mark in (DayMark.NONE, DayMark.PARTIAL, DayMark.DONE):
        grid.show_days([CalendarDay(mark)], "")
        grid.resize(21, 147)
        image = grid.grab(grid.cell(0).toAlignedRect()).toImage()
        seen.add(shape_of(image))
    assert len(seen) == 3


def shape_of(image: QImage) -> tuple[bool, ...]:
    """Which pixels differ from the one beside them: edges, whatever their colour."""
    spots = [(x, y) for x in range(2, 14) for y in range(2, 14)]
    return tuple(image.pixel(x, y) != image.pixel(x + 1, y) for x, y in spots)


def test_a_gap_in_the_line_is_no_point(themed: QtBot) -> None:
    line = Sparkline("Two weeks")
    themed.addWidget(line)
    line.resize(300, 96)
    line.show_values([10, None, 0], "falling")
    points = line.points()
    assert len(points) == 2
    assert points[0].y() < points[1].y()
    assert line.accessibleDescription() == "falling"


def test_a_number_has_its_caption_and_note(themed: QtBot) -> None:
    card = StatCard("Sessions", "31 of 36", "2.6 a week")
    themed.addWidget(card)
    assert name_of(card) == "Sessions"
    assert card.accessibleDescription() == "31 of 36 2.6 a week"


def test_a_banner_offers_its_actions(themed: QtBot) -> None:
    banner = Banner("Not saved yet", BannerKind.WARN, [("retry", "Retry"), ("drop", "Discard")])
    themed.addWidget(banner)
    with themed.waitSignal(banner.action) as told:
        themed.mouseClick(banner.buttons["drop"], Qt.MouseButton.LeftButton)
    assert told.args == ["drop"]
    assert name_of(banner) == "Not saved yet"


def test_a_banner_with_nothing_to_say_hides(themed: QtBot) -> None:
    banner = Banner("Not saved yet")
    themed.addWidget(banner)
    banner.show()
    banner.show_message("")
    assert banner.isHidden()
    banner.show_message("Saved again")
    assert not banner.isHidden()


@pytest.mark.parametrize(("key", "name"), [("1", "easy"), ("2", "right"), ("p", "sharp")])
def test_effort_by_key(themed: QtBot, key: str, name: str) -> None:
    bar = EffortBar("How was that?", EFFORTS, SIGNS)
    themed.addWidget(bar)
    with themed.waitSignal(bar.chosen) as told:
        themed.keyClicks(bar, key)
    assert told.args == [name]


def test_effort_by_tap_stays_marked(themed: QtBot) -> None:
    bar = EffortBar("How was that?", EFFORTS, SIGNS)
    themed.addWidget(bar)
    for name in ("easy", "right"):
        with themed.waitSignal(bar.chosen) as told:
            themed.mouseClick(bar.buttons[name], Qt.MouseButton.LeftButton)
        assert told.args == [name]
    assert not bar.buttons["easy"].isChecked()
    assert bar.buttons["right"].isChecked()
    bar.mark(None)
    assert not bar.buttons["right"].isChecked()


def test_an_unknown_effort_is_an_error(themed: QtBot) -> None:
    bar = EffortBar("How was that?", EFFORTS)
    themed.addWidget(bar)
    with pytest.raises(KeyError):
        bar.choose("superb")


def test_steps_are_numbered(themed: QtBot) -> None:
    steps = StepList(["Lie down", "Breathe"])
    themed.addWidget(steps)
    steps.show_steps(["Kneel", "Breathe", "Rise"])
    named = [child.accessibleName() for child in steps.findChildren(QWidget)]
    assert "3. Rise" in named


def test_a_switch_answers_click_and_space(themed: QtBot) -> None:
    switch = Toggle("Speak the phases")
    themed.addWidget(switch)
    switch.resize(switch.sizeHint())
    themed.mouseClick(switch, Qt.MouseButton.LeftButton)
    assert switch.isChecked()
    themed.keyClick(switch, Qt.Key.Key_Space)
    assert not switch.isChecked()
    assert name_of(switch) == "Speak the phases"
