"""What an audio file says of itself: title, artist, date, and chapters. As bytes for each kind.

Vorbis comments carry chapters as ``CHAPTER001=00:00:12.000`` beside ``CHAPTER001NAME=…``, ID3 as
frames ``CHAP`` listed by ``CTOC``; podcast and music players read both.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

VENDOR = "coach"
_NO_OFFSET = 0xFFFFFFFF
_TABLE = b"toc\0"
_TOP_AND_ORDERED = 3
_MOST_IN_TABLE = 255


@dataclass(frozen=True, slots=True)
class Chapter:
    """A place in the file by its name."""

    at_ms: int
    name: str


@dataclass(frozen=True, slots=True)
class Tags:
    """``date`` is an ISO date; ``total_ms`` the length of the file, where the last chapter ends."""

    title: str
    artist: str
    date: str
    chapters: tuple[Chapter, ...]
    total_ms: int


def vorbis_comments(tags: Tags) -> bytes:
    """The body of a comment header, as FLAC and Ogg hold it (without a framing bit)."""
    lines = [line.encode("utf-8") for line in _comments(tags)]
    vendor = VENDOR.encode("utf-8")
    parts = [struct.pack("<I", len(vendor)), vendor, struct.pack("<I", len(lines))]
    for line in lines:
        parts += [struct.pack("<I", len(line)), line]
    return b"".join(parts)


def _comments(tags: Tags) -> Iterator[str]:
    yield f"TITLE={tags.title}"
    yield f"ARTIST={tags.artist}"
    yield f"DATE={tags.date}"
    for number, chapter in enumerate(tags.chapters, start=1):
        yield f"CHAPTER{number:03}={_clock(chapter.at_ms)}"
        yield f"CHAPTER{number:03}NAME={chapter.name}"


def _clock(ms: int) -> str:
    """ "00:01:02.345"."""
    seconds, rest = divmod(ms, 1000)
    minutes, second = divmod(seconds, 60)
    return f"{minutes // 60:02}:{minutes % 60:02}:{second:02}.{rest:03}"


def id3(tags: Tags) -> bytes:
    """An ID3v2.3 tag, the form that most players read."""
    year, _, day = tags.date.partition("-")
    frames = [
        _words(b"TIT2", tags.title),
        _words(b"TPE1", tags.artist),
        _words(b"TYER", year),
        _words(b"TDAT", "".join(reversed(day.split("-")))),
        _table(tags),
        *_chapters(tags),
    ]
    body = b"".join(frames)
    return b"ID3\x03\x00\x00" + _seven_bits(len(body)) + body


def _table(tags: Tags) -> bytes:
    names = [_name(number) for number in range(len(tags.chapters))][:_MOST_IN_TABLE]
    body = _TABLE + bytes((_TOP_AND_ORDERED, len(names))) + b"".join(names)
    return _frame(b"CTOC", body)


def _chapters(tags: Tags) -> Iterator[bytes]:
    ends = [later.at_ms for _, later in pairwise(tags.chapters)] + [tags.total_ms]
    for number, (chapter, end_ms) in enumerate(zip(tags.chapters, ends, strict=True)):
        times = struct.pack(">4I", chapter.at_ms, end_ms, _NO_OFFSET, _NO_OFFSET)
        yield _frame(b"CHAP", _name(number) + times + _words(b"TIT2", chapter.name))


def _name(number: int) -> bytes:
    return f"chp{number}".encode("ascii") + b"\0"


def _words(kind: bytes, text: str) -> bytes:
    """A frame of text: Latin-1 where that is enough, else UTF-16 with its mark."""
    try:
        body = b"\x00" + text.encode("latin-1")
    except UnicodeEncodeError:
        body = b"\x01" + b"\xff\xfe" + text.encode("utf-16-le")
    return _frame(kind, body)


def _frame(kind: bytes, body: bytes) -> bytes:
    return kind + struct.pack(">IH", len(body), 0) + body


def _seven_bits(size: int) -> bytes:
    """Four bytes of seven bits each, so that none looks like the start of sound."""
    return bytes((size >> shift) & 0x7F for shift in (21, 14, 7, 0))
