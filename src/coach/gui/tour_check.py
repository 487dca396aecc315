"""The tour's readiness checks: one that locks the plan, one that opens it, by keyboard."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt

from coach.gui.pages.check import CheckPage
from coach.gui.pages.gate import GatePage
from coach.gui.pages.welcome import WelcomePage
from coach.gui.shell import Shell
from coach.gui.tour_hands import Hands, TourStuckError

RED = ("0", "17", "2", "1")
"""Keys of the first four screens: two signs that a person should look at."""

GREEN = ("0", "0", "2", "1", "2", "0", "22", "2", "4", "1", "1", "531")
"""Keys of all twelve: sits a lot, stands arched, the front of the hip tight, a five."""

SHOWN_SCREEN = 9


class TourCheck:
    """Answers the questions by number keys and Enter."""

    def __init__(self, shell: Shell, hands: Hands) -> None:
        self._shell = shell
        self._hands = hands

    def welcome(self) -> None:
        page = self._hands.page("welcome")
        if not isinstance(page, WelcomePage):
            raise TourStuckError("the welcome is another page")
        self._hands.picture("welcome")
        self._hands.click(page.begin)

    def red(self) -> None:
        """A check that ends on the gate's page."""
        self._answer(RED)
        page = self._hands.page("gate")
        if not isinstance(page, GatePage):
            raise TourStuckError("the gate is another page")
        self._hands.wait("the gate", lambda: self._shell.idle)
        self._hands.picture("gate")
        self._hands.click(page.again)

    def green(self) -> None:
        """The whole check again, to the result and on to the plan."""
        self._answer(GREEN)
        self._hands.page("result")
        self._hands.wait("the result", lambda: self._shell.idle)
        self._hands.picture("result")
        self._hands.key(Qt.Key.Key_Return)
        self._plan()
        self._hands.page("today")

    def _plan(self) -> None:
        """The first moment of the list; place and obstacle are left open."""
        self._hands.page("intent")
        self._hands.wait("the plan for the moment", lambda: self._shell.idle)
        self._hands.key(Qt.Key.Key_Down)
        self._hands.picture("intent")
        self._hands.key(Qt.Key.Key_Return)

    def _answer(self, screens: tuple[str, ...]) -> None:
        page = self._hands.page("check")
        if not isinstance(page, CheckPage):
            raise TourStuckError("the check is another page")
        for number, keys in enumerate(screens, start=1):
            self._hands.wait(f"question {number}", partial(_stands_on, page, number))
            self._hands.keys(keys)
            if page.tick.isVisible() and not page.tick.isChecked():
                self._hands.click(page.tick)
            if number == SHOWN_SCREEN:
                self._hands.picture("intake")
            self._hands.wait(f"an answer to question {number}", page.next.isEnabled)
            self._hands.key(Qt.Key.Key_Return)


def _stands_on(page: CheckPage, number: int) -> bool:
    return page.view is not None and page.view.number == number
