"""A voice: a folder of recorded phrases with an ``index.toml``.

The format is open, so that a folder of one's own recordings works as well::

    language = "en"
    voice = "name of the voice"
    recipe = "how the clips were made"

    [clips]
    "Breathe in." = { file = "breathe-in.opus", duration_ms = 812 }

Files are anything libsndfile reads (Opus, WAV, FLAC), mono or stereo, at any rate. Without
``duration_ms`` the file itself is asked for its length.
"""

from __future__ import annotations

import hashlib
import tomllib
from collections.abc import Iterable, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from math import ceil
from pathlib import Path

import numpy as np

from coach.cues.clips import ClipError, Samples, resampled

INDEX = "index.toml"
MAX_CLIP_MS = 60_000
DECODERS = 2
LENGTH_SLACK_MS = 20


@dataclass(frozen=True, slots=True)
class Clip:
    """One phrase: its file and its length."""

    file: Path
    duration_ms: int


@dataclass(frozen=True, slots=True)
class VoicePack:
    """Phrases by their text; clips are decoded when they are first asked for, then kept."""

    clips: Mapping[str, Clip] = field(default_factory=dict)
    _decoded: dict[str, Samples] = field(default_factory=dict, repr=False, compare=False)

    @classmethod
    def load(cls, folder: Path) -> VoicePack:
        """Read the index; a folder without one is a voice without phrases.

        Raises ``ClipError`` with file, key and reason where the index is wrong.
        """
        index = folder / INDEX
        try:
            table = tomllib.loads(index.read_text(encoding="utf-8"))
        except FileNotFoundError:
            return cls()
        except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
            raise ClipError(f"{index}: {error}") from error
        entries = table.get("clips", {})
        if not isinstance(entries, dict):
            raise ClipError(f"{index}: clips must be a table of phrases")
        return cls({phrase: _clip(index, phrase, entry) for phrase, entry in entries.items()})

    def duration_ms(self, phrase: str) -> int | None:
        clip = self.clips.get(phrase)
        return clip.duration_ms if clip else None

    def samples(self, phrase: str) -> Samples:
        """The clip as mono float32 at the track's rate. Raises ``ClipError``, ``KeyError``."""
        if phrase not in self._decoded:
            self._decoded[phrase] = _decode(self.clips[phrase].file)
        return self._decoded[phrase]

    def decode(self, phrases: Iterable[str]) -> None:
        """Decode what is new of these at once, on every core. Raises as ``samples`` does."""
        new = [phrase for phrase in phrases if phrase not in self._decoded]
        with ThreadPoolExecutor(DECODERS) as pool:
            self._decoded.update(zip(new, pool.map(self.samples, new), strict=True))

    def over(self, other: VoicePack) -> VoicePack:
        """These phrases, and those of ``other`` that are missing here."""
        return VoicePack({**other.clips, **self.clips}, {**other._decoded, **self._decoded})

    def check(self, phrase: str) -> None:
        """Raises ``ClipError`` where the file cannot be read or its length is not the index's."""
        clip = self.clips[phrase]
        length = _length_ms(clip.file)
        if abs(length - clip.duration_ms) > LENGTH_SLACK_MS:
            raise ClipError(
                f"{clip.file.name}: takes {length} ms, not the {clip.duration_ms} of the index"
            )

    def fingerprint(self, phrase: str) -> str:
        """Changes when the phrase's recording does. Raises ``ClipError``, ``KeyError``."""
        file = self.clips[phrase].file
        try:
            return hashlib.sha256(file.read_bytes()).hexdigest()
        except OSError as error:
            raise ClipError(f"{file.name}: {error}") from error


def _clip(index: Path, phrase: str, entry: object) -> Clip:
    where = f"{index}: clips.{phrase!r}"
    if not isinstance(entry, dict):
        raise ClipError(f"{where} must be a table with file and duration_ms")
    for key in sorted(entry.keys() - {"file", "duration_ms"}):
        raise ClipError(f"{where}.{key} is not known")
    file, duration = entry.get("file"), entry.get("duration_ms")
    # A pack may come from anywhere: it names files of its own folder and nothing else.
    if not isinstance(file, str) or not file or Path(file).name != file or "\\" in file:
        raise ClipError(f"{where}.file must be the name of a file beside the index")
    if duration is None:
        return Clip(index.parent / file, _length_ms(index.parent / file))
    if type(duration) is not int or not 0 < duration <= MAX_CLIP_MS:
        raise ClipError(f"{where}.duration_ms must be 1 to {MAX_CLIP_MS}")
    return Clip(index.parent / file, duration)


def _length_ms(file: Path) -> int:
    """Raises ``ClipError`` for what is no sound, or too long for a phrase."""
    import soundfile  # type: ignore[import-untyped]  # noqa: PLC0415 - heavy, first sound only

    try:
        found = soundfile.info(str(file))
    except (OSError, soundfile.SoundFileError) as error:
        raise ClipError(f"{file.name}: {error}") from error
    length = ceil(int(found.frames) * 1000 / int(found.samplerate))
    if not 0 < length <= MAX_CLIP_MS:
        raise ClipError(f"{file.name}: must be 1 to {MAX_CLIP_MS} ms long")
    return length


def _decode(file: Path) -> Samples:
    import soundfile  # noqa: PLC0415 - heavy, first sound only

    try:
        data, rate = soundfile.read(str(file), dtype="float32", always_2d=True)
    except (OSError, soundfile.SoundFileError) as error:
        raise ClipError(f"{file.name}: {error}") from error
    return resampled(np.ascontiguousarray(data.mean(axis=1), dtype=np.float32), int(rate))
