"""A1: the two sentences, from lists and from own words; what own words may be."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coach.domain.intent import (
    LISTED,
    LONGEST,
    Chosen,
    Intent,
    Part,
    WordsError,
    barrier,
    listed,
    own_words,
    sentences,
    start,
)
from support.book import real_book

TEXTS = real_book().texts
WORK, DESK, TIRED = Chosen("work"), Chosen("desk"), Chosen("tired")


@pytest.mark.parametrize(
    ("intent", "told"),
    [
        (Intent(), ()),
        (Intent(WORK), ("When I come home from work, I start the session.",)),
        (Intent(place=DESK), ("When I am at my desk, I start the session.",)),
        (Intent(WORK, DESK), ("When I come home from work, at my desk, I start the session.",)),
        (Intent(obstacle=TIRED), ("If I am tired, then I do the 2-minute version.",)),
        (
            Intent(WORK, None, TIRED),
            (
                "When I come home from work, I start the session.",
                "If I am tired, then I do the 2-minute version.",
            ),
        ),
        (
            Intent(own_words("the dog sleeps"), own_words("in the shed"), own_words("it rains")),
            (
                "When the dog sleeps, in the shed, I start the session.",
                "If it rains, then I do the 2-minute version.",
            ),
        ),
    ],
)
def test_both_plans_are_one_sentence_each(intent: Intent, told: tuple[str, ...]) -> None:
    assert sentences(intent, TEXTS) == told


def test_each_sentence_names_its_rule() -> None:
    whole = Intent(WORK, DESK, TIRED)
    assert [why.rule for why in (start(whole, TEXTS), barrier(whole, TEXTS)) if why] == ["A1", "A1"]


def test_nothing_is_planned_where_nothing_is_chosen() -> None:
    assert Intent().empty
    assert (start(Intent(), TEXTS), barrier(Intent(), TEXTS)) == (None, None)
    assert not Intent(obstacle=TIRED).empty


@pytest.mark.parametrize("part", Part)
def test_every_entry_of_a_list_gives_a_sentence(part: Part) -> None:
    for key in LISTED[part]:
        [told] = sentences(Intent(**{part.value: listed(part, key)}), TEXTS)
        assert TEXTS[f"intent.{part}.{key}"] in told


def test_a_key_of_another_list_is_none_of_this_one() -> None:
    assert listed(Part.CUE, "tired") is None
    assert listed(Part.OBSTACLE, "") is None


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("  the   kettle boils. ", "the kettle boils"),
        ("first line\nsecond\tline", "first line second line"),
        ("I see {cue}", "I see {cue}"),
        ("wenn ich müde bin 😴", "wenn ich müde bin 😴"),
        ("می‌خوابم", "می‌خوابم"),
    ],
)
def test_own_words_are_kept_as_one_line(typed: str, kept: str) -> None:
    chosen = own_words(typed)
    assert (chosen.words, chosen.listed) == (kept, False)
    assert kept in sentences(Intent(chosen), TEXTS)[0]


@pytest.mark.parametrize(
    "typed", ["", "   ", " . ", "a\0b", "bell\a", "\u202eback to front", "\ud800", "x" * 61]
)
def test_what_cannot_be_shown_is_refused(typed: str) -> None:
    with pytest.raises(WordsError):
        own_words(typed)


@given(st.text(max_size=2 * LONGEST))
def test_own_words_are_short_and_plain_or_refused(typed: str) -> None:
    try:
        chosen = own_words(typed)
    except WordsError:
        return
    assert 0 < len(chosen.words) <= LONGEST
    assert "\n" not in chosen.words
    assert own_words(chosen.words) == chosen
