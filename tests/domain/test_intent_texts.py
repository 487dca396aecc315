"""The words of the plan for the moment: all there, all fillable, none against the word rules."""

from __future__ import annotations

import copy
from typing import Any

import pytest

from coach.domain.content_error import ContentError
from coach.domain.intent import LISTED
from coach.domain.intent_texts import INTENT_FIELDS, intent_texts
from coach.system.resources import read_toml
from support.word_rules import forbidden_words

FILE = "texts/intent.en.toml"


@pytest.fixture
def tables() -> dict[str, Any]:
    return copy.deepcopy(read_toml(FILE))


def test_the_file_has_what_the_code_names(tables: dict[str, Any]) -> None:
    assert set(intent_texts(tables, FILE).ids()) == set(INTENT_FIELDS)
    assert all(len(keys) >= 5 for keys in LISTED.values())


@pytest.mark.parametrize("text_id", sorted(INTENT_FIELDS))
def test_no_sentence_breaks_the_word_rules(tables: dict[str, Any], text_id: str) -> None:
    assert forbidden_words(intent_texts(tables, FILE)[text_id]) == []


def test_entries_stand_inside_a_sentence(tables: dict[str, Any]) -> None:
    texts = intent_texts(tables, FILE)
    for part, keys in LISTED.items():
        for key in keys:
            assert not texts[f"intent.{part}.{key}"].endswith(".")


def test_a_missing_entry_is_named(tables: dict[str, Any]) -> None:
    del tables["intent"]["cue"]["laptop"]
    with pytest.raises(ContentError, match=r"intent\.cue\.laptop: is missing"):
        intent_texts(tables, FILE)


def test_an_unknown_entry_is_refused(tables: dict[str, Any]) -> None:
    tables["intent"]["place"]["moon"] = "on the moon"
    with pytest.raises(ContentError, match=r"intent\.place\.moon: unknown key"):
        intent_texts(tables, FILE)


def test_a_sentence_names_what_is_filled_in(tables: dict[str, Any]) -> None:
    tables["intent"]["when"] = "When {moment}, I start the session."
    with pytest.raises(ContentError, match=r"intent\.when: should name cue in braces"):
        intent_texts(tables, FILE)
