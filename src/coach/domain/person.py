"""What a made-up person does and feels on a day: draws from the persona and its dice, no more.

Each draw has dice of its own, so that one event more changes nothing about all the other days.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

from coach.domain.persona import Efforts, Persona
from coach.domain.persona_events import Flare
from coach.domain.terms import DayKind, Effort


class Dice(Protocol):
    """A source of chance; ``random.Random`` is one."""

    def random(self) -> float: ...
    def gauss(self, mu: float, sigma: float) -> float: ...


Roll = Callable[[str, int], Dice]
"""Dice for a purpose and a day; the same ones each time they are asked for."""


@dataclass(frozen=True, slots=True)
class Rated:
    """A rating of both sides, 0-10."""

    left: int
    right: int


@dataclass(frozen=True, slots=True)
class Person:
    """``noise`` is today's place of the noise around the level (AR(1)), ``day`` today's number
    from 1."""

    persona: Persona
    roll: Roll
    day: int = 0
    noise: float = 0.0

    def tomorrow(self) -> Person:
        """The person a day later; the noise goes on as the rules' own simulation lets it."""
        of = self.persona.tightness
        rho = of.autocorrelation
        fresh = self.roll("noise", self.day + 1).gauss(0.0, 1.0) * of.noise_sd
        if self.day:
            fresh = rho * self.noise + math.sqrt(1 - rho * rho) * fresh
        return Person(self.persona, self.roll, self.day + 1, fresh)

    @property
    def felt(self) -> float:
        """Today's tightness before it is rounded: level, trend, flares and noise."""
        of = self.persona.tightness
        weeks = min((self.day - 1) / 7, of.weeks)
        flares = sum(
            event.what.points
            for event in self.persona.events
            if isinstance(event.what, Flare) and event.day <= self.day < event.day + event.what.days
        )
        return of.start + of.weekly_change * weeks + flares + self.noise

    def rated(self, *, after: bool = False) -> Rated:
        """What the person would tap today, before or after a session."""
        of = self.persona.tightness
        felt = self.felt + (of.after if after else 0.0)
        return Rated(_tap(felt + of.left), _tap(felt + of.right))

    def rates(self) -> bool:
        """Whether today is rated at all."""
        return not self._chance("missing", self.persona.tightness.missing)

    def trains(self, kind: DayKind) -> bool:
        """Whether a planned session is done; a half one is as likely as a full one."""
        of = self.persona.habit
        return self._chance("trains", of.light if kind is DayKind.LIGHT else of.full)

    def shows_up(self) -> bool:
        """Whether the two-minute version is done in place of a full session."""
        return self._chance("micro", self.persona.habit.micro)

    def agrees(self, offer: str, chance: float) -> bool:
        return self._chance(f"accepts {offer}", chance)

    def ticks(self, kind: str, chance: float) -> bool:
        return self._chance(f"tick {kind}", chance)

    def has_reserve(self) -> bool:
        """Whether the hinge ends with two or more left today."""
        return self._chance("reserve", self.persona.efforts.reserve)

    def effort(self, item: int) -> Effort:
        """The tap after an exercise other than the hinge with something left."""
        of = self.persona.efforts
        weights = _weights(of)
        drawn = self.roll(f"effort {item}", self.day).random() * sum(weights.values())
        for effort, weight in weights.items():
            drawn -= weight
            if drawn < 0:
                return effort
        return next(effort for effort, weight in weights.items() if weight > 0)

    def _chance(self, purpose: str, chance: float) -> bool:
        return self.roll(purpose, self.day).random() < chance


def _weights(of: Efforts) -> dict[Effort, float]:
    return {
        Effort.EASY: of.easy,
        Effort.FINE: of.fine,
        Effort.NOTICEABLE: of.noticeable,
        Effort.TOO_MUCH: of.too_much,
        Effort.NOT_GIVEN: of.not_given,
    }


def _tap(felt: float) -> int:
    return min(max(round(felt), 0), 10)
