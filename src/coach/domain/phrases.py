"""Every phrase that a session can speak: what a voice pack must hold."""

from __future__ import annotations

from coach.domain.book import Book

_MOST_SETS = 5


def all_phrases(book: Book) -> list[str]:
    """Sorted phrases of all exercises, variants and sides, and those between sets."""
    rests = {book.texts["speech.rest"].format(set=number) for number in range(2, _MOST_SETS)}
    last = {book.texts["speech.rest_last"]}
    return sorted(book.catalog.phrases(book.language) | rests | last)
