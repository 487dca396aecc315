from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coach.domain.day import civil_date, monday_of, plan_day, plan_week
from coach.domain.terms import Weekday


@pytest.mark.parametrize(
    ("local", "expected"),
    [
        (datetime(2026, 3, 2, 4, 0, tzinfo=UTC), date(2026, 3, 2)),
        (datetime(2026, 3, 2, 3, 59, 59, tzinfo=UTC), date(2026, 3, 1)),
        (datetime(2026, 3, 2, 23, 59, tzinfo=UTC), date(2026, 3, 2)),
        (datetime(2026, 1, 1, 0, 30, tzinfo=UTC), date(2025, 12, 31)),
    ],
)
def test_x1_a_day_starts_at_four(local: datetime, expected: date) -> None:
    assert civil_date(local) == expected


def test_x1_the_start_of_the_day_is_adjustable() -> None:
    local = datetime(2026, 3, 2, 5, 30, tzinfo=UTC)
    assert civil_date(local, time(6, 0)) == date(2026, 3, 1)
    assert civil_date(local, time(0, 0)) == date(2026, 3, 2)


def test_case_13_a_flight_west_keeps_one_date_for_each_local_day() -> None:
    before = datetime(2026, 5, 6, 23, 50, tzinfo=timezone(timedelta(hours=1)))
    after = before.astimezone(timezone(timedelta(hours=-7)))
    assert civil_date(before) == civil_date(after) == date(2026, 5, 6)


@given(st.datetimes(datetime(2000, 1, 1), datetime(2100, 1, 1)), st.integers(-14, 14))  # noqa: DTZ001
def test_x1_the_offset_never_moves_the_date(local: datetime, hours: int) -> None:
    aware = local.replace(tzinfo=timezone(timedelta(hours=hours)))
    assert civil_date(aware) == civil_date(local)


def test_plan_days_and_weeks_count_from_one() -> None:
    first = date(2026, 3, 4)
    assert plan_day(first, first) == 1
    assert plan_day(first, date(2026, 3, 3)) == 0
    weeks = [plan_week(first, first + timedelta(days=n)) for n in (0, 6, 7, 13, 14)]
    assert weeks == [1, 1, 2, 2, 3]


@given(st.dates(date(2000, 1, 1)))
def test_weeks_begin_on_monday(day: date) -> None:
    monday = monday_of(day)
    assert monday.weekday() == 0
    assert 0 <= (day - monday).days < 7


def test_every_date_has_its_weekday() -> None:
    found = [Weekday.of(date(2026, 3, 2) + timedelta(days=n)) for n in range(8)]
    assert found == [*Weekday, Weekday.MON]
    assert [one.number for one in found[:7]] == list(range(7))
