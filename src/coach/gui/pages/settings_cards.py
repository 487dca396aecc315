"""The cards of the settings: each tells ``changed(key, value)`` as soon as something is chosen."""

from __future__ import annotations

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit

from coach.app.lengths import clock
from coach.app.preferences import Preferences
from coach.app.settings_view import SettingsView
from coach.gui.pages.check_words import purpose
from coach.gui.theme import Theme, current_theme
from coach.gui.widgets.banner import Banner, BannerKind
from coach.gui.widgets.buttons import Button
from coach.gui.widgets.card import Card
from coach.gui.widgets.pick_chips import Pick, PickChips
from coach.gui.widgets.slider_row import NAME, SliderRow
from coach.gui.widgets.text import BODY, SMALL, Text
from coach.gui.widgets.toggle import Toggle
from coach.gui.words import short_number


class SettingCard(Card):
    """A card whose controls change preferences; ``changed`` carries key and value."""

    changed = Signal(str, object)

    def add_slider(self, key: str, row: SliderRow) -> SliderRow:
        """Append a slider that changes ``key``."""
        row.changed.connect(lambda value: self.changed.emit(key, value))
        self.body.addWidget(row)
        return row

    def add_toggle(self, key: str, toggle: Toggle) -> Toggle:
        """Append a switch that changes ``key``."""
        toggle.clicked.connect(lambda on: self.changed.emit(key, on))
        self.body.addWidget(toggle)
        return toggle


class LookCard(SettingCard):
    """Theme, text size, motion and how smooth it is."""

    def __init__(self) -> None:
        super().__init__(self.tr("Look"))
        picks = (
            Pick("system", self.tr("Like the system")),
            Pick("light", self.tr("Light")),
            Pick("dark", self.tr("Dark")),
        )
        self.theme = PickChips(self.tr("Theme"), picks)
        self.theme.picked.connect(lambda name: self.changed.emit("theme", name))
        self.body.addWidget(Text(self.tr("Theme"), NAME))
        self.body.addWidget(self.theme)
        self.body.addSpacing(8)
        size = SliderRow(self.tr("Text size"), (80, 300), 10, self._percent)
        self.text_size = self.add_slider("text_percent", size)
        still = Toggle(self.tr("Reduced motion: still pictures and a filling bar"))
        self.motion = self.add_toggle("reduced_motion", still)
        self._add_frames()

    def _add_frames(self) -> None:
        """How often the figure is drawn; fewer pictures need less of a battery."""
        picks = (
            Pick("display", self.tr("Smooth")),
            Pick("30", self.tr("30 a second")),
            Pick("15", self.tr("15 a second, saves energy")),
        )
        self.frames = PickChips(self.tr("Pictures of the moving figure"), picks)
        self.frames.picked.connect(lambda rate: self.changed.emit("frame_rate", rate))
        self.body.addSpacing(8)
        self.body.addWidget(Text(self.tr("Pictures of the moving figure"), NAME))
        self.body.addWidget(self.frames)

    def _percent(self, value: int) -> str:
        return self.tr("{value} %").format(value=value)

    def show_preferences(self, chosen: Preferences) -> None:
        """Show what is chosen, silently."""
        self.theme.choose(chosen.theme)
        self.text_size.set_value(chosen.text_percent)
        self.motion.setChecked(chosen.reduced_motion)
        self.frames.choose(chosen.frame_rate)


