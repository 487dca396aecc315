"""Settings: saves what is chosen and makes it hold at once."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, QUrl
from PySide6.QtGui import QDesktopServices

from coach import __version__
from coach.app.preferences import Preferences
from coach.app.settings_view import SettingsView, change_setting, settings_view
from coach.app.stamps import stamp_of
from coach.gui.context import Context
from coach.gui.main_window import MainWindow, PageSpec
from coach.gui.pages.settings import SettingsPage
from coach.system.notices import notices

PAGE = "settings"


def open_folder(folder: Path) -> bool:
    """Show a folder in the desktop's own program; False where there is none."""
    return QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))


class SettingsController(QObject):
    """``apply_look`` makes preferences hold in the running app; ``play_sample`` plays ``in``,
    ``out`` or ``voice``."""

    def __init__(
        self,
        context: Context,
        window: MainWindow,
        apply_look: Callable[[Preferences], None],
        data_dir: Path,
        play_sample: Callable[[str], None],
        *,
        opener: Callable[[Path], bool] = open_folder,
    ) -> None:
        super().__init__(window)
        self._context = context
        self._window = window
        self._apply = apply_look
        self._data_dir = data_dir
        self._play_sample = play_sample
        self._opener = opener

    def specs(self) -> tuple[PageSpec]:
        """The one page, with its entry in the sidebar."""
        return (PageSpec(PAGE, self.build_page, self.tr("Settings"), "settings"),)

    def build_page(self) -> SettingsPage:
        page = SettingsPage()
        page.data.show_folder(str(self._data_dir))
        page.about.show_version(__version__)
        page.changed.connect(self._change)
        page.sample_requested.connect(self._play_sample)
        page.folder_requested.connect(self._open_folder)
        page.notices_requested.connect(self._show_notices)
        return page

    def refresh(self) -> None:
        """Read the preferences and show them."""
        book, now = self._context.book, stamp_of(self._context.clock)
        self._context.background.run(lambda store: settings_view(store, book, now), self._show)

    def _page(self) -> SettingsPage:
        page = self._window.page(PAGE)
        if not isinstance(page, SettingsPage):
            raise TypeError(f"{PAGE} is {type(page).__name__}")
        return page

    def _show(self, view: SettingsView) -> None:
        self._page().show_view(view)

    def _change(self, key: str, value: str | int | bool) -> None:
        book, now = self._context.book, stamp_of(self._context.clock)
        self._context.background.run(
            lambda store: change_setting(store, book, now, key, value), self._changed, self._failed
        )

    def _changed(self, view: SettingsView) -> None:
        self._apply(view.preferences)
        self._show(view)

    def _failed(self, error: BaseException) -> None:
        """Tell it, and show again what is really saved."""
        self._context.background.trouble.emit(error)
        self.refresh()

    def _open_folder(self) -> None:
        if not self._opener(self._data_dir):
            self._page().data.show_problem()

    def _show_notices(self) -> None:
        self._page().about.show_notices(notices())
