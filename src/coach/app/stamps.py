"""Stamping events with instant, offset and civil date (X1)."""

from __future__ import annotations

from datetime import UTC, timedelta

from coach.app.ports import Clock
from coach.domain.day import civil_date
from coach.domain.records import Stamp


def stamp_of(clock: Clock) -> Stamp:
    """What the clock says now, with the civil date fixed at entry."""
    now = clock.now()
    offset = now.utcoffset() or timedelta()
    return Stamp(now.astimezone(UTC), round(offset.total_seconds() / 60), civil_date(now))
