"""Audio files read back byte by byte: samples, tags, chapters, and what a full disk leaves."""

from __future__ import annotations

import errno
import io
import os
import tracemalloc
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
import soundfile

from coach.cues import audio_file
from coach.cues.audio_file import KINDS, CodingError, Recording, write_audio
from coach.cues.clips import RATE
from coach.cues.mixing import Pcm
from coach.cues.ogg import OggError, checksum, pages, retagged
from coach.cues.tags import Chapter, Tags
from support.audio_tags import (
    flac_comments,
    id3_chapters,
    ogg_comments,
    vorbis_chapters,
    wav_chapters,
)

CHAPTERS = (Chapter(0, "Before you begin"), Chapter(1_500, "Brücke, left"), Chapter(61_007, "桥 2"))
TAGS = Tags("Full session – Größe", "coach", "2026-03-02", CHAPTERS, 70_000)
TOLD = {"title": TAGS.title, "artist": "coach", "date": "2026-03-02"}
PLACES = [(chapter.at_ms, chapter.name) for chapter in CHAPTERS]


def sound(seconds: int = 70) -> Pcm:
    at = np.arange(seconds * RATE) / RATE
    wave = np.sin(2 * np.pi * 440 * at) * (np.sin(2 * np.pi * at / 3) > 0) * 9_000
    return wave.astype(np.int16)


def pieces(samples: Pcm) -> Iterator[Pcm]:
    for at in range(0, len(samples), 50_000):
        yield samples[at : at + 50_000]


def recording(samples: Pcm, tags: Tags = TAGS) -> Recording:
    return Recording(pieces(samples), len(samples), tags)


@pytest.mark.parametrize("ending", [".wav", ".flac"])
def test_files_without_loss_hold_every_sample(tmp_path: Path, ending: str) -> None:
    path = tmp_path / f"out{ending}"
    write_audio(recording(sound()), path)
    data, rate = soundfile.read(str(path), dtype="int16")
    assert rate == RATE
    assert np.array_equal(data, sound())


