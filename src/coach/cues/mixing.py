"""Mixes a schedule to samples. Silence costs nothing: only the islands of sound are worked on."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TypeAlias

import numpy as np
import numpy.typing as npt

from coach.cues.clips import RATE, Samples, ToneSet
from coach.cues.levels import Levels
from coach.cues.schedule import FADE_MS, Schedule, VoiceAt
from coach.cues.voice_pack import VoicePack

DUCK = 0.35
"""Tones under speech keep this share of their amplitude (−9 dB)."""

DUCK_RAMP_MS = 120

Pcm: TypeAlias = npt.NDArray[np.int16]
"""16 bit mono samples at ``RATE``."""


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


def mix(found: Sequence[Sound], length: int) -> Pcm:
    """The whole track; what would clip is held at full scale."""
    track = np.zeros(length, dtype=np.int16)
    for begin, heard in _pieces(found, length):
        track[begin : begin + len(heard)] = heard
    return track


def blocks(found: Sequence[Sound], length: int) -> Iterator[Pcm]:
    """The same samples one stretch after the other, so that no whole track is ever held."""
    at = 0
    for begin, heard in _pieces(found, length):
        yield from _silence(begin - at)
        yield heard
        at = begin + len(heard)
    yield from _silence(length - at)


def _silence(length: int) -> Iterator[Pcm]:
    for at in range(0, length, RATE):
        yield np.zeros(min(RATE, length - at), dtype=np.int16)


def _pieces(found: Sequence[Sound], length: int) -> Iterator[tuple[int, Pcm]]:
    """Where anything is heard: its first sample, and the samples from there on."""
    for island in _islands(found):
        begin = island[0].at
        end = min(max(sound.end for sound in island), length)
        mixed = _mixed(island, begin, end)
        mixed *= np.float32(32_767.0)
        np.clip(np.rint(mixed, out=mixed), -32_768, 32_767, out=mixed)
        yield begin, mixed.astype(np.int16)


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
    heard = np.zeros(end - begin, dtype=np.float32)
    tones = [sound for sound in island if not sound.spoken]
    spoken = [sound for sound in island if sound.spoken]
    _add(heard, tones, begin)
    if tones and spoken:
        heard *= _ducking(spoken, begin, end)
    _add(heard, spoken, begin)
    return heard


def _add(heard: Samples, cues: Sequence[Sound], begin: int) -> None:
    for sound in cues:
        place = heard[sound.at - begin : sound.end - begin]
        place += sound.data[: len(place)]


def _ducking(spoken: Sequence[Sound], begin: int, end: int) -> Samples:
    """1 where the tones are alone, ``DUCK`` under speech, straight ramps between."""
    ramp = frame(DUCK_RAMP_MS)
    # A ramp's room at both ends, so that those of the outermost words need no cutting.
    level = np.ones(end - begin + 2 * ramp, dtype=np.float32)
    down = np.linspace(1.0, DUCK, ramp, endpoint=False, dtype=np.float32)
    up = np.linspace(DUCK, 1.0, ramp, dtype=np.float32)
    for sound in spoken:
        at, over = sound.at - begin + ramp, min(sound.end, end) - begin + ramp
        for place, duck in (
            (level[at - ramp : at], down),
            (level[at:over], DUCK),
            (level[over : over + ramp], up),
        ):
            np.minimum(place, duck, out=place)
    return level[ramp : ramp + end - begin]
