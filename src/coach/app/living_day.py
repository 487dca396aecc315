"""What a made-up person does on a day with the app: check, ticks, rating, answers, session."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Any

from coach.app.adapting import adapt
from coach.app.advice import Advice, AdviceKind, Reply, WhyLine
from coach.app.answering import answer, pause_plan
from coach.app.check_flow import Mode
from coach.app.check_outcome import EntryKind, entry
from coach.app.checkin import rate, rating_of, tick, ticks_for
from coach.app.living_check import check_through, understood
from coach.app.living_clock import CountedIds, LifeClock
from coach.app.living_session import LivedSession, Trained
from coach.app.plan_output import finding_text
from coach.app.planning import choose_days, standing
from coach.app.ports import Store
from coach.app.running import Prepared, prepare
from coach.app.starting import session_now
from coach.app.today import Due, TodayView, build_today
from coach.domain.answers import FLOSS, parse_answers
from coach.domain.book import Book
from coach.domain.decisions import TickKind
from coach.domain.gates import newest
from coach.domain.person import Person
from coach.domain.persona import Persona, whole_answers
from coach.domain.persona_events import (
    Clearance,
    Felt,
    Illness,
    NewSign,
    RecheckAnswers,
    Seen,
    Ticked,
    What,
)
from coach.domain.reason import Reason
from coach.domain.records import Check
from coach.domain.screening import screen
from coach.domain.session import RunStage
from coach.domain.terms import DayKind, Side, Template, Weekday

_SESSION_DUE = (Due.FULL, Due.HALF, Due.LIGHT)
STOPPED = "stopped"


@dataclass(frozen=True, slots=True)
class Lived:
    """What came of the day so far: what was planned, and the session that was done."""

    planned: str = ""
    done: str | None = None


class Acts:
    """The person's hands on the app. Events that wait for a session are kept until it comes."""

    def __init__(
        self, store: Store, book: Book, clock: LifeClock, new_id: CountedIds, persona: Persona
    ) -> None:
        self._store, self._book, self._clock, self._new_id = store, book, clock, new_id
        self._persona = persona
        self._checked = False
        self._felt: list[Felt] = []
        self._signs: list[NewSign] = []
        self._cleared: set[str] = set(persona.answers.get("clearance", ())) - {FLOSS}
        self._changed: dict[str, Any] = {}
        self._told: list[WhyLine] = []
        self._happened = 0
        told = any(isinstance(event.what, Ticked) for event in persona.events)
        self._ever_ticks = told or bool(persona.ticks)

    # ---- the day ----------------------------------------------------------------------------
    def live(self, person: Person, so_far: Lived) -> Lived:
        """One use of the app, as the day goes: what happened, the rating, the session."""
        if not self._checked:
            self._first_check()
        self._happen(person.day)
        self._understand()
        self._rate(person)
        self._tick(person)
        self._adapt()
        view = self._checked_again(person, self._today())
        if self._reply(person, view):
            view = self._today()
        lived = self._session(person, so_far, view)
        if self._signs:  # no session has asked for them (S7)
            self._recheck()
            self._adapt()
        return lived

    def _adapt(self) -> None:
        adapt(self._store, self._book, self._clock.stamp(), self._new_id)

    def _happen(self, day: int) -> None:
        """Events up to today that have not come yet; those of days away come on the first day
        back."""
        events = self._persona.events
        while self._happened < len(events) and events[self._happened].day <= day:
            self._meet(events[self._happened].what)
            self._happened += 1

    def _meet(self, what: What) -> None:
        match what:
            case Felt():
                self._felt.append(what)
            case NewSign():
                self._signs.append(what)
            case Seen():
                self._seen(what)
            case Clearance():
                self._clear(what)
            case RecheckAnswers():
                self._changed |= what.answers
            case Illness(pauses=True):
                self._pause()
            case _:
                pass

    # ---- the readiness check ------------------------------------------------------------------
    def _first_check(self) -> None:
        self._checked = True
        self._check(Mode.FIRST, self._persona.answers)
        names = self._persona.answers.get("days")
        if names:
            days = tuple(sorted((Weekday(name) for name in names), key=lambda day: day.number))
            choose_days(self._store, self._book, self._clock.stamp(), self._new_id, days)

    def _check(
        self, mode: Mode, answers: Mapping[str, Any], kept: Mapping[str, Any] | None = None
    ) -> None:
        given = {**answers, "clearance": sorted(self._cleared)}
        now, book = self._clock.stamp(), self._book
        outcome = check_through(self._store, book, now, self._new_id, mode, given, kept)
        if outcome is not None and outcome.check is not None:
            found = screen(parse_answers(outcome.check.answers, book.intake)).findings
            self._told += [WhyLine(one.rule, finding_text(one, book)) for one in found]

    def told_at_checks(self) -> tuple[WhyLine, ...]:
        """Why a check came, and what it found, since this was last asked for."""
        told, self._told = tuple(self._told), []
        return told

    def _checked_again(self, person: Person, view: TodayView | None) -> TodayView | None:
        """The whole check where it is asked for (S6), with today's tightness; today after it."""
        if view is None or view.due is not Due.CHECK:
            return view
        asked = [one for one in view.advice if one.kind is AdviceKind.RECHECK]
        self._told += [WhyLine(one.subject, one.sentence) for one in asked]
        self._check(Mode.FIRST, self._answers_now(person))
        self._adapt()
        return self._today()

    def _answers_now(self, person: Person) -> dict[str, Any]:
        answers = whole_answers(self._persona, self._changed, signs=False)
        if "q12" in self._changed:
            return answers
        rated = person.rated()
        return {**answers, "q12": {**answers["q12"], "rating": max(rated.left, rated.right)}}

    def _seen(self, what: Seen) -> None:
        """The check after a red outcome, with the tick that somebody has looked at it (S5)."""
        check = newest(self._store.checks())
        if check is None or not check.gate.is_red:
            return
        self._changed |= what.answers
        self._check(Mode.AGAIN, whole_answers(self._persona, self._changed, signs=False))

    def _clear(self, what: Clearance) -> None:
        """What was told after tingling is cleared once; a question as long as nothing is new."""
        self._cleared |= set(what.questions) - {FLOSS}
        check = newest(self._store.checks())
        if check is not None and not check.gate.is_red:
            self._agree(check, what.questions)

    def _understand(self) -> None:
        """A result that waits is read, and understood where it can be (S4)."""
        waiting = entry(self._store, self._book)
        if waiting.kind is EntryKind.RESULT and waiting.check is not None:
            self._agree(waiting.check)

    def _agree(self, check: Check, cleared: Iterable[str] = ()) -> None:
        ticks, now = sorted(self._cleared | set(cleared)), self._clock.stamp()
        understood(self._store, self._book, check, ticks, now, self._new_id)

    def _recheck(self) -> None:
        """The signs alone, with what is new."""
        check = newest(self._store.checks())
        new = {sign.question: sign.answer for sign in self._signs}
        self._signs.clear()
        self._cleared -= set(new)
        if check is None or check.gate.is_red:
            return
        quiet = whole_answers(self._persona, self._changed, signs=False)
        self._check(Mode.RECHECK, {**quiet, **new}, check.answers)

    # ---- ratings and ticks --------------------------------------------------------------------
    def _rate(self, person: Person) -> None:
        """Both sides, unless the check has just asked for it, or the day is lived twice (M1)."""
        now = self._clock.stamp()
        if rating_of(self._store, now.civil) is not None or not person.rates():
            return
        rated = person.rated()
        for side, score in ((Side.LEFT, rated.left), (Side.RIGHT, rated.right)):
            rate(self._store, now, self._new_id, side=side, score=score)

    def _tick(self, person: Person) -> None:
        """Only those ticks are set that are shown (K9)."""
        if not self._ever_ticks:
            return
        now = self._clock.stamp()
        here = standing(self._store, self._book, now)
        if here is None or not here.ready:
            return
        for view in ticks_for(self._store, self._book, now, here.plan):
            chance = self._persona.ticks.get(view.kind, 0.0)
            if self._is_told(view.kind, person.day) or person.ticks(view.kind.value, chance):
                tick(self._store, now, self._new_id, view.kind, on=True)

    def _is_told(self, kind: TickKind, day: int) -> bool:
        return any(
            event.what.kind is kind and event.day <= day < event.day + event.what.days
            for event in self._persona.events
            if isinstance(event.what, Ticked)
        )

    # ---- what the app offers ------------------------------------------------------------------
    def _reply(self, person: Person, view: TodayView | None) -> bool:
        """Answer what can be agreed to, the rest stays as it is; whether anything was."""
        answered = False
        for advice in () if view is None else view.advice:
            reply = self._reply_to(advice, person)
            if reply is not None and reply in advice.replies:
                now, kind, subject = self._clock.stamp(), advice.kind, advice.subject
                answer(self._store, self._book, now, self._new_id, kind, subject, reply)
                answered = True
        return answered

    def _reply_to(self, advice: Advice, person: Person) -> Reply | None:
        if advice.kind is AdviceKind.PAUSED:
            return None if self._is_ill(person.day) else Reply.GO_ON
        accepts = self._persona.accepts
        chances = {
            AdviceKind.STEP_UP: accepts.step_up,
            AdviceKind.LOAD: accepts.load,
            AdviceKind.EASY_DAY: accepts.easy_day,
            AdviceKind.DELOAD: accepts.deload,
        }
        if advice.kind not in chances:
            return None
        agrees = person.agrees(advice.kind.value, chances[advice.kind])
        return Reply.AGREE if agrees else Reply.DECLINE

    def _pause(self) -> None:
        pause_plan(self._store, self._book, self._clock.stamp(), self._new_id)

    # ---- the session --------------------------------------------------------------------------
    def _today(self) -> TodayView | None:
        return build_today(self._store, self._book, self._clock.stamp())

    def _session(self, person: Person, so_far: Lived, view: TodayView | None) -> Lived:
        if view is None:
            return Lived(Due.LOCKED.value)
        if view.due is Due.DONE:
            return so_far
        lived = replace(so_far, planned=view.due.value)
        template = self._wish(person, view)
        return lived if template is None else replace(lived, done=self._train(person, template))

    def _wish(self, person: Person, view: TodayView) -> Template | None:
        """What the person does of what is due."""
        if view.due not in _SESSION_DUE or self._is_ill(person.day):
            return None
        kind = DayKind(view.due.value)
        if person.trains(kind):
            return view.template
        whole = kind is not DayKind.LIGHT
        return Template.MICRO if whole and person.shows_up() else None

    def _is_ill(self, day: int) -> bool:
        return any(
            event.day <= day < event.day + event.what.days
            for event in self._persona.events
            if isinstance(event.what, Illness)
        )

    def _train(self, person: Person, template: Template) -> str | None:
        """Begin a session where one may start, and live through it; how it ended."""
        now, book = self._clock.stamp(), self._book
        here = standing(self._store, book, now)
        if here is None:
            return None
        day = session_now(here, book, now.civil, template)
        if isinstance(day, Reason):
            return None
        prepared = prepare(self._store, book, day, now, self._new_id)
        felt = tuple(self._felt)
        run = LivedSession(self._store, self._clock, self._new_id, prepared, person, felt)
        return self._ended(run.run(something_new=bool(self._signs)), prepared)

    def _ended(self, trained: Trained, prepared: Prepared) -> str | None:
        """What follows a session: the plan adapts, and the questions come where they are wanted."""
        for felt in trained.happened:
            self._felt.remove(felt)
        self._adapt()
        if trained.recheck:
            self._recheck()
        if trained.stage is RunStage.FINISHED:
            return str(prepared.session.plan["template"])
        begun = {one.id for one in self._store.sessions(prepared.session.stamp.civil)}
        return STOPPED if prepared.session.id in begun else None
