"""Months of floss at random: no rule of the ladder is ever broken (N2, N3, N6)."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from coach.domain.floss_events import FlossRule, classify
from coach.domain.floss_ladder import FlossState, ladder
from coach.domain.floss_limits import Allowance
from coach.domain.history import FlossEvent, History, PlanFact
from coach.domain.terms import Discomfort, Floss, Gate, Side, Stage
from coach.domain.trend import VerdictKind
from support.histories import START, flossed, history, on, plan, rated, tingle

RANK = {level: rank for rank, level in enumerate(Floss)}
GATES = [Gate.GREEN, Gate.GREEN, Gate.AMBER, Gate.RED_SOON]
SIDES = [None, Side.LEFT, Side.RIGHT]


def usual_5(_: date) -> float | None:
    return 5.0


class FlossMonths(RuleBasedStateMachine):
    """Each day something may happen; the app writes down what the ladder says, if it is open."""

    def __init__(self) -> None:
        super().__init__()
        self.past = History(START, START)
        self.allowed = Allowance(Gate.GREEN)
        self.levels: list[tuple[date, Floss]] = []

    @initialize(gate=st.sampled_from(GATES), sensitive=st.booleans())
    def begin(self, gate: Gate, sensitive: bool) -> None:
        flags = ("M-NERVE1",) if sensitive else ()
        self.allowed = Allowance(gate, flags, verdict=VerdictKind.LOWER, wants_f3=True)
        self.look()

    @rule(days=st.integers(1, 9))
    def wait(self, days: int) -> None:
        self.past = replace(self.past, today=self.past.today + timedelta(days=days))
        self.look()

    @rule(days=st.integers(1, 3), times=st.integers(1, 8))
    def train(self, days: int, times: int) -> None:
        for _ in range(times):
            self.wait(days)
            level = self.state().level
            if level is not Floss.LOCK:
                day = (self.past.today - START).days + 1
                sessions = (*self.past.sessions, flossed(day, level))
                self.past = replace(self.past, sessions=sessions)
                self.look()

    @rule(strength=st.integers(0, 5), lasted_s=st.sampled_from([20, 60, 180]), numb=st.booleans())
    def tingle(self, strength: int, lasted_s: int, numb: bool) -> None:
        event = FlossEvent(self.past.today, strength, lasted_s, numb=numb)
        self.past = replace(self.past, floss_events=(*self.past.floss_events, event))
        self.look()

    @rule(strength=st.sampled_from([1, 4]))
    def tingle_seldom(self, strength: int) -> None:
        self.wait(9)
        self.tingle(strength, 20, numb=False)

    @rule(gate=st.sampled_from(GATES), cleared=st.booleans())
    def check_again(self, gate: Gate, cleared: bool) -> None:
        on_day = self.past.today if cleared else self.allowed.cleared_on
        self.allowed = replace(self.allowed, gate=gate, cleared=cleared, cleared_on=on_day)
        self.look()

    @rule()
    def change_the_wish(self) -> None:
        self.allowed = replace(self.allowed, wants_f3=not self.allowed.wants_f3)
        self.look()

    def state(self) -> FlossState:
        return ladder(self.past, self.allowed, usual_5)

    def look(self) -> None:
        level, today = self.state().level, self.past.today
        if not self.levels or self.levels[-1][1] is not level:
            self.levels.append((today, level))
            fact = PlanFact(today, Stage.S1, level, "N6")
            self.past = replace(self.past, plans=(*self.past.plans, fact))

    @invariant()
    def one_step_up_per_seven_days(self) -> None:
        pairs = pairwise(self.levels)
        rises = [(late, early) for early, late in pairs if RANK[late[1]] > RANK[early[1]]]
        assert all(RANK[late[1]] - RANK[early[1]] == 1 for late, early in rises)
        days = [late[0] for late, _ in rises]
        gaps = pairwise(days)
        assert all((late - early).days >= 7 for early, late in gaps)

    @invariant()
    def locked_for_a_week_after_n2_and_f0_first(self) -> None:
        for event in self.past.floss_events:
            if classify(event) is FlossRule.N1:
                continue
            week = event.day + timedelta(days=7)
            assert all(level is Floss.LOCK for day, level in self.levels if event.day < day <= week)
            fortnight = event.day + timedelta(days=14)
            assert all(
                RANK[level] <= RANK[Floss.F0]
                for day, level in self.levels
                if event.day < day <= fortnight
            )
            later = any(day >= event.day for day, level in self.levels if level is Floss.LOCK)
            before = [level for day, level in self.levels if day < event.day]
            assert later or before[-1] is Floss.LOCK

    @invariant()
    def red_is_locked(self) -> None:
        if self.allowed.gate.is_red:
            assert self.state().level is Floss.LOCK

    @invariant()
    def asking_twice_changes_nothing(self) -> None:
        if self.levels:
            assert self.state().level is self.levels[-1][1]


FlossMonths.TestCase.settings = settings(max_examples=60, stateful_step_count=40)
TestFlossMonths = FlossMonths.TestCase

EVENTS = st.lists(
    st.builds(
        tingle,
        st.integers(1, 50),
        st.integers(0, 10),
        st.sampled_from([5, 60, 61, 4_000, 200_000]),
        further_down=st.booleans(),
        numb=st.booleans(),
        side=st.sampled_from(SIDES),
    ),
    max_size=5,
)
PLANS = st.lists(st.builds(plan, st.integers(1, 60), st.sampled_from(list(Floss))), max_size=5)
DONE = st.lists(st.builds(flossed, st.integers(1, 60), st.sampled_from(list(Floss))), max_size=8)
ALLOWED = st.builds(
    Allowance,
    st.sampled_from(list(Gate)),
    st.sampled_from([(), ("M-NERVE1",), ("M-NERVE2",)]),
    st.booleans(),
    st.none() | st.integers(1, 60).map(on),
    st.sampled_from(list(VerdictKind)),
    st.booleans(),
)


def _no_looser(hard: FlossState, mild: FlossState) -> bool:
    return (
        RANK[hard.level] <= RANK[mild.level]
        and hard.removed >= mild.removed
        and hard.two_leg >= mild.two_leg
        and hard.half_range >= mild.half_range
        and (hard.locked_until or START) >= (mild.locked_until or START)
    )


@given(EVENTS, PLANS, DONE, ALLOWED, st.integers(55, 75), st.data())
def test_more_or_worse_tingling_never_loosens(
    events: list[FlossEvent],
    plans: list[PlanFact],
    done: list[object],
    allowed: Allowance,
    today: int,
    data: st.DataObject,
) -> None:
    ratings = rated({day: data.draw(st.integers(3, 7)) for day in (2, 10, 30, 51)})
    past = history(today, floss_events=events, plans=plans, sessions=done, rated=ratings)
    more = data.draw(EVENTS)
    worse = tuple(
        replace(
            event,
            strength=min(event.strength + data.draw(st.integers(0, 3)), 10),
            lasted_s=event.lasted_s + data.draw(st.sampled_from([0, 100, 200_000])),
            numb=event.numb or data.draw(st.booleans()),
        )
        for event in events
    )
    mild = ladder(past, allowed, usual_5)
    hard = ladder(replace(past, floss_events=(*worse, *more)), allowed, usual_5)
    assert _no_looser(hard, mild)


@given(EVENTS, PLANS, DONE, ALLOWED, st.integers(1, 50))
def test_a_tingling_key_never_loosens(
    events: list[FlossEvent],
    plans: list[PlanFact],
    done: list[object],
    allowed: Allowance,
    day: int,
) -> None:
    past = history(60, floss_events=events, plans=plans, sessions=done)
    told = replace(past, sessions=(*past.sessions, flossed(day, tingling=True)))
    assert told.sessions[-1].signs[0].kind is Discomfort.TINGLING
    assert _no_looser(ladder(told, allowed, usual_5), ladder(past, allowed, usual_5))


@given(EVENTS, DONE, ALLOWED, st.integers(1, 60))
def test_even_with_nothing_written_down_f1_never_follows_n2_within_a_week(
    events: list[FlossEvent], done: list[object], allowed: Allowance, today: int
) -> None:
    past = history(today, floss_events=[e for e in events if e.day <= on(today)], sessions=done)
    n2 = [e.day for e in past.floss_events if classify(e) is not FlossRule.N1]
    if any((past.today - day).days <= 7 for day in n2):
        assert ladder(past, allowed, usual_5).level is Floss.LOCK
