"""Which voice is heard: one's own recordings where there are some, the voice that ships behind.

Whatever is read is waited for two seconds at most: a session never waits for its sound.
"""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future
from dataclasses import replace
from pathlib import Path
from threading import Thread
from typing import TYPE_CHECKING, TypeVar

from coach.app.voice_look import VoiceLook

if TYPE_CHECKING:
    from coach.cues.voice_pack import VoicePack
    from coach.domain.timeline import Timeline

READ_WAIT_S = 2.0
"""A folder that does not answer, on a drive that is gone, is given up after this time."""

_NO_VOICE = "There is no voice in {folder}"
_SLOW = "The folder {folder} does not answer"
_OWN_FAILS = "{why}. The voice that came with the program speaks instead."
T = TypeVar("T")


def within(seconds: float, work: Callable[[], T]) -> T:
    """The result of ``work``, or ``TimeoutError``; what hangs is left behind and waits alone."""
    found: Future[T] = Future()

    def run() -> None:
        try:
            found.set_result(work())
        except Exception as error:  # noqa: BLE001 - it is raised where the result is asked for
            found.set_exception(error)

    Thread(target=run, daemon=True, name="voice").start()
    return found.result(seconds)


def in_time(folder: str, work: Callable[[], T], wait_s: float | None = None) -> T:
    """What ``work`` reads from ``folder``. Raises ``ClipError`` as it does, or where it hangs."""
    from coach.cues.clips import ClipError  # noqa: PLC0415 - loads numpy

    try:
        return within(READ_WAIT_S if wait_s is None else wait_s, work)
    except TimeoutError as error:
        raise ClipError(_SLOW.format(folder=folder)) from error


class Voices:
    """The voice in the folder that ships, and over it what a folder of recordings holds."""

    def __init__(self, shipped: Path, wait_s: float = READ_WAIT_S) -> None:
        self._shipped = shipped
        self._wait_s = wait_s

    def shipped(self) -> VoicePack:
        """Raises ``ClipError`` where it is missing or broken."""
        from coach.cues.clips import ClipError  # noqa: PLC0415 - loads numpy
        from coach.cues.voice_pack import VoicePack  # noqa: PLC0415

        pack = VoicePack.load(self._shipped)
        if not pack.clips:
            raise ClipError(_NO_VOICE.format(folder=self._shipped))
        return pack

    def heard(self, folder: str, timeline: Timeline, tell: Callable[[str], None]) -> VoicePack:
        """What speaks this session; ``tell`` hears why one's own recordings do not.

        A recording longer than its phase is left to the voice that ships. Raises ``ClipError``
        as ``shipped`` does.
        """
        from coach.cues.clips import ClipError  # noqa: PLC0415 - loads numpy

        shipped = in_time(str(self._shipped), self.shipped)
        try:
            if folder:
                return self._waited_for(folder, lambda: _fitting(Path(folder), shipped, timeline))
        except ClipError as error:
            tell(_OWN_FAILS.format(why=error))
        return shipped

    def touch(self, voice: VoicePack, timeline: Timeline) -> None:
        """Read every file of ``voice`` that the session needs, so that none keeps it waiting
        later. Raises ``ClipError``."""
        phrases = {phase.say for phase in timeline} & voice.clips.keys()
        in_time(str(self._shipped), lambda: [voice.fingerprint(one) for one in phrases])

    def look(self, folder: str, phrases: list[str]) -> VoiceLook:
        """What a folder holds of ``phrases``; its files are opened, not heard."""
        from coach.cues.clips import ClipError  # noqa: PLC0415 - loads numpy

        try:
            have = self._waited_for(folder, lambda: _readable(Path(folder), phrases))
        except ClipError as error:
            return VoiceLook(folder, 0, len(phrases), str(error))
        return VoiceLook(folder, have, len(phrases))

    def _waited_for(self, folder: str, work: Callable[[], T]) -> T:
        return in_time(folder, work, self._wait_s)


def _own(folder: Path) -> VoicePack:
    """Raises ``ClipError`` where the folder holds no phrase."""
    from coach.cues.clips import ClipError  # noqa: PLC0415 - loads numpy
    from coach.cues.voice_pack import VoicePack  # noqa: PLC0415

    pack = VoicePack.load(folder)
    if not pack.clips:
        raise ClipError(_NO_VOICE.format(folder=folder))
    return pack


def _fitting(folder: Path, shipped: VoicePack, timeline: Timeline) -> VoicePack:
    """One's own recordings, as far as this session needs them and they fit, over the others."""
    from coach.cues.schedule import overruns  # noqa: PLC0415 - loads numpy

    own = _own(folder)
    late = {found.phrase for found in overruns(timeline, own)}
    needed = {phase.say for phase in timeline}
    kept = {phrase: clip for phrase, clip in own.clips.items() if phrase not in late}
    own = replace(own, clips=kept)
    for phrase in sorted(needed & kept.keys()):
        own.samples(phrase)
    return own.over(shipped)


def _readable(folder: Path, phrases: list[str]) -> int:
    """How many of ``phrases`` are there. Raises ``ClipError`` for the first file that is not."""
    own = _own(folder)
    have = [phrase for phrase in phrases if phrase in own.clips]
    for phrase in have:
        own.check(phrase)
    return len(have)
