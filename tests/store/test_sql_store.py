"""Every record comes back as it went in, after the file was closed and opened again."""

from __future__ import annotations

import sqlite3
from dataclasses import replace
from datetime import date, datetime, timedelta, timezone
from pathlib import Path
from uuid import UUID, uuid4

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy.exc import IntegrityError, StatementError

from coach.domain.records import Rating, RatingKind, SessionStatus, SetStatus, Stamp
from coach.domain.terms import Discomfort, Effort, Gate, Side, Stage
from coach.store.rows import RatingRow, SessionRow
from coach.store.schema import FILE_NAME, SCHEMA
from coach.store.sql_store import SqlStore
from support import store_builders as build
from support.store_builders import stamp

from .conftest import Open

FEW = settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])


def _rows(folder: Path, query: str) -> list[tuple[object, ...]]:
    file = sqlite3.connect(folder / FILE_NAME)
    try:
        return file.execute(query).fetchall()
    finally:
        file.close()


@st.composite
def stamps(draw: st.DrawFn) -> Stamp:
    """Any instant at any offset; the civil date may be another than the wall clock's."""
    offset = draw(st.integers(-14 * 60, 14 * 60))
    zone = timezone(timedelta(minutes=offset))
    early, late = datetime(1990, 1, 1), datetime(2090, 1, 1)  # noqa: DTZ001 - zones come apart
    utc = draw(st.datetimes(early, late, timezones=st.just(timezone.utc)))  # noqa: UP017
    civil = utc.astimezone(zone).date() - timedelta(days=draw(st.integers(0, 1)))
    return Stamp(utc, offset, civil)


scores = st.none() | st.integers(0, 10)


@FEW
@given(at=stamps(), left=scores, right=st.integers(0, 10), back=st.booleans(), late=st.booleans())
def test_a_rating_returns(
    store: SqlStore, at: Stamp, left: int | None, right: int, back: bool, late: bool
) -> None:
    given_rating = Rating(uuid4(), RatingKind.DAILY, at, left, right, None, back, late)
    store.save_rating(given_rating, at)
    found = {one.id: one for one in store.ratings(RatingKind.DAILY)}
    assert found[given_rating.id] == given_rating
    assert found[given_rating.id].stamp.utc.utcoffset() == timedelta(0)


@FEW
@given(
    at=stamps(),
    block=st.integers(0, 60),
    side=st.none() | st.sampled_from(Side),
    status=st.sampled_from(SetStatus),
    variant=st.text(st.characters(codec="utf-8", exclude_characters="\0")),
)
def test_a_set_returns(
    store: SqlStore, at: Stamp, block: int, side: Side | None, status: SetStatus, variant: str
) -> None:
    running = build.session()
    store.begin_session(running)
    entry = replace(
        build.set_log(running, block, side=side, status=status), stamp=at, variant=variant
    )
    store.add_set(entry)
    found = next(one for one in store.sessions() if one.id == running.id)
    assert found.sets == (entry,)


def test_settings_are_kept_and_replaced(store: SqlStore, opened: Open) -> None:
    store.save_setting("theme", "dark")
    store.save_setting("text_percent", "120")
    store.save_setting("theme", "light")
    store.close()
    assert opened().settings() == {"text_percent": "120", "theme": "light"}


def test_a_draft_is_kept_replaced_and_erased(store: SqlStore, folder: Path, opened: Open) -> None:
    assert store.draft() is None
    store.save_draft(build.draft(3))
    store.save_draft(build.draft(4))
    store.close()
    again = opened()
    assert again.draft() == build.draft(4)
    again.save_draft(None)
    assert again.draft() is None
    assert b'"q1"' not in (folder / FILE_NAME).read_bytes()


def test_the_newest_check_stands(store: SqlStore) -> None:
    """Case 14 of the rules: an older green check never opens a newer red one (S5)."""
    red, green = build.check(Gate.RED_SOON, stamp(60)), build.check(Gate.GREEN, stamp(0))
    assert store.latest_check() is None
    store.add_check(red)
    store.add_check(green)
    assert store.latest_check() == red


