"""What may change while a session runs: its breath pace, and how loud voice and tones are."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer, Signal

from coach.app.pacing import pace_choice
from coach.app.preferences import Preferences
from coach.app.running import Prepared, timeline_of
from coach.domain.book import Book
from coach.domain.dose import Pace
from coach.domain.pace import stepped
from coach.domain.timeline import Timeline

SETTLE_MS = 400
"""Presses in a row make one new track."""

LEVEL_STEP = 10
VOICE, TONES = "voice_level", "tone_level"


class LivePace(QObject):
    """The breath pace of a running session. ``chosen`` carries a ``PaceChoice``, ``retimed`` the
    session's score at it; ``settled`` comes when no more presses follow."""

    chosen = Signal(object)
    retimed = Signal(object)
    settled = Signal()

    def __init__(self, book: Book, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._book = book
        self._prepared: Prepared | None = None
        self._pace = Pace()
        self._scores: dict[Pace, Timeline] = {}
        self.keeps = True
        self._timer = _calm(self)
        self._timer.timeout.connect(self.settled)

    def begin(self, prepared: Prepared) -> None:
        """Another session, at the pace of its plan."""
        self._prepared, self._pace, self.keeps = prepared, prepared.pace, True
        self._scores = {prepared.pace: prepared.timeline}
        self._tell()

    def stop(self) -> None:
        """No more news: the window closes."""
        self._timer.stop()

    def step(self, steps: int) -> None:
        """A second more for each breath, or less; nothing beyond the bounds."""
        if self._prepared is None:
            return
        wanted = stepped(self._pace, steps)
        if wanted != self._pace:
            self._pace = wanted
            self.retimed.emit(self._score(wanted))
            self._timer.start()
        self._tell()

    def to_keep(self) -> Pace | None:
        """The pace for the next sessions, where it was changed and is to stay."""
        changed = self._prepared is not None and self._pace != self._prepared.pace
        return self._pace if changed and self.keeps else None

    def set_keeps(self, keeps: bool) -> None:
        self.keeps = keeps

    def _score(self, pace: Pace) -> Timeline:
        """One score for each pace: going back to a pace leads back to the very same one."""
        assert self._prepared is not None
        if pace not in self._scores:
            self._scores[pace] = timeline_of(self._prepared.session, self._book, pace)
        return self._scores[pace]

    def _tell(self) -> None:
        if self._prepared is not None:
            score = self._score(self._pace)
            self.chosen.emit(pace_choice(self._pace, self._prepared.pace, score))


class LiveLevels(QObject):
    """How loud voice and tones are, 0 to 100. ``shown`` carries both at each press, ``chosen`` the
    key and the level of one that is to be saved, once no more presses follow."""

    shown = Signal(int, int)
    chosen = Signal(str, int)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._held = {VOICE: 0, TONES: 0}
        self._pressed: dict[str, int] = {}
        self._timer = _calm(self)
        self._timer.timeout.connect(self.settle)

    def take(self, preferences: Preferences) -> None:
        """What holds now; a level that is being changed stays as it was pressed."""
        self._held = {VOICE: preferences.voice_level, TONES: preferences.tone_level}
        self._tell()

    def step(self, key: str, steps: int) -> None:
        """Ten more, or less."""
        level = self._levels()[key] + steps * LEVEL_STEP
        self._pressed[key] = min(max(level, 0), 100)
        self._timer.start()
        self._tell()

    def settle(self) -> None:
        """Have what was pressed saved now."""
        self._timer.stop()
        pressed, self._pressed = self._pressed, {}
        self._held.update(pressed)
        for key, level in pressed.items():
            self.chosen.emit(key, level)

    def _levels(self) -> dict[str, int]:
        return {**self._held, **self._pressed}

    def _tell(self) -> None:
        levels = self._levels()
        self.shown.emit(levels[VOICE], levels[TONES])


def _calm(parent: QObject) -> QTimer:
    timer = QTimer(parent)
    timer.setSingleShot(True)
    timer.setInterval(SETTLE_MS)
    return timer
