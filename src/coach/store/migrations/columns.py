"""What the migrations are written with. It may gain things; what is here stays as it is."""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa
from alembic import op

Item = sa.Column[Any] | sa.Constraint


def instant(name: str, *, nullable: bool = False) -> sa.Column[Any]:
    return sa.Column(name, sa.DateTime(timezone=True), nullable=nullable)


def text(name: str, *, nullable: bool = False) -> sa.Column[Any]:
    return sa.Column(name, sa.String(), nullable=nullable)


def number(name: str, *, nullable: bool = False) -> sa.Column[Any]:
    return sa.Column(name, sa.Integer(), nullable=nullable)


def common() -> tuple[sa.Column[Any], ...]:
    return (
        number("row_version"),
        instant("utc"),
        number("offset_min"),
        sa.Column("civil", sa.Date(), nullable=False),
    )


def must(table: str, name: str, rule: str) -> sa.CheckConstraint:
    return sa.CheckConstraint(rule, name=op.f(f"ck_{table}_{name}"))


def unique(table: str, *columns: str) -> sa.UniqueConstraint:
    return sa.UniqueConstraint(*columns, name=op.f(f"uq_{table}_{'_'.join(columns)}"))


def refers(
    table: str, column: str, other: str, key: str = "id", ondelete: str | None = None
) -> sa.ForeignKeyConstraint:
    name = op.f(f"fk_{table}_{column}_{other}")
    return sa.ForeignKeyConstraint([column], [f"{other}.{key}"], name=name, ondelete=ondelete)


def make_table(table: str, *items: Item) -> None:
    op.create_table(
        table,
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("profile_id", sa.Uuid(), nullable=False),
        *common(),
        *items,
        sa.PrimaryKeyConstraint("id", name=op.f(f"pk_{table}")),
        refers(table, "profile_id", "profile", "profile_id"),
    )


def make_index(table: str, *columns: str) -> None:
    op.create_index(op.f(f"ix_{table}_{'_'.join(columns)}"), table, list(columns))


def in_session(table: str) -> tuple[Item, ...]:
    return (
        sa.Column("session_id", sa.Uuid(), nullable=False),
        refers(table, "session_id", "session", ondelete="CASCADE"),
    )