def test_plans_return_oldest_first(store: SqlStore) -> None:
    checked = build.check()
    locked, first = build.plan(checked, stamp(90), stage=None), build.plan(checked, stamp(0))
    store.add_check(checked)
    store.add_plan(locked)
    store.add_plan(first)
    assert store.plan() == locked
    assert store.plans() == [first, locked]


def test_a_plan_can_change_stage(store: SqlStore) -> None:
    checked = build.check()
    states = [build.plan(checked, stamp(n), stage) for n, stage in enumerate(Stage)]
    store.add_check(checked)
    for state in states:
        store.add_plan(state)
    assert store.plans() == states


def test_ratings_are_sorted_by_day_and_filtered(store: SqlStore) -> None:
    """The civil date comes first, whatever the time zone did to the instants (X1)."""
    monday, tuesday = date(2026, 3, 2), date(2026, 3, 3)
    later = build.rating(at=stamp(0, -480, tuesday))
    early, late = build.rating(at=stamp(60, civil=monday)), build.rating(at=stamp(90, civil=monday))
    running = build.session()
    store.begin_session(running)
    after = build.rating(kind=RatingKind.AFTER, session_id=running.id)
    for one in (late, later, after, early):
        store.save_rating(one, one.stamp)
    assert store.ratings(RatingKind.DAILY) == [early, late, later]
    assert store.ratings(RatingKind.DAILY, since=tuesday) == [later]
    assert store.ratings(RatingKind.AFTER) == [after]


def test_a_correction_keeps_the_old_values(store: SqlStore, folder: Path) -> None:
    first = build.rating(4, 7)
    store.save_rating(first, first.stamp)
    second = replace(first, left=2, right=None)
    store.save_rating(second, stamp(30))
    store.save_rating(second, stamp(31))
    third = replace(second, left=1)
    store.save_rating(third, stamp(45))
    assert store.ratings(RatingKind.DAILY) == [third]
    kept = "select left_score, right_score, rated_civil from rating_history order by utc"
    assert _rows(folder, kept) == [(4, 7, "2026-03-02"), (2, None, "2026-03-02")]
    assert _rows(folder, "select row_version from rating") == [(3,)]


def test_a_set_done_again_replaces_its_row(store: SqlStore) -> None:
    running = build.session()
    store.begin_session(running)
    first, again = build.set_log(running, 4, reps_done=2), build.set_log(running, 4, reps_done=5)
    for entry in (first, first, again, again):
        store.add_set(entry)
    assert store.sessions()[0].sets == (again,)


def test_a_later_effort_replaces_the_earlier_one(store: SqlStore) -> None:
    running = build.session()
    store.begin_session(running)
    none, easy = build.effort(running, 0, Effort.NOT_GIVEN), build.effort(running, 0, Effort.EASY)
    other = build.effort(running, 1, Effort.TOO_MUCH)
    for entry in (other, none, easy):
        store.add_effort(entry)
    assert store.sessions()[0].efforts == (easy, other)


def test_every_discomfort_is_kept(store: SqlStore) -> None:
    running = build.session()
    store.begin_session(running)
    said = [build.discomfort(running, kind) for kind in Discomfort]
    for entry in (*said, said[0]):
        store.add_discomfort(entry)
    assert store.sessions()[0].discomforts == tuple(said)


def test_the_newest_running_session_is_open(store: SqlStore, opened: Open) -> None:
    assert store.open_session() is None
    old, done, new = (build.session(stamp(m)) for m in (0, 30, 20))
    for one in (old, done, new):
        store.begin_session(one)
    store.end_session(done.id, SessionStatus.FINISHED, stamp(40))
    entries = tuple(build.set_log(new, block) for block in range(3))
    for entry in reversed(entries):
        store.add_set(entry)
    store.close()
    assert opened().open_session() == replace(new, sets=entries)


