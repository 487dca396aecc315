"""Screens on which the rules over weeks have something to tell, from a log that asks for it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import timedelta

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from coach.app.answering import pause_plan
from coach.app.stamps import stamp_of
from coach.domain.decisions import FlossTold
from coach.domain.records import SessionStatus
from coach.domain.terms import Discomfort, Side
from coach.gui.pages.progress import ProgressPage
from coach.gui.pages.routine import RoutinePage
from coach.gui.pages.today import TodayPage
from support.book import real_book
from support.shell import App
from support.store_builders import discomfort, rating, session

Show = Callable[[App], None]


def lived(app: App, scores: Sequence[int], *, sessions: bool = True) -> None:
    """A day for each score from the check on, with whole sessions on Mondays, Wednesdays and
    Fridays before the last day; the clock stands on that day."""
    app.check()
    store = app.worker.store
    for at, score in enumerate(scores):
        now = stamp_of(app.clock)
        store.save_rating(rating(score, max(0, score - 1), now), now)
        last = at == len(scores) - 1
        if sessions and not last and now.civil.weekday() in (0, 2, 4):
            done = replace(session(now), id=app.ids(), plan={"template": "full", "items": []})
            store.begin_session(done)
            store.end_session(done.id, SessionStatus.FINISHED, now)
        if not last:
            app.clock.local += timedelta(days=1)


def _today(scores: Sequence[int], *, why: bool = False) -> Show:
    def show(app: App) -> None:
        lived(app, scores)
        app.attach()
        page = app.shell.window.page("today")
        assert isinstance(page, TodayPage)
        assert page.advice.cards
        if why:
            for card in page.advice.cards.values():
                QTest.keyClick(card.why.button, Qt.Key.Key_Space)
            app.settle()

    return show


def _today_check(app: App) -> None:
    """S6: a check of three months ago."""
    app.check()
    app.clock.local += timedelta(days=95)
    app.attach()
    app.shell.show_page("today")
    app.settle()


def _paused(page: str) -> Show:
    """D5."""

    def show(app: App) -> None:
        app.check()
        pause_plan(app.worker.store, real_book(), stamp_of(app.clock), app.ids)
        app.attach()
        app.shell.show_page(page)
        app.settle()

    return show


def _routine(app: App) -> None:
    """A deload on the routine page, and what the next stage waits for, opened."""
    lived(app, EASIER)
    app.attach()
    app.shell.show_page("routine")
    app.settle()
    page = app.shell.window.page("routine")
    assert isinstance(page, RoutinePage)
    for disclosure in (page.rules, page.waits):
        assert disclosure.button.isVisible()
        QTest.keyClick(disclosure.button, Qt.Key.Key_Space)


def _told(app: App) -> None:
    """Something sharp, and tingling with what was told after it."""
    store, now = app.worker.store, stamp_of(app.clock)
    done = replace(session(now), id=app.ids(), plan={"template": "full", "items": []})
    store.begin_session(done)
    for kind in (Discomfort.SHARP, Discomfort.TINGLING):
        key = replace(discomfort(done, kind), id=app.ids(), stamp=now, exercise="nerve_floss")
        store.add_discomfort(key)
    store.add_floss_told(
        FlossTold(app.ids(), done.id, key.id, now, 2, 40, further_down=True, side=Side.LEFT)
    )
    store.end_session(done.id, SessionStatus.FINISHED, now)


def _progress(app: App) -> None:
    """A note, put away or not, is spoken of on Progress."""
    lived(app, [*CALM_WEEKS, 5, 8, 8, 8])
    app.attach()
    app.shell.show_page("progress")
    app.settle()
    page = app.shell.window.page("progress")
    assert isinstance(page, ProgressPage)
    assert page.told.isVisible()


def _notes(app: App) -> None:
    lived(app, [*CALM_WEEKS, 5, 8, 8, 8])
    _told(app)
    app.attach()
    app.shell.show_page("progress")
    app.settle()
    app.shell.controllers.notes.open()
    app.settle()
    assert app.page == "notes"


def _notes_empty(app: App) -> None:
    app.check()
    app.attach()
    app.shell.controllers.notes.open()
    app.settle()


CALM_WEEKS = (4,) * 14
"""Two weeks of a usual 4; the day after is a Monday."""

EASIER = (*CALM_WEEKS, 6, 6, 6)
VERY_TIGHT = (*CALM_WEEKS, 6, 8, 8, 8, 8)

GUIDANCE_SCREENS: dict[str, Show] = {
    "today easy day": _today((*CALM_WEEKS, 6)),
    "today deload": _today(EASIER),
    "today why": _today(VERY_TIGHT, why=True),
    "today check": _today_check,
    "today paused": _paused("today"),
    "routine paused": _paused("routine"),
    "routine deload": _routine,
    "progress note": _progress,
    "notes": _notes,
    "notes empty": _notes_empty,
}
