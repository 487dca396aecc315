"""Settings: what is chosen holds and is saved at once."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from coach.app.settings_view import SettingsView
from coach.gui.page import ScrollPage
from coach.gui.pages.settings_cards import (
    AboutCard,
    BreathCard,
    DataCard,
    HelpCard,
    LookCard,
)
from coach.gui.pages.sound_check import SoundCard
from coach.gui.pages.tempo_card import TempoCard
from coach.gui.theme import Theme, current_theme
from coach.gui.widgets.base import Themed
from coach.gui.widgets.flow import Columns


class _Stack(Themed, QWidget):
    """Cards below each other."""

    def __init__(self, *cards: QWidget) -> None:
        super().__init__()
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(0, 0, 0, 0)
        for card in cards:
            self._box.addWidget(card)
        self.restyle(current_theme())

    def restyle(self, theme: Theme) -> None:
        self._box.setSpacing(theme.space(20))


class SettingsPage(ScrollPage):
    """Shows a ``SettingsView``; ``changed`` carries a preference's key and its new value."""

    changed = Signal(str, object)
    sample_requested = Signal(str)
    folder_requested = Signal()
    voice_folder_requested = Signal()
    notices_requested = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.look, self.sound, self.breath = LookCard(), SoundCard(), BreathCard()
        self.tempo, self.help = TempoCard(), HelpCard()
        self.data, self.about = DataCard(), AboutCard()
        self.set_heading(self.tr("Settings"), self.tr("What you change holds at once."))
        columns = Columns(stack_below_px=700)
        columns.add(_Stack(self.look, self.sound))
        columns.add(_Stack(self.breath, self.tempo, self.help, self.data))
        self.body.addWidget(columns)
        self.body.addWidget(self.about)
        for card in (self.look, self.sound, self.breath, self.tempo, self.help):
            card.changed.connect(self.changed)
        self.sound.sample_requested.connect(self.sample_requested)
        self.sound.folder_requested.connect(self.voice_folder_requested)
        self.data.open_requested.connect(self.folder_requested)
        self.about.notices_requested.connect(self.notices_requested)

    def show_view(self, view: SettingsView) -> None:
        """Show what holds, without telling it as a change."""
        self.look.show_preferences(view.preferences)
        self.sound.show_preferences(view.preferences)
        self.breath.show_view(view)
        self.tempo.show_preferences(view.preferences)
        self.help.show_preferences(view.preferences)
