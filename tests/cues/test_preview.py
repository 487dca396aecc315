"""What comes next is told in good time: between two exercises, and ending before the next phase."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise, product

import pytest

from coach.cues.schedule import schedule
from coach.cues.tone_rules import Tone
from coach.cues.voice_pack import VoicePack
from coach.domain.score import compile_timeline
from coach.domain.templates import session_items
from coach.domain.terms import Floss, PhaseKind, Side, Stage, Template
from coach.domain.timeline import Phase, Timeline
from coach.system.resources import resource_dir
from support.book import plan_for, real_book

TELLING_MS = 1_500
"""Left of the move when the words are over: time to do what they say."""


@pytest.fixture(scope="module")
def pack() -> VoicePack:
    return VoicePack.load(resource_dir() / "voice" / "en")


def session(template: Template, stage: Stage, side: Side) -> Timeline:
    here = plan_for().situation
    assert here is not None
    here = replace(here, stage=stage, floss=Floss.F2)
    book = real_book()
    return compile_timeline(session_items(template, here, book), book, first_side=side)


def moves(timeline: Timeline) -> list[tuple[Phase, Phase]]:
    """Each move with the phase after it."""
    return [(a, b) for a, b in pairwise(timeline) if a.kind is PhaseKind.MOVE]


@pytest.mark.parametrize(("template", "stage", "side"), list(product(Template, Stage, Side)))
def test_each_exercise_is_announced_by_name_in_the_move_to_it(
    pack: VoicePack, template: Template, stage: Stage, side: Side
) -> None:
    timeline = session(template, stage, side)
    found = schedule(timeline, pack, dict.fromkeys(Tone, 400))
    spoken = {cue.phrase: cue for cue in found.voice if cue.phrase.startswith("Next, ")}
    assert len(moves(timeline)) == len({block.item for block in timeline.blocks}) - 1
    for move, following in moves(timeline):
        assert following.kind is PhaseKind.GET_READY
        assert (following.exercise, following.variant) == (move.exercise, move.variant)
        cue = spoken[move.say]
        assert move.start_ms <= cue.at_ms + found.offset_ms
        assert cue.end_ms + found.offset_ms <= move.end_ms - TELLING_MS
        assert cue.length_ms == pack.duration_ms(move.say), "no word of it is cut off"


@pytest.mark.parametrize("side", Side)
def test_the_side_that_begins_is_told_where_there_is_one(side: Side) -> None:
    for template, stage in product(Template, Stage):
        timeline = session(template, stage, side)
        for move, following in moves(timeline):
            if following.side is not None:
                words = move.say.casefold()
                assert following.side.value in words or "both legs" in words
                assert following.side.other.value not in words


def test_every_rest_tells_the_set_that_comes() -> None:
    timeline = session(Template.FULL, Stage.S1, Side.LEFT)
    rests = [phase for phase in timeline if phase.kind is PhaseKind.REST]
    assert rests
    assert all(phase.say.startswith("Rest. Then ") for phase in rests)
