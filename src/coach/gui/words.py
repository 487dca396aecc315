"""Small phrases that several pages share: days, lists."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QCoreApplication, QDate, QLocale, Qt
from PySide6.QtGui import QKeySequence

from coach.domain.terms import Weekday


def weekday_name(day: date) -> str:
    """The day's name in the user's language."""
    return QLocale().dayName(day.isoweekday(), QLocale.FormatType.LongFormat)


def weekday_short(day: Weekday) -> str:
    return QLocale().dayName(day.number + 1, QLocale.FormatType.ShortFormat)


def whole_date(day: date) -> str:
    """The date with its year, as the user's language writes it."""
    written = QDate(day.year, day.month, day.day)
    return QLocale().toString(written, QLocale.FormatType.LongFormat)


def number(value: float, decimals: int = 1) -> str:
    """2.5 → "2,5" where the user's language writes it so."""
    return QLocale().toString(value, "f", decimals)


def short_number(value: float) -> str:
    """The same without a decimal that says nothing: 4.0 → "4"."""
    return number(value, 0 if f"{value:.1f}".endswith(".0") else 1)


def key_name(key: Qt.Key) -> str:
    """The name of a key as this system writes it."""
    return QKeySequence(key).toString(QKeySequence.SequenceFormat.NativeText)


def listed(words: Sequence[str]) -> str:
    """ "a mat, a rolled towel and a wall"."""
    if len(words) < 2:
        return "".join(words)
    joint = QCoreApplication.translate("words", "{first} and {last}")
    return joint.format(first=", ".join(words[:-1]), last=words[-1])


def capital(text: str) -> str:
    """The first letter in upper case, the rest as it is."""
    return text[:1].upper() + text[1:]
