"""What holds today: stage, lighter versions, moves, limits (D1, D2, D5, E1, E4, E5, R10, R13)."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from coach.domain.effort_weeks import guidance
from coach.domain.facts import Facts
from coach.domain.history import FlossEvent, History, PlanFact, SessionFact
from coach.domain.lifting import Lifting
from coach.domain.limits import Limits
from coach.domain.moving import Moved
from coach.domain.outlook import Outlook, outlook
from coach.domain.progression import Offer
from coach.domain.reason import Reason, reason
from coach.domain.ruleset import Effect
from coach.domain.standing import Mark
from coach.domain.templates import FLOSS
from coach.domain.terms import Discomfort, Effort, Floss, Gate, Stage, Template, Weekday
from support.months import DAY_1, day, done, fact, history

S0, S1, S2, S3 = Stage.S0, Stage.S1, Stage.S2, Stage.S3
BASE = [4, 4, 5, 4, 4, 4, 5]
BEGIN = fact(1, S1, "G2")
DAYS = (Weekday.MON, Weekday.WED, Weekday.FRI)
HINGE, BRIDGE = "single_leg_deadlift", "breathing_bridge"
EASE = Reason("D1", "easy_day.raised", (("usual", "4"),))


def seen(past: History, gate: Gate = Gate.GREEN, **more: Any) -> Outlook:
    return outlook(Facts(past, gate, **{"days": DAYS, "last_check": past.today, **more}))


def rule(why: Reason | None) -> str | None:
    return None if why is None else why.rule


# ---- an open plan and a locked one ------------------------------------------------------------
def test_a_first_day_is_plain() -> None:
    found = seen(history())
    assert (found.stage, found.floss.level, found.lifting) == (S1, Floss.F1, Lifting((), Effect()))
    assert (found.deloading, found.may_decline, found.eased) == (False, False, False)
    assert (found.lighter, found.offer, found.load, found.moved) == (None, None, None, None)
    assert (found.back, found.welcome, found.pause, found.recheck) == (None, None, None, None)
    assert (found.may_pause, found.crowded, found.notes) == (True, None, ())
    assert found.limits == Limits()
    assert {why.text for why in found.missing} >= {"step.days", "step.sessions"}


def test_s5_a_locked_plan_has_no_stage_and_nothing_to_say_of_sessions() -> None:
    plans = [BEGIN, fact(3, None, "S4")]
    found = seen(history([*BASE, 6], [done(7)], plans), Gate.RED_SOON)
    assert (found.stage, found.standing.stage, found.floss.level) == (None, None, Floss.LOCK)
    assert (found.lighter, found.may_pause, found.crowded, found.missing) == (None, False, None, ())
    assert not any((found.deloading, found.may_decline, found.eased, found.done))


@pytest.mark.parametrize(("since", "due"), [(27, None), (28, "S6"), (None, "X4")])
def test_s6_the_check_that_is_due_is_told_of_a_locked_plan_too(
    since: int | None, due: str | None
) -> None:
    for plans in ([BEGIN], [BEGIN, fact(3, None, "S4")]):
        past = history(plans=plans, today=40)
        told = None if since is None else past.today - timedelta(since)
        assert rule(seen(past, last_check=told).recheck) == due


def test_c8_notes_for_a_professional_come_with_the_outlook() -> None:
    past = history(plans=[BEGIN, fact(5, S0, Mark.DROP)], today=6)
    assert [note.rule for note in seen(past).notes] == ["C3"]
    assert seen(past, told=seen(past).notes).notes == ()


# ---- the stage of today -----------------------------------------------------------------------
@pytest.mark.parametrize(("gap", "stage"), [(9, S2), (10, S1), (27, S1), (28, S2)])
def test_r13_the_first_session_after_a_gap_is_lower_and_a_restart_waits_for_the_check(
    gap: int, stage: Stage
) -> None:
    past = history(sessions=[done(1, S2)], plans=[fact(1, S2, "G2")], today=1 + gap)
    found = seen(past)
    assert (found.stage, found.standing.stage) == (stage, S2)
    assert (found.back is not None, rule(found.welcome)) == (gap > 9, "A3" if gap > 9 else None)


@pytest.mark.parametrize(("start", "lower"), [(S3, S1), (S2, S1)])
def test_d2_in_a_deload_the_lower_stage_of_the_two_holds(start: Stage, lower: Stage) -> None:
    """The deload lowers to ``lower`` by a row of its own; a gap lowers the stage before it."""
    plans = [fact(1, start, "G2"), fact(2, lower, Mark.DELOAD)]
    past = history(sessions=[done(1, start)], plans=plans, today=11)
    assert seen(past).stage is lower
    assert seen(replace(past, today=day(3))).stage is lower


def test_d2_a_gap_in_a_deload_never_raises_its_stage() -> None:
    plans = [fact(1, S2, "G2"), fact(2, S2, Mark.DELOAD)]
    past = history(sessions=[done(1, S2)], plans=plans, today=11)
    assert (seen(past).stage, seen(replace(past, today=day(5))).stage) == (S1, S2)


# ---- deload -----------------------------------------------------------------------------------
def test_d2_the_first_deload_can_be_declined_the_one_after_a_refusal_stands() -> None:
    first = [BEGIN, fact(8, S0, Mark.DELOAD)]
    again = [BEGIN, fact(8, S1, Mark.DELOAD_DECLINED), fact(30, S0, Mark.DELOAD)]
    found = [seen(history(plans=plans, today=31)) for plans in ([BEGIN], first, again)]
    assert [(one.deloading, one.may_decline) for one in found] == [
        (False, False),
        (True, True),
        (True, False),
    ]


# ---- lighter versions -------------------------------------------------------------------------
def test_d1_a_raised_rating_suggests_the_easy_version_unless_it_was_refused() -> None:
    past = history([*BASE, 6])
    found, refused = seen(past), seen(past, declined=frozenset({"D1"}))
    assert (found.lighter, found.eased) == (EASE, True)
    assert (refused.lighter, refused.eased) == (EASE, False)
    other = seen(past, declined=frozenset({"E5"}))
    assert other.eased


@pytest.mark.parametrize(("today", "lighter"), [(8, EASE), (9, EASE), (10, None)])
def test_d1_a_rating_from_before_yesterday_says_nothing_of_today(
    today: int, lighter: Reason | None
) -> None:
    assert seen(history([*BASE, 6], today=today)).lighter == lighter


def test_d1_without_a_rating_nothing_is_lighter() -> None:
    assert (seen(history(today=5)).lighter, seen(history(today=5)).eased) == (None, False)


def test_e5_the_morning_after_speaks_before_the_rating() -> None:
    assert rule(seen(history([*BASE, 6], [done(7)])).lighter) == "E5"


def test_d2_within_a_deload_the_sessions_are_lighter_already() -> None:
    plans = [BEGIN, fact(8, S0, Mark.DELOAD)]
    found = seen(history([*BASE, 6], [done(7)], plans))
    assert (found.lighter, found.eased, found.deloading) == (None, False, True)


# ---- offers -----------------------------------------------------------------------------------
def ready(stage: Stage, rows: tuple[PlanFact, ...] = ()) -> History:
    """Eleven days in which everything speaks for the next step."""
    sessions = [done(n, stage) for n in (1, 3, 5, 8, 10)]
    return history([4] * 11, sessions, [fact(1, stage, "G2"), *rows])


def test_g1_the_next_stage_is_offered_or_what_it_waits_for_is_told() -> None:
    found = seen(ready(S1))
    assert found.offer == Offer(reason("G1", "step.offer", stage=2), S2)
    assert found.missing == ()
    capped = seen(ready(S1), lifting=Lifting((), Effect(cap=S1)))
    assert (capped.offer, capped.missing) == (None, (reason("G1", "step.cap"),))


def test_r2_a_step_in_weight_holds_the_next_stage_back() -> None:
    late = seen(ready(S1), load_step=day(10))
    assert (late.offer, [why.text for why in late.missing]) == (None, ["step.load_week"])


@pytest.mark.parametrize(
    ("held", "most", "room"),
    [
        (None, {}, 2),
        (None, {S3: 2}, 2),
        (None, {S3: 1}, 1),
        (3, {S3: 4}, 1),
        (4, {S3: 4}, None),
        (31, {}, 1),
    ],
)
def test_r2_more_weight_is_offered_up_to_the_most_of_the_stage(
    held: int | None, most: dict[Stage, int], room: int | None
) -> None:
    found = seen(ready(S3), load_kg=held, most_kg={**most, S2: 1}).load
    assert (found and found.most_kg) == room


def test_r2_nothing_is_offered_at_once_after_a_step_or_where_weight_is_barred() -> None:
    assert seen(ready(S3), load_step=day(10)).load is None
    barred = Lifting((), Effect(forbid=frozenset({"load"})))
    assert seen(ready(S3), lifting=barred).load is None


def test_d5_a_pause_offers_nothing() -> None:
    found = seen(ready(S3, (fact(11, S3, Mark.PAUSE),)))
    assert found.pause is not None
    assert (found.pause.since, found.may_pause) == (day(11), False)
    assert (found.offer, found.load) == (None, None)


# ---- moves ------------------------------------------------------------------------------------
def moved(past: History, **more: Any) -> tuple[int, int] | None:
    found = seen(past, **more).moved
    assert found is None or isinstance(found, Moved)
    return found and ((found.source - DAY_1).days + 1, (found.target - DAY_1).days + 1)


def test_r10_fridays_missed_session_stands_on_saturday() -> None:
    past = history(sessions=[done(3)], today=6)
    assert moved(past) == (5, 6)
    assert moved(past, declined=frozenset({"D1"})) == (5, 6)


def test_r10_a_refusal_is_kept_and_other_days_have_nothing_to_move() -> None:
    past = history(sessions=[done(3)], today=6)
    assert moved(past, declined=frozenset({"R10"})) is None
    assert moved(past, days=(Weekday.MON, Weekday.THU)) is None
    assert moved(replace(past, today=day(7))) is None
    assert moved(history(sessions=[done(5)], today=6)) is None


def test_r9_a_session_that_did_not_fit_yesterday_is_not_missed() -> None:
    """Thursday's full session left no room on Friday."""
    assert moved(history(sessions=[done(4)], today=6)) is None
    busy = [done(1), done(3), done(7)]
    assert moved(history(sessions=busy, today=6)) is None


