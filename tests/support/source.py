"""The project's own files, read as text and as syntax trees, for tests about its shape."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
SRC = ROOT / "src"
#: Everything that is written by hand and goes with the project; caches and builds stay out.
FOLDERS = (
    ".ci",
    "benchmarks",
    "docs",
    "packaging",
    "requirements",
    "resources",
    "scripts",
    "src",
    "tests",
)


@dataclass(frozen=True)
class Import:
    """One imported module: ``name`` is absolute, ``lazy`` when it stands inside a function."""

    name: str
    line: int
    lazy: bool


@dataclass(frozen=True)
class Module:
    """One Python file below ``src``."""

    path: Path

    @property
    def name(self) -> str:
        parts = self.path.relative_to(SRC).with_suffix("").parts
        return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)

    @property
    def package(self) -> str:
        """The folder below ``coach`` (``gui/widgets`` counts as a package of its own)."""
        inner = self.path.relative_to(SRC / "coach").parent.as_posix()
        return "" if inner == "." else inner

    @cached_property
    def text(self) -> str:
        return self.path.read_text(encoding="utf-8")

    @cached_property
    def tree(self) -> ast.Module:
        return ast.parse(self.text, str(self.path))

    @cached_property
    def imports(self) -> tuple[Import, ...]:
        return tuple(self._imports(self.tree, lazy=False))

    def _imports(self, node: ast.AST, *, lazy: bool) -> Iterator[Import]:
        for child in ast.iter_child_nodes(node):
            inside = lazy or isinstance(child, ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda)
            if isinstance(child, ast.Import):
                for alias in child.names:
                    yield Import(alias.name, child.lineno, lazy)
            elif isinstance(child, ast.ImportFrom):
                base = self._absolute(child)
                for alias in child.names:
                    yield Import(f"{base}.{alias.name}", child.lineno, lazy)
            else:
                yield from self._imports(child, lazy=inside)

    def _absolute(self, node: ast.ImportFrom) -> str:
        if not node.level:
            return node.module or ""
        parts = self.name.split(".")
        up = node.level - (self.path.name == "__init__.py")
        base = parts[: len(parts) - up] if up else parts
        return ".".join([*base, *([node.module] if node.module else [])])


@cache
def modules() -> tuple[Module, ...]:
    """All of coach, by path; each file is read and parsed once in a run."""
    return tuple(Module(path) for path in sorted((SRC / "coach").rglob("*.py")))


def project_files() -> Iterator[Path]:
    """Every text file of the project."""
    tops = [path for path in ROOT.iterdir() if path.name != ".git"]
    inner = [path for folder in FOLDERS for path in sorted((ROOT / folder).rglob("*"))]
    for path in [*tops, *inner]:
        if path.is_file() and "__pycache__" not in path.parts and _is_text(path):
            yield path


def _is_text(path: Path) -> bool:
    with path.open("rb") as stream:
        return b"\0" not in stream.read(4096)
