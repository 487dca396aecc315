"""Exercises: hands the list and each exercise to their pages, keeps variant and side."""

from __future__ import annotations

from PySide6.QtCore import QObject

from coach.app.exercise_dose import Planned, planned_now
from coach.app.exercise_view import exercise_view, exercises_view
from coach.app.stamps import stamp_of
from coach.domain.reason import Texts
from coach.domain.terms import Side
from coach.gui.context import Context
from coach.gui.main_window import MainWindow, PageSpec
from coach.gui.pages.exercise import ExercisePage
from coach.gui.pages.exercises import ExercisesPage
from coach.gui.stills import Stills
from coach.system.resources import read_toml, texts_file

LIST = "exercises"
DETAIL = "exercise"


class ExercisesController(QObject):
    """``refresh`` reads the plan that holds now; pages are built when they are first shown."""

    def __init__(self, context: Context, window: MainWindow) -> None:
        super().__init__(window)
        self._context = context
        self._window = window
        self._stills = Stills(context.book)
        self._sources: Texts | None = None
        self._planned = Planned()
        self._exercise = ""
        self._variant: str | None = None
        self._side = Side.RIGHT

    def specs(self) -> tuple[PageSpec, PageSpec]:
        """The list, with its entry in the sidebar, and the page of one exercise."""
        return (
            PageSpec(LIST, self.build_list, self.tr("Exercises"), "book"),
            PageSpec(DETAIL, self.build_page),
        )

    def build_list(self) -> ExercisesPage:
        page = ExercisesPage(self._stills)
        page.opened.connect(self.open)
        page.show_view(exercises_view(self._context.book, self._planned))
        return page

    def build_page(self) -> ExercisePage:
        page = ExercisePage(self._context.book, self._context.clock.monotonic_ms)
        page.variant_picked.connect(self._pick_variant)
        page.side_picked.connect(self._pick_side)
        page.back_requested.connect(self.back)
        return page

    def refresh(self) -> None:
        """Read what the plan asks for and show it in the list, and in the open exercise."""
        book, now = self._context.book, stamp_of(self._context.clock)
        self._context.background.run(
            lambda store: planned_now(store, book, now), self._show_planned
        )

    def open(self, exercise: str) -> None:
        """Show one exercise, in the plan's variant."""
        self._exercise, self._variant, self._side = exercise, None, Side.RIGHT
        self._show()
        self._window.show_page(DETAIL)
        self._window.sidebar.select(LIST)

    def back(self) -> None:
        """Show the list again."""
        self._window.show_page(LIST)

    def _show_planned(self, planned: Planned) -> None:
        self._planned = planned
        page = self._window.page(LIST)
        if isinstance(page, ExercisesPage):
            page.show_view(exercises_view(self._context.book, planned))
        if self._window.current_page() == DETAIL:
            self._show()

    def _show(self) -> None:
        page = self._window.page(DETAIL)
        if not isinstance(page, ExercisePage):
            raise TypeError(f"{DETAIL} is {type(page).__name__}")
        page.show_view(
            exercise_view(
                self._context.book,
                self._planned,
                self._read_sources(),
                self._exercise,
                self._variant,
                self._side,
            )
        )

    def _read_sources(self) -> Texts:
        """Read when the first exercise is opened. Raises ``ResourceError``."""
        if self._sources is None:
            file = texts_file("sources", self._context.book.language)
            self._sources = Texts(read_toml(file))
        return self._sources

    def _pick_variant(self, variant: str) -> None:
        self._variant = variant
        self._show()

    def _pick_side(self, side: str) -> None:
        self._side = Side(side)
        self._show()
