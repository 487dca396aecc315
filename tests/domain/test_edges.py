"""The edges of the rules over weeks: days, counts and points right beside each limit.

What stands here was found by changing the rules on purpose and seeing which change no test
noticed (docs/mutation.md).
"""

from __future__ import annotations

import dataclasses
import importlib
import inspect
from dataclasses import replace

import pytest

from coach.domain.alarms import deload, easy_day, stage_drop
from coach.domain.deload_end import deload_end
from coach.domain.history import FlossEvent, History, PlanFact, SessionFact
from coach.domain.load import LoadOffer, load_offer
from coach.domain.morning import Morning, morning_after, next_morning, second_morning
from coach.domain.moving import after_missed, crowded, missed
from coach.domain.plan_log import refused_before, standing
from coach.domain.progress_signs import Tried, full_sessions, tried
from coach.domain.progression import Offer, offer
from coach.domain.records import SessionStatus
from coach.domain.returning import recheck_due, returning
from coach.domain.ruleset import Effect
from coach.domain.standing import Standing, days_between, lower
from coach.domain.terms import Discomfort, Effort, Stage, Template, Weekday
from coach.domain.usual import frozen_on, history_at
from coach.domain.week import DEFAULT_DAYS
from support.months import EASY, day, done, fact, history
from support.source import SRC

S0, S1, S2, S3, _ = Stage
BASE = [4, 4, 5, 4, 4, 4, 5]
FREE = Effect()


# ---- every value ------------------------------------------------------------------------------
@pytest.mark.parametrize(
    "path", sorted((SRC / "coach" / "domain").glob("*.py")), ids=lambda p: p.stem
)
def test_values_never_change(path: object) -> None:
    """Frozen, so that no rule can alter what another one reads, and slotted against typos."""
    module = importlib.import_module(f"coach.domain.{path.stem}")
    for one in vars(module).values():
        if (
            inspect.isclass(one)
            and dataclasses.is_dataclass(one)
            and one.__module__ == module.__name__
        ):
            params = one.__dataclass_params__
            assert (one.__name__, params.frozen) == (one.__name__, True)
            assert "__slots__" in vars(one), one.__name__


# ---- usual and alarms -------------------------------------------------------------------------
def test_a_cut_keeps_everything_up_to_its_day_and_nothing_after() -> None:
    plans = [fact(n, S1, "G2") for n in (3, 5, 7)]
    whole = history([4] * 8, [done(3), done(5), done(7)], plans)
    events = tuple(FlossEvent(day(n), 1, 30) for n in (3, 5, 7))
    cut = history_at(replace(whole, floss_events=events), day(5))
    assert [r.day for r in cut.rated] == [day(n) for n in range(1, 6)]
    assert [s.day for s in cut.sessions] == [day(3), day(5)]
    assert [p.day for p in cut.plans] == [day(3), day(5)]
    assert [e.day for e in cut.floss_events] == [day(3), day(5)]
    assert cut.today == day(5)


def test_usual_stays_frozen_for_as_long_as_a_deload_runs() -> None:
    """D4: weeks of calm do not end it, only its own end does."""
    plans = [fact(1, S1, "G2"), fact(9, S0, "D2")]
    assert frozen_on(history([*BASE, 6, 6, *[4] * 30], plans=plans)) == day(9)
    ended = [*plans, fact(30, S1, "end-D2")]
    assert frozen_on(history([*BASE, 6, 6, *[4] * 30], plans=ended)) is None


def test_an_easy_day_for_more_than_two_points_too() -> None:
    assert easy_day(history([*BASE, 7])) is not None


def test_three_raised_days_of_five_are_no_drop() -> None:
    assert stage_drop(history([*BASE, 6, 6, 4, 4, 6])) is None


@pytest.mark.parametrize("late", [(None, 6, 6), (6, None, 6)])
def test_ratings_of_a_deload_that_is_over_count_for_no_other(late: tuple[int | None, ...]) -> None:
    """It ended on day 12; what was rated up to then has been answered."""
    plans = [fact(1, S1, "G2"), fact(8, S0, "D2"), fact(12, S1, "end-D2")]
    past = history([*BASE, None, None, None, *late], plans=plans)
    assert deload(past) is None


