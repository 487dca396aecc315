"""Reads tags and chapters back from the bytes of audio files, by the formats' own descriptions."""

from __future__ import annotations

import struct
from pathlib import Path

Chapters = list[tuple[int, str]]
"""Milliseconds and name."""


def wav_chunks(data: bytes) -> list[tuple[bytes, bytes]]:
    """The chunks of a RIFF file; the sizes have to add up."""
    assert (data[:4], data[8:12]) == (b"RIFF", b"WAVE")
    assert struct.unpack_from("<I", data, 4)[0] == len(data) - 8
    return _chunks(data[12:])


def _chunks(data: bytes) -> list[tuple[bytes, bytes]]:
    found, at = [], 0
    while at < len(data):
        name, size = struct.unpack_from("<4sI", data, at)
        found.append((name, data[at + 8 : at + 8 + size]))
        at += 8 + size + size % 2
    assert at == len(data)
    return found


def wav_chapters(path: Path, rate: int) -> tuple[dict[str, str], Chapters]:
    info: dict[str, str] = {}
    places: dict[int, int] = {}
    names: dict[int, str] = {}
    for kind, body in wav_chunks(path.read_bytes()):
        if kind == b"cue ":
            for n in range(struct.unpack_from("<I", body)[0]):
                number, at, chunk, _, _, sample = struct.unpack_from("<II4sIII", body, 4 + 24 * n)
                assert (chunk, at) == (b"data", sample)
                places[number] = sample
        elif kind == b"LIST" and body[:4] == b"adtl":
            for label, text in _chunks(body[4:]):
                assert (label, text[-1:]) == (b"labl", b"\0")
                names[struct.unpack_from("<I", text)[0]] = text[4:-1].decode()
        elif kind == b"LIST":
            info = {key.decode(): text[:-1].decode() for key, text in _chunks(body[4:])}
    told = {"title": info["INAM"], "artist": info["IART"], "date": info["ICRD"]}
    return told, [(round(places[n] * 1000 / rate), names[n]) for n in sorted(places)]


def flac_comments(path: Path) -> dict[str, str]:
    data = path.read_bytes()
    assert data[:4] == b"fLaC"
    at, found = 4, []
    while True:
        head, size = data[at], int.from_bytes(data[at + 1 : at + 4], "big")
        found.append((head & 0x7F, data[at + 4 : at + 4 + size]))
        at += 4 + size
        if head & 0x80:
            break
    assert found[0][0] == 0
    [comments] = [body for kind, body in found if kind == 4]
    return vorbis_comments(comments)


def ogg_comments(path: Path) -> dict[str, str]:
    """The second packet of the stream; the pages have to be numbered without a gap."""
    data = path.read_bytes()
    at, number, packets, begun = 0, 0, [], b""
    while at < len(data):
        assert data[at : at + 4] == b"OggS"
        assert struct.unpack_from("<I", data, at + 18)[0] == number
        count = data[at + 26]
        lacing = data[at + 27 : at + 27 + count]
        at += 27 + count
        for length in lacing:
            begun += data[at : at + length]
            at += length
            if length < 255:
                packets.append(begun)
                begun = b""
        number += 1
    assert packets[1][:7] == b"\x03vorbis"
    assert packets[1][-1] == 1
    assert packets[2][:7] == b"\x05vorbis"
    return vorbis_comments(packets[1][7:-1])


def vorbis_comments(body: bytes) -> dict[str, str]:
    at = 4 + struct.unpack_from("<I", body)[0]
    count = struct.unpack_from("<I", body, at)[0]
    at += 4
    found = {}
    for _ in range(count):
        size = struct.unpack_from("<I", body, at)[0]
        key, _, value = body[at + 4 : at + 4 + size].decode().partition("=")
        found[key] = value
        at += 4 + size
    assert at == len(body)
    return found


def vorbis_chapters(comments: dict[str, str]) -> tuple[dict[str, str], Chapters]:
    told = {key: comments[key.upper()] for key in ("title", "artist", "date")}
    chapters = []
    for number in range(1, 1000):
        if f"CHAPTER{number:03}" not in comments:
            break
        hours, minutes, seconds = comments[f"CHAPTER{number:03}"].split(":")
        at_ms = round((int(hours) * 3600 + int(minutes) * 60 + float(seconds)) * 1000)
        chapters.append((at_ms, comments[f"CHAPTER{number:03}NAME"]))
    return told, chapters


def id3_chapters(path: Path) -> tuple[dict[str, str], list[tuple[int, int, str]]]:
    """The texts, and each chapter's begin, end and name in the order of the table."""
    data = path.read_bytes()
    assert data[:6] == b"ID3\x03\x00\x00"
    size = sum(byte << shift for byte, shift in zip(data[6:10], (21, 14, 7, 0), strict=True))
    assert data[10 + size] == 0xFF  # the sound begins right behind
    texts: dict[str, str] = {}
    table: list[bytes] = []
    chapters: dict[bytes, tuple[int, int, str]] = {}
    for kind, body in _frames(data[10 : 10 + size]):
        if kind == b"CTOC":
            _, rest = body.split(b"\0", 1)
            assert rest[0] == 3
            table = rest[2:].split(b"\0")[:-1]
            assert len(table) == rest[1]
        elif kind == b"CHAP":
            name, rest = body.split(b"\0", 1)
            begin, end, *offsets = struct.unpack_from(">4I", rest)
            assert offsets == [0xFFFFFFFF] * 2
            [(_, title)] = _frames(rest[16:])
            chapters[name] = (begin, end, _text(title))
        else:
            texts[kind.decode()] = _text(body)
    return texts, [chapters[name] for name in table]


def _frames(data: bytes) -> list[tuple[bytes, bytes]]:
    found, at = [], 0
    while at < len(data):
        kind, size, flags = struct.unpack_from(">4sIH", data, at)
        assert flags == 0
        found.append((kind, data[at + 10 : at + 10 + size]))
        at += 10 + size
    assert at == len(data)
    return found


def _text(body: bytes) -> str:
    return body[1:].decode("utf-16" if body[0] == 1 else "latin-1")
