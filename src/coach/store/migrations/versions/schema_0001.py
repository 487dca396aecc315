"""Begin the log."""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None

Item = sa.Column[Any] | sa.Constraint


def upgrade() -> None:
    _profile()
    _setting()
    _check_draft()
    _readiness_check()
    _plan_state()
    _session()
    _set_log()
    _effort_log()
    _discomfort_log()
    _rating()
    _rating_history()


def _instant(name: str, *, nullable: bool = False) -> sa.Column[Any]:
    return sa.Column(name, sa.DateTime(timezone=True), nullable=nullable)


def _text(name: str, *, nullable: bool = False) -> sa.Column[Any]:
    return sa.Column(name, sa.String(), nullable=nullable)


def _number(name: str, *, nullable: bool = False) -> sa.Column[Any]:
    return sa.Column(name, sa.Integer(), nullable=nullable)


def _common() -> tuple[sa.Column[Any], ...]:
    return (
        _number("row_version"),
        _instant("utc"),
        _number("offset_min"),
        sa.Column("civil", sa.Date(), nullable=False),
    )


def _check(table: str, name: str, rule: str) -> sa.CheckConstraint:
    return sa.CheckConstraint(rule, name=op.f(f"ck_{table}_{name}"))


def _unique(table: str, *columns: str) -> sa.UniqueConstraint:
    return sa.UniqueConstraint(*columns, name=op.f(f"uq_{table}_{'_'.join(columns)}"))


def _refers(
    table: str, column: str, other: str, key: str = "id", ondelete: str | None = None
) -> sa.ForeignKeyConstraint:
    name = op.f(f"fk_{table}_{column}_{other}")
    return sa.ForeignKeyConstraint([column], [f"{other}.{key}"], name=name, ondelete=ondelete)


def _table(table: str, *items: Item) -> None:
    op.create_table(
        table,
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("profile_id", sa.Uuid(), nullable=False),
        *_common(),
        *items,
        sa.PrimaryKeyConstraint("id", name=op.f(f"pk_{table}")),
        _refers(table, "profile_id", "profile", "profile_id"),
    )


def _index(table: str, *columns: str) -> None:
    op.create_index(op.f(f"ix_{table}_{'_'.join(columns)}"), table, list(columns))


def _in_session(table: str) -> tuple[Item, ...]:
    return (
        sa.Column("session_id", sa.Uuid(), nullable=False),
        _refers(table, "session_id", "session", ondelete="CASCADE"),
    )


def _profile() -> None:
    op.create_table(
        "profile",
        sa.Column("profile_id", sa.Uuid(), nullable=False),
        *_common(),
        sa.PrimaryKeyConstraint("profile_id", name=op.f("pk_profile")),
    )


def _setting() -> None:
    unique = _unique("setting", "profile_id", "key")
    _table("setting", _text("key"), _text("value"), unique)


def _check_draft() -> None:
    _table(
        "check_draft",
        sa.Column("answers", sa.JSON(), nullable=False),
        _number("screen"),
        _unique("check_draft", "profile_id"),
        _check("check_draft", "screen", "screen >= 0"),
    )


def _readiness_check() -> None:
    gates = "gate IN ('red-now', 'out', 'red-soon', 'amber', 'green')"
    _table(
        "readiness_check",
        sa.Column("answers", sa.JSON(), nullable=False),
        _text("gate"),
        _text("ruleset_version"),
        _number("seconds"),
        _check("readiness_check", "gate", gates),
        _check("readiness_check", "seconds", "seconds >= 0"),
    )
    _index("readiness_check", "utc")


def _plan_state() -> None:
    _table(
        "plan_state",
        sa.Column("check_id", sa.Uuid(), nullable=False),
        _text("stage", nullable=True),
        _text("floss"),
        sa.Column("days", sa.JSON(), nullable=False),
        _text("emphasis", nullable=True),
        _text("rule"),
        _text("reason"),
        _text("ruleset_version"),
        _refers("plan_state", "check_id", "readiness_check"),
        _check("plan_state", "floss", "floss IN ('F-LOCK', 'F0', 'F1', 'F2', 'F3')"),
    )
    _index("plan_state", "check_id")
    _index("plan_state", "utc")


def _session() -> None:
    states = "status IN ('active', 'finished', 'stopped', 'discarded')"
    _table(
        "session",
        sa.Column("plan", sa.JSON(), nullable=False),
        _text("status"),
        _text("ruleset_version"),
        _instant("ended_utc", nullable=True),
        _number("ended_offset_min", nullable=True),
        sa.Column("ended_civil", sa.Date(), nullable=True),
        _check("session", "status", states),
    )
    _index("session", "civil")


def _set_log() -> None:
    counted = ("reps_planned", "reps_done", "position_ms")
    _table(
        "set_log",
        *_in_session("set_log"),
        _number("block"),
        _number("item"),
        _text("exercise"),
        _text("variant"),
        _number("set_no"),
        _text("side", nullable=True),
        _number("reps_planned"),
        _number("reps_done"),
        _text("status"),
        _number("position_ms"),
        _unique("set_log", "session_id", "block"),
        _check("set_log", "side", "side IN ('left', 'right')"),
        _check("set_log", "status", "status IN ('done', 'skipped', 'stopped')"),
        *(_check("set_log", name, f"{name} >= 0") for name in counted),
    )


def _effort_log() -> None:
    words = "effort IN ('easy', 'fine', 'noticeable', 'too-much', 'not-given')"
    _table(
        "effort_log",
        *_in_session("effort_log"),
        _number("item"),
        _text("exercise"),
        _text("effort"),
        _unique("effort_log", "session_id", "item"),
        _check("effort_log", "effort", words),
    )


def _discomfort_log() -> None:
    _table(
        "discomfort_log",
        *_in_session("discomfort_log"),
        _text("kind"),
        _number("item", nullable=True),
        _text("exercise", nullable=True),
        _text("side", nullable=True),
        _number("position_ms"),
        _check("discomfort_log", "kind", "kind IN ('sharp', 'tingling', 'dizzy', 'wrong')"),
        _check("discomfort_log", "side", "side IN ('left', 'right')"),
        _check("discomfort_log", "position_ms", "position_ms >= 0"),
    )
    _index("discomfort_log", "session_id")


def _rating_items(table: str) -> tuple[Item, ...]:
    one = "left_score IS NOT NULL OR right_score IS NOT NULL"
    return (
        sa.Column("session_id", sa.Uuid(), nullable=True),
        _text("kind"),
        _number("left_score", nullable=True),
        _number("right_score", nullable=True),
        sa.Column("backfilled", sa.Boolean(), nullable=False),
        sa.Column("late", sa.Boolean(), nullable=False),
        _check(table, "kind", "kind IN ('daily', 'after')"),
        _check(table, "left_score", "left_score BETWEEN 0 AND 10"),
        _check(table, "right_score", "right_score BETWEEN 0 AND 10"),
        _check(table, "a_side", one),
    )


def _rating() -> None:
    _table("rating", *_rating_items("rating"), _refers("rating", "session_id", "session"))
    _index("rating", "kind", "civil")
    _index("rating", "session_id")


def _rating_history() -> None:
    _table(
        "rating_history",
        sa.Column("rating_id", sa.Uuid(), nullable=False),
        _instant("rated_utc"),
        _number("rated_offset_min"),
        sa.Column("rated_civil", sa.Date(), nullable=False),
        *_rating_items("rating_history"),
        _refers("rating_history", "rating_id", "rating", ondelete="CASCADE"),
    )
    _index("rating_history", "rating_id")
