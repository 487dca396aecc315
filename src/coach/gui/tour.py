"""Plays the main job in the real windows: check, plan, a whole session, ratings, charts.

Every step is a key or a mouse event of the kind a person makes; only the clock is faster, and its
calendar is set back so that the chart has days to show.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import Qt

from coach.app.today import Due
from coach.domain.terms import Side
from coach.gui.application import Wire, attach, make_application
from coach.gui.pages.today import TodayPage
from coach.gui.parts import EXERCISES, PROGRESS, ROUTINE, SETTINGS, TODAY
from coach.gui.shell import Shell
from coach.gui.tour_check import TourCheck
from coach.gui.tour_hands import Hands, TourStuckError
from coach.gui.tour_session import TourSession
from coach.system.clock import TravelClock

PAST_FASTER = 8
"""The sessions of the past weeks run this much faster than the one that is shown."""


@dataclass(frozen=True, slots=True)
class TourPace:
    """``speed`` times the clock, a theme by name, a window size such as "1280x820", and the
    ``days`` before today that are lived through."""

    speed: float
    theme: str
    size: str
    days: int = 34

    @property
    def size_px(self) -> tuple[int, int]:
        """Raises ``ValueError`` where the size is not WIDTHxHEIGHT."""
        width, _, height = self.size.partition("x")
        return int(width), int(height)


class Tour:
    """One play of the main job; what it leaves behind stands in ``out``."""

    def __init__(self, out: Path, pace: TourPace) -> None:
        self.out = out
        self.clock = TravelClock(pace.speed)
        self._pace = pace

    def run(self, wire: Wire) -> Iterator[str]:
        """Play; yields a line for each part. Raises ``TourStuckError``, ``OSError``."""
        self.out.mkdir(parents=True, exist_ok=True)
        make_application()
        shell = Shell()
        shell.window.resize(*self._pace.size_px)
        shell.window.show()
        hands = Hands(shell.window, self.out)
        self.clock.days = -self._pace.days
        attach(shell, wire)
        try:
            yield from self._play(shell, hands)
        finally:
            shell.window.close()
            shell.shutdown()

    def _play(self, shell: Shell, hands: Hands) -> Iterator[str]:
        check = TourCheck(shell, hands)
        check.welcome()
        check.red()
        yield "Readiness check: a sign that needs a look locks the plan."
        check.green()
        yield "Readiness check again: the plan opens."
        self._days(shell, hands)
        yield f"Ratings: {self._pace.days} days, left and right, by mouse."
        self._today(shell, hands)
        TourSession(shell, hands).play(pictures=True)
        yield "Session: played from the first question to the last rating."
        self._rest(shell, hands)
        yield f"Pictures: {len(hands.pictures)} in {self.out}"
        yield f"Database: {self.out / 'data' / 'coach.sqlite'}"

    def _open_today(self, shell: Shell, hands: Hands) -> TodayPage:
        shell.show_page(TODAY)
        page = hands.page(TODAY)
        if not isinstance(page, TodayPage):
            raise TourStuckError("Today is another page")
        hands.wait("the view of the day", lambda: shell.idle)
        return page

    def _days(self, shell: Shell, hands: Hands) -> None:
        """Weeks of ratings, slowly falling, and the sessions of those weeks; some days are left
        out, as people do."""
        sessions = TourSession(shell, hands)
        self.clock.set_speed(self._pace.speed * PAST_FASTER)
        for days in range(-self._pace.days, 0):
            self.clock.days = days
            if days % 8 == 5:
                continue
            page = self._open_today(shell, hands)
            self._rate(shell, hands, page, *_ratings(days, self._pace.days))
            if page.view is not None and page.view.due is Due.FULL:
                sessions.play(pictures=False)
        self.clock.set_speed(self._pace.speed)

    def _rate(self, shell: Shell, hands: Hands, page: TodayPage, left: int, right: int) -> None:
        for side, rating in ((Side.LEFT, left), (Side.RIGHT, right)):
            hands.rate(page.checkin.scales[side], rating)
            hands.wait("the saved rating", lambda: shell.idle)

    def _today(self, shell: Shell, hands: Hands) -> None:
        """Today is the next full day, so that there is a session to play."""
        for days in range(7):
            self.clock.days = days
            page = self._open_today(shell, hands)
            if page.view is not None and page.view.due is Due.FULL:
                break
        self._rate(shell, hands, page, 4, 3)
        hands.picture(TODAY)

    def _rest(self, shell: Shell, hands: Hands) -> None:
        page = self._open_today(shell, hands)
        hands.wait("the day to be done", lambda: _is_done(page))
        hands.picture("done")
        for name in (PROGRESS, ROUTINE, EXERCISES, SETTINGS):
            shell.show_page(name)
            hands.page(name)
            hands.wait(f"what {name} shows", lambda: shell.idle)
            hands.picture(name)
        shell.controllers.exercises.open("hip_flexor_release")
        hands.page("exercise")
        hands.key(Qt.Key.Key_Space)
        hands.picture("exercise")


def _is_done(page: TodayPage) -> bool:
    return page.view is not None and page.view.due is Due.DONE


def _ratings(days: int, of: int) -> tuple[int, int]:
    """A made-up but plausible rating: from about 6 down to 4, moving by a point or so."""
    done = (of + days) / of
    left = round(6.4 - 2.6 * done + (days * 7 % 5 - 2) * 0.5)
    return left, max(0, left - (days * 3 % 4 == 0))