@pytest.mark.parametrize(("start", "expected"), [(5, (5, 6)), (6, None)])
def test_r10_the_day_before_the_plan_began_was_not_missed(
    start: int, expected: tuple[int, int] | None
) -> None:
    past = replace(history(plans=[fact(1, S1, "G2")], today=6), start=day(start))
    assert moved(past) == expected


@pytest.mark.parametrize(
    "rows",
    [
        [fact(5, None, "S4"), fact(6, S1, "S5")],
        [fact(5, S1, Mark.PAUSE), fact(6, S1, Mark.PAUSE_END)],
    ],
)
def test_d5_a_day_of_a_lock_or_a_pause_was_not_missed(rows: list[PlanFact]) -> None:
    assert moved(history(plans=[BEGIN, *rows], today=6)) is None
    assert moved(history(plans=[BEGIN, rows[1]], today=6)) == (5, 6)


def test_r9_a_full_day_beside_another_is_crowded() -> None:
    assert rule(seen(history(sessions=[done(1)], today=2)).crowded) == "R9"
    assert seen(history(sessions=[done(1)], today=3)).crowded is None


def test_r10_a_full_session_of_today_is_done_and_a_light_one_is_not() -> None:
    past = history(sessions=[done(1)], today=1)
    assert seen(past).done
    assert not seen(replace(past, today=day(2))).done
    assert not seen(history(sessions=[done(1, template=Template.LIGHT)], today=1)).done


