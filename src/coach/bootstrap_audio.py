"""Makes a session into a file to take along, for the window and for the command line."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from coach.app.audio_export import AudioError, AudioSession, audio_session, day_named
from coach.app.ports import Clock, StoreError
from coach.app.stamps import stamp_of
from coach.bootstrap_sound import in_words, levels
from coach.bootstrap_voice import Voices
from coach.domain.book import Book
from coach.store.schema import FILE_NAME as LOG_NAME
from coach.system.ids import new_id
from coach.system.paths import AppPaths
from coach.system.resources import resource_dir

if TYPE_CHECKING:
    from coach.cues.audio_file import Recording

ARTIST = "coach"
_NO_LOG = "There is no log in {folder}: open coach and do the readiness check first."
_ENDING = "{path}: the name has to end in .wav, .flac, .ogg or .mp3."
_FOLDER = "{path}: there is no folder {folder}."
_THERE = "{path}: a file of that name is there; choose another one, or replace it with --force."
_TAKEN = "{path}: is a folder."
_WRITTEN = "{path}: cannot be written: {why}."
_CODED = "{path}: cannot be made: {why}."
_DAY = "{name} is no day: write today, mon to sun, or a date like 2026-03-02."


class AudioMaker:
    """An ``AudioWriter``: the player's own sound in a file, with the question before it (S7).

    Blocks for seconds: call it in a worker. ``language`` is that of the voice that ships.
    """

    def __init__(self, language: str, last_one: str = "") -> None:
        self._voices = Voices(resource_dir() / "voice" / language)
        self._tones = resource_dir() / "sounds"
        self._last_one = last_one

    def __call__(self, session: AudioSession, path: Path, *, overwrite: bool) -> None:
        """Raises ``AudioError``; what was there under that name is then as it was."""
        from coach.cues.audio_file import CodingError, write_audio  # noqa: PLC0415 - loads numpy

        try:
            check_place(path, overwrite=overwrite)
            write_audio(self._recording(session), path)
        except CodingError as error:
            raise AudioError(_CODED.format(path=path, why=error)) from error
        except OSError as error:
            raise AudioError(_WRITTEN.format(path=path, why=error.strerror or error)) from error

    def _recording(self, session: AudioSession) -> Recording:
        """Raises ``AudioError`` where the question cannot be asked."""
        from coach.cues.clips import ClipError, ToneSet  # noqa: PLC0415 - loads numpy
        from coach.cues.soundtrack import Clips  # noqa: PLC0415
        from coach.cues.take_along import Label, recording  # noqa: PLC0415

        wish = session.preferences
        timeline = in_words(session.timeline, wish, self._last_one)
        label = Label(
            title=session.title,
            artist=ARTIST,
            date=session.day.isoformat(),
            opening=session.opening.name,
            chapters=[(part.at_ms, part.name) for part in session.parts],
        )
        try:
            voice = self._voices.heard(wish.voice_folder, timeline, lambda _why: None)
            clips = Clips(ToneSet.load(self._tones), voice)
            return recording(timeline, clips, levels(wish), session.opening.phrases, label)
        except ClipError as error:
            raise AudioError(session.no_voice.format(why=str(error).rstrip("."))) from error


def check_place(path: Path, *, overwrite: bool) -> None:
    """Raises ``AudioError`` where the file cannot or must not be made, before any work; ``OSError``
    where that cannot even be seen."""
    from coach.cues.audio_file import KINDS  # noqa: PLC0415 - loads numpy

    if path.suffix.lower() not in KINDS:
        raise AudioError(_ENDING.format(path=path))
    if path.is_dir():
        raise AudioError(_TAKEN.format(path=path))
    if path.exists() and not overwrite:
        raise AudioError(_THERE.format(path=path))
    if not path.parent.is_dir():
        raise AudioError(_FOLDER.format(path=path, folder=path.parent))


def export_audio(
    paths: AppPaths, clock: Clock, book: Book, day: str, out: Path, *, overwrite: bool
) -> AudioSession:
    """Write the session of ``day`` to ``out``. Raises ``AudioError`` or ``StoreError``."""
    from coach.store.opening import open_store  # noqa: PLC0415 - loads SQLAlchemy

    now = stamp_of(clock)
    wanted, path = _day(day, now.civil), out.expanduser()
    try:
        check_place(path, overwrite=overwrite)
    except OSError as error:
        raise AudioError(_WRITTEN.format(path=path, why=error.strerror or error)) from error
    if not (paths.data / LOG_NAME).exists():
        raise StoreError(_NO_LOG.format(folder=paths.data))
    store = open_store(paths.data, clock, new_id)
    try:
        session = audio_session(store, book, now, new_id, wanted)
    finally:
        store.close()
    maker = AudioMaker(book.language, book.texts["speech.last_one"])
    maker(session, path, overwrite=overwrite)
    return session


def _day(name: str, today: date) -> date:
    try:
        return day_named(name, today)
    except ValueError as error:
        raise AudioError(_DAY.format(name=name)) from error
