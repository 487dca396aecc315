"""Answers files of the command line: TOML in, a plan or a timeline out."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

from coach.domain.answers import Answers, parse_answers
from coach.domain.book import Book
from coach.domain.plan import Plan
from coach.domain.score import compile_timeline
from coach.domain.timeline import Timeline

_MOST_BYTES = 1_000_000


class FileError(Exception):
    """A file cannot be used; the text names it and says why."""


def read_answers(path: Path, book: Book) -> Answers:
    """Raises ``FileError`` for the file, ``AnswerError`` for what stands in it.

    In a file only red-now and out excuse the questions behind them (K2).
    """
    return parse_answers(_load(path), book.intake, signs_suffice=False)


def _load(path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(_text(path))
    except RecursionError as error:
        raise FileError(f"{path}: is not valid TOML: it is nested too deeply") from error
    except ValueError as error:  # bad TOML, or a number too long to read
        raise FileError(f"{path}: is not valid TOML: {error}") from error


def _text(path: Path) -> str:
    """UTF-8, with or without the mark that some editors put in front."""
    try:
        with path.open("rb") as file:
            content = file.read(_MOST_BYTES + 1)
        if len(content) > _MOST_BYTES:
            raise FileError(f"{path}: too large for an answers file")
        return content.decode("utf-8-sig")
    except OSError as error:
        raise FileError(f"{path}: {error.strerror or error}") from error
    except UnicodeDecodeError as error:
        raise FileError(f"{path}: is not UTF-8 text") from error


def day_timeline(plan: Plan, book: Book, number: int) -> Timeline:
    """The session of day 1 (Monday) … 7; empty on a rest day or while the plan is locked."""
    return compile_timeline(plan.days[number - 1].items, book, pace=plan.pace)
