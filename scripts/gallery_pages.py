"""Pages of the gallery: the widgets in the company they keep, with made-up words."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPixmap
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from coach.gui.main_window import MainWindow, PageSpec
from coach.gui.page import Page, ScrollPage
from coach.gui.theme import Token, current_theme
from coach.gui.widgets.banner import Banner, BannerKind
from coach.gui.widgets.breath_ring import BreathRing, RingState
from coach.gui.widgets.buttons import Button, ButtonKind, IconButton
from coach.gui.widgets.calendar_grid import CalendarDay, CalendarGrid, DayMark
from coach.gui.widgets.card import Card
from coach.gui.widgets.chip import Chip, ChipKind
from coach.gui.widgets.choice import ChoiceGroup
from coach.gui.widgets.day_column import DayKind, DayState
from coach.gui.widgets.day_picture import DayPicture
from coach.gui.widgets.effort_bar import EffortBar, EffortOption
from coach.gui.widgets.flow import Columns, FlowLayout
from coach.gui.widgets.rating_scale import RatingScale
from coach.gui.widgets.segment_bar import Segment, SegmentBar
from coach.gui.widgets.sparkline import Sparkline
from coach.gui.widgets.stat_card import StatCard
from coach.gui.widgets.step_list import StepList
from coach.gui.widgets.text import (
    BODY,
    DISPLAY,
    LARGE,
    SMALL,
    SOFT,
    STRONG,
    TIME,
    TITLE,
    Text,
    TextStyle,
)
from coach.gui.widgets.toggle import Toggle
from coach.gui.widgets.week_board import WeekBoard


def picture() -> QPixmap:
    """A stand-in for a figure."""
    pixmap = QPixmap(236, 160)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(current_theme().color(Token.FIGURE_NEAR))
    painter.drawRoundedRect(QRectF(50, 100, 140, 22), 11, 11)
    painter.drawEllipse(QRectF(20, 94, 30, 30))
    painter.end()
    return pixmap


def today() -> QWidget:
    """The page that opens."""
    page = ScrollPage(
        "Wednesday. Your session is ready.",
        "9:33 with all pauses. A mat, a rolled towel and a wall.",
    )
    columns = Columns(stack_below_px=700)
    columns.add(_session(), 574)
    side = QWidget()
    box = QVBoxLayout(side)
    box.setContentsMargins(0, 0, 0, 0)
    box.setSpacing(current_theme().space(20))
    box.addWidget(_ratings())
    box.addWidget(_two_weeks())
    columns.add(side, 390)
    page.body.addWidget(columns)
    return page


def _session() -> QWidget:
    card = Card("Today’s session")
    card.head.addWidget(Chip("Stage 1 · Control"))
    rows = (
        ("Breathing bridge", "3 sets of 5 breaths", "3:12"),
        ("Three-way hip flexor release", "3 positions of 3 breaths, each side", "3:44"),
        ("Single-leg deadlift", "toes down, hand on the wall: 8 each side", "1:42"),
    )
    for title, note, time in rows:
        row = QHBoxLayout()
        row.setSpacing(current_theme().space(16))
        shown = DayPicture(picture(), title, framed=True)
        shown.setFixedSize(current_theme().space(150), current_theme().space(112))
        row.addWidget(shown)
        words = QVBoxLayout()
        words.setSpacing(current_theme().space(2))
        words.addStretch(1)
        words.addWidget(Text(title, STRONG))
        words.addWidget(Text(note, SMALL))
        words.addStretch(1)
        row.addLayout(words, 1)
        row.addWidget(Text(time, TIME, wrap=False))
        card.body.addLayout(row)
        card.body.addSpacing(current_theme().space(12))
    buttons = FlowLayout()
    buttons.addWidget(Button("Start session", ButtonKind.PRIMARY))
    buttons.addWidget(Button("Two minutes today"))
    card.body.addLayout(buttons)
    return card


def _ratings() -> QWidget:
    card = Card("How tight are they this morning?", note="0 is loose, 10 is the tightest")
    for side, value in (("Left", 4), ("Right", None)):
        card.body.addWidget(Text(side, STRONG))
        scale = RatingScale(f"{side} tightness")
        scale.set_rating(value)
        card.body.addWidget(scale)
    card.body.addWidget(Text("Keys 0–9, X for ten; saved as you tap", SMALL))
    return card


def _two_weeks() -> QWidget:
    card = Card("Two weeks")
    card.head.addWidget(Chip("8 of 14 days"))
    line = Sparkline("Two weeks")
    line.show_values([6, 5.8, 6.3, 5.6, 5.7, 4.9, None, 4.7, 4.6, 4.8, 4.3, 4.5, 3.7, 3.6], "")
    card.body.addWidget(line)
    card.body.addWidget(Text("Your ratings move about ±1 from day to day.", SMALL))
    return card


def routine() -> QWidget:
    """The week."""
    page = ScrollPage("Your week", "Three sessions and two light days, built from your answers.")
    figure = picture()
    full = tuple((figure, name) for name in ("Bridge", "Release", "Deadlift"))
    days = []
    for label, kind in zip(
        ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"), "flfrflr", strict=True
    ):
        if kind == "f":
            days.append(DayState(label, "9:33", DayKind.FULL, full, movable=True))
        elif kind == "l":
            text = "Light: breath and nerve floss, 3:06"
            days.append(DayState(label, "", DayKind.LIGHT, ((figure, "Floss"),), text))
        else:
            rest = "Rest. A short walk every half hour of sitting."
            days.append(DayState(label, "", DayKind.REST, (), rest))
    board = WeekBoard()
    board.show_days(days)
    board.show_notice("Two full days need a day between them.")
    page.body.addWidget(board)
    columns = Columns()
    why = Card("Why this routine")
    why.body.addWidget(
        Text(
            "Your answers look like **front of the hip**, with a lot of sitting; both may play a "
            "part. So: breathe, release the front, then the deadlift ladder."
        )
    )
    columns.add(why, 2)
    review = Card("Next review")
    review.body.addWidget(Text("After four calm sessions and ten days the next stage is offered."))
    columns.add(review, 1)
    page.body.addWidget(columns)
    return page


def progress() -> QWidget:
    """Numbers and the calendar."""
    page = ScrollPage(
        "Your ratings are lower.",
        "About 2.4 points lower than in your first week (roughly 1.7 to 3.0). This does not tell "
        "us why; people often start on a bad week.",
    )
    page.tools.addWidget(Button("Report for my physio"))
    stats = Columns(stack_below_px=640)
    for caption, value, note in (
        ("Tightness now", "3.9", "was 6.4 in week 1"),
        ("Sessions", "31 of 36", "2.6 a week"),
        ("After a session", "−1.1", "points on the day, median"),
        ("Left vs right", "0.7", "left is tighter"),
    ):
        stats.add(StatCard(caption, value, note))
    page.body.addWidget(stats)
    card = Card("Sessions", note="12 weeks, Monday first")
    grid = CalendarGrid("Sessions")
    marks = [DayMark.NONE, DayMark.DONE, DayMark.NONE, DayMark.DONE, DayMark.PARTIAL]
    days = [CalendarDay(marks[day % 5] if day < 77 else DayMark.AHEAD) for day in range(84)]
    grid.show_days(days, "31 sessions in 12 weeks")
    card.body.addWidget(grid, 0, Qt.AlignmentFlag.AlignLeft)
    columns = Columns()
    columns.add(card)
    how = Card("How")
    how.body.addWidget(
        StepList(
            [
                "Kneel with the right knee on a pad under the hip, left foot forward.",
                "Breathe out, ribs down, tuck the pelvis.",
                "Raise the right arm and lean to the left. Three slow breaths.",
            ]
        )
    )
    columns.add(how)
    page.body.addWidget(columns)
    return page


def controls() -> QWidget:
    """Everything to press."""
    page = ScrollPage("Controls", "Buttons, chips, banners, switches and fields.", crumb="Gallery")
    page.body.addWidget(
        Banner("This rating is not saved yet: the disk is full.", BannerKind.WARN, [("a", "Retry")])
    )
    page.body.addWidget(
        Banner(
            "A session from this morning was left at set 2.",
            BannerKind.INFO,
            [("go", "Continue"), ("finish", "Finish it"), ("drop", "Discard")],
        )
    )
    row = FlowLayout()
    for kind in ButtonKind:
        row.addWidget(Button(kind.value.title(), kind))
    off = Button("Disabled", ButtonKind.PRIMARY)
    off.setEnabled(False)
    chosen = Button("12 weeks", compact=True)
    chosen.setCheckable(True)
    chosen.setChecked(True)
    row.addWidget(off)
    row.addWidget(chosen)
    row.addWidget(Button("Play", ButtonKind.PRIMARY, icon_name="play", hint="Space", compact=True))
    row.addWidget(IconButton("volume-2", "Sound"))
    page.body.addLayout(row)
    chips = FlowLayout()
    for chip in ChipKind:
        chips.addWidget(Chip(f"A {chip.value} chip", chip))
    page.body.addLayout(chips)
    page.body.addWidget(Toggle("Speak the phases", on=True))
    page.body.addWidget(Toggle("Still pictures instead of moving ones"))
    page.body.addWidget(QLineEdit("A line of words"))
    for style in (LARGE, DISPLAY, TITLE, STRONG, BODY, SOFT, SMALL):
        page.body.addWidget(Text("Every breath counts 0123456789", style))
    page.body.addWidget(
        EffortBar(
            "How was that?",
            [
                EffortOption("easy", "Easy", "1"),
                EffortOption("right", "Just right", "2"),
                EffortOption("hard", "Hard", "3"),
                EffortOption("too", "Too hard", "4"),
            ],
            [EffortOption("sharp", "Sharp pain", "P"), EffortOption("dizzy", "Dizzy", "D")],
        )
    )
    return page


def intake() -> QWidget:
    """One question."""
    page = ScrollPage(max_width_px=640, centred=True)
    bar = SegmentBar("Questions")
    bar.show_steps(9, 12)
    page.body.addWidget(bar)
    page.body.addWidget(Text("Question 9 of 12 · half a minute left", SMALL))
    page.body.addWidget(Text("How long do you sit on a usual day?", TextStyle(34, LARGE.weight)))
    answers = ["Less than 4 hours", "4 to 6 hours", "6 to 8 hours", "More than 8 hours"]
    group = ChoiceGroup(answers)
    group.set_chosen([2])
    page.body.addWidget(group)
    several = ChoiceGroup(
        ["At rest", "When walking"], notes=["", "more than ten minutes"], multi=True
    )
    several.set_chosen([1])
    page.body.addWidget(several)
    page.body.addWidget(
        Text("**Why we ask.** Long sitting often goes with tight hamstrings.", SOFT)
    )
    row = QHBoxLayout()
    row.addWidget(Button("Back"))
    row.addStretch(1)
    row.addWidget(Button("Next", ButtonKind.PRIMARY))
    page.body.addLayout(row)
    return page


def player() -> QWidget:
    """The ring and its company."""
    page = Page()
    box = QVBoxLayout(page)
    box.setContentsMargins(40, 28, 40, 28)
    bar = SegmentBar("Session")
    weights = (123, 123, 74, 49, 185, 184, 148, 197)
    bar.show_segments([Segment(w, float(i < 3)) for i, w in enumerate(weights)])
    box.addWidget(bar)
    box.addWidget(Text("Breathing bridge", LARGE))
    rings = QHBoxLayout()
    for state in (
        RingState(0.63, 0.9, "3", "breathe out"),
        RingState(0.1, 0.0, "4", "breathe in"),
        RingState(0.4, 0.0, "12", "rest", reduced_motion=True),
    ):
        ring = BreathRing()
        ring.show_state(state)
        rings.addWidget(ring, 1)
    box.addLayout(rings, 1)
    row = FlowLayout(centred=True)
    row.addWidget(Button("Back", icon_name="skip-back"))
    row.addWidget(Button("Pause", ButtonKind.INK, icon_name="pause"))
    row.addWidget(Button("Skip", icon_name="skip-forward"))
    row.addWidget(Button("Stop, this hurts", ButtonKind.DANGER))
    box.addLayout(row)
    return page


SPECS = (
    PageSpec("today", today, "Today", "house"),
    PageSpec("routine", routine, "Routine", "calendar"),
    PageSpec("progress", progress, "Progress", "chart-column"),
    PageSpec("controls", controls, "Exercises", "book"),
    PageSpec("intake", intake, "Settings", "settings", alone=True),
    PageSpec("player", player, "", "", alone=True),
)


def window() -> MainWindow:
    """The gallery's window with its first page."""
    shown = MainWindow(SPECS, brand="coach", foot="Everything stays on this computer.")
    shown.show_page("today")
    return shown
