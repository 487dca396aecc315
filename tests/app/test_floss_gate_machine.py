"""Months of answers at random: nothing opens what tingling locked but its clearance (N3, N4)."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from itertools import pairwise

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from coach.app.check_flow import Mode
from coach.app.check_outcome import EntryKind, StillLockedError
from coach.domain.terms import Floss, Gate
from coach.store.memory_store import MemoryStore
from support.check_person import Person
from support.store_builders import CountedIds, SteadyClock

ANSWERS = [{}, {}, {}, {"q4": "c"}, {"q5": True}, {"q6": ["b"]}, {"q1": ["e"]}, {"q2": ["b"]}]
TICKS = st.sets(st.sampled_from(["q4", "q5", "q6", "floss"]))
RANK = {level: rank for rank, level in enumerate(Floss)}


class FlossGate(RuleBasedStateMachine):
    """``waits`` is the rule whose sign stands, ``told`` the day it was told."""

    def __init__(self) -> None:
        super().__init__()
        self.person = Person(MemoryStore(SteadyClock(), CountedIds()))
        self.waits = ""
        self.told = date.min

    @property
    def later(self) -> bool:
        return self.person.now.civil > self.told

    @initialize(answers=st.sampled_from(ANSWERS))
    def begin(self, answers: dict[str, object]) -> None:
        self.person.check(**answers)

    @rule(days=st.integers(1, 40))
    def sleep(self, days: int) -> None:
        self.person.sleep(days)

    @rule(sign=st.sampled_from(["N3", "N4", "N4-both"]))
    def tell(self, sign: str) -> None:
        if self.waits == "" or RED.index(sign) > RED.index(self.waits):
            self.waits, self.told = sign, self.person.now.civil
        self.person.tell(sign)

    @rule(mode=st.sampled_from(Mode), answers=st.sampled_from(ANSWERS), seen=st.booleans())
    def check(self, mode: Mode, answers: dict[str, object], seen: bool) -> None:
        flow_seen = seen or mode is not Mode.AGAIN
        done = attempt(lambda: self.person.check(mode, seen=flow_seen, **answers))
        signs = answers.keys() & {"q1", "q2"}
        opens = done and mode is Mode.AGAIN and seen and not signs
        if opens and self.waits.startswith("N4") and self.later:
            self.waits = ""

    @rule(ticks=TICKS)
    def accept(self, ticks: set[str]) -> None:
        cleared = set(self.person.stored.answers.get("clearance", []))
        done = attempt(lambda: self.person.accept(*ticks))
        if done and "floss" in ticks - cleared and self.waits == "N3":
            assert self.later
            self.waits = ""

    @precondition(lambda self: self.waits.startswith("N4"))
    @invariant()
    def red_is_locked_everywhere(self) -> None:
        assert self.person.stored.gate.is_red
        assert self.person.stands in (EntryKind.GATE, EntryKind.DRAFT)
        assert self.person.stage is None

    @precondition(lambda self: self.waits == "N3")
    @invariant()
    def the_floss_stays_out(self) -> None:
        assert self.person.stored.gate is not Gate.GREEN
        plan = self.person.store.plan()
        assert plan is None or plan.floss is Floss.LOCK

    @invariant()
    def a_red_gate_has_no_open_plan(self) -> None:
        check = self.person.store.latest_check()
        if check is not None and check.gate.is_red:
            assert self.person.stage is None
            assert self.person.stands is not EntryKind.READY

    @invariant()
    def a_check_never_lifts_the_floss_over_its_smallest_amount(self) -> None:
        """N6: more comes by the ladder alone."""
        for early, late in pairwise(self.person.store.plans()):
            assert RANK[late.floss] <= max(RANK[early.floss], RANK[Floss.F0])


RED = ["N3", "N4", "N4-both"]


def attempt(step: Callable[[], object]) -> bool:
    """Whether a step was allowed."""
    try:
        step()
    except StillLockedError:
        return False
    return True


FlossGate.TestCase.settings = settings(max_examples=60, stateful_step_count=25, deadline=None)
TestFlossGate = FlossGate.TestCase
