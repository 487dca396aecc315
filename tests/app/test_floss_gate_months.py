"""Tingling over weeks, from the key in the session to the gate and back (worked case 11, N2-N4)."""

from __future__ import annotations

import pytest

from coach.app.adapting import adapt
from coach.app.check_flow import Mode
from coach.app.check_outcome import EntryKind
from coach.domain.decisions import FlossTold
from coach.domain.records import DiscomfortLog, SessionStatus
from coach.domain.terms import Discomfort, Floss, Gate, Side, Stage
from coach.store.memory_store import MemoryStore
from support.check_person import BOOK, Person
from support.store_builders import CountedIds, SteadyClock, session


class Flosser(Person):
    """Does a session each time something is told, and the app follows the log."""

    def __init__(self) -> None:
        self.ids = CountedIds()
        super().__init__(MemoryStore(SteadyClock(), self.ids))
        self.check()

    def tingle(
        self, strength: int = 4, lasted_s: int = 180, *, numb: bool = False, side: Side = Side.LEFT
    ) -> None:
        log = session(self.now, SessionStatus.FINISHED)
        self.store.begin_session(log)
        key = DiscomfortLog(
            self.ids(), log.id, self.now, Discomfort.TINGLING, 0, "nerve_floss", side, 60_000
        )
        self.store.add_discomfort(key)
        told = FlossTold(
            self.ids(), log.id, key.id, self.now, strength, lasted_s, numb=numb, side=side
        )
        self.store.add_floss_told(told)
        self.adapt()

    def adapt(self) -> None:
        self.minutes += 1
        adapt(self.store, BOOK, self.now, self.ids)

    def wake(self, days: int = 1) -> None:
        self.sleep(days)
        self.adapt()


@pytest.fixture
def person() -> Flosser:
    return Flosser()


def test_worked_case_eleven(person: Flosser) -> None:
    """N2 locks for seven days; the second within 28 days is N3: amber, and consult message C3."""
    person.tingle()
    assert (person.plan.floss, person.plan.rule) == (Floss.LOCK, "N2")
    assert person.stands is EntryKind.READY
    person.wake(7)
    assert person.plan.floss is Floss.LOCK
    person.wake()
    assert person.plan.floss is Floss.F0
    person.wake()
    person.tingle()
    assert person.stored.gate is Gate.AMBER
    assert person.stands is EntryKind.RESULT
    assert person.stage is None
    assert any(d.text == "consult.c3_floss" for d in person.store.decisions())
    person.accept()
    person.adapt()
    assert (person.plan.stage, person.plan.floss) == (Stage.S0, Floss.LOCK)


def test_after_the_tick_the_lock_of_seven_days_is_kept(person: Flosser) -> None:
    """N2 and N3 together: the stricter one holds."""
    person.tingle()
    person.wake(10)
    person.tingle()
    person.accept()
    person.wake(2)
    person.accept("floss")
    person.adapt()
    assert person.plan.floss is Floss.LOCK
    person.wake(6)
    assert person.plan.floss is Floss.F0
    assert person.stored.answers["clearance"] == ["floss"]


def test_without_the_tick_it_never_comes_back(person: Flosser) -> None:
    person.tingle()
    person.wake(10)
    person.tingle()
    person.accept()
    for _ in range(6):
        person.wake(20)
        person.check()
        person.adapt()
        assert person.plan.floss is Floss.LOCK
        assert person.stored.gate is Gate.AMBER


def test_a_third_time_asks_for_another_tick(person: Flosser) -> None:
    person.tingle()
    person.wake(10)
    person.tingle()
    person.accept()
    person.wake(10)
    person.accept("floss")
    person.wake()
    assert person.plan.floss is Floss.F0
    person.tingle()
    assert person.stands is EntryKind.RESULT
    assert person.stored.answers["clearance"] == []


@pytest.mark.parametrize("both", [False, True])
def test_numbness_and_both_legs_are_red_until_the_check_of_a_later_day(
    person: Flosser, both: bool
) -> None:
    """N4, S5."""
    if both:
        person.tingle(side=Side.LEFT)
        person.tingle(side=Side.RIGHT)
    else:
        person.tingle(numb=True, lasted_s=3_600)
    assert person.stored.gate is (Gate.RED_NOW if both else Gate.RED_SOON)
    person.wake(3)
    assert person.stands is EntryKind.GATE
    assert person.check(Mode.AGAIN).ready
    person.adapt()
    assert person.stands is EntryKind.READY
    assert person.stored.gate is Gate.GREEN
    assert person.plan.floss is Floss.LOCK
    person.wake(10)
    assert person.plan.floss is Floss.F0
