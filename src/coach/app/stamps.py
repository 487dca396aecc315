"""Stamping events with the clock's reading (X1)."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from coach.app.ports import Clock, Store
from coach.domain.gates import newest
from coach.domain.records import Stamp

_TICK = timedelta(milliseconds=1)


def stamp_of(clock: Clock) -> Stamp:
    """What the clock says now, with the civil date fixed at entry."""
    return Stamp.of(clock.now())


def after_all(store: Store, now: Stamp) -> Stamp:
    """``now``, but later than the newest check and state of the plan, so that a clock that was
    set back cannot hide what is new behind what is old (K16)."""
    last = [one.stamp.utc for one in (newest(store.checks()), store.plan()) if one is not None]
    return replace(now, utc=max([now.utc, *(utc + _TICK for utc in last)]))
