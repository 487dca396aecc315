"""The migrations and the rows say the same, and every older file can still be opened."""

from __future__ import annotations

import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from itertools import count
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import create_engine
from sqlalchemy.dialects import postgresql
from sqlalchemy.exc import IntegrityError
from sqlalchemy.schema import CreateTable

from coach.app.ports import StoreError
from coach.domain.records import RatingKind, SessionStatus
from coach.domain.terms import Gate, Side, Stage
from coach.store import migrate
from coach.store.engine import Database
from coach.store.opening import open_store
from coach.store.rows import Base
from coach.store.schema import FILE_NAME, SCHEMA
from support.store_builders import CountedIds, SteadyClock, numbered_id, stamp

from .conftest import Open

OLD = Path(__file__).parents[1] / "data" / "db"


@pytest.fixture
def migrated(tmp_path: Path) -> Iterator[Database]:
    database = Database(tmp_path / "migrated.sqlite")
    migrate.upgrade(database)
    yield database
    database.close()


def _statements(path: Path) -> dict[str, list[str]]:
    """Every table and index with the lines of its definition, whatever their order and quotes."""
    query = "select name, sql from sqlite_master where sql is not null"
    with closing(sqlite3.connect(path)) as file:
        rows = file.execute(query).fetchall()
    lines = {
        name: sorted(line.strip(" \t,") for line in sql.replace('"', "").splitlines())
        for name, sql in rows
    }
    return {name: found for name, found in lines.items() if name != "alembic_version"}


def test_the_rows_match_the_migrated_file(migrated: Database) -> None:
    with migrated.migrating() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        assert compare_metadata(context, Base.metadata) == []


def test_constraints_match_to_the_word(migrated: Database, tmp_path: Path) -> None:
    fresh = tmp_path / "rows.sqlite"
    engine = create_engine(f"sqlite:///{fresh}")
    Base.metadata.create_all(engine)
    engine.dispose()
    assert _statements(migrated.path) == _statements(fresh)


def test_the_number_of_the_schema_is_the_number_of_migrations(migrated: Database) -> None:
    with migrated.migrating() as connection:
        script = ScriptDirectory.from_config(migrate.alembic_config(connection))
        revisions = [revision.revision for revision in script.walk_revisions()]
    assert len(revisions) == SCHEMA
    assert revisions[0] == f"{SCHEMA:04}"
    assert migrated.number("user_version") == SCHEMA


def test_foreign_keys_rest_while_migrating_and_return(migrated: Database) -> None:
    with migrated.migrating():
        assert migrated.number("foreign_keys") == 0
    assert migrated.number("foreign_keys") == 1


def test_a_migration_that_loses_a_parent_is_undone(migrated: Database) -> None:
    with migrated.migrating() as connection:
        connection.exec_driver_sql(
            "insert into setting values ('a', 'nobody', 1, '2026-03-02', 0, '2026-03-02', 'k', 'v')"
        )
    migrated.pragma("user_version = 0")
    with pytest.raises(StoreError, match="nothing was changed"):
        migrate.upgrade(migrated)
    assert migrated.number("user_version") == 0


@pytest.mark.parametrize("number", range(1, SCHEMA + 1))
def test_a_file_of_each_schema_opens(folder: Path, opened: Open, number: int) -> None:
    folder.mkdir()
    shutil.copy(OLD / f"schema_{number}.sqlite", folder / FILE_NAME)
    store = opened()
    assert (store.schema_version, store.integrity(), store.notices) == (SCHEMA, "ok", ())
    finished, running = store.sessions()
    assert (finished.status, len(finished.sets)) == (SessionStatus.FINISHED, 3)
    assert [one.kind.value for one in finished.discomforts] == ["tingling"]
    assert [one.effort.value for one in finished.efforts] == ["fine"]
    assert (running.status, running.sets[0].side) == (SessionStatus.ACTIVE, Side.RIGHT)
    assert [one.score for one in store.ratings(RatingKind.DAILY)] == [5]
    checked, plan = store.latest_check(), store.plan()
    assert checked is not None
    assert plan is not None
    assert (checked.gate, plan.stage, plan.check_id) == (Gate.GREEN, Stage.S1, checked.id)
    assert store.draft() is not None
    assert store.settings() == {"theme": "dark"}


