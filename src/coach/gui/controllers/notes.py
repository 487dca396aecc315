"""Notes for a professional: reads the log, shows it, prints it on one page."""

from __future__ import annotations

from PySide6.QtCore import QLocale, QObject, Signal

from coach.app.professional import ProfessionalView, read_professional
from coach.app.stamps import stamp_of
from coach.domain.verdict_text import DECIMAL, VerdictTexts
from coach.gui.context import Context
from coach.gui.main_window import MainWindow, PageSpec
from coach.gui.pages.notes import NotesPage
from coach.gui.paper import print_paper
from coach.gui.parts import PROGRESS
from coach.gui.summary_sheet import summary_paper
from coach.gui.theme import load_theme
from coach.gui.widgets.banner import BannerKind

PAGE = "notes"
PAPER_LOOK = "light"


class NotesController(QObject):
    """``left`` names the page that the user goes back to."""

    left = Signal(str)

    def __init__(self, context: Context, window: MainWindow, texts: VerdictTexts) -> None:
        super().__init__(window)
        self._context = context
        self._window = window
        self._texts = {**texts, DECIMAL: QLocale().decimalPoint()}
        self._from = PROGRESS
        window.add_page(PageSpec(PAGE, self._build))

    def open(self) -> None:
        """Read the log and bring the page to the front."""
        now, book, texts = stamp_of(self._context.clock), self._context.book, self._texts
        self._context.background.run(
            lambda store: read_professional(store, book, now, texts), self._show
        )

    def _build(self) -> NotesPage:
        page = NotesPage()
        page.print_requested.connect(self._print)
        page.back_requested.connect(lambda: self.left.emit(self._from))
        return page

    def _page(self) -> NotesPage:
        page = self._window.page(PAGE)
        if not isinstance(page, NotesPage):
            raise TypeError(f"{PAGE} is {type(page).__name__}")
        return page

    def _show(self, view: ProfessionalView) -> None:
        if self._window.current_page() not in ("", PAGE):
            self._from = self._window.current_page()
        self._window.show_page(PAGE)
        self._window.sidebar.select(self._from)
        self._page().show_view(view)
        self._page().scroll_to_top()

    def _print(self) -> None:
        page = self._page()
        if page.view is None:
            return
        paper = summary_paper(page.view, page.model(), load_theme(PAPER_LOOK))
        try:
            path = print_paper(paper, self._window)
        except OSError as error:
            self._context.background.trouble.emit(error)
            return
        if path is not None:
            words = self.tr("The summary is saved in {path}.").format(path=path)
            self._window.notice.show_message(words, BannerKind.INFO)
