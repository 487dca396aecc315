"""One exercise of a session as a page shows it: name, dose in words, guided time."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from coach.domain.book import Book
from coach.domain.dose import Item, RhythmKind
from coach.domain.plan import DayPlan, Plan
from coach.domain.score import compile_timeline
from coach.domain.terms import Side


@dataclass(frozen=True, slots=True)
class ItemView:
    """``length_ms`` is the guided time without countdown and moves (T1)."""

    exercise: str
    variant: str
    name: str
    dose: str
    length_ms: int


def item_views(day: DayPlan, plan: Plan, book: Book) -> tuple[ItemView, ...]:
    """The rows of a day, timed by its compiled timeline."""
    timeline = compile_timeline(day.items, book, pace=plan.pace)
    views = []
    for number, item in enumerate(day.items):
        blocks = [block for block in timeline.blocks if block.item == number]
        length_ms = blocks[-1].end_ms - blocks[0].start_ms
        exercise = book.catalog[item.exercise]
        name = exercise.text(book.language).name
        views.append(
            ItemView(item.exercise, item.dose.variant, name, dose_words(item, book), length_ms)
        )
    return tuple(views)


def dose_words(item: Item, book: Book) -> str:
    """The dose as a phrase: "3 sets of 5 breaths"; the hinge says its variant first.

    Half the range (N1) and the weight (R2) come last.
    """
    words = ", ".join((_counted(item, book), *_asides(item, book)))
    if item.exercise != "single_leg_deadlift":
        return words
    hint = book.catalog[item.exercise].hint(item.dose.variant, book.language, Side.RIGHT)
    return f"{hint}: {words}" if hint else words


def _counted(item: Item, book: Book) -> str:
    dose = item.dose
    counts = {
        "sets": dose.sets,
        "reps": dose.reps,
        "breaths": dose.breaths,
        "positions": dose.positions,
        "hold_s": dose.hold_s,
    }
    return book.texts[f"dose.{_form(item, book)}"].format_map(counts)


def _asides(item: Item, book: Book) -> Iterator[str]:
    """What else there is to know: the weight in the hand, or the most it may be one day."""
    if item.limits.get("half_range"):
        yield book.texts["dose.half_range"]
    if item.dose.load_kg is not None:
        yield book.texts["dose.load"].format(load_kg=item.dose.load_kg)
    elif "load_kg" in item.limits:
        yield book.texts["dose.load_most"].format(most_kg=item.limits["load_kg"])


def _form(item: Item, book: Book) -> str:
    dose = item.dose
    match book.rules.rhythms[item.exercise].kind:
        case RhythmKind.BREATH:
            return "breaths"
        case RhythmKind.HOLDS:
            return "holds"
        case RhythmKind.POSITIONS:
            return "positions" if (dose.positions or 1) > 1 else "positions_one"
        case RhythmKind.BRIDGE:
            return "bridge" if dose.sets > 1 else "bridge_one"
        case RhythmKind.REPS:
            form = "reps" if dose.per_side else "both"
            return form if dose.sets > 1 else f"{form}_one"
