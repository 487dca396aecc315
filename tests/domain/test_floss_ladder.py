"""The levels of the nerve floss over weeks (N1-N6, K5, K7)."""

from __future__ import annotations

from datetime import date

import pytest

from coach.domain.floss_ladder import FlossState, ladder
from coach.domain.floss_limits import Allowance, withheld
from coach.domain.history import FlossEvent, History, PlanFact, SessionFact
from coach.domain.templates import EASE
from coach.domain.terms import Floss, Gate
from coach.domain.trend import VerdictKind
from support.histories import flossed, history, on, plan, rated, tingle

GREEN = Allowance(Gate.GREEN)
SENSITIVE = Allowance(Gate.GREEN, ("M-NERVE1",), verdict=VerdictKind.LOWER, wants_f3=True)


def no_usual(_: date) -> float | None:
    return None


def state(past: History, allowed: Allowance = GREEN) -> FlossState:
    return ladder(past, allowed, no_usual)


def rules(found: FlossState) -> list[str]:
    return [why.rule for why in found.reasons]


@pytest.mark.parametrize(
    ("allowed", "level", "why"),
    [
        (GREEN, Floss.F1, []),
        (Allowance(Gate.AMBER), Floss.LOCK, ["K5"]),
        (Allowance(Gate.AMBER, cleared=True), Floss.F0, ["K5"]),
        (Allowance(Gate.AMBER, ("M-NERVE2",)), Floss.LOCK, ["K5"]),
        (Allowance(Gate.GREEN, ("M-NERVE2",)), Floss.LOCK, ["K5"]),
        (Allowance(Gate.RED_SOON, cleared=True), Floss.LOCK, ["S4"]),
        (Allowance(Gate.RED_NOW), Floss.LOCK, ["S4"]),
        (Allowance(Gate.OUT), Floss.LOCK, ["S4"]),
    ],
)
def test_the_entry_level(allowed: Allowance, level: Floss, why: list[str]) -> None:
    found = state(history(1), allowed)
    assert (found.level, rules(found)) == (level, why)


def test_a_removal_lasts_until_a_clearance_of_a_later_day() -> None:
    past = history(60, floss_events=[tingle(1), tingle(10)], plans=[plan(1), plan(1, Floss.LOCK)])
    for cleared_on in (None, on(5), on(10)):
        found = state(past, Allowance(Gate.AMBER, cleared=True, cleared_on=cleared_on))
        assert (found.removed, found.level, found.two_leg) == (True, Floss.LOCK, True)
    cleared = state(past, Allowance(Gate.AMBER, cleared=True, cleared_on=on(11)))
    assert (cleared.removed, cleared.level, cleared.gate) == (False, Floss.F0, None)


def test_a_clearance_does_not_shorten_the_lock() -> None:
    past = history(12, floss_events=[tingle(1), tingle(10)])
    found = state(past, Allowance(Gate.AMBER, cleared=True, cleared_on=on(11)))
    assert (found.level, found.removed, found.locked_until) == (Floss.LOCK, False, on(17))


def test_constant_numbness_asks_for_the_check() -> None:
    found = state(history(1, floss_events=[tingle(1, 1, 9_000, numb=True)]))
    assert (found.level, found.removed, found.gate) == (Floss.LOCK, True, Gate.RED_SOON)
    assert "floss.check" in [why.text for why in found.reasons]


def test_a_mild_echo_halves_the_range_and_keeps_the_level() -> None:
    echo = tingle(3, 2, 60)
    found = state(history(4, floss_events=[echo], plans=[plan(1)]))
    assert (found.level, found.half_range, rules(found)) == (Floss.F1, True, ["N1"])
    quiet = history(6, floss_events=[echo], plans=[plan(1)], sessions=[flossed(5)])
    assert not state(quiet).half_range


@pytest.mark.parametrize(
    ("days", "echo", "today", "level"),
    [
        ([2, 4, 9, 11], None, 11, Floss.F2),
        ([2, 4, 9], None, 30, Floss.F1),
        ([2, 3, 4, 5], None, 7, Floss.F1),
        ([2, 3, 4, 5], None, 8, Floss.F2),
        ([2, 4, 9, 11], 9, 20, Floss.F1),
        ([2, 4, 9, 11, 16, 18, 23], 9, 23, Floss.F2),
    ],
)
def test_f2_needs_a_week_and_four_quiet_sessions(
    days: list[int], echo: int | None, today: int, level: Floss
) -> None:
    events = [] if echo is None else [tingle(echo, 1, 30)]
    done = [flossed(day, tingling=day == echo) for day in days]
    past = history(today, sessions=done, floss_events=events, plans=[plan(1)])
    assert state(past).level is level


@pytest.mark.parametrize(
    ("days", "level"),
    [
        ([10, 12, 14, 16], Floss.F2),
        ([10, 11, 12, 14, 16], Floss.F2),
        ([9, 12, 14, 16], Floss.F1),
    ],
)
def test_f2_counts_sessions_from_the_day_after_an_echo(days: list[int], level: Floss) -> None:
    sessions = [flossed(day) for day in days]
    past = history(18, sessions=sessions, floss_events=[tingle(9, 1, 30)], plans=[plan(1)])
    assert state(past).level is level


@pytest.mark.parametrize(("today", "level"), [(15, Floss.F1), (16, Floss.F2)])
def test_n6_seven_days_pass_between_an_echo_and_the_next_step(today: int, level: Floss) -> None:
    sessions = [flossed(day) for day in (10, 11, 12, 14)]
    past = history(today, sessions=sessions, floss_events=[tingle(9, 1, 30)], plans=[plan(1)])
    assert state(past).level is level


