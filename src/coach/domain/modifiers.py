"""Modifiers: flags from the answers whose effects combine, the strictest value winning."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Set
from dataclasses import replace
from functools import reduce

from coach.domain.answers import Answers
from coach.domain.ruleset import Effect, Ruleset
from coach.domain.terms import Stage


def flags(answers: Answers) -> tuple[str, ...]:
    """Names of the modifiers that the answers give, in the order of the rule book."""
    surgery = answers.has("q6", "c")
    found = {
        "M-NERVE1": answers.has("q4", "b"),
        "M-NERVE2": answers.has("q4", "c"),
        "M-SIT": answers.has("q8"),
        "M-STRAIN": answers.has("q11", "d") or "q3" in answers.seen,
        "M-HIP": answers.has("q6", "b") or surgery,
        "M-KNEE": surgery,
        "M-BONE": answers.has("q6", "d"),
        "M-PREG": answers.has("q6", "a"),
        "M-BAL": answers.has("q7.age", "65+") or answers.has("q7.unsteady"),
        "M-BP": answers.has("q5") and "q5" in answers.clearance,
        "M-BACK": answers.has("q6", "e") or surgery,
    }
    return tuple(name for name, given in found.items() if given)


def combined(names: Iterable[str], rules: Ruleset, lifted: Set[str] = frozenset()) -> Effect:
    """One effect for all flags: the lowest cap, the longest stay, every tag forbidden.

    Those in ``lifted`` cap no stage any more; all else that they ask for stays.
    """
    return reduce(_stricter, (_part(name, rules, name in lifted) for name in names), Effect())


def _part(name: str, rules: Ruleset, lifted: bool) -> Effect:
    effect = rules.modifiers[name]
    return replace(effect, cap=Stage.S4, capped_by=()) if lifted else effect


def _stricter(a: Effect, b: Effect) -> Effect:
    cap = min(a.cap, b.cap, key=lambda stage: stage.level)
    behind = {name for one in (a, b) if one.cap is cap for name in one.capped_by}
    return Effect(
        cap=cap,
        capped_by=tuple(sorted(behind)),
        min_stage_days=max(a.min_stage_days, b.min_stage_days),
        swings_from=_later(a.swings_from, b.swings_from),
        ease=a.ease and b.ease,
        two_leg=a.two_leg or b.two_leg,
        forbid=a.forbid | b.forbid,
        positions=_least(a.positions, b.positions),
        hinge_deg=_least(a.hinge_deg, b.hinge_deg),
        swap=_merged(a.swap, b.swap),
    )


def _later(a: Stage | None, b: Stage | None) -> Stage | None:
    return None if a is None or b is None else max(a, b, key=lambda stage: stage.level)


def _least(a: int | None, b: int | None) -> int | None:
    given = [value for value in (a, b) if value is not None]
    return min(given) if given else None


def _merged(a: Mapping[str, str] | None, b: Mapping[str, str] | None) -> Mapping[str, str]:
    return {**(a or {}), **(b or {})}
