from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coach.domain.content_error import ContentError
from coach.domain.trend import Verdict, VerdictKind, verdict
from coach.domain.verdict_text import detail, footnote, headline, sentence, verdict_texts
from coach.system.resources import read_toml

FILE = "texts/verdict.en.toml"
TEXTS = verdict_texts(read_toml(FILE), FILE)
K = VerdictKind

LOWER = Verdict(
    K.LOWER,
    difference=-2.35,
    low=-3.04,
    high=-1.71,
    n=78,
    rho=0.3,
    p=0.001,
    first_mean=6.4,
    last_mean=4.05,
    sd=1.1,
    look_day=84,
    rated_first=9,
    rated_last=13,
)
NO_CHANGE = replace(LOWER, kind=K.NO_CLEAR_CHANGE, difference=-0.6, low=-1.9, high=0.7, p=0.2)


def test_m9_lower_says_about_how_much_and_not_why() -> None:
    said = sentence(LOWER, TEXTS)
    assert said.startswith("Your ratings have been lower: about 2.4 points (roughly 1.7 to 3.0).")
    assert "does not tell us why" in said
    assert detail(LOWER, TEXTS).startswith("About 2.4 points lower than in your first week")
    assert headline(LOWER, TEXTS) == "Your ratings are lower."


def test_m9_higher_mirrors_the_range() -> None:
    higher = replace(LOWER, kind=K.HIGHER, difference=2.35, low=1.71, high=3.04)
    assert "higher: about 2.4 points (roughly 1.7 to 3.0)" in sentence(higher, TEXTS)


def test_m6_a_range_across_zero_is_said_as_none_to() -> None:
    wide = replace(LOWER, low=-14.0, high=0.3)
    assert "(roughly none to 10.0)" in sentence(wide, TEXTS)


def test_m9_no_clear_change_names_unrest_and_difference() -> None:
    said = sentence(NO_CHANGE, TEXTS)
    assert "move about ±1.1" in said
    assert "average about 0.6 lower than your first week" in said
    assert "by chance" in said
    assert "about 0.6 higher than" in sentence(replace(NO_CHANGE, difference=0.6), TEXTS)


def test_case_12_reads_well() -> None:
    level = verdict([(date(2026, 1, 5) + timedelta(days=i), 5) for i in range(84)])
    said = sentence(level, TEXTS)
    assert "hardly move" in said
    assert "average about the same as your first week" in said


@pytest.mark.parametrize(("n", "asked"), [(78, False), (50, True)])
def test_m7_many_gaps_ask_for_more_ratings(n: int, asked: bool) -> None:
    said = sentence(replace(NO_CHANGE, n=n), TEXTS)
    assert ("More ratings would make this clearer" in said) is asked


@pytest.mark.parametrize("kind", [K.NO_CLEAR_CHANGE, K.LOWER])
def test_m8_a_low_start_is_named(kind: K) -> None:
    assert "already low" in sentence(replace(LOWER, kind=kind, first_mean=2.9), TEXTS)
    assert "already low" not in sentence(replace(LOWER, kind=kind, first_mean=3.0), TEXTS)


@pytest.mark.parametrize(
    ("found", "words"),
    [
        (Verdict(K.NOT_ENOUGH), "three weeks after your first rating"),
        (replace(LOWER, kind=K.NOT_ENOUGH, rated_first=4), "hold 4 of the five"),
        (replace(LOWER, kind=K.NOT_ENOUGH, rated_last=7), "hold 7 of the eight"),
    ],
)
def test_not_enough_says_what_is_missing(found: Verdict, words: str) -> None:
    assert words in sentence(found, TEXTS)
    assert words in detail(found, TEXTS)
    assert headline(found, TEXTS) == "Not enough ratings yet."


def test_no_ratings_at_all() -> None:
    nothing = Verdict(K.NOT_ENOUGH)
    said = sentence(nothing, TEXTS, rated=False)
    assert said == "No ratings yet. One tap a day is enough."
    assert headline(nothing, TEXTS, rated=False) == "No ratings yet."


def test_m10_the_mark_for_clearly_has_its_footnote() -> None:
    assert "pain" in footnote(replace(LOWER, kind=K.CLEARLY_LOWER), TEXTS)
    assert footnote(LOWER, TEXTS) == ""


def test_w2_m9_no_text_claims_or_blames() -> None:
    words = " ".join(TEXTS.values()).lower()
    assert not re.search(
        r"prove|\bworks?\b|cure|treat|therap|patient|failed|diagnos|abnormal", words
    )


@given(st.lists(st.one_of(st.none(), st.integers(0, 10)), max_size=60))
def test_every_verdict_can_be_said(scores: list[int | None]) -> None:
    first = date(2026, 1, 5)
    rated = [(first + timedelta(days=i), s) for i, s in enumerate(scores) if s is not None]
    found = verdict(rated)
    for say in (sentence, detail, headline):
        said = say(found, TEXTS, rated=bool(rated))
        assert said.endswith(".")
        assert "{" not in said
        assert "None" not in said


@pytest.mark.parametrize(
    ("section", "key", "value", "reason"),
    [
        ("sentence", "lower", None, "sentence.lower: is missing"),
        ("sentence", "lowre", "x", "sentence.lowre: unknown key"),
        ("sentence", "lower", "about {point}", "sentence.lower: should name points, range"),
        ("sentence", "lower", "about {points", "sentence.lower: "),
        ("sentence", "lower", 3, "sentence.lower: should be str"),
        ("part", "same", "{sd}", "part.same: should name nothing"),
    ],
)
def test_a_typo_in_the_file_is_named(section: str, key: str, value: object, reason: str) -> None:
    data = read_toml(FILE)
    data[section][key] = value
    if value is None:
        del data[section][key]
    with pytest.raises(ContentError, match=re.escape(f"{FILE}: {reason}")):
        verdict_texts(data, FILE)
