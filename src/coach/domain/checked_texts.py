"""Reading sentences of a content file strictly: all there, none unknown, braces as filled in."""

from __future__ import annotations

from collections.abc import Mapping, Set
from string import Formatter

from coach.domain.content_error import ContentError
from coach.domain.reason import Texts


def read_texts(tables: Mapping[str, object], file: str) -> Texts:
    """The sentences by dotted id. Raises ``ContentError`` where one is no text."""
    try:
        return Texts(tables)
    except TypeError as error:
        key, _, why = str(error).partition(": ")
        raise ContentError(file, key, why) from error


def exact_texts(tables: Mapping[str, object], file: str, fields: Mapping[str, Set[str]]) -> Texts:
    """Sentences that are exactly those of ``fields`` and name exactly what is filled in.

    Raises ``ContentError`` for one that is missing, unknown, no text, or names anything else.
    """
    texts = read_texts(tables, file)
    for key in sorted(fields.keys() ^ set(texts.ids())):
        raise ContentError(file, key, "is missing" if key in fields else "unknown key")
    for key, given in fields.items():
        if named_in(texts[key], file, key) != given:
            wanted = ", ".join(sorted(given)) or "nothing"
            raise ContentError(file, key, f"should name {wanted} in braces, and nothing else")
    return texts


def named_in(text: str, file: str, key: str) -> set[str]:
    """The words in braces of a sentence. Raises ``ContentError`` where braces do not match."""
    try:
        return {name for _, name, _, _ in Formatter().parse(text) if name is not None}
    except ValueError as error:
        raise ContentError(file, key, f"its braces do not match: {error}") from error
