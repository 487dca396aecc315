"""The setting for exercises with reps at a tempo: led by it, or at one's own pace."""

from __future__ import annotations

from coach.app.preferences import Preferences
from coach.gui.pages.settings_cards import SettingCard
from coach.gui.widgets.text import SMALL, Text
from coach.gui.widgets.toggle import Toggle


class TempoCard(SettingCard):
    """Whether such exercises begin at one's own pace; R changes it for one of them."""

    def __init__(self) -> None:
        super().__init__(self.tr("Tempo"))
        self.own = self.add_toggle("own_pace", Toggle(self.tr("At my own pace")))
        note = self.tr(
            "Deadlift, leg swing and nerve floss then show each rep once, and wait until Enter "
            "says that it is done. Rests and breaths keep their time."
        )
        self.body.addWidget(Text(note, SMALL))

    def show_preferences(self, chosen: Preferences) -> None:
        """Show what is chosen, silently."""
        self.own.setChecked(chosen.own_pace)
