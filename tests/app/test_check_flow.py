"""The walk through the readiness check (S1, S3, K2, K10, K17)."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coach.app.check_flow import CheckFlow, Mode, draft_of, restored
from coach.domain.answers import parse_answers
from coach.domain.intake import PartKind
from coach.domain.records import CheckDraft
from support.book import real_book
from support.check_answers import calm, presses, walked

INTAKE = real_book().intake
PRESS = st.tuples(st.integers(0, 2), st.integers(-1, 11))


def flow_at(question_id: str, **changed: Any) -> CheckFlow:
    """A flow that stands on ``question_id``, everything before answered."""
    flow = CheckFlow(INTAKE)
    answers = calm(**changed)
    while flow.question.id != question_id:
        for at, index in presses(flow.question, answers[flow.question.id]):
            flow = flow.press(at, index)
        flow = flow.next()
    return flow


def test_twelve_screens_in_at_most_thirty_interactions() -> None:
    """S1: one click an answer, one Next a screen."""
    answers = calm(q1=[], q9="8+", q10="arched", q11=["a", "e", "h"])
    clicks = sum(len(presses(question, answers[question.id])) for question in INTAKE.questions)
    assert CheckFlow(INTAKE).total == 12
    assert clicks + 12 <= 30


def test_nothing_is_chosen_before_the_user_chooses() -> None:
    flow = CheckFlow(INTAKE)
    assert flow.answers == {}
    for question in INTAKE.questions:
        for part in question.parts:
            assert flow.chosen(part) == ()
            assert not flow.is_none(part)


@pytest.mark.parametrize("question", [question.id for question in INTAKE.questions])
def test_an_unanswered_screen_does_not_let_on(question: str) -> None:
    """S3: and neither does one of which only some parts are answered."""
    flow = flow_at(question)
    needed = presses(flow.question, calm()[question])
    for at, index in needed:
        assert not flow.can_go_on()
        assert flow.next() == flow
        flow = flow.press(at, index)
    assert flow.can_go_on()
    assert flow.next() != flow


def test_none_of_these_is_an_answer_of_its_own() -> None:
    flow = CheckFlow(INTAKE).press(0, 5)
    assert flow.answers == {"q1": []}
    assert flow.is_none(flow.question.parts[0])
    ticked = flow.press(0, 4)
    assert ticked.answers == {"q1": ["e"]}
    assert ticked.press(0, 5).answers == {"q1": []}


def test_unticking_the_last_answer_leaves_none_and_not_no() -> None:
    flow = CheckFlow(INTAKE).press(0, 1).press(0, 1)
    assert flow.answers == {}
    assert not flow.can_go_on()


def test_ticks_are_kept_in_the_order_of_the_screen() -> None:
    assert CheckFlow(INTAKE).press(0, 3).press(0, 0).answers == {"q1": ["a", "d"]}


@pytest.mark.parametrize(
    ("changed", "last"), [({"q1": ["b"]}, "q1"), ({"q1": ["e"], "q2": ["b"]}, "q2")]
)
def test_red_now_ends_the_check_with_its_screen(changed: dict[str, Any], last: str) -> None:
    flow = walked(CheckFlow(INTAKE), calm(**changed))
    assert flow.finished
    assert list(flow.result())[-1] == last
    parse_answers(flow.result(), INTAKE)


@pytest.mark.parametrize("changed", [{"q1": ["e"]}, {"q2": ["a"]}, {"q3": True}, {"q4": "d"}])
def test_red_soon_asks_the_signs_to_the_end(changed: dict[str, Any]) -> None:
    """K2: so that a worse answer is not missed; then the check is over."""
    flow = walked(CheckFlow(INTAKE), calm(**changed))
    assert flow.stopped
    assert list(flow.result()) == ["q1", "q2", "q3", "q4"]
    parse_answers(flow.result(), INTAKE)


def test_under_eighteen_ends_the_check_without_more_questions() -> None:
    flow = flow_at("q7").press(0, 0)
    assert flow.can_go_on()
    assert flow.next().stopped


def test_back_from_an_end_shows_the_screen_again() -> None:
    flow = CheckFlow(INTAKE).press(0, 0).next()
    assert flow.stopped
    again = flow.back()
    assert not again.finished
    assert again.question.id == "q1"
    assert again.press(0, 5).next().question.id == "q2"


def test_an_answer_changed_behind_the_end_of_the_signs_counts() -> None:
    """Answers given later are not part of a check that now ends earlier."""
    flow = flow_at("q9")
    while flow.question.id != "q3":
        flow = flow.back()
    ended = flow.press(0, 0).next().next()
    assert ended.stopped
    assert list(ended.result()) == ["q1", "q2", "q3", "q4"]


def test_a_recheck_asks_the_signs_and_keeps_the_rest() -> None:
    """S7, S8."""
    flow = CheckFlow(INTAKE, mode=Mode.RECHECK, kept=calm(q9="8+"))
    assert [q.id for q in flow.questions] == ["q1", "q2", "q3", "q4"]
    done = walked(flow, calm(q4="b"))
    assert done.finished
    assert not done.stopped
    assert done.result() == calm(q9="8+", q4="b")


def test_after_red_the_last_screen_waits_for_the_tick() -> None:
    """S5."""
    flow = walked(
        CheckFlow(INTAKE, mode=Mode.AGAIN), {k: v for k, v in calm().items() if k != "q12"}
    )
    for at, index in presses(flow.question, calm()["q12"]):
        flow = flow.press(at, index)
    assert flow.wants_tick
    assert not flow.can_go_on()
    assert flow.tick_seen(seen=True).next().finished


@given(st.lists(st.one_of(PRESS, st.sampled_from(["next", "back"])), max_size=60))
def test_any_walk_keeps_to_the_rules(steps: list[Any]) -> None:
    """Whatever is pressed: answers stay readable, nothing in front of the screen is open, and a
    draft brings the same screen back."""
    flow = CheckFlow(INTAKE)
    for step in steps:
        if flow.finished:
            break
        if step == "next":
            flow = flow.next()
        elif step == "back":
            flow = flow.back()
        elif step[0] < len(flow.question.parts):
            flow = flow.press(*step)
    if flow.finished:
        if flow.question.id != "q7" or not flow.stopped:
            parse_answers(flow.result(), INTAKE)
        return
    for question in INTAKE.questions[: flow.screen]:
        assert question.id in flow.answers
    draft = draft_of(flow, 30)
    back = restored(draft, INTAKE, {})
    assert (back.answers, back.screen, back.seconds) == (flow.answers, flow.screen, 30)


def test_a_draft_keeps_mode_and_tick() -> None:
    flow = CheckFlow(INTAKE, mode=Mode.AGAIN).press(0, 5).next().tick_seen(seen=True)
    back = restored(draft_of(flow, 5), INTAKE, calm())
    assert (back.mode, back.seen, back.kept) == (Mode.AGAIN, True, {})


@pytest.mark.parametrize(
    "answers",
    [
        {"q1": ["z"], "q2": []},
        {"q1": "a"},
        {"mode": "other", "seconds": "many", "q12": 7},
        {"q1": [], "q2": None},
        {"q7": {"age": "60", "unsteady": 1}},
    ],
)
def test_a_broken_draft_asks_again_what_cannot_be_read(answers: dict[str, Any]) -> None:
    flow = restored(CheckDraft(answers, 11), INTAKE, {})
    assert flow.mode is Mode.FIRST
    assert flow.screen == (1 if answers.get("q1") == [] else 0)
    assert not flow.can_go_on()


def test_a_scale_takes_zero_to_ten_only() -> None:
    flow = flow_at("q12")
    assert flow.question.parts[0].kind is PartKind.SCALE
    assert flow.press(0, 11) == flow
    assert flow.press(0, -1) == flow
    assert flow.press(0, 0).answers["q12"] == {"rating": 0}
