"""Zones, summer time and clocks that are set: each day is there once, and no timer notices.

Zones are written out as POSIX rules, so that no table of the system is needed.
"""

from __future__ import annotations

import time
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta, tzinfo
from itertools import groupby, pairwise

import pytest

from coach.app.checkin import rate
from coach.app.stamps import stamp_of
from coach.domain.records import RatingKind, Stamp
from coach.domain.terms import Side
from coach.store.memory_store import MemoryStore
from coach.system import clock
from coach.system.clock import SystemClock
from support.store_builders import CountedIds, SteadyClock

ZONES = {
    "Berlin": ("CET-1CEST,M3.5.0,M10.5.0/3", [23.0, 25.0]),
    "New York": ("EST5EDT,M3.2.0,M11.1.0", [23.0, 25.0]),
    "Havana, at midnight": ("CST5CDT,M3.2.0/0,M11.1.0/1", [23.0, 25.0]),
    "Santiago": ("<-04>4<-03>,M9.1.6/24,M4.1.6/24", [25.0, 23.0]),
    "Lord Howe, half an hour": ("<+1030>-10:30<+11>-11,M10.1.0,M4.1.0", [24.5, 23.5]),
    "Kolkata": ("IST-5:30", []),
    "Kiritimati": ("<+14>-14", []),
    "the last place to see a day": ("<-12>12", []),
}
YEAR_BEGINS = datetime(2026, 1, 3, tzinfo=UTC)
STEP = timedelta(minutes=30)


class Instant(datetime):
    """The instant that the system's clock shows."""

    shown = YEAR_BEGINS

    @classmethod
    def now(cls, tz: tzinfo | None = None) -> datetime:  # type: ignore[override]
        return cls.shown.astimezone(tz)


@pytest.fixture(params=list(ZONES))
def zone(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """The computer stands in one of the zones; its clock shows ``Instant.shown``."""
    monkeypatch.setattr(clock, "datetime", Instant)
    monkeypatch.setenv("TZ", ZONES[request.param][0])
    time.tzset()
    yield request.param
    monkeypatch.undo()
    time.tzset()


def stamps(first: datetime, days: int) -> Iterator[Stamp]:
    """What the clock says every half hour."""
    for step in range(days * 48):
        Instant.shown = first + step * STEP
        yield stamp_of(SystemClock())


def test_every_day_of_a_year_is_there_once_and_in_order(zone: str) -> None:
    """X1: days of 23 and 25 hours are one day each."""
    dates = [
        (day, len(list(run))) for day, run in groupby(s.civil for s in stamps(YEAR_BEGINS, 360))
    ]
    assert all(late - early == timedelta(days=1) for (early, _), (late, _) in pairwise(dates))
    lengths = [halves / 2 for _, halves in dates[1:-1]]
    assert [hours for hours in lengths if hours != 24] == ZONES[zone][1]


def test_the_offset_is_kept_with_the_instant(zone: str) -> None:
    for found in stamps(YEAR_BEGINS, 3):
        assert found.utc == Instant.shown
        local = Instant.shown.astimezone()
        assert local.utcoffset() == timedelta(minutes=found.offset_min)


def test_a_rating_each_half_hour_leaves_one_for_each_day(zone: str) -> None:
    """Around both changes of summer time, the hour that comes twice included."""
    store, ids = MemoryStore(SteadyClock(), CountedIds()), CountedIds()
    seen: list[date] = []
    for month, day in ((3, 6), (3, 27), (4, 3), (9, 4), (10, 2), (10, 23), (10, 30)):
        for number, now in enumerate(stamps(datetime(2026, month, day, tzinfo=UTC), 4)):
            rate(store, now, ids, side=Side.LEFT, score=number % 11)
            seen.append(now.civil)
    kept = [rating.stamp.civil for rating in store.ratings(RatingKind.DAILY)]
    assert kept == sorted(set(seen))


def test_setting_the_clock_or_moving_the_computer_is_no_time(zone: str) -> None:
    """Nothing that sets the wall clock shows on the clock that sessions run on."""
    steady = SystemClock()
    before = steady.monotonic_ms()
    for shown in (YEAR_BEGINS - timedelta(days=900), YEAR_BEGINS + timedelta(days=900)):
        Instant.shown = shown
        assert steady.now() == shown
        assert 0 <= steady.monotonic_ms() - before < 5_000
