"""Who may import whom (docs/architecture.md), and what must wait until the window stands."""

from __future__ import annotations

import ast
import json
import socket
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from support.source import Import, Module, modules

#: The parts of coach that each package may import, beside itself; top-level modules may import all.
ALLOWED = {
    "domain": (),
    "app": ("domain",),
    "store": ("app.ports", "domain"),
    "cues": ("app.ports", "domain"),
    "system": (),
    "gui": ("app", "domain", "system"),
    "gui/pages": ("gui", "app", "domain", "system"),
    "gui/widgets": ("gui.fonts", "gui.icons", "gui.style", "gui.theme"),
}
#: Libraries of other people that each package may use; the standard library is free to all.
LIBRARIES = {
    "domain": set(),
    "app": set(),
    "store": {"sqlalchemy", "alembic", "uuid6"},
    "cues": {"PySide6", "numpy", "soundfile"},
    "system": {"PySide6", "platformdirs", "uuid6", "wakepy"},
    "gui": {"PySide6"},
    "": set(),
}
HEAVY = (
    "alembic",
    "numpy",
    "scipy",
    "soundfile",
    "sqlalchemy",
    "PySide6.QtMultimedia",
    "PySide6.QtTextToSpeech",
)
#: What pages and widgets never reach for: those who show them.
ABOVE_PAGES = ("coach.gui.controllers", "coach.gui.shell", "coach.gui.tour", "coach.gui.background")
#: What makes a function depend on more than its arguments.
OUTSIDE_WORLD = {
    *("io", "os", "pathlib", "shutil", "socket", "sqlite3", "subprocess", "tempfile"),
    *("asyncio", "random", "threading", "time"),
}
CLOCK_READINGS = {"now", "today", "utcnow"}
NETWORK = {"aiohttp", "ftplib", "http", "httpx", "requests", "smtplib", "socket", "ssl", "urllib3"}


def _package(module: Module) -> str:
    """The entry of ALLOWED that speaks for the module: its own folder or the nearest above."""
    folder = module.package
    while folder not in ALLOWED and "/" in folder:
        folder = folder.rpartition("/")[0]
    return folder


def _within(name: str, part: str) -> bool:
    return name == f"coach.{part}" or name.startswith(f"coach.{part}.")


def _wrong_direction(module: Module, found: Import) -> bool:
    package = _package(module)
    own = package.replace("/", ".")
    if not found.name.startswith("coach.") or not package:
        return False
    if found.name == "coach.__version__":
        return False
    return not any(_within(found.name, part) for part in (own, *ALLOWED[package]))


def _foreign(module: Module, found: Import) -> bool:
    top = found.name.partition(".")[0]
    if top in sys.stdlib_module_names or top == "coach":
        return False
    package = _package(module).partition("/")[0]
    if top == "numpy" and package == "domain":
        return not (found.lazy and module.path.name.startswith("trend"))
    return top not in LIBRARIES[package]


def _networked(_module: Module, found: Import) -> bool:
    """Of Qt's network module only the local socket, which finds a running window, is fine."""
    return (
        found.name.partition(".")[0] in NETWORK
        or found.name.startswith("urllib.request")
        or (found.name.startswith("PySide6.QtNetwork") and ".QLocal" not in found.name)
    )


def _offences(wrong: Callable[[Module, Import], bool]) -> list[str]:
    return [
        f"{module.name}:{found.line} imports {found.name}"
        for module in modules()
        for found in module.imports
        if wrong(module, found)
    ]


def test_every_package_has_its_rule() -> None:
    assert {module.package.partition("/")[0] for module in modules()} <= {*ALLOWED, ""}


def test_imports_point_inwards() -> None:
    assert _offences(_wrong_direction) == []


def test_pages_know_nothing_of_those_who_show_them() -> None:
    def reaches_up(module: Module, found: Import) -> bool:
        return module.package in ("gui/pages", "gui/widgets") and found.name.startswith(ABOVE_PAGES)

    assert _offences(reaches_up) == []


def test_the_domain_knows_no_clock_and_no_disk() -> None:
    """Rule X2: the same arguments give the same result."""

    def reaches_out(module: Module, found: Import) -> bool:
        return module.package == "domain" and found.name.partition(".")[0] in OUTSIDE_WORLD

    assert _offences(reaches_out) == []
    assert [where for m in modules() if m.package == "domain" for where in _readings(m)] == []


def _readings(module: Module) -> list[str]:
    """Calls that read a clock or a file without any import."""
    calls = (node.func for node in ast.walk(module.tree) if isinstance(node, ast.Call))
    return [
        f"{module.name}:{called.lineno}"
        for called in calls
        if (isinstance(called, ast.Attribute) and called.attr in CLOCK_READINGS)
        or (isinstance(called, ast.Name) and called.id in ("open", "input", "print"))
    ]


def test_libraries_stay_in_their_layer() -> None:
    assert _offences(_foreign) == []


def test_nothing_reaches_for_the_network() -> None:
    """Rule P-1."""
    assert _offences(_networked) == []


def test_heavy_libraries_wait_until_the_window_stands() -> None:
    light = [m.name for m in modules() if _package(m) not in ("store", "cues")]
    script = (
        "import importlib, json, sys\n"
        f"for name in {light!r}: importlib.import_module(name)\n"
        f"print(json.dumps([name for name in {HEAVY!r} if name in sys.modules]))"
    )
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout.splitlines()[-1]) == []


def test_the_tests_themselves_have_no_network() -> None:
    with pytest.raises(RuntimeError), pytest.warns(UserWarning, match="socket"):
        socket.socket(socket.AF_INET)


def test_a_lazy_relative_import_is_seen(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("support.source.SRC", tmp_path)
    path = tmp_path / "coach" / "domain" / "week.py"
    path.parent.mkdir(parents=True)
    path.write_text(
        "from . import terms\ndef f():\n    from ..store import rows\n    import numpy\n"
    )
    module = Module(path)
    assert [(one.name, one.lazy) for one in module.imports] == [
        ("coach.domain.terms", False),
        ("coach.store.rows", True),
        ("numpy", True),
    ]
    assert [_wrong_direction(module, one) for one in module.imports] == [False, True, False]
    assert [_foreign(module, one) for one in module.imports] == [False, False, True]


def test_a_clock_that_is_read_is_seen(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("support.source.SRC", tmp_path)
    path = tmp_path / "coach" / "domain" / "week.py"
    path.parent.mkdir(parents=True)
    path.write_text("def f(day):\n    date.today()\n    day.isoformat()\n    open('x')\n")
    assert len(_readings(Module(path))) == 2
