from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from coach.cues.schedule import (
    PRIMER_MS,
    TAIL_MS,
    VOICE_AFTER_TONE_MS,
    Schedule,
    VoiceAt,
    guided,
    missing,
    overruns,
    schedule,
)
from coach.cues.tone_rules import Tone
from coach.domain.timeline import Timeline
from support.cue_scores import K, part, score, session

TONE_MS = dict.fromkeys(Tone, 1_000)


@dataclass
class FakeVoice:
    """Phrases by their length."""

    lengths: Mapping[str, int]

    def duration_ms(self, phrase: str) -> int | None:
        return self.lengths.get(phrase)


VOICE = FakeVoice({"In.": 350, "Out.": 400, "Breathing bridge.": 900, "Well done.": 700})


def test_track_begins_where_the_check_ends_and_leaves_out_the_rate() -> None:
    timeline = session(2)
    plan = schedule(timeline, VOICE, TONE_MS)
    assert plan.offset_ms == 10_000
    assert plan.guided_ms == timeline.total_ms - 20_000
    assert {phase.kind for phase in guided(timeline)}.isdisjoint({K.CHECK, K.RATE})


def test_voice_waits_for_a_tone_that_starts_with_it_and_not_otherwise() -> None:
    plan = schedule(session(1), VOICE, TONE_MS)
    assert plan.voice == (
        VoiceAt(PRIMER_MS, "Breathing bridge.", 900),
        VoiceAt(5_000 + VOICE_AFTER_TONE_MS, "In.", 350),
        VoiceAt(9_000 + VOICE_AFTER_TONE_MS, "Out.", 400),
        VoiceAt(plan.guided_ms + VOICE_AFTER_TONE_MS, "Well done.", 700),
    )


def test_no_word_falls_into_the_time_a_headset_takes_to_wake_and_no_phase_moves() -> None:
    timeline = score(part(K.INHALE, 4_000, "In.", rep=1), part(K.EXHALE, 6_000, "Out.", rep=1))
    plan = schedule(timeline, VOICE, TONE_MS)
    assert [said.at_ms for said in plan.voice] == [PRIMER_MS, 4_000 + VOICE_AFTER_TONE_MS]
    assert [cue.at_ms for cue in plan.tones] == [0, 4_000, 10_000]


def test_last_tone_and_last_words_ring_out() -> None:
    plan = schedule(session(1), VOICE, TONE_MS)
    assert plan.tones[-1].tone is Tone.DONE
    assert plan.tones[-1].at_ms == plan.guided_ms
    assert plan.total_ms == plan.guided_ms + 1_000 + TAIL_MS


def test_missing_phrases_are_named_and_stay_silent() -> None:
    assert missing(session(1), VOICE) == ("Nerve floss.",)
    assert missing(session(1), FakeVoice({})) == (
        "Breathing bridge.",
        "In.",
        "Nerve floss.",
        "Out.",
        "Well done.",
    )
    assert schedule(session(1), FakeVoice({}), TONE_MS).voice == ()


def test_phrases_longer_than_their_phase_are_listed() -> None:
    timeline = score(part(K.GET_READY, 5_000, "long"), part(K.INHALE, 4_000, "In.", rep=1))
    found = overruns(timeline, FakeVoice({"long": 5_400, "In.": 350}))
    assert PRIMER_MS == 400
    assert [(late.phrase, late.by_ms, late.phase.kind) for late in found] == [
        ("long", 800, K.GET_READY)
    ]


def test_a_phrase_that_fits_exactly_is_no_overrun() -> None:
    timeline = score(part(K.GET_READY, 5_000), part(K.INHALE, 4_000, "exact", rep=1))
    exact = 4_000 - VOICE_AFTER_TONE_MS
    assert overruns(timeline, FakeVoice({"exact": exact})) == ()
    assert [late.by_ms for late in overruns(timeline, FakeVoice({"exact": exact + 1}))] == [1]


def test_the_newer_phrase_cuts_the_older_off() -> None:
    timeline = score(part(K.GET_READY, 5_000, "long"), part(K.INHALE, 4_000, "In.", rep=1))
    first, second = schedule(timeline, FakeVoice({"long": 9_000, "In.": 350}), TONE_MS).voice
    assert first.end_ms == second.at_ms == 5_000 + VOICE_AFTER_TONE_MS


def test_a_timeline_without_guided_phases_has_an_empty_plan() -> None:
    assert schedule(Timeline(()), VOICE, TONE_MS) == Schedule(0, 0, 0, (), ())
    assert schedule(score(part(K.CHECK, 10_000)), VOICE, TONE_MS).tones == ()


@given(
    st.lists(st.tuples(st.sampled_from(list(K)), st.integers(200, 12_000)), min_size=1),
    st.integers(50, 20_000),
)
def test_never_two_voices_at_once(parts: list[tuple[K, int]], length: int) -> None:
    phases = [part(kind, ms, "x") for kind, ms in parts if kind not in (K.CHECK, K.RATE)]
    said = schedule(score(*phases), FakeVoice({"x": length}), TONE_MS).voice
    for one, following in pairwise(said):
        assert one.end_ms <= following.at_ms
        assert one.length_ms > 0
