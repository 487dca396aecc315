"""The project keeps its shape: small modules, small functions, no swallowed faults, no traces."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path
from statistics import median

import pytest

from support.source import ROOT, SRC, Module, modules, project_files

LONGEST_MODULE, MEDIAN_MODULE, LONGEST_FUNCTION = 450, 120, 45
#: Put together here, so that this file does not hold them.
REGISTRIES = tuple(
    ".".join(parts)
    for parts in (
        ("pypi", "org"),
        ("pythonhosted", "org"),
        ("registry", "npmjs"),
        ("deb", "debian", "org"),
        ("archive", "ubuntu", "com"),
    )
)
MACHINE_PATH = re.compile(r"(?<![\w.~/$}-])/(?:" + "work|root|workspace|builds" + r")/\w")
TEST_FOLDERS_OF_THEIR_OWN = {"support", "data"}


def _lines(path: Path) -> int:
    return len(path.read_text(encoding="utf-8").splitlines())


def _functions(module: Module) -> Iterator[tuple[str, int]]:
    for node in ast.walk(module.tree):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield f"{module.name}.{node.name}", (node.end_lineno or 0) - node.lineno + 1


def test_no_module_is_long() -> None:
    assert [m.name for m in modules() if _lines(m.path) > LONGEST_MODULE] == []


def test_the_middle_module_is_short() -> None:
    assert median(_lines(module.path) for module in modules()) <= MEDIAN_MODULE


def test_no_function_is_long() -> None:
    lengths = (one for module in modules() for one in _functions(module))
    assert [(name, length) for name, length in lengths if length > LONGEST_FUNCTION] == []


def _swallows(handler: ast.ExceptHandler) -> bool:
    broad = handler.type is None or (
        isinstance(handler.type, ast.Name) and handler.type.id in ("Exception", "BaseException")
    )
    empty = all(
        isinstance(step, ast.Pass | ast.Continue)
        or (isinstance(step, ast.Expr) and isinstance(step.value, ast.Constant))
        for step in handler.body
    )
    return handler.type is None or (broad and empty)


def test_no_fault_is_swallowed() -> None:
    swallowed = [
        f"{module.name}:{node.lineno}"
        for module in modules()
        for node in ast.walk(module.tree)
        if isinstance(node, ast.ExceptHandler) and _swallows(node)
    ]
    assert swallowed == []


@pytest.mark.parametrize(
    ("source", "swallowed"),
    [
        ("try: f()\nexcept: g()", True),
        ("try: f()\nexcept Exception: pass", True),
        ("try: f()\nexcept Exception:\n    raise", False),
        ("try: f()\nexcept OSError: pass", False),
    ],
)
def test_a_swallowed_fault_is_seen(source: str, swallowed: bool) -> None:
    found = [node for node in ast.walk(ast.parse(source)) if isinstance(node, ast.ExceptHandler)]
    assert [_swallows(handler) for handler in found] == [swallowed]


def test_no_file_names_a_registry_or_a_machine() -> None:
    traces = []
    for path in project_files():
        text = path.read_text(encoding="utf-8", errors="replace")
        where = path.relative_to(ROOT).as_posix()
        traces += [f"{where}: {host}" for host in REGISTRIES if host in text]
        traces += [f"{where}: {found.group()}" for found in MACHINE_PATH.finditer(text)]
    assert traces == []


def test_each_package_has_tests_beside_it() -> None:
    """Migrations are tried through the store that runs them."""
    packages = {m.package for m in modules() if m.package and m.path.name != "__init__.py"}
    tried = sorted(package for package in packages if "migrations" not in package)
    assert [one for one in tried if not any((ROOT / "tests" / one).glob("test_*.py"))] == []


def test_each_folder_of_tests_stands_for_a_package() -> None:
    folders = {
        path.parent.relative_to(ROOT / "tests") for path in ROOT.glob("tests/*/**/test_*.py")
    }
    orphans = [
        folder.as_posix()
        for folder in folders
        if folder.parts[0] not in TEST_FOLDERS_OF_THEIR_OWN
        and not (SRC / "coach" / folder).is_dir()
    ]
    assert orphans == []
