"""What the pages of the readiness check show: plain view states from answers and content."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Any

from coach.app.check_flow import CheckFlow, Mode
from coach.app.item_view import ItemView, item_views
from coach.domain.answers import CLEARANCES, FLOSS, parse_answers
from coach.domain.book import Book
from coach.domain.intake import Option, Part, PartKind
from coach.domain.patterns import Pattern
from coach.domain.plan import Plan, build_plan
from coach.domain.reason import Texts, reason
from coach.domain.records import Check
from coach.domain.screening import Finding, Screening, screen
from coach.domain.terms import Gate

SECONDS_A_SCREEN = 10


@dataclass(frozen=True, slots=True)
class OptionView:
    """One answer; ``alone`` marks "none of these", ``picture`` names an outline."""

    text: str
    chosen: bool
    picture: str = ""
    alone: bool = False


@dataclass(frozen=True, slots=True)
class PartView:
    """One group of answers. A scale has no options but a ``rating``, ``None`` before the first."""

    label: str
    options: tuple[OptionView, ...]
    many: bool = False
    scale: bool = False
    rating: int | None = None

    @property
    def chosen(self) -> tuple[int, ...]:
        return tuple(at for at, option in enumerate(self.options) if option.chosen)


@dataclass(frozen=True, slots=True)
class QuestionView:
    """One screen. ``seconds_left`` is a guess at ten a screen, this one included.

    ``tick`` is ``None`` where the screen has no tick "seen by a professional since" (S5).
    """

    number: int
    total: int
    seconds_left: int
    title: str
    hint: str
    why: str
    parts: tuple[PartView, ...]
    can_go_on: bool
    tick: bool | None = None


def question_view(flow: CheckFlow, language: str) -> QuestionView:
    """The screen that the flow stands on."""
    question = flow.question
    words = question.text[language]
    again = flow.mode is Mode.AGAIN and words["title_again"]
    number = min(flow.screen, flow.total - 1) + 1
    return QuestionView(
        number=number,
        total=flow.total,
        seconds_left=(flow.total - number + 1) * SECONDS_A_SCREEN,
        title=words["title_again"] if again else words["title"],
        hint=words["hint"],
        why=words["why"],
        parts=tuple(_part(flow, part, language) for part in question.parts),
        can_go_on=flow.can_go_on(),
        tick=flow.seen if flow.wants_tick else None,
    )


def _part(flow: CheckFlow, part: Part, language: str) -> PartView:
    label = part.label.get(language, "")
    if part.kind is PartKind.SCALE:
        return PartView(label, (), scale=True, rating=flow.value(part))
    picked = flow.chosen(part)
    options = [OptionView(o.text[language], o in picked, o.picture) for o in part.options]
    if part.kind is PartKind.MANY:
        options.append(OptionView(part.none[language], flow.is_none(part), alone=True))
    return PartView(label, tuple(options), many=part.kind is PartKind.MANY)


@dataclass(frozen=True, slots=True)
class FindingView:
    """``urgency`` is now, today, days, first or out; ``text`` repeats what the user answered."""

    urgency: str
    text: str


@dataclass(frozen=True, slots=True)
class GateView:
    """The page of a locked plan. ``emergency_number`` is empty until the user sets it. ``waits``
    is true on the day on which tingling was told: a new check opens nothing before the next."""

    gate: Gate
    findings: tuple[FindingView, ...]
    emergency_number: str = ""
    can_print: bool = True
    can_check_again: bool = True
    waits: bool = False


def gate_view(check: Check, book: Book, emergency_number: str, *, waits: bool = False) -> GateView:
    """The gate of a stored check."""
    found = findings_of(screen(parse_answers(check.answers, book.intake)), book)
    return GateView(check.gate, found, emergency_number, can_check_again=not waits, waits=waits)


def out_view(emergency_number: str = "") -> GateView:
    """The page for whom the app is not made; nothing was stored, so nothing can be printed."""
    return GateView(Gate.OUT, (), emergency_number, can_print=False, can_check_again=False)


def findings_of(found: Screening, book: Book) -> tuple[FindingView, ...]:
    """Every finding in words, worst first (S4)."""
    return tuple(FindingView(one.urgency, _finding(one, book)) for one in found.findings)


def _finding(one: Finding, book: Book) -> str:
    if one.option is None:
        return book.texts[one.text]
    option: Option = one.option
    return option.sign[book.language]


@dataclass(frozen=True, slots=True)
class PatternView:
    name: str
    points: int
    most: int


@dataclass(frozen=True, slots=True)
class ClearanceView:
    """A tick "a professional has said this is fine". Without a ``required`` one the plan stays
    locked; the others only unlock the nerve floss (K5). One that ``waits`` cannot be ticked
    before tomorrow: it is about tingling that was told today (N3)."""

    question: str
    signs: tuple[str, ...]
    required: bool
    ticked: bool
    waits: bool = False


@dataclass(frozen=True, slots=True)
class ResultView:
    """What the answers point to, and the plan that follows, in sentences.

    ``stage`` is empty while the plan is locked; then there are no exercises either. ``floss`` is
    in the words of the week. ``session_ms`` is the length of a full session.
    """

    gate: Gate
    findings: tuple[FindingView, ...]
    clearances: tuple[ClearanceView, ...]
    locked: bool
    patterns: tuple[PatternView, ...]
    accent: tuple[str, ...]
    overlap: str
    stage: str
    stage_why: tuple[str, ...]
    modifiers: tuple[str, ...]
    week: tuple[str, ...]
    exercises: tuple[ItemView, ...]
    session_ms: int

    @property
    def wants_understanding(self) -> bool:
        """Whether the user has to say "I understand" first (S4, amber)."""
        return self.gate is Gate.AMBER


def result_view(
    answers: Mapping[str, Any], book: Book, ticks: Collection[str] = (), *, waits: bool = False
) -> ResultView:
    """The result of green or amber answers, as if the questions in ``ticks`` were cleared.
    ``waits`` says that tingling was told only today."""
    cleared = sorted({*answers.get("clearance", []), *ticks})
    plan = build_plan(parse_answers({**answers, "clearance": cleared}, book.intake), book)
    texts = book.texts
    full = next((day for day in plan.days if day.items and day.day in plan.full_days), None)
    return ResultView(
        gate=plan.screening.gate,
        findings=findings_of(plan.screening, book),
        clearances=_clearances(plan.screening, book, cleared, waits=waits),
        locked=plan.screening.locked,
        patterns=tuple(_pattern(p, texts) for p in _shown(plan)),
        accent=_accent(plan, texts),
        overlap=texts.sentence(
            reason("P4", "emphasis.overlap", count=plan.profile.answered),
        ),
        stage=texts[f"stage_name.{plan.stage}"] if plan.stage else "",
        stage_why=_lines(plan, texts, "stage.", "lock."),
        modifiers=_lines(plan, texts, "modifier."),
        week=_lines(plan, texts, "week.", "floss_level."),
        exercises=item_views(full, plan, book) if full else (),
        session_ms=full.planned_ms if full else 0,
    )


def has_open_ticks(answers: Mapping[str, Any], book: Book) -> bool:
    """Whether a professional's word is still missing somewhere (K5)."""
    return any(not one.ticked for one in result_view(answers, book).clearances)


