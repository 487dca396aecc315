"""A made-up person lives through a session: the real steps, from the end of a set to the next."""

from __future__ import annotations

import math
from dataclasses import dataclass

from coach.app.living_clock import LifeClock
from coach.app.ports import NewId, Store
from coach.app.running import Prepared, after_rating, records, write
from coach.domain.floss_events import MILD_S, MILD_STRENGTH, STAYS_S
from coach.domain.person import Person
from coach.domain.persona_events import Felt
from coach.domain.session import RunStage, SessionState
from coach.domain.session_facts import (
    AnswerCheck,
    Command,
    Event,
    GiveEffort,
    RecheckAsked,
    Report,
    TellAftermath,
    TellStrength,
    Tick,
)
from coach.domain.session_steps import advance
from coach.domain.templates import DEADLIFT
from coach.domain.terms import Discomfort, Effort
from coach.domain.timeline import Block
from coach.domain.tingling import Aftermath, Strength

_CLEAR_MOST = 5


@dataclass(frozen=True, slots=True)
class Trained:
    """How it ended. ``recheck`` is true where the readiness questions come next (S7, S8, N4);
    ``happened`` are the discomforts that came."""

    stage: RunStage
    recheck: bool
    happened: tuple[Felt, ...]


class LivedSession:
    """One run. ``felt`` are discomforts that come in this session, each once."""

    def __init__(
        self,
        store: Store,
        clock: LifeClock,
        new_id: NewId,
        prepared: Prepared,
        person: Person,
        felt: tuple[Felt, ...] = (),
    ) -> None:
        self._store, self._clock, self._new_id = store, clock, new_id
        self._prepared, self._person = prepared, person
        self._due = list(felt)
        self._state: SessionState = prepared.state(clock.monotonic_ms(), math.inf)
        self._recheck = False
        self._happened: list[Felt] = []

    def run(self, *, something_new: bool = False) -> Trained:
        """Answer the question, then live to the end; everything is written down on the way."""
        self._do(AnswerCheck(something_new))
        while self._state.stage is RunStage.RUNNING:
            self._next()
        if self._state.stage is RunStage.RATING:
            self._rate()
        return Trained(self._state.stage, self._recheck, tuple(self._happened))

    def _next(self) -> None:
        """To where something happens: a discomfort, the end of a set, the end of it all."""
        state, here_ms = self._state, self._here_ms
        block = self._coming()
        felt = self._felt_in(block)
        if block is not None and felt is not None and here_ms < _middle_ms(block):
            self._go_to(_middle_ms(block))
            self._report(felt)
            return
        self._go_to(state.guided_end_ms if block is None else block.end_ms)
        self._do(Tick())
        if (item := self._state.asked_effort(self._clock.monotonic_ms())) is not None:
            self._give(item)

    def _report(self, felt: Felt) -> None:
        """The key, and after tingling the two taps, with the wait before the second one."""
        self._due.remove(felt)
        self._happened.append(felt)
        self._do(Report(felt.kind))
        if felt.kind is Discomfort.TINGLING:
            self._do(TellStrength(_strength(felt)))
            self._clock.forward(1000 * min(felt.lasted_s, MILD_S + 1))
            self._do(TellAftermath(_aftermath(felt)))
            self._do(Command.RESUME)

    @property
    def _here_ms(self) -> float:
        return self._state.position(self._clock.monotonic_ms())

    def _coming(self) -> Block | None:
        return self._state.open_block(self._state.cursor)

    def _felt_in(self, block: Block | None) -> Felt | None:
        if block is None:
            return None
        fits = (one for one in self._due if one.exercise in ("", block.exercise))
        return next((one for one in fits if _same_side(one, block)), None)

    def _go_to(self, position_ms: float) -> None:
        self._clock.forward(max(math.ceil(position_ms - self._here_ms), 1))

    def _give(self, item: int) -> None:
        effort = self._effort(item)
        if effort is not Effort.NOT_GIVEN:
            self._do(GiveEffort(effort, item))

    def _effort(self, item: int) -> Effort:
        if self._state.exercise_of(item) == DEADLIFT and self._person.has_reserve():
            return Effort.EASY
        return self._person.effort(item)

    def _rate(self) -> None:
        for item in self._state.missing_efforts():
            self._give(item)
        rated = self._person.rated(after=True)
        rating = after_rating(
            self._prepared.session.id, self._clock.stamp(), self._new_id, rated.left, rated.right
        )
        if rating is not None:
            write(self._store, rating)
        self._do(Command.FINISH)

    def _do(self, event: Event) -> None:
        self._state, facts = advance(self._state, event, self._clock.monotonic_ms())
        self._recheck = self._recheck or any(isinstance(fact, RecheckAsked) for fact in facts)
        for record in records(facts, self._prepared, self._clock.stamp(), self._new_id):
            write(self._store, record)


def _same_side(felt: Felt, block: Block) -> bool:
    return felt.side is None or block.side in (None, felt.side)


def _strength(felt: Felt) -> Strength:
    """The button that stands for a strength of 0-10."""
    if felt.strength > _CLEAR_MOST:
        return Strength.STRONG
    return Strength.LITTLE if felt.strength <= MILD_STRENGTH else Strength.CLEAR


def _aftermath(felt: Felt) -> Aftermath:
    if felt.numb:
        return Aftermath.NUMB_STAYS if felt.lasted_s >= STAYS_S else Aftermath.NUMB
    if felt.further_down:
        return Aftermath.FURTHER
    return Aftermath.STILL if felt.lasted_s > MILD_S else Aftermath.GONE


def _middle_ms(block: Block) -> int:
    return (block.start_ms + block.end_ms) // 2
