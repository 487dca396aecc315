"""The tables of the log, as SQLAlchemy rows (X1, K3).

Every table has a UUIDv7 key, the profile it belongs to, a row version, and the instant, UTC
offset and civil date of the event that it records.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime
from enum import StrEnum
from typing import Any, ClassVar
from uuid import UUID

from sqlalchemy import JSON, CheckConstraint, ForeignKey, Index, MetaData, UniqueConstraint, Uuid
from sqlalchemy.orm import DeclarativeBase, Mapped, declared_attr, mapped_column

from coach.domain.decisions import Answer, TickKind
from coach.domain.records import RatingKind, SessionStatus, SetStatus
from coach.domain.terms import Discomfort, Effort, Floss, Gate, Side
from coach.store.types import UtcDateTime

NAMING = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_name)s_%(referred_table_name)s",
    "pk": "pk_%(table_name)s",
}


def one_of(column: str, values: Iterable[StrEnum]) -> CheckConstraint:
    """A CHECK that ``column`` holds one of the words of an enumeration, or nothing."""
    words = ", ".join(f"'{value.value}'" for value in values)
    return CheckConstraint(f"{column} IN ({words})", name=column)


def not_negative(column: str) -> CheckConstraint:
    return CheckConstraint(f"{column} >= 0", name=column)


def score(column: str) -> CheckConstraint:
    """A CHECK that ``column`` holds a whole number from 0 to 10, or nothing (M1)."""
    return CheckConstraint(f"{column} BETWEEN 0 AND 10", name=column)


class Base(DeclarativeBase):
    metadata = MetaData(naming_convention=NAMING)
    type_annotation_map: ClassVar[dict[Any, Any]] = {
        UUID: Uuid(),
        datetime: UtcDateTime(),
        dict[str, Any]: JSON(),
        list[str]: JSON(),
    }


class Versioned:
    """A row version that every update raises; a stale writer is refused."""

    row_version: Mapped[int] = mapped_column(sort_order=-80)

    @declared_attr.directive
    def __mapper_args__(cls) -> dict[str, Any]:  # noqa: N805 - a class attribute, by SQLAlchemy
        return {"version_id_col": cls.row_version}


class Stamped:
    """When it happened: UTC instant, offset of the wall clock, civil date fixed at entry (X1)."""

    utc: Mapped[datetime] = mapped_column(sort_order=-70)
    offset_min: Mapped[int] = mapped_column(sort_order=-69)
    civil: Mapped[date] = mapped_column(sort_order=-68)


class Entry(Stamped, Versioned):
    """What all tables but ``profile`` share."""

    id: Mapped[UUID] = mapped_column(primary_key=True, sort_order=-100)
    profile_id: Mapped[UUID] = mapped_column(ForeignKey("profile.profile_id"), sort_order=-90)


class InSession(Entry):
    """What belongs to one session and goes with it."""

    session_id: Mapped[UUID] = mapped_column(
        ForeignKey("session.id", ondelete="CASCADE"), sort_order=-60
    )


class ProfileRow(Stamped, Versioned, Base):
    __tablename__ = "profile"

    profile_id: Mapped[UUID] = mapped_column(primary_key=True, sort_order=-100)


class SettingRow(Entry, Base):
    __tablename__ = "setting"
    __table_args__ = (UniqueConstraint("profile_id", "key"),)

    key: Mapped[str]
    value: Mapped[str]


class DraftRow(Entry, Base):
    __tablename__ = "check_draft"
    __table_args__ = (UniqueConstraint("profile_id"), not_negative("screen"))

    answers: Mapped[dict[str, Any]]
    screen: Mapped[int]


class CheckRow(Entry, Base):
    __tablename__ = "readiness_check"
    __table_args__ = (one_of("gate", Gate), not_negative("seconds"), Index(None, "utc"))

    answers: Mapped[dict[str, Any]]
    gate: Mapped[str]
    ruleset_version: Mapped[str]
    seconds: Mapped[int]


class PlanRow(Entry, Base):
    __tablename__ = "plan_state"
    __table_args__ = (one_of("floss", Floss), not_negative("load_kg"), Index(None, "utc"))

    check_id: Mapped[UUID] = mapped_column(ForeignKey("readiness_check.id"), index=True)
    stage: Mapped[str | None]
    floss: Mapped[str]
    days: Mapped[list[str]]
    emphasis: Mapped[str | None]
    rule: Mapped[str]
    reason: Mapped[str]
    ruleset_version: Mapped[str]
    load_kg: Mapped[int | None]


class RatingValues:
    """What a rating says; the same columns hold the values that a correction replaced."""

    kind: Mapped[str]
    left_score: Mapped[int | None]
    right_score: Mapped[int | None]
    backfilled: Mapped[bool]
    late: Mapped[bool]


def rating_checks() -> tuple[CheckConstraint, ...]:
    a_side = "left_score IS NOT NULL OR right_score IS NOT NULL"
    return (
        one_of("kind", RatingKind),
        score("left_score"),
        score("right_score"),
        CheckConstraint(a_side, name="a_side"),
    )


class RatingRow(RatingValues, Entry, Base):
    __tablename__ = "rating"
    __table_args__ = (*rating_checks(), Index(None, "kind", "civil"))

    session_id: Mapped[UUID | None] = mapped_column(ForeignKey("session.id"), index=True)


class RatingHistoryRow(RatingValues, Entry, Base):
    """Values that were corrected (M2). Its own instant is that of the correction."""

    __tablename__ = "rating_history"
    __table_args__ = rating_checks()

    rating_id: Mapped[UUID] = mapped_column(
        ForeignKey("rating.id", ondelete="CASCADE"), index=True, sort_order=-60
    )
    rated_utc: Mapped[datetime]
    rated_offset_min: Mapped[int]
    rated_civil: Mapped[date]
    session_id: Mapped[UUID | None]


class SessionRow(Entry, Base):
    __tablename__ = "session"
    __table_args__ = (one_of("status", SessionStatus), Index(None, "civil"))

    plan: Mapped[dict[str, Any]]
    status: Mapped[str]
    ruleset_version: Mapped[str]
    ended_utc: Mapped[datetime | None]
    ended_offset_min: Mapped[int | None]
    ended_civil: Mapped[date | None]


class SetRow(InSession, Base):
    __tablename__ = "set_log"
    __table_args__ = (
        UniqueConstraint("session_id", "block"),
        one_of("side", Side),
        one_of("status", SetStatus),
        not_negative("reps_planned"),
        not_negative("reps_done"),
        not_negative("position_ms"),
    )

    block: Mapped[int]
    item: Mapped[int]
    exercise: Mapped[str]
    variant: Mapped[str]
    set_no: Mapped[int]
    side: Mapped[str | None]
    reps_planned: Mapped[int]
    reps_done: Mapped[int]
    status: Mapped[str]
    position_ms: Mapped[int]


class EffortRow(InSession, Base):
    __tablename__ = "effort_log"
    __table_args__ = (UniqueConstraint("session_id", "item"), one_of("effort", Effort))

    item: Mapped[int]
    exercise: Mapped[str]
    effort: Mapped[str]


class DiscomfortRow(InSession, Base):
    __tablename__ = "discomfort_log"
    __table_args__ = (
        Index(None, "session_id"),
        one_of("kind", Discomfort),
        one_of("side", Side),
        not_negative("position_ms"),
    )

    kind: Mapped[str]
    item: Mapped[int | None]
    exercise: Mapped[str | None]
    side: Mapped[str | None]
    position_ms: Mapped[int]


class FlossToldRow(InSession, Base):
    __tablename__ = "floss_told"
    __table_args__ = (
        UniqueConstraint("profile_id", "discomfort_id"),
        Index(None, "session_id"),
        score("strength"),
        not_negative("lasted_s"),
        one_of("side", Side),
    )

    discomfort_id: Mapped[UUID] = mapped_column(
        ForeignKey("discomfort_log.id", ondelete="CASCADE"), index=True
    )
    strength: Mapped[int]
    lasted_s: Mapped[int]
    further_down: Mapped[bool]
    numb: Mapped[bool]
    side: Mapped[str | None]


class TickRow(Entry, Base):
    __tablename__ = "checkin_tick"
    __table_args__ = (
        UniqueConstraint("profile_id", "kind", "civil"),
        one_of("kind", TickKind),
        Index(None, "civil"),
    )

    kind: Mapped[str]
    is_on: Mapped[bool]


class DecisionRow(Entry, Base):
    __tablename__ = "decision"
    __table_args__ = (one_of("answer", Answer), Index(None, "civil"))

    session_id: Mapped[UUID | None] = mapped_column(
        ForeignKey("session.id", ondelete="CASCADE"), index=True, sort_order=-60
    )
    rule: Mapped[str]
    text: Mapped[str]
    reason: Mapped[str]
    ruleset_version: Mapped[str]
    answer: Mapped[str | None]
    detail: Mapped[dict[str, Any]]