def _lines(plan: Plan, texts: Texts, *groups: str) -> tuple[str, ...]:
    return tuple(texts.sentence(why) for why in plan.why if why.text.startswith(groups))


def _shown(plan: Plan) -> tuple[Pattern, ...]:
    """Shown patterns in their order, the sitting note last (P1)."""
    return tuple(pattern for pattern in plan.profile.patterns if pattern.shown)


def _pattern(pattern: Pattern, texts: Texts) -> PatternView:
    return PatternView(texts[f"pattern.{pattern.id}"], pattern.points, pattern.most)


def _accent(plan: Plan, texts: Texts) -> tuple[str, ...]:
    """What the emphasis rests on, a second pattern, and the notes (P1, P2)."""
    first, *notes = [why for why in plan.why if why.text.startswith("emphasis.")]
    lines = [texts.sentence(first)]
    for other in plan.profile.shown[1:]:
        name = texts[f"pattern.{other.id}"]
        lines.append(texts.sentence(reason("P1", "emphasis.also", name=name)))
    lines += [texts.sentence(why) for why in notes if why.text != "emphasis.overlap"]
    return tuple(lines)


def _clearances(
    found: Screening, book: Book, cleared: Collection[str], *, waits: bool
) -> tuple[ClearanceView, ...]:
    """The ticks that these answers can have: required ones first, then those for the floss."""
    asked = [f for f in found.findings if f.question in CLEARANCES]
    views = [
        ClearanceView(
            question=name,
            signs=tuple(_finding(f, book) for f in asked if f.question == name),
            required=any(
                f.option is not None and f.option.clearance for f in asked if f.question == name
            ),
            ticked=name in cleared,
            waits=waits and name == FLOSS,
        )
        for name in dict.fromkeys(f.question for f in asked)
    ]
    return tuple(sorted(views, key=lambda view: not view.required))