def test_a_session_ends_and_a_discarded_one_is_hidden(store: SqlStore) -> None:
    first, second = build.session(stamp(0)), build.session(stamp(60 * 24))
    thrown = build.session(stamp(5))
    for one in (second, thrown, first):
        store.begin_session(one)
        store.add_set(build.set_log(one))
    store.end_session(first.id, SessionStatus.STOPPED, stamp(9))
    store.end_session(thrown.id, SessionStatus.DISCARDED, stamp(6))
    found = store.sessions()
    assert [one.id for one in found] == [first.id, second.id]
    assert (found[0].status, found[0].ended) == (SessionStatus.STOPPED, stamp(9))
    assert [one.id for one in store.sessions(since=date(2026, 3, 3))] == [second.id]
    assert [len(one.sets) for one in found] == [1, 1]


def test_a_session_is_kept_with_what_it_holds(store: SqlStore) -> None:
    whole = build.session(status=SessionStatus.FINISHED)
    whole = replace(
        whole,
        ended=stamp(12),
        sets=(build.set_log(whole, 0), build.set_log(whole, 1)),
        efforts=(build.effort(whole),),
        discomforts=(build.discomfort(whole),),
    )
    store.begin_session(whole)
    assert store.sessions() == [whole]


def test_ending_an_unknown_session_is_a_fault(store: SqlStore) -> None:
    with pytest.raises(LookupError, match="no session"):
        store.end_session(uuid4(), SessionStatus.FINISHED, stamp())


def test_all_keys_are_uuid7_and_name_the_profile(store: SqlStore, folder: Path) -> None:
    build.fill(store)
    (profile,) = _rows(folder, "select profile_id from profile")
    for table, number in store.counts().items():
        assert number >= 1, table
        key = "profile_id" if table == "profile" else "id"
        rows = _rows(folder, f"select {key}, profile_id, row_version from {table}")
        assert {UUID(str(one)).version for one, _, _ in rows} == {7}, table
        assert {owner for _, owner, _ in rows} == set(profile), table
        assert all(isinstance(version, int) and version >= 1 for _, _, version in rows)


@pytest.mark.parametrize(("left", "right"), [(11, 3), (-1, 3), (None, None)])
def test_the_file_itself_refuses_a_wrong_rating(
    store: SqlStore, left: int | None, right: int | None
) -> None:
    wrong = build.rating(5, 5)
    object.__setattr__(wrong, "left", left)
    object.__setattr__(wrong, "right", right)
    with pytest.raises(IntegrityError, match="CHECK"):
        store.save_rating(wrong, wrong.stamp)
    assert store.ratings(RatingKind.DAILY) == []


def test_a_set_without_its_session_is_refused(store: SqlStore) -> None:
    with pytest.raises(IntegrityError, match="FOREIGN KEY"):
        store.add_set(build.set_log(build.session()))


def test_a_naive_instant_is_refused(store: SqlStore) -> None:
    naive = datetime(2026, 3, 2, 12, 0)  # noqa: DTZ001 - the fault under test
    row = SessionRow.ended_utc == naive
    with pytest.raises(StatementError, match="time zone"), store._database.reading() as session:
        session.query(SessionRow).where(row).all()


def test_an_instant_is_stored_in_utc(store: SqlStore) -> None:
    east = datetime(2026, 3, 2, 23, 0, tzinfo=timezone(timedelta(hours=9)))
    one = build.rating(at=stamp())
    store.save_rating(one, one.stamp)
    with store._database.writing() as session:
        session.query(RatingRow).one().utc = east
    (found,) = store.ratings(RatingKind.DAILY)
    assert found.stamp.utc.isoformat() == "2026-03-02T14:00:00+00:00"


def test_the_doctor_sees_a_sound_file(store: SqlStore) -> None:
    build.fill(store)
    assert store.integrity() == "ok"
    assert store.schema_version == SCHEMA
    assert store.counts()["set_log"] == 4
