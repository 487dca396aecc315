"""The words of the plan for the moment: complete and fillable (A1)."""

from __future__ import annotations

from collections.abc import Mapping

from coach.domain.checked_texts import exact_texts
from coach.domain.intent import LISTED
from coach.domain.reason import Texts

INTENT_FIELDS: Mapping[str, frozenset[str]] = {
    "intent.when_where": frozenset({"cue", "place"}),
    "intent.when": frozenset({"cue"}),
    "intent.where": frozenset({"place"}),
    "intent.barrier": frozenset({"obstacle"}),
    "intent.cleared": frozenset(),
    **{f"intent.{part}.{key}": frozenset[str]() for part, keys in LISTED.items() for key in keys},
}
"""Every sentence and every entry of a list, by id, and what is filled in."""


def intent_texts(tables: Mapping[str, object], file: str) -> Texts:
    """Every sentence of ``texts/intent.<language>.toml`` by its id.

    Raises ``ContentError`` for one that is missing, unknown, no text, or that does not name
    exactly what is filled in.
    """
    return exact_texts(tables, file, INTENT_FIELDS)
