"""Every word of the windows can be translated, and the tools of Qt find it."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator

from support.source import Module
from support.template import extracted, gui

#: Words that are told to Qt or to files, never to the user: names of fonts and styles, tags.
ALLOWED = re.compile(r"PNG \(\*\.png\);;SVG \(\*\.svg\)|Inter|Fusion|.*</?\w+( [^>]*)?>.*|<html>.*")
#: Keywords that take names of pictures and keys.
NAMES = ("icon_name", "hint", "key")
#: Faults of the program's own files are told in English, and so is the log.
NOT_SHOWN = re.compile(r"msg = |log\.|__all__ = ")
#: Two words, or one that begins like a name on a button.
WORDY = re.compile(r"[A-Za-z]{2,}[,.]? +[A-Za-z]|^[A-Z][a-z]{2,}[.?!]?$")
#: What takes words: a plain text with any letter in it is a word there.
TAKES_WORDS = re.compile(
    "Text|Button|Card|Chip|Toggle|ChoiceButton|StatCard|ChartTab|EffortOption"
    "|setText|setToolTip|setWindowTitle|setAccessibleName|setAccessibleDescription"
    "|set_heading|show_message|show_notice|addItem|setPlaceholderText|describe|drawText"
)


def called(node: ast.AST) -> str:
    """The bare name of what a node calls."""
    if not isinstance(node, ast.Call):
        return ""
    return getattr(node.func, "attr", None) or getattr(node.func, "id", "")


def _translates(node: ast.AST) -> bool:
    """tr or translate; a painter translates too, but no words."""
    if not isinstance(node, ast.Call):
        return False
    said = ast.unparse(node.func)
    return said.endswith(".tr") or said in ("translate", "QCoreApplication.translate")


def translations(module: Module) -> Iterator[tuple[ast.Call, list[ast.expr]]]:
    """Each call that translates, with its arguments from the source text on."""
    for node in ast.walk(module.tree):
        if isinstance(node, ast.Call) and _translates(node):
            yield node, node.args[1:] if called(node) == "translate" else node.args


def sources() -> dict[str, str]:
    """Every text to translate and where it stands."""
    return {
        str(arguments[0].value): f"{module.path.name}:{call.lineno}"
        for module in gui()
        for call, arguments in translations(module)
        if isinstance(arguments[0], ast.Constant)
    }


def test_only_whole_plain_texts_are_translated() -> None:
    """An f-string or a filled-in text is extracted by no tool, or never matches."""
    for module in gui():
        for call, arguments in translations(module):
            where = f"{module.path.name}:{call.lineno}"
            assert arguments, where
            assert all(isinstance(one, ast.Constant | ast.Name) for one in call.args), where
            assert isinstance(arguments[0], ast.Constant), where
            if called(call) == "translate":
                assert isinstance(call.args[0], ast.Constant), where


def test_a_count_in_a_text_is_one_that_is_given() -> None:
    """%n asks translators for plurals: only by tr and with a number, and no number without it."""
    for module in gui():
        for call, arguments in translations(module):
            text = getattr(arguments[0], "value", "")
            where = f"{module.path.name}:{call.lineno}"
            assert ("%n" in text) is (called(call) == "tr" and len(arguments) == 3), where


def _plain(node: ast.AST, parents: tuple[ast.AST, ...] = ()) -> Iterator[tuple[ast.Constant, bool]]:
    """Texts outside of translations, messages of errors and the log; whether one is shown."""
    for child in ast.iter_child_nodes(node):
        if isinstance(child, ast.Raise | ast.Assert) or _translates(child):
            continue
        if isinstance(child, ast.Expr) and isinstance(child.value, ast.Constant):
            continue
        if isinstance(child, ast.keyword) and child.arg in NAMES:
            continue
        if isinstance(child, ast.Assign | ast.Call) and NOT_SHOWN.match(ast.unparse(child)):
            continue
        if isinstance(child, ast.Constant) and isinstance(child.value, str):
            taker = next((one for one in reversed((*parents, node)) if called(one)), node)
            yield child, TAKES_WORDS.fullmatch(called(taker)) is not None
        yield from _plain(child, (*parents, node))


def untranslated(module: Module) -> list[str]:
    """Where words stand that nobody can translate."""
    found = []
    for node, shown in _plain(module.tree):
        text = str(node.value)
        if ALLOWED.fullmatch(text):
            continue
        if WORDY.search(text) or (shown and re.search(r"[A-Za-z]{2,}", text)):
            found.append(f"{module.path.name}:{node.lineno}: {text}")
    return found


def test_no_words_are_left_untranslated() -> None:
    assert [line for module in gui() for line in untranslated(module)] == []


def test_the_tool_finds_every_text() -> None:
    found = {text for _, text in extracted()}
    assert {text: where for text, where in sources().items() if text not in found} == {}
