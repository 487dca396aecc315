"""Voice and tones in the settings: how loud, which words, a check of what comes out where, and
one's own recordings."""

from __future__ import annotations

from PySide6.QtCore import QSize, Signal

from coach.app.preferences import Preferences
from coach.app.voice_look import VoiceLook
from coach.gui.pages.settings_cards import SettingCard
from coach.gui.theme import current_theme
from coach.gui.widgets.banner import Banner, BannerKind
from coach.gui.widgets.buttons import Button
from coach.gui.widgets.flow import FlowLayout
from coach.gui.widgets.pick_chips import Pick, PickChips
from coach.gui.widgets.slider_row import NAME, SliderRow
from coach.gui.widgets.text import SMALL, Text
from coach.gui.widgets.toggle import Toggle


class SoundCard(SettingCard):
    """``sample_requested`` asks for ``left``, ``right``, ``voice`` or ``tones``,
    ``folder_requested`` for a folder to be chosen."""

    sample_requested = Signal(str)
    folder_requested = Signal()

    def __init__(self) -> None:
        super().__init__(self.tr("Voice and tones"))
        self.voice = self.add_toggle("voice", Toggle(self.tr("A voice says what comes")))
        words = self._level
        voice = SliderRow(self.tr("Voice"), (0, 100), 5, words)
        self.voice_level = self.add_slider("voice_level", voice)
        tones = SliderRow(self.tr("Tones"), (0, 100), 5, words)
        self.tone_level = self.add_slider("tone_level", tones)
        self._add_breath_words()
        self._add_check()
        self._add_folder()

    def _add_breath_words(self) -> None:
        name = self.tr("Say “in” and “out”")
        picks = (
            Pick("learning", self.tr("In the first sets")),
            Pick("always", self.tr("Always")),
            Pick("never", self.tr("Never")),
        )
        self.breath_words = PickChips(name, picks)
        self.breath_words.picked.connect(lambda pick: self.changed.emit("breath_words", pick))
        self.body.addSpacing(8)
        self.body.addWidget(Text(name, NAME))
        self.body.addWidget(self.breath_words)

    def _add_check(self) -> None:
        self.body.addSpacing(8)
        self.body.addWidget(Text(self.tr("Sound check"), NAME))
        self.samples: dict[str, Button] = {}
        row = FlowLayout()
        for name, label in (
            ("left", self.tr("Left")),
            ("right", self.tr("Right")),
            ("voice", self.tr("Voice")),
            ("tones", self.tr("Tones")),
        ):
            button = Button(label, icon_name="volume-2", compact=True)
            button.setAccessibleName(self.tr("Play: {sound}").format(sound=label))
            button.clicked.connect(
                lambda _checked=False, name=name: self.sample_requested.emit(name)
            )
            self.samples[name] = button
            row.addWidget(button)
        self.body.addLayout(row)

    def _add_folder(self) -> None:
        self.folder, self.found = _Folder("", SMALL), Banner()
        self.choose = Button(self.tr("Choose a folder"), compact=True)
        self.choose.setAccessibleName(self.tr("Choose a folder with your own recordings"))
        self.choose.clicked.connect(self.folder_requested)
        self.built_in = Button(self.tr("Use the built-in voice"), compact=True)
        self.built_in.clicked.connect(lambda: self.changed.emit("voice_folder", ""))
        row = FlowLayout()
        for button in (self.choose, self.built_in):
            row.addWidget(button)
        self.body.addSpacing(8)
        self.body.addWidget(Text(self.tr("Your own recordings"), NAME))
        self.body.addWidget(self.folder)
        self.body.addLayout(row)
        self.body.addWidget(self.found)

    def _level(self, value: int) -> str:
        return self.tr("{value} %").format(value=value)

    def show_preferences(self, chosen: Preferences) -> None:
        """Show what is chosen, silently."""
        self.voice.setChecked(chosen.voice)
        self.voice_level.set_value(chosen.voice_level)
        self.tone_level.set_value(chosen.tone_level)
        self.breath_words.choose(chosen.breath_words)
        self.voice_level.setEnabled(chosen.voice)
        self.samples["voice"].setEnabled(chosen.voice)
        built_in = self.tr("The voice that came with the program speaks.")
        self.folder.setText(chosen.voice_folder or built_in)
        self.built_in.setVisible(bool(chosen.voice_folder))
        if not chosen.voice_folder:
            self.found.hide()

    def show_look(self, look: VoiceLook) -> None:
        """Say what the folder of recordings holds."""
        if look.problem:
            words = self.tr("{problem}. The built-in voice speaks instead.")
            self.found.show_message(words.format(problem=look.problem), BannerKind.WARN)
        elif look.have < look.wanted:
            words = self.tr(
                "{have} of {wanted} phrases are there; the built-in voice says the rest."
            )
            told = words.format(have=look.have, wanted=look.wanted)
            self.found.show_message(told, BannerKind.INFO)
        else:
            self.found.show_message(self.tr("Every phrase is there."), BannerKind.INFO)


class _Folder(Text):
    """A path has no spaces to wrap at, so any place will do."""

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        return super().minimumSizeHint().boundedTo(QSize(current_theme().px(120), 10_000))