def _rows(path: Path) -> dict[str, list[dict[str, object]]]:
    """Every row of every table, by the names of its columns."""
    with closing(sqlite3.connect(path)) as file:
        file.row_factory = sqlite3.Row
        names = "select name from sqlite_master where type = 'table' and name <> 'alembic_version'"
        tables = [str(row["name"]) for row in file.execute(names)]
        return {
            name: [dict(row) for row in file.execute(f'select * from "{name}" order by rowid')]
            for name in tables
        }


@pytest.mark.parametrize("number", range(1, SCHEMA))
def test_an_upgrade_loses_and_changes_nothing(folder: Path, opened: Open, number: int) -> None:
    old, path = OLD / f"schema_{number}.sqlite", folder / FILE_NAME
    folder.mkdir()
    shutil.copy(old, path)
    opened().close()
    before, after = _rows(old), _rows(path)
    assert sum(len(rows) for rows in before.values()) > 10
    for name, rows in before.items():
        kept = [
            {key: found[key] for key in row} for row, found in zip(rows, after[name], strict=True)
        ]
        assert kept == rows, name
    new = {name: rows for name, rows in after.items() if name not in before}
    assert all(rows == [] for rows in new.values()), new


def test_an_upgraded_file_is_like_a_new_one(folder: Path, opened: Open, migrated: Database) -> None:
    folder.mkdir()
    shutil.copy(OLD / "schema_1.sqlite", folder / FILE_NAME)
    opened().close()
    assert _statements(folder / FILE_NAME) == _statements(migrated.path)


def test_an_upgrade_that_dies_anywhere_is_made_again(tmp_path: Path) -> None:
    """The folder is copied as each statement begins: what a process killed there leaves behind."""
    folder, copies = tmp_path / "log", count()
    folder.mkdir()
    shutil.copy(OLD / "schema_1.sqlite", folder / FILE_NAME)
    database = Database(folder / FILE_NAME)
    borrowed = database._reader.raw_connection()
    driver = borrowed.driver_connection
    assert isinstance(driver, sqlite3.Connection)

    def copy(_statement: str) -> None:
        shutil.copytree(folder, tmp_path / str(next(copies)))

    driver.set_trace_callback(copy)
    borrowed.close()
    migrate.upgrade(database)
    database.close()
    made, before = next(copies), _rows(OLD / "schema_1.sqlite")
    assert made > 20
    for number in (*range(0, made, made // 12), made - 1):
        store = open_store(tmp_path / str(number), SteadyClock(), CountedIds())
        assert (store.schema_version, store.integrity(), store.notices) == (SCHEMA, "ok", ()), (
            number
        )
        assert len(store.plans()) == len(before["plan_state"]), number
        store.close()


def test_a_plan_from_before_loads_has_none(folder: Path, opened: Open) -> None:
    folder.mkdir()
    shutil.copy(OLD / "schema_1.sqlite", folder / FILE_NAME)
    store = opened()
    first = store.plan()
    assert first is not None
    assert first.load_kg is None
    heavier = replace(first, id=numbered_id(9_000), stamp=stamp(30), load_kg=6)
    store.add_plan(heavier)
    assert store.plans() == [first, heavier]
    with pytest.raises(IntegrityError, match="ck_plan_state_load_kg"):
        store.add_plan(replace(first, id=numbered_id(9_001), load_kg=-1))


def test_the_newest_stored_file_holds_something_in_every_table() -> None:
    assert [name for name, rows in _rows(OLD / f"schema_{SCHEMA}.sqlite").items() if not rows] == []


def test_the_tables_can_be_made_on_postgresql() -> None:
    """Only that its dialect knows every type; running there is for the work that adds it."""
    for table in Base.metadata.sorted_tables:
        text = str(CreateTable(table).compile(dialect=postgresql.dialect()))
        assert "profile_id UUID NOT NULL" in text
        assert "utc TIMESTAMP WITH TIME ZONE NOT NULL" in text
