"""The two-second rating: today's, or yesterday's where it was forgotten (M1, M2, K3)."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta

from coach.app.ports import NewId, Store
from coach.domain.records import Rating, RatingKind, Stamp
from coach.domain.terms import Side

CORRECTION = timedelta(hours=48)


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
