"""The tour's session: started, paused, watched, rated, all by keys and clicks."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt

from coach.app.run_view import RunView
from coach.domain.session import RunStage
from coach.domain.terms import PhaseKind
from coach.gui.pages.player import PlayerPage
from coach.gui.pages.today import TodayPage
from coach.gui.parts import TODAY
from coach.gui.shell import Shell
from coach.gui.tour_hands import Hands, TourStuckError

SESSION_PATIENCE_MS = 240_000
Moment = Callable[[RunView], bool]


def _bridge_out(view: RunView) -> bool:
    return view.kind is PhaseKind.EXHALE and view.count.set == 2 and 0.35 < view.fraction < 0.8


def _resting(view: RunView) -> bool:
    return view.kind is PhaseKind.REST


def _second_position(view: RunView) -> bool:
    return view.count.position == 2 and view.kind is PhaseKind.EXHALE and view.fraction > 0.4


def _asking(view: RunView) -> bool:
    return view.question is not None


def _hinging(view: RunView) -> bool:
    return view.kind is PhaseKind.LOWER and view.fraction > 0.6


FIRST = "player"
MOMENTS: tuple[tuple[str, Moment], ...] = (
    (FIRST, _bridge_out),
    ("rest", _resting),
    ("effort", _asking),
    ("position", _second_position),
    ("hinge", _hinging),
)


class TourSession:
    """Plays what Today offers, from Start to Done."""

    def __init__(self, shell: Shell, hands: Hands) -> None:
        self._shell = shell
        self._hands = hands

    def play(self, *, pictures: bool) -> None:
        """One whole session. Raises ``TourStuckError``."""
        hands = self._hands
        today = hands.page(TODAY)
        if not isinstance(today, TodayPage):
            raise TourStuckError("Today is another page")
        hands.click(today.session.start)
        page = hands.page("player")
        if not isinstance(page, PlayerPage):
            raise TourStuckError("the player is another page")
        hands.wait("the question before the session", lambda: page.keys.view is not None)
        if pictures:
            hands.picture("before")
        hands.key(Qt.Key.Key_N)
        self._watch(page, pictures=pictures)
        self._rate(page, pictures=pictures)

    def _watch(self, page: PlayerPage, *, pictures: bool) -> None:
        """Until the rate page; a pause that the machine made is ended."""
        left = dict(MOMENTS) if pictures else {}
        answered: set[int] = set()

        def over() -> bool:
            view = page.keys.view
            if view is None or view.stage is RunStage.RATING:
                return view is not None
            if view.stage is RunStage.PAUSED:
                self._hands.key(Qt.Key.Key_Space)
                return False
            self._look(view, left)
            if view.question is not None and view.question.item not in answered:
                answered.add(view.question.item)
                self._hands.key(Qt.Key.Key_2)
            return False

        self._hands.wait("the end of the session", over, SESSION_PATIENCE_MS)

    def _look(self, view: RunView, left: dict[str, Moment]) -> None:
        """Take the pictures whose moment has come; floor mode and a pause follow the first."""
        for name, come in list(left.items()):
            if not come(view):
                continue
            del left[name]
            self._hands.picture(name, at_once=True)
            if name == FIRST:
                self._shown_after(Qt.Key.Key_F, "floor")
                self._shown_after(Qt.Key.Key_Space, "paused")

    def _shown_after(self, key: Qt.Key, name: str) -> None:
        """Press a key, take the picture, press it again."""
        self._hands.key(key)
        self._hands.picture(name)
        self._hands.key(key)
        self._hands.frames()

    def _rate(self, page: PlayerPage, *, pictures: bool) -> None:
        hands, rate = self._hands, page.rate
        for bar in rate.bars.values():
            hands.click(list(bar.buttons.values())[1])
        hands.rate(rate.left_scale, 3)
        hands.rate(rate.right_scale, 2)
        if pictures:
            hands.picture("rate")
        hands.click(rate.finish)
        hands.page(TODAY)
