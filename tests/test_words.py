"""No sentence of the product breaks the word rules: content files and the words of every page
(P5, W2, K15)."""

from __future__ import annotations

import ast
import re
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from support.source import ROOT, modules
from support.word_rules import forbidden_words

#: Where the words may stand: the questions and the purpose of the program (K15, W1), and rows
#: about sources, which nobody is shown in the program.
ALLOWED_FILES = {"intake.toml", "evidence.toml"}
SEEN = re.compile(r"you have (been )?seen", re.IGNORECASE)
PURPOSE = re.compile(r"does not (examine|diagnose)|nor (diagnose|treat)|not examine")


def _strings(table: Any) -> Iterator[str]:
    if isinstance(table, str):
        yield table
    elif isinstance(table, dict):
        for value in table.values():
            yield from _strings(value)
    elif isinstance(table, list):
        for value in table:
            yield from _strings(value)


def _broken(text: str) -> list[str]:
    """Forbidden words, but for the purpose of the program and that of having been seen (S5)."""
    return [] if PURPOSE.search(text) else forbidden_words(SEEN.sub("", text))


def _content() -> list[Path]:
    files = sorted((ROOT / "resources").rglob("*.toml"))
    return [path for path in files if path.name not in ALLOWED_FILES]


@pytest.mark.parametrize("path", _content(), ids=lambda path: path.name)
def test_content_keeps_to_the_word_rules(path: Path) -> None:
    table = tomllib.loads(path.read_text("utf-8"))
    assert [text for text in _strings(table) if _broken(text)] == []


def _shown() -> Iterator[tuple[str, str]]:
    """Every literal that is given to ``tr`` or ``QT_TRANSLATE_NOOP``, with its module."""
    for module in modules():
        for call in (node for node in ast.walk(module.tree) if isinstance(node, ast.Call)):
            name = getattr(call.func, "attr", getattr(call.func, "id", ""))
            if name in ("tr", "translate", "QT_TRANSLATE_NOOP", "QT_TR_NOOP"):
                for given in call.args:
                    if isinstance(given, ast.Constant) and isinstance(given.value, str):
                        yield module.name, given.value


def test_pages_keep_to_the_word_rules() -> None:
    shown = list(_shown())
    assert len(shown) > 200
    assert [(where, text) for where, text in shown if _broken(text)] == []
