"""Changes the comments of an Ogg Vorbis file while it is copied (RFC 3533, Vorbis I § 5)."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import BinaryIO

from coach.cues.tags import Tags, vorbis_comments

_HEAD = struct.Struct("<4sBBqIIIB")
_CONTINUED, _FIRST_PAGE, _HEADERS = 1, 1, 3
_MOST_SEGMENTS, _SEGMENT = 255, 255
_NOTHING_ENDS = -1
_MIRRORED = bytes(int(f"{byte:08b}"[::-1], 2) for byte in range(256))


class OggError(ValueError):
    """The bytes are no Ogg Vorbis."""


@dataclass(frozen=True, slots=True)
class Page:
    """``flags`` as in the head of a page; ``lacing`` holds the lengths of its segments."""

    flags: int
    granule: int
    serial: int
    number: int
    lacing: bytes
    body: bytes

    def packed(self) -> bytes:
        """The page with its checksum."""
        fields = (self.flags, self.granule, self.serial, self.number)
        blank = _HEAD.pack(b"OggS", 0, *fields, 0, len(self.lacing)) + self.lacing + self.body
        return blank[:22] + struct.pack("<I", checksum(blank)) + blank[26:]


def checksum(data: bytes) -> int:
    """Ogg's CRC-32: the polynomial of zlib's with the bits the other way round and no inversion."""
    mirrored = zlib.crc32(data.translate(_MIRRORED), 0xFFFFFFFF) ^ 0xFFFFFFFF
    return int(f"{mirrored:032b}"[::-1], 2)


def pages(file: BinaryIO) -> Iterator[Page]:
    """The pages from here to the end, one at a time. Raises ``OggError``."""
    while head := file.read(_HEAD.size):
        if len(head) < _HEAD.size or head[:4] != b"OggS":
            raise OggError("a page is cut short")
        _, _, flags, granule, serial, number, _, count = _HEAD.unpack(head)
        lacing = file.read(count)
        yield Page(flags, granule, serial, number, lacing, file.read(sum(lacing)))


def retagged(source: BinaryIO, target: BinaryIO, tags: Tags) -> None:
    """Copy ``source`` with these comments in place of its own. Raises ``OggError``."""
    found = pages(source)
    first = next(found, None)
    if first is None:
        raise OggError("the file is empty")
    target.write(first.packed())
    number = _FIRST_PAGE
    _, setup = _headers(found)
    for page in _paged((b"\x03vorbis" + vorbis_comments(tags) + b"\x01", setup), first.serial):
        target.write(page.packed())
        number += 1
    for page in found:
        target.write(replace(page, number=number).packed())
        number += 1


def _headers(found: Iterator[Page]) -> tuple[bytes, bytes]:
    """The comments and the setup: the second and third packet; sound begins on a new page."""
    packets: list[bytes] = []
    begun = b""
    while len(packets) < _HEADERS - 1:
        page = next(found, None)
        if page is None:
            raise OggError("the headers are cut short")
        at = 0
        for length in page.lacing:
            begun += page.body[at : at + length]
            at += length
            if length < _SEGMENT:
                packets.append(begun)
                begun = b""
    comments, setup = packets
    return comments, setup


def _paged(packets: tuple[bytes, ...], serial: int) -> Iterator[Page]:
    """The packets on as few pages as they fit on, numbered from the second of the file."""
    body = b"".join(packets)
    lacing = b"".join(_laced(len(packet)) for packet in packets)
    at, continued = 0, 0
    for number, start in enumerate(range(0, len(lacing), _MOST_SEGMENTS), start=_FIRST_PAGE):
        part = lacing[start : start + _MOST_SEGMENTS]
        granule = 0 if min(part) < _SEGMENT else _NOTHING_ENDS
        yield Page(continued, granule, serial, number, part, body[at : at + sum(part)])
        at += sum(part)
        continued = _CONTINUED if part[-1] == _SEGMENT else 0


def _laced(length: int) -> bytes:
    """The lengths of a packet's segments; the last is shorter than the rest, if only by nothing."""
    return b"\xff" * (length // _SEGMENT) + bytes((length % _SEGMENT,))
