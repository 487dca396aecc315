"""The wheel carries everything: built, installed into an empty environment, run from elsewhere."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import sysconfig
import venv
import zipfile
from pathlib import Path

import pytest

import coach
from support.source import ROOT

NAMES_LEFT_OUT = {"__pycache__", ".gitkeep", ".DS_Store"}
SCRIPTS = "Scripts" if os.name == "nt" else "bin"


def _run(*words: str | Path, cwd: Path) -> str:
    done = subprocess.run(words, cwd=cwd, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("dist")
    build = ("-m", "build", "--wheel", "--no-isolation", "--outdir")
    _run(sys.executable, *build, out, ROOT, cwd=out)
    return next(out.glob("coach-*.whl"))


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The programs' folder of an environment that holds the wheel alone.

    Its libraries are those of the running environment, lent through a path file: what is tried
    here is the wheel, not the network. Path files inside lent folders are not followed, so the
    working tree stays out.
    """
    place = tmp_path_factory.mktemp("installed")
    venv.create(place, with_pip=False, symlinks=os.name != "nt")
    python = place / SCRIPTS / "python"
    pip = ("-m", "pip", "--python", str(python), "install", "--no-deps", "--no-index", "--quiet")
    _run(sys.executable, *pip, wheel, cwd=place)
    where = "import sysconfig; print(sysconfig.get_path('purelib'))"
    site = Path(_run(python, "-c", where, cwd=place).strip())
    lent = {sysconfig.get_path("purelib"), sysconfig.get_path("platlib")}
    (site / "lent.pth").write_text("\n".join(sorted(lent)), encoding="utf-8")
    return place / SCRIPTS


def test_the_wheel_holds_every_resource_and_notice(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        inside = set(archive.namelist())
    resources = {
        f"coach/resources/{path.relative_to(ROOT / 'resources').as_posix()}"
        for path in (ROOT / "resources").rglob("*")
        if path.is_file() and not NAMES_LEFT_OUT.intersection(path.parts)
    }
    assert resources - inside == set()
    assert "coach/py.typed" in inside
    assert {"LICENSE", "NOTICE"} <= {Path(name).name for name in inside}


def test_the_installed_package_is_the_one_that_runs(installed: Path, tmp_path: Path) -> None:
    found = _run(installed / "python", "-c", "import coach; print(coach.__file__)", cwd=tmp_path)
    assert Path(found.strip()).is_relative_to(installed.parent)


def test_the_installed_program_names_its_version(installed: Path, tmp_path: Path) -> None:
    assert coach.__version__ in _run(installed / "coach", "--version", cwd=tmp_path)


def test_the_installed_program_plans_its_own_example(installed: Path, tmp_path: Path) -> None:
    answers = tmp_path / "answers.toml"
    answers.write_text(_run(installed / "coach", "plan", "--example", cwd=tmp_path), "utf-8")
    plan = json.loads(_run(installed / "coach", "plan", answers, "--json", cwd=tmp_path))
    assert plan["schema"] == "coach.plan/1"
    assert len(plan["days"]) == 7
