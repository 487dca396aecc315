"""The sentences of a plan that follows the days: every id exists, every word is filled in."""

from __future__ import annotations

import ast
import copy
import re
from pathlib import Path
from typing import Any

import pytest

from coach.domain import adaptation_texts as subject
from coach.domain.adaptation_texts import ADAPTATION_FIELDS, adaptation_texts
from coach.domain.content_error import ContentError
from coach.system.resources import read_toml
from support.word_rules import forbidden_words

FILE = "texts/adaptation.en.toml"
DOMAIN = Path(subject.__file__).parent
MODULES = (
    "adapt",
    "alarms",
    "deload_end",
    "morning",
    "progression",
    "load",
    "returning",
    "moving",
    "../app/advising",
    "../app/answering",
    "../app/starting",
    "../app/week_view",
)
SCOLDING = (
    r"\b(miss(ed)?|fail\w*|streak\w*|should|must|lazy|behind|skipped|only \d|broke\w*|lost)\b"
)


@pytest.fixture
def tables() -> dict[str, Any]:
    return copy.deepcopy(read_toml(FILE))


def _used() -> dict[str, set[str]]:
    """Every sentence that the code names, and what it fills in, read off its calls."""
    found: dict[str, set[str]] = {}
    for module in MODULES:
        tree = ast.parse((DOMAIN / f"{module}.py").read_text())
        for call in (n for n in ast.walk(tree) if isinstance(n, ast.Call)):
            if isinstance(call.func, ast.Name) and call.func.id == "reason":
                given = {str(key.arg) for key in call.keywords}
                for text_id in filter(_is_ours, _ids(call.args[1])):
                    found.setdefault(text_id, set()).update(given)
    return found


def _is_ours(text_id: str) -> bool:
    """Other modules than the rules name sentences of other files too."""
    return text_id.partition(".")[0] in read_toml(FILE)


def _ids(node: ast.expr) -> list[str]:
    """A literal id; the one id that is chosen by a variable stands for both of its values."""
    if isinstance(node, ast.Constant):
        return [str(node.value)]
    return ["return.restart", "return.first"]


def test_every_sentence_that_is_used_exists_and_none_is_left_over(
    tables: dict[str, Any],
) -> None:
    used = _used()
    assert used.keys() == set(adaptation_texts(tables, FILE).ids())
    assert used == {text_id: set(fields) for text_id, fields in ADAPTATION_FIELDS.items()}


def test_no_sentence_breaks_the_word_rules_or_scolds(tables: dict[str, Any]) -> None:
    texts = adaptation_texts(tables, FILE)
    for text_id in texts.ids():
        assert forbidden_words(texts[text_id]) == []
        assert re.findall(SCOLDING, texts[text_id], re.IGNORECASE) == []


@pytest.mark.parametrize(
    ("text", "why"),
    [
        (None, "is missing"),
        ("Stage two is open.", "should name stage in braces"),
        ("{stage} and {more}", "should name stage in braces"),
        ("{stage", "expected '}'"),
        (3, "a sentence is text, not int"),
    ],
)
def test_a_typo_names_file_key_and_reason(tables: dict[str, Any], text: object, why: str) -> None:
    if text is None:
        del tables["step"]["offer"]
    else:
        tables["step"]["offer"] = text
    with pytest.raises(ContentError) as found:
        adaptation_texts(tables, FILE)
    assert str(found.value).startswith(f"{FILE}: step.offer: ")
    assert why in str(found.value)


def test_a_sentence_that_nobody_uses_is_refused(tables: dict[str, Any]) -> None:
    tables["step"]["more"] = "More."
    with pytest.raises(ContentError, match=r"step\.more: unknown key"):
        adaptation_texts(tables, FILE)
