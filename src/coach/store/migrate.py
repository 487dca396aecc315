"""Brings a file to the newest schema. The only module that imports Alembic."""

from __future__ import annotations

from alembic import command
from alembic.config import Config
from sqlalchemy import Connection

from coach.app.ports import StoreError
from coach.store.engine import Database
from coach.store.schema import APPLICATION_ID, SCHEMA

_BROKEN = (
    "Your log could not be brought to this version's form, because {count} entries lost what they"
    " belong to: nothing was changed, start the earlier version again."
)


def alembic_config(connection: Connection) -> Config:
    """Settings of Alembic without a file: the migrations travel inside the package."""
    config = Config()
    config.set_main_option("script_location", "coach.store:migrations")
    config.attributes["connection"] = connection
    return config


def upgrade(database: Database, revision: str = "head", schema: int = SCHEMA) -> None:
    """Run the missing migrations in one transaction and check every foreign key."""
    with database.migrating() as connection:
        command.upgrade(alembic_config(connection), revision)
        broken = connection.exec_driver_sql("PRAGMA foreign_key_check").fetchall()
        if broken:
            raise StoreError(_BROKEN.format(count=len(broken)))
        connection.exec_driver_sql(f"PRAGMA application_id = {APPLICATION_ID}")
        connection.exec_driver_sql(f"PRAGMA user_version = {schema}")
