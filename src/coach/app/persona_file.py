"""Persona files of the command line (docs/personas.md)."""

from __future__ import annotations

from pathlib import Path

from coach.app.answers_file import load_toml
from coach.domain.book import Book
from coach.domain.persona import Persona, parse_persona


def read_persona(path: Path, book: Book) -> Persona:
    """Raises ``FileError`` for the file, ``ContentError`` for what stands in it."""
    return parse_persona(load_toml(path), str(path), book)
