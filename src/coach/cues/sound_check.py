"""The sounds of the sound check: what comes out where, and how loud."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

import numpy as np

from coach.cues.audio_file import appearing
from coach.cues.levels import Levels
from coach.cues.mixing import Pcm, Sound, frame, mix, sounds
from coach.cues.riff import wav_head
from coach.cues.schedule import PRIMER_MS, Schedule, VoiceAt
from coach.cues.soundtrack import Clips
from coach.cues.tone_rules import Tone, ToneAt

NEXT_TONE_MS = 1_200
TAIL_MS = 300


class Check(StrEnum):
    """What can be listened to."""

    LEFT = "left"
    RIGHT = "right"
    VOICE = "voice"
    TONES = "tones"


@dataclass(frozen=True, slots=True)
class Words:
    """What the voice says for each."""

    left: str
    right: str
    sample: str


def check_sound(check: Check, clips: Clips, levels: Levels, words: Words) -> Pcm:
    """Samples in two columns, left and right, silent until a headset is awake (``PRIMER_MS``).

    A side is named by the voice, or sounded where there is none. Raises ``ClipError``.
    """
    said = {Check.LEFT: words.left, Check.RIGHT: words.right, Check.VOICE: words.sample}
    heard = _spoken(said[check], clips, levels) if check in said else []
    if not heard and check is not Check.VOICE:
        heard = _tones(check, clips, levels)
    end = max((sound.end for sound in heard), default=frame(PRIMER_MS))
    mono = mix(heard, end + frame(TAIL_MS))
    silence = np.zeros_like(mono)
    left = silence if check is Check.RIGHT else mono
    right = silence if check is Check.LEFT else mono
    return np.column_stack((left, right))


def _spoken(phrase: str, clips: Clips, levels: Levels) -> list[Sound]:
    length = clips.voice.duration_ms(phrase)
    if length is None:
        return []
    said = VoiceAt(PRIMER_MS, phrase, length)
    return sounds(Schedule(0, 0, 0, (), (said,)), clips.tones, clips.voice, levels)


def _tones(check: Check, clips: Clips, levels: Levels) -> list[Sound]:
    wanted = (Tone.IN, Tone.OUT, Tone.CHANGE) if check is Check.TONES else (Tone.CHANGE,)
    played = tuple(
        ToneAt(PRIMER_MS + number * NEXT_TONE_MS, tone) for number, tone in enumerate(wanted)
    )
    return sounds(Schedule(0, 0, 0, played, ()), clips.tones, clips.voice, levels)


def write_check(samples: Pcm, path: Path) -> None:
    """A stereo WAV that appears whole or not at all. Raises ``OSError``."""
    with appearing(path) as file:
        file.write(wav_head(len(samples), channels=2))
        file.write(np.ascontiguousarray(samples, dtype="<i2").data)
