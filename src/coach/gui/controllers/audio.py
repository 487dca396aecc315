"""For my phone: today's session as a file, made beside the window."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from coach.app.audio_export import AudioError, AudioSession, AudioWriter, audio_session
from coach.app.stamps import stamp_of
from coach.gui.background import Background, Worker
from coach.gui.context import Context
from coach.gui.controllers.player import SideWorker
from coach.gui.main_window import MainWindow

_ENDINGS = (".mp3", ".ogg", ".flac", ".wav")
KINDS = ";;".join(f"{ending[1:].upper()} (*{ending})" for ending in _ENDINGS)
Chooser = Callable[[QWidget, str, str, str], tuple[str, str]]
"""Asks for a file to save: parent, caption, name, kinds. The name is empty where none is wanted."""


class AudioController(QObject):
    """``saved`` carries a sentence with the file's place, ``refused`` one that says why there is
    none. ``busy_changed`` tells whether a file is being made; meanwhile no other is begun."""

    saved = Signal(str)
    refused = Signal(str)
    busy_changed = Signal(bool)

    def __init__(
        self,
        context: Context,
        window: MainWindow,
        write: AudioWriter,
        *,
        chooser: Chooser = QFileDialog.getSaveFileName,
        side_worker: Worker | None = None,
    ) -> None:
        super().__init__(window)
        self._context, self._window, self._write = context, window, write
        self._chooser = chooser
        self._side_worker = side_worker or SideWorker()
        self._side = Background(self._side_worker, self)
        self._busy = False

    def export_today(self) -> None:
        """Ask where the file is to lie, once it is known that there is a session to take along."""
        if not self._busy:
            self._set_busy(busy=True)
            self._prepare(stamp_of(self._context.clock).civil)

    def shutdown(self) -> None:
        """Finish the file that is being made; nothing may be asked for after it."""
        if isinstance(self._side_worker, SideWorker):
            self._side_worker.close()

    def _prepare(self, day: date) -> None:
        context, now = self._context, stamp_of(self._context.clock)
        context.background.run(
            lambda store: audio_session(store, context.book, now, context.new_id, day),
            self._ask_where,
            self._failed,
        )

    def _ask_where(self, session: AudioSession) -> None:
        name = f"coach-{session.day.isoformat()}.mp3"
        chosen, kind = self._chooser(self._window, self.tr("For my phone"), name, KINDS)
        if not chosen:
            self._set_busy(busy=False)
            return
        path = _with_ending(Path(chosen), kind)
        # The dialog has asked about the name that was chosen, not about one with an ending added.
        overwrite = path == Path(chosen)
        self._side.run(
            lambda _: self._write(session, path, overwrite=overwrite),
            lambda _: self._done(path),
            self._failed,
        )

    def _done(self, path: Path) -> None:
        self._set_busy(busy=False)
        self.saved.emit(self.tr("Saved for your phone: {path}").format(path=path))

    def _failed(self, error: BaseException) -> None:
        self._set_busy(busy=False)
        if isinstance(error, AudioError):
            self.refused.emit(str(error))
        else:
            self._context.background.trouble.emit(error)

    def _set_busy(self, *, busy: bool) -> None:
        self._busy = busy
        self.busy_changed.emit(busy)


def _with_ending(path: Path, kind: str) -> Path:
    """The path with an ending: its own, or that of the kind chosen in the dialog."""
    if path.suffix.lower() in _ENDINGS:
        return path
    ending = next((one for one in _ENDINGS if f"*{one}" in kind), _ENDINGS[0])
    return path.with_name(path.name + ending)
