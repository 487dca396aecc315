"""Somebody who does readiness checks over a store, for tests of what they bring."""

from __future__ import annotations

from typing import Any

from coach.app.check_flow import CheckFlow, Mode
from coach.app.check_outcome import (
    EntryKind,
    Outcome,
    accept,
    entry,
    finish,
    raise_floss_gate,
    save_progress,
)
from coach.app.ports import Store
from coach.domain.floss_events import FlossRule, Trouble
from coach.domain.records import Check, PlanState, Stamp
from coach.domain.terms import Stage
from support.book import real_book
from support.check_answers import calm, walked
from support.store_builders import CountedIds, stamp

BOOK = real_book()
DAY_MIN = 24 * 60
TROUBLES = {
    "N3": (FlossRule.N3, False),
    "N4": (FlossRule.N4, False),
    "N4-both": (FlossRule.N4, True),
}


class Person:
    """Does checks ten minutes apart, and sleeps between days."""

    def __init__(self, store: Store) -> None:
        self.store = store
        self.minutes = 0
        self.ids = CountedIds()

    @property
    def now(self) -> Stamp:
        return stamp(self.minutes)

    def sleep(self, days: int = 1) -> None:
        self.minutes += days * DAY_MIN

    def check(self, mode: Mode = Mode.FIRST, *, seen: bool = True, **changed: Any) -> Outcome:
        latest = self.store.latest_check()
        kept = latest.answers if latest and mode is Mode.RECHECK else {}
        flow = CheckFlow(BOOK.intake, mode=mode, kept=kept, seen=seen)
        flow = walked(flow, calm(**changed))
        save_progress(self.store, flow, 60)
        self.minutes += 10
        return finish(self.store, BOOK, flow, self.now, self.ids, 96)

    def accept(self, *ticks: str) -> Outcome:
        self.minutes += 1
        return accept(self.store, BOOK, self.stored, ticks, self.now, self.ids)

    def tell(self, sign: str) -> Check:
        """What was told after tingling joins the answers."""
        self.minutes += 1
        rule, both = TROUBLES[sign]
        removal = Trouble(self.now.civil, rule, both)
        return raise_floss_gate(self.store, BOOK, self.now, self.ids, removal)

    @property
    def stored(self) -> Check:
        check = self.store.latest_check()
        assert check is not None
        return check

    @property
    def plan(self) -> PlanState:
        plan = self.store.plan()
        assert plan is not None
        return plan

    @property
    def stage(self) -> Stage | None:
        plan = self.store.plan()
        return plan.stage if plan else None

    @property
    def stands(self) -> EntryKind:
        return entry(self.store, BOOK).kind
