"""What a made-up person does: draws that come out the same, in the shares that were asked for."""

from __future__ import annotations

import random
from dataclasses import replace
from datetime import date
from statistics import fmean, stdev
from typing import Any

import pytest

from coach.domain.person import Dice, Person
from coach.domain.persona import Efforts, Habit, Persona, Tightness
from coach.domain.persona_events import Event, Flare
from coach.domain.statistics import lag1_autocorrelation
from coach.domain.terms import DayKind, Effort

MANY = 4000
PERSONA = Persona("Anna", date(2026, 1, 5), 1, 0, {}, Tightness(5.0))


def roll(purpose: str, day: int) -> Dice:
    return random.Random(f"{purpose} {day}")


def life(days: int = MANY, **changed: Any) -> list[Person]:
    """The person on each of so many days."""
    person, found = Person(replace(PERSONA, **changed), roll), []
    for _ in range(days):
        person = person.tomorrow()
        found.append(person)
    return found


def test_noise_has_the_spread_and_the_memory_that_were_asked_for() -> None:
    found = [person.noise for person in life(tightness=Tightness(5, noise_sd=1.2))]
    assert stdev(found) == pytest.approx(1.2, abs=0.06)
    assert fmean(found) == pytest.approx(0, abs=0.1)
    assert lag1_autocorrelation(found) == pytest.approx(0.3, abs=0.05)


def test_ratings_are_whole_and_stay_on_the_scale() -> None:
    days = life(400, tightness=Tightness(9, noise_sd=3, left=2, right=-4, after=-1))
    rated = [person.rated() for person in days]
    assert {type(one.left) for one in rated} == {int}
    assert min(one.right for one in rated) == 0
    assert max(one.left for one in rated) == 10
    assert all(person.rated(after=True).right <= person.rated().right for person in days)


def test_a_trend_ends_with_its_weeks_and_a_flare_with_its_days() -> None:
    flare = Event(8, Flare(days=2, points=3))
    of = Tightness(6, weekly_change=-1, weeks=2, noise_sd=0)
    felt = [person.felt for person in life(22, tightness=of, events=(flare,))]
    assert (felt[0], felt[14], felt[21]) == (6.0, 4.0, 4.0)
    assert (felt[6], felt[7], felt[9]) == (pytest.approx(6 - 6 / 7), 8.0, pytest.approx(6 - 9 / 7))


def test_shares_are_kept() -> None:
    days = life(tightness=Tightness(5, missing=0.2), habit=Habit(full=0.7, light=0.3, micro=0.5))

    def share(found: list[bool]) -> float:
        return sum(found) / len(found)

    assert share([person.rates() for person in days]) == pytest.approx(0.8, abs=0.03)
    assert share([person.trains(DayKind.FULL) for person in days]) == pytest.approx(0.7, abs=0.03)
    assert share([person.trains(DayKind.HALF) for person in days]) == pytest.approx(0.7, abs=0.03)
    assert share([person.trains(DayKind.LIGHT) for person in days]) == pytest.approx(0.3, abs=0.03)
    assert share([person.shows_up() for person in days]) == pytest.approx(0.5, abs=0.03)


def test_efforts_follow_their_weights() -> None:
    days = life(efforts=Efforts(easy=0.2, fine=0.4, noticeable=0.2, reserve=0.25))
    taps = [person.effort(0) for person in days]
    assert taps.count(Effort.FINE) / MANY == pytest.approx(0.5, abs=0.03)
    assert taps.count(Effort.NOTICEABLE) / MANY == pytest.approx(0.25, abs=0.03)
    assert not {Effort.TOO_MUCH, Effort.NOT_GIVEN} & set(taps)
    assert sum(person.has_reserve() for person in days) / MANY == pytest.approx(0.25, abs=0.03)


def test_never_and_always_are_meant() -> None:
    days = life(50, habit=Habit(full=0, micro=1))
    assert not any(person.trains(DayKind.FULL) for person in days)
    assert all(person.shows_up() for person in days)


def test_one_habit_does_not_move_the_ratings() -> None:
    """Each purpose has dice of its own, so that lives can be compared."""
    busy, lazy = life(60, habit=Habit(full=1)), life(60, habit=Habit(full=0))
    assert [person.rated() for person in busy] == [person.rated() for person in lazy]