@pytest.mark.parametrize(
    ("halves", "template", "status", "over"),
    [
        (3, Template.HALF, SessionStatus.FINISHED, True),
        (4, Template.HALF, SessionStatus.FINISHED, True),
        (2, Template.HALF, SessionStatus.FINISHED, False),
        (3, Template.LIGHT, SessionStatus.FINISHED, False),
        (3, Template.MICRO, SessionStatus.FINISHED, False),
        (3, Template.HALF, SessionStatus.ACTIVE, False),
        (3, Template.HALF, SessionStatus.STOPPED, False),
    ],
)
def test_a_deload_ends_by_three_whole_halves_or_more(
    halves: int, template: Template, status: SessionStatus, over: bool
) -> None:
    sessions = [done(9 + 2 * n, S0, template, status=status) for n in range(halves)]
    plans = [fact(1, S1, "G2"), fact(9, S0, "D2")]
    past = history([*BASE, 6, 6, *[4] * 10], sessions, plans)
    assert (deload_end(past) is not None) is over


# ---- where one stands -------------------------------------------------------------------------
def test_one_stage_down_from_each() -> None:
    assert [lower(stage) for stage in Stage] == [S0, S0, S1, S2, S3]


def test_days_in_a_stage_are_never_less_than_none() -> None:
    """Nor is a drop that is long over still one."""
    assert Standing().days_off == 0
    assert Standing(stage=S1, since=day(9)).days_in_stage(day(5)) == 0
    assert Standing(stage=S1, since=day(9)).days_in_stage(day(9)) == 0
    assert days_between(day(9), day(5)) == 0
    dropped = Standing(drop_since=day(1))
    assert [dropped.in_drop(day(n)) for n in (1, 14, 15, 40)] == [True, True, False, False]


LONG = fact(1, S2, "G2")
BRIEF = (fact(2, S1, "D2"), fact(5, S2, "end-D2"))


@pytest.mark.parametrize(
    ("rows", "today", "days"),
    [
        ([LONG, fact(11, S1, "D2"), fact(18, S2, "end-D2"), fact(21, S1, "D2"),
          fact(24, S2, "end-D2")], 30, 19),
        ([LONG, *BRIEF, fact(10, S2, "D5"), fact(60, S2, "D5")], 60, 29),
        ([LONG, *BRIEF, fact(10, S2, "D5"), fact(13, S2, "end-D5")], 20, 13),
    ],
)  # fmt: skip
def test_days_off_add_up(rows: list[PlanFact], today: int, days: int) -> None:
    """D2, D5: each deload and pause by its own days."""
    assert standing(rows).days_in_stage(day(today)) == days


def test_rows_within_a_pause_or_a_deload_begin_nothing() -> None:
    assert standing([LONG, fact(5, S2, "D5"), fact(9, S2, "D5")]).pause_since == day(5)
    during = standing([LONG, fact(5, S1, "D2"), fact(6, S2, "R11")])
    assert (during.deload_stage, during.stage) == (S1, S2)


def test_a_lock_by_any_rule_ends_what_ran() -> None:
    locked = standing([LONG, fact(9, S1, "D2"), fact(10, None, "N3")])
    assert (locked.stage, locked.deload_since) == (None, None)


@pytest.mark.parametrize(
    ("rows", "refused"),
    [
        ([fact(9, S2, "declined-D2"), fact(20, S1, "D2")], True),
        ([fact(9, S2, "declined-D2"), fact(20, S1, "D2"), fact(21, S1, "D2")], True),
        ([fact(9, S2, "declined-D2")], True),
        ([fact(9, S1, "D2"), fact(16, S2, "end-D2"), fact(30, S1, "D2")], False),
        ([fact(9, S2, "declined-D2"), fact(20, S1, "D2"), fact(27, S2, "end-D2"),
          fact(40, S1, "D2")], False),
    ],
)  # fmt: skip
def test_only_the_deload_before_counts_as_refused(rows: list[PlanFact], refused: bool) -> None:
    """D2: it can be declined once."""
    assert refused_before([LONG, *rows]) is refused


# ---- mornings ---------------------------------------------------------------------------------
def test_a_morning_is_held_against_the_usual_of_its_own_day() -> None:
    """Usual has risen from 4 to 6.5 in the two days before, so 7 is calm by then."""
    past = history([4, 4, 4, 4, 4, 9, 9, 9, 9, 9, 9, 7])
    assert morning_after(past, day(11)) is Morning.CALM


def test_only_a_session_of_yesterday_asks_for_the_easy_version() -> None:
    assert next_morning(history([*BASE, 6], [done(8)])) is None


