"""The plan and the timeline as plain data and as lines for the terminal (docs/user-guide.md)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from coach.app.lengths import clock
from coach.domain.book import Book
from coach.domain.dose import Item, item_to_data
from coach.domain.plan import DayPlan, Plan
from coach.domain.reason import Reason
from coach.domain.screening import Finding
from coach.domain.timeline import Timeline

PLAN_SCHEMA = "coach.plan/1"
TIMELINE_SCHEMA = "coach.timeline/1"


def plan_data(plan: Plan, book: Book) -> dict[str, Any]:
    """``coach plan --json``."""
    return {
        "schema": PLAN_SCHEMA,
        "ruleset": book.rules.version,
        "gate": plan.screening.gate.value,
        "locked": plan.screening.locked,
        "reasons": [
            {"rule": f.rule, "text": finding_text(f, book), "urgency": f.urgency}
            for f in plan.screening.findings
        ],
        "modifiers": list(plan.modifiers),
        "patterns": [
            {"id": p.id.value, "points": p.points, "max": p.most, "shown": p.shown}
            for p in plan.profile.patterns
        ],
        "emphasis": plan.emphasis.value,
        "stage": plan.stage.value if plan.stage else None,
        "cap": plan.effect.cap.value,
        "min_stage_days": plan.effect.min_stage_days,
        "floss": plan.floss.value,
        "days": [_day(day, plan) for day in plan.days],
        "why": [{"rule": r.rule, "text": why_text(r, book)} for r in plan.why],
    }


def _day(day: DayPlan, plan: Plan) -> dict[str, Any]:
    return {
        "day": day.day.value,
        "kind": day.kind.value,
        "seconds": day.planned_ms // 1000,
        "items": [item_to_data(item, plan.pace) for item in day.items],
    }


def finding_text(finding: Finding, book: Book) -> str:
    """What the answer says, in the user's words."""
    if finding.option is None:
        return book.texts[finding.text]
    sign = finding.option.sign
    return sign.get(book.language) or sign["en"]


def why_text(why: Reason, book: Book) -> str:
    """The sentence of a reason; names of patterns come from the texts too."""
    return book.texts.sentence(why)


def timeline_data(timeline: Timeline) -> dict[str, Any]:
    """``coach timeline --json``."""
    return {
        "schema": TIMELINE_SCHEMA,
        "total_ms": timeline.total_ms,
        "phases": [
            {
                "start_ms": p.start_ms,
                "duration_ms": p.duration_ms,
                "kind": p.kind.value,
                "exercise": p.exercise,
                "set": p.set,
                "rep": p.rep,
                "side": p.side.value if p.side else None,
                "position": p.position,
                "say": p.say,
            }
            for p in timeline
        ],
    }


def plan_lines(plan: Plan, book: Book) -> Iterator[str]:
    """The plan for a person at a terminal."""
    yield f"Readiness: {plan.screening.gate.value}{' (locked)' if plan.screening.locked else ''}"
    for finding in plan.screening.findings:
        yield f"  - {finding_text(finding, book)} [{finding.rule}]"
    if plan.stage is not None:
        name = book.texts[f"stage_name.{plan.stage}"]
        accent = book.texts[f"pattern.{plan.emphasis}"]
        yield f"{name} · {accent} · floss {plan.floss.value}"
    for day in plan.days:
        length = clock(day.planned_ms) if day.items else "-"
        yield f"{day.day.value:4}{day.kind.value:6}{length:>6}  {_names(day, book)}".rstrip()
    for why in plan.why:
        yield f"  {why_text(why, book)} [{why.rule}]"


def _names(day: DayPlan, book: Book) -> str:
    return ", ".join(f"{_short(item, book)} {dose_text(item)}" for item in day.items)


def _short(item: Item, book: Book) -> str:
    return book.catalog[item.exercise].text(book.language).short.lower()


def dose_text(item: Item) -> str:
    """A compact dose: "3×5", "3 positions × 3 /side"."""
    dose = item.dose
    count = dose.reps or dose.breaths or f"{dose.hold_s} s"
    each = f"{dose.positions} × {count}" if dose.positions else f"{dose.sets}×{count}"
    return f"{each}/side" if dose.per_side else each


def timeline_lines(timeline: Timeline) -> Iterator[str]:
    """The phases for a person at a terminal."""
    for p in timeline:
        where = " ".join(
            str(part)
            for part in (
                p.exercise or "",
                f"set {p.set}" if p.set else "",
                f"rep {p.rep}" if p.rep else "",
                f"position {p.position}" if p.position else "",
                p.side.value if p.side else "",
            )
            if part
        )
        quote = f"  “{p.say}”" if p.say else ""
        line = f"{clock(p.start_ms):>6} {p.duration_ms / 1000:6.1f} s  {p.kind.value:16}"
        yield f"{line}{where}{quote}".rstrip()
    yield f"{clock(timeline.total_ms):>6} in all"
