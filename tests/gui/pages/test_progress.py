from __future__ import annotations

from collections.abc import Sequence

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from coach.app.professional import NoteView
from coach.app.progress import ProgressView, build_progress
from coach.app.progress_chart import Span
from coach.domain.records import PlanState, SessionLog
from coach.domain.terms import Stage, Template, Weekday
from coach.domain.verdict_text import verdict_texts
from coach.gui.pages.progress import SHOWN_CHANGES, ProgressPage
from coach.gui.style import apply_theme
from coach.gui.theme import load_theme
from coach.gui.widgets.chart_picture import PictureKind
from coach.gui.widgets.stat_card import StatCard
from coach.gui.widgets.text import Text
from coach.system.resources import read_toml
from support.log_values import day, plan, rating, ratings, session

TEXTS = verdict_texts(read_toml("texts/verdict.en.toml"), "verdict.en.toml")
SIX_WEEKS = [rating(n, 4 + n % 3, 3 + n % 3) for n in range(1, 43)]


def view(
    plans: Sequence[PlanState] = (),
    sessions: Sequence[SessionLog] = (),
    today: int = 42,
) -> ProgressView:
    after = [rating(n, 3, after=True) for n in (3, 5, 8)]
    return build_progress(SIX_WEEKS, after, sessions, plans, day(today), Span.ALL, TEXTS)


def nothing() -> ProgressView:
    return build_progress([], [], [], [], day(1), Span.TWELVE_WEEKS, TEXTS)


@pytest.fixture
def page(themed: QtBot) -> ProgressPage:
    shown = ProgressPage()
    themed.addWidget(shown)
    shown.resize(1072, 820)
    shown.show()
    return shown


def told(card: StatCard) -> str:
    return card.accessibleDescription()


def paragraphs(page: ProgressPage) -> list[str]:
    labels = page.changes.findChildren(Text)
    return [label.text() for label in labels if label.isVisibleTo(page)][1:]


def test_an_empty_log_is_met_with_honest_words(page: ProgressPage) -> None:
    page.show_view(nothing())
    assert page.headline.text() == "No ratings yet."
    assert page.sentence.text() == "One tap a day is enough."
    assert told(page.now) == "– no rating yet"
    assert told(page.sessions) == "0 the first one is ahead"
    assert told(page.after) == "– rate once more after a session"
    assert told(page.sides) == "– rate both sides to compare"
    assert paragraphs(page) == ["Nothing yet. Changes of your plan appear here."]
    assert not page.picture.isEnabled()
    assert page.chart.chart.accessibleDescription() == "No ratings in this time."


def test_numbers_carry_their_meaning(page: ProgressPage) -> None:
    done = [session(n) for n in (15, 17, 19, 22, 24, 26, 40)]
    page.show_view(view([plan(1)], done))
    assert told(page.now) == "4.9 was 5.0 in week 1"
    assert told(page.sessions) == "7 of 12 in the last 28 days"
    assert told(page.after) == "−3.0 points on the day, median"
    assert told(page.sides) == "1.0 left is tighter"
    assert page.picture.isEnabled()
    assert page.headline.text() == "No clear change yet."


def test_a_young_plan_counts_since_it_began(page: ProgressPage) -> None:
    page.show_view(view([plan(36)], [session(36), session(38)]))
    assert told(page.sessions) == "2 of 3 since you began"


def test_what_changed_is_told_with_week_and_reason(page: ProgressPage) -> None:
    tuesday = (Weekday.TUE, Weekday.THU, Weekday.SAT)
    page.show_view(
        view(
            [
                plan(1),
                plan(16, Stage.S2, reason="Four calm sessions."),
                plan(30, Stage.S1, rule="D2", reason="Two mornings above usual."),
                plan(37, Stage.S2, reason="Ratings are as usual."),
                plan(38, Stage.S2, days=tuesday, reason="You moved your days."),
            ]
        )
    )
    assert paragraphs(page) == [
        "Week 6. You moved your days.  ·  G2",
        "Week 6: back to Stage 2 · Dynamic. Why? Ratings are as usual.  ·  G2",
        "Week 5: three half sessions. Why? Two mornings above usual.  ·  D2",
        "Week 3: you took the step to Stage 2 · Dynamic. Why? Four calm sessions.  ·  G2",
        "Week 1: your plan began at Stage 1 · Control. Why? This is where most people begin."
        "  ·  G2",
    ]
    assert [mark.label for mark in page.chart.chart.model().marks] == ["Stage 2", "Easier week"]


