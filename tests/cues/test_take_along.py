"""A session to take along: the question, the time to stop, then the player's own samples."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from coach.cues.clips import RATE, ClipError, ToneSet
from coach.cues.levels import Levels
from coach.cues.mixing import Pcm
from coach.cues.soundtrack import Clips, render
from coach.cues.take_along import ANSWER_MS, BREAK_MS, LEAST_VOICE, Label, opening, recording
from coach.cues.voice_pack import VoicePack
from coach.system.resources import resource_dir
from support.cue_scores import session
from support.voice_packs import write_pack

ASKED = ("New?", "Then stop.", "We begin.")
PHRASES = {"New?": 2_000, "Then stop.": 800, "We begin.": 600, "In.": 350, "Breathing bridge.": 900}
LABEL = Label("Full session", "coach", "2026-03-02", "Before", [(10_000, "One"), (25_000, "Two")])


@pytest.fixture
def clips(tmp_path: Path) -> Clips:
    tones = ToneSet.load(resource_dir() / "sounds")
    return Clips(tones, VoicePack.load(write_pack(tmp_path, PHRASES)))


def samples(clips: Clips, levels: Levels) -> Pcm:
    made = recording(session(5), clips, levels, ASKED, LABEL)
    whole = np.concatenate(list(made.samples))
    assert len(whole) == made.frames
    return whole


@pytest.mark.parametrize("levels", [Levels(), Levels(0, 50), Levels(40, 100, voice_on=False)])
def test_the_guided_part_is_the_players_to_the_sample(clips: Clips, levels: Levels) -> None:
    player = render(session(5), clips, levels).samples
    begins = opening(clips, ASKED).total_ms * RATE // 1000
    assert np.array_equal(samples(clips, levels)[begins:], player)


def test_it_opens_with_the_question_and_leaves_time_to_stop(clips: Clips) -> None:
    said = opening(clips, ASKED).voice
    assert [one.phrase for one in said] == list(ASKED)
    assert said[0].at_ms == 400
    assert said[1].at_ms - said[0].end_ms == BREAK_MS
    assert said[2].at_ms - said[1].end_ms == ANSWER_MS >= 5_000


@pytest.mark.parametrize("levels", [Levels(0, 50), Levels(40, 100, voice_on=False)])
def test_the_question_is_heard_even_where_the_voice_is_off(clips: Clips, levels: Levels) -> None:
    asked = samples(clips, levels)[: 2_300 * 24]
    aloud = samples(clips, Levels(LEAST_VOICE, levels.tones))[: 2_300 * 24]
    assert np.array_equal(asked, aloud)
    assert np.abs(asked[500 * 24 :]).max() > 3_000


def test_chapters_begin_with_the_question_and_follow_the_timeline(clips: Clips) -> None:
    made = recording(session(5), clips, Levels(), ASKED, LABEL)
    begins = opening(clips, ASKED).total_ms
    assert [(one.at_ms, one.name) for one in made.tags.chapters] == [
        (0, "Before"),
        (begins, "One"),
        (begins + 15_000, "Two"),
    ]
    assert made.tags.total_ms == made.frames * 1000 // RATE


def test_a_voice_that_cannot_ask_makes_no_recording(clips: Clips) -> None:
    with pytest.raises(ClipError, match="“Ever new”"):
        recording(session(5), clips, Levels(), ("Ever new", "Then stop."), LABEL)
