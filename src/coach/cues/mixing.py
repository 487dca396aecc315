"""Mixes a schedule to samples. Silence costs nothing: only the islands of sound are worked on."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from coach.cues.clips import RATE, Samples, ToneSet
from coach.cues.levels import Levels
from coach.cues.schedule import FADE_MS, Schedule, VoiceAt
from coach.cues.voice_pack import VoicePack

DUCK = 0.35
"""Tones under speech keep this share of their amplitude (−9 dB)."""

DUCK_RAMP_MS = 120


@dataclass(frozen=True, slots=True)
class Sound:
    """Samples with their place in the track; ``spoken`` tells voice from tone."""

    at: int
    data: Samples
    spoken: bool

    @property
    def end(self) -> int:
        return self.at + len(self.data)


def frame(milliseconds: float) -> int:
    """The sample at that moment: the one rounding between plan and sound."""
    return round(milliseconds * RATE / 1000)


def sounds(plan: Schedule, tone_set: ToneSet, voice: VoicePack, levels: Levels) -> list[Sound]:
    """Every cue that can be heard at these levels, by time. Raises ``ClipError``."""
    found: list[Sound] = []
    if levels.tone_gain > 0:
        for cue in plan.tones:
            data = tone_set.samples[cue.tone] * np.float32(cue.gain * levels.tone_gain)
            found.append(Sound(frame(cue.at_ms), data, spoken=False))
    if levels.voice_gain > 0:
        for said in plan.voice:
            data = _faded(voice.samples(said.phrase), said) * np.float32(levels.voice_gain)
            found.append(Sound(frame(said.at_ms), data, spoken=True))
    return sorted(found, key=lambda sound: sound.at)


def mix(found: Sequence[Sound], length: int) -> npt.NDArray[np.int16]:
    """16 bit mono samples of the whole track; what would clip is held at full scale."""
    track = np.zeros(length, dtype=np.int16)
    for island in _islands(found):
        begin = island[0].at
        end = min(max(sound.end for sound in island), length)
        mixed = _mixed(island, begin, end)
        track[begin:end] = np.clip(np.rint(mixed * 32_767.0), -32_768, 32_767)
    return track


def _faded(data: Samples, said: VoiceAt) -> Samples:
    """The clip, faded out where the next phrase cuts in before its end."""
    length = frame(said.length_ms)
    if length >= len(data):
        return data
    cut = data[:length].copy()
    fade = min(frame(FADE_MS), length)
    cut[length - fade :] *= np.linspace(1.0, 0.0, fade, dtype=np.float32)
    return cut


def _islands(found: Sequence[Sound]) -> Iterator[list[Sound]]:
    """Groups of sounds that touch; a ramp's width apart, so that no duck is cut in two."""
    group: list[Sound] = []
    reach = 0
    for sound in found:
        if group and sound.at > reach + frame(DUCK_RAMP_MS):
            yield group
            group, reach = [], 0
        group.append(sound)
        reach = max(reach, sound.end)
    if group:
        yield group


def _mixed(island: Sequence[Sound], begin: int, end: int) -> Samples:
    tones = np.zeros(end - begin, dtype=np.float32)
    voice = np.zeros_like(tones)
    for sound in island:
        bus = voice if sound.spoken else tones
        place = bus[sound.at - begin : sound.end - begin]
        place += sound.data[: len(place)]
    return tones * _ducking(island, begin, end) + voice


def _ducking(island: Sequence[Sound], begin: int, end: int) -> Samples:
    """1 where the tones are alone, ``DUCK`` under speech, straight ramps between."""
    level = np.ones(end - begin, dtype=np.float32)
    ramp = frame(DUCK_RAMP_MS)
    for sound in island:
        if sound.spoken:
            corners = (sound.at - ramp, sound.at, sound.end, sound.end + ramp)
            at = np.arange(max(corners[0], begin), min(corners[3], end))
            duck = np.interp(at, corners, (1.0, DUCK, DUCK, 1.0)).astype(np.float32)
            place = level[at[0] - begin : at[-1] + 1 - begin]
            np.minimum(place, duck, out=place)
    return level
