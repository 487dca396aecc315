"""Every word of the windows can be translated, and the tools of Qt find it."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from pathlib import Path

import pytest

from support.source import Module, modules

#: Words that are told to Qt or to files, never to the user: names of fonts and styles, tags.
ALLOWED = re.compile(r"PNG \(\*\.png\);;SVG \(\*\.svg\)|Inter|Fusion|.*</?\w+( [^>]*)?>.*|<html>.*")
#: Keywords that take names of pictures and keys.
NAMES = ("icon_name", "hint", "key")
#: Prints for whoever runs `coach tour`, in the language of the command line.
LEFT_OUT = re.compile(r"coach\.gui\.tour\w*")
#: Faults of the program's own files are told in English, and so is the log.
NOT_SHOWN = re.compile(r"msg = |log\.|__all__ = ")
#: Two words, or one that begins like a name on a button.
WORDY = re.compile(r"[A-Za-z]{2,}[,.]? +[A-Za-z]|^[A-Z][a-z]{2,}[.?!]?$")
#: What takes words: a plain text with any letter in it is a word there.
TAKES_WORDS = {
    *[
        "Text",
        "Button",
        "Card",
        "Chip",
        "Toggle",
        "ChoiceButton",
        "StatCard",
        "ChartTab",
        "EffortOption",
    ],
    *["setText", "setToolTip", "setWindowTitle", "setAccessibleName", "setAccessibleDescription"],
    *[
        "set_heading",
        "show_message",
        "show_notice",
        "addItem",
        "setPlaceholderText",
        "describe",
        "drawText",
    ],
}


def gui() -> list[Module]:
    return [
        one
        for one in modules()
        if one.name.startswith("coach.gui") and not LEFT_OUT.fullmatch(one.name)
    ]


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
            yield child, called(taker) in TAKES_WORDS
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


@pytest.fixture(scope="module")
def extracted(tmp_path_factory: pytest.TempPathFactory) -> ET.Element:
    """What the tool behind `make translations` finds."""
    template = tmp_path_factory.mktemp("i18n") / "coach_xx.ts"
    tool = Path(sys.executable).with_name("pyside6-lupdate")
    files = [str(module.path) for module in gui()]
    done = subprocess.run(
        [tool, "-silent", *files, "-ts", str(template)], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    return ET.parse(template).getroot()


def test_the_tool_finds_every_text(extracted: ET.Element) -> None:
    found = {node.text for node in extracted.iter("source")}
    assert {text: where for text, where in sources().items() if text not in found} == {}
