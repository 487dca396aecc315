"""Months with the app, one action at a time, through its use cases and on a clock that can be set.

Everything that may happen is a method; ``here`` and ``offered`` tell what holds afterwards. What
was begun, told and accepted is kept, so that a test can hold the rules against it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, timedelta, timezone
from typing import Any

from coach.app.adapting import adapt
from coach.app.advice import Advice, AdviceKind, Reply
from coach.app.answering import answer, pause_plan
from coach.app.check_flow import Mode
from coach.app.checkin import RatingRefusedError, rate
from coach.app.living_check import check_through, understood
from coach.app.planning import (
    Standing,
    choose_days,
    choose_emphasis,
    move_day,
    standing,
    step_down,
)
from coach.app.running import prepare
from coach.app.starting import WHOLE, session_now, start_now
from coach.app.today import build_today
from coach.domain.decisions import FlossTold, Tick, TickKind
from coach.domain.gates import newest
from coach.domain.plan import DayPlan
from coach.domain.records import (
    Check,
    DiscomfortLog,
    EffortLog,
    PlanState,
    SessionLog,
    SessionStatus,
    SetLog,
    SetStatus,
    Stamp,
)
from coach.domain.terms import (
    Discomfort,
    Effort,
    Emphasis,
    Gate,
    Side,
    Stage,
    Template,
    Weekday,
)
from coach.store.memory_store import MemoryStore
from support.book import CALM, real_book
from support.store_builders import CountedIds

BOOK = real_book()
WEST_MIN, EAST_MIN = -720, 840
EVENING_H = 18.5


@dataclass
class Hands:
    """A clock that stands until it is set, as a person's watch and journeys set it."""

    utc: datetime = datetime(2026, 3, 2, 17, 30, tzinfo=UTC)
    offset_min: int = 60

    def now(self) -> datetime:
        return self.utc.astimezone(timezone(timedelta(minutes=self.offset_min)))

    def monotonic_ms(self) -> float:
        return 0.0


@dataclass(frozen=True)
class Copy:
    """An older state of the log, as a saved copy holds it."""

    checks: tuple[Check, ...]
    plans: tuple[PlanState, ...]


