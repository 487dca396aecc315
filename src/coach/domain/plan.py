"""The whole plan of a week from the answers (S4, P1, G2, K4-K8): a pure function."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from coach.domain import modifiers
from coach.domain.answers import Answers
from coach.domain.book import Book
from coach.domain.dose import Item, Pace
from coach.domain.limits import Limits
from coach.domain.patterns import Profile, profile
from coach.domain.reason import Reason, reason
from coach.domain.ruleset import Effect
from coach.domain.score import compile_timeline
from coach.domain.screening import Screening, screen
from coach.domain.templates import Situation, session_items
from coach.domain.terms import DayKind, Emphasis, Floss, Gate, Stage, Template, Weekday
from coach.domain.week import DEFAULT_DAYS, kinds, refusal
from coach.domain.why import explain


class DaysRefusedError(ValueError):
    """The chosen days break R9; ``reason`` says how."""

    def __init__(self, why: Reason) -> None:
        super().__init__(why.text)
        self.reason = why


@dataclass(frozen=True, slots=True)
class Wishes:
    """What stands beside the answers: the stage reached, choices made by hand, a template to
    look at. ``None`` leaves it to the rules.

    ``limits`` are those of the day, for every session of this plan. ``extra_flags`` are modifiers
    that no answer gave, ``effect`` that of all of them where a cap has lifted since.
    """

    stage: Stage | None = None
    floss: Floss | None = None
    emphasis: Emphasis | None = None
    template: Template | None = None
    days: tuple[Weekday, ...] | None = None
    extra_floss: bool = False
    pace: Pace | None = None
    limits: Limits = field(default_factory=Limits)
    effect: Effect | None = None
    extra_flags: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class DayPlan:
    day: Weekday
    kind: DayKind
    template: Template | None = None
    items: tuple[Item, ...] = ()
    planned_ms: int = 0


@dataclass(frozen=True, slots=True)
class Plan:
    """Gate, accent, stage and seven days, with the reasons. ``stage`` is ``None`` and every day
    rests where the plan is locked (K16). ``pace`` is the breath pace it was timed with."""

    screening: Screening
    profile: Profile
    emphasis: Emphasis
    modifiers: tuple[str, ...]
    effect: Effect
    stage: Stage | None
    floss: Floss
    days: tuple[DayPlan, ...]
    pace: Pace
    situation: Situation | None = None
    why: tuple[Reason, ...] = ()

    @property
    def full_days(self) -> tuple[Weekday, ...]:
        return tuple(day.day for day in self.days if day.kind in (DayKind.FULL, DayKind.HALF))

    def day(self, weekday: Weekday) -> DayPlan:
        return self.days[weekday.number]


def build_plan(answers: Answers, book: Book, wishes: Wishes | None = None) -> Plan:
    """Decide everything. Raises ``DaysRefusedError`` where the chosen days break R9; a locked
    plan has no days to refuse, and nothing may stand before what it asks to do."""
    wishes = wishes or Wishes()
    screening, found = screen(answers), profile(answers)
    given = {*modifiers.flags(answers), *wishes.extra_flags}
    names = tuple(name for name in book.rules.modifiers if name in given)
    locked = Plan(
        screening=screening,
        profile=found,
        emphasis=wishes.emphasis or found.emphasis,
        modifiers=names,
        effect=wishes.effect or modifiers.combined(names, book.rules),
        stage=None,
        floss=Floss.LOCK,
        days=tuple(DayPlan(day, DayKind.REST) for day in Weekday),
        pace=wishes.pace or book.rules.pace,
    )
    if screening.locked:
        return replace(locked, why=_why(locked, wishes))
    return _opened(locked, answers, book, wishes)


def _opened(locked: Plan, answers: Answers, book: Book, wishes: Wishes) -> Plan:
    """The same plan with its stage, floss and sessions."""
    days = _days(wishes, answers)
    stage, stage_why = entry_stage(answers, locked.screening, locked.effect, wishes.stage)
    situation = Situation(
        stage=stage,
        floss=floss_level(locked.screening, wishes.floss),
        emphasis=locked.emphasis,
        effect=locked.effect,
        flags=locked.modifiers,
        stretch=_stretch(answers, locked.effect),
        extra_floss=wishes.extra_floss,
        limits=wishes.limits,
    )
    gate = locked.screening.gate
    plan = replace(
        locked,
        stage=stage,
        floss=situation.floss,
        days=_week(days, situation, gate, wishes.template, book, locked.pace),
        situation=situation,
    )
    return replace(plan, why=(stage_why, *_why(plan, wishes)))


def _why(plan: Plan, wishes: Wishes) -> tuple[Reason, ...]:
    return explain(
        plan.screening,
        plan.profile,
        plan.modifiers,
        plan.emphasis,
        wishes.emphasis,
        plan.stage,
        plan.floss,
    )


def _days(wishes: Wishes, answers: Answers) -> tuple[Weekday, ...]:
    """The chosen full days; an empty choice is one too, and R9 refuses it."""
    given = (days for days in (wishes.days, answers.days) if days is not None)
    days = next(given, DEFAULT_DAYS)
    if (why := refusal(days)) is not None:
        raise DaysRefusedError(why)
    return days


def entry_stage(
    answers: Answers, screening: Screening, effect: Effect, asked: Stage | None
) -> tuple[Stage, Reason]:
    """Where the plan begins and why (G2); never above the cap of the modifiers.

    Only the answers' own modifiers count for the entry; what came later changes no beginning.
    """
    stage, why = _entry(answers, screening, modifiers.flags(answers))
    if asked is not None and asked is not stage:
        stage, why = asked, reason("G5", "stage.asked")
    if stage.level > effect.cap.level:
        rule = effect.capped_by[0] if effect.capped_by else "G1"
        return effect.cap, reason(rule, "stage.capped")
    return stage, why


def _entry(answers: Answers, screening: Screening, names: Sequence[str]) -> tuple[Stage, Reason]:
    rating = 10 if answers.rating is None else answers.rating
    if screening.gate is Gate.AMBER:
        return Stage.S0, reason("K5", "stage.amber")
    if rating >= 7:
        return Stage.S0, reason("G2", "stage.high_rating")
    if answers.has("q12.training", "regular") and not names and rating <= 5:
        return Stage.S2, reason("G2", "stage.trained")
    return Stage.S1, reason("G2", "stage.default")


def floss_level(screening: Screening, asked: Floss | None) -> Floss:
    """The floss level (N2, K5): a lock of the gate stands over every wish."""
    if screening.gate is Gate.AMBER:
        if not screening.cleared:
            return Floss.LOCK
        return asked or Floss.F0
    return asked or Floss.F1


def _stretch(answers: Answers, effect: Effect) -> bool:
    """Whether the tucked emphasis may have its seated ease (R7, P1)."""
    calm = answers.has("q4", "a") and not answers.has("q8") and not answers.has("q11", "f")
    return calm and effect.ease


def _week(
    days: Sequence[Weekday],
    now: Situation,
    gate: Gate,
    template: Template | None,
    book: Book,
    pace: Pace,
) -> tuple[DayPlan, ...]:
    half = template is Template.HALF
    made: dict[Template, DayPlan] = {}
    plan = []
    for day, kind in kinds(days, light=gate is Gate.GREEN and not half).items():
        if kind is DayKind.REST:
            plan.append(DayPlan(day, kind))
            continue
        light = Template.MICRO if template is Template.MICRO else Template.LIGHT
        shown = light if kind is DayKind.LIGHT else template or Template.FULL
        if shown not in made:  # the days of a kind are the same: compiled once
            made[shown] = plan_day(day, shown, now, book, pace)
        plan.append(replace(made[shown], day=day))
    return tuple(plan)


def plan_day(day: Weekday, template: Template, now: Situation, book: Book, pace: Pace) -> DayPlan:
    """One day with a template, timed by compiling it."""
    items = session_items(template, now, book)
    total_ms = compile_timeline(items, book, pace=pace).total_ms
    return DayPlan(day, _KIND[template], template, items, total_ms)


_KIND = {
    Template.FULL: DayKind.FULL,
    Template.EXTENDED: DayKind.FULL,
    Template.HALF: DayKind.HALF,
    Template.LIGHT: DayKind.LIGHT,
    Template.MICRO: DayKind.LIGHT,
}
