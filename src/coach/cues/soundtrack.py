"""The sound of a session: one compiled track, kept as a WAV file under a name made of its content.

A track that the media player plays by itself is exact to the sample; cues fired from Python are
late whenever the machine is busy.
"""

from __future__ import annotations

import hashlib
import os
import tempfile
from dataclasses import dataclass
from pathlib import Path

from coach.cues.clips import RATE, ToneSet
from coach.cues.levels import Levels
from coach.cues.mixing import Pcm, frame, mix, sounds
from coach.cues.riff import WAV_HEAD_BYTES, wav_head
from coach.cues.schedule import Schedule, schedule
from coach.cues.voice_pack import VoicePack
from coach.domain.timeline import Timeline

RENDER_VERSION = 2
"""Raise it when mixing changes, so that stored tracks are made anew."""

KEEP_TRACKS = 6
TORN_AFTER_S = 3_600


@dataclass(frozen=True, slots=True)
class Clips:
    """What there is to hear."""

    tones: ToneSet
    voice: VoicePack


@dataclass(frozen=True, slots=True)
class Soundtrack:
    """Samples of the guided part: 16 bit mono at ``RATE``; sample 0 is ``offset_ms``.

    ``guided_ms`` is the length of the guided part; the samples go on until the last tone and
    the words of the rate page have rung out.
    """

    samples: Pcm
    offset_ms: int
    guided_ms: int


@dataclass(frozen=True, slots=True)
class Track:
    """A stored soundtrack: timeline moment = ``offset_ms`` + position in ``path``."""

    path: Path
    offset_ms: int
    guided_ms: int


def render(timeline: Timeline, clips: Clips, levels: Levels) -> Soundtrack:
    """Mix the cues of ``timeline``. Raises ``ClipError`` where a clip cannot be read."""
    return _render(_plan(timeline, clips), clips, levels)


def stored(timeline: Timeline, clips: Clips, levels: Levels, folder: Path) -> Track:
    """The track of ``timeline`` in ``folder``: the one made earlier, or a new one.

    Blocks for up to half a second: call it in a worker. Raises ``ClipError``, ``OSError``.
    """
    plan = _plan(timeline, clips)
    path = folder / f"{_name(plan, clips, levels)}.wav"
    if not _complete(path, plan):
        folder.mkdir(parents=True, exist_ok=True)
        write_wav(_render(plan, clips, levels), path)
    path.touch()
    _prune(folder, path)
    return Track(path, plan.offset_ms, plan.guided_ms)


def _plan(timeline: Timeline, clips: Clips) -> Schedule:
    return schedule(timeline, clips.voice, clips.tones.durations_ms())


def _render(plan: Schedule, clips: Clips, levels: Levels) -> Soundtrack:
    if levels.voice_gain > 0:
        clips.voice.decode({said.phrase for said in plan.voice})
    found = sounds(plan, clips.tones, clips.voice, levels)
    return Soundtrack(mix(found, frame(plan.total_ms)), plan.offset_ms, plan.guided_ms)


def _name(plan: Schedule, clips: Clips, levels: Levels) -> str:
    """Everything that shapes the samples; the place in the timeline does not."""
    digest = hashlib.sha256(f"{RENDER_VERSION} {RATE} {levels!r} {plan!r}".encode())
    for tone, data in clips.tones.samples.items():
        digest.update(tone.encode() + data.tobytes())
    if levels.voice_gain > 0:
        for phrase in sorted({said.phrase for said in plan.voice}):
            digest.update(clips.voice.fingerprint(phrase).encode())
    return digest.hexdigest()[:24]


def _complete(path: Path, plan: Schedule) -> bool:
    try:
        return path.stat().st_size == WAV_HEAD_BYTES + 2 * frame(plan.total_ms)
    except FileNotFoundError:
        return False


def write_wav(track: Soundtrack, path: Path) -> None:
    """Write ``track`` so that ``path`` is either whole or as it was before."""
    handle, name = tempfile.mkstemp(prefix=".track-", suffix=".part", dir=path.parent)
    part = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(wav_head(len(track.samples)))
            file.write(track.samples.astype("<i2", copy=False).data)
        part.replace(path)
    finally:
        part.unlink(missing_ok=True)


def _prune(folder: Path, used: Path) -> None:
    """Keep the newest tracks, the one in use among them; remove what a killed writer left."""
    tracks = sorted(folder.glob("*.wav"), key=lambda file: file.stat().st_mtime_ns, reverse=True)
    torn = used.stat().st_mtime - TORN_AFTER_S
    old = [file for file in folder.glob(".track-*.part") if file.stat().st_mtime < torn]
    for file in [*tracks[KEEP_TRACKS:], *old]:
        if file != used:
            file.unlink(missing_ok=True)
