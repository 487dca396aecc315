"""Sentences of content files are complete, known, and filled in exactly."""

from __future__ import annotations

import pytest

from coach.domain.checked_texts import exact_texts, named_in
from coach.domain.content_error import ContentError

FIELDS = {"part.plain": frozenset[str](), "part.count": frozenset({"days"})}
WHOLE = {"part": {"plain": "Well.", "count": "In {days} days."}}


def test_a_whole_file_is_read() -> None:
    assert exact_texts(WHOLE, "a.toml", FIELDS)["part.plain"] == "Well."


@pytest.mark.parametrize(
    ("part", "key", "why"),
    [
        ({"plain": "Well."}, "part.count", "is missing"),
        ({**WHOLE["part"], "other": "x"}, "part.other", "unknown key"),
        ({**WHOLE["part"], "plain": 3}, "part.plain", "not int"),
        ({**WHOLE["part"], "plain": "In {days}."}, "part.plain", "should name nothing"),
        ({**WHOLE["part"], "count": "Soon."}, "part.count", "should name days"),
        ({**WHOLE["part"], "count": "In {days"}, "part.count", "braces"),
    ],
)
def test_each_fault_is_named_with_file_and_key(part: dict[str, object], key: str, why: str) -> None:
    with pytest.raises(ContentError, match=why) as caught:
        exact_texts({"part": part}, "a.toml", FIELDS)
    assert (caught.value.file, caught.value.key) == ("a.toml", key)


def test_names_are_found_once() -> None:
    assert named_in("{a} and {b} and {a}", "a.toml", "k") == {"a", "b"}
