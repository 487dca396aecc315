"""The two-second rating: today's, or yesterday's where it was forgotten (M1, M2, K3), and the
optional ticks beside it (K9)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from coach.app.ports import NewId, Store
from coach.domain.book import Book
from coach.domain.decisions import Tick, TickKind
from coach.domain.plan import Plan
from coach.domain.records import Rating, RatingKind, SessionLog, Stamp
from coach.domain.terms import Discomfort, Effort, Side

CORRECTION = timedelta(hours=48)
LOOK_BACK = timedelta(days=7)
TIGHT = 7
"""From this rating on, swelling and being kept awake are asked about."""

_SIGNS = (TickKind.SWELLING, TickKind.AWAKE)


class RatingRefusedError(ValueError):
    """A rating cannot be given for that day any more; the text says why."""


@dataclass(frozen=True, slots=True)
class CheckinView:
    """The rating of one day. ``open`` is false once the 48 hours of M2 are over."""

    day: date
    left: int | None
    right: int | None
    yesterday: bool
    open: bool


def checkin_view(store: Store, now: Stamp, *, yesterday: bool = False) -> CheckinView:
    day = now.civil - timedelta(days=1) if yesterday else now.civil
    found = rating_of(store, day)
    return CheckinView(
        day=day,
        left=found.left if found else None,
        right=found.right if found else None,
        yesterday=yesterday,
        open=found is None or may_correct(found, now),
    )


def rating_of(store: Store, day: date) -> Rating | None:
    """The daily rating of a civil date; the last correction counts (K3)."""
    of_day = [r for r in store.ratings(RatingKind.DAILY, day) if r.stamp.civil == day]
    return of_day[-1] if of_day else None


def may_correct(rating: Rating, now: Stamp) -> bool:
    """Whether the 48 hours in which a rating can be corrected still run (M2)."""
    return now.utc - rating.stamp.utc <= CORRECTION


def rate(
    store: Store, now: Stamp, new_id: NewId, *, side: Side, score: int, yesterday: bool = False
) -> CheckinView:
    """Set one side of the day's rating. Raises ``ValueError`` outside 0-10 and
    ``RatingRefusedError`` after 48 hours."""
    day = now.civil - timedelta(days=1) if yesterday else now.civil
    found = rating_of(store, day)
    if found is None:
        entered = replace(now, civil=day)
        left, right = _sided(side, score, None, None)
        new = Rating(new_id(), RatingKind.DAILY, entered, left, right, backfilled=yesterday)
    elif may_correct(found, now):
        left, right = _sided(side, score, found.left, found.right)
        new = replace(found, left=left, right=right)
    else:
        raise RatingRefusedError("A rating can be corrected for 48 hours.")
    store.save_rating(new, now)
    return checkin_view(store, now, yesterday=yesterday)


def first_rating(store: Store, now: Stamp, new_id: NewId, *, score: int, side: str) -> None:
    """The rating given in a readiness check is that day's rating, unless there is one (M1)."""
    if rating_of(store, now.civil) is not None:
        return
    left = score if side in ("left", "both") else None
    right = score if side in ("right", "both") else None
    store.save_rating(Rating(new_id(), RatingKind.DAILY, now, left, right), now)


def _sided(
    side: Side, score: int, left: int | None, right: int | None
) -> tuple[int | None, int | None]:
    return (score, right) if side is Side.LEFT else (left, score)


@dataclass(frozen=True, slots=True)
class TickView:
    """One optional tick of today; ``on`` is ``None`` while nothing was said."""

    kind: TickKind
    on: bool | None = None


def ticks_for(store: Store, book: Book, now: Stamp, plan: Plan) -> tuple[TickView, ...]:
    """The ticks that concern this user today, in the order of ``TickKind`` (K9): those that a
    modifier waits for, kneeling where the plan kneels, and the signs of C4 and C7 after days
    that were hard."""
    ticks = store.ticks()
    given = {tick.kind: tick.on for tick in ticks if tick.stamp.civil == now.civil}
    asked = {
        TickKind.STEADY: "M-BAL" in plan.modifiers,
        TickKind.SIT_BONE: "M-SIT" in plan.modifiers,
        TickKind.KNEELING: _kneels(plan, book)
        or any(tick.kind is TickKind.KNEELING and tick.on for tick in ticks),
        **dict.fromkeys(_SIGNS, _hard_days(store, now, ticks)),
    }
    return tuple(TickView(kind, given.get(kind)) for kind in TickKind if asked[kind])


def tick(store: Store, now: Stamp, new_id: NewId, kind: TickKind, on: bool) -> None:
    """Set a tick of today, or take it back; the last one counts."""
    store.save_tick(Tick(new_id(), now, kind, on))


def _kneels(plan: Plan, book: Book) -> bool:
    return any(
        book.catalog[item.exercise].variant(item.dose.variant).tags.kneeling
        for day in plan.days
        for item in day.items
    )


def _hard_days(store: Store, now: Stamp, ticks: Sequence[Tick]) -> bool:
    """Tight today, or in the last week too much, sharp, or one of the two signs itself."""
    since = now.civil - LOOK_BACK + timedelta(days=1)
    rating = rating_of(store, now.civil)
    if rating is not None and rating.score >= TIGHT:
        return True
    if any(t.kind in _SIGNS and t.on and since <= t.stamp.civil <= now.civil for t in ticks):
        return True
    return any(map(_was_hard, store.sessions(since)))


def _was_hard(session: SessionLog) -> bool:
    return any(one.effort is Effort.TOO_MUCH for one in session.efforts) or any(
        one.kind is Discomfort.SHARP for one in session.discomforts
    )
