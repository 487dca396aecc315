"""The words of the check's pages: what they say, and what they never say (P1-P5, W2, K15)."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coach.app.answer_sheet import answer_sheet
from coach.app.check_flow import CheckFlow, Mode
from coach.app.check_views import gate_view, out_view, question_view, result_view
from coach.domain.answers import parse_answers
from coach.domain.intake import PartKind
from coach.domain.records import Check
from coach.domain.screening import screen
from coach.domain.terms import Gate
from support.book import real_book
from support.check_answers import calm, presses
from support.store_builders import numbered_id, stamp
from support.word_rules import forbidden_words

BOOK = real_book()
CASE_ONE = calm(q9="8+", q10="arched", q11=["a"])


def checked(**changed: Any) -> Check:
    answers = calm(**changed)
    gate = screen(parse_answers(answers, BOOK.intake)).gate
    return Check(numbered_id(1), stamp(), answers, gate, "1", 90)


@st.composite
def any_answers(draw: st.DrawFn) -> dict[str, Any]:
    """A whole check, answered at random."""
    found: dict[str, Any] = {}
    for question in BOOK.intake.questions:
        parts = {}
        for part in question.parts:
            values = st.sampled_from([option.value for option in part.options] or [0])
            match part.kind:
                case PartKind.SCALE:
                    parts[part.key] = draw(st.integers(0, 10))
                case PartKind.MANY:
                    parts[part.key] = sorted(draw(st.sets(values, max_size=3)), key=str)
                case _:
                    parts[part.key] = draw(values)
        found[question.id] = parts.get(None, parts)
    return found


@pytest.mark.parametrize("text_id", BOOK.texts.ids())
def test_no_sentence_of_a_decision_breaks_the_word_rules(text_id: str) -> None:
    assert forbidden_words(BOOK.texts[text_id]) == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("It looks like a tight muscle; it may play a part.", []),
        ("A secure hold, and securely.", []),
        ("You have a short muscle.", ["You have"]),
        ("This treatment cures it.", ["treatment", "cures"]),
    ],
)
def test_the_word_rules_bite(text: str, found: list[str]) -> None:
    assert forbidden_words(text) == found


def test_no_finding_breaks_the_word_rules() -> None:
    """What a gate repeats are signs, never names of serious conditions (W2)."""
    for question in BOOK.intake.questions:
        for part in question.parts:
            for option in part.options:
                if option.outcome is not None:
                    assert forbidden_words(option.sign["en"]) == [], option.sign["en"]


@given(any_answers())
def test_any_result_or_gate_can_be_shown(answers: dict[str, Any]) -> None:
    """Every sentence exists and is filled in, whatever was answered."""
    gate = screen(parse_answers(answers, BOOK.intake)).gate
    check = Check(numbered_id(1), stamp(), answers, gate, "1", 90)
    shown = gate_view(check, BOOK, "")
    assert (shown.findings == ()) == (gate is Gate.GREEN)
    view = result_view(answers, BOOK)
    lines = [*view.accent, view.overlap, *view.stage_why, *view.modifiers, *view.week]
    lines += [finding.text for finding in shown.findings]
    for line in lines:
        assert line
        assert "{" not in line
        assert forbidden_words(line) == []
    assert bool(view.exercises) is not view.locked
    assert len(view.patterns) <= 3
    assert len(answer_sheet(check, BOOK).rows) == 12


def test_worked_case_one() -> None:
    view = result_view(CASE_ONE, BOOK)
    assert [(p.name, p.points, p.most) for p in view.patterns] == [
        ("Front of the hip", 5, 6),
        ("Lots of sitting", 3, 3),
    ]
    assert view.accent == (
        BOOK.texts["emphasis.front"],
        BOOK.texts["emphasis.sitting_note"],
    )
    assert view.overlap.startswith("Based on 12 answers.")
    assert view.stage == "Stage 1 · Control"
    assert view.session_ms == 573_000
    assert [e.exercise for e in view.exercises] == [
        "breathing_bridge",
        "hip_flexor_release",
        "single_leg_deadlift",
    ]


def test_no_pattern_is_a_whole_result() -> None:
    """P2."""
    view = result_view(calm(), BOOK)
    assert view.patterns == ()
    assert view.accent == (BOOK.texts["emphasis.balanced"],)
    assert view.exercises


def test_a_second_pattern_is_named_too() -> None:
    view = result_view(calm(q11=["a", "b", "c", "h"], q10="arched"), BOOK)
    assert [p.name for p in view.patterns] == ["Front of the hip", "Buttocks joining late"]
    assert view.accent[1] == "Buttocks joining late: this may play a part too."


def test_ticks_show_what_they_open() -> None:
    waiting = result_view(calm(q5=True), BOOK)
    assert waiting.locked
    assert waiting.exercises == ()
    assert [(c.question, c.required, c.ticked) for c in waiting.clearances] == [("q5", True, False)]
    opened = result_view(calm(q5=True), BOOK, ("q5",))
    assert not opened.locked
    assert opened.stage == "Stage 0 · Settle"
    assert opened.clearances[0].ticked


def test_findings_come_with_how_soon() -> None:
    view = gate_view(checked(q2=["g", "a"], q4="c"), BOOK, "112")
    assert [f.urgency for f in view.findings] == ["today", "days", "first"]
    assert view.emergency_number == "112"
    assert out_view().findings == ()
    assert not out_view().can_print


def test_a_question_shows_what_is_chosen() -> None:
    flow = CheckFlow(BOOK.intake).press(0, 1).press(0, 4)
    view = question_view(flow, "en")
    assert (view.number, view.total, view.seconds_left) == (1, 12, 120)
    assert view.parts[0].chosen == (1, 4)
    assert [option.alone for option in view.parts[0].options] == [False] * 5 + [True]
    assert view.can_go_on
    assert view.tick is None


def test_a_check_after_red_asks_in_other_words() -> None:
    """K10."""
    again = question_view(CheckFlow(BOOK.intake, mode=Mode.AGAIN), "en")
    assert again.title == "Since you were seen: is any of this new or getting worse?"


def test_the_last_screen_after_red_carries_the_tick() -> None:
    flow = CheckFlow(BOOK.intake, mode=Mode.AGAIN)
    while flow.question.id != "q12":
        for at, index in presses(flow.question, calm()[flow.question.id]):
            flow = flow.press(at, index)
        flow = flow.next()
    assert question_view(flow, "en").tick is False


def test_the_sheet_has_every_answer_in_words() -> None:
    sheet = answer_sheet(checked(q2=["a", "g"], q7={"age": "65+", "unsteady": True}), BOOK)
    said = {row.number: row.answers for row in sheet.rows}
    assert said[1] == ("None of these",)
    assert len(said[2]) == 2
    assert said[7] == ("Age: 65 or over", "Unsteady? Yes, a little")
    assert said[12] == (
        "Tightness now: 4",
        "Which side? Both",
        "Strength training now: None",
    )
    assert sheet.gate is Gate.RED_SOON


def test_the_sheet_of_an_ended_check_has_what_was_asked() -> None:
    check = Check(numbered_id(1), stamp(), {"q1": ["a"]}, Gate.RED_NOW, "1", 20)
    assert [row.number for row in answer_sheet(check, BOOK).rows] == [1]