@pytest.mark.parametrize(
    ("scores", "after", "found"),
    [
        ([*BASE, 6, 6], 5, True),
        ([*BASE, None, 7], None, True),
        ([*BASE, 6, 4], None, False),
    ],
)
def test_second_mornings_beside_their_limits(
    scores: list[int | None], after: int | None, found: bool
) -> None:
    past = history(scores, [done(7)])
    assert (second_morning(past, None if after is None else day(after)) is not None) is found


# ---- steps up ---------------------------------------------------------------------------------
CALM = [4] * 11
FINE = dict.fromkeys(EASY, Effort.FINE)


def sessions(*efforts: dict[str, Effort], stage: Stage = S1) -> list[SessionFact]:
    """Full sessions on days 1, 3, 5, 8 and 10, the last ones if there are fewer."""
    days = (1, 3, 5, 8, 10)[-len(efforts) :]
    return [done(n, stage, efforts=told) for n, told in zip(days, efforts, strict=True)]


def texts(past: History, effect: Effect = FREE) -> list[str]:
    found = offer(past, effect)
    return [] if isinstance(found, Offer) else [why.text for why in found]


def test_two_easy_sessions_are_enough_and_one_is_not() -> None:
    assert texts(history(CALM, sessions(FINE, FINE, FINE, EASY, EASY))) == []
    assert texts(history(CALM, sessions(FINE, FINE, FINE, FINE, EASY))) == ["step.easy"]


def test_nothing_is_offered_above_a_cap_that_came_later() -> None:
    plans = [fact(1, S2, "G2")]
    past = history(CALM, sessions(*[EASY] * 5, stage=S2), plans)
    assert texts(past, Effect(cap=S1)) == ["step.cap"]


def test_a_long_gap_comes_before_a_step_too() -> None:
    assert "step.gap" in texts(history([4] * 26, sessions(*[EASY] * 5)))


@pytest.mark.parametrize(("stage", "at"), [(S3, "G1"), (S1, "D3")])
def test_the_fast_track_is_asked_for_at_s2_only(stage: Stage, at: str) -> None:
    """None of the sessions was all fine, and only the way from S2 to S3 asks for one."""
    hard = {**EASY, "breathing_bridge": Effort.NOTICEABLE}
    plans = [fact(-40, S2, "G2"), fact(-20, stage, at)]
    past = replace(history([4] * 11, sessions(*[hard] * 5, stage=stage), plans), start=day(-40))
    assert "step.fast_track" not in texts(past)
    at_s2 = history([4] * 11, sessions(*[hard] * 5, stage=S2), [fact(-40, S2, "G2")])
    assert "step.fast_track" in texts(at_s2)


def test_a_deload_that_is_long_over_holds_nothing() -> None:
    plans = [fact(-30, S1, "G2"), fact(-20, S0, "D2"), fact(-10, S1, "end-D2")]
    assert texts(history(CALM, sessions(*[EASY] * 5), plans)) == []


def test_before_a_plan_nothing_was_tried() -> None:
    assert tried(history(CALM), Standing()) == Tried((), False, 0, 0, 0, False)


def test_what_was_told_before_the_stage_or_left_open_does_not_count() -> None:
    plans = [fact(1, S2, "G2"), fact(6, S1, "G5")]
    sharp = done(5, S1, signs=[Discomfort.SHARP])
    is_open = done(8, S1, signs=[Discomfort.SHARP], status=SessionStatus.ACTIVE)
    past = history(CALM, [sharp, is_open], plans)
    assert not tried(past, standing(past.plans)).hard


@pytest.mark.parametrize("other", [S0, S2])
def test_only_sessions_of_the_stage_count_for_it(other: Stage) -> None:
    mixed = [*sessions(EASY, EASY, EASY), done(3, other), done(11, other)]
    assert "step.sessions" in texts(history([4] * 12, mixed))


def test_full_sessions_after_a_day_in_the_stage() -> None:
    plans = [fact(1, S2, "G2"), fact(3, S1, "G5")]
    past = history(CALM, sessions(*[EASY] * 5), plans)
    now = standing(past.plans)
    assert [s.day for s in full_sessions(past, now)] == [day(n) for n in (3, 5, 8, 10)]
    assert [s.day for s in full_sessions(past, now, day(5))] == [day(8), day(10)]


def test_weight_waits_for_no_step_of_long_ago_and_no_third_easy_session() -> None:
    past = history(CALM, sessions(*[EASY] * 5, stage=S3), [fact(1, S3, "G1")])
    for step in (None, day(-9)):
        assert isinstance(load_offer(past, FREE, 0, 4, step), LoadOffer)


