"""The Routine screen: seven days with pictures, the reasons, the next review."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from coach.app.advice import Advice, AdviceKind, WhyLine
from coach.app.advising import Telling, advice
from coach.app.answering import may_clear
from coach.app.planning import Standing, standing
from coach.app.ports import Store
from coach.app.read_once import read_once
from coach.app.starting import todays_plan
from coach.domain.adherence import dose_claim, habit_note
from coach.domain.book import Book
from coach.domain.outlook import Outlook
from coach.domain.plan import DayPlan
from coach.domain.reason import Reason, reason
from coach.domain.records import Stamp
from coach.domain.terms import DayKind, Emphasis, Floss, Stage, Weekday


@dataclass(frozen=True, slots=True)
class Picture:
    """A still of one exercise."""

    exercise: str
    variant: str
    name: str


@dataclass(frozen=True, slots=True)
class DayView:
    day: Weekday
    kind: DayKind
    planned_ms: int
    pictures: tuple[Picture, ...]
    today: bool


_TOLD_HERE = frozenset(AdviceKind) - {AdviceKind.EASY_DAY, AdviceKind.LEFT_OUT, AdviceKind.CONSULT}
"""What concerns the week; the rest belongs to the day or to the notes."""


@dataclass(frozen=True, slots=True)
class WeekView:
    """``choices`` are the accents that can be set by hand; ``emphasis`` the one in force, with
    ``by_hand`` true where the user set it (P6).

    ``waits`` is what the next stage still waits for (G1), ``can_pause`` says that the plan can
    rest, ``paused`` that it does (D5). ``advice`` is what concerns the week.
    """

    days: tuple[DayView, ...]
    locked: bool
    stage: str
    why: tuple[WhyLine, ...]
    review: str
    emphasis: Emphasis
    by_hand: bool
    choices: tuple[tuple[Emphasis, str], ...]
    can_step_down: bool
    waits: tuple[WhyLine, ...] = ()
    can_pause: bool = False
    paused: bool = False
    advice: tuple[Advice, ...] = ()


def week_now(store: Store, book: Book, now: Stamp) -> WeekView | None:
    """The week for now; ``None`` before the first readiness check."""
    store = read_once(store)
    here = standing(store, book, now)
    if here is None:
        return None
    told = advice(
        Telling(
            here=here,
            book=book,
            day=now.civil,
            plans=store.plans(),
            decisions=store.decisions(),
            session_ahead=False,
            full_ahead=False,
            may_clear=may_clear(store, book, here.check, now),
            whole_week=True,
        )
    )
    return build_week(here, book, now.civil, tuple(a for a in told if a.kind in _TOLD_HERE))


def build_week(here: Standing, book: Book, day: date, told: tuple[Advice, ...] = ()) -> WeekView:
    """The week of a standing, with today as the rules of today have it."""
    plan, today = here.plan, Weekday.of(day)
    days = [todays_plan(here, book, day) if one.day is today else one for one in plan.days]
    return WeekView(
        days=tuple(_day(one, here, book, today) for one in days),
        locked=not here.ready,
        stage=book.texts[f"stage_name.{plan.stage}"] if plan.stage else "",
        why=tuple(_why(why, here, book) for why in _reasons(here)),
        review=book.texts.sentence(_review(here, book)) if plan.stage else "",
        emphasis=plan.emphasis,
        by_hand=here.state is not None and here.state.emphasis is not None,
        choices=tuple((e, book.texts[f"pattern.{e}"]) for e in Emphasis),
        can_step_down=here.ready and plan.stage not in (None, Stage.S0),
        waits=_waits(here, book),
        can_pause=here.ready and here.outlook.may_pause,
        paused=here.outlook.pause is not None,
        advice=told,
    )


def _reasons(here: Standing) -> tuple[Reason, ...]:
    """Why the week is as it is, and all that may be said of how often (A6)."""
    if here.plan.stage is None:
        return here.plan.why
    now = (one for why in here.plan.why for one in _as_today(why, here.outlook))
    return (*now, *here.outlook.lifting.why, dose_claim(), habit_note())


def _as_today(why: Reason, today: Outlook) -> tuple[Reason, ...]:
    """A reason of the plain plan, or what stands in its place by the rules of today."""
    if why.text.startswith("week.") and today.deloading:
        return (reason("D2", "today.deload"),)
    if why.text.startswith("floss_level."):
        if today.floss.reasons:
            return today.floss.reasons
        if today.floss.level in (Floss.F2, Floss.F3):
            return (reason("N6", "today.floss", level=today.floss.level.value[1]),)
    return (why,)


def _waits(here: Standing, book: Book) -> tuple[WhyLine, ...]:
    if not here.ready:
        return ()
    return tuple(WhyLine(w.rule, book.texts.sentence(w)) for w in here.outlook.missing)


def _why(why: Reason, here: Standing, book: Book) -> WhyLine:
    """The sentence of a reason; a stage that was reached later tells how that came."""
    if why.text == "stage.asked" and here.state is not None:
        return WhyLine(here.state.rule, here.state.reason)
    return WhyLine(why.rule, book.texts.sentence(why))


def _day(day: DayPlan, here: Standing, book: Book, today: Weekday) -> DayView:
    """One day; it rests while no session may start."""
    if not here.ready or here.outlook.pause is not None:
        return DayView(day.day, DayKind.REST, 0, (), day.day is today)
    pictures = tuple(
        Picture(
            item.exercise,
            item.dose.variant,
            book.catalog[item.exercise].text(book.language).short,
        )
        for item in day.items
    )
    return DayView(day.day, day.kind, day.planned_ms, pictures, day.day is today)


def _review(here: Standing, book: Book) -> Reason:
    """When the stage after the one that holds is offered (G1), or why it is not (G4, caps)."""
    held, effect = here.outlook.standing.stage or here.plan.stage, here.plan.effect
    if held is None or held is Stage.S4:
        return reason("G4", "review.plateau")
    if held.level >= effect.cap.level:
        return reason("G1", "review.cap")
    following = list(Stage)[held.level + 1]
    words = book.texts[f"next_stage.{following}"]
    return reason("G1", "review.offer", days=effect.min_stage_days, next=words)
