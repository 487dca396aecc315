"""Begin the log."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from coach.store.migrations.columns import (
    Item,
    common,
    in_session,
    instant,
    make_index,
    make_table,
    must,
    number,
    refers,
    text,
    unique,
)

revision = "0001"
down_revision = None


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


def _profile() -> None:
    op.create_table(
        "profile",
        sa.Column("profile_id", sa.Uuid(), nullable=False),
        *common(),
        sa.PrimaryKeyConstraint("profile_id", name=op.f("pk_profile")),
    )


def _setting() -> None:
    make_table("setting", text("key"), text("value"), unique("setting", "profile_id", "key"))


def _check_draft() -> None:
    make_table(
        "check_draft",
        sa.Column("answers", sa.JSON(), nullable=False),
        number("screen"),
        unique("check_draft", "profile_id"),
        must("check_draft", "screen", "screen >= 0"),
    )


def _readiness_check() -> None:
    gates = "gate IN ('red-now', 'out', 'red-soon', 'amber', 'green')"
    make_table(
        "readiness_check",
        sa.Column("answers", sa.JSON(), nullable=False),
        text("gate"),
        text("ruleset_version"),
        number("seconds"),
        must("readiness_check", "gate", gates),
        must("readiness_check", "seconds", "seconds >= 0"),
    )
    make_index("readiness_check", "utc")


def _plan_state() -> None:
    make_table(
        "plan_state",
        sa.Column("check_id", sa.Uuid(), nullable=False),
        text("stage", nullable=True),
        text("floss"),
        sa.Column("days", sa.JSON(), nullable=False),
        text("emphasis", nullable=True),
        text("rule"),
        text("reason"),
        text("ruleset_version"),
        refers("plan_state", "check_id", "readiness_check"),
        must("plan_state", "floss", "floss IN ('F-LOCK', 'F0', 'F1', 'F2', 'F3')"),
    )
    make_index("plan_state", "check_id")
    make_index("plan_state", "utc")


def _session() -> None:
    states = "status IN ('active', 'finished', 'stopped', 'discarded')"
    make_table(
        "session",
        sa.Column("plan", sa.JSON(), nullable=False),
        text("status"),
        text("ruleset_version"),
        instant("ended_utc", nullable=True),
        number("ended_offset_min", nullable=True),
        sa.Column("ended_civil", sa.Date(), nullable=True),
        must("session", "status", states),
    )
    make_index("session", "civil")


def _set_log() -> None:
    counted = ("reps_planned", "reps_done", "position_ms")
    make_table(
        "set_log",
        *in_session("set_log"),
        number("block"),
        number("item"),
        text("exercise"),
        text("variant"),
        number("set_no"),
        text("side", nullable=True),
        number("reps_planned"),
        number("reps_done"),
        text("status"),
        number("position_ms"),
        unique("set_log", "session_id", "block"),
        must("set_log", "side", "side IN ('left', 'right')"),
        must("set_log", "status", "status IN ('done', 'skipped', 'stopped')"),
        *(must("set_log", name, f"{name} >= 0") for name in counted),
    )


def _effort_log() -> None:
    words = "effort IN ('easy', 'fine', 'noticeable', 'too-much', 'not-given')"
    make_table(
        "effort_log",
        *in_session("effort_log"),
        number("item"),
        text("exercise"),
        text("effort"),
        unique("effort_log", "session_id", "item"),
        must("effort_log", "effort", words),
    )


def _discomfort_log() -> None:
    make_table(
        "discomfort_log",
        *in_session("discomfort_log"),
        text("kind"),
        number("item", nullable=True),
        text("exercise", nullable=True),
        text("side", nullable=True),
        number("position_ms"),
        must("discomfort_log", "kind", "kind IN ('sharp', 'tingling', 'dizzy', 'wrong')"),
        must("discomfort_log", "side", "side IN ('left', 'right')"),
        must("discomfort_log", "position_ms", "position_ms >= 0"),
    )
    make_index("discomfort_log", "session_id")


def _rating_items(table: str) -> tuple[Item, ...]:
    one = "left_score IS NOT NULL OR right_score IS NOT NULL"
    return (
        sa.Column("session_id", sa.Uuid(), nullable=True),
        text("kind"),
        number("left_score", nullable=True),
        number("right_score", nullable=True),
        sa.Column("backfilled", sa.Boolean(), nullable=False),
        sa.Column("late", sa.Boolean(), nullable=False),
        must(table, "kind", "kind IN ('daily', 'after')"),
        must(table, "left_score", "left_score BETWEEN 0 AND 10"),
        must(table, "right_score", "right_score BETWEEN 0 AND 10"),
        must(table, "a_side", one),
    )


def _rating() -> None:
    make_table("rating", *_rating_items("rating"), refers("rating", "session_id", "session"))
    make_index("rating", "kind", "civil")
    make_index("rating", "session_id")


def _rating_history() -> None:
    make_table(
        "rating_history",
        sa.Column("rating_id", sa.Uuid(), nullable=False),
        instant("rated_utc"),
        number("rated_offset_min"),
        sa.Column("rated_civil", sa.Date(), nullable=False),
        *_rating_items("rating_history"),
        refers("rating_history", "rating_id", "rating", ondelete="CASCADE"),
    )
    make_index("rating_history", "rating_id")
