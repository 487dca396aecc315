"""Answers files of the command line: TOML in, a plan or a timeline out."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

from coach.app.text_file import FileError, read_text
from coach.domain.answers import Answers, parse_answers
from coach.domain.book import Book
from coach.domain.plan import Plan
from coach.domain.score import compile_timeline
from coach.domain.timeline import Timeline

_MOST_BYTES = 1_000_000


def read_answers(path: Path, book: Book) -> Answers:
    """Raises ``FileError`` for the file, ``AnswerError`` for what stands in it.

    In a file only red-now and out excuse the questions behind them (K2).
    """
    return parse_answers(load_toml(path), book.intake, signs_suffice=False)


def load_toml(path: Path) -> dict[str, Any]:
    """The tables of a TOML file. Raises ``FileError``."""
    try:
        return tomllib.loads(read_text(path, _MOST_BYTES))
    except RecursionError as error:
        raise FileError(f"{path}: is not valid TOML: it is nested too deeply") from error
    except ValueError as error:  # bad TOML, or a number too long to read
        raise FileError(f"{path}: is not valid TOML: {error}") from error


def day_timeline(plan: Plan, book: Book, number: int) -> Timeline:
    """The session of day 1 (Monday) … 7; empty on a rest day or while the plan is locked."""
    return compile_timeline(plan.days[number - 1].items, book, pace=plan.pace)
