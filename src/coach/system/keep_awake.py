"""Keeps the screen on while a session runs, by wakepy.

A desktop may answer late or never (each call may take its bus two seconds), and wakepy's modes
belong to the thread that made them. So one worker thread owns the mode and the caller waits at
most ``wait_ms`` for the answer; releasing never waits.
"""

from __future__ import annotations

import logging
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import AbstractContextManager
from typing import Protocol

log = logging.getLogger(__name__)

WAIT_MS = 250


class Mode(Protocol):
    """What is used of ``wakepy.Mode``; ``active`` tells whether the desktop granted it."""

    active: bool


MakeMode = Callable[[], AbstractContextManager[Mode]]


def presenting() -> AbstractContextManager[Mode]:
    """wakepy's mode for a screen that stays on. Raises ``ImportError``."""
    from wakepy import keep  # noqa: PLC0415 - loads its bus library, wanted in the worker

    return keep.presenting(on_fail="pass")


class WakepyKeepAwake:
    """Both calls may be repeated and never raise; without a desktop the answer is ``False``."""

    def __init__(self, make_mode: MakeMode = presenting, wait_ms: int = WAIT_MS) -> None:
        self._make_mode = make_mode
        self._wait_s = wait_ms / 1000
        self._worker = ThreadPoolExecutor(max_workers=1, thread_name_prefix="keep-awake")
        self._mode: AbstractContextManager[Mode] | None = None
        self._granted = False
        self._closed = False

    def acquire(self) -> bool:
        """True where the desktop granted it within the wait; it may still be granted later."""
        if self._closed:
            return False
        answer = self._worker.submit(self._enter)
        try:
            return answer.result(timeout=self._wait_s)
        except TimeoutError:
            log.info("the desktop has not yet answered whether the screen may stay on")
            return False

    def release(self) -> None:
        """Give the screen back, without waiting for the desktop."""
        if not self._closed:
            self._worker.submit(self._leave)

    def close(self) -> None:
        """Release and end the worker; from then on every ``acquire`` is refused."""
        self.release()
        self._closed = True
        self._worker.shutdown(wait=False)

    def _enter(self) -> bool:
        if self._mode is None:
            try:
                mode = self._make_mode()
                self._granted = mode.__enter__().active
                self._mode = mode
            except (ImportError, OSError, RuntimeError, ValueError) as error:
                log.warning("the screen cannot be kept on: %s", error)
                self._granted = False
        return self._granted

    def _leave(self) -> None:
        mode, self._mode, self._granted = self._mode, None, False
        if mode is not None:
            try:
                mode.__exit__(None, None, None)
            except (OSError, RuntimeError, ValueError) as error:
                log.warning("the screen lock could not be given back: %s", error)