@pytest.mark.parametrize("ending", [".ogg", ".mp3"])
def test_small_files_keep_length_and_place(tmp_path: Path, ending: str) -> None:
    path = tmp_path / f"out{ending}"
    write_audio(recording(sound()), path)
    data, rate = soundfile.read(str(path), dtype="float64")
    wanted = sound() / 32_767
    assert rate == RATE
    assert len(data) == pytest.approx(len(wanted), abs=RATE // 20)
    common = min(len(data), len(wanted))
    lags = range(-60, 61)
    fit = [float(np.dot(np.roll(data[:common], lag), wanted[:common])) for lag in lags]
    assert abs(lags[int(np.argmax(fit))]) <= 30  # 1.25 ms
    assert path.stat().st_size < len(wanted)


def test_wav_chapters_are_cues_with_labels(tmp_path: Path) -> None:
    write_audio(recording(sound()), tmp_path / "out.wav")
    assert wav_chapters(tmp_path / "out.wav", RATE) == (TOLD, PLACES)


def test_flac_and_ogg_chapters_are_comments(tmp_path: Path) -> None:
    write_audio(recording(sound()), tmp_path / "out.flac")
    write_audio(recording(sound()), tmp_path / "out.ogg")
    assert vorbis_chapters(flac_comments(tmp_path / "out.flac")) == (TOLD, PLACES)
    assert vorbis_chapters(ogg_comments(tmp_path / "out.ogg")) == (TOLD, PLACES)
    assert soundfile.SoundFile(str(tmp_path / "out.ogg")).title == TAGS.title


def test_mp3_chapters_follow_each_other_to_the_end(tmp_path: Path) -> None:
    write_audio(recording(sound()), tmp_path / "out.mp3")
    texts, chapters = id3_chapters(tmp_path / "out.mp3")
    assert texts == {"TIT2": TAGS.title, "TPE1": "coach", "TYER": "2026", "TDAT": "0203"}
    ends = [1_500, 61_007, 70_000]
    wanted = [(at, end, name) for (at, name), end in zip(PLACES, ends, strict=True)]
    assert chapters == wanted


@pytest.mark.parametrize("ending", list(KINDS))
def test_chapters_that_fill_pages_are_no_hindrance(tmp_path: Path, ending: str) -> None:
    """Comments of 90 kB need two pages of an Ogg file and more."""
    many = tuple(Chapter(100 * n, f"{n} " + "long " * 70) for n in range(250))
    path = tmp_path / f"many{ending}"
    write_audio(recording(sound(30), Tags("t", "a", "2026-03-02", many, 30_000)), path)
    assert soundfile.info(str(path)).duration == pytest.approx(30, abs=0.1)
    if ending == ".ogg":
        assert len(vorbis_chapters(ogg_comments(path))[1]) == 250


def test_the_ending_may_be_written_large(tmp_path: Path) -> None:
    write_audio(recording(sound(1)), tmp_path / "OUT.WAV")
    assert soundfile.info(str(tmp_path / "OUT.WAV")).format == "WAV"
    with pytest.raises(KeyError):
        write_audio(recording(sound(1)), tmp_path / "out.aac")
    assert [file.name for file in tmp_path.iterdir()] == ["OUT.WAV"]


def test_the_checksum_is_that_of_the_makers_of_ogg(tmp_path: Path) -> None:
    soundfile.write(str(tmp_path / "plain.ogg"), sound(3), RATE, format="OGG", subtype="VORBIS")
    data = (tmp_path / "plain.ogg").read_bytes()
    found = list(pages(io.BytesIO(data)))
    assert len(found) >= 3
    assert b"".join(page.packed() for page in found) == data
    assert checksum(b"") == 0


@pytest.mark.parametrize("broken", [b"", b"RIFF" * 20, b"OggS\0"])
def test_what_is_no_ogg_is_refused(broken: bytes) -> None:
    with pytest.raises(OggError):
        retagged(io.BytesIO(broken), io.BytesIO(), TAGS)


@pytest.mark.parametrize("ending", list(KINDS))
def test_what_fails_half_way_leaves_the_old_file_alone(tmp_path: Path, ending: str) -> None:
    path = tmp_path / f"out{ending}"
    path.write_bytes(b"the old one")

    def torn() -> Iterator[Pcm]:
        yield sound(2)
        raise OSError(errno.EIO, os.strerror(errno.EIO))

    with pytest.raises(OSError, match="Input/output"):
        write_audio(Recording(torn(), 5 * RATE, TAGS), path)
    assert [file.name for file in tmp_path.iterdir()] == [path.name]
    assert path.read_bytes() == b"the old one"


class FullDisk(io.BytesIO):
    """Takes a few kilobytes and no more."""

    def write(self, data: object) -> int:
        if self.tell() > 8_000:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        return super().write(bytes(data))  # type: ignore[call-overload]


@pytest.mark.parametrize("ending", [".flac", ".ogg", ".mp3"])
def test_a_disk_that_fills_up_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, ending: str
) -> None:
    monkeypatch.setattr(audio_file.tempfile, "TemporaryFile", lambda **_: FullDisk())
    noise = np.random.default_rng(1).integers(-9_000, 9_000, 20 * RATE).astype(np.int16)
    with pytest.raises(OSError, match="No space"):
        write_audio(recording(noise), tmp_path / f"out{ending}")
    assert list(tmp_path.iterdir()) == []


def test_a_library_without_the_kind_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def lacking(*_: object, **__: object) -> None:
        raise soundfile.LibsndfileError(1)

    monkeypatch.setattr(soundfile, "SoundFile", lacking)
    with pytest.raises(CodingError, match="MP3"):
        write_audio(recording(sound(1)), tmp_path / "out.mp3")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("ending", list(KINDS))
def test_a_long_file_is_never_held_in_memory(tmp_path: Path, ending: str) -> None:
    second = sound(1)
    long = Recording((second for _ in range(200)), 200 * RATE, TAGS)
    write_audio(recording(sound(1)), tmp_path / f"first{ending}")  # loads what is needed
    tracemalloc.start()
    try:
        write_audio(long, tmp_path / f"out{ending}")
        _, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert peak < 2_000_000
