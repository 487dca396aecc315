"""The player: question, running set, floor mode, the taps after tingling, rate page and calm end,
one at a time."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QHideEvent, QShowEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from coach.app.run_view import RunView
from coach.domain.scene import Scene
from coach.domain.session import RunStage
from coach.domain.terms import Discomfort
from coach.gui.page import Page
from coach.gui.pages import player_words as words
from coach.gui.pages.picture_tap import PictureTap
from coach.gui.pages.player_check import CheckPanel, EndPanel, RatePanel
from coach.gui.pages.player_floor import FloorPanel
from coach.gui.pages.player_keys import PlayerKeys
from coach.gui.pages.player_meaning import tap_of
from coach.gui.pages.player_run import RunPanel
from coach.gui.pages.player_tingling import TinglingPanel
from coach.gui.widgets.flash import FlashFrame

_MOVING = (RunStage.RUNNING, RunStage.PAUSED)


Panel = CheckPanel | RunPanel | FloorPanel | TinglingPanel | RatePanel | EndPanel


class PlayerPage(Page):
    """``happened`` carries events of the session, ``rated`` the ratings of the rate page,
    ``closed`` that the calm end was read, ``recheck`` that the readiness questions are wanted from
    there, ``seen`` whether anybody can see the page."""

    happened = Signal(object)
    rated = Signal(object, object)
    closed = Signal()
    recheck = Signal()
    voice_toggled = Signal()
    mute_toggled = Signal()
    seen = Signal(bool)

    def __init__(self, *, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.setAccessibleName(self.tr("Session"))
        self._floor = self._silent = False
        self._said = self._decided = ""
        self._sounded: object = None
        self.keys = PlayerKeys(self)
        self.check = CheckPanel()
        self.run = RunPanel(self.keys)
        self.floor = FloorPanel(self.keys)
        self.tingling = TinglingPanel(self.keys)
        self.rate = RatePanel()
        self.end = EndPanel()
        self._front: QWidget = self.check
        self._stack = QStackedWidget()
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._stack)
        for panel in self._panels():
            panel.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            self._stack.addWidget(panel)
        self.flash = FlashFrame(self)
        self._connect()

    def _panels(self) -> tuple[QWidget, ...]:
        return (self.check, self.run, self.floor, self.tingling, self.rate, self.end)

    def _connect(self) -> None:
        for panel in self._panels():
            self.keys.watch_page(panel)
        for source in (self.check, self.run, self.floor, self.tingling, self.rate, self.keys):
            source.happened.connect(self.happened)
        self.rate.done.connect(self.rated)
        self.end.closed.connect(self.closed)
        self.end.recheck.connect(self.recheck)
        self.keys.voice.connect(self.voice_toggled)
        self.keys.mute.connect(self.mute_toggled)
        self.keys.floor.connect(lambda: self.set_floor(not self._floor))
        self.keys.escape.connect(lambda: self.set_floor(False))
        self.floor.closed.connect(lambda: self.set_floor(False))
        self.tap = PictureTap(self.run.picture)
        self.tap.tapped.connect(self._tapped)

    # ---- what is shown ----------------------------------------------------------------------
    def show_moment(self, view: RunView, scene: Scene) -> None:
        """Show one moment of the session."""
        self.keys.view = view
        panel = self._panel(view)
        if isinstance(panel, RunPanel | FloorPanel):
            panel.show_moment(view, scene)
            self._announce(view)
            self._flash_for(view)
        else:
            panel.show_view(view)
        self._bring(panel)

    def _panel(self, view: RunView) -> Panel:
        if view.tingling is not None:
            return self.tingling
        if view.stopped_for is Discomfort.DIZZY:
            return self.end
        if view.stage is RunStage.CHECK:
            return self.check
        if view.stage in _MOVING or view.stage is RunStage.STOPPED:
            return self.floor if self._floor else self.run
        return self.rate

    def _bring(self, panel: QWidget) -> None:
        answers: dict[QWidget, QWidget] = {
            self.run: self.run.notice,
            self.floor: self.floor.choices,
        }
        self.keys.front = answers.get(panel, panel)
        self.keys.in_floor = panel is self.floor
        if self._front is not panel:
            self._front = panel
            self._stack.setCurrentWidget(panel)
            panel.setFocus(Qt.FocusReason.OtherFocusReason)

    def _tapped(self) -> None:
        view = self.keys.view
        meaning = tap_of(view) if view is not None else None
        if meaning is not None:
            self.happened.emit(meaning)

    def entered(self) -> None:
        """The keys belong to the panel in front."""
        self._front.setFocus(Qt.FocusReason.OtherFocusReason)

    def begin(self, *, reduced_motion: bool) -> None:
        """Forget the last session."""
        self._floor = False
        self._said = self._decided = ""
        self._sounded = None
        self.rate.begin()
        self.show_unsaved("")
        self.run.picture.reduced_motion = reduced_motion

    @property
    def floor_mode(self) -> bool:
        """Whether the moments of a session are shown large."""
        return self._floor

    def set_floor(self, floor: bool) -> None:
        """Floor mode, or the usual page; questions about the body are always on their own."""
        self._floor = floor
        self._tell_seen()

    def set_silent(self, silent: bool) -> None:
        """Whether nothing can be heard: then words are large, and the edge lights up where a tone
        would sound."""
        self._silent = silent
        self.run.set_silent(silent)

    def _flash_for(self, view: RunView) -> None:
        """At the begin of each phase, while time runs."""
        sounds = (view.kind, view.side, view.count)
        if sounds == self._sounded:
            return
        begun, self._sounded = self._sounded is not None, sounds
        if self._silent and begun and view.stage is RunStage.RUNNING:
            self.flash.flash()

    def show_unsaved(self, why: str) -> None:
        """Say that something is not on the disk yet; empty when it is."""
        self.run.notice.show_unsaved(why)
        self.floor.show_unsaved(why)
        self.rate.show_unsaved(why)

    def _announce(self, view: RunView) -> None:
        """Tell screen readers at once what was decided, and each new phase that is not a breath:
        those sound by themselves."""
        decided = view.decided.sentence if view.decided else ""
        if decided != self._decided:
            self._decided = decided
            self._speak(decided)
        said = f"{view.name}, {words.phase_word(view.kind)}. {view.cue}" if view.name else ""
        if not said or said == self._said or (view.kind.is_work and view.count.rep > 1):
            return
        self._said = said
        self._speak(said)

    def _speak(self, said: str) -> None:
        if said:
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, said))

    # ---- whether anybody sees it --------------------------------------------------------------
    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802
        super().showEvent(event)
        self.window().removeEventFilter(self)
        self.window().installEventFilter(self)
        self._tell_seen()

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802
        super().hideEvent(event)
        self._tell_seen()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        """A minimised window still counts as shown to Qt."""
        if event.type() is QEvent.Type.WindowStateChange and watched is self.window():
            self._tell_seen()
        return False

    def _tell_seen(self) -> None:
        self.seen.emit(self.isVisible() and not self.window().isMinimized())
