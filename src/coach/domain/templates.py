"""From a situation to the items of a session: stage table, emphasis, limits (R1, K4-K8)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from coach.domain.book import Book
from coach.domain.dose import Dose, Item
from coach.domain.exercise import Exercise, Variant
from coach.domain.ruleset import Effect
from coach.domain.terms import Emphasis, Floss, Stage, Template

BRIDGE = "breathing_bridge"
RELEASE = "hip_flexor_release"
DEADLIFT = "single_leg_deadlift"
FLOSS = "nerve_floss"
SWING = "leg_swing"
ROCK = "pelvic_rock"
BREATH = "opening_breath"
EASE = "hamstring_ease"


@dataclass(frozen=True, slots=True)
class Situation:
    """All that shapes a session. ``stretch`` allows the hamstring ease (R7);
    ``extra_floss`` appends the floss to a full session (K8)."""

    stage: Stage
    floss: Floss
    emphasis: Emphasis
    effect: Effect
    flags: tuple[str, ...] = ()
    stretch: bool = False
    extra_floss: bool = False


def session_items(template: Template, now: Situation, book: Book) -> tuple[Item, ...]:
    """The items of one session in order."""
    match template:
        case Template.FULL:
            doses = _full(now, book)
        case Template.EXTENDED:
            doses = _extended(now, book)
        case Template.HALF:
            doses = _half(now, book)
        case Template.LIGHT:
            doses = _light(now, book)
        case Template.MICRO:
            doses = _micro(now, book)
    return tuple(limited(name, dose, now, book) for name, dose in doses.items())


def _full(now: Situation, book: Book) -> dict[str, Dose]:
    doses = _stage(now, book)
    if now.stage is not Stage.S0:
        _emphasise(doses, now, book)
    if now.floss is Floss.F0 or (now.extra_floss and now.floss is not Floss.LOCK):
        doses[FLOSS] = book.rules.floss[now.floss]
        # N5: the floss never stands beside a hamstring stretch.
        doses.pop(EASE, None)
    return doses


def _stage(now: Situation, book: Book) -> dict[str, Dose]:
    """The stage's own doses; the two-leg hinge where a modifier asks for it at S1."""
    table = book.rules.stages[now.stage]
    doses = {name: table.doses[name] for name in table.order}
    if now.stage is Stage.S1 and now.effect.two_leg:
        doses[DEADLIFT] = book.rules.extra("two_leg")
    return doses


def _emphasise(doses: dict[str, Dose], now: Situation, book: Book) -> None:
    other = book.rules.other
    if now.emphasis is Emphasis.GLUTE:
        doses[BRIDGE] = doses[BRIDGE].with_(other["glute_bridge"])
        doses[RELEASE] = doses[RELEASE].with_(other["glute_release"])
    elif now.emphasis is Emphasis.TUCKED:
        doses[RELEASE] = doses[RELEASE].with_(other["tucked_release"])
        if now.stretch:
            doses[EASE] = book.rules.extra("ease")


def _extended(now: Situation, book: Book) -> dict[str, Dose]:
    """The opt-in long session; at S0 there is none, so the usual one stands."""
    doses = _stage(now, book)
    if now.stage is Stage.S0:
        return doses
    doses[BRIDGE] = doses[BRIDGE].with_(book.rules.other["extended_bridge"])
    doses[DEADLIFT] = doses[DEADLIFT].with_(book.rules.other["extended_deadlift"])
    return doses


def _half(now: Situation, book: Book) -> dict[str, Dose]:
    """Deload: smaller doses, none above the stage's own; at S0 without the opening breath (K6)."""
    doses = _stage(now, book)
    if now.stage is Stage.S0:
        doses.pop(BREATH)
        return doses
    doses[BRIDGE] = doses[BRIDGE].with_(book.rules.other["half_bridge"])
    doses[RELEASE] = doses[RELEASE].with_(book.rules.other["half_release"])
    doses[DEADLIFT] = book.rules.extra("half_deadlift")
    return doses


