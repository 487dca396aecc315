"""Every phrase that the program can speak: what a voice pack must hold."""

from __future__ import annotations

from coach.domain.book import Book

_MOST_SETS = 5
_OF_THEIR_OWN = (
    "rest_last",
    "last_one",
    "new_since",
    "new_stop",
    "new_go",
    "left",
    "right",
    "sample",
)


def all_phrases(book: Book) -> list[str]:
    """Sorted phrases of all exercises, variants and sides, those between sets, the question
    before a session that is taken along (S7), and those of the sound check."""
    rests = {book.texts["speech.rest"].format(set=number) for number in range(2, _MOST_SETS)}
    own = {book.texts[f"speech.{name}"] for name in _OF_THEIR_OWN}
    return sorted(book.catalog.phrases(book.language) | rests | own)
