"""Writes a session as WAV, FLAC, Ogg Vorbis or MP3 with chapters, one stretch after the other.

libsndfile makes the sound of the last three; the tags are ours, for it knows of no chapters. The
file appears whole under its name or not at all, and only a few seconds of it are held in memory.
"""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from coach.cues.clips import RATE
from coach.cues.mixing import Pcm
from coach.cues.ogg import retagged
from coach.cues.riff import marks, wav_head
from coach.cues.tags import Tags, id3, vorbis_comments

KINDS = {
    ".wav": ("WAV", "PCM_16"),
    ".flac": ("FLAC", "PCM_16"),
    ".ogg": ("OGG", "VORBIS"),
    ".mp3": ("MP3", "MPEG_LAYER_III"),
}
"""File name endings, with libsndfile's names."""

_STRETCH = 16_384
"""Frames handed to libsndfile at a time; its Vorbis coder overflows its stack at far more."""

_FLAC_HEAD = 4
_LAST_BLOCK, _KIND, _COMMENTS = 0x80, 0x7F, 4


class CodingError(Exception):
    """libsndfile cannot make this kind of file."""


@dataclass(frozen=True, slots=True)
class Recording:
    """Samples one after the other, ``frames`` of them, and what the file says of itself."""

    samples: Iterable[Pcm]
    frames: int
    tags: Tags


def write_audio(recording: Recording, path: Path) -> None:
    """Make ``path``, of the kind that its ending names, in place of what is there.

    Raises ``KeyError`` for another ending, ``OSError`` where the file cannot be written,
    ``CodingError`` where libsndfile lacks the kind.
    """
    ending = path.suffix.lower()
    _ = KINDS[ending]
    with appearing(path) as file:
        if ending == ".wav":
            _write_wav(recording, file)
        else:
            _write_coded(recording, ending, file, path.parent)


@contextmanager
def appearing(path: Path) -> Iterator[BinaryIO]:
    """A new file that takes ``path`` at the end; nothing is left of it where that fails."""
    handle, name = tempfile.mkstemp(prefix=".audio-", suffix=".part", dir=path.parent)
    part = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            yield file
            file.flush()
            os.fsync(file.fileno())
        part.replace(path)
    finally:
        part.unlink(missing_ok=True)


def _write_wav(recording: Recording, file: BinaryIO) -> None:
    chapters = marks(recording.tags)
    file.write(wav_head(recording.frames, behind=len(chapters)))
    for piece in recording.samples:
        file.write(piece.astype("<i2", copy=False).data)
    file.write(chapters)


def _write_coded(recording: Recording, ending: str, file: BinaryIO, folder: Path) -> None:
    with tempfile.TemporaryFile(dir=folder) as coded:
        _code(recording, ending, coded)
        coded.seek(0)
        match ending:
            case ".ogg":
                retagged(coded, file, recording.tags)
            case ".flac":
                _retag_flac(coded, file, recording.tags)
            case _:
                file.write(id3(recording.tags))
                shutil.copyfileobj(coded, file)


def _code(recording: Recording, ending: str, target: BinaryIO) -> None:
    """Let libsndfile write its kind of file. Raises ``OSError`` for what the disk refused, and
    ``CodingError``."""
    import soundfile  # type: ignore[import-untyped]  # noqa: PLC0415 - heavy

    kind, sub = KINDS[ending]
    guarded = _Guarded(target)
    try:
        with soundfile.SoundFile(guarded, "w", RATE, 1, format=kind, subtype=sub) as file:
            for piece in recording.samples:
                for at in range(0, len(piece), _STRETCH):
                    file.write(piece[at : at + _STRETCH])
                guarded.check()
    except (soundfile.SoundFileError, ValueError) as error:
        raise CodingError(f"this machine's libsndfile makes no {kind} file ({error})") from error
    guarded.check()


class _Guarded:
    """A file for libsndfile, which loses the error of a failed write: it is kept and told later."""

    def __init__(self, file: BinaryIO) -> None:
        self._file = file
        self._error: OSError | None = None

    def write(self, data: bytes) -> int:
        if self._error is None:
            try:
                self._file.write(data)
            except OSError as error:
                self._error = error
        return len(data)

    def read(self, size: int = -1) -> bytes:
        return self._file.read(size)

    def seek(self, offset: int, whence: int = os.SEEK_SET) -> int:
        return self._file.seek(offset, whence)

    def tell(self) -> int:
        return self._file.tell()

    def check(self) -> None:
        """Raises what a write has met."""
        if self._error is not None:
            raise self._error


def _retag_flac(source: BinaryIO, target: BinaryIO, tags: Tags) -> None:
    """Copy the file with these comments, in the second place, for any that it has."""
    target.write(source.read(_FLAC_HEAD))
    comments = vorbis_comments(tags)
    blocks = [block for block in _flac_blocks(source) if block[0] != _COMMENTS]
    blocks.insert(1, (_COMMENTS, comments))
    for kind, body in blocks[:-1]:
        target.write(bytes((kind,)) + len(body).to_bytes(3, "big") + body)
    kind, body = blocks[-1]
    target.write(bytes((kind | _LAST_BLOCK,)) + len(body).to_bytes(3, "big") + body)
    shutil.copyfileobj(source, target)


def _flac_blocks(source: BinaryIO) -> Iterator[tuple[int, bytes]]:
    last = False
    while not last:
        head = source.read(4)
        last = bool(head[0] & _LAST_BLOCK)
        yield head[0] & _KIND, source.read(int.from_bytes(head[1:], "big"))
