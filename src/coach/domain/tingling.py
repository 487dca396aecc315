"""Tingling in a session: what is asked in two taps, and what the answers come to (N1-N4, X4)."""

from __future__ import annotations

from collections.abc import Set
from dataclasses import dataclass, replace
from enum import StrEnum

from coach.domain.floss_events import MILD_S, STAYS_S, Described, FlossRule, classify
from coach.domain.reason import Reason, reason
from coach.domain.terms import Side

WINDOW_MS = MILD_S * 1_000
"""Within this long after stopping, a mild echo is gone (N1)."""


class Strength(StrEnum):
    """How strong it was at most."""

    LITTLE = "little"
    CLEAR = "clear"
    STRONG = "strong"

    @property
    def score(self) -> int:
        """0-10: up to 2 is a little, 3 to 5 clear, 6 and more strong."""
        return {Strength.LITTLE: 2, Strength.CLEAR: 4, Strength.STRONG: 7}[self]


class Aftermath(StrEnum):
    """How it went on after stopping."""

    GONE = "gone"
    STILL = "still"
    FURTHER = "further"
    NUMB = "numb"
    NUMB_STAYS = "numb-stays"


@dataclass(frozen=True, slots=True)
class TinglingWords:
    """Both answers together, as the log keeps them."""

    strength: int
    lasted_s: int
    further_down: bool = False
    numb: bool = False


@dataclass(frozen=True, slots=True)
class Tingling:
    """Tingling that is being asked about.

    ``number`` counts the tingling keys of the session from 0, ``since_ms`` is the clock reading
    at which the exercise stopped; ``rule`` is what both answers came to.
    """

    number: int
    item: int | None
    side: Side | None
    since_ms: float
    strength: Strength | None = None
    rule: FlossRule | None = None

    @property
    def ends_session(self) -> bool:
        """The readiness questions come, and nothing goes on before them (N4)."""
        return self.rule is FlossRule.N4

    def elapsed_ms(self, clock_ms: float) -> float:
        """How long ago the exercise stopped."""
        return max(0.0, clock_ms - self.since_ms)

    def asked_again(self) -> Tingling:
        """Without its answers."""
        return replace(self, strength=None, rule=None)


def in_words(strength: Strength, after: Aftermath, elapsed_ms: float) -> TinglingWords:
    """The answers as the log keeps them, ``elapsed_ms`` after stopping.

    "Gone" means within a minute, however late it is told; "still there" means more than one.
    """
    elapsed_s = int(elapsed_ms / 1_000)
    lasted_s = {
        Aftermath.GONE: min(elapsed_s, MILD_S),
        Aftermath.STILL: max(elapsed_s, MILD_S + 1),
        Aftermath.NUMB_STAYS: max(elapsed_s, STAYS_S),
    }
    return TinglingWords(
        strength=strength.score,
        lasted_s=lasted_s.get(after, elapsed_s),
        further_down=after is Aftermath.FURTHER,
        numb=after in (Aftermath.NUMB, Aftermath.NUMB_STAYS),
    )


def rule_of(words: Described, side: Side | None, troubled: Set[Side]) -> FlossRule:
    """N1, N2 or N4. ``troubled`` are the sides that told of N2 before: both legs are N4."""
    rule = classify(words)
    both = rule is not FlossRule.N1 and side is not None and side.other in troubled
    return FlossRule.N4 if both else rule


def reason_of(rule: FlossRule) -> Reason:
    """What is decided in the session; N3 needs the weeks behind and is told after it."""
    match rule:
        case FlossRule.N1:
            return reason("N1", "floss.echo")
        case FlossRule.N4:
            return reason("N4", "floss.ends")
        case _:
            return reason("N2", "floss.rests")


UNTOLD = reason("X4", "floss.silent")
"""What is decided where nothing was answered."""
