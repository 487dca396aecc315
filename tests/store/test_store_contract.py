"""What every store does alike: the one in SQLite and the one in memory."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from types import MappingProxyType
from uuid import uuid4

import pytest
from sqlalchemy.exc import IntegrityError

from coach.app.ports import Store
from coach.domain.decisions import Answer, TickKind
from coach.domain.records import RatingKind, SessionLog, SessionStatus
from coach.domain.terms import Discomfort, Effort, Gate, Side, Stage
from coach.store.memory_store import MemoryStore
from coach.store.opening import open_store
from support import store_builders as build
from support.store_builders import CountedIds, SteadyClock, stamp

KINDS = ("file", "memory")
DAY_MIN = 24 * 60
REFUSED = (IntegrityError, LookupError)
"""What refers to nothing is a fault of the program; the file tells it in its own way."""


def make(kind: str, folder: Path) -> Store:
    if kind == "memory":
        return MemoryStore(SteadyClock(), CountedIds())
    return open_store(folder / "log", SteadyClock(), CountedIds())


@pytest.fixture(params=KINDS)
def any_store(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Store]:
    store = make(request.param, tmp_path)
    yield store
    store.close()


def begun(store: Store, minutes: float = 0) -> SessionLog:
    session = build.session(stamp(minutes))
    store.begin_session(session)
    return session


def test_nothing_is_there_at_first(any_store: Store) -> None:
    assert (any_store.draft(), any_store.latest_check(), any_store.plan()) == (None, None, None)
    assert any_store.open_session() is None
    lists: list[Sequence[object]] = [any_store.plans(), any_store.sessions(), any_store.checks()]
    lists += [any_store.ticks(), any_store.decisions(), any_store.notices, any_store.floss_told()]
    lists += [any_store.ratings(kind) for kind in RatingKind]
    lists += [any_store.discomforts(kind) for kind in Discomfort]
    assert [list(found) for found in lists] == [[]] * len(lists)
    assert any_store.settings() == {}


def test_settings_are_told_by_name(any_store: Store) -> None:
    for key, value in (("theme", "dark"), ("pace", "slow"), ("theme", "light")):
        any_store.save_setting(key, value)
    assert list(any_store.settings().items()) == [("pace", "slow"), ("theme", "light")]


def test_settings_are_told_as_they_were(any_store: Store) -> None:
    any_store.save_setting("theme", "dark")
    before = any_store.settings()
    any_store.save_setting("theme", "light")
    assert before == {"theme": "dark"}


def test_a_draft_is_replaced_and_erased(any_store: Store) -> None:
    any_store.save_draft(build.draft(3))
    any_store.save_draft(build.draft(4))
    assert any_store.draft() == build.draft(4)
    any_store.save_draft(None)
    assert any_store.draft() is None


def test_a_later_change_of_the_callers_answers_is_not_kept(any_store: Store) -> None:
    answers = {"q1": ["none"]}
    any_store.save_draft(replace(build.draft(), answers=answers))
    answers["q1"].append("more")
    found = any_store.draft()
    assert found is not None
    assert found.answers == {"q1": ["none"]}


def test_answers_come_back_as_plain_data(any_store: Store) -> None:
    given = MappingProxyType({"q1": ("a", Side.LEFT), "q2": {"x": (1, 2)}})
    any_store.add_check(replace(build.check(), answers=given))
    found = any_store.latest_check()
    assert found is not None
    assert found.answers == {"q1": ["a", "left"], "q2": {"x": [1, 2]}}


def test_answers_that_no_file_can_keep_are_refused(any_store: Store) -> None:
    checked = replace(build.check(), answers={"day": date(2026, 3, 2)})
    with pytest.raises(Exception, match="not JSON serializable"):
        any_store.add_check(checked)
    assert any_store.latest_check() is None


def test_the_newest_check_stands(any_store: Store) -> None:
    """An older green check never opens a newer red one (S5)."""
    red, green = build.check(Gate.RED_SOON, stamp(60)), build.check(Gate.GREEN, stamp(0))
    for one in (red, green, red):
        any_store.add_check(one)
    assert any_store.latest_check() == red


@pytest.mark.parametrize("other", [gate for gate in Gate if gate is not Gate.RED_NOW])
def test_of_two_checks_at_one_instant_the_worse_gate_stands(any_store: Store, other: Gate) -> None:
    worse, better = build.check(Gate.RED_NOW), build.check(other)
    any_store.add_check(worse)
    any_store.add_check(better)
    assert any_store.latest_check() == worse
    assert list(any_store.checks()) == [better, worse]


def test_every_check_is_told_oldest_first(any_store: Store) -> None:
    late, early = build.check(Gate.GREEN, stamp(9)), build.check(Gate.RED_SOON, stamp(1))
    for one in (late, early, late):
        any_store.add_check(one)
    assert list(any_store.checks()) == [early, late]
    changed = replace(late, seconds=5)
    any_store.add_check(changed)
    assert list(any_store.checks()) == [early, changed]


def test_plans_are_told_oldest_first(any_store: Store) -> None:
    checked = build.check()
    late, early = build.plan(checked, stamp(9), load_kg=6), build.plan(checked, stamp(1), None)
    any_store.add_check(checked)
    for one in (late, early, late):
        any_store.add_plan(one)
    assert list(any_store.plans()) == [early, late]
    assert any_store.plan() == late


def test_a_plan_that_is_added_again_changes(any_store: Store) -> None:
    checked = build.check()
    first = build.plan(checked, stamp(5))
    other = build.plan(checked, stamp(3))
    any_store.add_check(checked)
    any_store.add_plan(other)
    any_store.add_plan(first)
    changed = replace(first, stamp=stamp(1), stage=Stage.S2)
    any_store.add_plan(changed)
    assert list(any_store.plans()) == [changed, other]


def test_ratings_are_told_by_day_then_instant(any_store: Store) -> None:
    """The civil date comes first, whatever the time zone did to the instants (X1)."""
    monday, tuesday = date(2026, 3, 2), date(2026, 3, 3)
    later = build.rating(at=stamp(0, -480, tuesday))
    early, late = build.rating(at=stamp(60, civil=monday)), build.rating(at=stamp(90, civil=monday))
    after = build.rating(kind=RatingKind.AFTER, session_id=begun(any_store).id)
    for one in (late, later, after, early):
        any_store.save_rating(one, one.stamp)
    assert list(any_store.ratings(RatingKind.DAILY)) == [early, late, later]
    assert list(any_store.ratings(RatingKind.DAILY, since=tuesday)) == [later]
    assert list(any_store.ratings(RatingKind.AFTER, since=monday)) == [after]


def test_a_corrected_rating_replaces_the_old_one(any_store: Store) -> None:
    first, other = build.rating(4, 7), build.rating(at=stamp(5))
    any_store.save_rating(first, first.stamp)
    any_store.save_rating(other, other.stamp)
    corrected = replace(first, left=2, stamp=stamp(10))
    for _ in range(2):
        any_store.save_rating(corrected, stamp(30))
    assert list(any_store.ratings(RatingKind.DAILY)) == [other, corrected]


def test_a_session_is_kept_with_what_it_holds(any_store: Store) -> None:
    whole = build.session(status=SessionStatus.FINISHED)
    whole = replace(
        whole,
        ended=stamp(12),
        sets=(build.set_log(whole, 0), build.set_log(whole, 1)),
        efforts=(build.effort(whole),),
        discomforts=(build.discomfort(whole),),
    )
    any_store.begin_session(whole)
    assert list(any_store.sessions()) == [whole]
    assert list(any_store.discomforts(Discomfort.TINGLING)) == list(whole.discomforts)


def test_a_session_that_begins_again_keeps_its_entries(any_store: Store) -> None:
    first = begun(any_store)
    before, again = build.set_log(first, 0), build.set_log(first, 1, reps_done=1)
    any_store.add_set(before)
    any_store.add_set(again)
    replaced = replace(again, id=uuid4(), reps_done=5)
    any_store.begin_session(replace(first, plan={"template": "half"}, sets=(replaced,)))
    (found,) = any_store.sessions()
    assert found == replace(first, plan={"template": "half"}, sets=(before, replaced))


def test_entries_are_told_in_order_and_replaced(any_store: Store) -> None:
    of = begun(any_store)
    sets = [build.set_log(of, block) for block in range(3)]
    again = build.set_log(of, 1, reps_done=2)
    felt, changed = build.effort(of, 0, Effort.NOT_GIVEN), build.effort(of, 0, Effort.EASY)
    last = build.effort(of, 2)
    said = [build.discomfort(of, kind, stamp(n)) for n, kind in enumerate(Discomfort)]
    for done in (*reversed(sets), again, again):
        any_store.add_set(done)
    for effort in (last, felt, changed):
        any_store.add_effort(effort)
    for entry in (*reversed(said), said[0]):
        any_store.add_discomfort(entry)
    (found,) = any_store.sessions()
    assert found.sets == (sets[0], again, sets[2])
    assert found.efforts == (changed, last)
    assert found.discomforts == tuple(said)
    assert any_store.open_session() == found


def test_the_newest_running_session_is_open(any_store: Store) -> None:
    _old, done, new = (begun(any_store, m) for m in (0, 30, 20))
    any_store.end_session(done.id, SessionStatus.FINISHED, stamp(40))
    assert any_store.open_session() == new


def test_sessions_are_told_oldest_first_without_the_discarded(any_store: Store) -> None:
    second, thrown, first = (begun(any_store, m) for m in (DAY_MIN, 5, 0))
    any_store.end_session(first.id, SessionStatus.STOPPED, stamp(9))
    any_store.end_session(thrown.id, SessionStatus.DISCARDED, stamp(6))
    ended = replace(first, status=SessionStatus.STOPPED, ended=stamp(9))
    assert list(any_store.sessions()) == [ended, second]
    assert list(any_store.sessions(since=date(2026, 3, 3))) == [second]
    assert list(any_store.sessions(since=date(2026, 3, 4))) == []


def test_discomforts_of_one_kind_are_told_across_sessions(any_store: Store) -> None:
    later, earlier, thrown = (begun(any_store, m) for m in (DAY_MIN, 0, 60))
    tingled = [
        build.discomfort(later, at=stamp(DAY_MIN + 5)),
        build.discomfort(earlier, at=stamp(5)),
        build.discomfort(thrown, at=stamp(65)),
    ]
    for said in (*tingled, build.discomfort(earlier, Discomfort.SHARP)):
        any_store.add_discomfort(said)
    assert list(any_store.discomforts(Discomfort.TINGLING)) == [tingled[1], tingled[2], tingled[0]]
    any_store.end_session(thrown.id, SessionStatus.DISCARDED, stamp(70))
    assert list(any_store.discomforts(Discomfort.TINGLING)) == [tingled[1], tingled[0]]
    assert [one.kind for one in any_store.discomforts(Discomfort.SHARP)] == [Discomfort.SHARP]
    assert list(any_store.discomforts(Discomfort.DIZZY)) == []


def test_words_on_tingling_are_told_and_replaced(any_store: Store) -> None:
    session, thrown = begun(any_store), begun(any_store, 60)
    first, second = build.discomfort(session), build.discomfort(session, at=stamp(8))
    gone = build.discomfort(thrown, at=stamp(62))
    for said in (first, second, gone):
        any_store.add_discomfort(said)
    mild = build.floss_told(first, 2, stamp(6))
    strong = replace(build.floss_told(first, 7, stamp(20), Side.RIGHT), further_down=True)
    other = replace(build.floss_told(second, 0, stamp(10)), numb=True)
    for told in (mild, other, strong, strong, build.floss_told(gone, 10)):
        any_store.add_floss_told(told)
    any_store.end_session(thrown.id, SessionStatus.DISCARDED, stamp(70))
    assert list(any_store.floss_told()) == [other, strong]


def test_a_tick_is_the_last_of_its_kind_on_a_date(any_store: Store) -> None:
    on, off = build.tick(at=stamp(0)), build.tick(at=stamp(30), on=False)
    awake = build.tick(TickKind.AWAKE, stamp(10))
    tomorrow = build.tick(at=stamp(DAY_MIN))
    for tick in (tomorrow, on, awake, off, off):
        any_store.save_tick(tick)
    assert list(any_store.ticks()) == [awake, off, tomorrow]
    assert list(any_store.ticks(since=date(2026, 3, 3))) == [tomorrow]


def test_ticks_are_told_by_day_then_instant(any_store: Store) -> None:
    """West of the first place the same instant may belong to the day before (X1)."""
    here = build.tick(TickKind.STEADY, stamp(0, civil=date(2026, 3, 3)))
    west = build.tick(TickKind.AWAKE, stamp(60, -480, date(2026, 3, 2)))
    for tick in (here, west):
        any_store.save_tick(tick)
    assert list(any_store.ticks()) == [west, here]


def test_a_decision_is_told_and_answered(any_store: Store) -> None:
    session = begun(any_store)
    late, early = build.decision(stamp(DAY_MIN)), build.decision(stamp(0), session.id)
    for told in (late, early):
        any_store.save_decision(told)
    assert list(any_store.decisions()) == [early, late]
    answered = replace(early, answer=Answer.DECLINED, detail={})
    for _ in range(2):
        any_store.save_decision(answered)
    assert list(any_store.decisions()) == [answered, late]
    assert list(any_store.decisions(since=date(2026, 3, 3))) == [late]


def test_a_decision_outlives_the_discarding_of_its_session(any_store: Store) -> None:
    """What was shown was shown, whatever becomes of the session."""
    session = begun(any_store)
    told = build.decision(session_id=session.id)
    any_store.save_decision(told)
    any_store.end_session(session.id, SessionStatus.DISCARDED, stamp(9))
    assert list(any_store.decisions()) == [told]


def test_sessions_and_decisions_are_told_by_instant(any_store: Store) -> None:
    """West of the first place the later instant may belong to the day before (X1)."""
    east, west = stamp(0, civil=date(2026, 3, 3)), stamp(60, -480, date(2026, 3, 2))
    sessions = build.session(east), build.session(west)
    decisions = build.decision(east), build.decision(west)
    for n in (1, 0):
        any_store.begin_session(sessions[n])
        any_store.save_decision(decisions[n])
    assert tuple(any_store.sessions()) == sessions
    assert tuple(any_store.decisions()) == decisions
    assert any_store.open_session() == sessions[1]
    since = date(2026, 3, 3)
    assert list(any_store.sessions(since)) == [sessions[0]]
    assert list(any_store.decisions(since)) == [decisions[0]]


def test_plans_of_the_day_and_details_come_back_as_plain_data(any_store: Store) -> None:
    given = MappingProxyType({"sides": (Side.LEFT, 2), "why": [MappingProxyType({"rule": "D1"})]})
    plain = {"sides": ["left", 2], "why": [{"rule": "D1"}]}
    any_store.begin_session(replace(build.session(), plan=given))
    any_store.save_decision(replace(build.decision(), detail=given))
    assert any_store.sessions()[0].plan == plain
    assert any_store.decisions()[0].detail == plain


def test_words_without_their_session_are_refused(any_store: Store) -> None:
    session = begun(any_store)
    said = build.discomfort(session)
    any_store.add_discomfort(said)
    with pytest.raises(REFUSED):
        any_store.add_floss_told(replace(build.floss_told(said), session_id=uuid4()))


@pytest.mark.parametrize("answer", [None, *Answer])
def test_every_answer_returns(any_store: Store, answer: Answer | None) -> None:
    told = build.decision(answer=answer)
    any_store.save_decision(told)
    assert list(any_store.decisions()) == [told]


@pytest.mark.parametrize("kind", list(TickKind))
def test_every_tick_returns(any_store: Store, kind: TickKind) -> None:
    given = build.tick(kind)
    any_store.save_tick(given)
    assert list(any_store.ticks()) == [given]


@pytest.mark.parametrize(
    "lost",
    [
        lambda store, of: store.add_plan(build.plan(build.check())),
        lambda store, of: store.save_rating(build.rating(session_id=of.id), stamp()),
        lambda store, of: store.add_set(build.set_log(of)),
        lambda store, of: store.add_effort(build.effort(of)),
        lambda store, of: store.add_discomfort(build.discomfort(of)),
        lambda store, of: store.add_floss_told(build.floss_told(build.discomfort(of))),
        lambda store, of: store.save_decision(build.decision(session_id=of.id)),
        lambda store, of: store.end_session(of.id, SessionStatus.STOPPED, stamp()),
        lambda store, of: store.add_floss_told(build.floss_told(build.discomfort(begun(store)))),
    ],
)
def test_what_refers_to_nothing_is_refused(
    any_store: Store, lost: Callable[[Store, SessionLog], None]
) -> None:
    with pytest.raises(REFUSED):
        lost(any_store, build.session())
    assert [*any_store.plans(), *any_store.decisions(), *any_store.floss_told()] == []
    assert list(any_store.ratings(RatingKind.DAILY)) == []


def test_a_list_does_not_change_under_its_reader(any_store: Store) -> None:
    begun(any_store)
    before = any_store.sessions(), any_store.ticks(), any_store.decisions(), any_store.plans()
    begun(any_store, 5)
    any_store.save_tick(build.tick())
    any_store.save_decision(build.decision())
    assert [len(found) for found in before] == [1, 0, 0, 0]