@dataclass
class Life:
    """One user. ``raised`` counts the offers of a next stage that were accepted."""

    clock: Hands = field(default_factory=Hands)
    ids: CountedIds = field(default_factory=CountedIds)
    raised: list[Stage] = field(default_factory=list)
    begun: list[SessionLog] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.store = MemoryStore(self.clock, self.ids)

    # ---- time ---------------------------------------------------------------------------------
    @property
    def now(self) -> Stamp:
        return Stamp.of(self.clock.now())

    @property
    def today(self) -> date:
        return self.now.civil

    def sleep(self, days: int) -> None:
        """To the evening some days later."""
        local = self.clock.now().replace(hour=18, minute=30, second=0, microsecond=0)
        self.clock.utc = (local + timedelta(days=days)).astimezone(UTC)

    def fly(self, hours: int, shift_h: int) -> None:
        """Hours under way, to clocks that differ."""
        offset = self.clock.offset_min + 60 * shift_h
        self.clock.offset_min = min(max(offset, WEST_MIN), EAST_MIN)
        self.clock.utc += timedelta(hours=hours)

    def set_clock(self, hours: int) -> None:
        """The machine's clock was wrong, or is now."""
        self.clock.utc += timedelta(hours=hours)

    def tick_on(self) -> None:
        """A minute passes between two actions."""
        self.clock.utc += timedelta(minutes=1)

    # ---- readiness ----------------------------------------------------------------------------
    @property
    def check(self) -> Check | None:
        return newest(self.store.checks())

    def answer_check(self, changes: Mapping[str, Any]) -> None:
        """The whole check; after a red one with the tick that somebody has looked at it."""
        mode = Mode.AGAIN if self._is_red() else Mode.FIRST
        check_through(self.store, BOOK, self.now, self.ids, mode, _whole(changes))

    def something_new(self, changes: Mapping[str, Any]) -> None:
        """The signs alone; not while the plan is red."""
        if self.check is not None and not self._is_red():
            kept = self.check.answers
            check_through(self.store, BOOK, self.now, self.ids, Mode.RECHECK, _whole(changes), kept)

    def understand(self, ticks: Sequence[str]) -> None:
        if self.check is not None and not self._is_red():
            understood(self.store, BOOK, self.check, ticks, self.now, self.ids)

    def _is_red(self) -> bool:
        return self.check is not None and self.check.gate.is_red

    # ---- ratings and ticks --------------------------------------------------------------------
    def rate(self, score: int, side: Side, *, yesterday: bool = False) -> None:
        try:
            rate(self.store, self.now, self.ids, side=side, score=score, yesterday=yesterday)
        except RatingRefusedError:
            return

    def tick(self, kind: TickKind, *, on: bool) -> None:
        self.store.save_tick(Tick(self.ids(), self.now, kind, on))

    # ---- sessions -----------------------------------------------------------------------------
    def train(
        self,
        template: Template,
        effort: Effort,
        sign: Discomfort | None,
        status: SessionStatus,
        item: int,
    ) -> None:
        """What was asked for, where the rules let it start, to the end or not."""
        plan = start_now(self.store, BOOK, self.now, self.ids, template)
        if not isinstance(plan, DayPlan) or not plan.items:
            return
        log = prepare(self.store, BOOK, plan, self.now, self.ids).session
        self.store.begin_session(log)
        self.begun.append(log)
        for number, one in enumerate(plan.items):
            if sign is not None and number == item % len(plan.items):
                self._feel(log, sign, number, one.exercise)
                continue
            place = (number, number, one.exercise, one.dose.variant, 1, None, 5, 5)
            self.store.add_set(SetLog(self.ids(), log.id, self.now, *place, SetStatus.DONE, 60_000))
            self.store.add_effort(
                EffortLog(self.ids(), log.id, self.now, number, one.exercise, effort)
            )
        if status is not SessionStatus.ACTIVE:
            self.store.end_session(log.id, status, self.now)

    def _feel(self, log: SessionLog, sign: Discomfort, item: int, exercise: str) -> None:
        self.store.add_discomfort(
            DiscomfortLog(self.ids(), log.id, self.now, sign, item, exercise, Side.LEFT, 60_000)
        )

    def tell_tingling(
        self, strength: int, lasted_s: int, *, further: bool, numb: bool, side: Side
    ) -> None:
        """Words on the newest tingling; without them it counts as worse (X4)."""
        keys = self.store.discomforts(Discomfort.TINGLING)
        if keys:
            key = keys[-1]
            told = (strength, lasted_s, further, numb, side)
            self.store.add_floss_told(
                FlossTold(self.ids(), key.session_id, key.id, self.now, *told)
            )

    # ---- the plan -----------------------------------------------------------------------------
    def adapt(self) -> tuple[PlanState, ...]:
        return adapt(self.store, BOOK, self.now, self.ids)

    def reply(self, advice: Advice, reply: Reply) -> None:
        """Every step up that is accepted is counted."""
        here = self.here()
        offer = here.outlook.offer if here else None
        if advice.kind is AdviceKind.STEP_UP and reply is Reply.AGREE and offer is not None:
            self.raised.append(offer.stage)
        kind, subject = advice.kind, advice.subject
        answer(self.store, BOOK, self.now, self.ids, kind, subject, reply)

    def pause(self) -> None:
        pause_plan(self.store, BOOK, self.now, self.ids)

    def move(self, source: Weekday, target: Weekday) -> None:
        move_day(self.store, BOOK, self.now, self.ids, source=source, target=target)

    def choose(self, days: tuple[Weekday, ...]) -> None:
        choose_days(self.store, BOOK, self.now, self.ids, days)

    def lean(self, emphasis: Emphasis | None) -> None:
        choose_emphasis(self.store, BOOK, self.now, self.ids, emphasis)

    def go_down(self) -> None:
        step_down(self.store, BOOK, self.now, self.ids)

    # ---- copies -------------------------------------------------------------------------------
    def copy(self) -> Copy:
        return Copy(tuple(self.store.checks()), tuple(self.store.plans()))

    def restore(self, copy: Copy) -> None:
        """The rows of an older copy come back beside what has happened since."""
        known = {check.id: replace(check, id=self.ids()) for check in copy.checks}
        for check in known.values():
            self.store.add_check(check)
        for plan in copy.plans:
            row = replace(plan, id=self.ids(), check_id=known[plan.check_id].id)
            self.store.add_plan(row)

    # ---- what holds ---------------------------------------------------------------------------
    def here(self) -> Standing | None:
        return standing(self.store, BOOK, self.now)

    def advice(self) -> tuple[Advice, ...]:
        view = build_today(self.store, BOOK, self.now)
        return view.advice if view else ()

    def offered(self, here: Standing) -> list[DayPlan]:
        """Every session that would start now."""
        found = (session_now(here, BOOK, self.today, template) for template in Template)
        return [one for one in found if isinstance(one, DayPlan) and one.items]

    def whole_days(self) -> list[date]:
        """The days on which a full, half or extended session was begun."""
        return sorted({s.stamp.civil for s in self.begun if s.plan["template"] in WHOLE})

    def sentences(self) -> list[str]:
        """All that was ever told and is kept, and what is told now."""
        kept = [row.reason for row in self.store.plans()]
        kept += [one.reason for one in self.store.decisions()]
        for session in self.store.sessions():
            kept += [line["text"] for line in session.plan.get("why", ())]
        for advice in self.advice():
            kept += [advice.sentence, *(line.text for line in advice.why)]
        return kept

    @property
    def gate(self) -> Gate | None:
        return None if self.check is None else self.check.gate


def _whole(changes: Mapping[str, Any]) -> dict[str, Any]:
    """A whole answers file: calm, but for some answers."""
    base = {**CALM, "q7": {"age": "18-64", "unsteady": False}}
    q12 = {**CALM["q12"], **changes.get("q12", {})}
    return {**base, **changes, "q12": q12}
