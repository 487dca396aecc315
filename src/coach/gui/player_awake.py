"""Keeps the screen on while a session leads, and lets it go where nobody comes back."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer

from coach.app.ports import KeepAwake
from coach.domain.session import RunStage, SessionState
from coach.gui.background import Background

PATIENCE_MS = 300_000
"""A rep that is waited for longer than this is not being done."""


class PlayerAwake(QObject):
    """The desktop may be slow to answer, so it is asked beside the window."""

    def __init__(
        self, side: Background, keep_awake: KeepAwake, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._side, self._keep_awake = side, keep_awake
        self._awake = False
        self.patience = QTimer(self)
        self.patience.setSingleShot(True)
        self.patience.setInterval(PATIENCE_MS)
        self.patience.timeout.connect(lambda: self._stay(wanted=False))

    def follow(self, state: SessionState) -> None:
        """Awake while time runs, and for a while where it stands for a rep."""
        if not state.held:
            self.patience.stop()
        elif not self.patience.isActive():
            self.patience.start()
        self._stay(wanted=state.stage is RunStage.RUNNING)

    def let_go(self) -> None:
        """Nothing leads any more."""
        self.patience.stop()
        self._stay(wanted=False)

    def _stay(self, *, wanted: bool) -> None:
        if wanted != self._awake:
            self._awake = wanted
            call = self._keep_awake.acquire if wanted else self._keep_awake.release
            self._side.run(lambda _: call())
