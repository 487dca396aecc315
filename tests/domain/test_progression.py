"""Steps up: offered when everything holds, and each reason where it does not (G1-G5, K7, K9)."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coach.domain.history import History, SessionFact
from coach.domain.modifiers import combined
from coach.domain.progression import Offer, offer, step_down
from coach.domain.records import SessionStatus
from coach.domain.ruleset import Effect
from coach.domain.terms import Discomfort, Effort, Stage, Template
from support.book import real_book
from support.months import EASY, day, done, fact, history

S0, S1, S2, S3, S4 = Stage
CALM = [4] * 11
SESSIONS = (done(1), done(3), done(5), done(8), done(10))
READY = history(CALM, SESSIONS)
FREE = Effect()


def texts(past: History, effect: Effect = FREE) -> list[str]:
    found = offer(past, effect)
    return [] if isinstance(found, Offer) else [why.text for why in found]


def with_last(session: SessionFact) -> History:
    return history(CALM, (*SESSIONS[:-1], session))


def test_g1_the_offer_comes_when_everything_holds() -> None:
    found = offer(READY, FREE)
    assert isinstance(found, Offer)
    assert (found.stage, found.reason.rule, found.reason.params) == (S2, "G1", (("stage", "2"),))


TOO_MUCH = {**EASY, "breathing_bridge": Effort.TOO_MUCH}
NOTICEABLE = {"breathing_bridge": Effort.NOTICEABLE, "single_leg_deadlift": Effort.EASY}
FINE = dict.fromkeys(EASY, Effort.FINE)
FLOSS = {**EASY, "nerve_floss": Effort.NOTICEABLE}


@pytest.mark.parametrize(
    ("past", "expected"),
    [
        (history(CALM, SESSIONS[2:]), ["step.sessions"]),
        (replace(READY, today=day(10)), ["step.days"]),
        (with_last(done(10, efforts=TOO_MUCH)), ["step.discomfort"]),
        (with_last(done(10, signs=[Discomfort.SHARP])), ["step.discomfort"]),
        (with_last(done(10, signs=[Discomfort.TINGLING])), ["step.discomfort"]),
        (with_last(done(10, efforts=FLOSS)), []),
        (with_last(done(10, efforts=NOTICEABLE)), []),
        (with_last(done(10, efforts=dict.fromkeys(EASY, Effort.NOTICEABLE))),
         ["step.noticeable", "step.easy"]),
        (with_last(done(10, efforts=FINE)), ["step.easy"]),
        (with_last(done(10, efforts={"breathing_bridge": Effort.EASY})), ["step.easy"]),
        (with_last(done(10, S0)), []),
        (with_last(done(10, template=Template.MICRO)), []),
        (history([], SESSIONS, today=11), ["step.mornings"]),
        (history([4, 4, 4, 4, 4, 4, 4, 4, 7, 4, 7], SESSIONS), ["step.mornings"]),
        (history(CALM, SESSIONS, [fact(1, S4, "G1")]), ["step.plateau"]),
        (history(CALM, SESSIONS, []), ["step.no_plan"]),
        (history(CALM, SESSIONS, [fact(1, None, "S4")]), ["step.no_plan"]),
    ],
)  # fmt: skip
def test_g1_every_condition_has_its_reason(past: History, expected: list[str]) -> None:
    assert texts(past) == expected


def test_k9_a_session_without_any_effort_counts_neither_way() -> None:
    silent = done(10, efforts=dict.fromkeys(EASY, Effort.NOT_GIVEN))
    assert texts(with_last(silent)) == []
    none = tuple(replace(session, efforts={}) for session in SESSIONS)
    assert "step.sessions" in texts(history(CALM, none))


def test_a_stopped_session_counts_against_but_not_for() -> None:
    stopped = done(10, signs=[Discomfort.SHARP], status=SessionStatus.STOPPED)
    assert texts(with_last(stopped)) == ["step.discomfort"]
    calm = [replace(s, status=SessionStatus.STOPPED) for s in SESSIONS]
    assert "step.sessions" in texts(history(CALM, calm))


def test_caps_and_longer_stays() -> None:
    assert texts(READY, Effect(cap=S1)) == ["step.cap"]
    assert texts(READY, Effect(min_stage_days=21)) == ["step.days"]
    assert combined(["M-BAL"], real_book().rules).min_stage_days == 21
    assert combined(["M-STRAIN"], real_book().rules).min_stage_days == 21


def test_nothing_that_runs_or_has_just_changed() -> None:
    """An earlier start leaves time for a deload that is over and one week of calm."""
    plans = [fact(-20, S1, "G2"), fact(-5, S0, "D2"), fact(5, S1, "end-D2")]
    assert texts(replace(READY, plans=tuple(plans))) == ["step.deload"]
    plans[-1] = fact(4, S1, "end-D2")
    assert texts(replace(READY, plans=tuple(plans))) == []
    assert "step.deload" in texts(replace(READY, plans=tuple(plans[:2])))
    declined = (plans[0], fact(7, S1, "declined-D2"))
    assert texts(replace(READY, plans=declined)) == ["step.deload"]
    dropped = (fact(-20, S2, "G2"), fact(-2, S1, "D3"))
    assert texts(replace(READY, plans=dropped)) == ["step.drop"]
    assert texts(replace(READY, plans=(plans[0], fact(11, S1, "D5")))) == ["step.paused"]


def test_a_gap_comes_before_a_step() -> None:
    assert texts(history([4] * 20, SESSIONS)) == ["step.gap"]


def test_r2_never_in_the_week_of_a_step_in_weight() -> None:
    held = offer(READY, FREE, load_step=day(5))
    assert isinstance(held, tuple)
    assert [why.text for why in held] == ["step.load_week"]
    assert isinstance(offer(READY, FREE, load_step=day(4)), Offer)


@pytest.mark.parametrize(("efforts", "expected"), [(EASY, []), (NOTICEABLE, ["step.fast_track"])])
def test_g2_who_began_at_s2_needs_one_session_that_is_fine(
    efforts: dict[str, Effort], expected: list[str]
) -> None:
    sessions = [done(n, S2, efforts=efforts) for n in (1, 3, 5, 8, 10)]
    found = texts(history(CALM, sessions, [fact(1, S2, "G2")]))
    assert [text for text in found if text != "step.noticeable"] == expected
    slow = [fact(-20, S1, "G2"), fact(1, S2, "G1")]
    assert "step.fast_track" not in texts(history(CALM, sessions, slow))


def test_k7_the_last_stage_opens_on_day_31() -> None:
    sessions = [done(n, S3) for n in (20, 22, 24, 27, 29)]
    past = history([4] * 30, sessions, [fact(1, S3, "G1")])
    assert texts(past) == ["step.s4_day"]
    assert texts(replace(past, today=day(31))) == []


def test_g5_down_with_one_click() -> None:
    below = step_down(history(plans=[fact(1, S2, "G1")]))
    assert below is not None
    assert (below.stage, below.reason.rule) == (S1, "G5")
    assert step_down(history(plans=[fact(1, S0, "G2")])) is None
    assert step_down(history()) is not None
    assert step_down(history(plans=[])) is None


@pytest.mark.parametrize(
    ("effect", "starts"),
    [(Effect(), {S2: 11, S3: 21, S4: 31}), (Effect(min_stage_days=21), {S2: 22, S3: 43, S4: 64})],
)
def test_g3_a_perfect_user_is_never_at_s4_before_day_31(
    effect: Effect, starts: dict[Stage, int]
) -> None:
    """Rates 4 each morning, trains on Monday, Wednesday and Friday, finds everything easy and
    takes each offer on the day it comes."""
    plans, sessions, reached = [fact(1, S1, "G2")], [], {}
    for number in range(1, 71):
        past = history([4] * number, sessions, plans)
        found = offer(past, effect)
        if isinstance(found, Offer):
            plans.append(fact(number, found.stage, "G1"))
            reached[found.stage] = number
        if day(number).weekday() in (0, 2, 4):
            sessions.append(done(number, plans[-1].stage or S0))
    assert reached == starts


@given(st.sets(st.integers(1, 11)), st.sets(st.sampled_from([1, 3, 5, 8, 10]), min_size=2))
def test_x4_no_offer_when_data_is_missing(unrated: set[int], untold: set[int]) -> None:
    """Two sessions without effort leave fewer than four; ratings never make up for them."""
    scores = [None if n in unrated else 4 for n in range(1, 12)]
    sessions = [replace(s, efforts={}) if n in untold else s
                for n, s in zip((1, 3, 5, 8, 10), SESSIONS, strict=True)]  # fmt: skip
    assert not isinstance(offer(history(scores, sessions), FREE), Offer)


@given(st.sets(st.sampled_from([4, 6, 9, 11]), min_size=2))
def test_x4_mornings_without_a_rating_are_not_calm(unrated: set[int]) -> None:
    scores = [None if n in unrated else 4 for n in range(1, 12)]
    assert "step.mornings" in texts(history(scores, SESSIONS))


def test_g1_looks_at_the_last_four_sessions_and_what_lies_between() -> None:
    sharp = [Discomfort.SHARP]
    older = (replace(SESSIONS[0], signs=done(1, signs=sharp).signs), *SESSIONS[1:])
    assert texts(history(CALM, older)) == []
    first = (SESSIONS[0], done(3, signs=sharp), *SESSIONS[2:])
    assert texts(history(CALM, first)) == ["step.discomfort"]
    light = (*SESSIONS, done(9, template=Template.LIGHT, signs=sharp))
    assert texts(history(CALM, light)) == ["step.discomfort"]


def test_g1_a_session_on_the_first_day_of_the_stage_counts() -> None:
    assert texts(history(CALM, SESSIONS[:1] + SESSIONS[2:])) == []
    hard = done(1, signs=[Discomfort.SHARP])
    assert texts(history(CALM, (hard, *SESSIONS[2:]))) == ["step.discomfort"]
