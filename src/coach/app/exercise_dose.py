"""Which dose of an exercise a page shows: the plan's own, or the usual one of a variant."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from coach.app.planning import standing
from coach.app.ports import Store
from coach.app.preferences import preferences
from coach.domain.book import Book
from coach.domain.dose import Item, Pace, RhythmKind
from coach.domain.exercise_model import Exercise, Variant
from coach.domain.plan import Plan
from coach.domain.records import Stamp
from coach.domain.ruleset import Effect
from coach.domain.terms import DayKind


@dataclass(frozen=True, slots=True)
class Planned:
    """What the exercise pages know of the user: the plan's items by exercise, what the answers
    rule out, the breath pace. ``locked`` is true while the plan waits (K16)."""

    items: Mapping[str, Item] = field(default_factory=dict)
    effect: Effect | None = None
    pace: Pace | None = None
    locked: bool = False
    reduced_motion: bool = False


def planned_now(store: Store, book: Book, now: Stamp) -> Planned:
    """From the plan that holds now; without a readiness check nothing is planned."""
    wishes = preferences(store.settings())
    here = standing(store, book, now)
    if here is None:
        return Planned(pace=wishes.pace, reduced_motion=wishes.reduced_motion)
    return Planned(
        items=_items(here.plan),
        effect=here.plan.effect,
        pace=wishes.pace,
        locked=not here.ready,
        reduced_motion=wishes.reduced_motion,
    )


def _items(plan: Plan) -> dict[str, Item]:
    """Each exercise of the week once; a full day's dose counts before a light day's."""
    days = sorted(plan.days, key=lambda day: day.kind is not DayKind.FULL)
    found: dict[str, Item] = {}
    for day in days:
        for item in day.items:
            found.setdefault(item.exercise, item)
    return found


def shown_item(exercise: Exercise, variant: Variant, planned: Planned, book: Book) -> Item:
    """The plan's item where it asks for this variant, else the variant's usual dose."""
    item = planned.items.get(exercise.id)
    if item is not None and item.dose.variant == variant.id:
        return item
    return usual_item(exercise, variant, book)


def first_variant(exercise: Exercise, planned: Planned, book: Book) -> str:
    """The plan's variant, else the usual one, or the first that the answers allow."""
    item = planned.items.get(exercise.id)
    if item is not None:
        return item.dose.variant
    doses = book.rules.doses(exercise.id)
    usual = next((dose.variant for dose in doses), next(iter(exercise.variants)))
    variants = (exercise.variant(usual), *exercise.variants.values())
    allowed = (v.id for v in variants if not ruled_out(v, planned.effect))
    return next(allowed, usual)


def usual_item(exercise: Exercise, variant: Variant, book: Book) -> Item:
    """The dose of the rules for this variant; one that no rule names takes its exercise's.

    Raises ``LookupError`` where the rules give the exercise no dose at all.
    """
    doses = tuple(book.rules.doses(exercise.id))
    if not doses:
        raise LookupError(f"the rules give no dose for {exercise.id}")
    dose = next((dose for dose in doses if dose.variant == variant.id), doses[0])
    kind = book.rules.rhythms[exercise.id].kind
    positions = min(dose.positions or 1, variant.positions)
    fitted = replace(
        dose,
        variant=variant.id,
        per_side=variant.sided,
        positions=positions if kind is RhythmKind.POSITIONS else None,
        load_kg=None,
    )
    limits = {} if dose.load_kg is None else {"load_kg": dose.load_kg}
    return Item(exercise.id, fitted, limits, exercise.rules)


def ruled_out(variant: Variant, effect: Effect | None) -> bool:
    """Whether the answers leave this variant out (K18); turning counts from position 2 on."""
    if effect is None:
        return False
    forbidden = effect.forbid - {"rotation"} if effect.positions == 1 else effect.forbid
    return any(getattr(variant.tags, tag) for tag in forbidden)
