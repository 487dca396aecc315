"""The whole app in one window over a real log: everything but sound and the desktop is real."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from concurrent.futures import Future
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, TypeVar

from PySide6.QtCore import QCoreApplication, QEvent

from coach.app.audio_export import AudioSession
from coach.app.ports import StoreError
from coach.app.stamps import stamp_of
from coach.app.voice_look import VoiceLook
from coach.bootstrap import verdict_texts
from coach.domain.session import MAX_GAP_MS
from coach.gui.background import Background
from coach.gui.context import Context
from coach.gui.media_remote import no_remote
from coach.gui.parts import Parts
from coach.gui.shell import Shell
from coach.store.opening import open_store
from coach.store.sql_store import SqlStore
from support.book import real_book
from support.player_stage import FakeCues, FakeKeepAwake
from support.standing import checked
from support.store_builders import CountedIds, SteadyClock
from support.workers import done_now

T = TypeVar("T")
FULL = "The disk that holds your log is full."


class FailingWorker:
    """Opens the log at the first call, as the real worker does; fails while ``fault`` is set."""

    def __init__(self, folder: Path, clock: SteadyClock, ids: CountedIds) -> None:
        self._opening = folder, clock, ids
        self._store: SqlStore | None = None
        self.fault: BaseException | None = None

    @property
    def store(self) -> SqlStore:
        if self._store is None:
            self._store = open_store(*self._opening)
        return self._store

    def submit(self, work: Callable[[Any], T]) -> Future[T]:
        if self.fault is None:
            return done_now(work, self.store)
        future: Future[T] = Future()
        future.set_exception(self.fault)
        return future

    def close(self) -> None:
        if self._store is not None:
            self._store.close()


def write_nothing(_session: AudioSession, _path: Path, *, overwrite: bool) -> None:
    """Stands in for the making of an audio file."""


@dataclass
class App:
    """A shell, what is behind it, and what it asked of the look."""

    shell: Shell
    worker: FailingWorker
    clock: SteadyClock
    ids: CountedIds
    folder: Path
    cues: FakeCues = field(default_factory=FakeCues)
    looks: list[object] = field(default_factory=list)

    def wire(self, shell: Shell) -> tuple[Context, Parts]:
        context = Context(real_book(), self.clock, self.ids, Background(self.worker, shell))
        return context, Parts(
            verdict_texts=verdict_texts(),
            cues=self.cues,
            keep_awake=FakeKeepAwake(),
            render_track=lambda _timeline: None,
            steering=None,
            play_sample=lambda _name: None,
            look_at_voice=lambda folder: VoiceLook(folder, 0, 0),
            write_audio=write_nothing,
            apply_look=self.looks.append,
            data_dir=self.folder,
            max_gap_ms=MAX_GAP_MS,
            make_remote=no_remote,
        )

    def check(self, **answers: Any) -> None:
        """The readiness check of calm answers with some changed is in the log."""
        checked(self.worker.store, stamp_of(self.clock), self.ids, **answers)

    def attach(self) -> None:
        self.shell.attach(*self.wire(self.shell))
        self.settle()

    def settle(self) -> None:
        """Deliver what waits in Qt's queue."""
        for _ in range(6):
            QCoreApplication.sendPostedEvents()
            QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)

    @property
    def page(self) -> str:
        return self.shell.window.current_page()

    @property
    def notice(self) -> str:
        """What the bar says; empty while it is hidden."""
        bar = self.shell.window.notice
        return "" if bar.isHidden() else bar.accessibleName()

    @property
    def notice_actions(self) -> Sequence[str]:
        return tuple(self.shell.window.notice.buttons)

    def close(self) -> None:
        self.shell.window.close()
        self.shell.shutdown()
        self.settle()
        self.worker.close()


def make_app(folder: Path) -> App:
    """Not attached yet: the window as it stands at the first paint."""
    clock, ids = SteadyClock(), CountedIds()
    shell = Shell()
    shell.window.resize(1280, 820)
    shell.window.show()
    return App(shell, FailingWorker(folder, clock, ids), clock, ids, folder)


def disk_full() -> StoreError:
    return StoreError(FULL)
