"""Random months over the real use cases: whatever happens, the rules hold (S5, R9, N6, G1, K7, X4).

Answers, ratings and their corrections, sessions and what hurt in them, gaps, pauses, journeys,
clocks that are set, older copies that come back, and whatever is said to what is offered.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
)

from coach.app.log_facts import facts_of
from coach.app.planning import Standing
from coach.app.running import LockedError, prepare
from coach.app.starting import WHOLE
from coach.domain.decisions import TickKind
from coach.domain.facts import Facts
from coach.domain.history import FlossEvent, History
from coach.domain.outlook import outlook
from coach.domain.plan_log import standing
from coach.domain.records import PlanState, SessionStatus
from coach.domain.terms import (
    Discomfort,
    Effort,
    Emphasis,
    Floss,
    Side,
    Stage,
    Template,
    Weekday,
)
from coach.domain.week import allowed_weeks, refusal
from support.life import BOOK, Copy, Life
from support.word_rules import forbidden_words

FLOSS_RANK = {level: rank for rank, level in enumerate(Floss)}
SCOLDING = re.compile(
    r"\b(you (missed|failed|forgot|skipped|should have|broke)|streak|lazy|shame|at last)\b", re.I
)
PEOPLE: list[dict[str, Any]] = [
    {},
    {"q12": {"training": "regular"}},
    {"q12": {"rating": 7}},
    {"q4": "b"},
    {"q4": "c"},
    {"q4": "c", "clearance": ["q4"]},
    {"q8": True},
    {"q11": ["d"]},
    {"q6": ["b"]},
    {"q6": ["a"]},
    {"q6": ["c"], "clearance": ["q6"]},
    {"q5": True, "clearance": ["q5"]},
    {"q7": {"age": "65+", "unsteady": False}},
    {"q7": {"age": "65+", "unsteady": True}},
    {"q10": "flat", "q9": "8+"},
]
SIGNS: list[dict[str, Any]] = [
    {},
    {},
    {"q1": ["e"]},
    {"q1": ["a"]},
    {"q2": ["a"]},
    {"q3": True},
    {"q4": "c"},
    {"q4": "d"},
]
DAYS = st.sampled_from([1] * 24 + [2] * 8 + [3, 3, 4, 11, 15, 29, 40, 95])
CALM_SCORES = st.sampled_from([3, 4, 4, 4, 5, 5])


class Months(RuleBasedStateMachine):
    """One person, one log; every action is followed by what the app does by itself."""

    def __init__(self) -> None:
        super().__init__()
        self.life = Life()
        self.copies: list[Copy] = []
        self.heard: set[str] = set()

    @initialize(who=st.sampled_from(PEOPLE), days=st.sampled_from(allowed_weeks()))
    def begin(self, who: dict[str, Any], days: tuple[Weekday, ...]) -> None:
        self.life.answer_check(who)
        self.life.choose(days)

    # ---- what a person does -------------------------------------------------------------------
    @rule(days=DAYS, score=st.integers(0, 10) | CALM_SCORES, both=st.booleans())
    def another_day(self, days: int, score: int, both: bool) -> None:
        self.life.sleep(days)
        self.life.rate(score, Side.LEFT)
        if both:
            self.life.rate(min(score + 1, 10), Side.RIGHT)

    @rule(weeks=st.integers(1, 3), score=CALM_SCORES, effort=st.sampled_from(list(Effort)[:3]))
    def calm_weeks(self, weeks: int, score: int, effort: Effort) -> None:
        """Day by day as one wishes for: rated, trained where something starts, steps taken."""
        for _ in range(7 * weeks):
            self.life.sleep(1)
            self.life.rate(score, Side.LEFT)
            self.life.adapt()
            for advice in self.life.advice():
                if advice.replies:
                    self.life.reply(advice, advice.replies[0])
            for template in (Template.FULL, Template.LIGHT):
                self.life.train(template, effort, None, SessionStatus.FINISHED, 0)
            self.life.adapt()
            self.holds()

    @rule(score=st.integers(0, 10), side=st.sampled_from(Side), yesterday=st.booleans())
    def rate(self, score: int, side: Side, yesterday: bool) -> None:
        self.life.rate(score, side, yesterday=yesterday)

    @rule(
        template=st.sampled_from([Template.FULL, *Template]),
        effort=st.sampled_from(Effort),
        sign=st.none() | st.none() | st.sampled_from(Discomfort),
        status=st.sampled_from([*[SessionStatus.FINISHED] * 4, *list(SessionStatus)[:3]]),
        item=st.integers(0, 4),
    )
    def train(
        self,
        template: Template,
        effort: Effort,
        sign: Discomfort | None,
        status: SessionStatus,
        item: int,
    ) -> None:
        self.life.train(template, effort, sign, status, item)

    @rule(
        strength=st.integers(0, 10),
        lasted_s=st.sampled_from([5, 60, 61, 600, 3_600, 200_000]),
        further=st.booleans(),
        numb=st.booleans(),
        side=st.sampled_from(Side),
    )
    def tell_tingling(
        self, strength: int, lasted_s: int, further: bool, numb: bool, side: Side
    ) -> None:
        self.life.tell_tingling(strength, lasted_s, further=further, numb=numb, side=side)

    @rule(kind=st.sampled_from(TickKind), on=st.booleans())
    def tick(self, kind: TickKind, on: bool) -> None:
        self.life.tick(kind, on=on)

    @rule(which=st.integers(0, 9), said=st.integers(0, 3))
    def reply(self, which: int, said: int) -> None:
        told = [one for one in self.life.advice() if one.replies]
        if told:
            advice = told[which % len(told)]
            self.life.reply(advice, advice.replies[said % len(advice.replies)])

    @rule()
    def pause(self) -> None:
        self.life.pause()

    @rule(changes=st.sampled_from(SIGNS))
    def something_new(self, changes: dict[str, Any]) -> None:
        self.life.something_new(changes)

    @rule(who=st.sampled_from(PEOPLE), signs=st.sampled_from(SIGNS))
    def whole_check(self, who: dict[str, Any], signs: dict[str, Any]) -> None:
        self.life.answer_check({**who, **signs})

    @rule(ticks=st.sets(st.sampled_from(["q4", "q5", "q6", "floss"])))
    def understand(self, ticks: set[str]) -> None:
        self.life.understand(sorted(ticks))

    @rule(source=st.sampled_from(Weekday), to=st.sampled_from(Weekday))
    def move(self, source: Weekday, to: Weekday) -> None:
        self.life.move(source, to)

    @rule(days=st.sampled_from(allowed_weeks()))
    def choose(self, days: tuple[Weekday, ...]) -> None:
        self.life.choose(days)

    @rule(emphasis=st.none() | st.sampled_from(Emphasis))
    def lean(self, emphasis: Emphasis | None) -> None:
        self.life.lean(emphasis)

    @rule()
    def go_down(self) -> None:
        self.life.go_down()

    # ---- what happens to clocks and files -----------------------------------------------------
    @rule(hours=st.integers(1, 14), shift_h=st.integers(-12, 12))
    def fly(self, hours: int, shift_h: int) -> None:
        self.life.fly(hours, shift_h)

    @rule(hours=st.sampled_from([-49, -25, -3, -1, 1, 30]))
    def set_clock(self, hours: int) -> None:
        self.life.set_clock(hours)

    @rule()
    def keep_a_copy(self) -> None:
        self.copies.append(self.life.copy())

    @precondition(lambda self: self.copies)
    @rule(which=st.integers(0, 9))
    def restore(self, which: int) -> None:
        """The newest gate wins, and nothing comes back higher than it was (S5, X3)."""
        before, here = self.life.gate, self.life.here()
        self.life.restore(self.copies[which % len(self.copies)])
        after = self.life.here()
        assert self.life.gate is before
        assert after is not None
        assert here is not None
        assert not (after.ready and not here.ready)
        if after.plan.stage is not None and here.plan.stage is not None:
            assert after.plan.stage.level <= here.plan.stage.level

    # ---- what always holds --------------------------------------------------------------------
    @invariant()
    def holds(self) -> None:
        self.life.adapt()
        assert self.life.adapt() == ()
        self.life.tick_on()
        here = self.life.here()
        if here is None:
            return
        self.no_session_while_locked(here)
        self.no_two_full_days_in_a_row(here)
        rows = _once(self.life.store.plans())
        floss_rises_slowly(rows)
        never_s4_before_day_31(rows)
        facts = facts_of(self.life.store, BOOK, here.check, self.life.now)
        stage_rises_by_an_accepted_offer(facts, self.life.raised)
        less_data_is_safer(facts)
        self.nothing_scolds()

    def no_session_while_locked(self, here: Standing) -> None:
        """S5, S6, K16: neither from the page nor by preparing one behind its back."""
        assert here.check.gate is self.life.gate
        if here.ready:
            assert not here.check.gate.is_red
            return
        assert self.life.offered(here) == []
        if here.check.gate.is_red:
            assert here.plan.stage is None
        with pytest.raises(LockedError):
            prepare(self.life.store, BOOK, here.plan.days[0], self.life.now, self.life.ids)

    def no_two_full_days_in_a_row(self, here: Standing) -> None:
        """As done, as offered and as planned (R9)."""
        done = self.life.whole_days()
        assert all((late - early).days > 1 for early, late in pairwise(done))
        near = {self.life.today + timedelta(days=n) for n in (-1, 1)} & set(done)
        if near:
            assert not [one for one in self.life.offered(here) if one.template in WHOLE]
        if here.state is not None:
            assert refusal(here.state.days) is None

    def nothing_scolds(self) -> None:
        """W2, A2: every sentence that was told or kept."""
        told = set(self.life.sentences()) - self.heard
        self.heard |= told
        for sentence in told:
            assert forbidden_words(sentence) == []
            assert SCOLDING.findall(sentence) == []
            assert "{" not in sentence


def floss_rises_slowly(rows: Sequence[PlanState]) -> None:
    """N6: one step up in seven days at most; a plan that opens anew begins below."""
    up = [_floss_step(old, new) for old, new in pairwise(rows)]
    rises = [row.stamp.civil for row, step in zip(rows[1:], up, strict=True) if step > 0]
    assert max(up, default=0) <= 1
    assert all((late - early).days >= 7 for early, late in pairwise(rises))


def _floss_step(old: PlanState, new: PlanState) -> int:
    return FLOSS_RANK[new.floss] - FLOSS_RANK[old.floss]


def never_s4_before_day_31(rows: Sequence[PlanState]) -> None:
    """K7."""
    opened = [row for row in rows if row.stage is not None]
    s4 = [row.stamp.civil for row in opened if row.stage is Stage.S4]
    assert not s4 or min(s4) >= opened[0].stamp.civil + timedelta(days=30)


def stage_rises_by_an_accepted_offer(facts: Facts, raised: Sequence[Stage]) -> None:
    """G1, X3: leaving deloads aside, nothing else brings a higher stage."""
    rows = facts.history.plans
    held = [standing(rows[: n + 1]).stage for n in range(len(rows))]
    known = [(row, stage) for row, stage in zip(rows, held, strict=True) if stage is not None]
    for (_, before), (row, after) in pairwise(known):
        if after.level > before.level:
            assert row.rule == "G1"
            assert after.level == before.level + 1
            assert after in raised


def less_data_is_safer(facts: Facts) -> None:
    """X4: without ratings, efforts, words on tingling or the day of the check."""
    whole, past = outlook(facts), facts.history
    silent = replace(past, sessions=tuple(replace(s, efforts={}) for s in past.sessions))
    for history in (replace(past, rated=()), silent):
        less = outlook(replace(facts, history=history))
        assert less.offer is None
        assert less.load is None or whole.load is not None
    assert outlook(replace(facts, last_check=None)).recheck is not None
    untold = outlook(replace(facts, history=replace(past, floss_events=_untold(past))))
    assert FLOSS_RANK[untold.floss.level] <= FLOSS_RANK[whole.floss.level]


def _untold(past: History) -> tuple[FlossEvent, ...]:
    """The same tingling as it counts when nobody describes it: worse than an echo."""
    strongest = (max(event.strength, 3) for event in past.floss_events)
    events = zip(past.floss_events, strongest, strict=True)
    return tuple(
        replace(event, strength=strength, lasted_s=max(event.lasted_s, 61))
        for event, strength in events
    )


def _once(plans: Sequence[PlanState]) -> list[PlanState]:
    """The states of the plan as they hold one after the other, rows of copies left aside."""
    found: dict[object, PlanState] = {}
    for row in plans:
        found.setdefault((row.stamp, row.rule, row.stage, row.floss), row)
    return list(found.values())


TestMonths = Months.TestCase
TestMonths.settings = settings(max_examples=12, stateful_step_count=20)
