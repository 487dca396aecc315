"""What the bar above the pages tells: faults of the environment, of files, of the program."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from coach.app.ports import StoreError
from coach.domain.content_error import ContentError
from coach.gui.widgets.banner import Banner, BannerKind
from coach.system.resources import ResourceError

TOLD = (StoreError, OSError, ContentError, ResourceError)
"""Errors whose text is for the user; every other one is a fault of the program."""

CLOSE, RETRY = "close", "retry"


class Notices(QObject):
    """One message at a time. ``retry_requested`` comes from the message of ``offer_retry``,
    ``closed`` when the bar has gone by one of its buttons."""

    retry_requested = Signal()
    closed = Signal()

    def __init__(self, bar: Banner, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._bar = bar
        bar.action.connect(self._act)

    def tell(self, text: str, kind: BannerKind = BannerKind.WARN) -> None:
        """Show a sentence until it is closed or another comes; behind a way to try again, which
        stays."""
        if self._bar.isHidden() or RETRY not in self._bar.buttons:
            self._bar.show_message(text, kind, [(CLOSE, self.tr("Close"))])
        elif text not in self._bar.accessibleName():
            self._offer(f"{self._bar.accessibleName()} {text}")

    def tell_quietly(self, text: str) -> None:
        """Something that is good to know and asks for nothing."""
        self.tell(text, BannerKind.INFO)

    def withdraw(self, text: str) -> None:
        """That sentence holds no longer; another one that is shown by now stays."""
        if self._bar.accessibleName() == text and RETRY not in self._bar.buttons:
            self._bar.show_message("")

    def opened(self, sentences: Sequence[str]) -> None:
        """What the log said when it opened; nothing is the usual answer."""
        if sentences:
            self.tell(" ".join(sentences))

    def trouble(self, error: BaseException) -> None:
        """Faults of the environment are told and the app goes on; what is a fault of the program
        is raised, so that the crash log has it."""
        self.tell(self._sentence(error))

    def offer_retry(self, error: BaseException) -> None:
        """The log cannot be used now; the user may mend that and try again."""
        self._offer(self._sentence(error))

    def _offer(self, text: str) -> None:
        self._bar.show_message(text, BannerKind.WARN, [(RETRY, self.tr("Try again"))])

    def broken(self, error: BaseException) -> None:
        """The program's own files are wrong: there is nothing to go on with."""
        words = self.tr("A file of the program is wrong. {why} Your log was not touched.")
        why = self._sentence(error)
        text = words.format(why=why if why.endswith(".") else f"{why}.")
        self._bar.show_message(text, BannerKind.WARN)

    def crashed(self, report: Path | None) -> None:
        """A fault of the program; ``None`` where no report could be written."""
        if report is None:
            words = self.tr("Something in the program went wrong. What was saved is safe.")
        else:
            told = self.tr(
                "Something in the program went wrong. What was saved is safe. Report: {path}"
            )
            words = told.format(path=report)
        self.tell(words)

    def _sentence(self, error: BaseException) -> str:
        if not isinstance(error, TOLD):
            raise error
        if isinstance(error, OSError) and error.strerror and error.filename:
            words = self.tr("{file} could not be used: {why}.")
            return words.format(file=error.filename, why=error.strerror)
        return str(error)

    def _act(self, name: str) -> None:
        if name in (CLOSE, RETRY):
            self._bar.show_message("")
            self.closed.emit()
        if name == RETRY:
            self.retry_requested.emit()
