"""A dose within what answers and weeks allow: variant, positions, weight (K18, E1, E4, R2)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Set
from dataclasses import dataclass

from coach.domain.book import Book
from coach.domain.dose import Dose
from coach.domain.exercise import Exercise, Variant
from coach.domain.limits import Limits
from coach.domain.ruleset import Effect


@dataclass(frozen=True, slots=True)
class Fitted:
    """The dose as it is done, and the upper bounds that go with it."""

    dose: Dose
    limits: Mapping[str, int]


def fitted(name: str, dose: Dose, effect: Effect, limits: Limits, book: Book) -> Fitted:
    """The dose within an effect and the limits of the day.

    Reps, sets and tempo stay those of the dose (R8); only the sides follow the variant.
    """
    first = allowed_variant(name, dose.variant, effect, book)
    path = _path_down(name, first, limits.steps_down.get(name, 0), effect, book)
    variant = path[-1]
    most_kg = _most_kg(name, variant, book)
    held_kg = _held_kg(variant, limits, most_kg)
    patch: dict[str, object] = {
        "variant": variant.id,
        "per_side": dose.per_side and variant.sided,
        "load_kg": held_kg,
    }
    if dose.positions is not None:
        most = effect.positions or dose.positions
        # An easier variant never brings back positions that one above it had taken away.
        patch["positions"] = min(dose.positions, most, *(step.positions for step in path))
    return Fitted(dose.with_(patch), _bounds(variant, effect, held_kg or most_kg))


def allowed_variant(name: str, wanted: str, effect: Effect, book: Book) -> Variant:
    """The wanted variant, what stands in for it, or the nearest easier one without a forbidden
    tag (K18). Raises ``LookupError`` where none is left.

    Rotation belongs to the second and third position, so it counts only where they are done.
    """
    exercise = book.catalog[name]
    forbidden = _forbidden(effect)
    first = _standing_in(exercise, wanted, effect)
    for variant in (*_ladder_down(exercise, first), *exercise.variants.values()):
        if _free_of(variant, forbidden):
            return variant
    raise LookupError(f"no variant of {name} is free of {sorted(forbidden)}")


def _path_down(
    name: str, first: Variant, steps: int, effect: Effect, book: Book
) -> tuple[Variant, ...]:
    """``first`` and every easier variant on the way down; the end of the ladder ends it."""
    exercise, forbidden = book.catalog[name], _forbidden(effect)
    path = [first]
    for _ in range(steps):
        easier = path[-1].easier
        if easier is None:
            break
        below = _ladder_down(exercise, _standing_in(exercise, easier, effect))
        following = next((one for one in below if _free_of(one, forbidden)), None)
        if following is None:
            break
        path.append(following)
    return tuple(path)


def _standing_in(exercise: Exercise, wanted: str, effect: Effect) -> Variant:
    return exercise.variant((effect.swap or {}).get(f"{exercise.id}.{wanted}", wanted))


def _forbidden(effect: Effect) -> Set[str]:
    return effect.forbid - {"rotation"} if effect.positions == 1 else effect.forbid


def _free_of(variant: Variant, forbidden: Set[str]) -> bool:
    return not any(getattr(variant.tags, tag) for tag in forbidden)


def _ladder_down(exercise: Exercise, variant: Variant) -> Iterator[Variant]:
    yield variant
    while variant.easier is not None:
        variant = exercise.variant(variant.easier)
        yield variant


def _most_kg(name: str, variant: Variant, book: Book) -> int | None:
    """The most that the stage table gives a variant; ``None`` where it has no limit."""
    doses = (dose for dose in book.rules.doses(name) if dose.variant == variant.id)
    return next((dose.load_kg for dose in doses), None)


def _held_kg(variant: Variant, limits: Limits, most_kg: int | None) -> int | None:
    """The weight in the hand: what was reached (R2), within the most of the variant. Where
    answers bar a load, no variant that holds one is left (K18)."""
    if not limits.load_kg or not variant.tags.load:
        return None
    return limits.load_kg if most_kg is None else min(limits.load_kg, most_kg)


def _bounds(variant: Variant, effect: Effect, load_kg: int | None) -> Mapping[str, int]:
    bounds = {}
    if effect.hinge_deg is not None and variant.tags.hinge_deg > 0:
        bounds["hinge_deg"] = effect.hinge_deg
    if load_kg is not None:
        bounds["load_kg"] = load_kg
    return bounds
