"""What every controller is given: content, clock, identifiers and the way to the store."""

from __future__ import annotations

from dataclasses import dataclass

from coach.app.ports import Clock, NewId
from coach.domain.book import Book
from coach.gui.background import Background


@dataclass(frozen=True, slots=True)
class Context:
    """Built once by bootstrap and handed to each controller by its constructor."""

    book: Book
    clock: Clock
    new_id: NewId
    background: Background
