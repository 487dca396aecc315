"""Civil dates and plan days (X1): which day an event belongs to, fixed when it is entered."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta

DAY_START = time(4, 0)
"""A day starts at 04:00 local time, so that a late evening stays one day; adjustable (X1)."""


def civil_date(local: datetime, day_start: time = DAY_START) -> date:
    """The local civil date of ``local``, read off the wall clock that the user saw (X1).

    Only the wall-clock reading counts: neither the UTC offset nor a later change of time zone
    moves the date.
    """
    started = timedelta(hours=day_start.hour, minutes=day_start.minute)
    return (local.replace(tzinfo=None) - started).date()


def plan_day(first: date, day: date) -> int:
    """Day number of ``day`` counted from 1 on ``first``; 0 or less before it."""
    return (day - first).days + 1


def plan_week(first: date, day: date) -> int:
    """Week number of ``day``: 1 for plan days 1-7, 2 for 8-14 and so on."""
    return (day - first).days // 7 + 1


def monday_of(day: date) -> date:
    """The Monday of the calendar week that ``day`` lies in."""
    return day - timedelta(days=day.weekday())
