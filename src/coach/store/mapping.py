"""Rows to records and back. Frozen records cannot be mapped by SQLAlchemy itself."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from coach.domain.records import (
    Check,
    CheckDraft,
    DiscomfortLog,
    EffortLog,
    PlanState,
    Rating,
    RatingKind,
    SessionLog,
    SessionStatus,
    SetLog,
    SetStatus,
    Stamp,
)
from coach.domain.terms import Discomfort, Effort, Emphasis, Floss, Gate, Side, Stage, Weekday
from coach.store.plain import plain
from coach.store.rows import (
    CheckRow,
    DiscomfortRow,
    DraftRow,
    EffortRow,
    PlanRow,
    RatingRow,
    SessionRow,
    SetRow,
    Stamped,
)

Values = dict[str, Any]


def stamp_values(stamp: Stamp | None, prefix: str = "") -> Values:
    return {
        f"{prefix}utc": stamp and stamp.utc,
        f"{prefix}offset_min": stamp and stamp.offset_min,
        f"{prefix}civil": stamp and stamp.civil,
    }


def to_stamp(row: Stamped) -> Stamp:
    return Stamp(row.utc, row.offset_min, row.civil)


def draft_values(draft: CheckDraft) -> Values:
    return {"answers": plain(draft.answers), "screen": draft.screen}


def to_draft(row: DraftRow) -> CheckDraft:
    return CheckDraft(answers=row.answers, screen=row.screen)


def check_values(check: Check) -> Values:
    return {
        **stamp_values(check.stamp),
        "answers": plain(check.answers),
        "gate": check.gate.value,
        "ruleset_version": check.ruleset_version,
        "seconds": check.seconds,
    }


def to_check(row: CheckRow) -> Check:
    return Check(
        id=row.id,
        stamp=to_stamp(row),
        answers=row.answers,
        gate=Gate(row.gate),
        ruleset_version=row.ruleset_version,
        seconds=row.seconds,
    )


def plan_values(plan: PlanState) -> Values:
    return {
        **stamp_values(plan.stamp),
        "check_id": plan.check_id,
        "stage": plan.stage and plan.stage.value,
        "floss": plan.floss.value,
        "days": [day.value for day in plan.days],
        "emphasis": plan.emphasis and plan.emphasis.value,
        "rule": plan.rule,
        "reason": plan.reason,
        "ruleset_version": plan.ruleset_version,
        "load_kg": plan.load_kg,
    }


def to_plan(row: PlanRow) -> PlanState:
    return PlanState(
        id=row.id,
        stamp=to_stamp(row),
        check_id=row.check_id,
        stage=None if row.stage is None else Stage(row.stage),
        floss=Floss(row.floss),
        days=tuple(Weekday(day) for day in row.days),
        emphasis=None if row.emphasis is None else Emphasis(row.emphasis),
        rule=row.rule,
        reason=row.reason,
        ruleset_version=row.ruleset_version,
        load_kg=row.load_kg,
    )


def rating_values(rating: Rating) -> Values:
    return {
        **stamp_values(rating.stamp),
        "kind": rating.kind.value,
        "left_score": rating.left,
        "right_score": rating.right,
        "session_id": rating.session_id,
        "backfilled": rating.backfilled,
        "late": rating.late,
    }


def history_values(old: Rating, changed: Stamp) -> Values:
    """What a correction replaced: the old values and instant, stamped with the change."""
    return {
        **rating_values(old),
        **stamp_values(old.stamp, "rated_"),
        **stamp_values(changed),
        "rating_id": old.id,
    }


def to_rating(row: RatingRow) -> Rating:
    return Rating(
        id=row.id,
        kind=RatingKind(row.kind),
        stamp=to_stamp(row),
        left=row.left_score,
        right=row.right_score,
        session_id=row.session_id,
        backfilled=row.backfilled,
        late=row.late,
    )


def set_values(entry: SetLog) -> Values:
    return {
        **stamp_values(entry.stamp),
        "id": entry.id,
        "session_id": entry.session_id,
        "block": entry.block,
        "item": entry.item,
        "exercise": entry.exercise,
        "variant": entry.variant,
        "set_no": entry.set,
        "side": entry.side and entry.side.value,
        "reps_planned": entry.reps_planned,
        "reps_done": entry.reps_done,
        "status": entry.status.value,
        "position_ms": entry.position_ms,
    }


def to_set(row: SetRow) -> SetLog:
    return SetLog(
        id=row.id,
        session_id=row.session_id,
        stamp=to_stamp(row),
        block=row.block,
        item=row.item,
        exercise=row.exercise,
        variant=row.variant,
        set=row.set_no,
        side=to_side(row.side),
        reps_planned=row.reps_planned,
        reps_done=row.reps_done,
        status=SetStatus(row.status),
        position_ms=row.position_ms,
    )


def effort_values(entry: EffortLog) -> Values:
    return {
        **stamp_values(entry.stamp),
        "id": entry.id,
        "session_id": entry.session_id,
        "item": entry.item,
        "exercise": entry.exercise,
        "effort": entry.effort.value,
    }


def to_effort(row: EffortRow) -> EffortLog:
    return EffortLog(
        id=row.id,
        session_id=row.session_id,
        stamp=to_stamp(row),
        item=row.item,
        exercise=row.exercise,
        effort=Effort(row.effort),
    )


def discomfort_values(entry: DiscomfortLog) -> Values:
    return {
        **stamp_values(entry.stamp),
        "session_id": entry.session_id,
        "kind": entry.kind.value,
        "item": entry.item,
        "exercise": entry.exercise,
        "side": entry.side and entry.side.value,
        "position_ms": entry.position_ms,
    }


def to_discomfort(row: DiscomfortRow) -> DiscomfortLog:
    return DiscomfortLog(
        id=row.id,
        session_id=row.session_id,
        stamp=to_stamp(row),
        kind=Discomfort(row.kind),
        item=row.item,
        exercise=row.exercise,
        side=to_side(row.side),
        position_ms=row.position_ms,
    )


def session_values(session: SessionLog) -> Values:
    return {
        **stamp_values(session.stamp),
        **stamp_values(session.ended, "ended_"),
        "plan": plain(session.plan),
        "status": session.status.value,
        "ruleset_version": session.ruleset_version,
    }


def to_session(
    row: SessionRow,
    sets: Sequence[SetRow],
    efforts: Sequence[EffortRow],
    discomforts: Sequence[DiscomfortRow],
) -> SessionLog:
    return SessionLog(
        id=row.id,
        stamp=to_stamp(row),
        plan=row.plan,
        status=SessionStatus(row.status),
        ruleset_version=row.ruleset_version,
        ended=_ended(row),
        sets=tuple(to_set(entry) for entry in sets),
        efforts=tuple(to_effort(entry) for entry in efforts),
        discomforts=tuple(to_discomfort(entry) for entry in discomforts),
    )


def _ended(row: SessionRow) -> Stamp | None:
    if row.ended_utc is None or row.ended_offset_min is None or row.ended_civil is None:
        return None
    return Stamp(row.ended_utc, row.ended_offset_min, row.ended_civil)


def to_side(value: str | None) -> Side | None:
    return None if value is None else Side(value)