class BreathCard(SettingCard):
    """The breath pace, and how long sessions take with it (T2)."""

    def __init__(self) -> None:
        super().__init__(self.tr("Breath"))
        inhale = SliderRow(self.tr("Breathe in"), (3000, 5000), 500, self._seconds)
        exhale = SliderRow(self.tr("Breathe out"), (4000, 8000), 500, self._seconds)
        self.inhale = self.add_slider("inhale_ms", inhale)
        self.exhale = self.add_slider("exhale_ms", exhale)
        self.cycle, self.length = Text("", BODY), Text("", SMALL)
        self.body.addWidget(self.cycle)
        self.body.addWidget(self.length)

    def _seconds(self, ms: int) -> str:
        return self.tr("{seconds} s").format(seconds=short_number(ms / 1000))

    def show_view(self, view: SettingsView) -> None:
        """Show pace, cycle and the length of the longest session."""
        pace = view.preferences.pace
        self.exhale.set_bounds(4000, view.longest_exhale_ms)
        self.inhale.set_value(pace.inhale_ms)
        self.exhale.set_value(pace.exhale_ms)
        words = self.tr("A breath lasts {seconds} s, that is {rate} a minute.")
        rate = short_number(60_000 / pace.cycle_ms)
        self.cycle.setText(words.format(seconds=short_number(pace.cycle_ms / 1000), rate=rate))
        self.length.setText(self._length(view))
        self.length.setVisible(view.session_ms is not None)

    def _length(self, view: SettingsView) -> str:
        if view.session_ms is None:
            return ""
        words = self.tr("Your longest session then takes {time}.")
        if view.longer:
            words = self.tr(
                "Your longest session then takes {time}. That is more than twelve minutes; "
                "nothing is left out."
            )
        return words.format(time=clock(view.session_ms))


class HelpCard(SettingCard):
    """The emergency number that the gate's page shows (S4)."""

    def __init__(self) -> None:
        super().__init__(self.tr("Emergency number"))
        self.number = QLineEdit()
        self.number.setMaxLength(40)
        self.number.setAccessibleName(self.tr("Emergency number"))
        self.number.editingFinished.connect(self._finished)
        self._shown = ""
        note = self.tr(
            "Shown where the readiness check says to get help. Empty, it reads: your local "
            "emergency number."
        )
        self.body.addWidget(self.number)
        self.body.addWidget(Text(note, SMALL))

    def _finished(self) -> None:
        number = self.number.text().strip()
        if number != self._shown:
            self._shown = number
            self.changed.emit("emergency_number", number)

    def show_preferences(self, chosen: Preferences) -> None:
        """Show the number; what is being typed stays."""
        self._shown = chosen.emergency_number
        if not self.number.hasFocus():
            self.number.setText(chosen.emergency_number)


class _Path(Text):
    """A path has no spaces to wrap at, so any place will do."""

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        return super().minimumSizeHint().boundedTo(QSize(current_theme().px(120), 10_000))


class DataCard(Card):
    """Where the log lies."""

    open_requested = Signal()

    def __init__(self) -> None:
        super().__init__(self.tr("Your data"))
        self.path = _Path("", BODY)
        self.open = Button(self.tr("Open folder"), compact=True)
        self.open.clicked.connect(self.open_requested)
        self.problem = Banner()
        note = self.tr("Everything stays in this folder, on this computer.")
        self.body.addWidget(Text(note, SMALL))
        self.body.addWidget(self.path)
        self.body.addWidget(self.open)
        self.body.addWidget(self.problem)

    def show_folder(self, folder: str) -> None:
        """Show the path."""
        self.path.setText(folder)

    def show_problem(self) -> None:
        """Say that no program opened the folder."""
        words = self.tr("No program here opens folders. The path above leads there.")
        self.problem.show_message(words, BannerKind.INFO)


class AboutCard(Card):
    """What the program is, its version, its licences."""

    notices_requested = Signal()

    def __init__(self) -> None:
        super().__init__(self.tr("About"))
        self.version = Text("", SMALL)
        self.licences = Button(self.tr("Licences and notices"), compact=True)
        self.licences.setCheckable(True)
        self.licences.toggled.connect(self._toggle)
        self.notices = QPlainTextEdit()
        self.notices.setReadOnly(True)
        self.notices.setTabChangesFocus(True)
        self.notices.setAccessibleName(self.tr("Licences and notices"))
        self.notices.hide()
        for widget in (Text(purpose(), BODY), self.version, self.licences, self.notices):
            self.body.addWidget(widget)
        self.restyle(current_theme())

    def show_version(self, version: str) -> None:
        """Show the program's version."""
        words = self.tr("coach {version}, under the Apache License 2.0")
        self.version.setText(words.format(version=version))

    def show_notices(self, notices: str) -> None:
        """Show the texts of all licences."""
        self.notices.setPlainText(notices)

    def _toggle(self, shown: bool) -> None:
        self.notices.setVisible(shown)
        if shown and not self.notices.toPlainText():
            self.notices_requested.emit()

    def restyle(self, theme: Theme) -> None:
        super().restyle(theme)
        self.notices.setFixedHeight(theme.px(280))
