"""The fourteen worked cases of the rules, each under its number and whole."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta, timezone
from pathlib import Path

from coach.app.check_flow import CheckFlow
from coach.app.check_outcome import EntryKind, entry
from coach.app.checkin import rate
from coach.domain.alarms import deload, easy_day, stage_drop
from coach.domain.consult import consult_notes
from coach.domain.floss_ladder import ladder
from coach.domain.floss_limits import Allowance
from coach.domain.gates import newest
from coach.domain.plan import Wishes
from coach.domain.records import RatingKind, Stamp
from coach.domain.terms import DayKind, Emphasis, Floss, Gate, Side, Stage, Weekday
from coach.domain.trend import VerdictKind, verdict
from coach.store.opening import open_store
from support.book import plan_for, real_book
from support.check_answers import calm, walked
from support.histories import history, on, plan, rated, session, tingle
from support.months import day, fact
from support.months import history as month
from support.standing import checked
from support.store_builders import CountedIds, SteadyClock

IDS = CountedIds()
WEEK_OF_FOURS = [4, 4, 5, 4, 4, 4, 5]


def test_case_1_sits_much_and_feels_the_front_of_the_hip() -> None:
    found = plan_for(q9="8+", q10="arched", q11=["a"])
    points = {p.id: (p.points, p.most, p.shown) for p in found.profile.patterns}
    assert found.screening.gate is Gate.GREEN
    assert found.emphasis is Emphasis.FRONT
    assert points[Emphasis.FRONT] == (5, 6, True)
    assert points[Emphasis.SITTING] == (3, 3, True)
    assert found.stage is Stage.S1
    assert found.day(Weekday.MON).planned_ms == (9 * 60 + 33) * 1000


def test_case_2_a_sign_of_q1_ends_the_check_and_allows_nothing() -> None:
    flow = walked(CheckFlow(real_book().intake), calm(q1=["b"]))
    assert (flow.finished, flow.question.id) == (True, "q1")
    found = plan_for(q1=["b"])
    assert (found.screening.gate, found.stage) == (Gate.RED_NOW, None)
    assert found.floss is Floss.LOCK
    assert [one.kind for one in found.days] == [DayKind.REST] * 7
    assert all(one.items == () and one.planned_ms == 0 for one in found.days)


def test_case_3_a_swollen_calf_is_soon_and_with_breathlessness_now() -> None:
    alone = plan_for(q2=["a"]).screening
    assert (alone.gate, alone.findings[0].urgency) == (Gate.RED_SOON, "today")
    assert plan_for(q2=["a", "b"]).screening.gate is Gate.RED_NOW


def test_case_4_tingling_below_the_knee_waits_with_the_floss() -> None:
    found = plan_for(q4="c")
    assert (found.screening.gate, found.stage, found.floss) == (
        Gate.AMBER,
        Stage.S0,
        Floss.LOCK,
    )
    assert not found.screening.locked
    cleared = plan_for(q4="c", clearance=["q4"])
    assert cleared.floss is Floss.F0
    assert [one.planned_ms // 1000 for one in cleared.days] == [427, 0, 427, 0, 427, 0, 0]


def test_case_5_a_new_hip_keeps_to_the_first_position_and_a_small_hinge() -> None:
    found = plan_for(q6=["b"])
    assert found.screening.gate is Gate.AMBER
    items = {item.exercise: item for one in found.days for item in one.items}
    assert items["hip_flexor_release"].dose.positions == 1
    assert items["single_leg_deadlift"].limits["hinge_deg"] == 60
    later = plan_for(Wishes(stage=Stage.S3), q6=["b"]).day(Weekday.MON)
    release = {item.exercise: item for item in later.items}["hip_flexor_release"]
    assert (release.dose.variant, release.dose.positions) == ("arm_down", 1)


def test_case_6_seventy_and_steady_is_green_with_a_cap() -> None:
    found = plan_for(q7={"age": 70})
    assert (found.screening.gate, found.modifiers) == (Gate.GREEN, ("M-BAL",))
    assert (found.effect.cap, found.effect.min_stage_days) == (Stage.S2, 21)


def test_case_7_the_deload_starts_on_the_second_six() -> None:
    first, second = month([*WEEK_OF_FOURS, 6]), month([*WEEK_OF_FOURS, 6, 6])
    assert easy_day(first) is not None
    assert deload(first) is None
    found = deload(second)
    assert found is not None
    assert (found.reason.rule, dict(found.reason.params)) == ("D2", {"usual": "4"})
    assert (found.stage, found.may_decline) == (Stage.S0, True)
    assert stage_drop(second) is None


def test_case_8_the_third_six_drops_the_stage() -> None:
    plans = [fact(1, Stage.S2, "G2"), fact(9, Stage.S1, "D2")]
    past = month([*WEEK_OF_FOURS, 6, 6, 6], plans=plans)
    found = stage_drop(past)
    assert found is not None
    assert (found.reason.text, found.stage) == ("drop.three_of_four", Stage.S1)
    assert found.until == day(24)
    assert deload(past) is None
    assert easy_day(past) is None


def test_case_9_weeks_without_a_clear_change_suggest_a_check() -> None:
    first = dict(zip(range(1, 8), [5, 5, 5, 5, 6, 6, 6], strict=True))
    last = {number: 6 if number in {33, 38} else 5 for number in range(29, 44)}
    sessions = [session(1 + 3 * n) for n in range(14)]
    past = history(43, sessions=sessions, rated=rated({**first, **last}))
    found = verdict([(one.day, one.score) for one in past.rated])
    assert (round(found.first_mean or 0, 1), round(found.last_mean or 0, 1)) == (5.4, 5.1)
    assert found.kind is VerdictKind.NO_CLEAR_CHANGE
    (note,) = consult_notes(past, [found.kind])
    assert (note.rule, note.reason.text, note.day) == ("C1", "consult.c1", on(43))


def test_case_10_six_sessions_are_too_few_to_tell() -> None:
    sessions = [session(1 + 3 * n) for n in range(6)]
    past = history(43, sessions=sessions, rated=rated(dict.fromkeys(range(25, 44), 5)))
    notes = consult_notes(past, (VerdictKind.NO_CLEAR_CHANGE,))
    assert [note.rule for note in notes] == ["C1b"]


def test_case_11_tingling_locks_for_seven_days_and_a_second_time_takes_it_out() -> None:
    first, again = (tingle(number, strength=4, lasted_s=180) for number in (1, 10))
    plans = [plan(1), plan(1, Floss.LOCK)]
    green = Allowance(Gate.GREEN)
    for today in (1, 2, 7, 8):
        locked = ladder(history(today, floss_events=[first], plans=plans), green, lambda _: None)
        assert (locked.level, locked.locked_until) == (Floss.LOCK, on(8))
        assert (locked.two_leg, locked.two_leg_until, locked.removed) == (True, on(8), False)
        assert [why.rule for why in locked.reasons] == ["N2", "N2"]
    after = ladder(history(9, floss_events=[first], plans=plans), green, lambda _: None)
    assert (after.level, after.locked_until, after.two_leg) == (Floss.F0, None, False)
    past = history(10, floss_events=[first, again], plans=[*plans, plan(9, Floss.F0)])
    removed = ladder(past, green, lambda _: None)
    assert (removed.level, removed.removed_on, removed.gate) == (Floss.LOCK, on(10), Gate.AMBER)
    assert "N3" in [why.rule for why in removed.reasons]


def test_case_12_the_same_rating_every_day_divides_by_nothing() -> None:
    scores = [(date(2026, 1, 5) + timedelta(days=n), 5) for n in range(84)]
    found = verdict(scores)
    assert (found.kind, found.rho, found.p) == (VerdictKind.NO_CLEAR_CHANGE, 0.3, 1.0)
    assert (found.difference, found.low, found.high, found.sd) == (0.0, 0.0, 0.0, 0.0)


def test_case_13_a_flight_west_keeps_one_rating_a_day_and_the_week(tmp_path: Path) -> None:
    """Rated at 23:50, landed at 15:50 of the same day, rated again, and on each of three days."""
    clock = SteadyClock(datetime(2026, 5, 6, 23, 50, tzinfo=timezone(timedelta(hours=1))))
    store = open_store(tmp_path / "log", clock, IDS)
    checked(store, Stamp.of(clock.now()), IDS)
    days = store.plans()[-1].days
    rate(store, Stamp.of(clock.now()), IDS, side=Side.LEFT, score=4)
    clock.local = clock.local.astimezone(timezone(timedelta(hours=-7))) + timedelta(minutes=5)
    assert clock.local.hour == 15
    for later, score in ((0, 6), (24, 5), (48, 3)):
        now = Stamp.of(clock.local + timedelta(hours=later))
        rate(store, now, IDS, side=Side.LEFT, score=score)
    kept = [(one.stamp.civil.day, one.score) for one in store.ratings(RatingKind.DAILY)]
    assert kept == [(6, 6), (7, 5), (8, 3)]
    assert store.ratings(RatingKind.DAILY)[0].stamp.offset_min == 60
    assert store.plans()[-1].days == days
    store.close()


def test_case_14_a_restored_green_check_never_opens_a_newer_red_one(tmp_path: Path) -> None:
    store = open_store(tmp_path / "log", SteadyClock(), IDS)
    monday = Stamp.of(datetime(2026, 3, 2, 18, tzinfo=UTC))
    green = checked(store, monday, IDS)
    red = checked(store, Stamp.of(datetime(2026, 3, 9, 18, tzinfo=UTC)), IDS, q1=["e"])
    copy = replace(green, id=IDS())
    store.add_check(copy)
    store.add_plan(replace(store.plans()[0], id=IDS(), check_id=copy.id))
    assert newest(store.checks()) == store.latest_check() == red
    assert newest([red, green]) == newest([green, red]) == red
    assert entry(store, real_book()).kind is EntryKind.GATE
    store.close()
