"""Keep decisions, ticks, words on tingling, and the weight of the strength stages."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from coach.store.migrations.columns import (
    in_session,
    make_index,
    make_table,
    must,
    number,
    refers,
    text,
    unique,
)

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    _load()
    _floss_told()
    _checkin_tick()
    _decision()


def _load() -> None:
    """SQLite takes a rule only with the table, so it is built anew with what it already has."""
    rule = must("plan_state", "load_kg", "load_kg >= 0")
    with op.batch_alter_table("plan_state", recreate="always", table_args=(rule,)) as table:
        table.add_column(number("load_kg", nullable=True))


def _floss_told() -> None:
    make_table(
        "floss_told",
        *in_session("floss_told"),
        sa.Column("discomfort_id", sa.Uuid(), nullable=False),
        number("strength"),
        number("lasted_s"),
        sa.Column("further_down", sa.Boolean(), nullable=False),
        sa.Column("numb", sa.Boolean(), nullable=False),
        text("side", nullable=True),
        refers("floss_told", "discomfort_id", "discomfort_log", ondelete="CASCADE"),
        unique("floss_told", "profile_id", "discomfort_id"),
        must("floss_told", "strength", "strength BETWEEN 0 AND 10"),
        must("floss_told", "lasted_s", "lasted_s >= 0"),
        must("floss_told", "side", "side IN ('left', 'right')"),
    )
    make_index("floss_told", "session_id")
    make_index("floss_told", "discomfort_id")


def _checkin_tick() -> None:
    kinds = "kind IN ('steady', 'sit-bone', 'kneeling', 'swelling', 'awake')"
    make_table(
        "checkin_tick",
        text("kind"),
        sa.Column("is_on", sa.Boolean(), nullable=False),
        unique("checkin_tick", "profile_id", "kind", "civil"),
        must("checkin_tick", "kind", kinds),
    )
    make_index("checkin_tick", "civil")


def _decision() -> None:
    answers = "answer IN ('accepted', 'declined', 'dismissed')"
    make_table(
        "decision",
        sa.Column("session_id", sa.Uuid(), nullable=True),
        text("rule"),
        text("text"),
        text("reason"),
        text("ruleset_version"),
        text("answer", nullable=True),
        sa.Column("detail", sa.JSON(), nullable=False),
        refers("decision", "session_id", "session", ondelete="CASCADE"),
        must("decision", "answer", answers),
    )
    make_index("decision", "civil")
    make_index("decision", "session_id")
