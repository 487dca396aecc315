"""Doses and plan items: how much of which variant (R1)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import Any

from coach.domain.terms import PhaseKind


class RhythmKind(StrEnum):
    """How an exercise is counted and timed (T1)."""

    BREATH = "breath"
    BRIDGE = "bridge"
    POSITIONS = "positions"
    REPS = "reps"
    HOLDS = "holds"


@dataclass(frozen=True, slots=True)
class Rhythm:
    """``first`` is the movement a rep begins with; the side switch is in milliseconds."""

    kind: RhythmKind
    first: PhaseKind = PhaseKind.LOWER
    switch_ms: int = 0


@dataclass(frozen=True, slots=True)
class Dose:
    """Sets of reps, breaths or holds. ``tempo`` is in seconds: "3-1-2" down-hold-up, "2-2"."""

    variant: str = ""
    sets: int = 1
    reps: int | None = None
    breaths: int | None = None
    hold_s: int | None = None
    positions: int | None = None
    per_side: bool = False
    tempo: str | None = None
    rest_s: int = 0
    load_kg: int | None = None

    def with_(self, patch: Mapping[str, Any]) -> Dose:
        """This dose with some fields replaced."""
        return replace(self, **patch)


@dataclass(frozen=True, slots=True)
class Item:
    """One exercise of a session: variant, dose, limits and the rules it comes from.

    ``limits`` are upper bounds such as ``hinge_deg``; ``half_range`` is 1 where only half of it
    is done. ``dose.load_kg`` is the weight held, ``limits["load_kg"]`` the most there may be.
    """

    exercise: str
    dose: Dose
    limits: Mapping[str, int] = field(default_factory=dict)
    rules: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Pace:
    """Breath pace in milliseconds (default 4 s in, 6 s out)."""

    inhale_ms: int = 4000
    exhale_ms: int = 6000

    @property
    def cycle_ms(self) -> int:
        return self.inhale_ms + self.exhale_ms


def item_to_data(item: Item, pace: Pace) -> dict[str, Any]:
    """The item as plain data in the form of ``coach plan --json``."""
    dose = item.dose
    tempo = dose.tempo
    if item.exercise == "breathing_bridge":
        tempo = f"{_seconds(pace.inhale_ms)}-{_seconds(pace.exhale_ms)}"
    counted = {"reps": dose.reps, "breaths": dose.breaths, "hold_s": dose.hold_s}
    return {
        "exercise": item.exercise,
        "variant": dose.variant,
        "sets": dose.sets,
        **{key: count for key, count in counted.items() if count is not None},
        "positions": dose.positions,
        "per_side": dose.per_side,
        "tempo": tempo,
        "rest_s": dose.rest_s,
        **({} if dose.load_kg is None else {"load_kg": dose.load_kg}),
        "limits": dict(item.limits),
        "rules": list(item.rules),
    }


def item_from_data(data: Mapping[str, Any]) -> Item:
    """The inverse of ``item_to_data``; raises ``KeyError`` where a key is missing."""
    tempo = None if data["exercise"] == "breathing_bridge" else data["tempo"]
    dose = Dose(
        variant=data["variant"],
        sets=data["sets"],
        reps=data.get("reps"),
        breaths=data.get("breaths"),
        hold_s=data.get("hold_s"),
        positions=data["positions"],
        per_side=data["per_side"],
        tempo=tempo,
        rest_s=data["rest_s"],
        load_kg=data.get("load_kg"),
    )
    return Item(data["exercise"], dose, dict(data["limits"]), tuple(data["rules"]))


def _seconds(ms: int) -> str:
    return f"{ms / 1000:g}"
