"""A made-up person lives for weeks: the use cases of the app, day by day, on a clock of its own."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from uuid import UUID

from coach.app.advice import WhyLine
from coach.app.checkin import rating_of
from coach.app.living_clock import CountedIds, LifeClock
from coach.app.living_day import Acts, Lived
from coach.app.plan_changes import rule_of
from coach.app.ports import Clock, NewId, Store
from coach.app.today import Due, build_today
from coach.domain.book import Book
from coach.domain.day import plan_day
from coach.domain.gates import newest
from coach.domain.person import Dice, Person
from coach.domain.persona import Persona
from coach.domain.persona_events import Away, Travel
from coach.domain.records import PlanState, Rating, RatingKind
from coach.domain.terms import Floss, Gate, Stage
from coach.domain.trend import FIRST_LOOK_DAY, LOOK_EVERY_DAYS, Verdict, verdict

_DAY = timedelta(days=1)
_HOUR_MS = 3_600_000

MakeStore = Callable[[Clock, NewId], Store]


@dataclass(frozen=True, slots=True)
class LivedDay:
    """One civil date as it stood at its end.

    ``stage`` is ``None`` while the plan is locked. ``planned`` is what the day asked for; ``done``
    the kind of session that was finished, or ``stopped`` for one that ended early. ``rating`` is
    that of the day, ``after`` the one after the session. ``why`` are the reasons kept with the
    session, ``verdict`` that of a weekly look which became known on this day.
    """

    day: date
    number: int
    gate: Gate
    stage: Stage | None
    floss: Floss
    planned: str
    done: str | None
    rating: Rating | None
    after: Rating | None
    why: tuple[WhyLine, ...]
    changes: tuple[WhyLine, ...]
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
        self._seen: set[UUID] = set()
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
        check, state = newest(self._store.checks()), self._store.plan()
        after = [r for r in self._store.ratings(RatingKind.AFTER, day) if r.stamp.civil == day]
        is_open = check is not None and state is not None and state.check_id == check.id
        stage = state.stage if is_open and state is not None else None
        return LivedDay(
            day=day,
            number=number,
            gate=Gate.OUT if check is None else check.gate,
            stage=stage,
            floss=Floss.LOCK if stage is None or state is None else state.floss,
            planned=lived.planned or self._planned(day),
            done=lived.done,
            rating=rating_of(self._store, day),
            after=after[-1] if after else None,
            why=self._why(day) if lived.done else (),
            changes=tuple(dict.fromkeys(self._changes(day))),
            verdict=self._verdict(day),
        )

    def _planned(self, day: date) -> str:
        """What a day without the app would have asked for."""
        now = replace(self._clock.stamp(), civil=day)
        view = build_today(self._store, self._book, now)
        return Due.LOCKED.value if view is None else view.due.value

    def _why(self, day: date) -> tuple[WhyLine, ...]:
        sessions = [s for s in self._store.sessions(day) if s.stamp.civil == day]
        lines = (line for session in sessions for line in session.plan.get("why", ()))
        return tuple(dict.fromkeys(WhyLine(line["rule"], line["text"]) for line in lines))

    def _changes(self, day: date) -> Iterator[WhyLine]:
        """Rows of the plan since yesterday, and what else was told for the first time; an answer
        that changed the plan is told by the change."""
        yield from self._acts.told_at_checks()
        plans = self._store.plans()
        fresh = [
            row
            for before, row in zip([None, *plans], plans, strict=False)
            if row.id not in self._seen and (before is None or not _same(before, row))
        ]
        yield from (WhyLine(rule_of(row.rule), row.reason) for row in fresh)
        told = [one for one in self._store.decisions(day) if one.id not in self._seen]
        changed = {rule_of(row.rule) for row in fresh}
        for one in told:
            if one.reason and (one.answer is None or one.rule not in changed):
                yield WhyLine(one.rule, one.reason)
        self._seen.update(row.id for row in plans)
        self._seen.update(one.id for one in told)

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


def _same(before: PlanState, row: PlanState) -> bool:
    """Whether a row repeats what the one before has told, as a check writes it."""
    return (row.rule, row.reason) == (before.rule, before.reason)
