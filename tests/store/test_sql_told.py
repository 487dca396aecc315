"""What the file itself promises of answers, ticks and decisions."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy.exc import IntegrityError

from coach.domain.records import SessionStatus
from coach.store.schema import FILE_NAME
from coach.store.sql_store import SqlStore
from support import store_builders as build
from support.store_builders import stamp

from .conftest import Open

TOLD = ("floss_told", "checkin_tick", "decision")


def _change(folder: Path, statement: str) -> None:
    with closing(sqlite3.connect(folder / FILE_NAME)) as file, file:
        file.execute("PRAGMA foreign_keys = ON")
        file.execute(statement)


def test_what_was_told_returns_after_the_file_was_closed(store: SqlStore, opened: Open) -> None:
    build.fill(store)
    before = [store.floss_told(), store.ticks(), store.decisions()]
    store.close()
    again = opened()
    assert [again.floss_told(), again.ticks(), again.decisions()] == before
    assert [len(found) for found in before] == [1, 1, 1]
    stamps = [found[0].stamp for found in (again.floss_told(), again.ticks(), again.decisions())]
    assert {one.utc.utcoffset() for one in stamps} == {timedelta(0)}


@pytest.mark.parametrize(
    ("change", "rule"),
    [
        ("update floss_told set strength = 11", "ck_floss_told_strength"),
        ("update floss_told set strength = -1", "ck_floss_told_strength"),
        ("update floss_told set lasted_s = -1", "ck_floss_told_lasted_s"),
        ("update floss_told set side = 'both'", "ck_floss_told_side"),
        ("update checkin_tick set kind = 'other'", "ck_checkin_tick_kind"),
        ("update decision set answer = 'maybe'", "ck_decision_answer"),
        ("update plan_state set load_kg = -1", "ck_plan_state_load_kg"),
        ("update decision set session_id = 'none'", "FOREIGN KEY"),
        ("update floss_told set discomfort_id = 'none'", "FOREIGN KEY"),
    ],
)
def test_the_file_refuses_what_cannot_be(
    store: SqlStore, folder: Path, change: str, rule: str
) -> None:
    build.fill(store)
    store.close()
    with pytest.raises(sqlite3.IntegrityError, match=rule):
        _change(folder, change)


@pytest.mark.parametrize("table", ["floss_told", "checkin_tick"])
def test_the_file_holds_one_of_each(store: SqlStore, folder: Path, table: str) -> None:
    build.fill(store)
    store.close()
    with closing(sqlite3.connect(folder / FILE_NAME)) as file:
        names = [str(row[1]) for row in file.execute(f"pragma table_info({table})")]
    rest = ", ".join(name for name in names if name != "id")
    with pytest.raises(sqlite3.IntegrityError, match="UNIQUE"):
        _change(folder, f"insert into {table} (id, {rest}) select 'x', {rest} from {table}")


@pytest.mark.parametrize(
    ("deletion", "left"),
    [
        ("delete from discomfort_log", {"floss_told": 0, "checkin_tick": 1, "decision": 1}),
        (
            "delete from session where id in (select session_id from decision)",
            {"floss_told": 0, "checkin_tick": 1, "decision": 0},
        ),
    ],
)
def test_what_belongs_to_a_session_goes_with_it(
    store: SqlStore, folder: Path, opened: Open, deletion: str, left: dict[str, int]
) -> None:
    build.fill(store)
    store.close()
    _change(folder, "delete from rating where session_id is not null")
    _change(folder, deletion)
    counts = opened().counts()
    assert {name: counts[name] for name in TOLD} == left


def test_every_change_raises_the_row_version(store: SqlStore, folder: Path) -> None:
    told, tick = build.decision(), build.tick()
    for change in range(3):
        store.save_decision(replace(told, detail={"change": change}))
        store.save_tick(replace(tick, stamp=stamp(change)))
    with closing(sqlite3.connect(folder / FILE_NAME)) as file:
        for table in ("decision", "checkin_tick"):
            assert file.execute(f"select row_version from {table}").fetchall() == [(3,)], table


def test_a_refused_answer_leaves_the_earlier_one(store: SqlStore) -> None:
    session = build.session()
    said = build.discomfort(session)
    told = build.floss_told(said)
    store.begin_session(replace(session, discomforts=(said,)))
    store.add_floss_told(told)
    wrong = build.floss_told(said, 9)
    object.__setattr__(wrong, "strength", 11)
    with pytest.raises(IntegrityError, match="ck_floss_told_strength"):
        store.add_floss_told(wrong)
    assert store.floss_told() == [told]
    store.end_session(session.id, SessionStatus.DISCARDED, stamp(9))
    assert store.floss_told() == []
    assert store.counts()["floss_told"] == 1
