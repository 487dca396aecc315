"""Settings: saves what is chosen and makes it hold at once."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QWidget

from coach import __version__
from coach.app.preferences import Preferences
from coach.app.settings_view import SettingsView, change_setting, settings_view
from coach.app.stamps import stamp_of
from coach.app.voice_look import VoiceLook
from coach.gui.context import Context
from coach.gui.main_window import MainWindow, PageSpec
from coach.gui.pages.settings import SettingsPage
from coach.system.notices import notices

PAGE = "settings"


def open_folder(folder: Path) -> bool:
    """Show a folder in the desktop's own program; False where there is none."""
    return QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))


class SettingsController(QObject):
    """``apply_look`` makes preferences hold in the running app; ``play_sample`` plays a part of
    the sound check, ``look_at_voice`` looks into a folder of recordings."""

    def __init__(
        self,
        context: Context,
        window: MainWindow,
        apply_look: Callable[[Preferences], None],
        data_dir: Path,
        play_sample: Callable[[str], None],
        look_at_voice: Callable[[str], VoiceLook],
        *,
        opener: Callable[[Path], bool] = open_folder,
        chooser: Callable[[QWidget, str], str] = QFileDialog.getExistingDirectory,
    ) -> None:
        super().__init__(window)
        self._context = context
        self._window = window
        self._apply = apply_look
        self._data_dir = data_dir
        self._play_sample = play_sample
        self._look_at_voice = look_at_voice
        self._opener = opener
        self._chooser = chooser
        self._looked: str = ""

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
        page.voice_folder_requested.connect(self._choose_voice)
        page.notices_requested.connect(self._show_notices)
        return page

    def refresh(self) -> None:
        """Read the preferences and show them."""
        self._looked = ""
        book, now = self._context.book, stamp_of(self._context.clock)
        self._context.background.run(lambda store: settings_view(store, book, now), self._show)

    def _page(self) -> SettingsPage:
        page = self._window.page(PAGE)
        if not isinstance(page, SettingsPage):
            raise TypeError(f"{PAGE} is {type(page).__name__}")
        return page

    def _show(self, view: SettingsView) -> None:
        self._page().show_view(view)
        folder = view.preferences.voice_folder
        if folder and folder != self._looked:
            self._context.background.run(lambda _: self._look_at_voice(folder), self._tell_look)
        self._looked = folder

    def _tell_look(self, look: VoiceLook) -> None:
        if look.folder == self._looked:
            self._page().sound.show_look(look)

    def _choose_voice(self) -> None:
        """The folder is taken even where it is of no use now: it may be mended, and it says so."""
        folder = self._chooser(self._window, self.tr("Folder with your own recordings"))
        if folder:
            self._looked = ""
            self._change("voice_folder", folder)

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
