"""What the rules tell today, most urgent first, as pages show it (W1, W2, A2, C8)."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from coach.app.advice import Advice, AdviceKind, Reply, WhyLine
from coach.app.log_facts import is_note
from coach.app.planning import Standing
from coach.domain.book import Book
from coach.domain.consult import REPEAT_DAYS
from coach.domain.decisions import Decision
from coach.domain.effort import soreness
from coach.domain.outlook import Outlook
from coach.domain.reason import Reason, reason
from coach.domain.records import PlanState
from coach.domain.standing import Mark
from coach.domain.templates import FLOSS
from coach.domain.terms import Floss, Stage

NEWS_DAYS = 3
"""How long a change that came by itself is told."""

PUT_OFF_DAYS = 7
"""How long an offer stays away that was put off."""

_STANDING_RULES = frozenset({"K5", "S4"})
"""Limits that the answers give: the plan's own "Why?" tells them, no card."""


@dataclass(frozen=True, slots=True)
class Telling:
    """One day of which something can be told. ``plans`` and ``decisions`` are oldest first;
    ``session_ahead`` and ``full_ahead`` say what today still asks for, ``may_clear`` that a
    professional's word on the floss can be kept now. ``whole_week`` tells what stands for weeks."""

    here: Standing
    book: Book
    day: date
    plans: Sequence[PlanState]
    decisions: Sequence[Decision]
    session_ahead: bool
    full_ahead: bool
    may_clear: bool = False
    whole_week: bool = False

    @property
    def today(self) -> Outlook:
        return self.here.outlook

    def answered_since(self, rule: str, since: date, text: str = "") -> bool:
        """Whether something was said to ``rule`` on ``since`` or later."""
        return any(
            d.rule == rule and d.answer is not None and d.stamp.civil >= since
            for d in self.decisions
            if not text or d.text == text
        )


def advice(told: Telling) -> tuple[Advice, ...]:
    """Everything that is to be said today, most urgent first."""
    return tuple(one for tell in _TELL for one in tell(told))


def _recheck(told: Telling) -> Iterator[Advice]:
    if told.today.recheck is not None and told.here.plan.stage is not None:
        yield _one(told, AdviceKind.RECHECK, told.today.recheck, Reply.START_CHECK)


def _paused(told: Telling) -> Iterator[Advice]:
    if told.today.pause is not None:
        yield _one(told, AdviceKind.PAUSED, told.today.pause.reason, Reply.GO_ON)


def _welcome(told: Telling) -> Iterator[Advice]:
    """A kind word, with the easier session behind "Why?" (A3, R13)."""
    if told.today.welcome is not None and told.today.back is not None:
        why = (_line(told, told.today.welcome), _line(told, told.today.back.reason))
        words = told.book.texts.sentence(told.today.welcome)
        yield Advice(AdviceKind.WELCOME, "A3", words, why)


def _dropped(told: Telling) -> Iterator[Advice]:
    for row in _news(told, Mark.DROP):
        yield _row(AdviceKind.DROP, row, Reply.DISMISS)


def _deload(told: Telling) -> Iterator[Advice]:
    """It is told while it runs, and can be refused once (D2)."""
    since = told.today.standing.deload_since
    if since is None or told.answered_since(Mark.DELOAD, since):
        return
    begun = [row for row in told.plans if row.rule == Mark.DELOAD and row.stamp.civil >= since]
    decline = (Reply.DECLINE,) if told.today.may_decline else ()
    if begun:
        yield _row(AdviceKind.DELOAD, begun[0], Reply.AGREE, *decline)


def _easy_day(told: Telling) -> Iterator[Advice]:
    """The lighter version is the default; as planned is one press away (D1, E5)."""
    if told.today.lighter is not None and told.full_ahead:
        lines = (_line(told, told.today.lighter), _line(told, soreness()))
        replies = (Reply.AGREE, Reply.DECLINE)
        if not told.today.eased:
            replies = (Reply.DECLINE, Reply.AGREE)
        rule = told.today.lighter.rule
        yield Advice(AdviceKind.EASY_DAY, rule, lines[0].text, lines, replies)


def _left_out(told: Telling) -> Iterator[Advice]:
    """What rests or is easier in today's session, by exercise (E1, E4, N1, N2, N5)."""
    lines = tuple(_limit_lines(told)) if told.session_ahead else ()
    if lines:
        words = told.book.texts.sentence(reason("E1", "today.limits"))
        yield Advice(AdviceKind.LEFT_OUT, "limits", words, lines)


