"""The plan for the moment: kept, read, offered once, shown with what a session needs (A1)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from uuid import UUID

from coach.app.planning import standing
from coach.app.ports import Store
from coach.domain.book import Book
from coach.domain.decisions import Answer, Decision
from coach.domain.intent import (
    RULE,
    Chosen,
    Intent,
    Part,
    WordsError,
    barrier,
    listed,
    sentences,
    start,
)
from coach.domain.plan import DayPlan
from coach.domain.records import Stamp

_LISTED, _OWN = "list:", "own:"
_OFFERED = "intent.offered"


@dataclass(frozen=True, slots=True)
class IntentView:
    """What is planned, and what to have at hand for a week of sessions."""

    intent: Intent = field(default_factory=Intent)
    equipment: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class IntentLines:
    """The two sentences; empty where that plan is not made."""

    start: str = ""
    barrier: str = ""


def read_intent(stored: Mapping[str, str]) -> Intent:
    """The plan from the settings table; a part that is unknown or broken is left open."""
    return Intent(*(_read(part, stored.get(_key(part), "")) for part in Part))


def save_intent(store: Store, book: Book, now: Stamp, new: UUID, intent: Intent) -> Intent:
    """Keep the plan, and a change of it as the decision ``new`` in the history.

    May be tried again: the history comes first, so that none is left out.
    """
    if intent != read_intent(store.settings()):
        store.save_decision(_decision(book, now, new, intent))
        for part in Part:
            store.save_setting(_key(part), _written(intent.part(part)))
    return intent


def intent_view(store: Store, book: Book, now: Stamp) -> IntentView:
    """The plan and the equipment of the week."""
    here = standing(store, book, now)
    days = here.plan.days if here is not None else ()
    return IntentView(read_intent(store.settings()), equipment(days, book))


def intent_lines(store: Store, book: Book) -> IntentLines:
    """Both sentences, for the day's page."""
    intent, texts = read_intent(store.settings()), book.texts
    told = (start(intent, texts), barrier(intent, texts))
    return IntentLines(*(texts.sentence(why) if why else "" for why in told))


def offer(store: Store, book: Book, now: Stamp) -> IntentView | None:
    """The view where the plan is to be offered now, ``None`` where it has been, where there is
    one, or where sessions began without it. It is offered once."""
    stored = store.settings()
    if _OFFERED in stored or not read_intent(stored).empty or store.sessions():
        return None
    store.save_setting(_OFFERED, "true")
    return intent_view(store, book, now)


def equipment(days: Iterable[DayPlan], book: Book) -> tuple[str, ...]:
    """What to have at hand, each named once, in the order it is needed."""
    found: dict[str, None] = {}
    for day in days:
        for item in day.items:
            variant = book.catalog[item.exercise].variant(item.dose.variant)
            found |= dict.fromkeys(variant.equipment)
    return tuple(book.texts[f"equipment.{name}"] for name in found)


def _key(part: Part) -> str:
    return f"intent.{part}"


def _read(part: Part, text: str) -> Chosen | None:
    if text.startswith(_LISTED):
        return listed(part, text.removeprefix(_LISTED))
    if not text.startswith(_OWN):
        return None
    try:
        return Chosen(text.removeprefix(_OWN), listed=False)
    except WordsError:
        return None  # an edited file never keeps the app from opening


def _written(chosen: Chosen | None) -> str:
    if chosen is None:
        return ""
    return f"{_LISTED if chosen.listed else _OWN}{chosen.words}"


def _decision(book: Book, now: Stamp, new: UUID, intent: Intent) -> Decision:
    why = start(intent, book.texts) or barrier(intent, book.texts)
    cleared = book.texts["intent.cleared"]
    return Decision(
        id=new,
        stamp=now,
        rule=RULE,
        text=why.text if why else "intent.cleared",
        reason=" ".join(sentences(intent, book.texts)) or cleared,
        ruleset_version=book.rules.version,
        answer=Answer.ACCEPTED,
        detail={part.value: _written(intent.part(part)) for part in Part},
    )
