"""Change the rules on purpose, one small change at a time, and see which change no test notices.

Usage: ``python scripts/mutate.py MODULE...`` for modules of ``coach.domain``, such as ``alarms``.
The changes are those of cosmic-ray, which is not a dependency of the project: install it beside
the other tools first (docs/mutation.md). Nothing is changed in the tree: each mutant lives in the
memory of one fork, and its tests run there. Needs a system that can fork.
"""

from __future__ import annotations

import ast
import importlib.abc
import importlib.util
import os
import re
import signal
import sys
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from importlib.machinery import ModuleSpec
from pathlib import Path
from types import ModuleType

import hypothesis
import pytest
from cosmic_ray.ast import Visitor, get_ast
from cosmic_ray.mutating import mutate_code
from cosmic_ray.plugins import get_operator, operator_names

ROOT = Path(__file__).resolve().parent.parent
DOMAIN, TESTS = ROOT / "src" / "coach" / "domain", ROOT / "tests"
LEAST_S, PATIENCE = 20.0, 6
OPTIONS = ("-q", "-x", "-c", os.devnull, "--import-mode=importlib", "-p", "no:cacheprovider")
_SAME = re.compile(r"_(Is_Eq|IsNot_NotEq|Eq_Is|NotEq_IsNot)$")
"""Members of an enumeration and small numbers are one object, so these change nothing."""


@dataclass(frozen=True, slots=True)
class Mutant:
    row: int
    operator: str
    code: str


@dataclass(slots=True)
class Tally:
    mutants: int = 0
    same: int = 0
    survived: list[Mutant] = field(default_factory=list)


class Mutated(importlib.abc.MetaPathFinder, importlib.abc.Loader):
    """Gives a module its changed source, from memory."""

    def __init__(self, module: str, code: str) -> None:
        self._name, self._path, self._code = (f"coach.domain.{module}", _path(module), code)

    def find_spec(
        self, name: str, path: object = None, target: ModuleType | None = None
    ) -> ModuleSpec | None:
        if name != self._name:
            return None
        return importlib.util.spec_from_file_location(name, self._path, loader=self)

    def exec_module(self, module: ModuleType) -> None:
        exec(compile(self._code, str(self._path), "exec"), module.__dict__)


class _Places(Visitor):
    """Where an operator finds something to change."""

    def __init__(self, operator: object) -> None:
        self.found: list[tuple[tuple[int, int], tuple[int, int]]] = []
        self._operator = operator

    def visit(self, node: object) -> object:
        self.found += self._operator.mutation_positions(node)  # type: ignore[attr-defined]
        return node


def mutants(module: str) -> Iterator[Mutant]:
    """Every change but those of annotations, which nothing runs."""
    source = _path(module).read_text(encoding="utf-8")
    tree, notes = get_ast(source), list(_notes(ast.parse(source)))
    for name in sorted(one for one in operator_names() if "Variable" not in one):
        places = _Places(operator := get_operator(name)())
        places.walk(tree)
        for number, (begin, end) in enumerate(places.found):
            if not any(first <= begin and end <= last for first, last in notes):
                code = mutate_code(source, operator, number) or source
                yield Mutant(begin[0], name.rpartition("/")[2], code)


def _notes(tree: ast.AST) -> Iterator[tuple[tuple[int, int], tuple[int, int]]]:
    for node in ast.walk(tree):
        for name in ("annotation", "returns"):
            note = getattr(node, name, None)
            if isinstance(note, ast.expr):
                end = (note.end_lineno or 0, note.end_col_offset or 0)
                yield (note.lineno, note.col_offset), end


def tests_of(module: str) -> list[list[str]]:
    """The tests that name the module first, then those of the modules that use it."""
    users = [path.stem for path in DOMAIN.glob("*.py") if _names(path, module)]
    near = [path for path in sorted(TESTS.glob("domain/test_*.py")) if _names(path, module)]
    far = [
        path
        for path in sorted(TESTS.glob("domain/test_*.py"))
        if path not in near and any(_names(path, user) for user in users)
    ]
    return [list(map(str, one)) for one in (near, far) if one]


def _names(path: Path, module: str) -> bool:
    return f"from coach.domain.{module} import" in path.read_text(encoding="utf-8")


def _path(module: str) -> Path:
    return DOMAIN / f"{module}.py"


def passes(tests: Sequence[str], changed: Mutated | None, patience_s: float) -> bool:
    """Whether the tests pass in a fork; one that hangs has noticed too."""
    child = os.fork()
    if child == 0:
        _run(tests, changed)
    end = time.monotonic() + patience_s
    while time.monotonic() < end:
        done, status = os.waitpid(child, os.WNOHANG)
        if done:
            return os.waitstatus_to_exitcode(status) == 0
        time.sleep(0.01)
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    return False


def _run(tests: Sequence[str], changed: Mutated | None) -> None:
    quiet = os.open(os.devnull, os.O_RDWR)
    for stream in (0, 1, 2):
        os.dup2(quiet, stream)
    if changed is not None:
        sys.meta_path.insert(0, changed)
    hypothesis.settings.register_profile("mutants", database=None, phases=_WITHOUT_SHRINKING)
    code = 1
    try:
        code = int(pytest.main(["--rootdir", str(ROOT), *OPTIONS, *tests]))
    finally:
        os._exit(code)


_WITHOUT_SHRINKING = (hypothesis.Phase.explicit, hypothesis.Phase.generate)


def tried(module: str) -> Tally:
    """All mutants of a module. Raises ``RuntimeError`` where the tests fail without any."""
    stages, begun = tests_of(module), time.monotonic()
    if not all(passes(tests, None, 600) for tests in stages):
        raise RuntimeError(f"the tests of {module} fail before anything is changed")
    patience_s = max(LEAST_S, PATIENCE * (time.monotonic() - begun))
    tally = Tally()
    for mutant in mutants(module):
        tally.mutants += 1
        if _SAME.search(mutant.operator):
            tally.same += 1
        elif all(passes(tests, Mutated(module, mutant.code), patience_s) for tests in stages):
            tally.survived.append(mutant)
    return tally


def main(modules: list[str]) -> int:
    sys.path[:0] = [str(ROOT / "src"), str(TESTS)]
    sys.dont_write_bytecode = True
    os.environ.update(CI="1", PYTEST_DISABLE_PLUGIN_AUTOLOAD="1", PYTHONHASHSEED="0")
    for module in modules:
        tally = tried(module)
        print(f"{module}: {tally.mutants} mutants, {tally.same} change nothing,", end=" ")
        print(f"{len(tally.survived)} survive", flush=True)
        source = _path(module).read_text(encoding="utf-8").splitlines()
        for mutant in tally.survived:
            print(f"  {mutant.row} {mutant.operator}\n    {_changed(source, mutant.code)}")
    return 0


def _changed(source: Sequence[str], code: str) -> str:
    pairs = zip(source, code.splitlines(), strict=False)
    return next((new.strip() for old, new in pairs if old != new), "the end of the file")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
