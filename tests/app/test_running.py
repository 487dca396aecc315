"""Sessions begun, written down and taken up, against a real store."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from coach.app import running
from coach.app.preferences import save_preference
from coach.app.running import LockedError, Prepared, SessionBegin, SessionEnd, timeline_of
from coach.domain.dose import Pace
from coach.domain.plan import DayPlan
from coach.domain.reason import reason
from coach.domain.records import RatingKind, SessionLog, SessionStatus, SetStatus
from coach.domain.session import RunStage
from coach.domain.session_facts import (
    AnswerCheck,
    Command,
    Fact,
    GiveEffort,
    PauseReason,
    Report,
    TellAftermath,
    TellStrength,
)
from coach.domain.session_pace import with_own_pace
from coach.domain.terms import DayKind, Discomfort, Effort, Gate, Side, Weekday
from coach.domain.tingling import Aftermath, Strength
from coach.store.opening import open_store
from coach.store.sql_store import SqlStore
from support.book import CALM, plan_for, real_book
from support.sessions import Run
from support.store_builders import CountedIds, SteadyClock, check, plan, stamp

MONDAY = plan_for().day(Weekday.MON)
IDS = CountedIds()


@pytest.fixture
def store(tmp_path: Path) -> Iterator[SqlStore]:
    """A log in which a calm readiness check has opened the plan."""
    opened = open_store(tmp_path, SteadyClock(), IDS)
    checked = replace(check(), answers=CALM)
    opened.add_check(checked)
    opened.add_plan(plan(checked))
    yield opened
    opened.close()


def prepared(store: SqlStore, day: DayPlan = MONDAY) -> Prepared:
    return running.prepare(store, real_book(), day, stamp(), IDS)


def begun(of: Prepared) -> Run:
    run = Run(of.state(0.0))
    run.do(AnswerCheck(something_new=False))
    return run


def keep(store: SqlStore, facts: list[Fact], of: Prepared) -> None:
    for record in running.records(facts, of, stamp(), IDS):
        running.write(store, record)


def taken_up(store: SqlStore) -> Prepared:
    found = store.open_session()
    assert found is not None
    return running.take_up(store, real_book(), found, stamp())


def last(store: SqlStore) -> SessionLog:
    return store.sessions()[-1]


def test_a_day_compiles_into_its_session(store: SqlStore) -> None:
    ready = prepared(store)
    assert ready.timeline.total_ms == MONDAY.planned_ms
    assert ready.session.plan["template"] == "full"
    assert ready.session.plan["stage"] == "S1"
    assert ready.session.ruleset_version == real_book().rules.version


def test_nothing_is_written_before_the_question_is_answered(store: SqlStore) -> None:
    ready = prepared(store)
    assert store.open_session() is None
    run = Run(ready.state(0.0))
    run.do(AnswerCheck(something_new=True))
    assert running.records(run.facts, ready, stamp(), IDS) == ()


def test_facts_become_records_in_their_order(store: SqlStore) -> None:
    ready = prepared(store)
    run = begun(ready)
    run.until(70)
    run.do(Report(Discomfort.SHARP))
    kinds = [type(r).__name__ for r in running.records(run.facts, ready, stamp(), IDS)]
    told = ["DiscomfortLog", "Decision"]
    assert kinds == ["SessionBegin", "SetLog", *told, "SetLog", "SetLog"]


def test_a_whole_session_is_in_the_log(store: SqlStore) -> None:
    ready = prepared(store)
    run = begun(ready)
    run.until(208)
    run.do(GiveEffort(Effort.EASY))
    run.wait(400)
    run.do(GiveEffort(Effort.FINE, item=2))
    run.do(Command.FINISH)
    keep(store, run.facts, ready)
    log = last(store)
    assert log.status is SessionStatus.FINISHED
    assert [entry.block for entry in log.sets] == list(range(7))
    assert {entry.item: entry.effort for entry in log.efforts} == {
        0: Effort.EASY,
        1: Effort.NOT_GIVEN,
        2: Effort.FINE,
    }


def test_a_killed_session_goes_on_at_its_set(store: SqlStore) -> None:
    ready = prepared(store)
    run = begun(ready)
    run.until(150)
    keep(store, run.facts, ready)
    again = taken_up(store)
    assert again.timeline == ready.timeline
    assert running.next_set(again.session, real_book()) == 3
    second = begun(again)
    assert second.state.timeline.at(int(second.position_ms)).kind == "rest"
    second.wait(6)
    block = second.state.block(second.clock_ms)
    assert block is not None
    assert (block.index, block.set) == (2, 3)
    assert not any(
        isinstance(r, SessionBegin) for r in running.records(second.facts, again, stamp(), IDS)
    )


def test_a_pace_of_its_own_comes_back_with_the_session(store: SqlStore) -> None:
    save_preference(store, "exhale_ms", 8000)
    ready = prepared(store)
    keep(store, begun(ready).facts, ready)
    save_preference(store, "exhale_ms", 6000)
    assert taken_up(store).timeline.total_ms == ready.timeline.total_ms > MONDAY.planned_ms


def test_sides_alternate(store: SqlStore) -> None:
    """R4."""
    sides = []
    for _ in range(3):
        ready = prepared(store)
        sides.append(ready.session.plan["first_side"])
        run = begun(ready)
        run.until(70)
        run.do(Command.STOP)
        run.do(Command.FINISH)
        keep(store, run.facts, ready)
    assert sides == [Side.LEFT, Side.RIGHT, Side.LEFT]


def test_locked_is_locked(store: SqlStore) -> None:
    """S5, K16."""
    ready = prepared(store)
    keep(store, begun(ready).facts, ready)
    red = {**CALM, "q2": ["c"]}
    store.add_check(replace(check(Gate.RED_SOON), answers=red))
    with pytest.raises(LockedError):
        prepared(store)
    with pytest.raises(LockedError):
        taken_up(store)


def test_a_day_of_rest_has_no_session(store: SqlStore) -> None:
    with pytest.raises(ValueError, match="rest"):
        prepared(store, DayPlan(Weekday.SUN, DayKind.REST))


def test_an_open_session_can_be_finished_or_discarded(store: SqlStore) -> None:
    for end, status in (
        (running.finish, SessionStatus.STOPPED),
        (running.discard, SessionStatus.DISCARDED),
    ):
        ready = prepared(store)
        keep(store, begun(ready).facts, ready)
        end(store, stamp())
        assert store.open_session() is None
        found = [s.status for s in store.sessions() if s.id == ready.session.id]
        assert found == ([] if status is SessionStatus.DISCARDED else [status])


def test_a_new_session_ends_the_one_left_half_way(store: SqlStore) -> None:
    first, second = prepared(store), prepared(store)
    keep(store, begun(first).facts, first)
    keep(store, begun(second).facts, second)
    assert {s.id: s.status for s in store.sessions()} == {
        first.session.id: SessionStatus.STOPPED,
        second.session.id: SessionStatus.ACTIVE,
    }


def test_the_rating_after_stands_apart(store: SqlStore) -> None:
    """K3."""
    ready = prepared(store)
    keep(store, begun(ready).facts, ready)
    rating = running.after_rating(ready.session.id, stamp(), IDS, 3, None)
    assert rating is not None
    running.write(store, rating)
    assert store.ratings(RatingKind.AFTER) == [rating]
    assert store.ratings(RatingKind.DAILY) == []
    assert running.after_rating(ready.session.id, stamp(), IDS, None, None) is None


def test_what_was_decided_is_kept_with_its_sentence(store: SqlStore) -> None:
    """X2: the rule, the sentence as it was shown, and what it was about."""
    ready = prepared(store)
    run = begun(ready)
    run.until(250)
    run.do(Report(Discomfort.SHARP))
    keep(store, run.facts, ready)
    (kept,) = store.decisions()
    assert (kept.rule, kept.text) == ("E2", "effort.sharp")
    assert kept.reason == real_book().texts["effort.sharp"]
    assert (kept.session_id, kept.ruleset_version) == (ready.session.id, real_book().rules.version)
    assert kept.detail == {
        "exercise": "hip_flexor_release",
        "item": 1,
        "side": "left",
        "position_ms": 250_000,
    }


def test_what_is_fine_is_no_decision(store: SqlStore) -> None:
    ready = prepared(store)
    run = begun(ready)
    run.until(208)
    run.do(GiveEffort(Effort.FINE))
    keep(store, run.facts, ready)
    assert store.decisions() == []


def test_both_taps_after_tingling_are_kept(store: SqlStore) -> None:
    """N1-N3: with the side of the set, and the key that they answer."""
    ready = prepared(store)
    run = begun(ready)
    run.until(250)
    run.do(Report(Discomfort.TINGLING))
    run.do(TellStrength(Strength.CLEAR), 5)
    run.do(TellAftermath(Aftermath.GONE), 30)
    keep(store, run.facts, ready)
    (told,) = store.floss_told()
    (key,) = store.discomforts(Discomfort.TINGLING)
    assert (told.discomfort_id, told.session_id) == (key.id, ready.session.id)
    assert (told.strength, told.lasted_s, told.side) == (4, 35, Side.LEFT)
    assert [one.rule for one in store.decisions()] == ["E2", "N2"]


def test_no_answer_leaves_nothing_behind(store: SqlStore) -> None:
    """X4: the key alone counts as the worse."""
    ready = prepared(store)
    run = begun(ready)
    run.until(250)
    run.do(Report(Discomfort.TINGLING))
    run.do(Command.SKIP, 5)
    keep(store, run.facts, ready)
    assert store.floss_told() == []
    assert [one.rule for one in store.decisions()] == ["E2", "X4"]


def test_an_answer_of_a_discarded_session_is_dropped(store: SqlStore) -> None:
    ready = prepared(store)
    run = begun(ready)
    run.until(250)
    keep(store, [*run.facts, *run.do(Report(Discomfort.TINGLING))], ready)
    running.discard(store, stamp())
    run.do(TellStrength(Strength.CLEAR))
    keep(store, run.do(TellAftermath(Aftermath.GONE)), ready)
    assert store.floss_told() == []


def test_a_question_left_open_comes_again_with_the_session(store: SqlStore) -> None:
    ready = prepared(store)
    run = begun(ready)
    run.until(250)
    run.do(Report(Discomfort.TINGLING))
    keep(store, run.facts, ready)
    second = begun(taken_up(store))
    assert second.state.pause is PauseReason.TINGLING
    second.do(TellStrength(Strength.LITTLE))
    keep(store, second.do(TellAftermath(Aftermath.GONE)), ready)
    assert begun(taken_up(store)).state.tingling is None


def test_a_session_keeps_why_it_is_as_it_is(store: SqlStore) -> None:
    """X2."""
    texts = real_book().texts
    why = [reason("E1", "effort.easier_next")]
    assert running.told_reasons(why, texts) == [{"rule": "E1", "text": texts["effort.easier_next"]}]
    assert prepared(store).session.plan["why"] == []


def test_every_record_may_be_written_twice(store: SqlStore) -> None:
    """A write that was not confirmed is tried again."""
    ready = prepared(store)
    run = begun(ready)
    run.until(70)
    run.do(Report(Discomfort.SHARP))
    found = [*running.records(run.facts, ready, stamp(), IDS)]
    rating = running.after_rating(ready.session.id, stamp(), IDS, 3, 4)
    assert rating is not None
    found += [rating, SessionEnd(ready.session.id, SessionStatus.FINISHED, stamp())]
    for record in found:
        running.write(store, record)
        running.write(store, record)
    log = last(store)
    assert (len(log.sets), len(log.discomforts), log.status) == (3, 1, SessionStatus.FINISHED)


def test_a_resumed_whole_session_waits_at_its_rating(store: SqlStore) -> None:
    ready = prepared(store)
    run = begun(ready)
    run.wait(700)
    keep(store, run.facts, ready)
    assert begun(taken_up(store)).state.stage is RunStage.RATING


def test_reps_wait_where_the_preferences_say_so(store: SqlStore) -> None:
    assert prepared(store).state(0.0).own_pace == frozenset()
    save_preference(store, "own_pace", True)
    of = prepared(store)
    assert of.state(0.0).own_pace == of.timeline.tempo_items != frozenset()
    run = begun(of)
    run.wait(60)
    keep(store, run.facts, of)
    assert taken_up(store).state(0.0).own_pace == of.timeline.tempo_items


def test_the_same_session_at_another_breath(store: SqlStore) -> None:
    of = prepared(store)
    slow = timeline_of(of.session, real_book(), Pace(5_000, 7_000))
    assert of.pace == Pace()
    assert len(slow.phases) == len(of.timeline.phases)
    assert slow.total_ms > of.timeline.total_ms
    assert [b.reps for b in slow.blocks] == [b.reps for b in of.timeline.blocks]


def test_reps_at_ones_own_pace_are_in_the_log(store: SqlStore) -> None:
    """The waiting leaves no entry; a set that is left keeps the reps that were counted."""
    of = prepared(store)
    run = Run(with_own_pace(of.state(0.0), of.timeline.tempo_items))
    run.do(AnswerCheck(something_new=False))
    deadlift = next(b for b in of.timeline.blocks if b.item in of.timeline.tempo_items)
    run.until(deadlift.start_ms / 1000)
    for _ in range(3):
        run.wait(30)
        run.do(Command.COUNT)
    run.do(Command.SKIP, 1)
    keep(store, run.facts, of)
    entry = last(store).sets[-1]
    assert (entry.block, entry.reps_done, entry.status) == (deadlift.index, 3, SetStatus.SKIPPED)
