"""What a check takes over from the one before it: words of a professional, and tingling told."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from coach.app.check_flow import CheckFlow, Mode
from coach.domain.answers import FLOSS, WHOLE, FlossSign, is_red, parse_answers
from coach.domain.book import Book
from coach.domain.gates import newest, open_sign, too_soon, whole_day
from coach.domain.records import Check


def carried(flow: CheckFlow, checks: Sequence[Check], today: date, book: Book) -> Mapping[str, Any]:
    """Cleared questions, those seen since, and what was told after tingling (S5, S6, N3, N4).

    A red sign goes with a whole new check that a professional came before, but not on the day
    it was told; a milder one goes with the next whole check after its tick.
    """
    before = newest(checks)
    if before is None:
        return {}
    return {
        **(no_whole(before) if flow.mode is Mode.RECHECK else {}),
        **_words(flow, before, book),
        **_sign(flow, before, opens=not flow.stopped and not too_soon(checks, today)),
    }


def no_whole(before: Check) -> Mapping[str, str]:
    """What marks a check that only adds to ``before``: the day of the last whole one (S6)."""
    return {WHOLE: whole_day(before).isoformat()}


def _words(flow: CheckFlow, before: Check, book: Book) -> dict[str, Any]:
    if flow.mode is Mode.FIRST:
        # An answer that stays the same stays cleared; what has changed is asked about anew (S6).
        told = set(before.answers.get("clearance", [])) - {FLOSS}
        kept = {name for name in told if flow.answers.get(name) == before.answers.get(name)}
        return {"clearance": sorted(kept)} if kept else {}
    seen = set(before.answers.get("seen", []))
    if flow.mode is Mode.AGAIN:
        return {"seen": sorted(seen | set(red_questions(before, book)))}
    cleared = set(before.answers.get("clearance", []))
    if flow.answers.get("q4") != before.answers.get("q4"):
        cleared -= {"q4"}
    return {"clearance": sorted(cleared), "seen": sorted(seen)}


def _sign(flow: CheckFlow, before: Check, *, opens: bool) -> dict[str, Any]:
    told, standing = before.answers.get(FLOSS), open_sign(before)
    if standing is None:
        stays = told is not None and flow.mode is Mode.RECHECK
    else:
        stays = not (opens and flow.mode is Mode.AGAIN and standing is not FlossSign.N3)
    return {FLOSS: told} if stays else {}


def red_questions(check: Check, book: Book) -> tuple[str, ...]:
    """Ids of the questions whose answer in ``check`` is red, and the floss where that is."""
    answers = parse_answers(check.answers, book.intake)
    red = [name for name, option in answers.chosen if is_red(option)]
    if answers.floss not in (None, FlossSign.N3):
        red.append(FLOSS)
    return tuple(dict.fromkeys(red))
