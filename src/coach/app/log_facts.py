"""From the log to the facts that the rules over weeks read (X2, K3, K14)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, timedelta

from coach.app.ports import Store
from coach.app.session_calendar import template_of
from coach.domain import modifiers
from coach.domain.answers import FLOSS, parse_answers
from coach.domain.book import Book
from coach.domain.consult import Note
from coach.domain.consult_signs import Ticks
from coach.domain.decisions import Answer, Decision, FlossTold, Tick, TickKind
from coach.domain.facts import Facts
from coach.domain.gates import clearance_day, in_order, open_sign, whole_day
from coach.domain.history import FlossEvent, History, PlanFact, RatedDay, SessionFact, Sign
from coach.domain.lifting import LiftingFacts, lifting
from coach.domain.reason import Reason
from coach.domain.records import (
    Check,
    DiscomfortLog,
    PlanState,
    Rating,
    RatingKind,
    SessionLog,
    SetStatus,
    Stamp,
)
from coach.domain.screening import screen
from coach.domain.terms import Discomfort, Floss, Gate, Stage
from coach.domain.trend import looks

SESSIONS_BACK = timedelta(days=200)
"""No rule but that of M-BAL looks further back for sessions; what tingling led to is read without
a limit."""

BALANCE = "M-BAL"

WANTS_F3 = "floss.f3"
"""The setting that asks for the largest amount of the floss (K7)."""

_UNTOLD_STRENGTH, _UNTOLD_S = 3, 61
"""Tingling that nobody described counts as worse than an echo (N2, X4)."""


def facts_of(store: Store, book: Book, check: Check, now: Stamp) -> Facts:
    """Everything the rules read, as it stands at ``now``."""
    answers = parse_answers(check.answers, book.intake)
    plans, decided, ticks = store.plans(), store.decisions(), store.ticks()
    daily = _counting(store.ratings(RatingKind.DAILY), now)
    checks = in_order(store.checks())
    since = None if BALANCE in modifiers.flags(answers) else now.civil - SESSIONS_BACK
    history = _history(store, since, plans, daily, check, now)
    return Facts(
        history=history,
        gate=check.gate,
        days=plans[-1].days if plans else (),
        lifting=lifting(_lifting_facts(history, checks, ticks, book), book.rules),
        floss_sign=open_sign(check) is not None,
        cleared=screen(answers).cleared,
        cleared_on=clearance_day(checks),
        last_check=whole_day(check),
        looks=looks([(r.stamp.civil, r.score) for r in daily]),
        ticks=_ticks(ticks),
        told=_told(decided),
        declined=_declined(decided, now.civil),
        load_kg=plans[-1].load_kg if plans else None,
        load_step=max((p.stamp.civil for p in plans if p.rule == "R2"), default=None),
        most_kg=_most_kg(book),
        wants_f3=store.settings().get(WANTS_F3) == "yes",
    )


def _lifting_facts(
    history: History, checks: Sequence[Check], ticks: Sequence[Tick], book: Book
) -> LiftingFacts:
    return LiftingFacts(
        today=history.today,
        start=history.start,
        checks=tuple((whole_day(c), parse_answers(c.answers, book.intake)) for c in checks),
        ticks=tuple(ticks),
        full_days=frozenset(s.day for s in history.sessions if s.is_full),
    )


def _history(
    store: Store,
    since: date | None,
    plans: Sequence[PlanState],
    daily: Sequence[Rating],
    check: Check,
    now: Stamp,
) -> History:
    opened = (p.stamp.civil for p in plans if p.stage is not None)
    return History(
        today=now.civil,
        start=next(opened, check.stamp.civil),
        rated=_rated_days(daily),
        sessions=tuple(map(session_fact, _known(store.sessions(since), now))),
        plans=tuple(PlanFact(p.stamp.civil, p.stage, p.floss, p.rule) for p in plans),
        floss_events=_floss_events(store.floss_told(), store.discomforts(Discomfort.TINGLING)),
    )


def _counting(ratings: Iterable[Rating], now: Stamp) -> list[Rating]:
    """Late entries and those dated after today stay outside every rule (K14)."""
    return [r for r in ratings if not r.late and r.stamp.civil <= now.civil]


def _known(sessions: Iterable[SessionLog], now: Stamp) -> list[SessionLog]:
    """Without those dated ahead by a clock that was wrong. One dated tomorrow is a journey over the
    date line, and keeps its distance to the next (R9)."""
    return [s for s in sessions if s.stamp.civil <= now.civil + timedelta(days=1)]


def _rated_days(daily: Iterable[Rating]) -> tuple[RatedDay, ...]:
    by_day = {r.stamp.civil: RatedDay(r.stamp.civil, r.score, r.left, r.right) for r in daily}
    return tuple(by_day[day] for day in sorted(by_day))


def session_fact(log: SessionLog) -> SessionFact:
    """One session as the rules see it."""
    plan = log.plan
    stage, floss = plan.get("stage"), plan.get("floss")
    return SessionFact(
        day=log.stamp.civil,
        template=template_of(log),
        stage=Stage(stage) if stage in set(Stage) else None,
        floss=Floss(floss) if floss in set(Floss) else Floss.LOCK,
        status=log.status,
        done=frozenset(s.exercise for s in log.sets if s.status is SetStatus.DONE),
        efforts={one.exercise: one.effort for one in log.efforts},
        signs=tuple(Sign(one.kind, one.exercise or "") for one in log.discomforts),
    )


def _floss_events(
    told: Iterable[FlossTold], keys: Iterable[DiscomfortLog]
) -> tuple[FlossEvent, ...]:
    by_key = {one.discomfort_id: one for one in told}
    return tuple(_floss_event(key, by_key.get(key.id)) for key in keys)


def _floss_event(key: DiscomfortLog, told: FlossTold | None) -> FlossEvent:
    day = key.stamp.civil
    if told is None:
        return FlossEvent(day, _UNTOLD_STRENGTH, _UNTOLD_S)
    return FlossEvent(
        day, told.strength, told.lasted_s, told.further_down, told.numb, told.side or key.side
    )


def _ticks(ticks: Sequence[Tick]) -> Ticks:
    def days(kind: TickKind) -> tuple[date, ...]:
        return tuple(t.stamp.civil for t in ticks if t.kind is kind and t.on)

    return Ticks(swelling=days(TickKind.SWELLING), awake=days(TickKind.AWAKE))


def _told(decided: Iterable[Decision]) -> tuple[Note, ...]:
    notes = (d for d in decided if is_note(d))
    return tuple(Note(d.rule, Reason(d.rule, d.text), d.stamp.civil) for d in notes)


def floss_ticks(check: Check, book: Book) -> frozenset[str]:
    """The answers that keep the floss out until a professional has cleared them (K5, N3)."""
    answers = parse_answers(check.answers, book.intake)
    amber = {f.question for f in screen(answers).findings if f.gate is Gate.AMBER}
    return frozenset(amber & {"q4", "q6", FLOSS}) - answers.clearance


def is_note(decision: Decision) -> bool:
    """Whether it suggests a check with a professional (C1-C7)."""
    return decision.text.startswith("consult.")


def _declined(decided: Iterable[Decision], today: date) -> frozenset[str]:
    """What was refused today, by the last word on it; tomorrow is another day (D1, E5)."""
    last = {d.rule: d.answer for d in decided if d.stamp.civil == today and d.answer is not None}
    return frozenset(rule for rule, said in last.items() if said is Answer.DECLINED)


def _most_kg(book: Book) -> dict[Stage, int]:
    """The stages that have a limit of weight (R2)."""
    found = {}
    for stage, table in book.rules.stages.items():
        most = [dose.load_kg for dose in table.doses.values() if dose.load_kg is not None]
        if most:
            found[stage] = max(most)
    return found
