"""The voice that ships: every phrase is there, in time, equally loud, with its notice."""

from __future__ import annotations

from dataclasses import replace
from itertools import product

import numpy as np
import pytest

from coach.cues.clips import RATE
from coach.cues.schedule import missing, overruns
from coach.cues.voice_pack import VoicePack
from coach.cues.wording import BreathWords, Wording, worded
from coach.domain.dose import Pace
from coach.domain.phrases import all_phrases
from coach.domain.score import compile_timeline
from coach.domain.templates import session_items
from coach.domain.terms import Emphasis, Floss, Side, Stage, Template
from coach.domain.timeline import Timeline
from coach.system.resources import resource_dir
from support.book import plan_for, real_book

FOLDER = resource_dir() / "voice" / "en"


@pytest.fixture(scope="module")
def pack() -> VoicePack:
    return VoicePack.load(FOLDER)


def session(
    template: Template, stage: Stage, emphasis: Emphasis, side: Side, pace: Pace
) -> Timeline:
    here = plan_for().situation
    assert here is not None
    here = replace(here, stage=stage, emphasis=emphasis, floss=Floss.F2, stretch=True)
    book = real_book()
    return compile_timeline(session_items(template, here, book), book, pace=pace, first_side=side)


def test_every_phrase_of_every_exercise_has_a_clip_and_no_clip_is_left_over(
    pack: VoicePack,
) -> None:
    assert set(pack.clips) == set(all_phrases(real_book()))
    assert {clip.file.name for clip in pack.clips.values()} == {
        file.name for file in FOLDER.glob("*.opus")
    }


@pytest.mark.parametrize(("template", "stage"), list(product(Template, Stage)))
def test_every_session_is_spoken_whole_and_in_time(
    pack: VoicePack, template: Template, stage: Stage
) -> None:
    last = real_book().texts["speech.last_one"]
    """At the usual pace and at the quickest one that can be set."""
    accents = (Emphasis.BALANCED, Emphasis.GLUTE, Emphasis.TUCKED)
    for emphasis, side, pace in product(accents, Side, (Pace(4000, 6000), Pace(3000, 4000))):
        plain = session(template, stage, emphasis, side, pace)
        for breaths in BreathWords:
            timeline = worded(plain, Wording(breaths, last))
            assert missing(timeline, pack) == ()
            assert overruns(timeline, pack) == ()


def test_clips_are_as_long_as_the_index_says_and_equally_loud(pack: VoicePack) -> None:
    loudness = []
    for phrase in pack.clips:
        data = pack.samples(phrase)
        assert len(data) * 1000 / RATE == pytest.approx(pack.duration_ms(phrase) or 0, abs=1.0)
        assert np.abs(data).max() < 0.95
        loudness.append(10 * np.log10(np.mean(np.square(data))))
    assert max(loudness) - min(loudness) < 6.0
    assert np.mean(loudness) == pytest.approx(-21.0, abs=1.5)


def test_the_notice_of_the_voice_lies_beside_it() -> None:
    notice = (FOLDER / "LICENSE.txt").read_text(encoding="utf-8")
    assert "Carnegie Mellon University" in notice
    assert "HTS working group" in notice