def test_only_the_newest_changes_are_shown_and_a_new_view_replaces_them(
    page: ProgressPage,
) -> None:
    steps = [plan(n, Stage.S1 if n % 2 else Stage.S2) for n in range(1, 12)]
    page.show_view(view(steps))
    assert len(paragraphs(page)) == SHOWN_CHANGES
    page.show_view(view([plan(1, None, reason="")]))
    assert paragraphs(page) == ["Week 1: the plan waits until you have seen someone."]


def test_the_calendar_says_what_it_shows(page: ProgressPage) -> None:
    page.show_view(view([plan(1)], [session(1), session(3), session(4, Template.LIGHT)]))
    said = page.calendar.accessibleDescription()
    assert said == "Twelve weeks: 2 whole sessions and 1 short ones."


def test_spans_and_pictures_are_only_asked_for(page: ProgressPage, themed: QtBot) -> None:
    page.show_view(view())
    assert page.chart.spans["all"].isChecked()
    with themed.waitSignal(page.span_requested) as span:
        page.chart.spans["4-weeks"].click()
    assert span.args == [Span.FOUR_WEEKS.value]
    with themed.waitSignal(page.picture_requested):
        QTest.keyClick(page.picture, Qt.Key.Key_Space)


def test_the_picture_holds_the_verdict(page: ProgressPage) -> None:
    with pytest.raises(LookupError):
        page.picture_bytes(PictureKind.PNG)
    page.show_view(view())
    assert b"No clear change yet." in page.picture_bytes(PictureKind.SVG)


@pytest.mark.parametrize("percent", [80, 100, 300])
@pytest.mark.parametrize("width", [560, 1072])
def test_nothing_runs_out_of_the_page(
    page: ProgressPage, qapp: QApplication, percent: int, width: int
) -> None:
    apply_theme(qapp, load_theme("dark", percent))
    page.show_view(view([plan(1)], [session(1)]))
    page.resize(width, 480)
    page.ensurePolished()
    assert page.widget().minimumSizeHint().width() <= page.viewport().width()


def test_every_control_has_a_name_and_the_keyboard_reaches_it(page: ProgressPage) -> None:
    page.show_view(view())
    card = page.chart
    controls = [page.picture, card.as_table, card.chart, card.table, *card.spans.values()]
    assert all(c.accessibleName() or c.text() for c in controls)
    assert all(c.focusPolicy() & Qt.FocusPolicy.TabFocus for c in controls)


def test_ratings_of_another_person_replace_the_old_ones(page: ProgressPage) -> None:
    page.show_view(view())
    other = build_progress(ratings([9] * 5), [], [], [], day(5), Span.ALL, TEXTS)
    page.show_view(other)
    assert told(page.now) == "9.0 mean of your days so far"
    assert page.chart.table.model().rowCount() == 5


def test_a_note_is_spoken_of_and_leads_to_all_of_them(themed: QtBot, page: ProgressPage) -> None:
    """C8: it stays, dismissed or not."""
    page.show_view(view())
    page.show_notes(())
    assert not page.told.isVisible()
    page.show_notes([NoteView(day(30), "A newer note.", "C5"), NoteView(day(2), "Older.", "C2")])
    assert page.told.words.text() == "Tue 3 Feb 2026 · A newer note."
    with themed.waitSignal(page.notes_requested):
        QTest.keyClick(page.told.buttons["notes"], Qt.Key.Key_Return)
    with themed.waitSignal(page.notes_requested):
        QTest.mouseClick(page.notes, Qt.MouseButton.LeftButton)