@pytest.mark.parametrize(
    ("quiet", "half"),
    [(flossed(3), True), (flossed(4), False), (flossed(4, Floss.F0), False), (flossed(5), False)],
)
def test_n1_one_floss_without_it_from_the_day_after_gives_the_range_back(
    quiet: SessionFact, *, half: bool
) -> None:
    past = history(6, floss_events=[tingle(3, 2, 60)], plans=[plan(1)], sessions=[quiet])
    assert state(past).half_range is half


def test_n1_the_latest_of_two_echoes_counts() -> None:
    echoes = [tingle(2, 1, 30), tingle(9, 1, 30)]
    sessions = [flossed(day) for day in (3, 5, 7, 8)]
    found = state(history(12, sessions=sessions, floss_events=echoes, plans=[plan(1)]))
    assert (found.level, found.half_range) == (Floss.F1, True)


def test_f1_after_a_lock_needs_a_week_and_one_quiet_session_of_f0() -> None:
    plans = [plan(1), plan(1, Floss.LOCK), plan(9, Floss.F0)]

    def level(today: int, *done: SessionFact) -> Floss:
        return state(history(today, floss_events=[tingle(1)], plans=plans, sessions=done)).level

    assert level(15, flossed(10, Floss.F0)) is Floss.F0
    assert level(16, flossed(10, Floss.F0)) is Floss.F1
    assert level(40) is Floss.F0
    assert level(40, flossed(10, Floss.F1)) is Floss.F0


def test_a_plan_state_from_before_the_lock_is_not_believed() -> None:
    """Nobody wrote the lock down: F0 comes first all the same."""
    found = state(history(9, floss_events=[tingle(1)], plans=[plan(1, Floss.F2)]))
    assert found.level is Floss.F0


F2 = [plan(1), plan(8, Floss.F2)]


@pytest.mark.parametrize(
    ("allowed", "today", "level"),
    [
        (SENSITIVE, 14, Floss.F2),
        (SENSITIVE, 15, Floss.F3),
        (SENSITIVE, 20, Floss.F3),
        (Allowance(Gate.GREEN, wants_f3=True, verdict=VerdictKind.LOWER), 15, Floss.F2),
        (Allowance(Gate.GREEN, ("M-NERVE1",), wants_f3=True), 15, Floss.F2),
        (Allowance(Gate.GREEN, ("M-NERVE1",), verdict=VerdictKind.LOWER), 15, Floss.F2),
    ],
)
def test_f3_is_chosen_by_those_with_a_sensitive_line_and_a_lower_verdict(
    allowed: Allowance, today: int, level: Floss
) -> None:
    assert state(history(today, plans=F2), allowed).level is level


@pytest.mark.parametrize(
    ("allowed", "level", "why"),
    [
        (GREEN, Floss.F2, ["K7"]),
        (Allowance(Gate.AMBER, cleared=True), Floss.F0, ["K5"]),
        (Allowance(Gate.AMBER), Floss.LOCK, ["K5"]),
        (Allowance(Gate.RED_SOON), Floss.LOCK, ["S4"]),
    ],
)
def test_it_falls_without_delay(allowed: Allowance, level: Floss, why: list[str]) -> None:
    found = state(history(16, plans=[*F2, plan(15, Floss.F3)]), allowed)
    assert (found.level, rules(found)) == (level, why)


def test_a_level_that_holds_needs_no_reason() -> None:
    found = state(history(14, plans=F2))
    assert (found.level, found.reasons, found.why.rule) == (Floss.F2, (), "X4")


def test_a_locked_floss_has_no_range_to_halve() -> None:
    found = state(history(2, floss_events=[tingle(1)], plans=[plan(1)]))
    assert (found.half_range, rules(found)) == (True, ["N2", "N2"])


def test_a_level_alone_limits_nothing() -> None:
    bare = FlossState(Floss.F1)
    assert not any((bare.two_leg, bare.removed, bare.half_range, bare.gate, bare.locked_until))


def test_two_steps_need_seven_days_between_them_whatever_came_between() -> None:
    plans: list[PlanFact] = [plan(1, Floss.F0), plan(10), plan(11, Floss.LOCK)]
    amber = Allowance(Gate.AMBER, cleared=True)
    assert state(history(12, plans=plans), amber).level is Floss.LOCK
    assert state(history(17, plans=plans), amber).level is Floss.F0


@pytest.mark.parametrize(("score", "kept"), [(5, False), (6, True)])
def test_after_a_flare_the_floss_waits(score: int, kept: bool) -> None:
    past = history(3, rated=rated({1: 4, 3: score}))
    assert [w.rule for w in withheld(past, lambda _: 4.0)] == (["N5"] if kept else [])
    assert withheld(past, no_usual) == ()


def test_the_floss_never_stands_beside_a_stretch() -> None:
    assert [w.text for w in withheld(history(1), no_usual, [EASE])] == ["floss.stretch"]
    assert withheld(history(1), no_usual, ["leg_swing"]) == ()


def test_without_ratings_nothing_is_a_flare() -> None:
    assert withheld(history(1), lambda _: 4.0) == ()


def test_an_old_lock_is_forgotten_where_the_plan_says_what_held_since() -> None:
    events: list[FlossEvent] = [tingle(1)]
    plans = [plan(1), plan(1, Floss.LOCK), plan(9, Floss.F0), plan(16)]
    assert state(history(20, floss_events=events, plans=plans)).level is Floss.F1
