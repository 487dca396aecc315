"""Entries dated after today: a clock was ahead and was set back, or a journey over the date line.

They are kept as they are, for the date of an entry is fixed when it is entered (X1); figures and
rules leave them out until their day. The user hears of them, for only they know which clock was
right.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from coach.app.ports import Store
from coach.domain.records import RatingKind, Stamp


@dataclass(frozen=True, slots=True)
class Ahead:
    """How many entries, and the last date among them."""

    count: int
    last: date


def entries_ahead(store: Store, now: Stamp) -> Ahead | None:
    """Ratings, sessions and checks dated after today; ``None`` where there is none."""
    since = now.civil + timedelta(days=1)
    dates = [rating.stamp.civil for kind in RatingKind for rating in store.ratings(kind, since)]
    dates += [session.stamp.civil for session in store.sessions(since)]
    dates += [check.stamp.civil for check in store.checks() if check.stamp.civil >= since]
    return Ahead(len(dates), max(dates)) if dates else None
