"""A made-up person answers the readiness check, screen by screen like everybody (S1-S6)."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from typing import Any

from coach.app.check_flow import CheckFlow, Mode
from coach.app.check_outcome import Outcome, StillLockedError, accept, finish
from coach.app.ports import NewId, Store
from coach.domain.book import Book
from coach.domain.intake import Part, PartKind, Question
from coach.domain.records import Check, Stamp

SECONDS = 100
"""What a check takes; it is only kept (S2)."""


def walked(flow: CheckFlow, answers: Mapping[str, Any], *, seen: bool = False) -> CheckFlow:
    """Answer each screen and go on, until the flow ends. Raises ``LookupError`` for an answer
    that is missing or has no button."""
    while not flow.finished:
        question = flow.question
        for at, index in _presses(question, answers[question.id]):
            flow = flow.press(at, index)
        if flow.wants_tick:
            flow = flow.tick_seen(seen=seen)
        if not flow.can_go_on():
            break
        flow = flow.next()
    return flow


def _presses(question: Question, answer: Any) -> Iterator[tuple[int, int]]:
    for at, part in enumerate(question.parts):
        value = answer if part.key is None else answer[part.key]
        for index in _indexes(part, value):
            yield at, index


def _indexes(part: Part, value: Any) -> list[int]:
    if part.kind is PartKind.SCALE:
        return [value]
    values = [option.value for option in part.options]
    if part.kind is PartKind.MANY:
        letters = [letter for letter in values if letter in value]
        return [values.index(letter) for letter in letters] or [len(values)]
    return [values.index(value)]


def check_through(
    store: Store,
    book: Book,
    now: Stamp,
    new_id: NewId,
    mode: Mode,
    answers: Mapping[str, Any],
    kept: Mapping[str, Any] | None = None,
) -> Outcome | None:
    """The check from its first screen to what it brings, understood where there is something to
    understand. ``None`` where it could not be finished."""
    flow = CheckFlow(book.intake, mode=mode, kept=kept or {})
    flow = walked(flow, answers, seen=mode is Mode.AGAIN)
    if not flow.finished:
        return None
    found = finish(store, book, flow, now, new_id, SECONDS)
    if found.check is None or found.ready or found.gate.is_red:
        return found
    ticks = answers.get("clearance", ())
    return understood(store, book, found.check, ticks, now, new_id) or found


def understood(
    store: Store, book: Book, check: Check, ticks: Collection[str], now: Stamp, new_id: NewId
) -> Outcome | None:
    """ "I understand", with what a professional has cleared; ``None`` where it stays locked."""
    try:
        return accept(store, book, check, ticks, now, new_id)
    except StillLockedError:
        return None
