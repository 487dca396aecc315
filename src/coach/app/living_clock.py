"""Time and identifiers of a made-up life: both run only when they are told to."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta, timezone
from itertools import count
from uuid import UUID

from coach.domain.day import DAY_START
from coach.domain.records import Stamp

_STAMP_BITS, _VERSION, _VARIANT = 80, 7 << 76, 0b10 << 62


class LifeClock:
    """A clock that stands until it is moved; ``offset_min`` is that of the place (X1). It begins
    on the civil date ``start`` when local clocks show ``at``."""

    def __init__(self, start: date, at: time, offset_min: int) -> None:
        self.offset_min = offset_min
        day = start + timedelta(days=int(at < DAY_START))
        self._utc = _local(day, at, offset_min).astimezone(UTC)
        self._begun = self._utc

    def now(self) -> datetime:
        return self._utc.astimezone(_zone(self.offset_min))

    def stamp(self) -> Stamp:
        return Stamp.of(self.now())

    def monotonic_ms(self) -> float:
        return (self._utc - self._begun) / timedelta(milliseconds=1)

    def forward(self, ms: int) -> None:
        self._utc += timedelta(milliseconds=ms)

    def to_next(self, at: time) -> None:
        """Forward to the next time that the clocks of the place show ``at``."""
        here = self.now()
        day = here.date()
        while _local(day, at, self.offset_min) <= here:
            day += timedelta(days=1)
        self._utc = _local(day, at, self.offset_min).astimezone(UTC)


def _zone(offset_min: int) -> timezone:
    return timezone(timedelta(minutes=offset_min))


def _local(day: date, at: time, offset_min: int) -> datetime:
    return datetime.combine(day, at, _zone(offset_min))


class CountedIds:
    """Identifiers in order, the same ones in each life."""

    def __init__(self) -> None:
        self._numbers = count(1)

    def __call__(self) -> UUID:
        number = next(self._numbers)
        return UUID(int=(number << _STAMP_BITS) | _VERSION | _VARIANT | number)
