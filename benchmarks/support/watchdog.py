"""How long the window's thread works at a time, and where it was when that took long.

A step is what lies between two sleeps of the event loop. Other programs can take the core away in
the middle of one; Linux tells how long a thread waited for a core, and that is left out.
"""

from __future__ import annotations

import gc
import sys
import threading
import time
import traceback
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from PySide6.QtCore import QAbstractEventDispatcher

LONG_MS = 8.0
"""Work in the window's thread that takes longer can cost a frame."""

_LOOK_S = 0.003
_WAITED = Path("/proc/thread-self/schedstat")


@dataclass(slots=True)
class Step:
    """One step: how long it took in all, without waiting for a core, and on a core (the rest it
    stood: for a disk, a lock or the display's server), and where it was seen."""

    whole_ms: float
    own_ms: float
    core_ms: float
    collected_ms: float
    stacks: list[str] = field(default_factory=list)

    def told(self) -> str:
        """A few lines for the terminal."""
        head = f"{self.own_ms:.1f} ms ({self.whole_ms:.1f} ms by the clock, {self.core_ms:.1f} ms"
        head += f" on a core, {self.collected_ms:.1f} ms collecting garbage)"
        return "\n".join([head, *(f"    {stack}" for stack in self.stacks[:4])])


class Watchdog:
    """Watches from ``begin`` to ``end``; needs Qt's own event loop (``QT_NO_GLIB``)."""

    def __init__(self) -> None:
        self.steps: list[Step] = []
        self._thread = threading.get_ident()
        self._awake_s: float | None = None
        self._waited_s = self._core_s = self._collected_s = self._collect_s = 0.0
        self._stacks: list[str] = []
        self._watching = False

    def begin(self) -> None:
        """From here on."""
        dispatcher = QAbstractEventDispatcher.instance()
        dispatcher.awake.connect(self._wake)
        dispatcher.aboutToBlock.connect(self._sleep)
        gc.callbacks.append(self._collect)
        self._watching = True
        self._looker = threading.Thread(target=self._look, daemon=True)
        self._looker.start()

    def end(self) -> list[Step]:
        """All steps; those that took long say where they were seen."""
        dispatcher = QAbstractEventDispatcher.instance()
        dispatcher.awake.disconnect(self._wake)
        dispatcher.aboutToBlock.disconnect(self._sleep)
        gc.callbacks.remove(self._collect)
        self._watching = False
        self._looker.join()
        return self.steps

    def long_steps(self) -> list[Step]:
        """The longest first."""
        found = [step for step in self.steps if step.own_ms > LONG_MS]
        return sorted(found, key=lambda step: -step.own_ms)

    def _wake(self) -> None:
        self._stacks = []
        self._collected_s = 0.0
        self._waited_s, self._core_s = _waited_s(), time.thread_time()
        self._awake_s = time.perf_counter()

    def _sleep(self) -> None:
        if self._awake_s is None:
            return
        whole_s = time.perf_counter() - self._awake_s
        own_s = whole_s - (_waited_s() - self._waited_s)
        self._awake_s, core_s = None, time.thread_time() - self._core_s
        times = (1000 * part for part in (whole_s, max(0.0, own_s), core_s, self._collected_s))
        self.steps.append(Step(*times, self._stacks))

    def _collect(self, phase: str, _info: Mapping[str, int]) -> None:
        if phase == "start":
            self._collect_s = time.perf_counter()
        elif threading.get_ident() == self._thread:
            self._collected_s += time.perf_counter() - self._collect_s

    def _look(self) -> None:
        """Another thread: whoever is seen in the middle of a long step is written down."""
        while self._watching:
            time.sleep(_LOOK_S)
            began_s, stacks = self._awake_s, self._stacks
            if began_s is None or 1000 * (time.perf_counter() - began_s) < LONG_MS / 2:
                continue
            frame = sys._current_frames().get(self._thread)
            if frame is not None:
                lines = traceback.extract_stack(frame)[-5:]
                stacks.append(
                    " > ".join(f"{Path(s.filename).name}:{s.lineno} {s.name}" for s in lines)
                )


def _waited_s() -> float:
    """How long this thread has waited for a core so far; 0 where the system does not tell."""
    try:
        return int(_WAITED.read_text(encoding="ascii").split()[1]) / 1e9
    except OSError:
        return 0.0
