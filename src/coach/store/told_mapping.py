"""Rows to records and back, for what was told besides sessions and ratings."""

from __future__ import annotations

from coach.domain.decisions import Answer, Decision, FlossTold, Tick, TickKind
from coach.store.mapping import Values, stamp_values, to_side, to_stamp
from coach.store.plain import plain
from coach.store.rows import DecisionRow, FlossToldRow, TickRow


def floss_told_values(told: FlossTold) -> Values:
    return {
        **stamp_values(told.stamp),
        "id": told.id,
        "session_id": told.session_id,
        "discomfort_id": told.discomfort_id,
        "strength": told.strength,
        "lasted_s": told.lasted_s,
        "further_down": told.further_down,
        "numb": told.numb,
        "side": told.side and told.side.value,
    }


def to_floss_told(row: FlossToldRow) -> FlossTold:
    return FlossTold(
        id=row.id,
        session_id=row.session_id,
        discomfort_id=row.discomfort_id,
        stamp=to_stamp(row),
        strength=row.strength,
        lasted_s=row.lasted_s,
        further_down=row.further_down,
        numb=row.numb,
        side=to_side(row.side),
    )


def tick_values(tick: Tick) -> Values:
    return {
        **stamp_values(tick.stamp),
        "id": tick.id,
        "kind": tick.kind.value,
        "is_on": tick.on,
    }


def to_tick(row: TickRow) -> Tick:
    return Tick(id=row.id, stamp=to_stamp(row), kind=TickKind(row.kind), on=row.is_on)


def decision_values(decision: Decision) -> Values:
    return {
        **stamp_values(decision.stamp),
        "id": decision.id,
        "session_id": decision.session_id,
        "rule": decision.rule,
        "text": decision.text,
        "reason": decision.reason,
        "ruleset_version": decision.ruleset_version,
        "answer": decision.answer and decision.answer.value,
        "detail": plain(decision.detail),
    }


def to_decision(row: DecisionRow) -> Decision:
    return Decision(
        id=row.id,
        stamp=to_stamp(row),
        rule=row.rule,
        text=row.text,
        reason=row.reason,
        ruleset_version=row.ruleset_version,
        session_id=row.session_id,
        answer=None if row.answer is None else Answer(row.answer),
        detail=row.detail,
    )
