"""The sentences of decisions: a typo is found when they are read, not when one is shown."""

from __future__ import annotations

import copy
from typing import Any

import pytest

from coach.domain.content_error import ContentError
from coach.domain.guidance_texts import _used, guidance_texts
from coach.system.resources import read_toml

FILE = "texts/guidance.en.toml"


@pytest.fixture
def tables() -> dict[str, Any]:
    return copy.deepcopy(read_toml(FILE))


def test_the_list_names_every_sentence_of_the_file(tables: dict[str, Any]) -> None:
    """A new sentence belongs in the list as well, or its typo would go unseen."""
    assert {text_id for text_id, _given in _used()} == set(guidance_texts(tables, FILE).ids())


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        (None, "is missing"),
        ("{cuont} are chosen.", "nothing is filled in for {cuont}"),
        ("{} are chosen.", "nothing is filled in for {}"),
        ("{count are chosen.", "its braces do not match"),
        (3, "a sentence is text, not int"),
    ],
)
def test_a_typo_names_file_key_and_reason(
    tables: dict[str, Any], text: object, reason: str
) -> None:
    if text is None:
        del tables["days"]["three"]
    else:
        tables["days"]["three"] = text
    with pytest.raises(ContentError) as found:
        guidance_texts(tables, FILE)
    assert str(found.value).startswith(f"{FILE}: days.three: ")
    assert reason in str(found.value)


def test_a_table_with_a_typo_is_missed(tables: dict[str, Any]) -> None:
    tables["gtae"] = tables.pop("gate")
    with pytest.raises(ContentError, match=r"gate\.\w+: is missing"):
        guidance_texts(tables, FILE)
