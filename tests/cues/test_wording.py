"""What is spoken beside the plan's own words."""

from __future__ import annotations

import pytest

from coach.cues.wording import BreathWords, Wording, worded
from coach.domain.score import compile_timeline
from coach.domain.terms import PhaseKind, Weekday
from coach.domain.timeline import Timeline
from support.book import plan_for, real_book
from support.cue_scores import K, part, score, session


def breaths(timeline: Timeline) -> list[str]:
    return [p.say for p in timeline if p.kind in (PhaseKind.INHALE, PhaseKind.EXHALE)]


def test_while_learning_the_plan_is_spoken_as_it_stands() -> None:
    assert worded(session(5), Wording()) == session(5)
    assert breaths(worded(session(3), Wording())) == ["In.", "Out."] * 2 + ["", ""]


def test_every_breath_is_spoken_where_that_is_asked_for() -> None:
    always = worded(session(6), Wording(BreathWords.ALWAYS))
    assert breaths(always) == ["In.", "Out."] * 6
    assert [p.say for p in always if p.kind is K.LOWER] == ["", ""]


def test_no_breath_is_spoken_where_none_is_wanted() -> None:
    never = worded(session(6), Wording(BreathWords.NEVER))
    assert set(breaths(never)) == {""}
    assert [p.say for p in never if p.say] == [
        "Ready?",
        "Breathing bridge.",
        "Nerve floss.",
        "Well done.",
    ]


@pytest.mark.parametrize("breath_words", list(BreathWords))
def test_only_the_last_of_many_is_counted(breath_words: BreathWords) -> None:
    told = worded(session(5), Wording(breath_words, "Last one."))
    assert [(p.rep, p.kind) for p in told if p.say == "Last one."] == [(5, K.INHALE)]
    few = worded(session(3), Wording(breath_words, "Last one."))
    assert "Last one." not in [p.say for p in few]


def test_what_teaches_is_not_replaced_by_a_count() -> None:
    taught = score(*(part(K.INHALE, 4_000, "In.", item=0, set=1, rep=n) for n in range(1, 6)))
    assert worded(taught, Wording(last_one="Last one.")) == taught


def test_a_swing_is_too_brisk_for_words() -> None:
    swings = score(*(part(K.RAISE, 1_000, item=0, set=1, rep=n) for n in range(1, 9)))
    assert worded(swings, Wording(last_one="Last one.")) == swings


def test_no_phase_of_a_real_session_moves() -> None:
    line = compile_timeline(plan_for().day(Weekday.MON).items, real_book())
    told = worded(line, Wording(BreathWords.ALWAYS, "Last one."))
    assert [(p.start_ms, p.kind) for p in told] == [(p.start_ms, p.kind) for p in line]
    assert told.blocks == line.blocks
    assert "Last one." in {p.say for p in told}
