"""The sentences of a plan that follows the days: complete, and with nothing left unfilled."""

from __future__ import annotations

from collections.abc import Mapping

from coach.domain.checked_texts import exact_texts
from coach.domain.reason import Texts

_PLAIN = """
morning.easy deload.second_morning drop.second_deload
step.no_plan step.plateau step.cap step.discomfort step.noticeable step.easy step.fast_track
step.deload step.drop step.paused step.gap step.load_week
load.stage load.barred load.quiet load.stage_week load.again load.easy
recheck.regular recheck.gap recheck.unknown
pause.begun pause.ended pause.over missed.rest_between missed.three missed.done missed.rest_today
recheck.first today.limits today.deload
missed.moved missed.adjacent missed.enough missed.rest missed.over
"""
ADAPTATION_FIELDS: Mapping[str, frozenset[str]] = {
    **dict.fromkeys(_PLAIN.split(), frozenset()),
    "easy_day.raised": frozenset({"usual"}),
    "deload.two_days": frozenset({"usual"}),
    "deload.leap": frozenset({"usual"}),
    "deload.over": frozenset({"stage"}),
    "drop.three_of_four": frozenset({"usual"}),
    "step.offer": frozenset({"stage"}),
    "step.down": frozenset({"stage"}),
    "step.sessions": frozenset({"done", "needed"}),
    "step.days": frozenset({"done", "needed"}),
    "step.mornings": frozenset({"done", "needed"}),
    "step.s4_day": frozenset({"day"}),
    "load.offer": frozenset({"least", "most"}),
    "load.top": frozenset({"most"}),
    "return.first": frozenset({"stage"}),
    "return.restart": frozenset({"stage"}),
    "pause.runs": frozenset({"left"}),
    "deload.declined": frozenset({"stage"}),
    "load.taken": frozenset({"kg"}),
    "today.floss": frozenset({"level"}),
    "today.of_exercise": frozenset({"name", "words"}),
    "step.capped": frozenset({"stage"}),
}
"""Every sentence that is used, by id, and what is filled in."""


def adaptation_texts(tables: Mapping[str, object], file: str) -> Texts:
    """Every sentence of ``texts/adaptation.<language>.toml`` by its id.

    Raises ``ContentError`` for one that is missing, unknown, no text, or that does not name
    exactly what is filled in.
    """
    return exact_texts(tables, file, ADAPTATION_FIELDS)
