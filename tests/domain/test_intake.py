"""The questions of the readiness check as content (S1, S9)."""

from __future__ import annotations

import copy
from collections.abc import Callable
from typing import Any

import pytest

from coach.domain.content_error import ContentError
from coach.domain.intake import PartKind, parse_intake
from coach.domain.terms import Gate
from coach.system.resources import read_toml

DATA = read_toml("intake.toml")
INTAKE = parse_intake(DATA, "intake.toml")


def test_twelve_questions_in_their_order() -> None:
    """S1: safety first."""
    assert [question.id for question in INTAKE.questions] == [f"q{n}" for n in range(1, 13)]


def test_every_question_says_why_it_is_asked() -> None:
    for question in INTAKE.questions:
        words = question.text["en"]
        assert words["title"].endswith("?")
        assert words["why"]


def test_the_signs_have_words_for_a_check_after_a_red_one() -> None:
    """K10, and for no other question."""
    with_words = [q.id for q in INTAKE.questions if q.text["en"]["title_again"]]
    assert with_words == ["q1", "q2", "q3", "q4"]


def test_none_of_these_stands_with_every_question_of_many_answers() -> None:
    """S3: an explicit answer."""
    for question in INTAKE.questions:
        for part in question.parts:
            assert bool(part.none) == (part.kind is PartKind.MANY)


#: What each answer leads to by itself (S4, K1, K2).
OUTCOMES = {
    **{("q1", letter): (Gate.RED_NOW, "now", False) for letter in "abcd"},
    ("q1", "e"): (Gate.RED_SOON, "today", False),
    ("q2", "b"): (Gate.RED_NOW, "now", False),
    **{("q2", letter): (Gate.RED_SOON, "today", False) for letter in "acd"},
    **{("q2", letter): (Gate.RED_SOON, "days", False) for letter in "efg"},
    ("q3", True): (Gate.RED_SOON, "days", False),
    ("q4", "c"): (Gate.AMBER, "first", False),
    ("q4", "d"): (Gate.RED_SOON, "days", False),
    ("q5", True): (Gate.AMBER, "first", True),
    **{("q6", letter): (Gate.AMBER, "first", letter in "ac") for letter in "abcde"},
    ("q7", "<18"): (Gate.OUT, "out", False),
}


def test_answers_lead_where_the_rules_say() -> None:
    found = {
        (question.id, option.value): (option.outcome, option.urgency, option.clearance)
        for question in INTAKE.questions
        for part in question.parts
        for option in part.options
        if option.outcome is not None
    }
    assert found == OUTCOMES


def _drop_question(data: dict[str, Any]) -> None:
    del data["question"][3]


def _typo(data: dict[str, Any]) -> None:
    data["question"][0]["part"][0]["option"][0]["outcom"] = "red-now"


def _wrong_gate(data: dict[str, Any]) -> None:
    data["question"][0]["part"][0]["option"][0]["outcome"] = "purple"


def _wrong_kind(data: dict[str, Any]) -> None:
    data["question"][8]["part"][0]["kind"] = "some"


def _no_text(data: dict[str, Any]) -> None:
    del data["question"][1]["part"][0]["option"][2]["text"]


@pytest.mark.parametrize(
    ("spoil", "key"),
    [
        (_drop_question, "question"),
        (_typo, "outcom"),
        (_wrong_gate, "outcome"),
        (_wrong_kind, "kind"),
        (_no_text, "text"),
    ],
)
def test_a_typing_error_fails_loudly(spoil: Callable[[dict[str, Any]], None], key: str) -> None:
    """With file, key and reason."""
    data = copy.deepcopy(DATA)
    spoil(data)
    with pytest.raises(ContentError) as caught:
        parse_intake(data, "intake.toml")
    assert caught.value.file == "intake.toml"
    assert key in caught.value.key
    assert caught.value.reason
