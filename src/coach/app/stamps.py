"""Stamping events with the clock's reading (X1)."""

from __future__ import annotations

from coach.app.ports import Clock
from coach.domain.records import Stamp


def stamp_of(clock: Clock) -> Stamp:
    """What the clock says now, with the civil date fixed at entry."""
    return Stamp.of(clock.now())
