"""Progress: reads the log, shows it, saves the picture of the chart."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QLocale, QObject, Signal
from PySide6.QtWidgets import QFileDialog

from coach.app.ports import Store
from coach.app.professional import NoteView, recent_notes
from coach.app.progress import ProgressView, build_progress
from coach.app.progress_chart import Span
from coach.app.stamps import stamp_of
from coach.domain.records import RatingKind, Stamp
from coach.domain.verdict_text import DECIMAL, VerdictTexts
from coach.gui.context import Context
from coach.gui.main_window import MainWindow
from coach.gui.pages.progress import ProgressPage
from coach.gui.widgets.chart_picture import PictureKind

PAGE = "progress"


class ProgressController(QObject):
    """Keeps the chosen span while the app runs."""

    notes_requested = Signal()

    def __init__(self, context: Context, window: MainWindow, texts: VerdictTexts) -> None:
        super().__init__(window)
        self._context = context
        self._window = window
        self._texts = {**texts, DECIMAL: QLocale().decimalPoint()}
        self._span = Span.TWELVE_WEEKS

    def build_page(self) -> ProgressPage:
        page = ProgressPage()
        page.span_requested.connect(self._choose_span)
        page.picture_requested.connect(self._ask_where)
        page.notes_requested.connect(self.notes_requested)
        return page

    def refresh(self) -> None:
        """Read the log and show it."""
        now, span, texts = stamp_of(self._context.clock), self._span, self._texts
        self._context.background.run(
            lambda store: (
                read_progress(store, now, span, texts),
                recent_notes(store, now.civil),
            ),
            self._show,
        )

    def _show(self, found: tuple[ProgressView, Sequence[NoteView]]) -> None:
        view, notes = found
        self._page().show_view(view)
        self._page().show_notes(notes)

    def _page(self) -> ProgressPage:
        page = self._window.page(PAGE)
        if not isinstance(page, ProgressPage):
            raise TypeError(f"{PAGE} is {type(page).__name__}")
        return page

    def _choose_span(self, span: str) -> None:
        self._span = Span(span)
        self.refresh()

    def _ask_where(self) -> None:
        name, _ = QFileDialog.getSaveFileName(
            self._window, self.tr("Save picture"), "tightness.png", "PNG (*.png);;SVG (*.svg)"
        )
        if name:
            self.save_picture(Path(name))

    def save_picture(self, path: Path) -> None:
        """Write the chart to ``path``; what goes wrong is announced as trouble."""
        kind = PictureKind.SVG if path.suffix.lower() == ".svg" else PictureKind.PNG
        try:
            path.write_bytes(self._page().picture_bytes(kind))
        except OSError as error:
            self._context.background.trouble.emit(error)


def read_progress(store: Store, now: Stamp, span: Span, texts: VerdictTexts) -> ProgressView:
    """The view from the whole log."""
    return build_progress(
        store.ratings(RatingKind.DAILY),
        store.ratings(RatingKind.AFTER),
        store.sessions(),
        store.plans(),
        now.civil,
        span,
        texts,
    )
