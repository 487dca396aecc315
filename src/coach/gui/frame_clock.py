"""When the next picture is due: evenly spaced, in step with the display, and seldom if unseen."""

from __future__ import annotations

from collections.abc import Callable
from time import perf_counter

from PySide6.QtCore import QObject, Qt, QTimer, Signal

FASTEST = 75.0
"""Pictures a second; of a faster display every second or third one is used."""

REDUCED = 10.0
"""Pictures a second where only a bar fills."""

COARSE_MS = 100.0
"""From this long on the system may put off a call a little, together with others."""


def frame_rate(display: float, wanted: str, *, reduced: bool = False) -> float:
    """Pictures a second on a display of so many, evenly spaced on it; ``wanted`` is ``display`` or
    the most there may be. A display that does not tell its rate, or an absurd one, counts as 60."""
    whole = display if 10.0 <= display <= 1000.0 else 60.0
    most = FASTEST if wanted == "display" else float(wanted)
    if reduced:
        most = min(most, REDUCED)
    share = 1
    while whole / share > most + 0.5:
        share += 1
    return whole / share


class FrameClock(QObject):
    """``due`` comes once a period, at multiples of it from the start: a late one does not shift
    those after it, and those that were missed are left out."""

    due = Signal()

    def __init__(
        self, parent: QObject | None = None, now: Callable[[], float] = perf_counter
    ) -> None:
        super().__init__(parent)
        self._now = now
        self._period_ms = 0.0
        self._next_s = 0.0
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._fire)

    @property
    def running(self) -> bool:
        """Whether a picture will come."""
        return self._timer.isActive()

    @property
    def period_ms(self) -> float:
        """The time between two of them."""
        return self._period_ms

    def run(self, period_ms: float) -> None:
        """Begin with this period, or go on with it."""
        if self._timer.isActive() and period_ms == self._period_ms:
            return
        self._period_ms = period_ms
        coarse = period_ms >= COARSE_MS
        kind = Qt.TimerType.CoarseTimer if coarse else Qt.TimerType.PreciseTimer
        self._timer.setTimerType(kind)
        self._next_s = self._now() + period_ms / 1000
        self._timer.start(round(period_ms))

    def stop(self) -> None:
        """No more of them; nothing wakes up for it."""
        self._timer.stop()

    def _fire(self) -> None:
        period_s, now_s = self._period_ms / 1000, self._now()
        missed = max(0, int((now_s - self._next_s) / period_s))
        self._next_s += (1 + missed) * period_s
        self._timer.start(max(1, round((self._next_s - now_s) * 1000)))
        self.due.emit()
