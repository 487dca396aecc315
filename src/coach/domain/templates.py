"""From a situation to the items of a session: stage table, emphasis, limits (R1, K4-K8)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace

from coach.domain.book import Book
from coach.domain.dose import Dose, Item
from coach.domain.fitting import Fitted, fitted
from coach.domain.limits import Limits
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

_NO_LIMITS = Limits()
# K4, K5: F0 belongs to the full sessions of the gentle plan.
_NO_LIGHT_FLOSS = (Floss.LOCK, Floss.F0)


@dataclass(frozen=True, slots=True)
class Situation:
    """All that shapes a session. ``stretch`` allows the hamstring ease (R7);
    ``extra_floss`` appends the floss to a full session (K8). ``limits`` are those of the day."""

    stage: Stage
    floss: Floss
    emphasis: Emphasis
    effect: Effect
    flags: tuple[str, ...] = ()
    stretch: bool = False
    extra_floss: bool = False
    limits: Limits = field(default_factory=Limits)


def session_items(template: Template, now: Situation, book: Book) -> tuple[Item, ...]:
    """The items of one session in order, without those that rest today (E4).

    A session is never empty: where everything rests, the opening breath stays.
    """
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
    left = {name: dose for name, dose in doses.items() if name not in now.limits.without}
    if not left:
        breath = limited(BREATH, _breath(book), now, book)
        return (replace(breath, rules=(*breath.rules, "E4")),)
    return tuple(limited(name, dose, now, book) for name, dose in left.items())


def _full(now: Situation, book: Book) -> dict[str, Dose]:
    doses = _stage(now, book)
    if now.stage is not Stage.S0:
        _emphasise(doses, now, book)
    if now.floss is Floss.F0 or (now.extra_floss and now.floss is not Floss.LOCK):
        # N5: the floss never stands beside a hamstring stretch. On a day without floss the
        # stretch does not come back in its place: after a flare nothing is added (X4).
        doses.pop(EASE, None)
        if not now.limits.no_floss:
            doses[FLOSS] = book.rules.floss[now.floss]
    return doses


def _stage(now: Situation, book: Book) -> dict[str, Dose]:
    """The stage's own doses; the two-leg hinge where a modifier asks for it at S1, and at every
    stage after a floss that made things worse (N2). S0 has a hinge on two legs already."""
    table = book.rules.stages[now.stage]
    doses = {name: table.doses[name] for name in table.order}
    if _two_leg(now):
        doses[DEADLIFT] = book.rules.extra("two_leg")
    return doses


def _two_leg(now: Situation) -> bool:
    asked = now.stage is Stage.S1 and now.effect.two_leg
    return asked or (now.stage is not Stage.S0 and now.limits.two_leg)


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
    if not now.limits.two_leg:
        # N2: a hinge that has to stay on two legs is no hinge to do more of.
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
    """Opening breath and floss, or the pelvic rock where there is none (K4, N5)."""
    doses = {BREATH: _breath(book)}
    if now.floss in _NO_LIGHT_FLOSS or now.limits.no_floss:
        doses[ROCK] = book.rules.extra("rock")
    else:
        doses[FLOSS] = book.rules.floss[now.floss]
    begin = now.effect.swings_from
    # N2 names only the hinge. A swing moves one straight leg along the same line, so it waits as
    # well (X4).
    if begin is not None and now.stage.level >= begin.level and not now.limits.two_leg:
        doses[SWING] = book.rules.extra("swings")
    return doses


def _micro(now: Situation, book: Book) -> dict[str, Dose]:
    bridge = book.rules.stages[now.stage].doses[BRIDGE]
    return {BREATH: _breath(book), BRIDGE: bridge.with_(book.rules.other["micro_bridge"])}


def _breath(book: Book) -> Dose:
    return book.rules.stages[Stage.S0].doses[BREATH]


def limited(name: str, dose: Dose, now: Situation, book: Book) -> Item:
    """The dose as an item: variant allowed by the filters, limits, and the rules behind it."""
    found = fitted(name, dose, now.effect, now.limits, book)
    given = (rule for rule in book.catalog[name].rules if _stands(rule, now, book))
    rules = (
        *given,
        *_flags_behind(name, dose, now, book),
        *_two_leg_flags(name, now, book),
        *_limit_rules(name, dose, found, now, book),
    )
    return Item(name, found.dose, _bounds(name, found, now), tuple(dict.fromkeys(rules)))


def _bounds(name: str, found: Fitted, now: Situation) -> Mapping[str, int]:
    """The bounds of the variant, and half the range of a floss that echoed (N1)."""
    if name == FLOSS and now.limits.half_range:
        return {**found.limits, "half_range": 1}
    return found.limits


def _stands(rule: str, now: Situation, book: Book) -> bool:
    """Whether a rule of the exercise holds here: one of a modifier only where it is given."""
    return rule in now.flags or rule not in book.rules.modifiers


def _flags_behind(name: str, dose: Dose, now: Situation, book: Book) -> Iterator[str]:
    """The modifiers that change this dose even by themselves."""
    free = fitted(name, dose, Effect(), _NO_LIMITS, book)
    for flag in now.flags:
        if fitted(name, dose, book.rules.modifiers[flag], _NO_LIMITS, book) != free:
            yield flag


def _two_leg_flags(name: str, now: Situation, book: Book) -> Iterator[str]:
    """The modifiers that ask for the two-leg hinge at S1."""
    if name == DEADLIFT and now.stage is Stage.S1:
        yield from (flag for flag in now.flags if book.rules.modifiers[flag].two_leg)


def _limit_rules(name: str, dose: Dose, found: Fitted, now: Situation, book: Book) -> Iterator[str]:
    """The rules of the day's limits that this item shows."""
    unstepped = fitted(name, dose, now.effect, replace(now.limits, steps_down={}), book)
    if found.dose.variant != unstepped.dose.variant:
        told = [one.rule for one in now.limits.why.get(name, ()) if one.rule in ("E1", "E4")]
        yield from told or ("E1",)
    if name == DEADLIFT and dose == book.rules.extra("two_leg") and now.limits.two_leg:
        yield "N2"
    if name == FLOSS and now.limits.half_range:
        yield "N1"
    if name == ROCK and now.limits.no_floss and now.floss not in _NO_LIGHT_FLOSS:
        yield "N5"
