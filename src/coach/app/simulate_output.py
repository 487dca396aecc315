"""A simulated life as JSON Lines and as lines for the terminal (docs/personas.md)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from coach.app.advice import WhyLine
from coach.app.living import LivedDay
from coach.domain.day import plan_week
from coach.domain.persona import Persona
from coach.domain.records import Rating
from coach.domain.terms import Weekday
from coach.domain.trend import Verdict
from coach.domain.verdict_text import VerdictTexts, sentence

SIMULATE_SCHEMA = "coach.simulate/1"
_INDENT = " " * 17


def day_data(lived: LivedDay, texts: VerdictTexts) -> dict[str, Any]:
    """One line of ``coach simulate --json``; ``verdict`` stands only on weekly looks."""
    found: dict[str, Any] = {
        "schema": SIMULATE_SCHEMA,
        "date": lived.day.isoformat(),
        "day": lived.number,
        "gate": lived.gate.value,
        "locked": lived.stage is None,
        "stage": None if lived.stage is None else lived.stage.value,
        "floss": lived.floss.value,
        "planned": lived.planned,
        "done": lived.done,
        "ratings": _ratings(lived),
        "why": _told(lived.why),
        "changes": _told(lived.changes),
    }
    if lived.verdict is not None:
        found["verdict"] = _verdict(lived.verdict, texts)
    return found


def _ratings(lived: LivedDay) -> dict[str, int | None] | None:
    if lived.rating is None:
        return None
    return {
        "left": lived.rating.left,
        "right": lived.rating.right,
        "score": lived.rating.score,
        "after": None if lived.after is None else lived.after.score,
    }


def _told(lines: Iterable[WhyLine]) -> list[dict[str, str]]:
    return [{"rule": line.rule, "text": line.text} for line in lines]


def _verdict(found: Verdict, texts: VerdictTexts) -> dict[str, Any]:
    return {
        "verdict": found.kind.value,
        "look_day": found.look_day,
        "difference": _short(found.difference),
        "low": _short(found.low),
        "high": _short(found.high),
        "n": found.n,
        "rho": _short(found.rho),
        "p": _short(found.p),
        "sentence": sentence(found, texts),
    }


def _short(value: float | None) -> float | None:
    """Six decimals, so that the last bits of a machine's own arithmetic never show."""
    return None if value is None else round(value, 6) + 0.0


def lines(persona: Persona, days: Iterable[LivedDay], texts: VerdictTexts) -> Iterator[str]:
    """The life for a person at a terminal, week by week."""
    yield f"{persona.name}, from {persona.start}, seed {persona.seed}"
    for lived in days:
        if lived.number % 7 == 1:
            yield ""
            yield f"Week {plan_week(persona.start, lived.day)}"
        yield from _day_lines(lived, texts)


def _day_lines(lived: LivedDay, texts: VerdictTexts) -> Iterator[str]:
    yield (
        f"  {Weekday.of(lived.day)} {lived.day}  {_state(lived):24} "
        f"{_rated(lived.rating):7} {_session(lived)}".rstrip()
    )
    for told in lived.changes:
        yield f"{_INDENT} * {told.text} [{told.rule}]"
    for told in lived.why:
        yield f"{_INDENT} - {told.text} [{told.rule}]"
    if lived.verdict is not None:
        yield f"{_INDENT} = {sentence(lived.verdict, texts)} [M4, day {lived.verdict.look_day}]"


def _state(lived: LivedDay) -> str:
    if lived.stage is None:
        return f"{lived.gate} (locked)"
    return f"{lived.gate} {lived.stage} {lived.floss}"


def _rated(rating: Rating | None) -> str:
    if rating is None:
        return "-"
    sides = ("-" if side is None else str(side) for side in (rating.left, rating.right))
    return " / ".join(sides)


def _session(lived: LivedDay) -> str:
    if lived.done is None:
        return lived.planned
    return f"{lived.planned}: {'done' if lived.done == lived.planned else lived.done}"
