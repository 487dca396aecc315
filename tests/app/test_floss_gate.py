"""Tingling that was told locks the plan, and what opens it again (N3, N4, S5, S6, K5, K16)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from coach.app.answer_sheet import answer_sheet
from coach.app.check_carried import carried
from coach.app.check_flow import CheckFlow, Mode
from coach.app.check_outcome import (
    EntryKind,
    StillLockedError,
    clearance_waits,
    entry,
    raise_floss_gate,
    save_progress,
)
from coach.app.check_views import gate_view, result_view
from coach.app.ports import Store
from coach.domain.floss_events import FlossRule, Trouble
from coach.domain.gates import clearance_day
from coach.domain.terms import Floss, Gate, Stage
from coach.store.opening import open_store
from support.check_person import BOOK, Person
from support.store_builders import CountedIds, SteadyClock
from support.word_rules import forbidden_words


@pytest.fixture
def person(tmp_path: Path) -> Iterator[Person]:
    store: Store = open_store(tmp_path, SteadyClock(), CountedIds())
    yield Person(store)
    store.close()


def trained(person: Person) -> None:
    """An open plan at S2."""
    person.check(q12={"rating": 4, "side": "both", "training": "regular"})
    person.sleep(20)


def test_worked_case_eleven_ends_in_a_gentle_plan_without_floss(person: Person) -> None:
    """N3: outcome AMBER; it waits to be understood, then S0 with the floss locked (K5)."""
    trained(person)
    check = person.tell("N3")
    assert (check.gate, check.answers["floss"]) == (Gate.AMBER, "N3")
    assert person.stands is EntryKind.RESULT
    locked = person.plan
    assert (locked.stage, locked.floss, locked.rule) == (None, Floss.LOCK, "N3")
    assert locked.reason == BOOK.texts["floss.removed"]
    assert person.accept().ready
    assert person.stands is EntryKind.READY
    assert (person.plan.stage, person.plan.floss) == (Stage.S0, Floss.LOCK)


@pytest.mark.parametrize(("sign", "gate"), [("N4", Gate.RED_SOON), ("N4-both", Gate.RED_NOW)])
def test_numbness_that_stays_is_red_at_once(person: Person, sign: str, gate: Gate) -> None:
    """N4."""
    trained(person)
    assert person.tell(sign).gate is gate
    assert person.stands is EntryKind.GATE
    assert (person.stage, person.plan.floss, person.plan.rule) == (None, Floss.LOCK, "N4")
    with pytest.raises(StillLockedError):
        person.accept("floss", "q4", "q5", "q6")
    for mode in (Mode.FIRST, Mode.RECHECK):
        with pytest.raises(StillLockedError):
            person.check(mode)
    assert person.stands is EntryKind.GATE


def test_the_same_is_not_told_twice(person: Person) -> None:
    trained(person)
    told = person.tell("N3")
    assert person.tell("N3") == told
    worse = person.tell("N4")
    assert worse.gate is Gate.RED_SOON
    assert person.tell("N3") == worse
    assert len(person.store.checks()) == 3


def test_there_is_nothing_to_lock_before_the_first_check(person: Person) -> None:
    removal = Trouble(person.now.civil, FlossRule.N3)
    with pytest.raises(LookupError):
        raise_floss_gate(person.store, BOOK, person.now, person.ids, removal)


def test_the_floss_returns_with_the_tick_of_a_later_day(person: Person) -> None:
    """N3: "returns only with clearance tick"; on the same day nobody can have looked."""
    trained(person)
    person.tell("N3")
    assert clearance_waits(person.store, person.now)
    with pytest.raises(StillLockedError):
        person.accept("floss")
    person.accept()
    person.sleep()
    assert not clearance_waits(person.store, person.now)
    person.accept("floss")
    assert (person.plan.floss, person.plan.reason) == (
        Floss.F0,
        BOOK.texts["floss_level.f0"],
    )
    assert person.stored.gate is Gate.AMBER
    assert clearance_day(person.store.checks()) == person.now.civil


def test_no_check_replaces_the_tick(person: Person) -> None:
    """Neither the signs alone, nor a whole check, nor one after a red outcome."""
    trained(person)
    person.tell("N3")
    person.accept()
    person.sleep()
    assert person.check(Mode.RECHECK).ready
    person.sleep()
    assert person.check().gate is Gate.AMBER
    person.check(Mode.RECHECK, q1=["e"])
    assert person.stored.answers["floss"] == "N3"
    person.sleep()
    assert person.check(Mode.AGAIN).gate is Gate.AMBER
    assert person.stored.answers["floss"] == "N3"
    person.accept()
    assert person.plan.floss is Floss.LOCK
    assert clearance_day(person.store.checks()) is None


def test_after_the_tick_the_next_whole_check_decides_again(person: Person) -> None:
    """S6: amber until then, also over the signs alone; the floss goes on with its smallest."""
    trained(person)
    person.tell("N3")
    person.sleep()
    person.accept("floss")
    assert person.check(Mode.RECHECK).gate is Gate.AMBER
    assert person.plan.floss is Floss.F0
    person.sleep(90)
    assert person.check().gate is Gate.GREEN
    assert "floss" not in person.stored.answers
    assert person.plan.floss is Floss.F0


def test_new_tingling_needs_a_new_tick(person: Person) -> None:
    trained(person)
    person.tell("N3")
    person.sleep()
    person.accept("floss")
    person.sleep(5)
    assert person.tell("N3").answers["clearance"] == []
    assert person.stands is EntryKind.RESULT
    person.accept()
    assert person.plan.floss is Floss.LOCK


def test_red_opens_by_the_whole_check_of_a_later_day(person: Person) -> None:
    """S5: the day of that check counts as the clearance, and the floss begins anew."""
    trained(person)
    person.tell("N4")
    assert not person.check(Mode.AGAIN).ready
    assert person.stands is EntryKind.GATE
    person.sleep()
    assert person.check(Mode.AGAIN).ready
    assert "floss" not in person.stored.answers
    assert person.stored.answers["seen"] == ["floss"]
    assert clearance_day(person.store.checks()) == person.now.civil
    assert (person.stage, person.plan.floss) == (Stage.S1, Floss.F0)


def test_a_red_answer_keeps_what_was_told(person: Person) -> None:
    """N4 stays while the new check finds other red answers."""
    trained(person)
    person.tell("N4")
    person.sleep()
    person.check(Mode.AGAIN, q1=["a"])
    assert person.stored.answers == {"q1": ["a"], "floss": "N4", "seen": ["floss"]}
    person.sleep()
    assert person.check(Mode.AGAIN).ready


def test_a_check_begun_before_cannot_be_finished_over_it(person: Person) -> None:
    """What was told meanwhile joins the check; after N4 only the one of S5 goes on."""
    trained(person)
    flow = CheckFlow(BOOK.intake, mode=Mode.RECHECK, kept=person.stored.answers)
    save_progress(person.store, flow.press(0, 5).next(), 12)
    person.tell("N3")
    found = entry(person.store, BOOK)
    assert found.kind is EntryKind.DRAFT
    assert person.check(Mode.RECHECK).gate is Gate.AMBER
    save_progress(person.store, flow.press(0, 5).next(), 12)
    person.tell("N4")
    assert person.stands is EntryKind.GATE


@pytest.mark.parametrize("answers", [{}, {"q4": "c"}])
def test_a_lock_of_the_floss_outlives_a_calm_check(person: Person, answers: dict[str, Any]) -> None:
    """N2: seven days are seven days, whatever is answered meanwhile."""
    person.check(**answers)
    person.accept("q4")
    assert person.plan.floss is not Floss.LOCK
    person.sleep()
    locked = replace(person.plan, id=person.ids(), stamp=person.now, floss=Floss.LOCK, rule="N2")
    person.store.add_plan(locked)
    person.check(Mode.RECHECK, **answers)
    assert (person.stage, person.plan.floss) == (locked.stage, Floss.LOCK)


def test_a_red_recheck_keeps_on_record_what_was_cleared(person: Person) -> None:
    trained(person)
    person.tell("N3")
    person.sleep()
    person.accept("floss")
    person.check(Mode.RECHECK, q1=["a"])
    kept = {"floss": "N3", "clearance": ["floss"], "seen": [], "whole": "2026-03-02"}
    assert person.stored.answers == {"q1": ["a"], **kept}


@pytest.mark.parametrize("mode", [Mode.FIRST, Mode.RECHECK])
def test_only_the_check_of_s5_leaves_a_red_sign_behind(person: Person, mode: Mode) -> None:
    trained(person)
    person.tell("N4")
    person.sleep()
    checks, today = person.store.checks(), person.now.civil
    assert carried(CheckFlow(BOOK.intake, mode=mode), checks, today, BOOK)["floss"] == "N4"
    assert "floss" not in carried(
        CheckFlow(BOOK.intake, mode=Mode.AGAIN, seen=True), checks, today, BOOK
    )


def test_the_result_offers_the_tick_from_tomorrow_on(person: Person) -> None:
    trained(person)
    check = person.tell("N3")
    today = result_view(check.answers, BOOK, waits=True)
    assert [(c.question, c.required, c.waits) for c in today.clearances] == [("floss", False, True)]
    assert (today.locked, today.gate) == (False, Gate.AMBER)
    assert today.stage == "Stage 0 · Settle"
    assert BOOK.texts["floss_level.locked"] in today.week
    assert not result_view(check.answers, BOOK).clearances[0].waits
    ticked = result_view(check.answers, BOOK, ("floss",))
    assert BOOK.texts["floss_level.f0"] in ticked.week


def test_the_gate_offers_a_new_check_from_tomorrow_on(person: Person) -> None:
    trained(person)
    view = gate_view(person.tell("N4"), BOOK, "", waits=True)
    assert (view.can_check_again, view.waits) == (False, True)
    assert [f.text for f in view.findings] == [BOOK.texts["gate_floss.n4"]]
    assert gate_view(person.stored, BOOK, "").can_check_again


def test_the_sheet_names_what_was_told(person: Person) -> None:
    trained(person)
    person.tell("N3")
    row = answer_sheet(person.stored, BOOK).rows[-1]
    assert (row.number, row.answers) == (13, (BOOK.texts["gate_floss.n3"],))
    person.sleep()
    person.accept("floss")
    row = answer_sheet(person.stored, BOOK).rows[-1]
    assert row.answers[1] == BOOK.texts["gate_floss.cleared"]
    assert forbidden_words(" ".join((row.question, *row.answers))) == []
