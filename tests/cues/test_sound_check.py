"""The sound check: which side, how loud, and no word before a headset is awake."""

from __future__ import annotations

import wave
from pathlib import Path

import numpy as np
import pytest

from coach.cues.clips import RATE, ToneSet
from coach.cues.levels import Levels
from coach.cues.mixing import Pcm
from coach.cues.schedule import PRIMER_MS
from coach.cues.sound_check import Check, Words, check_sound, write_check
from coach.cues.soundtrack import Clips
from coach.cues.voice_pack import VoicePack
from coach.system.resources import resource_dir
from support.voice_packs import write_pack

WORDS = Words("Left.", "Right.", "So loud.")
PRIMER = PRIMER_MS * RATE // 1000


@pytest.fixture
def clips(tmp_path: Path) -> Clips:
    phrases = dict.fromkeys(("Left.", "Right.", "So loud."), 500)
    voice = VoicePack.load(write_pack(tmp_path / "voice", phrases))
    return Clips(ToneSet.load(resource_dir() / "sounds"), voice)


def loud(samples: Pcm) -> tuple[bool, bool]:
    left, right = np.abs(samples.astype(int)).max(axis=0)
    return bool(left > 500), bool(right > 500)


@pytest.mark.parametrize(
    ("check", "sides"),
    [
        (Check.LEFT, (True, False)),
        (Check.RIGHT, (False, True)),
        (Check.VOICE, (True, True)),
        (Check.TONES, (True, True)),
    ],
)
def test_each_comes_out_where_it_belongs(
    clips: Clips, check: Check, sides: tuple[bool, bool]
) -> None:
    heard = check_sound(check, clips, Levels(), WORDS)
    assert loud(heard) == sides
    assert PRIMER_MS >= 400
    assert not heard[:PRIMER].any()
    assert heard[PRIMER : PRIMER + RATE].any()


def test_the_levels_hold(clips: Clips) -> None:
    full = check_sound(Check.VOICE, clips, Levels(voice=100), WORDS)
    half = check_sound(Check.VOICE, clips, Levels(voice=50), WORDS)
    assert np.abs(half).max() == pytest.approx(np.abs(full).max() / 4, rel=0.01)


def test_without_a_voice_the_sides_have_a_tone_and_the_voice_is_still(clips: Clips) -> None:
    mute = Levels(voice_on=False)
    assert loud(check_sound(Check.LEFT, clips, mute, WORDS)) == (True, False)
    silent = Clips(clips.tones, VoicePack())
    assert loud(check_sound(Check.RIGHT, silent, Levels(), WORDS)) == (False, True)
    assert loud(check_sound(Check.VOICE, silent, Levels(), WORDS)) == (False, False)


def test_the_file_is_stereo(clips: Clips, tmp_path: Path) -> None:
    made = check_sound(Check.LEFT, clips, Levels(), WORDS)
    write_check(made, tmp_path / "left.wav")
    with wave.open(str(tmp_path / "left.wav"), "rb") as file:
        assert (file.getnchannels(), file.getsampwidth(), file.getframerate()) == (2, 2, RATE)
        data = np.frombuffer(file.readframes(file.getnframes()), dtype="<i2").reshape(-1, 2)
    assert np.array_equal(data, made)
