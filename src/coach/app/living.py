"""A made-up person lives for weeks: the use cases of the app, day by day, on a clock of its own."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from uuid import UUID

from coach.app.checkin import rating_of
from coach.app.living_clock import CountedIds, LifeClock
from coach.app.living_day import Acts, Lived
from coach.app.plan_changes import rule_of
from coach.app.planning import standing
from coach.app.ports import Clock, NewId, Store
from coach.app.today import Due, build_today
from coach.domain.book import Book
from coach.domain.day import plan_day
from coach.domain.person import Dice, Person
from coach.domain.persona import Persona
from coach.domain.persona_events import Away, Travel
from coach.domain.records import Rating, RatingKind, Stamp
from coach.domain.terms import Gate
from coach.domain.trend import FIRST_LOOK_DAY, LOOK_EVERY_DAYS, Verdict, verdict

_DAY = timedelta(days=1)
_HOUR_MS = 3_600_000

MakeStore = Callable[[Clock, NewId], Store]


@dataclass(frozen=True, slots=True)
class Told:
    """A change of the plan, or something else that the rules said, with its rule."""

    rule: str
    text: str


@dataclass(frozen=True, slots=True)
class LivedDay:
    """One civil date as it stood at its end.

    ``planned`` is what the day asked for; ``done`` the kind of session that was finished, or
    ``stopped`` for one that ended early. ``rating`` is that of the day, ``after`` the one after
    the session. ``why`` are the reasons kept with the session, ``verdict`` that of a weekly look
    which became known on this day.
    """

    day: date
    number: int
    gate: Gate
    locked: bool
    stage: str | None
    floss: str
    planned: str
    done: str | None
    rating: Rating | None
    after: Rating | None
    why: tuple[Told, ...]
    changes: tuple[Told, ...]
    verdict: Verdict | None


def dice(seed: int, purpose: str, day: int) -> Dice:
    """Dice for one purpose and day, the same on every machine."""
    return random.Random(f"{seed} {purpose} {day}")


class Life:
    """One persona over an empty store, which ``make_store`` makes with the clock of this life."""

    def __init__(self, make_store: MakeStore, book: Book, persona: Persona) -> None:
        self._book, self._persona = book, persona
        self._clock = LifeClock(persona.start, persona.habit.at, persona.utc_offset_min)
        new_id = CountedIds()
        self._store = make_store(self._clock, new_id)
        self._person = Person(persona, lambda purpose, day: dice(persona.seed, purpose, day))
        self._acts = Acts(self._store, book, self._clock, new_id, persona)
        self._plans = 0
        self._decisions: set[UUID] = set()
        self._look = 0

    def days(self, count: int) -> Iterator[LivedDay]:
        """The first ``count`` civil dates, each once, whatever the clocks do."""
        for number in range(1, count + 1):
            self._person = self._person.tomorrow()
            day = self._persona.start + (number - 1) * _DAY
            yield self._told(day, number, self._live(day, number))

    def _live(self, day: date, number: int) -> Lived:
        """Each use of the app on ``day``: once, twice after a journey east, never where a journey
        west leaps over it."""
        lived, uses = Lived(), 0
        while self._clock.stamp().civil == day:
            uses += 1
            if not self._away(number):
                lived = self._acts.live(self._person, lived)
            self._travel(number if uses == 1 else 0)
        if not uses and any(self._journeys(number)):
            self._travel(number)
        return lived

    def _away(self, number: int) -> bool:
        return any(
            event.day <= number < event.day + event.what.days
            for event in self._persona.events
            if isinstance(event.what, Away)
        )

    def _travel(self, number: int) -> None:
        """Journeys that begin or lead back after today's use, then on to the next use."""
        for hours, offset_min in self._journeys(number):
            self._clock.forward(hours * _HOUR_MS)
            self._clock.offset_min += offset_min
        self._clock.to_next(self._persona.habit.at)

    def _journeys(self, number: int) -> Iterator[tuple[int, int]]:
        """Hours under way, and how far the clocks differ at the other end."""
        for event in self._persona.events:
            if isinstance(event.what, Travel):
                if event.day == number:
                    yield event.what.hours, event.what.offset_min
                if event.what.days and event.day + event.what.days == number:
                    yield event.what.hours, -event.what.offset_min

    # ---- what is printed ----------------------------------------------------------------------
    def _told(self, day: date, number: int, lived: Lived) -> LivedDay:
        now = self._end_of(day)
        here = standing(self._store, self._book, now)
        after = [r for r in self._store.ratings(RatingKind.AFTER, day) if r.stamp.civil == day]
        open_plan = here is not None and here.state is not None and here.state.stage is not None
        return LivedDay(
            day=day,
            number=number,
            gate=Gate.OUT if here is None else here.check.gate,
            locked=here is None or here.plan.screening.locked or not open_plan,
            stage=None if here is None or here.plan.stage is None else here.plan.stage.value,
            floss=Due.LOCKED if here is None else here.plan.floss.value,
            planned=lived.planned or self._planned(now),
            done=lived.done,
            rating=rating_of(self._store, day),
            after=after[-1] if after else None,
            why=self._why(day) if lived.done else (),
            changes=tuple(dict.fromkeys(self._changes(day))),
            verdict=self._verdict(day),
        )

    def _end_of(self, day: date) -> Stamp:
        """The last use of the app on ``day``, told without moving the clock."""
        return replace(self._clock.stamp(), civil=day)

    def _planned(self, now: Stamp) -> str:
        view = build_today(self._store, self._book, now)
        return Due.LOCKED.value if view is None else view.due.value

    def _why(self, day: date) -> tuple[Told, ...]:
        sessions = [s for s in self._store.sessions(day) if s.stamp.civil == day]
        lines = (line for session in sessions for line in session.plan.get("why", ()))
        return tuple(dict.fromkeys(Told(line["rule"], line["text"]) for line in lines))

    def _changes(self, day: date) -> Iterator[Told]:
        """Rows of the plan since yesterday, and what else was told for the first time."""
        plans = self._store.plans()
        for row in plans[self._plans :]:
            yield Told(rule_of(row.rule), row.reason)
        self._plans = len(plans)
        for told in self._store.decisions(day):
            if told.id not in self._decisions and told.reason:
                yield Told(told.rule, told.reason)
            self._decisions.add(told.id)

    def _verdict(self, day: date) -> Verdict | None:
        """The verdict of a look that today's rating makes known (K11)."""
        daily = [r for r in self._store.ratings(RatingKind.DAILY) if not r.late]
        rated = [(r.stamp.civil, r.score) for r in daily if r.stamp.civil <= day]
        if not rated or rated[-1][0] != day:
            return None
        number = plan_day(rated[0][0], day)
        look = number - (number - FIRST_LOOK_DAY) % LOOK_EVERY_DAYS
        if look < FIRST_LOOK_DAY or look == self._look:
            return None
        self._look = look
        return verdict(rated)
