"""Answers files against the questions: every mistake names its key (S3, K2, K17)."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coach.domain.answers import AnswerError, age_band, parse_answers
from coach.domain.terms import Weekday
from support.book import CALM, real_book

INTAKE = real_book().intake
JUNK = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=4),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=4), inner),
    max_leaves=6,
)


def data(**changed: Any) -> dict[str, Any]:
    return {**CALM, **changed}


@pytest.mark.parametrize("key", list(CALM))
def test_a_missing_answer_names_its_question(key: str) -> None:
    """S3: unanswered is not "no"."""
    answers = {name: value for name, value in CALM.items() if name != key}
    with pytest.raises(AnswerError) as caught:
        parse_answers(answers, INTAKE)
    assert caught.value.key == key


@pytest.mark.parametrize(
    ("key", "value", "named"),
    [
        ("q1", "a", "q1"),
        ("q1", ["z"], "q1"),
        ("q1", [["a"]], "q1"),
        ("q2", False, "q2"),
        ("q3", "no", "q3"),
        ("q3", 0, "q3"),
        ("q4", "e", "q4"),
        ("q4", ["a"], "q4"),
        ("q5", 1, "q5"),
        ("q6", ["f", "a"], "q6"),
        ("q7", 45, "q7"),
        ("q7", {"age": 45}, "q7.unsteady"),
        ("q7", {"unsteady": False}, "q7.age"),
        ("q7", {"age": 0, "unsteady": False}, "q7.age"),
        ("q7", {"age": 130, "unsteady": False}, "q7.age"),
        ("q7", {"age": True, "unsteady": False}, "q7.age"),
        ("q7", {"age": 45.5, "unsteady": False}, "q7.age"),
        ("q7", {"age": 45, "unsteady": False, "name": "x"}, "q7.name"),
        ("q9", 5, "q9"),
        ("q10", "bent", "q10"),
        ("q11", ["i"], "q11"),
        ("floss", "N2", "floss"),
        ("floss", ["N3"], "floss"),
        ("floss", None, "floss"),
        ("q12", {"rating": 11, "side": "both", "training": "none"}, "q12.rating"),
        ("q12", {"rating": -1, "side": "both", "training": "none"}, "q12.rating"),
        ("q12", {"rating": 5.0, "side": "both", "training": "none"}, "q12.rating"),
        ("q12", {"rating": True, "side": "both", "training": "none"}, "q12.rating"),
        ("q12", {"rating": 5, "side": "front", "training": "none"}, "q12.side"),
        ("q12", {"rating": 5, "side": "both"}, "q12.training"),
        ("q13", [], "q13"),
        ("clearance", ["q1"], "clearance"),
        ("clearance", "q4", "clearance"),
        ("seen", ["q5"], "seen"),
        ("days", ["monday"], "days"),
        ("days", "mon", "days"),
    ],
)
def test_a_wrong_answer_names_its_key(key: str, value: Any, named: str) -> None:
    with pytest.raises(AnswerError) as caught:
        parse_answers(data(**{key: value}), INTAKE)
    assert caught.value.key == named
    assert str(caught.value).startswith(f"{named}: ")


@given(st.sampled_from([*CALM, "clearance", "days", "floss", "seen", "other"]), JUNK)
def test_junk_is_refused_by_name_or_read(key: str, value: Any) -> None:
    """Never any other error."""
    named = key
    try:
        parse_answers(data(**{key: value}), INTAKE)
    except AnswerError as error:
        named = error.key
    assert named.startswith(key)


def test_six_f_equals_none() -> None:
    assert parse_answers(data(q6=["f"]), INTAKE) == parse_answers(data(q6=[]), INTAKE)


def test_ticks_in_any_order_are_the_same_answers() -> None:
    """P7."""
    one = parse_answers(data(q11=["h", "a", "a"]), INTAKE)
    assert one == parse_answers(data(q11=["a", "h"]), INTAKE)
    assert one.values("q11") == ("a", "h")


@pytest.mark.parametrize(
    ("age", "band"), [(1, "<18"), (17, "<18"), (18, "18-64"), (64, "18-64"), (65, "65+")]
)
def test_ages_fall_into_bands(age: int, band: str) -> None:
    assert age_band(age) == band
    found = parse_answers(data(q7={"age": age, "unsteady": False}), INTAKE)
    assert found == parse_answers(data(q7={"age": band, "unsteady": False}), INTAKE)


@pytest.mark.parametrize(
    "cut",
    [
        {"q1": ["a"]},
        {"q1": [], "q2": ["a", "b"]},
        {"q1": ["e"], "q2": [], "q3": False, "q4": "a"},
        {"q1": [], "q2": [], "q3": False, "q4": "d"},
        {key: CALM[key] for key in ("q1", "q2", "q3", "q4", "q5", "q6")}
        | {"q7": {"age": 15, "unsteady": False}},
    ],
)
def test_a_check_that_ended_early_may_stop_there(cut: dict[str, Any]) -> None:
    """K2."""
    assert parse_answers(cut, INTAKE).rating is None


@pytest.mark.parametrize(
    ("cut", "named"),
    [
        ({"q2": ["b"]}, "q1"),
        ({"q1": ["e"]}, "q2"),
        ({"q1": ["e"], "q2": [], "q3": False}, "q4"),
        ({"q1": ["e"], "q2": [], "q3": False, "q4": "a", "q9": "<4"}, "q5"),
        ({"q1": [], "q2": [], "q3": False, "q4": "c"}, "q5"),
    ],
)
def test_a_check_that_did_not_end_there_may_not(cut: dict[str, Any], named: str) -> None:
    with pytest.raises(AnswerError) as caught:
        parse_answers(cut, INTAKE)
    assert caught.value.key == named


@pytest.mark.parametrize("cut", [{"q1": ["e"]}, {"q1": [], "q2": ["a"]}, {"q1": []}])
def test_in_a_file_a_red_soon_answer_excuses_no_question(cut: dict[str, Any]) -> None:
    """K2: only red-now and out do."""
    signs = {"q1": [], "q2": [], "q3": False, "q4": "d"}
    with pytest.raises(AnswerError) as caught:
        parse_answers(signs | cut, INTAKE, signs_suffice=False)
    assert caught.value.key == "q5"


def test_days_and_clearance_are_read() -> None:
    found = parse_answers(data(days=["fri", "mon", "wed"], clearance=["q4", "q6"]), INTAKE)
    assert found.days == (Weekday.MON, Weekday.WED, Weekday.FRI)
    assert found.clearance == {"q4", "q6"}
