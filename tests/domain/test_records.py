"""Stamps: instant, offset and civil date, fixed when something is entered (X1)."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, timezone

import pytest

from coach.domain.records import Stamp


def test_half_past_two_at_night_belongs_to_the_day_before() -> None:
    zone = timezone(timedelta(hours=-3, minutes=-30))
    made = Stamp.of(datetime(2026, 3, 3, 2, 30, tzinfo=zone))
    assert (made.offset_min, made.civil) == (-210, date(2026, 3, 2))
    assert made.utc.isoformat() == "2026-03-03T06:00:00+00:00"


def test_a_reading_without_an_offset_is_refused() -> None:
    with pytest.raises(ValueError, match="UTC offset"):
        Stamp.of(datetime(2026, 3, 3, 2, 30))  # noqa: DTZ001 - what is refused here


def test_an_instant_in_another_zone_is_refused() -> None:
    east = datetime(2026, 3, 3, 2, 30, tzinfo=timezone(timedelta(hours=2)))
    with pytest.raises(ValueError, match="aware UTC"):
        Stamp(east, 120, date(2026, 3, 2))
    assert Stamp(east.astimezone(UTC), 120, date(2026, 3, 2)).utc == east
