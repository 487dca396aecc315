"""Dates along the bottom of a chart: as many as fit, on days that people count by."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from PySide6.QtCore import QCoreApplication, QDate, QLocale

translate = QCoreApplication.translate
_WEEKS = (1, 2, 4)
_MONTHS = (1, 2, 3, 6, 12, 24, 60)


def date_ticks(first: date, last: date, most: int) -> list[tuple[date, str]]:
    """Days and their words between ``first`` and ``last``, at most ``most`` (at least 1).

    Weeks counted from the first day where they fit, else first days of months or years.
    """
    days = (last - first).days
    for weeks in _WEEKS:
        if days // (7 * weeks) + 1 <= most and days < 7 * 40:
            return [(day, short_date(day)) for day in _steps(first, last, 7 * weeks)]
    return _month_ticks(first, last, most)


def _month_ticks(first: date, last: date, most: int) -> list[tuple[date, str]]:
    for months in _MONTHS:
        found = list(_months(first, last, months))
        if len(found) <= most:
            break
    whole = translate("dates", "MMM yyyy")
    words = "yyyy" if months >= 12 else whole if last.year > first.year else "MMM"
    return [(day, QLocale().toString(_qdate(day), words)) for day in found[:most]]


def short_date(day: date) -> str:
    """The day and the short month, as the user's language writes them."""
    return QLocale().toString(_qdate(day), translate("dates", "d MMM"))


def long_date(day: date) -> str:
    """The weekday with day and month, and the year."""
    return QLocale().toString(_qdate(day), translate("dates", "ddd d MMM yyyy"))


def _qdate(day: date) -> QDate:
    return QDate(day.year, day.month, day.day)


def _steps(first: date, last: date, days: int) -> Iterator[date]:
    day = first
    while day <= last:
        yield day
        day += timedelta(days=days)


def _months(first: date, last: date, every: int) -> Iterator[date]:
    """First days of every ``every``-th month, counted from January."""
    number = first.year * 12 + first.month - 1
    while True:
        number += 1
        day = date(number // 12, number % 12 + 1, 1)
        if day > last:
            return
        if number % 12 % every == 0 and (every <= 12 or number // 12 % (every // 12) == 0):
            yield day
