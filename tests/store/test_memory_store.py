"""The store in memory tells what the file tells, whatever happens in whatever order."""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from itertools import count
from pathlib import Path
from uuid import UUID

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy.exc import IntegrityError

from coach.app.ports import Store
from coach.domain.decisions import Answer, TickKind
from coach.domain.records import RatingKind, SessionStatus
from coach.domain.terms import Discomfort, Effort, Gate
from coach.store.memory_store import MemoryStore
from coach.store.opening import open_store
from coach.store.schema import FILE_NAME
from support import store_builders as build
from support.store_builders import CountedIds, SteadyClock, numbered_id, stamp

Step = Callable[[Store], None]
FEW, DAY_MIN = 3, 24 * 60

ids = st.integers(1, FEW)
"""Few, so that the same ones meet often: a session, a discomfort, or a decision."""
minutes = st.integers(0, 4 * DAY_MIN)


def _key(kind: int, *numbers: int) -> UUID:
    """The same key for the same thing in both stores; every kind has keys of its own."""
    place = kind
    for number in numbers:
        place = place * 100 + number
    return numbered_id(place)


def _whose(number: int) -> UUID:
    return _key(1, number)


def begins(number: int, at_min: int) -> Step:
    session = replace(build.session(stamp(at_min)), id=_whose(number))
    return lambda store: store.begin_session(session)


@st.composite
def session_steps(draw: st.DrawFn) -> Step:
    number, at = draw(ids), stamp(draw(minutes))
    session = replace(build.session(at), id=_whose(number), plan={"n": draw(ids), "of": (1, 2)})
    states = [state for state in SessionStatus if state is not SessionStatus.ACTIVE]
    state = draw(st.sampled_from(states))
    steps: list[Step] = [
        lambda store: store.begin_session(session),
        lambda store: store.end_session(session.id, state, at),
    ]
    return draw(st.sampled_from(steps))


@st.composite
def entry_steps(draw: st.DrawFn) -> Step:
    of, number, at = draw(ids), draw(ids), stamp(draw(minutes))
    session = replace(build.session(), id=_whose(of))
    done = replace(build.set_log(session, number), id=_key(2, of, number), reps_done=draw(ids))
    felt = build.effort(session, number, draw(st.sampled_from(Effort)))
    felt = replace(felt, id=_key(3, of, number))
    said = build.discomfort(session, draw(st.sampled_from(Discomfort)), at)
    said = replace(said, id=_key(4, of, number))
    told = replace(build.floss_told(said, draw(ids), at), id=_key(5, of, number))
    steps: list[Step] = [
        lambda store: store.add_set(done),
        lambda store: store.add_effort(felt),
        lambda store: store.add_discomfort(said),
        lambda store: store.add_floss_told(told),
    ]
    return draw(st.sampled_from(steps))


@st.composite
def other_steps(draw: st.DrawFn) -> Step:
    number, at, session = draw(ids), stamp(draw(minutes)), _whose(draw(ids))
    checked = replace(build.check(draw(st.sampled_from(Gate)), at), id=_key(6, number))
    plan = replace(build.plan(checked, at, load_kg=draw(ids)), id=_key(7, draw(ids)))
    kind = draw(st.sampled_from(TickKind))
    day = at.civil.toordinal() % 100
    tick = build.tick(kind, at, on=draw(st.booleans()))
    tick = replace(tick, id=_key(8, list(TickKind).index(kind), day))
    told = build.decision(at, draw(st.none() | st.just(session)), draw(st.sampled_from(Answer)))
    told = replace(told, id=_key(9, number))
    rated = build.rating(draw(ids), draw(ids), at, draw(st.sampled_from(RatingKind)))
    rated = replace(rated, id=_key(10, number), session_id=draw(st.none() | st.just(session)))
    steps: list[Step] = [
        lambda store: store.add_check(checked),
        lambda store: store.add_plan(plan),
        lambda store: store.save_tick(tick),
        lambda store: store.save_decision(told),
        lambda store: store.save_rating(rated, at),
    ]
    return draw(st.sampled_from(steps))


def _all_told(store: Store) -> list[object]:
    since = stamp(2 * DAY_MIN).civil
    return [
        store.latest_check(),
        list(store.checks()),
        store.plan(),
        list(store.plans()),
        store.open_session(),
        *(list(read(day)) for read in (store.sessions, store.ticks) for day in (None, since)),
        *(list(store.decisions(day)) for day in (None, since)),
        *(list(store.ratings(kind, day)) for kind in RatingKind for day in (None, since)),
        *(list(store.discomforts(kind)) for kind in Discomfort),
        list(store.floss_told()),
    ]


def _accepted(step: Step, store: Store) -> bool:
    try:
        step(store)
    except (IntegrityError, LookupError):
        return False
    return True


@pytest.fixture(scope="module")
def empty_log(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("empty")
    open_store(folder, SteadyClock(), CountedIds()).close()
    return folder / FILE_NAME


@pytest.fixture(scope="module")
def fresh(
    empty_log: Path, tmp_path_factory: pytest.TempPathFactory
) -> Callable[[], closing[Store]]:
    """A new log in a file, each time it is called."""

    def begin() -> closing[Store]:
        folder = tmp_path_factory.mktemp("log")
        shutil.copy(empty_log, folder / FILE_NAME)
        return closing(open_store(folder, SteadyClock(), CountedIds(count(50_000_000))))

    return begin


@settings(max_examples=30, deadline=None)
@given(steps=st.lists(session_steps() | entry_steps() | other_steps(), min_size=5, max_size=40))
def test_both_stores_tell_the_same(fresh: Callable[[], closing[Store]], steps: list[Step]) -> None:
    memory: Store = MemoryStore(SteadyClock(), CountedIds())
    started = [begins(number, number) for number in range(1, FEW)]
    with fresh() as file:
        for step in (*started, *steps):
            assert _accepted(step, memory) == _accepted(step, file)
        assert _all_told(memory) == _all_told(file)


def test_what_is_told_is_shared_and_not_copied() -> None:
    store = MemoryStore(SteadyClock(), CountedIds())
    for number in range(1, 400):
        begins(number, number * DAY_MIN)(store)
    first, again = store.sessions(), store.sessions()
    assert len(first) == 399
    assert all(one is other for one, other in zip(first, again, strict=True))


def test_it_needs_no_database_library() -> None:
    script = "import sys; import coach.store.memory_store; print('sqlalchemy' in sys.modules)"
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == "False"