# ---- missed days ------------------------------------------------------------------------------
GAP_AFTER_TUESDAY = (Weekday.TUE, Weekday.FRI, Weekday.SUN)


@pytest.mark.parametrize(
    ("source", "sessions", "today", "days", "text"),
    [
        (5, [done(1)], 6, DEFAULT_DAYS, "missed.moved"),
        (5, [done(1), done(3)], 5, DEFAULT_DAYS, "missed.moved"),
        (5, [done(-1), done(1), done(3)], 6, DEFAULT_DAYS, "missed.moved"),
        (5, [done(1), done(5)], 6, DEFAULT_DAYS, "missed.adjacent"),
        (5, [done(1), done(7)], 6, DEFAULT_DAYS, "missed.adjacent"),
        (2, [], 3, GAP_AFTER_TUESDAY, "missed.moved"),
        (2, [done(1)], 3, GAP_AFTER_TUESDAY, "missed.enough"),
    ],
)
def test_where_a_missed_session_still_fits(
    source: int, sessions: list[SessionFact], today: int, days: tuple[Weekday, ...], text: str
) -> None:
    """R10: beside what was done in the seven days up to it and what its week still plans."""
    past = history(sessions=sessions, today=today)
    assert after_missed(past, day(source), days).reason.text == text


def test_a_light_session_does_not_stand_in_and_no_day_ahead_is_missed() -> None:
    light = history(sessions=[done(1, template=Template.LIGHT), done(3)], today=3)
    assert missed(light, day(1))
    assert not missed(light, day(4))


@pytest.mark.parametrize(
    ("numbers", "today", "text"),
    [
        ((4,), 5, "missed.rest_between"),
        ((6,), 5, "missed.rest_between"),
        ((3,), 5, None),
        ((5,), 5, None),
        ((1, 3, 5), 7, "missed.three"),
        ((1, 3, 5), 8, None),
        ((1, 3), 7, None),
        ((1, 3, 5), 5, None),
        ((1, 2, 3, 4), 6, "missed.three"),
    ],
)
def test_a_full_day_keeps_its_distance(
    numbers: tuple[int, ...], today: int, text: str | None
) -> None:
    """R9, with what was really done, a day ahead after a clock that was set back as well."""
    past = history(sessions=[done(number) for number in numbers], today=today)
    found = crowded(past, day(today))
    assert (found and found.text) == text
    lights = [done(number, template=Template.LIGHT) for number in numbers]
    assert crowded(history(sessions=lights, today=today), day(today)) is None


# ---- coming back ------------------------------------------------------------------------------
@pytest.mark.parametrize(
    ("row", "silent"),
    [
        (fact(3, S2, "R13"), False),
        (fact(5, S2, "R13"), False),
        (fact(5, S2, "D5"), True),
        (fact(7, S2, "R11"), False),
        (fact(7, S2, "P6"), False),
        (fact(7, S1, "D3"), False),
    ],
)
def test_what_lies_around_the_last_session_of_a_gap(row: object, silent: bool) -> None:
    """A return counts only after it, a pause from its day on, other rows never."""
    past = history(sessions=[done(5, S2)], plans=[fact(1, S2, "G2"), row], today=20)  # type: ignore[list-item]
    found = returning(past)
    assert found is not None
    assert found.silent is silent


def test_a_pause_that_began_on_the_day_of_the_last_session_says_nothing() -> None:
    """K14: not even when it is over."""
    plans = [fact(1, S2, "G2"), fact(5, S2, "D5"), fact(19, S2, "end-D5")]
    found = returning(history(sessions=[done(5, S2)], plans=plans, today=20))
    assert found is not None
    assert found.silent


def test_a_pause_that_ended_before_the_last_session_is_forgotten() -> None:
    plans = [fact(1, S2, "G2"), fact(2, S2, "D5"), fact(4, S2, "end-D5")]
    found = returning(history(sessions=[done(5, S2)], plans=plans, today=20))
    assert found is not None
    assert not found.silent


@pytest.mark.parametrize(
    ("last", "today", "text"), [(118, 121, "recheck.regular"), (5, 46, "recheck.gap")]
)
def test_a_check_stays_due_until_it_is_done(last: int, today: int, text: str) -> None:
    found = recheck_due(history(sessions=[done(last)], today=today), day(1))
    assert found is not None
    assert found.text == text
