"""What an exercise owes to its last sessions (E1, E4, K14)."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coach.domain.effort_weeks import guidance, guidance_for, third_times
from coach.domain.history import SessionFact, Sign
from coach.domain.terms import Discomfort, Effort
from support.histories import HINGE, history, on, session

BAD = {HINGE: Effort.TOO_MUCH}
SHARP = ((Discomfort.SHARP, HINGE),)


def test_easy_and_fine_leave_nothing() -> None:
    past = history(9, sessions=[session(1, {HINGE: Effort.EASY}), session(3, {HINGE: Effort.FINE})])
    assert guidance(past) == {}


def test_noticeable_asks_for_the_easier_form_once() -> None:
    first = session(1, {HINGE: Effort.NOTICEABLE})
    found = guidance(history(2, sessions=[first]))[HINGE]
    assert (found.steps_down, found.removed_until) == (1, None)
    assert [why.rule for why in found.reasons] == ["E1"]
    calm = history(4, sessions=[first, session(3, {HINGE: Effort.FINE})])
    assert guidance(calm) == {}


def test_noticeable_in_the_easier_form_asks_for_one_easier_still() -> None:
    past = [session(day, {HINGE: Effort.NOTICEABLE}) for day in (1, 3)]
    assert guidance_for(HINGE, history(4, sessions=past)).steps_down == 2


def test_a_session_without_a_word_changes_nothing() -> None:
    past = [session(1, {HINGE: Effort.NOTICEABLE}), session(3, {HINGE: Effort.NOT_GIVEN})]
    assert guidance_for(HINGE, history(4, sessions=past)).steps_down == 1


def test_the_other_exercises_are_left_alone() -> None:
    past = history(2, sessions=[session(1, {HINGE: Effort.NOTICEABLE, "leg_swing": Effort.FINE})])
    assert set(guidance(past)) == {HINGE}


@pytest.mark.parametrize("second", [session(8, BAD), session(8, signs=SHARP)])
def test_twice_within_28_days_removes_it_for_a_week(second: SessionFact) -> None:
    past = [session(1, signs=SHARP), second]
    for today, until in [(8, on(15)), (15, on(15)), (16, None)]:
        assert guidance_for(HINGE, history(today, sessions=past)).removed_until == until


def test_it_comes_back_one_step_lower_for_as_long_as_it_counts() -> None:
    past = [session(1, BAD), session(8, BAD), session(17, {HINGE: Effort.FINE})]
    after = guidance_for(HINGE, history(18, sessions=past))
    assert (after.removed_until, after.steps_down) == (None, 1)
    assert [why.text for why in after.reasons] == ["effort.lower_after"]
    assert guidance_for(HINGE, history(36, sessions=past)).steps_down == 1
    assert guidance_for(HINGE, history(37, sessions=past)).steps_down == 0


def test_29_days_apart_do_not_count_together() -> None:
    assert guidance_for(
        HINGE, history(29, sessions=[session(1, BAD), session(29, BAD)])
    ).removed_until
    apart = history(30, sessions=[session(1, BAD), session(30, BAD)])
    assert guidance_for(HINGE, apart).removed_until is None


def test_sharp_and_too_much_in_one_session_count_once() -> None:
    past = history(2, sessions=[session(1, BAD, signs=SHARP)])
    assert guidance_for(HINGE, past).removed_until is None


def test_the_third_time_within_28_days_is_told() -> None:
    past = [session(1, BAD), session(8, signs=SHARP), session(29, BAD)]
    assert third_times(history(29, sessions=past)) == (on(29),)
    assert third_times(history(8, sessions=past[:2])) == ()
    late = [*past[:2], session(30, BAD)]
    assert third_times(history(30, sessions=late)) == ()


def test_days_still_to_go_include_today() -> None:
    past = [session(1, BAD), session(8, BAD)]
    why = guidance_for(HINGE, history(10, sessions=past)).reasons[0]
    assert why.params == (("days", "6"),)


ORDER = [Effort.EASY, Effort.FINE, Effort.NOTICEABLE, Effort.TOO_MUCH]
SESSIONS = st.lists(
    st.tuples(st.integers(1, 60), st.sampled_from(ORDER), st.booleans()), min_size=1, max_size=8
)


@given(SESSIONS, st.data(), st.integers(60, 95))
def test_worse_efforts_and_more_signs_never_loosen(
    told: list[tuple[int, Effort, bool]], data: st.DataObject, today: int
) -> None:
    past = [session(day, {HINGE: effort}, SHARP if sharp else ()) for day, effort, sharp in told]
    which = data.draw(st.integers(0, len(past) - 1))
    effort = past[which].efforts[HINGE]
    worse = data.draw(st.sampled_from(ORDER[ORDER.index(effort) :]))
    more = (*past[which].signs, *data.draw(st.sampled_from([(), (Sign(Discomfort.SHARP, HINGE),)])))
    after = [*past]
    after[which] = replace(past[which], efforts={HINGE: worse}, signs=more)
    mild = guidance_for(HINGE, history(today, sessions=past))
    hard = guidance_for(HINGE, history(today, sessions=after))
    assert hard.steps_down >= mild.steps_down
    assert (hard.removed_until or on(0)) >= (mild.removed_until or on(0))
