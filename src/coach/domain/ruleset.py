"""The rule tables, read from one versioned content file (X2)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from coach.domain.dose import Dose, Pace, Rhythm, RhythmKind
from coach.domain.fields import Fields
from coach.domain.terms import Floss, PhaseKind, Stage

_USUAL_STAGES = (Stage.S1, Stage.S0, Stage.S2, Stage.S3, Stage.S4)
_COUNTS = ("sets", "reps", "breaths", "hold_s", "positions", "rest_s", "load_kg")


@dataclass(frozen=True, slots=True)
class Times:
    """Fixed stretches of a session, in milliseconds (T1)."""

    check_ms: int
    rate_ms: int
    get_ready_ms: int
    move_ms: int
    position_change_ms: int


@dataclass(frozen=True, slots=True)
class StageTable:
    """One column of the stage table: exercises in order, each with its dose."""

    order: tuple[str, ...]
    doses: Mapping[str, Dose]


@dataclass(frozen=True, slots=True)
class Effect:
    """What a modifier does to a plan (K18). ``capped_by`` names the modifiers behind ``cap``.
    ``swings_from`` is the first stage with leg swings; ``None`` bars them. ``swap`` maps
    "exercise.variant" to the variant that stands in."""

    cap: Stage = Stage.S4
    capped_by: tuple[str, ...] = ()
    min_stage_days: int = 10
    swings_from: Stage | None = Stage.S2
    ease: bool = True
    two_leg: bool = False
    forbid: frozenset[str] = frozenset()
    positions: int | None = None
    hinge_deg: int | None = None
    swap: Mapping[str, str] | None = None


@dataclass(frozen=True, slots=True)
class Lift:
    """What ends the cap of a modifier: days, days without ache, or steady sessions. ``tick_days``
    is how long a tick of the check-in adds a modifier (K9)."""

    days: int | None = None
    calm_days: int | None = None
    steady_sessions: int | None = None
    tick_days: int | None = None


@dataclass(frozen=True, slots=True)
class Ruleset:
    """Every table of the rules; ``version`` is stored with each session (X2)."""

    version: str
    times: Times
    pace: Pace
    rhythms: Mapping[str, Rhythm]
    stages: Mapping[Stage, StageTable]
    other: Mapping[str, Mapping[str, Any]]
    floss: Mapping[Floss, Dose]
    usual: Mapping[str, Dose]
    modifiers: Mapping[str, Effect]
    lifts: Mapping[str, Lift]

    def extra(self, name: str) -> Dose:
        """A dose that stands beside the stages, as a whole."""
        return Dose().with_(self.other[name])

    def doses(self, exercise: str) -> Iterator[Dose]:
        """The doses of an exercise, the usual one first; none where no table names it."""
        for stage in _USUAL_STAGES:
            if exercise in self.stages[stage].doses:
                yield self.stages[stage].doses[exercise]
        if exercise in self.usual:
            yield self.usual[exercise]


def parse_ruleset(data: Mapping[str, Any], file: str) -> Ruleset:
    """Read ``ruleset.toml``; raises ``ContentError`` naming file, key and reason."""
    top = Fields(data, file)
    other = {name: _patch(f) for name, f in top.table("other").subtables()}
    modifiers = dict(top.table("modifier").subtables())
    floss = {Floss(name): Dose().with_(_patch(f)) for name, f in top.table("floss").subtables()}
    rules = Ruleset(
        version=top.string("version"),
        times=_times(top.table("time")),
        pace=_pace(top.table("pace")),
        rhythms={name: _rhythm(f) for name, f in top.table("rhythm").subtables()},
        stages={stage: _stage(top.table("stage").table(stage)) for stage in Stage},
        other=other,
        floss=floss,
        usual=_usual(top.table("usual"), _by_name(floss, other)),
        lifts={name: _lift(f) for name, f in modifiers.items()},
        modifiers={name: _effect(name, f) for name, f in modifiers.items()},
    )
    top.done()
    return rules


def _by_name(
    floss: Mapping[Floss, Dose], other: Mapping[str, Mapping[str, Any]]
) -> Mapping[str, Dose]:
    levels = {level.value: dose for level, dose in floss.items()}
    return levels | {name: Dose().with_(patch) for name, patch in other.items()}


def _usual(f: Fields, doses: Mapping[str, Dose]) -> Mapping[str, Dose]:
    f.strings("rules", ())
    found = {}
    for exercise, name in f.items():
        if exercise == "rules":
            continue
        if name not in doses:
            raise f.fail(exercise, f"names no table of other or floss: '{name}'")
        found[exercise] = doses[name]
    return found


def _times(f: Fields) -> Times:
    f.strings("rules")
    times = Times(
        check_ms=_ms(f, "check_s"),
        rate_ms=_ms(f, "rate_s"),
        get_ready_ms=_ms(f, "get_ready_s"),
        move_ms=_ms(f, "move_s"),
        position_change_ms=_ms(f, "position_change_s"),
    )
    f.done()
    return times


def _ms(f: Fields, key: str, default: float | None = None) -> int:
    seconds = f.number(key) if default is None else f.number(key, default)
    return round(seconds * 1000)


def _pace(f: Fields) -> Pace:
    f.strings("rules")
    for key in ("inhale_range_s", "exhale_range_s", "cycle_range_s"):
        f.value(key, (list,))
    pace = Pace(_ms(f, "inhale_s"), _ms(f, "exhale_s"))
    f.done()
    return pace


def _rhythm(f: Fields) -> Rhythm:
    f.strings("rules", ())
    first = f.choice("first", PhaseKind, None) or PhaseKind.LOWER
    rhythm = Rhythm(f.choice("kind", RhythmKind), first, _ms(f, "switch_s", 0))
    f.done()
    return rhythm


def _stage(f: Fields) -> StageTable:
    f.strings("rules", ())
    order = f.strings("order")
    table = StageTable(order, {name: Dose().with_(_patch(f.table(name))) for name in order})
    f.done()
    return table


def _patch(f: Fields) -> Mapping[str, Any]:
    """The fields of a dose that a table gives."""
    f.strings("rules", ())
    given: dict[str, Any] = {}
    for key, _ in f.items():
        if key == "rules":
            continue
        if key in _COUNTS:
            given[key] = f.integer(key)
        elif key == "per_side":
            given[key] = f.flag(key)
        elif key in ("variant", "tempo"):
            given[key] = f.string(key)
        else:
            raise f.fail(key, "is not a part of a dose")
    return given


def _lift(f: Fields) -> Lift:
    """What ends the cap of a modifier; the rest of its table is read by ``_effect``."""
    return Lift(
        days=f.integer("cap_days", 0) or None,
        calm_days=f.integer("cap_calm_days", 0) or None,
        steady_sessions=f.integer("cap_steady_sessions", 0) or None,
        tick_days=f.integer("tick_days", 0) or None,
    )


def _effect(name: str, f: Fields) -> Effect:
    f.strings("rules", ())
    swings = f.string("swings", "S2")
    cap = f.choice("cap", Stage, None) or Stage.S4
    effect = Effect(
        cap=cap,
        capped_by=() if cap is Stage.S4 else (name,),
        min_stage_days=f.integer("min_stage_days", 10),
        swings_from=None if swings == "never" else Stage(swings),
        ease=bool(f.value("ease", (bool,), default=True)),
        two_leg=f.flag("two_leg"),
        forbid=frozenset(f.strings("forbid", ())),
        positions=f.integer("positions", 0) or None,
        hinge_deg=f.integer("hinge_deg", 0) or None,
        swap={key: str(value) for key, value in f.table("swap", required=False).items()},
    )
    f.done()
    return effect
