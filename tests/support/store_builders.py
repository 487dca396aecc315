"""Records for tests: each builder gives a whole, valid record and takes what matters."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta, timezone
from itertools import count
from uuid import UUID

from coach.app.ports import Store
from coach.domain.decisions import Answer, Decision, FlossTold, Tick, TickKind
from coach.domain.records import (
    Check,
    CheckDraft,
    DiscomfortLog,
    EffortLog,
    PlanState,
    Rating,
    RatingKind,
    SessionLog,
    SessionStatus,
    SetLog,
    SetStatus,
    Stamp,
)
from coach.domain.terms import Discomfort, Effort, Emphasis, Floss, Gate, Side, Stage, Weekday

START = datetime(2026, 3, 2, 18, 30, tzinfo=timezone(timedelta(hours=1)))
RULESET = "2026.1"


@dataclass
class SteadyClock:
    """A clock that tells the same instant until it is set forward."""

    local: datetime = START
    passed_ms: float = 0.0

    def now(self) -> datetime:
        return self.local

    def monotonic_ms(self) -> float:
        return self.passed_ms

    def forward(self, ms: float) -> None:
        self.passed_ms += ms
        self.local += timedelta(milliseconds=ms)


@dataclass
class CountedIds:
    """UUIDv7 values that count up, the same in every run."""

    numbers: count[int] = field(default_factory=lambda: count(1))

    def __call__(self) -> UUID:
        return numbered_id(next(self.numbers))


def numbered_id(number: int) -> UUID:
    """A valid UUIDv7 that sorts by ``number``."""
    return UUID(int=((0x019A00000000 + number) << 80) | (7 << 76) | (0b10 << 62) | number)


_ids = CountedIds(count(1_000_000))


def stamp(minutes: float = 0, offset_min: int = 60, civil: date | None = None) -> Stamp:
    """``minutes`` after 18:30 on Monday 2 March 2026."""
    utc = START.astimezone(UTC) + timedelta(minutes=minutes)
    return Stamp(utc, offset_min, civil or (utc + timedelta(minutes=offset_min)).date())


def draft(screen: int = 3) -> CheckDraft:
    return CheckDraft({"q1": [], "q2": [], "q3": False}, screen)


def check(gate: Gate = Gate.GREEN, at: Stamp | None = None) -> Check:
    answers = {
        "q1": [],
        "q4": "a",
        "q7": {"age": 45, "unsteady": False},
        "q9": "8+",
        "q12": {"rating": 5, "side": "both", "training": "none"},
    }
    return Check(_ids(), at or stamp(), answers, gate, RULESET, seconds=96)


def plan(
    checked: Check,
    at: Stamp | None = None,
    stage: Stage | None = Stage.S1,
    load_kg: int | None = None,
) -> PlanState:
    return PlanState(
        id=_ids(),
        stamp=at or stamp(),
        check_id=checked.id,
        stage=stage,
        floss=Floss.F1 if stage else Floss.LOCK,
        days=(Weekday.MON, Weekday.WED, Weekday.FRI),
        emphasis=Emphasis.FRONT if stage else None,
        rule="G2",
        reason="A default start.",
        ruleset_version=RULESET,
        load_kg=load_kg,
    )


def rating(
    left: int | None = 4,
    right: int | None = 5,
    at: Stamp | None = None,
    kind: RatingKind = RatingKind.DAILY,
    session_id: UUID | None = None,
) -> Rating:
    return Rating(_ids(), kind, at or stamp(), left, right, session_id)


def session(at: Stamp | None = None, status: SessionStatus = SessionStatus.ACTIVE) -> SessionLog:
    plan_of_day = {"template": "full", "items": [{"exercise": "breathing_bridge", "sets": 3}]}
    return SessionLog(_ids(), at or stamp(), plan_of_day, status, RULESET)


def set_log(
    of: SessionLog,
    block: int = 0,
    reps_done: int = 5,
    side: Side | None = None,
    status: SetStatus = SetStatus.DONE,
) -> SetLog:
    return SetLog(
        id=_ids(),
        session_id=of.id,
        stamp=stamp(1 + block),
        block=block,
        item=0,
        exercise="breathing_bridge",
        variant="low",
        set=block + 1,
        side=side,
        reps_planned=5,
        reps_done=reps_done,
        status=status,
        position_ms=60_000 * (1 + block),
    )


def effort(of: SessionLog, item: int = 0, felt: Effort = Effort.FINE) -> EffortLog:
    return EffortLog(_ids(), of.id, stamp(5), item, "breathing_bridge", felt)


def discomfort(
    of: SessionLog, kind: Discomfort = Discomfort.TINGLING, at: Stamp | None = None
) -> DiscomfortLog:
    return DiscomfortLog(
        _ids(), of.id, at or stamp(4), kind, 0, "breathing_bridge", Side.LEFT, position_ms=240_000
    )


def floss_told(
    said: DiscomfortLog, strength: int = 3, at: Stamp | None = None, side: Side | None = None
) -> FlossTold:
    return FlossTold(_ids(), said.session_id, said.id, at or stamp(6), strength, 40, side=side)


def tick(kind: TickKind = TickKind.STEADY, at: Stamp | None = None, on: bool = True) -> Tick:
    return Tick(_ids(), at or stamp(), kind, on)


def decision(
    at: Stamp | None = None, session_id: UUID | None = None, answer: Answer | None = None
) -> Decision:
    return Decision(
        id=_ids(),
        stamp=at or stamp(7),
        rule="D1",
        text="alarm.lighter",
        reason="Today is higher than usual.",
        ruleset_version=RULESET,
        session_id=session_id,
        answer=answer,
        detail={"day": "2026-03-04", "scores": [6, 7]},
    )


def fill(store: Store) -> None:
    """A small log with something in every table."""
    checked, done, running = check(), session(stamp(10)), session(stamp(2890))
    tingled = discomfort(done)
    store.save_setting("theme", "dark")
    store.save_draft(draft())
    store.add_check(checked)
    store.add_plan(plan(checked, load_kg=4))
    first = rating()
    store.save_rating(first, first.stamp)
    corrected = Rating(first.id, first.kind, first.stamp, left=3, right=5)
    store.save_rating(corrected, stamp(9))
    store.begin_session(done)
    for block in range(3):
        store.add_set(set_log(done, block))
    store.add_effort(effort(done))
    store.add_discomfort(tingled)
    store.add_floss_told(floss_told(tingled))
    store.end_session(done.id, SessionStatus.FINISHED, stamp(20))
    after = rating(3, 3, stamp(21), RatingKind.AFTER, done.id)
    store.save_rating(after, after.stamp)
    store.begin_session(running)
    store.add_set(set_log(running, side=Side.RIGHT, status=SetStatus.SKIPPED, reps_done=0))
    store.save_tick(tick())
    store.save_decision(decision(session_id=done.id, answer=Answer.ACCEPTED))
