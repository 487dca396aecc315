"""Write docs/evidence.md: each rule with its values, its source, how strong that is, and its tests.

Usage: ``python scripts/make_evidence.py [FILE]``. Rules and sources stand in
resources/evidence.toml, tests in tests/proofs.toml; the values are read from where the program
itself reads them, so the page cannot tell another number than the one that is in force.
"""

from __future__ import annotations

import sys
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields, is_dataclass
from datetime import time, timedelta
from enum import Enum
from itertools import groupby
from numbers import Real
from pathlib import Path
from pkgutil import resolve_name
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
PAGE = ROOT / "docs" / "evidence.md"
_INTRO = """\
# Evidence

For each rule of [rules.md](rules.md): what it says, the values in force, where it comes from and
how strong that is. `make evidence` writes this page from `resources/evidence.toml`; the values are
read from the tables and the code that decide, and a test keeps the page up to date. The rules have
been gathered with care and have not been read by a physiotherapist yet.

An article is one of the five that the program began from (listed in
`resources/texts/sources.en.toml`); they are opinion and clinic journalism, so alone they count as
weak. Outside sources are named by author and year, or by the body that published them. Knowledge
is what is commonly held and was not checked. A decision is this project's own.
"""
_TESTS = """\
## Which test holds each rule

The tests that would fail first; many rules are held by more. What no test can hold is said.
"""


class EvidenceError(ValueError):
    """A row that cannot be told; the text says which and why."""


@dataclass(frozen=True, slots=True)
class Rule:
    """One row. ``values`` are pairs of what is named and the value in force."""

    id: str
    chapter: str
    says: str
    source: tuple[str, ...]
    strength: str
    pointers: tuple[str, ...]
    values: tuple[tuple[str, str], ...]


def read_rules(data: Mapping[str, Any]) -> tuple[Rule, ...]:
    """The rows of evidence.toml with their values. Raises ``EvidenceError``."""
    return tuple(_rule(row) for row in data["rule"])


def _rule(row: Mapping[str, Any]) -> Rule:
    pointers = tuple(row.get("values", ()))
    return Rule(
        id=row["id"],
        chapter=row["chapter"],
        says=row["says"],
        source=tuple(row["source"]),
        strength=row["strength"],
        pointers=pointers,
        values=tuple((_named(pointer), shown(resolve(pointer))) for pointer in pointers),
    )


def resolve(pointer: str) -> object:
    """What ``ruleset:``, ``intake:`` or ``code:`` leads to. Raises ``EvidenceError``."""
    kind, _, path = pointer.partition(":")
    finders = {"ruleset": _in_ruleset, "intake": _in_intake, "code": _in_code}
    if kind not in finders:
        raise EvidenceError(f"{pointer}: not a ruleset, intake or code pointer")
    try:
        return finders[kind](path)
    except (KeyError, AttributeError, ImportError, StopIteration) as fault:
        raise EvidenceError(f"{pointer} leads nowhere") from fault


def shown(value: object) -> str:
    """A value as the page tells it. Raises ``EvidenceError`` for what is not a value."""
    match value:
        case bool():
            text = "yes" if value else "no"
        case Enum():
            text = str(value.value)
        case timedelta():
            text = f"{value.total_seconds() / 3600:g} h"
        case time():
            text = f"{value:%H:%M}"
        case list() | tuple():
            text = ", ".join(map(shown, value))
        case str() | Real():
            text = str(value)
        case _:
            raise EvidenceError(f"{value!r} is not a value")
    return text


def _named(pointer: str) -> str:
    """The last words of a pointer, enough to find it by."""
    kind, _, path = pointer.partition(":")
    if kind == "intake":
        return path.removesuffix(".clearance")
    return ".".join(path.split(".")[-2:])


def _in_ruleset(path: str) -> object:
    found: Any = _toml("resources/ruleset.toml")
    for key in path.split("."):
        found = found[key]
    return found


def _in_intake(path: str) -> object:
    """The outcome of one answer, ``q7.age.<18`` or ``q1.a``, or its ``clearance``."""
    question, *rest = path.split(".")
    field = "clearance" if rest[-1] == "clearance" else "outcome"
    names = rest[:-1] if field == "clearance" else rest
    asked = next(one for one in _toml("resources/intake.toml")["question"] if one["id"] == question)
    parts = [p for p in asked["part"] if len(names) == 1 or p.get("key") == names[0]]
    options = (option for part in parts for option in part["option"])
    found = next(one for one in options if shown(one["value"]) == names[-1])[field]
    return "waits for a professional" if found is True else found


def _in_code(path: str) -> object:
    """A name in a module, or the default of a field of a class."""
    owner_path, _, name = path.rpartition(".")
    owner = resolve_name(owner_path)
    if isinstance(owner, type) and is_dataclass(owner):
        return next(field.default for field in fields(owner) if field.name == name)
    return getattr(owner, name)


def page(data: Mapping[str, Any], proofs: Mapping[str, Any]) -> str:
    """The whole page."""
    lines = [_INTRO, "| strength | means |", "|---|---|"]
    lines += [f"| {name} | {means} |" for name, means in data["strength"].items()]
    rules = read_rules(data)
    for chapter, rows in groupby(rules, key=lambda rule: rule.chapter):
        lines += ["", f"## {chapter}", ""]
        lines += ["| rule | what it says | values | source | strength |", "|---|---|---|---|---|"]
        lines += [_row(rule) for rule in rows]
    lines += ["", _TESTS, "| rule | tests |", "|---|---|"]
    lines += [f"| {rule.id} | {'; '.join(_tests(proofs.get(rule.id, [])))} |" for rule in rules]
    return "\n".join(lines) + "\n"


def _row(rule: Rule) -> str:
    values = "<br>".join(f"`{name}` {value}" for name, value in rule.values)
    return f"| {rule.id} | {rule.says} | {values} | {'; '.join(rule.source)} | {rule.strength} |"


def _tests(nodes: list[str] | str) -> Iterator[str]:
    """Each test by its file and its name in words; a sentence stands for itself."""
    if isinstance(nodes, str):
        yield nodes
        return
    for node in nodes:
        file, *names = node.split("::")
        words = " ".join(names).removeprefix("test_").replace("_", " ")
        yield f"[{Path(file).stem}](../{file}) {words}".rstrip()


def _toml(path: str) -> dict[str, Any]:
    return tomllib.loads((ROOT / path).read_text(encoding="utf-8"))


def main(words: list[str]) -> int:
    text = page(_toml("resources/evidence.toml"), _toml("tests/proofs.toml"))
    (Path(words[0]) if words else PAGE).write_text(text, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
