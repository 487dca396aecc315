"""Answers files of the command line: TOML in, a plan or a timeline out."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

from coach.domain.answers import Answers, parse_answers
from coach.domain.book import Book
from coach.domain.plan import Plan, plan_day
from coach.domain.score import compile_timeline
from coach.domain.terms import DayKind, Template, Weekday
from coach.domain.timeline import Timeline

_MOST_BYTES = 1_000_000


class FileError(Exception):
    """A file cannot be used; the text names it and says why."""


def read_answers(path: Path, book: Book) -> Answers:
    """Raises ``FileError`` for the file, ``AnswerError`` for what stands in it."""
    return parse_answers(_load(path), book.intake)


def _load(path: Path) -> dict[str, Any]:
    try:
        if path.stat().st_size > _MOST_BYTES:
            raise FileError(f"{path}: too large for an answers file")
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise FileError(f"{path}: {error.strerror or error}") from error
    except UnicodeDecodeError as error:
        raise FileError(f"{path}: is not UTF-8 text") from error
    except tomllib.TOMLDecodeError as error:
        raise FileError(f"{path}: is not valid TOML: {error}") from error


def day_timeline(plan: Plan, book: Book, number: int, template: Template | None) -> Timeline:
    """The session of day 1 (Monday) … 7; empty on a rest day or while the plan is locked."""
    day = plan.days[number - 1]
    if template is not None and day.kind is not DayKind.REST and plan.situation is not None:
        day = plan_day(list(Weekday)[number - 1], template, plan.situation, book, plan.pace)
    return compile_timeline(day.items, book, pace=plan.pace)
