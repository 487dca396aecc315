"""Exercises: every movement as a tile."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent

from coach.app.exercise_view import ExercisesView
from coach.gui.page import ScrollPage
from coach.gui.pages.exercise_tiles import ARROWS, TileGrid
from coach.gui.stills import Stills
from coach.gui.widgets.banner import Banner, BannerKind


class ExercisesPage(ScrollPage):
    """Shows an ``ExercisesView``; ``opened`` carries the id of the exercise asked for."""

    opened = Signal(str)

    def __init__(self, stills: Stills) -> None:
        super().__init__()
        self._stills = stills
        self.banner = Banner()
        self.grid = TileGrid()
        self.grid.opened.connect(self._open)
        self.grid.walked.connect(self.ensure_visible)
        self._last: tuple[str, bool] = ("", False)
        self.body.addWidget(self.banner)
        self.body.addWidget(self.grid)
        self.set_heading(
            self.tr("Exercises"), self.tr("How each one goes, why it may help, easier and harder.")
        )

    def show_view(self, view: ExercisesView) -> None:
        """Show these exercises."""
        locked = self.tr("Your plan waits for now. Please look only, and do not exercise yet.")
        self.banner.show_message(locked if view.locked else "", BannerKind.WARN)
        self.grid.show_cards(view.cards, self._stills)

    def entered(self) -> None:
        """Back from an exercise, the keyboard goes on where it left."""
        name, by_keyboard = self._last
        for tile in self.grid.tiles:
            if by_keyboard and tile.card.exercise == name:
                tile.setFocus(Qt.FocusReason.OtherFocusReason)

    def _open(self, name: str) -> None:
        tile = next(tile for tile in self.grid.tiles if tile.card.exercise == name)
        self._last = (name, tile.shows_ring())
        self.opened.emit(name)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """An arrow on the page itself goes into the tiles."""
        if self.hasFocus() and Qt.Key(event.key()) in ARROWS:
            self.grid.walk(Qt.Key(event.key()))
        else:
            super().keyPressEvent(event)