def _light(now: Situation, book: Book) -> dict[str, Dose]:
    """Opening breath and floss, or the pelvic rock where the floss is locked (K4)."""
    doses = {BREATH: _breath(book)}
    if now.floss in (Floss.LOCK, Floss.F0):
        doses[ROCK] = book.rules.extra("rock")
    else:
        doses[FLOSS] = book.rules.floss[now.floss]
    begin = now.effect.swings_from
    if begin is not None and now.stage.level >= begin.level:
        doses[SWING] = book.rules.extra("swings")
    return doses


def _micro(now: Situation, book: Book) -> dict[str, Dose]:
    bridge = book.rules.stages[now.stage].doses[BRIDGE]
    return {BREATH: _breath(book), BRIDGE: bridge.with_(book.rules.other["micro_bridge"])}


def _breath(book: Book) -> Dose:
    return book.rules.stages[Stage.S0].doses[BREATH]


def limited(name: str, dose: Dose, now: Situation, book: Book) -> Item:
    """The dose as an item: variant allowed by the filters, limits, and the rules behind it."""
    fitted, limits = _fitted(name, dose, now.effect, book)
    flags = (*_flags_behind(name, dose, now, book), *_two_leg_flags(name, now, book))
    given = (rule for rule in book.catalog[name].rules if _stands(rule, now, book))
    return Item(name, fitted, limits, tuple(dict.fromkeys((*given, *flags))))


def _stands(rule: str, now: Situation, book: Book) -> bool:
    """Whether a rule of the exercise holds here: one of a modifier only where it is given."""
    return rule in now.flags or rule not in book.rules.modifiers


def _flags_behind(name: str, dose: Dose, now: Situation, book: Book) -> Iterator[str]:
    """The modifiers that change this dose even by themselves."""
    free = _fitted(name, dose, Effect(), book)
    for flag in now.flags:
        if _fitted(name, dose, book.rules.modifiers[flag], book) != free:
            yield flag


def _two_leg_flags(name: str, now: Situation, book: Book) -> Iterator[str]:
    """The modifiers that ask for the two-leg hinge at S1."""
    if name == DEADLIFT and now.stage is Stage.S1:
        yield from (flag for flag in now.flags if book.rules.modifiers[flag].two_leg)


def _fitted(name: str, dose: Dose, effect: Effect, book: Book) -> tuple[Dose, Mapping[str, int]]:
    """The dose within an effect, and its limits."""
    variant = allowed_variant(name, dose.variant, effect, book)
    patch: dict[str, object] = {
        "variant": variant.id,
        "per_side": dose.per_side and variant.sided,
    }
    if dose.positions is not None:
        most = effect.positions or dose.positions
        patch["positions"] = min(dose.positions, most, variant.positions)
    if "load" in effect.forbid:
        patch["load_kg"] = None
    fitted = dose.with_(patch)
    return fitted, _limits(variant, fitted, effect)


def allowed_variant(name: str, wanted: str, effect: Effect, book: Book) -> Variant:
    """The wanted variant, what stands in for it, or the nearest easier one without a forbidden
    tag (K18). Raises ``LookupError`` where none is left.

    Rotation belongs to the second and third position, so it counts only where they are done.
    """
    exercise = book.catalog[name]
    forbidden = effect.forbid - {"rotation"} if effect.positions == 1 else effect.forbid
    first = exercise.variant((effect.swap or {}).get(f"{name}.{wanted}", wanted))
    for variant in (*_ladder_down(exercise, first), *exercise.variants.values()):
        if not any(getattr(variant.tags, tag) for tag in forbidden):
            return variant
    raise LookupError(f"no variant of {name} is free of {sorted(forbidden)}")


def _ladder_down(exercise: Exercise, variant: Variant) -> Iterator[Variant]:
    yield variant
    while variant.easier is not None:
        variant = exercise.variant(variant.easier)
        yield variant


def _limits(variant: Variant, dose: Dose, effect: Effect) -> Mapping[str, int]:
    limits = {}
    if effect.hinge_deg is not None and variant.tags.hinge_deg > 0:
        limits["hinge_deg"] = effect.hinge_deg
    if dose.load_kg is not None:
        limits["load_kg"] = dose.load_kg
    return limits
