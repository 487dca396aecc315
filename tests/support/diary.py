"""A log that is lived day by day through the use cases, for tests of the rules over weeks."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from coach.app.adapting import adapt
from coach.app.advice import Advice, AdviceKind, Reply
from coach.app.answering import answer
from coach.app.checkin import rate
from coach.app.planning import Standing, standing
from coach.app.running import plan_data
from coach.app.starting import start_now
from coach.app.today import TodayView, today_now
from coach.domain.decisions import FlossTold, Tick, TickKind
from coach.domain.plan import DayPlan
from coach.domain.reason import Reason
from coach.domain.records import (
    DiscomfortLog,
    EffortLog,
    PlanState,
    SessionLog,
    SessionStatus,
    SetLog,
    SetStatus,
    Stamp,
)
from coach.domain.terms import Discomfort, Effort, Side, Template
from coach.store.memory_store import MemoryStore
from support.book import real_book
from support.standing import checked
from support.store_builders import CountedIds, SteadyClock, stamp

DAY_MIN = 24 * 60
BOOK = real_book()


class Diary:
    """Plan day 1 is a Monday; days are counted from 1, and each happens in the evening."""

    def __init__(self, **answers: object) -> None:
        self.ids = CountedIds()
        self.store = MemoryStore(SteadyClock(), self.ids)
        checked(self.store, self.at(1), self.ids, **answers)

    def at(self, day: int, minutes: float = 0) -> Stamp:
        return stamp((day - 1) * DAY_MIN + minutes)

    def rate(self, day: int, score: int) -> tuple[PlanState, ...]:
        """Both sides on one day, and what follows from it."""
        for side in Side:
            rate(self.store, self.at(day), self.ids, side=side, score=score)
        return self.adapt(day)

    def rates(self, scores: Sequence[int | None], first: int = 1) -> list[PlanState]:
        rows: list[PlanState] = []
        for day, score in enumerate(scores, first):
            if score is not None:
                rows += self.rate(day, score)
        return rows

    def adapt(self, day: int) -> tuple[PlanState, ...]:
        return adapt(self.store, BOOK, self.at(day, 1), self.ids)

    def here(self, day: int) -> Standing:
        found = standing(self.store, BOOK, self.at(day, 2))
        assert found is not None
        return found

    def today(self, day: int) -> TodayView:
        found = today_now(self.store, BOOK, self.at(day, 2), self.ids)
        assert found is not None
        return found

    def told(self, day: int, kind: AdviceKind) -> Advice | None:
        return next((one for one in self.today(day).advice if one.kind is kind), None)

    def answer(self, day: int, told: Advice, reply: Reply) -> None:
        answer(self.store, BOOK, self.at(day, 3), self.ids, told.kind, told.subject, reply)

    def start(self, day: int, template: Template = Template.FULL) -> DayPlan | Reason | None:
        return start_now(self.store, BOOK, self.at(day, 4), self.ids, template)

    def train(
        self,
        day: int,
        template: Template = Template.FULL,
        efforts: Mapping[str, Effort] | None = None,
        signs: Mapping[str, Discomfort] | None = None,
    ) -> SessionLog:
        """A finished session of what the rules let start on that day; fails where they do not."""
        plan = self.start(day, template)
        assert isinstance(plan, DayPlan), plan
        log = self._logged(day, plan)
        for item, one in enumerate(plan.items):
            if one.exercise not in (signs or {}):
                self.store.add_set(self._set(log, item, one.exercise, one.dose.variant))
            felt = (efforts or {}).get(one.exercise, Effort.EASY)
            self.store.add_effort(
                EffortLog(self.ids(), log.id, log.stamp, item, one.exercise, felt)
            )
        for name, kind in (signs or {}).items():
            self.store.add_discomfort(
                DiscomfortLog(self.ids(), log.id, log.stamp, kind, 0, name, Side.LEFT, 60_000)
            )
        self.store.end_session(log.id, SessionStatus.FINISHED, self.at(day, 30))
        self.adapt(day)
        return self.store.sessions()[-1]

    def tell_floss(self, day: int, strength: int = 4, lasted_s: int = 180, **more: bool) -> None:
        """The answer to the tingling key of that day's session."""
        key = self.store.discomforts(Discomfort.TINGLING)[-1]
        self.store.add_floss_told(
            FlossTold(
                self.ids(), key.session_id, key.id, self.at(day, 31), strength, lasted_s, **more
            )
        )
        self.adapt(day)

    def tick(self, day: int, kind: TickKind, *, on: bool = True) -> None:
        self.store.save_tick(Tick(self.ids(), self.at(day, 5), kind, on))

    def _logged(self, day: int, plan: DayPlan) -> SessionLog:
        here = self.here(day)
        data = plan_data(plan, here.plan, Side.LEFT)
        log = SessionLog(
            self.ids(), self.at(day, 5), data, SessionStatus.ACTIVE, BOOK.rules.version
        )
        self.store.begin_session(log)
        return replace(log)

    def _set(self, log: SessionLog, item: int, exercise: str, variant: str) -> SetLog:
        place = (item, item, exercise, variant, 1, None, 5, 5, SetStatus.DONE, 60_000)
        return SetLog(self.ids(), log.id, log.stamp, *place)
