"""The frame of a WAV file: its head, and the chunks behind the samples that name places."""

from __future__ import annotations

import struct
from collections.abc import Mapping, Sequence

from coach.cues.clips import RATE
from coach.cues.tags import Tags

_SAMPLE_BYTES = 2
_HEAD = struct.Struct("<4sI4s4sIHHIIHH4sI")
WAV_HEAD_BYTES = _HEAD.size


def wav_head(frames: int, *, channels: int = 1, behind: int = 0) -> bytes:
    """The head of a file of 16 bit samples at ``RATE`` with ``behind`` bytes after them."""
    width = channels * _SAMPLE_BYTES
    size = frames * width
    return _HEAD.pack(
        *(b"RIFF", WAV_HEAD_BYTES - 8 + size + behind, b"WAVE"),
        *(b"fmt ", 16, 1, channels, RATE, RATE * width, width, 8 * _SAMPLE_BYTES),
        *(b"data", size),
    )


def marks(tags: Tags) -> bytes:
    """Chunks ``cue ``, ``LIST adtl`` and ``LIST INFO``: chapters by place and name, and tags."""
    return _cue(tags) + _labels(tags) + _info(tags)


def _cue(tags: Tags) -> bytes:
    points = (
        struct.pack("<II4sIII", number, at, b"data", 0, 0, at)
        for number, at in enumerate(_places(tags), start=1)
    )
    return _chunk(b"cue ", struct.pack("<I", len(tags.chapters)) + b"".join(points))


def _places(tags: Tags) -> Sequence[int]:
    return [round(chapter.at_ms * RATE / 1000) for chapter in tags.chapters]


def _labels(tags: Tags) -> bytes:
    labels = (
        _chunk(b"labl", struct.pack("<I", number) + _text(chapter.name))
        for number, chapter in enumerate(tags.chapters, start=1)
    )
    return _chunk(b"LIST", b"adtl" + b"".join(labels))


def _info(tags: Tags) -> bytes:
    told: Mapping[bytes, str] = {b"INAM": tags.title, b"IART": tags.artist, b"ICRD": tags.date}
    return _chunk(b"LIST", b"INFO" + b"".join(_chunk(key, _text(v)) for key, v in told.items()))


def _text(words: str) -> bytes:
    return words.encode("utf-8") + b"\0"


def _chunk(name: bytes, body: bytes) -> bytes:
    """A chunk begins at an even byte."""
    return name + struct.pack("<I", len(body)) + body + b"\0" * (len(body) % 2)