# ---- limits -----------------------------------------------------------------------------------
def hard(number: int, **efforts: Effort) -> SessionFact:
    return done(number, efforts=efforts)


def test_e1_what_was_noticeable_is_one_variant_easier() -> None:
    past = history(sessions=[hard(1, breathing_bridge=Effort.NOTICEABLE)], today=3)
    found = seen(past).limits
    assert (found.steps_down, found.without) == ({BRIDGE: 1}, frozenset())
    assert found.why == {BRIDGE: (reason("E1", "effort.easier_next"),)}


def test_e4_twice_too_much_rests_for_a_week_and_comes_back_easier() -> None:
    past = history(sessions=[hard(n, single_leg_deadlift=Effort.TOO_MUCH) for n in (1, 3)], today=4)
    found = seen(past).limits
    assert (found.without, found.steps_down) == ({HINGE}, {HINGE: 2})
    assert found.why[HINGE] == guidance(past)[HINGE].reasons
    late = seen(replace(past, today=day(11))).limits
    assert (late.without, late.steps_down) == (frozenset(), {HINGE: 2})


def test_n2_tingling_keeps_the_hinge_on_both_legs_and_halves_the_floss() -> None:
    past = replace(history(today=3), floss_events=(FlossEvent(day(2), 4, 180),))
    found = seen(past)
    assert (found.limits.two_leg, found.limits.half_range) == (True, True)
    assert (found.limits.no_floss, found.floss.level) == (False, Floss.LOCK)
    told = found.limits.why
    assert (*told[FLOSS], *told[HINGE]) == found.floss.reasons
    assert [why.text for why in told[HINGE]] == ["floss.two_leg"]
    echo = seen(replace(past, floss_events=(FlossEvent(day(2), 1, 10),))).limits
    assert (echo.two_leg, echo.half_range) == (False, True)


def test_n5_a_flare_leaves_the_floss_out_with_its_reason_last() -> None:
    sign = done(7, signs=(Discomfort.SHARP,))
    past = history([*BASE, 6], [replace(sign, signs=(replace(sign.signs[0], exercise=FLOSS),))])
    found = seen(past).limits
    assert found.no_floss
    assert [why.rule for why in found.why[FLOSS]] == ["E1", "N5"]


def test_r2_the_weight_that_was_reached_is_kept() -> None:
    assert seen(history(), load_kg=3).limits == Limits(load_kg=3)
