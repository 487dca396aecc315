"""The real player in a real window over a real log, with a clock to set."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from coach.app.stamps import stamp_of
from coach.domain.plan import DayPlan
from coach.domain.session import MAX_GAP_MS
from coach.domain.terms import Weekday
from coach.domain.timeline import Timeline
from coach.gui.controllers.player import PlayerController
from coach.gui.pages.player import PlayerPage
from coach.gui.player_bridge import PlayerBridge
from support.book import plan_for
from support.standing import checked
from support.window import Stage, set_stage
from support.workers import InlineWorker

MONDAY = plan_for().day(Weekday.MON)


@dataclass
class FakeCues:
    """Remembers what it was told; ``report_ms`` is what it says about its position."""

    calls: list[tuple[str, object]] = field(default_factory=list)
    report_ms: float | None = None
    audible: bool = True

    def load(self, track: Path) -> None:
        self.calls.append(("load", track.name))

    def play(self, from_ms: int) -> None:
        self.calls.append(("play", from_ms))

    def pause(self) -> None:
        self.calls.append(("pause", None))

    def position_ms(self) -> float | None:
        return self.report_ms

    def set_muted(self, muted: bool) -> None:
        self.calls.append(("muted", muted))

    def shutdown(self) -> None:
        self.calls.append(("shutdown", None))


@dataclass
class FakeKeepAwake:
    held: bool = False

    def acquire(self) -> bool:
        self.held = True
        return True

    def release(self) -> None:
        self.held = False


@dataclass
class PlayerStage:
    """Everything around one player."""

    stage: Stage
    cues: FakeCues
    awake: FakeKeepAwake
    controller: PlayerController

    @property
    def page(self) -> PlayerPage:
        page = self.stage.window.page("player")
        assert isinstance(page, PlayerPage)
        return page

    @property
    def bridge(self) -> PlayerBridge:
        assert self.controller.bridge is not None
        return self.controller.bridge

    @property
    def position_ms(self) -> float:
        return self.bridge.state.position(self.stage.clock.monotonic_ms())

    def settle(self) -> None:
        """Deliver what waits in Qt's queue: results of work, and deletions."""
        for _ in range(4):
            QCoreApplication.sendPostedEvents()
            QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)

    def start(self, day: DayPlan = MONDAY) -> None:
        self.controller.start(day)
        self.settle()

    def forward(self, seconds: float, step_s: float = 4.0) -> None:
        """Let the fake clock run, with a frame at each step, as long as the session does."""
        left = seconds
        while left > 1e-9 and self.controller.bridge is not None:
            self.stage.clock.forward(min(step_s, left) * 1000)
            self.bridge.tick()
            self.settle()
            left -= step_s

    def until(self, position_s: float) -> None:
        self.forward(position_s - self.position_ms / 1000)


def set_player(
    folder: Path,
    *,
    track: Path | None = None,
    steering: object = None,
    worker: object = None,
    max_gap_ms: float = MAX_GAP_MS,
    heard: object = None,
    **answers: object,
) -> PlayerStage:
    """A player over a log whose readiness check is done; timers of Qt never fire by themselves.
    ``heard`` are other cues than those that only remember."""
    stage = set_stage(folder, {"today": QWidget})
    checked(stage.store, stamp_of(stage.clock), stage.context.new_id, **answers)
    cues, awake = FakeCues(), FakeKeepAwake()

    def render(_timeline: Timeline) -> Path | None:
        return track

    controller = PlayerController(
        stage.context,
        stage.window,
        heard or cues,  # type: ignore[arg-type]
        awake,
        render,
        steering=steering,  # type: ignore[arg-type]
        max_gap_ms=max_gap_ms,
        side_worker=worker or InlineWorker(stage.store),  # type: ignore[arg-type]
    )
    stage.window.resize(1280, 820)
    return PlayerStage(stage, cues, awake, controller)


def in_first_set(qtbot: QtBot, folder: Path) -> Iterator[PlayerStage]:
    """A player in its first set, 20 s into the score, with a track; for fixtures to yield from."""
    made = set_player(folder, track=folder / "s.wav")
    qtbot.addWidget(made.stage.window)
    made.stage.window.show()
    made.start()
    qtbot.keyClick(made.page.check, Qt.Key.Key_N)
    made.until(20)
    made.cues.calls.clear()
    yield made
    made.controller.shutdown()
    made.settle()
    made.stage.close()
