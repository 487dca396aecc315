"""The exercise pages: all exercises as cards, and one of them with everything about it."""

from __future__ import annotations

import re
from dataclasses import dataclass

from coach.app.exercise_dose import Planned, first_variant, ruled_out, shown_item
from coach.app.exercise_preview import Preview, preview
from coach.app.item_view import dose_words
from coach.domain.book import Book
from coach.domain.dose import Item
from coach.domain.exercise_model import Exercise, Variant
from coach.domain.reason import Texts
from coach.domain.score import compile_timeline
from coach.domain.terms import Side

_SENTENCE = re.compile(r"(?<=[.!?])\s")


@dataclass(frozen=True, slots=True)
class ExerciseCard:
    """One tile: ``line`` says what the exercise is for, ``variant`` which still to show."""

    exercise: str
    variant: str
    name: str
    line: str
    in_plan: bool


@dataclass(frozen=True, slots=True)
class ExercisesView:
    """All exercises, those of the plan first. ``locked`` while the plan waits (K16)."""

    cards: tuple[ExerciseCard, ...]
    locked: bool


@dataclass(frozen=True, slots=True)
class VariantOption:
    """One way to do it, for a chooser that runs from easier to harder."""

    id: str
    name: str
    in_plan: bool
    ruled_out: bool


@dataclass(frozen=True, slots=True)
class Origin:
    """Where something comes from: an article or a rule, by its id, in one sentence."""

    id: str
    sentence: str


@dataclass(frozen=True, slots=True)
class ExerciseView:
    """Everything about one variant on one side. ``side`` is ``None`` where both work together;
    ``side_word`` and ``other_word`` name the sides as the exercise's texts do. ``length_ms`` is
    the guided time (T1)."""

    exercise: str
    variant: str
    name: str
    dose: str
    length_ms: int
    equipment: tuple[str, ...]
    in_plan: bool
    ruled_out: bool
    locked: bool
    reduced_motion: bool
    side: Side | None
    side_word: str
    other_word: str
    positions: int
    variants: tuple[VariantOption, ...]
    steps: tuple[str, ...]
    why: str
    easier: str
    harder: str
    cautions: tuple[str, ...]
    articles: tuple[Origin, ...]
    rules: tuple[Origin, ...]
    preview: Preview


def exercises_view(book: Book, planned: Planned) -> ExercisesView:
    """Every exercise of the catalogue once."""
    cards = [_card(exercise, book, planned) for exercise in book.catalog.values()]
    order = {exercise: place for place, exercise in enumerate(planned.items)}
    cards.sort(key=lambda card: order.get(card.exercise, len(order)))
    return ExercisesView(tuple(cards), planned.locked)


def _card(exercise: Exercise, book: Book, planned: Planned) -> ExerciseCard:
    text = exercise.text(book.language)
    return ExerciseCard(
        exercise=exercise.id,
        variant=first_variant(exercise, planned, book),
        name=text.name,
        line=_SENTENCE.split(text.why)[0],
        in_plan=exercise.id in planned.items,
    )


def exercise_view(
    book: Book,
    planned: Planned,
    sources: Texts,
    exercise_id: str,
    variant_id: str | None = None,
    side: Side = Side.RIGHT,
) -> ExerciseView:
    """One exercise; without ``variant_id`` the plan's variant. Raises ``KeyError`` for an id
    that is not in the book. ``sources`` hold ``article.<id>`` and ``rule.<id>``."""
    exercise = book.catalog[exercise_id]
    variant = exercise.variant(variant_id or first_variant(exercise, planned, book))
    item = shown_item(exercise, variant, planned, book)
    words = exercise.text(book.language)
    own = exercise.variant_text(variant, book.language)
    works = side if variant.sided else None
    return ExerciseView(
        exercise=exercise.id,
        variant=variant.id,
        name=words.name,
        dose=_dose(item, exercise, book),
        length_ms=_length_ms(item, book, planned),
        equipment=tuple(book.texts[f"equipment.{name}"] for name in variant.equipment),
        in_plan=_in_plan(variant.id, exercise, planned),
        ruled_out=ruled_out(variant, planned.effect),
        locked=planned.locked,
        reduced_motion=planned.reduced_motion,
        side=works,
        side_word=words.sides[side],
        other_word=words.sides[side.other],
        positions=item.dose.positions or 1,
        variants=_variants(exercise, book, planned),
        steps=exercise.steps(variant, book.language, works),
        why=words.why,
        easier=words.filled(own.easier, side),
        harder=words.filled(own.harder, side),
        cautions=exercise.cautions(book.language, works),
        articles=_origins(sources, "article", exercise.sources),
        rules=_origins(sources, "rule", exercise.rules),
        preview=preview(item, book, side, planned.pace),
    )


def _dose(item: Item, exercise: Exercise, book: Book) -> str:
    """The amounts alone: the page names the variant in full, and for the side it shows."""
    hint = exercise.hint(item.dose.variant, book.language, Side.RIGHT)
    return dose_words(item, book).removeprefix(f"{hint}: ")


def _length_ms(item: Item, book: Book, planned: Planned) -> int:
    blocks = compile_timeline((item,), book, pace=planned.pace).blocks
    return blocks[-1].end_ms - blocks[0].start_ms


def _in_plan(variant_id: str, exercise: Exercise, planned: Planned) -> bool:
    item = planned.items.get(exercise.id)
    return item is not None and item.dose.variant == variant_id


def _variants(exercise: Exercise, book: Book, planned: Planned) -> tuple[VariantOption, ...]:
    return tuple(
        VariantOption(
            variant.id,
            exercise.variant_text(variant, book.language).name,
            _in_plan(variant.id, exercise, planned),
            ruled_out(variant, planned.effect),
        )
        for variant in by_ease(exercise)
    )


def by_ease(exercise: Exercise) -> tuple[Variant, ...]:
    """The variants from easy to hard, as their links to each other say."""
    rank = dict.fromkeys(exercise.variants, 0)
    for _ in exercise.variants:
        for variant in exercise.variants.values():
            if variant.easier is not None:
                rank[variant.id] = max(rank[variant.id], rank[variant.easier] + 1)
            if variant.harder is not None:
                rank[variant.harder] = max(rank[variant.harder], rank[variant.id] + 1)
    return tuple(sorted(exercise.variants.values(), key=lambda variant: rank[variant.id]))


def _origins(sources: Texts, kind: str, ids: tuple[str, ...]) -> tuple[Origin, ...]:
    """Those that have a sentence; an id without one says nothing to a reader."""
    known = ((name, f"{kind}.{name}") for name in ids)
    return tuple(Origin(name, sources[key]) for name, key in known if key in sources)
