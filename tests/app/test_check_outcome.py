"""What a finished check stores and opens (S4-S6, K2, K5, K16, K17), over the real store."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from coach.app.check_flow import CheckFlow, Mode
from coach.app.check_outcome import EntryKind, StillLockedError, accept, entry, save_progress
from coach.app.ports import Store
from coach.domain.records import Check
from coach.domain.terms import Floss, Gate, Stage, Weekday
from coach.store.opening import open_store
from support.book import real_book
from support.check_answers import calm, walked
from support.check_person import Person
from support.store_builders import CountedIds, SteadyClock, stamp

BOOK = real_book()


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    opened = open_store(tmp_path, SteadyClock(), CountedIds())
    yield opened
    opened.close()


@pytest.fixture
def person(store: Store) -> Person:
    return Person(store)


def stored(store: Store) -> Check:
    check = store.latest_check()
    assert check is not None
    return check


def test_green_opens_the_plan_at_once(person: Person, store: Store) -> None:
    done = person.check()
    assert (done.gate, done.ready) == (Gate.GREEN, True)
    check, plan = stored(store), store.plan()
    assert check.answers == calm()
    assert (check.seconds, check.ruleset_version) == (96, BOOK.rules.version)
    assert plan is not None
    assert (plan.stage, plan.floss, plan.rule) == (Stage.S1, Floss.F1, "G2")
    assert plan.days == (Weekday.MON, Weekday.WED, Weekday.FRI)
    assert plan.reason == BOOK.texts["stage.default"]
    assert plan.check_id == check.id
    assert store.draft() is None
    assert entry(store, BOOK).kind is EntryKind.READY


@pytest.mark.parametrize("changed", [{"q1": ["b"]}, {"q2": ["b"]}, {"q3": True}, {"q4": "d"}])
def test_red_stores_the_check_and_no_plan(
    person: Person, store: Store, changed: dict[str, Any]
) -> None:
    done = person.check(**changed)
    assert done.gate.is_red
    assert not done.ready
    assert store.plan() is None
    assert entry(store, BOOK).kind is EntryKind.GATE
    with pytest.raises(StillLockedError):
        person.accept("q4", "q5", "q6")
    assert store.plan() is None


def test_under_eighteen_stores_nothing(person: Person, store: Store) -> None:
    """K17: the draft is gone too."""
    done = person.check(q7={"age": "<18", "unsteady": False})
    assert (done.gate, done.check) == (Gate.OUT, None)
    assert store.draft() is None
    assert store.latest_check() is None
    assert entry(store, BOOK).kind is EntryKind.WELCOME


def test_amber_waits_until_it_is_understood(person: Person, store: Store) -> None:
    assert not person.check(q4="c").ready
    assert store.plan() is None
    assert entry(store, BOOK).kind is EntryKind.RESULT
    person.accept()
    plan = store.plan()
    assert plan is not None
    assert (plan.stage, plan.floss, plan.rule) == (Stage.S0, Floss.LOCK, "K5")
    assert entry(store, BOOK).kind is EntryKind.READY


def test_a_cleared_sensitive_line_starts_the_floss(person: Person, store: Store) -> None:
    """Worked case 4: F0 after clearance."""
    person.check(q4="c")
    first = stored(store)
    person.accept("q4")
    plan = store.plan()
    assert plan is not None
    assert plan.floss is Floss.F0
    assert stored(store).answers["clearance"] == ["q4"]
    assert stored(store).stamp.utc > first.stamp.utc
    assert plan.check_id == stored(store).id


@pytest.mark.parametrize(
    ("changed", "needed"), [({"q5": True}, "q5"), ({"q6": ["a"]}, "q6"), ({"q6": ["c"]}, "q6")]
)
def test_some_amber_answers_wait_for_a_professional(
    person: Person, store: Store, changed: dict[str, Any], needed: str
) -> None:
    """S4, K1."""
    person.check(**changed)
    with pytest.raises(StillLockedError):
        person.accept()
    with pytest.raises(StillLockedError):
        person.accept("q4")
    assert store.plan() is None
    person.accept(needed)
    assert person.stage is Stage.S0


def test_red_opens_only_by_a_whole_new_check_and_the_tick(person: Person, store: Store) -> None:
    """S5: neither the first kind of check, nor the short one, nor one without the tick."""
    person.check(q1=["e"])
    for mode in (Mode.FIRST, Mode.RECHECK):
        with pytest.raises(StillLockedError):
            person.check(mode)
    red = stored(store)
    flow = walked(CheckFlow(BOOK.intake, mode=Mode.AGAIN), calm())
    assert not flow.finished
    assert stored(store) == red
    assert person.check(Mode.AGAIN).ready
    assert stored(store).answers["seen"] == ["q1"]
    assert entry(store, BOOK).kind is EntryKind.READY


def test_a_strain_that_was_seen_keeps_the_plan_small(person: Person, store: Store) -> None:
    """M-STRAIN: "Q3 answered and since cleared", also over a later red answer."""
    person.check(q3=True)
    person.check(Mode.AGAIN, q1=["a"])
    person.check(Mode.AGAIN, q12={"rating": 3, "side": "left", "training": "regular"})
    assert stored(store).answers["seen"] == ["q1", "q3"]
    assert person.stage is Stage.S1


def test_a_red_recheck_locks_an_open_plan(person: Person, store: Store) -> None:
    """S8; and the plan begins anew, not higher than before."""
    person.check(q12={"rating": 4, "side": "both", "training": "regular"})
    assert person.stage is Stage.S2
    person.check(Mode.RECHECK, q2=["c"])
    plan = store.plan()
    assert plan is not None
    assert (plan.stage, plan.floss, plan.rule) == (None, Floss.LOCK, "S5")
    assert entry(store, BOOK).kind is EntryKind.GATE
    person.check(Mode.AGAIN)
    assert person.stage is Stage.S1


def test_a_calm_recheck_changes_nothing(person: Person, store: Store) -> None:
    person.check(q12={"rating": 4, "side": "both", "training": "regular"})
    before = store.plan()
    person.check(Mode.RECHECK)
    after = store.plan()
    assert before is not None
    assert after is not None
    assert (after.stage, after.floss, after.reason) == (before.stage, before.floss, before.reason)
    assert after.check_id == stored(store).id
    assert stored(store).answers["q12"]["training"] == "regular"


def test_a_new_amber_sign_waits_again(person: Person, store: Store) -> None:
    person.check()
    person.check(Mode.RECHECK, q4="c")
    assert person.stage is None
    assert entry(store, BOOK).kind is EntryKind.RESULT
    person.accept()
    assert person.stage is Stage.S0


def test_an_amber_recheck_without_news_goes_on(person: Person, store: Store) -> None:
    person.check(q4="c")
    person.accept("q4")
    assert person.check(Mode.RECHECK, q4="c").ready
    plan = store.plan()
    assert plan is not None
    assert plan.floss is Floss.F0


def test_clearance_of_the_leg_ends_with_another_feeling(person: Person, store: Store) -> None:
    person.check(q4="c")
    person.accept("q4")
    person.check(Mode.RECHECK, q4="a")
    assert stored(store).answers["clearance"] == []


def test_an_unfinished_check_comes_first(person: Person, store: Store) -> None:
    person.check()
    flow = CheckFlow(BOOK.intake, mode=Mode.RECHECK, kept=stored(store).answers).press(0, 5).next()
    save_progress(store, flow, 12)
    found = entry(store, BOOK)
    assert found.kind is EntryKind.DRAFT
    assert found.flow is not None
    assert (found.flow.mode, found.flow.screen, found.flow.seconds) == (Mode.RECHECK, 1, 12)
    assert found.flow.kept == calm()


def test_a_draft_left_by_a_crash_does_not_ask_again(person: Person, store: Store) -> None:
    """The check was stored, the app died before the draft was erased."""
    flow = walked(CheckFlow(BOOK.intake), calm(q1=["a"]))
    person.check(q1=["a"])
    save_progress(store, flow, 60)
    assert entry(store, BOOK).kind is EntryKind.GATE


def test_a_result_that_another_check_has_overtaken_opens_nothing(
    person: Person, store: Store
) -> None:
    """K16: the newest gate stands, whatever is still on the screen."""
    person.check(q4="c")
    old = stored(store)
    person.check(Mode.RECHECK, q1=["e"])
    for ticks in ((), ("q4",)):
        with pytest.raises(StillLockedError):
            accept(store, BOOK, old, ticks, person.now, person.ids)
    assert entry(store, BOOK).kind is EntryKind.GATE


def test_a_clock_set_back_does_not_hide_a_red_answer(person: Person, store: Store) -> None:
    """K16: the later answer stands, also where the clock tells an earlier time."""
    person.minutes = 500_000
    person.check()
    person.minutes = 0
    person.check(Mode.RECHECK, q1=["e"])
    assert entry(store, BOOK).kind is EntryKind.GATE
    assert person.stage is None
    assert stored(store).stamp.civil == person.now.civil


@pytest.mark.parametrize("answers", [{"q1": ["e"]}, {"q4": "c"}])
def test_a_lock_that_was_cut_off_counts_as_one(
    person: Person, store: Store, answers: dict[str, Any]
) -> None:
    """X4: the check was stored and the app died before the plan was locked."""
    person.check(q12={"rating": 4, "side": "both", "training": "regular"})
    opened = person.plan
    person.check(Mode.RECHECK, **answers)
    again = replace(opened, id=person.ids(), stamp=person.plan.stamp)
    store.add_plan(again)
    assert person.stage is Stage.S2
    if "q4" in answers:
        person.accept()
        assert (person.stage, person.plan.floss) == (Stage.S0, Floss.LOCK)
    else:
        person.check(Mode.AGAIN)
        assert (person.stage, person.plan.floss) == (Stage.S1, Floss.F0)


def test_weight_goes_on_over_a_calm_check(person: Person, store: Store) -> None:
    """R2."""
    person.check()
    heavy = {"id": person.ids(), "stamp": stamp(15), "stage": Stage.S3, "load_kg": 4}
    store.add_plan(replace(person.plan, **heavy))
    person.minutes = 20
    person.check(Mode.RECHECK)
    assert (person.stage, person.plan.load_kg) == (Stage.S3, 4)
    person.check(Mode.RECHECK, q4="c")
    person.accept()
    assert (person.stage, person.plan.load_kg) == (Stage.S0, None)


def test_a_check_that_was_begun_before_red_is_not_gone_on_with(
    person: Person, store: Store
) -> None:
    """S5: it could not open the plan."""
    person.check(q1=["e"])
    save_progress(store, CheckFlow(BOOK.intake).press(0, 5).next(), 12)
    assert entry(store, BOOK).kind is EntryKind.GATE
    save_progress(store, CheckFlow(BOOK.intake, mode=Mode.AGAIN).press(0, 5).next(), 12)
    assert entry(store, BOOK).kind is EntryKind.DRAFT


def test_a_whole_check_keeps_what_was_cleared_and_is_told_again(
    person: Person, store: Store
) -> None:
    """S6: nobody starts at the bottom again every ninety days for the same answer."""
    person.check(q5=True)
    person.accept("q5")
    person.sleep(90)
    done = person.check(q5=True)
    assert (done.gate, done.ready) == (Gate.AMBER, True)
    assert stored(store).answers["clearance"] == ["q5"]


def test_a_whole_check_asks_anew_about_what_has_changed(person: Person, store: Store) -> None:
    """S6: another answer waits for its own tick."""
    person.check(q6=["a"])
    person.accept("q6")
    person.sleep(90)
    done = person.check(q6=["a", "c"])
    assert (done.gate, done.ready) == (Gate.AMBER, False)
    assert entry(store, BOOK).kind is EntryKind.RESULT
    person.accept("q6")
    assert entry(store, BOOK).kind is EntryKind.READY
