"""The verdict of ratings files, for people who script against it (docs/user-guide.md)."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from coach.app.text_file import FileError, read_text
from coach.domain.trend import Verdict, verdict
from coach.domain.verdict_text import VerdictTexts, sentence

VERDICT_SCHEMA = "coach.verdict/1"
COLUMNS = ("date", "score")
MAX_BYTES = 20_000_000
"""More than any diary holds; a larger file is refused."""


@dataclass(frozen=True, slots=True)
class FileVerdict:
    """The verdict of one file."""

    file: str
    verdict: Verdict
    sentence: str

    def as_json(self) -> dict[str, object]:
        """The fields of ``coach verdict --json``."""
        v = self.verdict
        return {
            "schema": VERDICT_SCHEMA,
            "file": self.file,
            "verdict": v.kind.value,
            "difference": v.difference,
            "low": v.low,
            "high": v.high,
            "n": v.n,
            "rho": v.rho,
            "p": v.p,
            "sentence": self.sentence,
        }


def file_verdict(path: Path, texts: VerdictTexts) -> FileVerdict:
    """Read one ratings file and judge it. Raises ``FileError``."""
    ratings = read_ratings(path)
    result = verdict(ratings)
    return FileVerdict(str(path), result, sentence(result, texts, rated=bool(ratings)))


def read_ratings(path: Path) -> list[tuple[date, int]]:
    """Ratings of a CSV file with the columns ``date`` (YYYY-MM-DD) and ``score`` (0-10).

    Other columns and empty lines are passed over; an empty score is a day without rating.
    Raises ``FileError``.
    """
    return parse_ratings(read_text(path, MAX_BYTES), str(path))


def parse_ratings(text: str, source: str) -> list[tuple[date, int]]:
    """Ratings of CSV ``text``; commas, semicolons or tabs. Raises ``FileError``."""
    lines = io.StringIO(text, newline="")
    rows = csv.DictReader(lines, delimiter=_delimiter(text), strict=True)
    try:
        names = {(name or "").strip().lower(): name for name in rows.fieldnames or ()}
        missing = [column for column in COLUMNS if column not in names]
        if missing:
            raise FileError(
                f"{source}: the first line must name the columns date and score; "
                f"{' and '.join(missing)} is missing"
            )
        return list(_ratings(rows, names, source))
    except csv.Error as error:
        raise FileError(f"{source}: line {rows.reader.line_num}: {error}") from error


def _delimiter(text: str) -> str:
    header = text.split("\n", 1)[0]
    return next((mark for mark in (",", ";", "\t") if mark in header), ",")


def _ratings(
    rows: csv.DictReader[str], names: Mapping[str, str], source: str
) -> Iterator[tuple[date, int]]:
    for row in rows:
        day, score = ((row[names[column]] or "").strip() for column in COLUMNS)
        where = f"{source}: line {rows.line_num}"
        if score:
            yield _day(day, where), _score(score, where)
        elif day:
            _day(day, where)


def _day(text: str, where: str) -> date:
    try:
        day = date.fromisoformat(text)
    except ValueError:
        day = None
    if day is None or day.isoformat() != text:
        raise FileError(f"{where}: the date must look like 2026-03-31, not {text[:40]!r}")
    return day


def _score(text: str, where: str) -> int:
    whole, _, decimals = text.partition(".")
    if whole.isascii() and whole.isdigit() and len(whole) <= 2 and not decimals.strip("0"):
        score = int(whole)
        if score <= 10:
            return score
    raise FileError(f"{where}: the score must be a whole number from 0 to 10, not {text[:40]!r}")