def _limit_lines(told: Telling) -> Iterator[WhyLine]:
    for name, reasons in told.today.limits.why.items():
        if name == FLOSS and told.full_ahead and told.today.floss.level is not Floss.F0:
            continue  # a full session has none to speak of
        exercise = told.book.catalog[name].text(told.book.language).short
        for why in reasons:
            if why.rule not in _STANDING_RULES:
                words = told.book.texts.sentence(why)
                named = reason(why.rule, "today.of_exercise", name=exercise, words=words)
                yield _line(told, named)


def _floss(told: Telling) -> Iterator[Advice]:
    """A floss that was taken out, or waits since the check, begins once a professional has said
    so (N3, K5); the check's own wait is told with the week only."""
    state = told.today.floss
    waits = next((w for w in state.reasons if w.rule in ("N3", "N4", "K5")), None)
    if waits is not None and state.level is Floss.LOCK and told.here.ready:
        replies = (Reply.CLEARED,) if told.may_clear else ()
        if state.removed or told.whole_week:
            yield _one(told, AdviceKind.FLOSS, waits, *replies)
        return
    for row in _floss_news(told):
        yield _row(AdviceKind.FLOSS, row, Reply.DISMISS)


def _floss_news(told: Telling) -> Iterator[PlanState]:
    pairs = zip(told.plans, told.plans[1:], strict=False)
    fresh = [new for old, new in pairs if new.floss is not old.floss and new.rule[0] in "NK"]
    yield from (row for row in fresh[-1:] if _is_news(told, row))


def _moved(told: Telling) -> Iterator[Advice]:
    """It stands today unless it is left out (R10)."""
    moved = told.today.moved
    if moved is not None and told.full_ahead and not told.answered_since("R10", told.day):
        yield _one(told, AdviceKind.MOVED, moved.reason, Reply.AGREE, Reply.DECLINE)


def _step_up(told: Telling) -> Iterator[Advice]:
    if told.today.offer is not None and not _put_off(told, Mark.STEP_UP):
        yield _one(told, AdviceKind.STEP_UP, told.today.offer.reason, Reply.AGREE, Reply.DECLINE)


def _load(told: Telling) -> Iterator[Advice]:
    if told.today.load is not None and not _put_off(told, "R2"):
        yield _one(told, AdviceKind.LOAD, told.today.load.reason, Reply.AGREE, Reply.DECLINE)


def _consult(told: Telling) -> Iterator[Advice]:
    """Notes that were not put away and still speak of now; the newest of each rule (C8)."""
    newest = {d.rule: d for d in told.decisions if is_note(d)}
    for note in newest.values():
        if note.answer is None and _is_current(told, note):
            line = WhyLine(note.rule, note.reason)
            smaller = (Reply.AGREE,) if note.rule == "C1b" and _can_shrink(told) else ()
            replies = (*smaller, Reply.DISMISS)
            yield Advice(AdviceKind.CONSULT, note.rule, note.reason, (line,), replies)


def _is_current(told: Telling, note: Decision) -> bool:
    """A note of this month; "still tight" only while the verdict is not lower (C1)."""
    fresh = (told.day - note.stamp.civil).days < REPEAT_DAYS
    return fresh and not (told.today.eased_off and note.rule in ("C1", "C1b"))


def _can_shrink(told: Telling) -> bool:
    return told.here.ready and told.here.plan.stage not in (None, Stage.S0)


def _put_off(told: Telling, rule: str) -> bool:
    return told.answered_since(rule, told.day - timedelta(days=PUT_OFF_DAYS - 1))


def _news(told: Telling, rule: str) -> Iterator[PlanState]:
    """The newest row of a rule, while it is news and was not put away."""
    rows = [row for row in told.plans if row.rule == rule]
    yield from (row for row in rows[-1:] if _is_news(told, row))


def _is_news(told: Telling, row: PlanState) -> bool:
    since = row.stamp.civil
    fresh = (told.day - since).days < NEWS_DAYS
    return fresh and not told.answered_since(row.rule, since)


def _one(told: Telling, kind: AdviceKind, why: Reason, *replies: Reply) -> Advice:
    line = _line(told, why)
    return Advice(kind, why.rule, line.text, (line,), replies)


def _row(kind: AdviceKind, row: PlanState, *replies: Reply) -> Advice:
    return Advice(kind, row.rule, row.reason, (WhyLine(row.rule, row.reason),), replies)


def _line(told: Telling, why: Reason) -> WhyLine:
    return WhyLine(why.rule, told.book.texts.sentence(why))


_TELL: tuple[Callable[[Telling], Iterator[Advice]], ...] = (
    _recheck,
    _paused,
    _welcome,
    _dropped,
    _deload,
    _easy_day,
    _left_out,
    _floss,
    _moved,
    _step_up,
    _load,
    _consult,
)
